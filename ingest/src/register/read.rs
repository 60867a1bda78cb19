//! `register.xlsx` read and checked whole: every fault is told, with its cell.

use std::collections::BTreeMap;

use super::chapter_line::{chapter, whole};
use super::sheets::{ADVISERS, CHAPTERS, Holds, LAST_YEAR, RECIPIENTS, REGIONS};
use super::table::{Faults, Line, has, lines};
use super::{Register, RegisterFault, email};
use crate::adviser::{Adviser, Recipient, Role};
use crate::chapter::Chapter;
use crate::county::{CountyFound, counties, nearest_county};
use crate::fault::{Fault, FaultKind};
use crate::fold::folded_name;
use crate::last_year::LastYear;
use crate::region::Region;
use crate::workbook::Workbook;

/// Reads the register, or tells all that is wrong with it.
pub(super) fn read(bytes: &[u8]) -> Result<Register, Vec<RegisterFault>> {
    let mut faults = Faults::default();
    let workbook = Workbook::open(bytes).map_err(|fault| vec![unreadable(&fault)])?;
    for fault in &workbook.faults {
        faults.0.push(unreadable(fault));
    }
    let chapter_lines = lines(&workbook, &CHAPTERS, &mut faults);
    let region_lines = lines(&workbook, &REGIONS, &mut faults);
    let adviser_lines = lines(&workbook, &ADVISERS, &mut faults);
    let recipient_lines = lines(&workbook, &RECIPIENTS, &mut faults);
    let regions = regions(&region_lines, &mut faults);
    let chapters: Vec<Chapter> = chapter_lines
        .iter()
        .map(|line| chapter(line, &regions, &mut faults))
        .collect();
    unique(&chapter_lines, Holds::Number, &mut faults);
    unique(&chapter_lines, Holds::OrganisationNumber, &mut faults);
    let advisers = advisers(&adviser_lines, &regions, &mut faults);
    without_adviser(&region_lines, &advisers, &mut faults);
    let recipients = recipients(&recipient_lines, &mut faults);
    let last_year = if has(&workbook, &LAST_YEAR) {
        let lines = lines(&workbook, &LAST_YEAR, &mut faults);
        unique(&lines, Holds::Number, &mut faults);
        last_year(&lines, &chapters, &mut faults)
    } else {
        BTreeMap::new()
    };
    if faults.0.is_empty() {
        Ok(Register {
            chapters,
            regions,
            advisers,
            recipients,
            last_year,
        })
    } else {
        Err(faults.0)
    }
}

fn unreadable(fault: &Fault) -> RegisterFault {
    let (sheet, message) = if let FaultKind::SheetUnreadable { sheet } = &fault.kind {
        let message = "Arket kan ikke leses. Åpne registeret i Excel og lagre det på nytt.";
        (sheet.as_str(), message)
    } else if fault.kind == FaultKind::Encrypted {
        let message = "Registeret er beskyttet med passord. Lagre det uten passord.";
        ("", message)
    } else if fault.kind == FaultKind::Empty {
        ("", "Registeret er tomt. Lag et nytt fra malen.")
    } else {
        let message = "Registeret kan ikke leses. Åpne det i Excel og lagre det på nytt som .xlsx.";
        ("", message)
    };
    RegisterFault {
        sheet: sheet.to_owned(),
        cell: String::new(),
        message: message.to_owned(),
    }
}

fn regions(lines: &[Line], faults: &mut Faults) -> Vec<Region> {
    unique(lines, Holds::Region, faults);
    let mut owners: BTreeMap<&'static str, String> = BTreeMap::new();
    let mut regions = Vec::new();
    for line in lines {
        let name = line.or_empty(Holds::Region);
        let mut own = Vec::new();
        for (typed, found) in counties(line.text(Holds::Counties).unwrap_or_default()) {
            if found == CountyFound::Unknown {
                line.fault(faults, Holds::Counties, unknown_county(&typed));
            }
            for county in found.possible() {
                if own.iter().any(|other: &String| other == county) {
                    continue;
                }
                own.push((*county).to_owned());
                if let Some(other) = owners.insert(county, name.clone()) {
                    let message =
                        format!("{county} står også under {other}. Et fylke hører til ett område.");
                    line.fault(faults, Holds::Counties, message);
                }
            }
        }
        regions.push(Region {
            name,
            counties: own,
        });
    }
    regions
}

