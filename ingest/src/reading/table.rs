//! The rows of a table, from its header to where the next block of labels begins.

use super::apart;
use super::closing;
use super::columns;
use super::draft::Draft;
use super::grid::{Line, text};
use super::halves;
use super::head_line;
use super::header::{self, Column, Header};
use super::headless;
use super::label::Role;
use super::marks;
use super::months;
use super::page::{Heard, Page, is_blank};
use super::records;
use super::sums;
use super::unread::Unread;
use super::{pairs, said, turned};
use crate::cell;
use crate::cell::month::Month;
use crate::fault::{Fault, FaultKind};
use crate::form::{Field, FormId, Item, Kind};
use crate::report::Row;
use crate::sum::WrittenSum;
use crate::value::Value;
use crate::workbook::{Area, Cell};

/// Merged areas that reach over several rows; more than this at a time are no table's.
const MOST_TALL: usize = 64;

/// The rows of a form's table.
#[derive(Debug, Default)]
pub(crate) struct Table {
    pub(crate) rows: Vec<Row>,
    pub(crate) sums: Vec<WrittenSum>,
    pub(crate) faults: Vec<Fault>,
    /// First and last row of each stretch that is table, header included.
    pub(crate) stretches: Vec<(u32, u32)>,
    /// The columns of the last stretch.
    pub(crate) columns: Vec<Column>,
}

impl Table {
    /// Whether a row of the sheet belongs to the table.
    pub(crate) fn covers(&self, row: u32) -> bool {
        self.stretches
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&row))
    }
}

/// Reads the table of a form, wherever its parts stand.
pub(crate) fn read(page: &Page<'_>) -> Table {
    let mut table = Table::default();
    let mut from = 1;
    while let Some(header) = header::find(page, from) {
        let first = header.first;
        if let Some(last) = pairs::read(page, &header, &mut table) {
            table.stretches.push((first, last));
            from = last + 1;
            continue;
        }
        let beside = header.aside();
        let mut last = Stretch::new(page, header).read(&mut table);
        table.stretches.push((first, last));
        if let Some(beside) = beside {
            last = last.max(Stretch::new(page, beside).read(&mut table));
            table.stretches.push((first, last));
        }
        from = headless::go_on(page, last, &mut table) + 1;
    }
    if table.stretches.is_empty() {
        headless::read(page, &mut table);
    }
    records::read(page, &mut table);
    if table.stretches.is_empty() && page.form.table.is_some() {
        table.faults.push(Fault {
            kind: FaultKind::TableNotFound,
            place: None,
            field: None,
        });
    }
    table
}

/// A header and the rows below it.
pub(super) struct Stretch<'p, 'a> {
    page: &'p Page<'a>,
    columns: Vec<Column>,
    /// What has no column, and may stand in another's cells.
    lacking: Vec<&'static Item>,
    /// Where its columns begin, beside another table.
    left: u16,
    /// The column that names the months.
    months: Option<u16>,
    strange: Unread,
    last: u32,
    tall: Vec<Area>,
    /// The month that the rows stand under.
    month: Option<Month>,
    buffer: String,
}

impl<'p, 'a> Stretch<'p, 'a> {
    pub(super) fn new(page: &'p Page<'a>, header: Header) -> Self {
        let mut tall: Vec<Area> = page
            .grid
            .tall()
            .filter(|area| area.from.0 > header.last)
            .collect();
        tall.reverse();
        let mut above = (1..=2).filter_map(|up| header.first.checked_sub(up));
        let month = above
            .find_map(|row| months::alone(page.grid.row(row)))
            .map_or(page.month, months::of);
        Self {
            month,
            page,
            lacking: apart::lacking(page.form, |field| {
                header
                    .columns
                    .iter()
                    .any(|column| column.item.field == field)
            }),
            left: header.left,
            months: header.month,
            columns: header.columns,
            strange: Unread::new(header.strange),
            last: header.last,
            tall,
            buffer: String::new(),
        }
    }

    /// Reads the rows; tells the last row that belongs to the stretch.
    pub(super) fn read(mut self, table: &mut Table) -> u32 {
        let page = self.page;
        let start = page.grid.rows.partition_point(|line| line.row <= self.last);
        let begun = table.rows.len();
        let mut active: Vec<Area> = Vec::new();
        for line in page.grid.rows.get(start..).unwrap_or_default() {
            if line.row <= self.last {
                continue;
            }
            while let Some(area) = self.tall.pop_if(|area| area.from.0 <= line.row) {
                active.retain(|area| area.to.0 >= line.row);
                if active.len() < MOST_TALL {
                    active.push(area);
                }
            }
            if self.ends_at(*line) {
                break;
            }
            // A question beside form 1's board.
            if self.left > 0 && self.cells(*line).is_empty() {
                continue;
            }
            self.last = line.row;
            if self.repeats_header(line.row) {
                continue;
            }
            if let Some(span) = months::alone(self.cells(*line)) {
                self.month = months::of(span).map(|month| month.after(self.month));
                continue;
            }
            if let Some(at) = self.months
                && let Some(span) = months::beside(page, (line.row, at), &active)
            {
                self.month = months::of(span).map(|month| month.after(self.month));
            }
            let above = table.rows.get(begun..).and_then(<[Row]>::last);
            let (row, faults) = match self.row(*line, &active, above) {
                Entry::Row(row, faults) => (row, faults),
                Entry::Sum => {
                    self.add_sums(*line, &mut table.sums);
                    continue;
                }
                Entry::Nothing => {
                    table.faults.extend(page.passed_over(line.row));
                    continue;
                }
            };
            table.rows.push(row);
            table.faults.extend(faults);
            self.strange.look_under(self.cells(*line));
        }
        table.faults.extend(self.strange.told(page));
        table.columns = self.columns;
        self.last
    }

