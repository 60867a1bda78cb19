//! Months that stand apart from their days: on a line alone, or in a column beside.

use super::grid::text;
use super::page::Page;
use crate::cell::month::{self, Month, Span};
use crate::value::Day;
use crate::workbook::{Area, Cell};

/// The part of the year that a line alone names.
pub(crate) fn alone(cells: &[Cell]) -> Option<Span> {
    let [cell] = cells else { return None };
    month::heading(text(cell)?)
}

/// The month of a part of the year, if it is one.
pub(crate) fn of(span: Span) -> Option<Month> {
    match span {
        Span::Month(month) => Some(month),
        Span::Other => None,
    }
}

/// What the months' column says at a row or merged over it: a month, or a word
/// that is none. Nothing where the cell is empty.
pub(crate) fn beside(page: &Page<'_>, (row, column): (u32, u16), active: &[Area]) -> Option<Span> {
    let covers = |area: &&Area| area.to.0 >= row && (area.from.1..=area.to.1).contains(&column);
    let own = page.grid.cell(row, column);
    let cell = own.or_else(|| {
        let area = active.iter().find(covers)?;
        page.grid.cell(area.from.0, area.from.1)
    });
    let named = text(cell?).and_then(month::heading);
    Some(named.unwrap_or(Span::Other))
}

/// The day or the days that a cell names without their month.
pub(crate) fn days(month: Month, cell: &Cell) -> Option<Vec<Day>> {
    let day = month.day(&cell.content).map(|day| vec![day]);
    day.or_else(|| month.days(text(cell)?))
}
