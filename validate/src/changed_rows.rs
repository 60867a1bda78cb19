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

/// Lets the changed rows remember what was decided about them.
pub(crate) fn find(
    forms: &[HeardForm<'_>],
    activities: &mut [Activity<'_>],
    decisions: &[Decision],
) {
    if !decisions.iter().any(is_about_a_row) {
        return;
    }
    for (before, way) in lost(forms, activities) {
        if let Some(row) = changed(forms, activities, before)
            && let Some(row) = activities.get_mut(row)
        {
            row.decided_before = Some(way);
        }
    }
}

fn is_about_a_row(decision: &Decision) -> bool {
    matches!(decision.decided, Decided::Row { .. } | Decided::Ask { .. })
}

/// The decided rows, as they stood last, that no standing form has any more.
fn lost(forms: &[HeardForm<'_>], activities: &[Activity<'_>]) -> Vec<(usize, Way)> {
    let stands = |row: &Activity<'_>| forms.get(row.id.form).is_some_and(HeardForm::stands);
    let mut told: BTreeSet<&str> = activities
        .iter()
        .filter(|row| stands(row))
        .filter_map(|row| row.key.as_deref())
        .collect();
    let mut lost = Vec::new();
    for (at, row) in activities.iter().enumerate().rev() {
        let (Some(key), Some(way)) = (row.key.as_deref(), row.way()) else {
            continue;
        };
        if told.insert(key) {
            lost.push((at, way));
        }
    }
    lost
}

/// The row of a standing form that is a decided one with something changed: the likest
/// of those that are new since.
fn changed(forms: &[HeardForm<'_>], activities: &[Activity<'_>], before: usize) -> Option<usize> {
    let before = activities.get(before)?;
    let known: BTreeSet<&str> = activities
        .iter()
        .filter(|row| row.id.form == before.id.form)
        .filter_map(|row| row.key.as_deref())
        .collect();
    let like = |(at, row): (usize, &Activity<'_>)| {
        let key = row.key.as_deref()?;
        let new = row.form == before.form
            && row.way().is_none()
            && row.decided_before.is_none()
            && !known.contains(key)
            && forms.get(row.id.form).is_some_and(HeardForm::stands);
        Some((new.then(|| likeness(before, row))??, key.to_owned(), at))
    };
    let best = activities.iter().enumerate().filter_map(like).max();
    best.map(|(_, _, at)| at)
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
