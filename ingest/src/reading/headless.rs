//! Rows without a header, on a sheet that goes on with the sheets beside it.

use super::header::Header;
use super::page::Page;
use super::table::{Stretch, Table};
use crate::form::Field;
use crate::report::Row;

/// A row without a header over it is known by so many cells that fit their columns.
const FEWEST_CELLS: usize = 4;

/// Reads rows without a header under the columns of the sheet before, if they fit them.
pub(super) fn read(page: &Page<'_>, table: &mut Table) {
    if page.carried.is_empty() {
        return;
    }
    let header = Header {
        first: 1,
        last: 0,
        columns: page.carried.clone(),
        left: 0,
        beside: Vec::new(),
        month: None,
        strange: Vec::new(),
    };
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