/// What is said of a county that nobody knows.
pub(super) fn unknown_county(typed: &str) -> String {
    match nearest_county(typed) {
        Some(near) => format!("Vi kjenner ikke fylket «{typed}». Mente dere {near}?"),
        None => format!("Vi kjenner ikke fylket «{typed}». Skriv et av dagens fylker."),
    }
}

/// The region of this name, over spelling variants, or a fault.
pub(super) fn region_of<'a>(
    line: &Line,
    regions: &'a [Region],
    faults: &mut Faults,
) -> Option<&'a Region> {
    let typed = line.text(Holds::Region)?;
    let folded = folded_name(typed);
    let found = regions
        .iter()
        .find(|region| folded_name(&region.name) == folded);
    if found.is_none() {
        let message = format!("Området «{typed}» står ikke på arket Områder.");
        line.fault(faults, Holds::Region, message);
    }
    found
}

/// The address in a cell, or a fault.
pub(super) fn address(line: &Line, holds: Holds, faults: &mut Faults) -> Option<String> {
    let typed = line.text(holds)?;
    if !email::is_address(typed) {
        let message = format!("«{typed}» er ingen gyldig e-postadresse. Skriv én adresse.");
        line.fault(faults, holds, message);
    }
    Some(typed.to_owned())
}

fn advisers(lines: &[Line], regions: &[Region], faults: &mut Faults) -> Vec<Adviser> {
    let mut advisers = Vec::new();
    for line in lines {
        let region = region_of(line, regions, faults);
        advisers.push(Adviser {
            name: line.or_empty(Holds::Name),
            email: address(line, Holds::Email, faults).unwrap_or_default(),
            region: region.map_or_else(String::new, |region| region.name.clone()),
        });
    }
    advisers
}

fn without_adviser(lines: &[Line], advisers: &[Adviser], faults: &mut Faults) {
    for line in lines {
        let Some(name) = line.text(Holds::Region) else {
            continue;
        };
        if !advisers.iter().any(|adviser| adviser.region == name) {
            let message = format!("{name} har ingen rådgiver. Legg til en på arket Rådgivere.");
            line.fault(faults, Holds::Region, message);
        }
    }
}

fn recipients(lines: &[Line], faults: &mut Faults) -> Vec<Recipient> {
    let mut recipients = Vec::new();
    for line in lines {
        let email = address(line, Holds::Email, faults).unwrap_or_default();
        let Some(typed) = line.text(Holds::Role) else {
            continue;
        };
        let role = match folded_name(typed).as_str() {
            "økonomi" => Role::Finance,
            "drift" => Role::Operations,
            "koordinator" => Role::Coordinator,
            _ => {
                let message =
                    format!("Rollen «{typed}» finnes ikke. Velg økonomi, drift eller koordinator.");
                line.fault(faults, Holds::Role, message);
                continue;
            }
        };
        recipients.push(Recipient {
            name: line.or_empty(Holds::Name),
            email,
            role,
        });
    }
    recipients
}

/// The figures of the year before.
fn last_year(
    lines: &[Line],
    chapters: &[Chapter],
    faults: &mut Faults,
) -> BTreeMap<String, LastYear> {
    let mut told = BTreeMap::new();
    for line in lines {
        let last = LastYear {
            days: whole(line, Holds::Days, faults),
            participants: whole(line, Holds::Participants, faults),
            peer_supporters: whole(line, Holds::PeerSupporters, faults),
        };
        let number = line.or_empty(Holds::Number);
        if chapters.iter().any(|chapter| chapter.number == number) {
            told.insert(number, last);
        } else if !number.is_empty() {
            let message = format!("Laget «{number}» står ikke på arket Lag.");
            line.fault(faults, Holds::Number, message);
        }
    }
    told
}

/// Tells of values that stand twice in a column which must tell rows apart.
fn unique(lines: &[Line], holds: Holds, faults: &mut Faults) {
    let mut first: BTreeMap<String, String> = BTreeMap::new();
    for line in lines {
        let Some(typed) = line.text(holds) else {
            continue;
        };
        let folded = folded_name(typed);
        let folded = if holds == Holds::OrganisationNumber {
            folded.replace(' ', "")
        } else {
            folded
        };
        if let Some(cell) = first.get(&folded) {
            let message = format!("«{typed}» står også i {cell}. Rett den ene.");
            line.fault(faults, holds, message);
        } else {
            first.insert(folded, line.cell(holds));
        }
    }
}