    /// The cells of a line, without those of a table left of this one.
    fn cells(&self, line: Line) -> &'a [Cell] {
        let cells = self.page.grid.line(line);
        let start = cells.partition_point(|cell| cell.column < self.left);
        cells.get(start..).unwrap_or_default()
    }

    /// Whether another block of labels begins here: fields, or a signature.
    fn ends_at(&mut self, line: Line) -> bool {
        if self.page.signed_from == Some(line.row) || self.page.signs_before(line.row, self.left) {
            return true;
        }
        let form = self.page.form.id;
        let cells = self.cells(line);
        let labels = self.page.labels_in(line.row);
        let left = labels.partition_point(|found| found.column < self.left);
        let labels = labels.get(left..).unwrap_or_default();
        let apart = line.row > self.last + 1;
        // One question's row may lie between two names of the board.
        if form == FormId::AnnualReport && self.left > 0 && line.row > self.last + 2 {
            return true;
        }
        let Some(first) = labels.first() else {
            // Form 1's table has the offices themselves in its rows.
            return form != FormId::AnnualReport
                && (closing::signs(cells, &mut self.buffer)
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

    fn is_date(&self, cell: &Cell) -> bool {
        let Some(column) = self.column(cell.column) else {
            return false;
        };
        column.item.kind == Kind::Date
            && matches!(
                cell::understand(&cell.content, Kind::Date).value,
                Some(Value::Days(_))
            )
    }

    fn column(&self, at: u16) -> Option<&Column> {
        self.columns
            .iter()
            .find(|column| (column.from..=column.to).contains(&at))
    }

    /// Headers come again at page breaks, perhaps with the columns moved.
    fn repeats_header(&mut self, row: u32) -> bool {
        let labels = self.page.labels_in(row).len();
        if labels < 2 {
            return false;
        }
        let needed = self.columns.len().min(3);
        if header::heads(self.page, row) < needed || labels * 2 < self.page.grid.row(row).len() {
            return false;
        }
        if let Some(again) = header::find(self.page, row)
            && (again.columns.len() >= self.columns.len()
                || header::are_moved(&self.columns, &again.columns))
        {
            self.last = self.last.max(again.last);
            if self.left == 0 {
                self.columns = again.columns;
            }
        }
        true
    }

    fn row(&mut self, line: Line, active: &[Area], above: Option<&Row>) -> Entry {
        let page = self.page;
        let cells = self.cells(line);
        let mut row = Draft::new(cells.len());
        for column in &self.columns {
            let own = cells
                .iter()
                .filter(|cell| (column.from..=column.to).contains(&cell.column))
                .find(|cell| !is_blank(&cell.content, column.item.kind));
            let cell = own.or_else(|| columns::merged_above(page, line.row, *column, active));
            let item = column.item;
            let last = column.also;
            let last = last.map(|last| cells.iter().find(|cell| cell.column == last));
            let cell = cell.or(last.flatten().filter(|_| item.kind == Kind::Phone));
            if let Some(last) = last.filter(|_| item.kind != Kind::Phone) {
                if let Some(heard) = halves::hear(page, (cell, last), item) {
                    row.take(item.field, heard);
                }
                continue;
            }
            let Some(cell) = cell else { continue };
            if text(cell).is_some_and(marks::is_ditto) {
                row.repeat(page.place(cell.row, cell.column), item.field, above);
            } else if !turned::both(page, &mut row, cell, column) {
                row.take(item.field, turned::turned(self.hear(cell, item), column));
                if let Some(guest) = column.guest {
                    apart::cut(page, &mut row, item, guest);
                }
            }
        }
        if !row.is_dated() && self.is_sum(cells) {
            Entry::Sum
        } else if self.is_row(cells, &row) {
            if !self.lacking.is_empty() {
                apart::take(page, &mut row, &self.lacking);
            }
            let faults = std::mem::take(&mut row.faults);
            Entry::Row(row.into_row(page, cells), faults)
        } else {
            Entry::Nothing
        }
    }

    /// Keeps what a row of sums says.
    fn add_sums(&self, line: Line, sums: &mut Vec<WrittenSum>) {
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

    fn is_sum(&mut self, cells: &[Cell]) -> bool {
        let first = cells.iter().find_map(text);
        first.is_some_and(|first| marks::is_sum(first, &mut self.buffer))
    }

    /// Reads a cell; a day without its month belongs to the month that it stands under.
    fn hear(&self, cell: &Cell, item: &Item) -> Heard {
        let mut heard = self.page.hear(cell, item.field, item.kind);
        if item.field == Field::Date
            && heard.fault.is_some()
            && let Some(day) = self.month.and_then(|month| month.day(&cell.content))
        {
            heard.fault = None;
            heard.told.value = Some(Value::Days(vec![day]));
        }
        heard
    }

    /// Whether somebody typed something of the row's own.
    fn is_row(&mut self, cells: &[Cell], row: &Draft) -> bool {
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
        let remark = marks::is_comment(first, buffer) || said::is_remark(self.page, first, buffer);
        !(alone && (wide || under_date || remark))
    }
}

/// What a line of a table is.
enum Entry {
    Row(Row, Vec<Fault>),
    Sum,
    Nothing,
}
