//! Rows of labels that stand under the lines they name, as on printed forms.

use super::fields::{Asked, Fields};
use super::page::{Heard, Page, is_blank};
use crate::form::Field;

/// One label alone under a value may as well head what stands below it.
const FEWEST_LABELS: usize = 2;

/// Reads the values over whole rows of labels that have none beside or below them.
pub(super) fn read(page: &Page<'_>, asked: &[Asked<'_>], fields: &mut Fields) {
    let mut rows: Vec<u32> = asked.iter().map(|asked| asked.found.row).collect();
    rows.sort_unstable();
    rows.dedup();
    // Where whole rows are labelled so, a label left over at the end is too.
    let found = rows
        .iter()
        .filter(|row| one(page, asked, fields, (**row, FEWEST_LABELS)))
        .count();
    if found > 0 {
        for row in rows {
            one(page, asked, fields, (row, 1));
        }
    }
}

/// Reads the values over one row of labels; says whether there were any.
fn one(
    page: &Page<'_>,
    asked: &[Asked<'_>],
    fields: &mut Fields,
    (row, fewest): (u32, usize),
) -> bool {
    let mine: Vec<&Asked<'_>> = asked
        .iter()
        .filter(|asked| asked.found.row == row)
        .collect();
    // A label with a value tells which way the others are to be read.
    if mine.len() < fewest || mine.iter().any(|asked| fields.has(asked.item.field)) {
        return false;
    }
    let heard: Vec<(Field, Heard)> = mine
        .iter()
        .filter_map(|asked| Some((asked.item.field, above(page, asked, fields)?)))
        .collect();
    let sound = heard.iter().all(|(_, heard)| heard.fault.is_none());
    if !sound || heard.len() < fewest || heard.len() * 2 <= mine.len() {
        return false;
    }
    for (field, heard) in heard {
        fields
            .claimed
            .push((heard.told.place.row, heard.told.place.column));
        fields.take(field, heard);
    }
    true
}

fn above(page: &Page<'_>, asked: &Asked<'_>, fields: &Fields) -> Option<Heard> {
    let row = asked.found.row.checked_sub(1)?;
    let columns = asked.area.from.1..=asked.area.to.1;
    let cell =
        page.grid.row(row).iter().find(|cell| {
            columns.contains(&cell.column) && !is_blank(&cell.content, asked.item.kind)
        })?;
    let free =
        !fields.claimed.contains(&(row, cell.column)) && page.label_at(row, cell.column).is_none();
    free.then(|| page.hear(cell, asked.item.field, asked.item.kind))
}
