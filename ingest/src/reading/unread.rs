//! Headings of a table that we do not know, and whether a row had a value under them.

use super::page::Page;
use crate::fault::Fault;
use crate::workbook::{Area, Cell};

/// The headings, each with whether something is lost under it.
pub(super) struct Unread(Vec<(Area, bool)>);

impl Unread {
    pub(super) fn new(headings: Vec<Area>) -> Self {
        Self(headings.into_iter().map(|area| (area, false)).collect())
    }

    /// Notes under which of them a row has a value.
    pub(super) fn look_under(&mut self, cells: &[Cell]) {
        for (area, filled) in &mut self.0 {
            let columns = area.from.1..=area.to.1;
            *filled |= cells.iter().any(|cell| columns.contains(&cell.column));
        }
    }

    /// What the rows told under such a heading is lost: it is told at the heading, once.
    pub(super) fn told(&self, page: &Page<'_>) -> impl Iterator<Item = Fault> {
        let filled = self.0.iter().filter(|(_, filled)| *filled);
        filled.map(|(area, _)| page.not_understood(area.from.0, area.from.1))
    }
}
