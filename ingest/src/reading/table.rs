//! The rows of a table, from its header to where the next block of labels begins.

use super::about;
use super::apart;
use super::attendance;
use super::columns;
use super::crosses::Crosses;
use super::draft::Draft;
use super::grid::{Line, text};
use super::halves;

use super::header::{self, Column, Header};
use super::headless;
use super::lines;
use super::marks;
use super::months;
use super::page::{Heard, Page, is_blank};
use super::records;
use super::sums;
use super::under;
use super::unread::Unread;
use super::{pairs, turned};
use crate::cell;
use crate::cell::month::Month;
use crate::fault::{Fault, FaultKind};
use crate::form::{Field, FormId, Item, Kind};
use crate::report::Row;
use crate::sum::WrittenSum;
use crate::value::{Told, Value};
use crate::workbook::{Area, Cell, Content};

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
    /// Those that have something else beside them, with their own columns.
    pub(crate) narrow: Vec<((u32, u32), (u16, u16))>,
    /// Below which row to which only remarks stand, at the end of a stretch.
    pub(crate) tails: Vec<(u32, u32)>,
    /// Lines among the rows that may be about those below them.
    pub(crate) captions: Vec<u32>,
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

    /// Whether a cell of the sheet belongs to the table.
    pub(crate) fn takes(&self, row: u32, column: u16) -> bool {
        self.covers(row) && !self.has_beside(row, column)
    }

    /// The first column of the table's that stands right of a cell.
    pub(crate) fn right_of(&self, row: u32, column: u16) -> Option<u16> {
        let narrow = self.narrow.iter();
        let mut here = narrow.filter(|((first, last), _)| (*first..=*last).contains(&row));
        let (_, (left, _)) = here.find(|(_, (left, _))| column < *left)?;
        Some(*left)
    }

    /// Whether a cell stands in a row, a header or a sum, and not among remarks.
    pub(crate) fn has(&self, row: u32, column: u16) -> bool {
        let mut tails = self.tails.iter();
        self.takes(row, column) && !tails.any(|(end, last)| row > *end && row <= *last)
    }

    /// Whether a cell stands beside the table's rows.
    pub(crate) fn has_beside(&self, row: u32, column: u16) -> bool {
        self.narrow.iter().any(|((first, last), (left, right))| {
            (*first..=*last).contains(&row) && !(*left..*right).contains(&column)
        })
    }
}

