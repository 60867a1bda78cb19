//! Which labels can be a field's: a heading in the row over a table asks for a column
//! alone, and a label that comes again with every record for a part of the record.

use crate::form::{Field, FormId};
use crate::reading::grid::Grid;
use crate::reading::label::Label;
use crate::reading::scan::{FEWEST_COLUMNS, Found, columns};

/// No head asks for the same thing in so many rows.
const MOST_ROWS: usize = 3;
/// So many labels are looked through; an honest head comes before them.
const LOOKED_AT: usize = 2_000;

/// The labels that can be those of a field outside the table, in their order.
pub(super) fn fields(labels: &[Found<'_>], grid: &Grid<'_>) -> Vec<bool> {
    let mut fields = Vec::with_capacity(labels.len());
    let mut rows: Vec<(*const Label, usize)> = Vec::new();
    for row in labels.chunk_by(|one, other| one.row == other.row) {
        let header = heads(row);
        for found in row {
            let label = std::ptr::from_ref(found.matched.label);
            if rows.len() < LOOKED_AT {
                match rows.iter_mut().find(|(known, _)| *known == label) {
                    Some((_, times)) => *times += 1,
                    None => rows.push((label, 1)),
                }
            }
            fields.push(!(header && is_heading(found, row, grid)));
        }
    }
    for (found, field) in labels.iter().zip(&mut fields) {
        let label = std::ptr::from_ref(found.matched.label);
        let again = rows.iter().find(|(known, _)| *known == label);
        *field &= again.is_none_or(|(_, times)| *times < MOST_ROWS);
    }
    fields
}

/// Whether a row of labels heads the table of a form whose rows have a day.
fn heads(row: &[Found<'_>]) -> bool {
    let dated = |form: &FormId| {
        let mut labels = row.iter();
        labels.any(|it| it.matched.label.column(*form) == Some(Field::Date))
    };
    let mut logs = [FormId::MeetingPlace, FormId::Activities, FormId::Visits].iter();
    logs.any(|form| dated(form) && columns(row, *form) >= FEWEST_COLUMNS)
}

/// Whether a label in a header heads a column: no value of its own stands beside it.
fn is_heading(found: &Found<'_>, row: &[Found<'_>], grid: &Grid<'_>) -> bool {
    let column = |form: &FormId| found.matched.label.column(*form).is_some();
    if found.matched.inline.is_some() || !FormId::ALL.iter().any(column) {
        return false;
    }
    let mut right = grid.row(found.row).iter();
    let right = right.find(|cell| cell.column > found.column);
    right.is_none_or(|cell| row.iter().any(|other| other.column == cell.column))
}
