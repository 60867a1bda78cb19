//! Whether a line of a table is a row of its own: no sum, no remark, no example, no caption.

use super::about;
use super::draft::Draft;
use super::grid::{Line, text};
use super::header;
use super::marks;
use super::of_all;
use super::sums;
use super::table::Stretch;
use crate::form::Field;
use crate::sum::WrittenSum;
use crate::workbook::Cell;

/// A row with so many headings is a further table's.
const FEWEST_HEADINGS: usize = 3;

impl Stretch<'_, '_> {
    /// Whether a line is the caption of the header right below it.
    pub(super) fn is_caption(&self, line: Line) -> bool {
        let page = self.page;
        let cells = self.cells(line);
        let [cell, rest @ ..] = cells else {
            return false;
        };
        // "Selvhjelpsgruppe | alle gangene kl. 18-20"
        let whole = match rest {
            [] => true,
            [other] => text(other).is_some() && about::says(page, cell),
            _ => false,
        };
        whole
            && text(cell).is_some()
            && (about::says(page, cell) || page.label_at(cell.row, cell.column).is_none())
            && page
                .grid
                .next(line.row)
                .is_some_and(|next| header::heads(page, next.row) >= FEWEST_HEADINGS)
    }

    pub(super) fn is_sum(&mut self, cells: &[Cell]) -> bool {
        let first = cells.iter().find_map(text);
        first.is_some_and(|first| marks::is_sum(first, &mut self.buffer))
    }

    pub(super) fn is_mean(&mut self, cells: &[Cell]) -> bool {
        let first = cells.iter().find_map(text);
        first.is_some_and(|first| marks::is_mean(first, &mut self.buffer))
    }

    /// Whether somebody typed something of the row's own.
    pub(super) fn is_row(&mut self, cells: &[Cell], row: &Draft) -> bool {
        if !row.own {
            return false;
        }
        let first = cells
            .iter()
            .find_map(|cell| text(cell).map(|text| (cell, text)));
        let Some((cell, first)) = first else {
            return true;
        };
        if marks::is_example(first, &mut self.buffer) {
            return false;
        }
        if row.is_dated() {
            return true;
        }
        let alone = cells.len() == 1;
        let area = self.page.grid.extent(cell.row, cell.column);
        let wide = area.to.1 >= area.from.1.saturating_add(2);
        let under_date = self
            .column(cell.column)
            .is_some_and(|column| column.item.field == Field::Date);
        let few = under_date && cells.len() <= 3;
        if few && marks::is_contact(first, &mut self.buffer) {
            return false;
        }
        let buffer = &mut self.buffer;
        let remark =
            marks::is_comment(first, buffer) || of_all::is_remark(self.page, first, buffer);
        !(alone && (wide || under_date || remark))
    }

    /// Keeps what a row of sums says.
    pub(super) fn add_sums(&self, line: Line, sums: &mut Vec<WrittenSum>) {
        let before = sums.iter().rfind(|sum| sum.place.row < line.row);
        let since = before.map(|sum| sum.place.row);
        let figures = sums::read(self.cells(line), &self.columns);
        sums.extend(figures.into_iter().map(|figure| WrittenSum {
            place: self.page.place(line.row, figure.column),
            of: figure.of,
            amount: figure.amount,
            since,
        }));
    }
}
