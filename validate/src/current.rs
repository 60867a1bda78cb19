//! Which deliveries stand: a newer one of the same takes the older one's place.
//!
//! Form 1 and 4 come once; form 2 once for each meeting place, form 5 once for each
//! person. Form 3 may come in parts, so its rows decide: the old rows found again
//! means that the newer replaces, none found again that it adds. In between, and when
//! the newer would give less, the old one stands until a person decides.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use samlerapport_ingest::{Field, FormId, Report, Row, folded_name};

use crate::delivery::{Decided, Decision, Delivery};
use crate::hearing::Standing;
use crate::scene::Setting;
use crate::worth::{Worse, Worth};

/// What has become of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stand {
    /// Whether another one stands in its place.
    pub(crate) standing: Standing,
    /// Why a person must decide whether it takes an older one's place.
    pub(crate) contest: Option<Contest>,
}

/// Why a delivery does not take an older one's place by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Contest {
    /// It has some of the older one's rows, but not all.
    Overlaps,
    /// It gives less.
    Worse(Worse),
}

/// Works out what stands, in the order of the deliveries given.
///
/// A file that could not be read, or a form for another year, takes nobody's place.
pub(crate) fn standings(setting: &Setting<'_>) -> Vec<Stand> {
    let deliveries = setting.deliveries;
    let mut line = Succession {
        setting,
        stands: vec![
            Stand {
                standing: Standing::Current,
                contest: None,
            };
            deliveries.len()
        ],
        current: Vec::new(),
        contested: Vec::new(),
        worths: BTreeMap::new(),
    };
    let mut order: Vec<usize> = (0..deliveries.len()).collect();
    order.sort_by_key(|index| deliveries.get(*index).map(|delivery| delivery.id));
    for index in order {
        let delivery = deliveries.get(index);
        if let Some(newer) =
            delivery.and_then(|newer| Candidate::of(index, newer, setting.basis_year))
        {
            line.succeed(newer);
        }
    }
    line.stands
}

/// The deliveries so far, as they follow on each other.
struct Succession<'s, 'a> {
    setting: &'s Setting<'a>,
    stands: Vec<Stand>,
    current: Vec<Candidate<'a>>,
    contested: Vec<Candidate<'a>>,
    worths: BTreeMap<usize, Worth>,
}

impl<'a> Succession<'_, 'a> {
    fn succeed(&mut self, newer: Candidate<'a>) {
        let year = self.setting.basis_year;
        let decided = takeover(self.setting, &newer);
        let (mut replaced, mut contest, mut refused) = (Vec::new(), None, None);
        for older in &self.current {
            let relation = relation(older, &newer, year);
            if relation == Relation::Apart {
                continue;
            }
            match (decided, relation) {
                (Some(false), _) => refused = refused.or(Some(older.id)),
                (None, Relation::Overlaps) => contest = Some(Contest::Overlaps),
                (Some(true) | None, _) => replaced.push(older.index),
            }
        }
        if let Some(older) = refused {
            self.supersede(newer.index, older);
            return;
        }
        if decided.is_none() && contest.is_none() {
            let worse = replaced
                .iter()
                .find_map(|older| self.worse(*older, newer.index));
            contest = worse.map(Contest::Worse);
        }
        if contest.is_some() {
            if let Some(stand) = self.stands.get_mut(newer.index) {
                stand.contest = contest;
            }
            self.contested.push(newer);
            return;
        }
        // What was in doubt beside an older one is no more in doubt than that one.
        let settled = self
            .contested
            .iter()
            .filter(|older| relation(older, &newer, year) == Relation::Replaces);
        replaced.extend(settled.map(|older| older.index));
        for older in &replaced {
            self.supersede(*older, newer.id);
        }
        self.current
            .retain(|older| !replaced.contains(&older.index));
        self.contested
            .retain(|older| !replaced.contains(&older.index));
        self.current.push(newer);
    }

    fn supersede(&mut self, index: usize, by: i64) {
        if let Some(stand) = self.stands.get_mut(index) {
            *stand = Stand {
                standing: Standing::Superseded(by),
                contest: None,
            };
        }
    }

    fn worse(&mut self, older: usize, newer: usize) -> Option<Worse> {
        let older = self.worth(older)?;
        self.worth(newer)?.worse_than(older)
    }

    fn worth(&mut self, index: usize) -> Option<Worth> {
        if let Some(known) = self.worths.get(&index) {
            return Some(*known);
        }
        let worth = Worth::of(self.setting.deliveries.get(index)?, self.setting);
        self.worths.insert(index, worth);
        Some(worth)
    }
}

/// What the adviser has decided about a delivery's taking over.
fn takeover(setting: &Setting<'_>, newer: &Candidate<'_>) -> Option<bool> {
    if setting.decisions.is_empty() {
        return None;
    }
    let piece = setting.deliveries.get(newer.index)?.piece()?;
    let about = |decision: &Decision| match &decision.decided {
        Decided::Takeover {
            piece: about,
            takes_over,
        } => (*about == piece).then_some(*takes_over),
        Decided::SignatureSeen { .. }
        | Decided::SignatureRefused { .. }
        | Decided::ChapterIs { .. }
        | Decided::Row { .. }
        | Decided::Ask { .. }
        | Decided::OnPaper { .. } => None,
    };
    setting.decisions.iter().rev().find_map(about)
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
