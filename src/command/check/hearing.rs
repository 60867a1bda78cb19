//! The files of one chapter and year are heard together.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use samlerapport_ingest::{Chapter, Field, Identified, Report, folded_name};
use samlerapport_validate::{Delivery, Hearing, Joint, Setting, joint, mask_numbers};

use super::{ReadFile, Terms};

/// A hearing with the deliveries that it was held over.
pub(super) struct Case {
    /// What was handed in.
    pub(super) deliveries: Vec<Delivery>,
    /// What came out.
    pub(super) hearing: Hearing,
    /// The chapter: its name in the register, or as typed.
    pub(super) chapter: Option<String>,
    /// The year that it was heard for.
    pub(super) basis_year: i32,
}

/// Whose delivery it is, and for which year.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Whose {
    /// A chapter of the register.
    Known(String),
    /// By what the forms themselves say.
    Told(String),
    /// Nobody's: heard alone.
    Alone(i64),
}

pub(super) fn hear(files: Vec<ReadFile>, terms: &Terms) -> Vec<Case> {
    let mut groups: BTreeMap<(Whose, i32), Vec<Delivery>> = BTreeMap::new();
    let mut order = Vec::new();
    let usual = usual_year(&files, terms);
    let mut id = 0;
    for file in files {
        for reading in file.readings {
            id += 1;
            let year = terms.basis_year.unwrap_or_else(|| {
                let told = reading.report.as_ref().and_then(Report::basis_year);
                told.unwrap_or(usual)
            });
            let whose = reading
                .report
                .as_ref()
                .map_or(Whose::Alone(id), |report| whose(report, terms, id));
            let key = (whose, year);
            if !order.contains(&key) {
                order.push(key.clone());
            }
            groups.entry(key).or_default().push(Delivery {
                id,
                file: file.name.clone(),
                sha256: file.sha256.clone(),
                arrived: terms.now.instant,
                reading,
            });
        }
    }
    let cases = order.into_iter().filter_map(|key| {
        let deliveries = groups.remove(&key)?;
        Some(case(key, deliveries, terms))
    });
    let mut cases: Vec<Case> = cases.collect();
    hear_of_shared(&mut cases, terms);
    cases
}

/// Chapters of the register that tell of one activity are heard again with it.
fn hear_of_shared(cases: &mut [Case], terms: &Terms) {
    let Some(register) = &terms.register else {
        return;
    };
    let years: BTreeSet<i32> = cases.iter().map(|case| case.basis_year).collect();
    for year in years {
        let of_year = cases.iter().filter(|case| case.basis_year == year);
        let shared = joint(of_year.map(|case| &case.hearing), register);
        for case in cases.iter_mut().filter(|case| case.basis_year == year) {
            let number = case.hearing.chapter.as_deref();
            if let Some(joint) = number.and_then(|number| shared.get(number)) {
                let chapter = number.and_then(|number| register.chapter(number));
                case.hearing = held(chapter, year, &case.deliveries, joint, terms);
            }
        }
    }
}

fn held(
    chapter: Option<&Chapter>,
    basis_year: i32,
    deliveries: &[Delivery],
    joint: &[Joint],
    terms: &Terms,
) -> Hearing {
    Hearing::of(&Setting {
        chapter,
        basis_year,
        deliveries,
        register: terms.register.as_ref(),
        joint,
        last_year: chapter.and_then(|chapter| {
            let register = terms.register.as_ref()?;
            register.last_year.get(&chapter.number).copied()
        }),
        decisions: &[],
        settings: &terms.settings,
        today: terms.now.today,
    })
}

fn case((whose, basis_year): (Whose, i32), deliveries: Vec<Delivery>, terms: &Terms) -> Case {
    let chapter = match &whose {
        Whose::Known(number) => terms
            .register
            .as_ref()
            .and_then(|register| register.chapter(number)),
        Whose::Told(_) | Whose::Alone(_) => None,
    };
    let hearing = held(chapter, basis_year, &deliveries, &[], terms);
    let named = deliveries.iter().find_map(|delivery| {
        let report = delivery.reading.report.as_ref()?;
        let name = report.text(Field::ChapterName)?;
        Some(mask_numbers(name).into_owned())
    });
    Case {
        chapter: chapter.map(|chapter| chapter.name.clone()).or(named),
        deliveries,
        hearing,
        basis_year,
    }
}

fn whose(report: &Report, terms: &Terms, id: i64) -> Whose {
    if let Some(register) = &terms.register {
        return match register.identify(report) {
            Identified::Chapter(chapter) => Whose::Known(chapter.number.clone()),
            Identified::Unknown | Identified::Uncertain => Whose::Alone(id),
        };
    }
    report
        .text(Field::ChapterName)
        .map(folded_name)
        .or_else(|| report.hidden_chapter.clone())
        .map_or(Whose::Alone(id), Whose::Told)
}

/// The year of forms that name none: that of the others, or last year.
fn usual_year(files: &[ReadFile], terms: &Terms) -> i32 {
    let mut years: BTreeMap<i32, usize> = BTreeMap::new();
    for reading in files.iter().flat_map(|file| &file.readings) {
        if let Some(year) = reading.report.as_ref().and_then(Report::basis_year) {
            *years.entry(year).or_default() += 1;
        }
    }
    years
        .into_iter()
        .max_by_key(|(year, count)| (*count, *year))
        .map_or_else(|| terms.now.today.year() - 1, |(year, _)| year)
}
