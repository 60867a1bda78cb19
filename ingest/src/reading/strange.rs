//! Labels among a record's that we do not know: those nearly spelt as what the
//! record lacks join it, and the others are told where a value stands at them.

use super::grid::text;
use super::page::Page;
use super::records::{Run, columns, values};
use super::table::Table;
use super::{slip, wording};
use crate::fault::Fault;
use crate::form::{Field, Item};

/// So many labels in a row may be unknown.
const MOST: usize = 8;
/// So many labels are a record beside others, whatever its first one says.
const WHOLE: usize = 5;

/// Adds to the runs what they lack, keeps those that ask for what every row begins
/// with, and tells of the values that are lost.
pub(super) fn read(page: &Page<'_>, table: &Table, runs: &mut Vec<Run>) -> Vec<Fault> {
    let items = page
        .form
        .table
        .as_ref()
        .map_or(&[][..], |table| table.columns);
    let Some(key) = items.first().map(|item| item.field) else {
        return Vec::new();
    };
    let mut lost: Vec<(bool, Vec<u32>)> = Vec::new();
    for run in runs.iter_mut() {
        let mut rows = join(page, table, run, items);
        if rows.is_empty() && !run.asks(key) && !is_whole(run) {
            rows.push(run.first());
        }
        lost.push((run.asks(key), rows));
    }
    // Without any record the labels stand for the form's own fields.
    let any = lost.iter().any(|(keyed, _)| *keyed);
    let at = |(run, (_, rows)): (&Run, (bool, Vec<u32>))| {
        let column = run.column;
        rows.into_iter().map(move |row| (row, column))
    };
    let places: Vec<(u32, u16)> = runs.iter().zip(lost).flat_map(at).collect();
    runs.retain(|run| run.asks(key) || (any && is_whole(run)));
    let places = places.into_iter().filter(|_| any);
    places
        .map(|(row, column)| page.not_understood(row, column))
        .collect()
}

/// Whether a run asks for so much that it is a record even without its first label.
fn is_whole(run: &Run) -> bool {
    run.items.len() >= WHOLE
}

/// Joins the nearly spelt labels to a run; tells the rows of those left over.
fn join(page: &Page<'_>, table: &Table, run: &mut Run, items: &'static [Item]) -> Vec<u32> {
    let mut buffer = String::new();
    let mut lost = Vec::new();
    let columns = columns(page, run);
    for row in rows(page, run) {
        let missing = slip::missing(items, |field| run.asks(field));
        let known = asked_at(page, run, row);
        let label = page.grid.cell(row, run.column).and_then(text);
        let label = label.filter(|text| known.is_some() || slip::may_head(text, &mut buffer));
        let told = values(page, run, row).any(|cell| columns.contains(&cell.column));
        let Some(label) = label.filter(|_| told && !table.covers(row)) else {
            continue;
        };
        let lacking = slip::missing(items, |field| run.asks(field))
            .next()
            .is_some();
        let known = known.and_then(|field| items.iter().find(|item| item.field == field));
        let item = known.or_else(|| slip::nearest(label, missing)).or_else(|| {
            let field = wording::column(label, page.form.id, |field| !run.asks(field))?;
            items.iter().find(|item| item.field == field)
        });
        match item {
            Some(item) => run.items.push((row, item)),
            None if lacking => lost.push(row),
            None => {}
        }
    }
    run.items.sort_by_key(|(row, _)| *row);
    lost
}

/// The rows between a run's labels, and those close above and below, that have
/// something unknown in its column.
fn rows(page: &Page<'_>, run: &Run) -> Vec<u32> {
    let strange = |row: &u32| {
        page.grid.cell(*row, run.column).is_some() && page.label_at(*row, run.column).is_none()
    };
    let (first, last) = (run.first(), run.last());
    let above = (1..first).rev().take_while(strange).take(MOST);
    // Below what we do not know a record may go on with what we do.
    let goes_on = |row: &u32| strange(row) || asked_at(page, run, *row).is_some();
    let below = (last + 1..).take_while(goes_on).take(MOST);
    let within = (first..=last).filter(|row| page.label_at(*row, run.column).is_none());
    let mut rows: Vec<u32> = above.chain(within).chain(below).collect();
    rows.sort_unstable();
    rows
}

/// What a label in a run's column asks for, if the run does not.
fn asked_at(page: &Page<'_>, run: &Run, row: u32) -> Option<Field> {
    let label = page.label_at(row, run.column)?.matched.label;
    let field = label.column(page.form.id)?;
    (!label.signs(page.form.id) && !run.asks(field)).then_some(field)
}
