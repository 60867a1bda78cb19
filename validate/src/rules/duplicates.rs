//! What stands twice. These rules come last: a row that does not count takes no place.

use std::cmp::Reverse;

use samlerapport_ingest::{Field, Place, Row};

use crate::activity::{Activity, When};
use crate::current::subject;
use crate::heard::HeardForm;
use crate::hearing::Fate;
use crate::remarks::Remarks;
use crate::scene::Scene;

pub(crate) mod duplicate;
pub(crate) mod joint_arrangement;
mod likeness;
pub(crate) mod partly_duplicate;
pub(crate) mod person_listed_twice;
pub(crate) mod same_day_open;

/// The dated rows that could take a day, those that count today first, then those of
/// most days. What they say decides the rest, never where they stand or when they came.
fn in_order<'s, 'a>(scene: &'s Scene<'a>, remarks: &Remarks<'_>) -> Vec<&'s Activity<'a>> {
    let held = remarks.held_forms();
    let mut rows: Vec<_> = scene
        .asked_about()
        .filter_map(|activity| {
            let form = scene.form(activity.id.form)?;
            let fate = remarks.fate_so_far(activity.id);
            let takes_a_day = form.speaks_for_the_year()
                && activity.when == When::Certain
                && activity.days_inside().next().is_some()
                && fate != Fate::Excluded;
            let order = (
                fate,
                held.contains(&form.index),
                Reverse(activity.days_inside().count()),
                activity.form,
            );
            takes_a_day.then_some((order, form, activity))
        })
        .collect();
    rows.sort_by(|(order, form, row), (other_order, other_form, other)| {
        order
            .cmp(other_order)
            .then_with(|| (&row.days, row.times).cmp(&(&other.days, other.times)))
            .then_with(|| Content::of(form, row.row).cmp(&Content::of(other_form, other.row)))
    });
    rows.into_iter().map(|(_, _, activity)| activity).collect()
}

/// What a row says, to put rows in order: whose the form is, and every cell, whatever the
/// order of the columns. Of two that say the same it is all one which comes first, and the
/// file's bytes and the place in it keep the answer the same from run to run.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Content<'s> {
    subject: Option<&'s str>,
    cells: Vec<(Field, &'s str)>,
    sha256: &'s str,
    part: Option<&'s str>,
    place: Place,
}

impl<'s> Content<'s> {
    fn of(form: &HeardForm<'s>, row: &'s Row) -> Self {
        let cells = row.cells.iter();
        let mut cells: Vec<_> = cells
            .map(|(field, told)| (*field, told.typed.as_str()))
            .collect();
        cells.sort_unstable();
        Self {
            subject: form.report().and_then(subject),
            cells,
            sha256: &form.delivery.sha256,
            part: form.delivery.reading.part.as_deref(),
            place: row.place,
        }
    }
}
