//! Rows that an adviser had decided about, and that a new delivery has changed.
//!
//! A decision holds for a row's substance. Where the newer delivery no longer has the
//! row, but one that must be the same with something changed, the decision is not lost
//! in silence: that row remembers which way it went.

use std::collections::BTreeSet;

use samlerapport_ingest::{Field, folded_name};

use crate::activity::Activity;
use crate::decided_rows::Way;
use crate::delivery::{Decided, Decision};
use crate::heard::HeardForm;
use crate::people::{Person, one_person, words};
use crate::remarks::RowId;

/// Lets the changed rows remember what was decided about them.
pub(crate) fn find(
    forms: &[HeardForm<'_>],
    activities: &mut [Activity<'_>],
    people: &mut [Person<'_>],
    decisions: &[Decision],
) {
    if decisions.iter().any(is_about_a_row) {
        remember(forms, activities);
        remember(forms, people);
    }
}

fn is_about_a_row(decision: &Decision) -> bool {
    matches!(decision.decided, Decided::Row { .. } | Decided::Ask { .. })
}

/// A row that an adviser may decide about: an activity, or a person of form 4.
trait Decidable {
    fn id(&self) -> RowId;
    fn key(&self) -> Option<&str>;
    fn way(&self) -> Option<Way>;
    fn decided_before(&self) -> Option<Way>;
    /// Remembers which way the row was decided as it stood.
    fn follow(&mut self, before: &Self, way: Way);
    /// How much two rows have in common; `None` when they must be two.
    fn likeness(&self, other: &Self) -> Option<usize>;
}

fn remember<Row: Decidable>(forms: &[HeardForm<'_>], rows: &mut [Row]) {
    for (before, way) in lost(forms, rows) {
        let pair = changed(forms, rows, before).map(|at| [before, at]);
        if let Some([before, row]) = pair.and_then(|pair| rows.get_disjoint_mut(pair).ok()) {
            row.follow(before, way);
        }
    }
}

/// The decided rows, as they stood last, that no standing form has any more.
fn lost(forms: &[HeardForm<'_>], rows: &[impl Decidable]) -> Vec<(usize, Way)> {
    let standing = rows.iter().filter(|row| stands(forms, *row));
    let mut told: BTreeSet<&str> = standing.filter_map(Decidable::key).collect();
    let mut lost = Vec::new();
    for (at, row) in rows.iter().enumerate().rev() {
        let (Some(key), Some(way)) = (row.key(), row.way()) else {
            continue;
        };
        if told.insert(key) {
            lost.push((at, way));
        }
    }
    lost
}

fn stands(forms: &[HeardForm<'_>], row: &impl Decidable) -> bool {
    let form = forms.get(row.id().form);
    form.is_some_and(HeardForm::speaks_for_the_year)
}

/// The row of a standing form that is a decided one with something changed: the likest
/// of those that are new since.
fn changed<Row: Decidable>(forms: &[HeardForm<'_>], rows: &[Row], before: usize) -> Option<usize> {
    let before = rows.get(before)?;
    let same_form = rows.iter().filter(|row| row.id().form == before.id().form);
    let known: BTreeSet<&str> = same_form.filter_map(Decidable::key).collect();
    let like = |(at, row): (usize, &Row)| {
        let key = row.key()?;
        let undecided = row.way().is_none() && row.decided_before().is_none();
        let new = undecided && !known.contains(key) && stands(forms, row);
        Some((new.then(|| before.likeness(row))??, key.to_owned(), at))
    };
    let best = rows.iter().enumerate().filter_map(like).max();
    best.map(|(_, _, at)| at)
}

impl Decidable for Activity<'_> {
    fn id(&self) -> RowId {
        self.id
    }

    fn key(&self) -> Option<&str> {
        self.key.as_deref()
    }

    fn way(&self) -> Option<Way> {
        self.way()
    }

    fn decided_before(&self) -> Option<Way> {
        self.decided_before
    }

    fn follow(&mut self, before: &Self, way: Way) {
        self.decided_before = Some(way);
        // An exclusion that an adviser has reversed is the adviser's to make again.
        let excluded = &mut self.nature.excluded;
        let told = excluded.len();
        excluded.retain(|exclusion| !before.reversed.contains(&exclusion.ground));
        self.reopened = excluded.len() < told;
    }

    fn likeness(&self, other: &Self) -> Option<usize> {
        (self.form == other.form).then(|| likeness(self, other))?
    }
}

impl Decidable for Person<'_> {
    fn id(&self) -> RowId {
        self.id
    }

    fn key(&self) -> Option<&str> {
        self.key.as_deref()
    }

    fn way(&self) -> Option<Way> {
        self.way()
    }

    fn decided_before(&self) -> Option<Way> {
        self.decided_before
    }

    fn follow(&mut self, _before: &Self, way: Way) {
        self.decided_before = Some(way);
    }

    fn likeness(&self, other: &Self) -> Option<usize> {
        let (name, other_name) = (words(&self.folded), words(&other.folded));
        let (phone, other_phone) = (self.phone.as_deref(), other.phone.as_deref());
        one_person((&name, phone), (&other_name, other_phone))
            .then(|| usize::from(name == other_name) + usize::from(phone == other_phone))
    }
}

/// How much two rows have in common; `None` when they must be two: neither the days with
/// the title or the start, nor everything but the days.
fn likeness(one: &Activity<'_>, other: &Activity<'_>) -> Option<usize> {
    let same = |field| folded(one, field) == folded(other, field);
    let days = one.days == other.days;
    let (title, start) = (same(Field::Title), one.times.0 == other.times.0);
    let rest = [
        one.times.1 == other.times.1,
        same(Field::Theme),
        same(Field::Leader),
        same(Field::Venue),
        same(Field::Sharing),
        same(Field::Organiser),
    ];
    let like = rest.iter().filter(|same| **same).count();
    let is_one = days && (title || start) || title && start && like == rest.len();
    is_one.then(|| like + usize::from(days) + usize::from(title) + usize::from(start))
}

fn folded(row: &Activity<'_>, field: Field) -> String {
    row.row.text(field).map(folded_name).unwrap_or_default()
}
