//! Sheets without our labels that hold a table of dated rows all the same.

use super::grid::{Grid, text};
use crate::cell::{self, month};
use crate::fault::{Fault, FaultKind};
use crate::form::Kind;
use crate::place::Place;
use crate::value::Value;
use crate::workbook::{Cell, Content, Sheet};

/// Fewer rows, cells in a row or days are no table of activities.
const ROWS: usize = 3;
const CELLS: usize = 3;
const DAYS: usize = 2;
/// Fewer months are no calendar.
const MONTHS: usize = 6;
/// So many rows are looked at.
const LOOKED_AT: usize = 500;

/// The fault of such a sheet, at its first row.
pub(crate) fn table(grid: &Grid<'_>, index: u16, sheet: &Sheet) -> Option<Fault> {
    let (mut rows, mut days, mut first) = (0, 0, None);
    for line in grid.rows.iter().take(LOOKED_AT) {
        let cells = grid.line(*line);
        if cells.len() < CELLS {
            continue;
        }
        rows += 1;
        days += usize::from(cells.iter().take(CELLS).any(is_day));
        first = first.or(cells.first());
    }
    let table = first.filter(|_| rows >= ROWS && days >= DAYS);
    let first = table.or_else(|| calendar(grid))?;
    let name = sheet.name.clone();
    Some(Fault {
        kind: if sheet.hidden {
            FaultKind::HiddenSheet { sheet: name }
        } else {
            FaultKind::SheetNotRecognised { sheet: name }
        },
        place: Some(Place {
            sheet: index,
            row: first.row,
            column: first.column,
        }),
        field: None,
    })
}

/// The first cell of a calendar that somebody has written in: the months beside or
/// below each other, and texts of more than a word among the days.
fn calendar<'a>(grid: &Grid<'a>) -> Option<&'a Cell> {
    let is_month = |cell: &&Cell| text(cell).is_some_and(|text| month::heading(text).is_some());
    let months = grid.cells.iter().take(LOOKED_AT).filter(is_month).count();
    let noted = grid.cells.iter().find(|cell| {
        text(cell).is_some_and(|text| {
            text.trim().contains(' ') && text.contains(|sign: char| sign.is_ascii_digit())
        }) && cell.row > 3
    });
    noted.filter(|_| months >= MONTHS)
}

/// Whether a cell is a day; a bare number is none.
fn is_day(cell: &Cell) -> bool {
    match &cell.content {
        Content::Text(_) | Content::DateTime(_) => {
            let read = cell::understand(&cell.content, Kind::Date);
            matches!(read.value, Some(Value::Days(_)))
        }
        Content::Number(_) | Content::Duration(_) | Content::Bool(_) | Content::Error => false,
    }
}
