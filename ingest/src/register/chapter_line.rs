//! A line of the sheet Lag as a chapter, and what is wrong with it.

use super::read::{address, region_of, unknown_county};
use super::sheets::Holds;
use super::table::{Faults, Line};
use crate::chapter::{Chapter, Dissolved, Language};
use crate::county::{CountyFound, county};
use crate::fold::folded_name;
use crate::organisation_number::{organisation_number_digits, organisation_number_valid};
use crate::region::Region;

/// The chapter of a line; what could not be understood is told and left out.
pub(super) fn chapter(line: &Line, regions: &[Region], faults: &mut Faults) -> Chapter {
    let county = county_of(line, faults);
    let region = region_of(line, regions, faults);
    if let (Some(county), Some(region)) = (county, region)
        && !region.counties.iter().any(|other| other == county)
    {
        let message = format!(
            "{county} hører ikke til {}. Rett fylket her eller fylkene på arket Områder.",
            region.name
        );
        line.fault(faults, Holds::County, message);
    }
    let former = line.text(Holds::FormerNames).unwrap_or_default();
    let former = former.split([';', '|']).map(str::trim);
    Chapter {
        number: line.or_empty(Holds::Number),
        name: line.or_empty(Holds::Name),
        former_names: former
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect(),
        organisation_number: organisation_number(line, faults),
        county: county.unwrap_or_default().to_owned(),
        municipality: line.or_empty(Holds::Municipality),
        region: region.map_or_else(String::new, |region| region.name.clone()),
        county_chapter: county_chapter(line, faults),
        email: address(line, Holds::Email, faults),
        leader: line.text(Holds::Leader).map(str::to_owned),
        leader_email: address(line, Holds::LeaderEmail, faults),
        language: language(line, faults),
        members: whole(line, Holds::Members, faults),
        dissolved: dissolved(line, faults),
    }
}

fn county_of(line: &Line, faults: &mut Faults) -> Option<&'static str> {
    let typed = line.text(Holds::County)?;
    let found = county(typed);
    let present = found.present();
    if present.is_none() {
        let message = match found {
            CountyFound::County(county) => format!(
                "{} er nå {}. Skriv det fylket laget ligger i.",
                county.name,
                county.now.join(" eller ")
            ),
            CountyFound::Unknown => unknown_county(typed),
        };
        line.fault(faults, Holds::County, message);
    }
    present
}

fn organisation_number(line: &Line, faults: &mut Faults) -> Option<String> {
    let typed = line.text(Holds::OrganisationNumber)?;
    let digits = organisation_number_digits(typed);
    if digits.is_none() {
        let message = format!("«{typed}» er ikke ni sifre. Se etter i Brønnøysundregistrene.");
        line.fault(faults, Holds::OrganisationNumber, message);
    } else if !organisation_number_valid(typed) {
        let message =
            format!("Kontrollsifferet i {typed} stemmer ikke. Se etter i Brønnøysundregistrene.");
        line.fault(faults, Holds::OrganisationNumber, message);
    }
    digits
}

fn county_chapter(line: &Line, faults: &mut Faults) -> bool {
    let typed = line.text(Holds::CountyChapter).unwrap_or_default();
    match folded_name(typed).as_str() {
        "ja" | "x" | "j" | "1" => true,
        "" | "nei" | "n" | "0" => false,
        _ => {
            let message = format!("«{typed}» er verken Ja eller Nei. Velg ett av dem.");
            line.fault(faults, Holds::CountyChapter, message);
            false
        }
    }
}

fn language(line: &Line, faults: &mut Faults) -> Language {
    let typed = line.text(Holds::Language).unwrap_or_default();
    match folded_name(typed).as_str() {
        "" | "nb" | "bokmaal" => Language::Bokmal,
        "nn" | "nynorsk" => Language::Nynorsk,
        _ => {
            let message = format!("Målformen «{typed}» finnes ikke. Velg nb eller nn.");
            line.fault(faults, Holds::Language, message);
            Language::Bokmal
        }
    }
}

/// The whole number in a cell, or a fault.
pub(super) fn whole(line: &Line, holds: Holds, faults: &mut Faults) -> Option<u32> {
    let typed = line.text(holds)?;
    let digits: String = typed
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let number = digits.parse().ok();
    if number.is_none() {
        let message = format!("«{typed}» er ikke et helt tall. Skriv antallet med sifre.");
        line.fault(faults, holds, message);
    }
    number
}

fn dissolved(line: &Line, faults: &mut Faults) -> Option<Dissolved> {
    let on = line.day(Holds::DissolvedOn);
    let typed_day = line.text(Holds::DissolvedOn);
    if let (None, Some(typed)) = (on, typed_day) {
        let message = format!("«{typed}» er ingen dato. Skriv den slik: 31.12.2025.");
        line.fault(faults, Holds::DissolvedOn, message);
    }
    let typed = line.text(Holds::Status).unwrap_or_default();
    match folded_name(typed).as_str() {
        "nedlagt" | "nedlagd" | "lagt ned" => Some(Dissolved { on }),
        "" | "aktiv" | "aktivt" => {
            if typed_day.is_some() {
                let message = "Laget har en dato for nedleggelse, men er ikke satt som nedlagt. \
                               Rett status eller ta bort datoen.";
                line.fault(faults, Holds::DissolvedOn, message);
            }
            None
        }
        _ => {
            let message = format!("Statusen «{typed}» finnes ikke. Velg aktiv eller nedlagt.");
            line.fault(faults, Holds::Status, message);
            None
        }
    }
}
