//! Rows without a header: on a sheet that goes on with the sheets beside it, or below
//! a signature that stands between them.

use super::closing;
use super::grid::text;
use super::header::{self, Column, Header};
use super::page::Page;
use super::table::{Stretch, Table};
use crate::cell;
use crate::form::{Field, Kind};
use crate::report::Row;
use crate::value::Value;
use crate::workbook::Cell;

/// A row without a header over it is known by so many cells that fit their columns.
const FEWEST_CELLS: usize = 4;
/// So far below a table its rows may go on.
const LINES_BETWEEN: usize = 8;

/// Reads rows without a header under the columns of the sheet before, if they fit them.
pub(super) fn read(page: &Page<'_>, table: &mut Table) {
    if page.carried.is_empty() {
        return;
    }
    let header = headless(1, &page.carried);
    let mut read = Table::default();
    let last = Stretch::new(page, header).read(&mut read);
    let fits = |row: &Row| {
        let dated = matches!(row.told(Field::Date), Some(told) if told.value.is_some());
        dated && row.cells.len() >= FEWEST_CELLS
    };
    if !read.rows.is_empty() && read.rows.iter().all(fits) && read.faults.is_empty() {
        read.stretches.push((1, last));
        *table = read;
    }
}

/// Reads the rows that go on below what ended a table; tells the last of them.
pub(super) fn go_on(page: &Page<'_>, mut last: u32, table: &mut Table) -> u32 {
    let next = header::next(page, last + 1).unwrap_or(u32::MAX);
    while let Some(header) = after(page, last, &table.columns) {
        let first = header.first;
        if next <= first {
            break;
        }
        let end = Stretch::new(page, header).read(table);
        if end < first {
            break;
        }
        table.stretches.push((first, end));
        last = end;
    }
    last
}

/// The rows that go on below what ended a table, if they have its dates and no header
/// stands between.
fn after(page: &Page<'_>, last: u32, columns: &[Column]) -> Option<Header> {
    let key = columns
        .iter()
        .find(|column| column.item.field == Field::Date)?;
    let start = page.grid.rows.partition_point(|line| line.row <= last);
    let mut buffer = String::new();
    for line in page.grid.rows.get(start..)?.iter().take(LINES_BETWEEN) {
        let cells = page.grid.line(*line);
        let day = cells.iter().find(|cell| cell.column == key.from);
        let dated = day.is_some_and(|cell| {
            let read = cell::understand(&cell.content, Kind::Date);
            matches!(read.value, Some(Value::Days(_)))
        });
        if dated && cells.len() >= FEWEST_CELLS && !closing::signs(cells, &mut buffer) {
            return Some(headless(line.row, columns));
        }
        let is_word =
            |cell: &Cell| text(cell).is_some_and(|text| text.starts_with(char::is_alphabetic));
        // Words alone in a row may head something else.
        if cells.len() >= FEWEST_CELLS && cells.iter().all(is_word) {
            return None;
        }
    }
    None
}

/// A header that is not there, above a row.
fn headless(row: u32, columns: &[Column]) -> Header {
    Header {
        first: row,
        last: row - 1,
        columns: columns.to_vec(),
        left: 0,
        right: u16::MAX,
        second: false,
        beside: Vec::new(),
        month: None,
        crosses: None,
        strange: Vec::new(),
    }
}
