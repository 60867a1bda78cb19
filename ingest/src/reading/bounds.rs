//! What stands beside a table, and is none of it: the form's own fields and who signed,
//! left or right of the rows.

use super::header::Column;
use super::page::Page;
use super::scan::Found;
use crate::form::FormId;

/// So few labels are no block; a row may begin with a word that is one.
const FEWEST: usize = 2;
/// So far below a header the block may begin.
const ROWS: u32 = 40;

/// The first column of a table, and the one at which something else begins.
pub(super) fn of(page: &Page<'_>, rows: (u32, u32), columns: &[Column]) -> (u16, u16) {
    let ends = columns.iter().map(|it| it.also.unwrap_or(it.to).max(it.to));
    let (Some(mut first), Some(mut last)) = (columns.iter().map(|it| it.from).min(), ends.max())
    else {
        return (0, u16::MAX);
    };
    // Form 1's board may stand right of its questions.
    if page.form.id == FormId::AnnualReport {
        return (if first > 1 { first } else { 0 }, u16::MAX);
    }
    let heads = headings(page, rows);
    let is_headed = |column: u16| heads.binary_search(&column).is_ok();
    while first > 1 && is_headed(first - 1) {
        first -= 1;
    }
    while is_headed(last + 1) {
        last += 1;
    }
    let left = is_block(page, rows, |column| column < first);
    let right = is_block(page, rows, |column| column > last);
    (
        if left { first } else { 0 },
        if right { last + 1 } else { u16::MAX },
    )
}

/// The columns of a header that have a heading, known or not; a field's label is none.
fn headings(page: &Page<'_>, (first, last): (u32, u32)) -> Vec<u16> {
    let cells = (first..=last).flat_map(|row| page.grid.row(row));
    let cells = cells.filter(|cell| {
        let found = page.label_at(cell.row, cell.column);
        !found.is_some_and(|found| is_field(page, found))
    });
    let mut columns: Vec<u16> = cells
        .flat_map(|cell| {
            let area = page.grid.extent(cell.row, cell.column);
            (area.from.1..=area.to.1).take(64)
        })
        .collect();
    columns.sort_unstable();
    columns.dedup();
    columns
}

/// Whether the form's fields stand in these columns, in rows of their own.
fn is_block(page: &Page<'_>, (first, last): (u32, u32), within: impl Fn(u16) -> bool) -> bool {
    let from = page.labels.partition_point(|found| found.row < first);
    let labels = page.labels.get(from..).unwrap_or_default().iter();
    let near = labels.take_while(|found| found.row <= last + ROWS);
    let mut rows: Vec<u32> = near
        .filter(|found| within(found.column) && is_field(page, found))
        .map(|found| found.row)
        .collect();
    rows.dedup();
    // What stands below the rows only stands in the table's own columns.
    rows.len() >= FEWEST && rows.first().is_some_and(|row| *row <= last + 3)
}

fn is_field(page: &Page<'_>, found: &Found<'_>) -> bool {
    let label = found.matched.label;
    let form = page.form.id;
    (label.field(form).is_some() || label.signs(form)) && label.column(form).is_none()
}
