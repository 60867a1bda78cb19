//! Where the rows of a table end: at a block of fields, at a signature, at what heads
//! something else.

use super::about;
use super::closing;
use super::grid::{Line, text};
use super::head_line;
use super::keys;
use super::label::Role;
use super::said;
use super::scan::Found;
use super::table::Stretch;
use crate::form::{Field, FormId};
use crate::workbook::Cell;

impl Stretch<'_, '_> {
    /// Whether another block of labels begins here: fields, or a signature.
    pub(super) fn ends_at(&mut self, line: Line) -> bool {
        if self.page.signed_from == Some(line.row) || self.page.signs_before(line.row, self.left) {
            return true;
        }
        let form = self.page.form.id;
        let cells = self.cells(line);
        if form != FormId::AnnualReport && self.heads_other(line, cells) {
            return true;
        }
        let labels = self.page.labels_in(line.row);
        let apart = line.row > self.last + 1;
        if apart && !self.second && self.is_asked_beside(line, labels) {
            return true;
        }
        let labels = self.within(labels);
        // One question's row may lie between two names of the board.
        if form == FormId::AnnualReport && self.left > 0 && line.row > self.last + 2 {
            return true;
        }
        let Some(first) = labels.first() else {
            // Form 1's table has the offices themselves in its rows.
            return form != FormId::AnnualReport
                && (closing::signs(cells, &mut self.buffer)
                    || apart && closing::is_place_and_day(cells, &self.columns)
                    || apart && head_line::begins_foot(self.page, cells)
                    || closing::closes(cells, &self.columns, apart, &mut self.buffer)
                        && !cells.iter().any(|cell| self.is_date(cell)));
        };
        let dated = cells.iter().any(|cell| self.is_date(cell));
        if labels.iter().any(|found| found.matched.label.signs(form)) {
            return !dated || cells.len() <= 4;
        }
        let leads = cells
            .iter()
            .find_map(|cell| text(cell).map(|_| cell.column));
        let role = first
            .matched
            .label
            .roles(form)
            .find(|role| matches!(role, Role::Field(_) | Role::Title | Role::Heading));
        let few = cells.len() <= 4 || labels.len() * 2 >= cells.len();
        role.is_some()
            && few
            && !dated
            && leads == Some(first.column)
            && first.matched.label.column(form).is_none()
    }

    /// Whether a short line begins with a label under none of the columns: "Dato", and the
    /// day of signing under the days.
    fn is_asked_beside(&self, line: Line, labels: &[Found<'_>]) -> bool {
        let form = self.page.form.id;
        let whole = self.page.grid.row(line.row);
        let Some(first) = whole.first().filter(|_| whole.len() <= 4) else {
            return false;
        };
        let mut columns = self.columns.iter();
        if columns.any(|it| (it.from..=it.to).contains(&first.column)) {
            return false;
        }
        let is_day = |found: &Found<'_>| found.matched.label.column(form) == Some(Field::Date);
        let asks = |found: &Found<'_>| is_day(found) || found.matched.label.field(form).is_some();
        let mut mine = labels.iter().filter(|it| it.column == first.column);
        mine.any(asks)
    }

    /// The labels of a row that stand in the table's own columns.
    fn within<'l, 'a>(&self, labels: &'l [Found<'a>]) -> &'l [Found<'a>] {
        let start = labels.partition_point(|found| found.column < self.left);
        let end = labels.partition_point(|found| found.column < self.right);
        labels.get(start..end).unwrap_or_default()
    }

    /// Whether a line is about something else than a row, whatever its cells look like: a
    /// value that is told once for all rows, or who signs under two tables.
    fn heads_other(&self, line: Line, cells: &[Cell]) -> bool {
        let page = self.page;
        let form = page.form.id;
        if self.second {
            let mut labels = page.labels_in(line.row).iter();
            let mut beside = labels.by_ref().filter(|found| found.column < self.left);
            return beside.any(|found| found.matched.label.signs(form));
        }
        // The next table's rows are something else: "Telefon" over a log's calls.
        let says = |cell: &Cell| {
            let said = |text: &str| !said::sentences(text, form).is_empty();
            about::says(page, cell) || text(cell).is_some_and(said)
        };
        if self.is_caption(line) && cells.first().is_some_and(says) {
            return true;
        }
        let [cell] = cells else { return false };
        let Some(typed) = text(cell) else {
            return false;
        };
        if keys::is_key(typed) {
            return true;
        }
        let label = page.label_at(cell.row, cell.column);
        if line.row > self.last + 1
            && label.is_some_and(|found| found.matched.label.column(form).is_some())
        {
            // "Ledende likeperson (den samme alle gangene)", and the name below it.
            let below = page.grid.row(line.row + 1);
            let again = |cell: &Cell| page.label_at(cell.row, cell.column).is_some();
            return below.iter().any(again)
                || said::labelled(typed, form).is_some_and(|said| said.of_all);
        }
        false
    }
}
