//! Which deliveries stand: a newer one of the same takes the older one's place.
//!
//! Form 1 and 4 come once; form 2 once for each meeting place, form 5 once for each
//! person. Form 3 may come in parts, so its rows decide: the old rows found again
//! means that the newer replaces, none found again that it adds. In between, the old
//! one stands until a person decides.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use samlerapport_ingest::{Field, FormId, Report, Row, folded_name};

use crate::delivery::Delivery;
use crate::hearing::Standing;

/// What has become of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stand {
    /// Whether a newer one has taken its place.
    pub(crate) standing: Standing,
    /// An older one that it overlaps in part.
    pub(crate) overlaps: Option<i64>,
}

/// Works out what stands, in the order of the deliveries given.
///
/// A file that could not be read, or a form for another year, takes nobody's place.
pub(crate) fn standings(deliveries: &[Delivery], basis_year: i32) -> Vec<Stand> {
    let mut stands = vec![
        Stand {
            standing: Standing::Current,
            overlaps: None,
        };
        deliveries.len()
    ];
    let mut order: Vec<usize> = (0..deliveries.len()).collect();
    order.sort_by_key(|index| deliveries.get(*index).map(|delivery| delivery.id));
    let mut current: Vec<Candidate<'_>> = Vec::new();
    for index in order {
        let Some(newer) = deliveries
            .get(index)
            .and_then(|delivery| Candidate::of(index, delivery, basis_year))
        else {
            continue;
        };
        let mut overlaps = None;
        let mut replaced = Vec::new();
        for older in &current {
            match relation(older, &newer, basis_year) {
                Relation::Apart => {}
                Relation::Replaces => replaced.push(older.index),
                Relation::Overlaps => overlaps = overlaps.or(Some(older.id)),
            }
        }
        if overlaps.is_some() {
            if let Some(stand) = stands.get_mut(index) {
                stand.overlaps = overlaps;
            }
            continue;
        }
        for old in &replaced {
            if let Some(stand) = stands.get_mut(*old) {
                stand.standing = Standing::Superseded(newer.id);
            }
        }
        current.retain(|older| !replaced.contains(&older.index));
        current.push(newer);
    }
    stands
}

struct Candidate<'a> {
    index: usize,
    id: i64,
    report: &'a Report,
    of: String,
}

impl<'a> Candidate<'a> {
    fn of(index: usize, delivery: &'a Delivery, basis_year: i32) -> Option<Self> {
        let report = delivery.reading.report.as_ref()?;
        if report.basis_year().is_some_and(|year| year != basis_year) {
            return None;
        }
        Some(Self {
            index,
            id: delivery.id,
            report,
            of: subject(report).map(folded_subject).unwrap_or_default(),
        })
    }
}

/// The meeting place that a form 2 is for, or the person of a form 5, as typed.
pub(crate) fn subject(report: &Report) -> Option<&str> {
    match report.form {
        FormId::MeetingPlace => report.text(Field::MeetingPlaceName),
        FormId::Visits => report.text(Field::PersonName),
        FormId::AnnualReport | FormId::Activities | FormId::PeerSupporters => None,
    }
}

/// "Møteplassen Solkroken" and "Solkroken" are one place.
fn folded_subject(name: &str) -> String {
    let folded = folded_name(name);
    let words: Vec<_> = folded
        .split(' ')
        .filter(|word| !matches!(*word, "møteplass" | "møteplassen" | "møteplassa"))
        .collect();
    if words.is_empty() {
        folded
    } else {
        words.join(" ")
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Relation {
    Apart,
    Replaces,
    Overlaps,
}

fn relation(older: &Candidate<'_>, newer: &Candidate<'_>, basis_year: i32) -> Relation {
    if older.report.form != newer.report.form {
        return Relation::Apart;
    }
    match newer.report.form {
        FormId::AnnualReport | FormId::PeerSupporters => Relation::Replaces,
        FormId::MeetingPlace | FormId::Visits => {
            if older.of == newer.of && !older.of.is_empty() {
                Relation::Replaces
            } else if nearly(&older.of, &newer.of) {
                by_rows(older.report, newer.report, basis_year)
            } else {
                Relation::Apart
            }
        }
        FormId::Activities => by_rows(older.report, newer.report, basis_year),
    }
}

/// Names that may be spellings of one, or of which one is missing.
fn nearly(one: &str, other: &str) -> bool {
    one.is_empty() || other.is_empty() || strsim::normalized_levenshtein(one, other) >= 0.8
}

fn by_rows(older: &Report, newer: &Report, basis_year: i32) -> Relation {
    let mut by_day: BTreeMap<Vec<NaiveDate>, Vec<Told>> = BTreeMap::new();
    let mut titles = BTreeSet::new();
    for row in &newer.rows {
        let told = Told::of(row);
        titles.insert(told.title.clone());
        by_day.entry(days(row, basis_year)).or_default().push(told);
    }
    let (mut found, mut lost) = (0_u32, 0_u32);
    let mut undated_found = false;
    for row in &older.rows {
        let days = days(row, basis_year);
        let told = Told::of(row);
        // A row whose date could not count is what a correction mends: it tells nothing.
        if !days.iter().any(|day| day.year() == basis_year) {
            undated_found |= titles.contains(&told.title);
            continue;
        }
        let again = by_day
            .get(&days)
            .is_some_and(|rows| rows.iter().any(|row| row.may_be(&told)));
        if again {
            found += 1;
        } else {
            lost += 1;
        }
    }
    match (found, lost) {
        (0, 0) if older.rows.is_empty() || undated_found => Relation::Replaces,
        (0, _) => Relation::Apart,
        (_, 0) => Relation::Replaces,
        (_, _) => Relation::Overlaps,
    }
}

/// What a row is known again by, beside its days.
struct Told {
    title: String,
    from: Option<chrono::NaiveTime>,
}

impl Told {
    fn of(row: &Row) -> Self {
        Self {
            title: row
                .text(Field::Title)
                .or(row.text(Field::Theme))
                .map(folded_name)
                .unwrap_or_default(),
            from: row.times().0,
        }
    }

    fn may_be(&self, other: &Self) -> bool {
        self.title == other.title
            || self.title.is_empty()
            || other.title.is_empty()
            || (self.from.is_some() && self.from == other.from)
    }
}

fn days(row: &Row, basis_year: i32) -> Vec<NaiveDate> {
    let mut days: Vec<_> = row
        .days(Field::Date)
        .iter()
        .filter_map(|day| day.in_year(basis_year))
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}