/// Reads the table of a form, wherever its parts stand.
pub(crate) fn read(page: &Page<'_>) -> Table {
    let mut table = Table::default();
    let mut from = 1;
    while let Some(mut header) = header::find(page, from) {
        let first = header.first;
        if let Some(last) = pairs::read(page, &header, &mut table) {
            table.stretches.push((first, last));
            from = last + 1;
            continue;
        }
        let (left, right) = (header.left, header.right);
        let beside = header.aside();
        let begun = table.sums.len();
        let mut last = Stretch::new(page, header).read(&mut table);
        table.stretches.push((first, last));
        if let Some(beside) = beside {
            let middle = table.sums.len();
            last = last.max(Stretch::new(page, beside).read(&mut table));
            sums::join(&mut table.sums, begun, middle);
            table.stretches.push((first, last));
        } else if (left, right) != (0, u16::MAX) && page.form.id != FormId::AnnualReport {
            table.narrow.push(((first, last), (left, right)));
        }
        from = headless::go_on(page, last, &mut table) + 1;
    }
    if table.stretches.is_empty() {
        headless::read(page, &mut table);
    }
    if table.stretches.is_empty() {
        lines::read(page, &mut table);
    }
    records::read(page, &mut table);
    if table.stretches.is_empty() {
        attendance::read(page, &mut table);
    }
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
    pub(super) page: &'p Page<'a>,
    pub(super) columns: Vec<Column>,
    /// What has no column, and may stand in another's cells.
    lacking: Vec<&'static Item>,
    /// Where its columns begin, beside another table.
    pub(super) left: u16,
    /// Before which column another block stands.
    pub(super) right: u16,
    /// Whether it is the second of two tables beside each other.
    pub(super) second: bool,
    pub(super) crosses: Option<Crosses>,
    /// What the caption over the header says of every row.
    pub(super) about: Option<(Field, Told)>,
    /// The caption over the rows that says that they do not count.
    pub(super) out: Option<(u32, u16)>,
    /// The last line that is a row, a header or a sum.
    end: u32,
    /// The column that names the months.
    months: Option<u16>,
    strange: Unread,
    pub(super) last: u32,
    tall: Vec<Area>,
    /// The month that the rows stand under.
    pub(super) month: Option<Month>,
    pub(super) buffer: String,
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
            right: header.right,
            second: header.second,
            crosses: header.crosses,
            about: about::over(page, header.first, &header.columns),
            out: under::over(page, header.first),
            end: header.last,
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
            if self.is_about_others(*line, table) {
                continue;
            }
            if let Some(at) = self.months
                && let Some(span) = months::beside(page, (line.row, at), &active)
            {
                self.month = months::of(span).map(|month| month.after(self.month));
            }
            let above = table.rows.get(begun..).and_then(<[Row]>::last);
            let (row, faults) = match self.row(*line, &active, above) {
                Entry::Row(..) if self.is_out(*line, table) => continue,
                Entry::Row(row, faults) => (row, faults),
                Entry::Sum => {
                    self.end = line.row;
                    self.add_sums(*line, &mut table.sums);
                    continue;
                }
                Entry::Nothing => {
                    table.faults.extend(page.passed_over(line.row));
                    continue;
                }
            };
            self.end = line.row;
            table.rows.push(row);
            table.faults.extend(faults);
            self.strange.look_under(self.cells(*line));
        }
        table.faults.extend(self.strange.told(page));
        table.columns = self.columns;
        table.tails.push((self.end, self.last));
        self.last
    }

    /// The cells of a line, without those of what stands beside the table.
    pub(super) fn cells(&self, line: Line) -> &'a [Cell] {
        let cells = self.page.grid.line(line);
        within(cells, (self.left, self.right.saturating_sub(1)))
    }

    pub(super) fn is_date(&self, cell: &Cell) -> bool {
        let Some(column) = self.column(cell.column) else {
            return false;
        };
        column.item.kind == Kind::Date
            && matches!(
                cell::understand(&cell.content, Kind::Date).value,
                Some(Value::Days(_))
            )
    }

    pub(super) fn column(&self, at: u16) -> Option<&Column> {
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
            if !self.second {
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
            let own = within(cells, (column.from, column.to))
                .iter()
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
                row.take(item.field, turned::turned(self.hear(cell, column), column));
                if let Some(guest) = column.guest {
                    apart::cut(page, &mut row, item, guest);
                }
            }
        }
        if let Some(crosses) = &self.crosses {
            crosses.read(page, cells, &mut row);
        }
        if let Some(about) = &self.about
            && !row.told.iter().any(|(field, _)| *field == about.0)
        {
            row.told.push(about.clone());
        }
        if !row.is_dated() && self.is_sum(cells) {
            Entry::Sum
        } else if !row.is_dated() && self.is_mean(cells) {
            Entry::Nothing
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

    /// Reads a cell; a day without its month belongs to the month that it stands under.
    fn hear(&self, cell: &Cell, column: &Column) -> Heard {
        let item = column.item;
        let mut heard = match (column.minutes, &cell.content) {
            (true, Content::Number(minutes)) => {
                let minutes = Content::Text(format!("{minutes} min").into());
                let place = (cell.row, cell.column);
                self.page
                    .hear_content(&minutes, place, item.field, item.kind)
            }
            _ => self.page.hear(cell, item.field, item.kind),
        };
        if item.field == Field::Date
            && heard.fault.is_some()
            && let Some(days) = self.month.and_then(|month| months::days(month, cell))
        {
            heard.fault = None;
            heard.told.value = Some(Value::Days(days));
        }
        heard
    }
}

/// The cells of a line in some columns.
fn within(cells: &[Cell], (from, to): (u16, u16)) -> &[Cell] {
    let start = cells.partition_point(|cell| cell.column < from);
    let cells = cells.get(start..).unwrap_or_default();
    let end = cells.iter().take_while(|cell| cell.column <= to).count();
    cells.get(..end).unwrap_or_default()
}

/// What a line of a table is.
enum Entry {
    Row(Row, Vec<Fault>),
    Sum,
    Nothing,
}
