//! Whether a line that may begin a form's end is a row of its table.

use super::grid::text;
use super::letter_lines::is_greeting;
use super::scan::Found;
use super::signer::{self, name_and_date};
use crate::cell;
use crate::form::{FormId, Kind};
use crate::workbook::Cell;

/// The header of the form's table, above the end.
pub(super) struct Header {
    row: u32,
    /// The columns that hold days.
    days: Vec<u16>,
}

impl Header {
    pub(super) fn of(labels: &[Found<'_>], form: FormId) -> Option<Self> {
        let columns = form.form().table.as_ref()?.columns;
        let heads = |found: &&Found<'_>| found.matched.label.column(form).is_some();
        let needed = columns.len().min(3);
        let mut rows = labels.chunk_by(|one, other| one.row == other.row);
        let header = rows.rfind(|row| row.iter().filter(heads).count() >= needed)?;
        let is_day = |found: &&Found<'_>| {
            let field = found.matched.label.column(form);
            let mut columns = columns.iter();
            columns.any(|item| Some(item.field) == field && item.kind == Kind::Date)
        };
        Some(Self {
            row: header.first()?.row,
            days: header
                .iter()
                .filter(is_day)
                .map(|found| found.column)
                .collect(),
        })
    }

    /// Whether a line of several cells is one of the table's: right below its rows and not
    /// said to sign, or with a day in a column of days. Behind a place, there or beside
    /// it, the day leaves it open.
    pub(super) fn holds(&self, cells: &[Cell], apart: bool) -> Place {
        let Some(first) = cells.first().filter(|cell| cell.row > self.row) else {
            return Place::Outside;
        };
        let signs = is_greeting(cells) || text(first).is_some_and(signer::opens);
        let dated = |cell: &Cell| {
            self.days.contains(&cell.column)
                && name_and_date(&cell::typed(&cell.content)).1.is_some()
        };
        if signs || cells.len() == 1 {
            return Place::Outside;
        }
        let dated = cells.iter().any(dated);
        match (apart, dated) {
            (true, true) => Place::Doubtful,
            (true, false) => Place::Outside,
            (false, _) => Place::Within,
        }
    }
}

/// Whether words stand before a line's day.
pub(super) fn begins_with_words(cells: &[Cell]) -> bool {
    let first = cells.first().and_then(text);
    first.is_some_and(|text| text.starts_with(char::is_alphabetic))
}

/// Where a line stands that may begin the end.
#[derive(Clone, Copy)]
pub(super) enum Place {
    Outside,
    Doubtful,
    Within,
}
