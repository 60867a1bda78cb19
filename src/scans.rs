//! Scanned pages that came beside forms: named as they are, in the same folder, at the
//! same time, or later to a form that waits for its signature.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use samlerapport_ingest::{Evidence, FormName, Register, folded_name, shown_by};

use crate::ledger::{Lay, Ledger, Role};
use crate::reading;

/// A page may be found by the run after the one that found its form. What comes
/// later under the same name may be another chapter's.
const TOGETHER: TimeDelta = TimeDelta::hours(1);

/// The pages and pictures of a year that came beside forms, each with the
/// deliveries that it shows the signatures of.
pub(crate) fn scans(
    ledger: &Ledger,
    register: &Register,
    basis_year: i32,
) -> anyhow::Result<BTreeMap<i64, Vec<i64>>> {
    let mut scans: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    let pages = ledger.laid(Role::Page, basis_year)?;
    if pages.is_empty() {
        return Ok(scans);
    }
    let mut folders: BTreeMap<String, Vec<Lay>> = BTreeMap::new();
    for form in ledger.laid(Role::Form, basis_year)? {
        folders.entry(form.folder.clone()).or_default().push(form);
    }
    for page in pages {
        let forms = folders.get(&page.folder).into_iter().flatten();
        let named = shown_by(
            &page.name,
            forms.map(|form| {
                let (file, part) = (form.name.as_str(), form.part.as_deref());
                (form, FormName { file, part })
            }),
        );
        let near = named
            .iter()
            .filter(|form| (form.arrived - page.arrived).abs() <= TOGETHER);
        let mut shown: Vec<i64> = near.map(|form| form.delivery).collect();
        if shown.is_empty() {
            shown.extend(waiting(ledger, register, &page, &named)?);
        }
        if !shown.is_empty() {
            let all = scans.entry(page.delivery).or_default();
            all.extend(shown);
            all.sort_unstable();
            all.dedup();
        }
    }
    Ok(scans)
}

/// The form that waits for a page that came later: the last of those of the name, when
/// all are one chapter's, the name tells which, and nobody has signed it.
fn waiting(
    ledger: &Ledger,
    register: &Register,
    page: &Lay,
    named: &[&Lay],
) -> anyhow::Result<Option<i64>> {
    let chapters: BTreeSet<Option<&str>> =
        named.iter().map(|form| form.chapter.as_deref()).collect();
    let (Some(last), 1) = (named.last(), chapters.len()) else {
        return Ok(None);
    };
    let told = chapters
        .into_iter()
        .flatten()
        .any(|chapter| tells(register, chapter, page));
    if !told || last.arrived > page.arrived {
        return Ok(None);
    }
    let Some(stored) = ledger.delivery(last.delivery)? else {
        return Ok(None);
    };
    let head = reading::head(&stored.readings, stored.position)?;
    let signed = head
        .report
        .iter()
        .flat_map(|report| &report.signatures)
        .any(|signature| signature.evidence >= Evidence::Picture);
    Ok((!signed).then_some(last.delivery))
}

/// Whether a name or its folder has a word that is in this chapter's name and in no
/// other's: "Møteplass.pdf" may be anybody's.
fn tells(register: &Register, chapter: &str, page: &Lay) -> bool {
    let place = folded_name(&format!("{} {}", page.folder, page.name));
    let place: BTreeSet<&str> = place.split(' ').collect();
    let words = |name: &str| -> Vec<String> {
        let folded = folded_name(name);
        let long = folded.split(' ').filter(|word| word.chars().count() >= 3);
        long.map(str::to_owned).collect()
    };
    let Some(own) = register.chapter(chapter) else {
        return false;
    };
    words(&own.name)
        .into_iter()
        .filter(|word| place.contains(word.as_str()))
        .any(|word| {
            let mut others = register.chapters.iter();
            !others.any(|other| other.number != own.number && words(&other.name).contains(&word))
        })
}
