//! The header of a table: which column holds what, over one row or several.

use super::bounds;
use super::columns::{self, Columns};
use super::crosses::{self, Crosses};
use super::grid::text;
use super::halves;
use super::label;
use super::page::Page;
use super::scan::Found;
use super::{slip, wording};
use crate::fold::fold_into;
use crate::form::{Field, FormId, Item};
use crate::recognise::kinds;
use crate::workbook::{Area, Cell};

/// A table's header.
#[derive(Debug)]
pub(crate) struct Header {
    /// Its first row.
    pub(crate) first: u32,
    /// Its last row.
    pub(crate) last: u32,
    /// The columns that are known, from left to right.
    pub(crate) columns: Vec<Column>,
    /// The column before which another table stands, or 0.
    pub(crate) left: u16,
    /// The column from which something else stands beside it.
    pub(crate) right: u16,
    /// Whether it heads the second of two tables beside each other.
    pub(crate) second: bool,
    /// The columns of a second table beside it.
    pub(crate) beside: Vec<Column>,
    /// The column that holds the months of the dates.
    pub(crate) month: Option<u16>,
    /// The columns of answers that are crossed.
    pub(crate) crosses: Option<Crosses>,
    /// The cells that head something we do not know, while the form lacks a column.
    pub(crate) strange: Vec<Area>,
}

/// A column of a table: the sheet's columns that belong to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column {
    pub(crate) from: u16,
    pub(crate) to: u16,
    pub(crate) item: &'static Item,
    /// The column in which a person's name goes on, or a second number stands.
    pub(crate) also: Option<u16>,
    /// Whether its numbers are minutes, as its heading says.
    pub(crate) minutes: bool,
    /// What stands behind a mark in its cells, as in its heading.
    pub(crate) guest: Option<Guest>,
    /// Whether its heading asks the other way round.
    pub(crate) turned: bool,
}

/// What stands in another column's cells, and what cuts it off.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Guest {
    pub(crate) item: &'static Item,
    pub(crate) cut: Cut,
}

/// What a heading and its cells are cut by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cut {
    /// "Sted / arrangør".
    Stroke,
    /// "Hva (type)".
    Brackets,
}

impl Header {
    /// The header of the table beside this one.
    pub(crate) fn aside(&mut self) -> Option<Self> {
        let left = self.beside.iter().map(|it| it.from).min()?;
        let strange = self.strange.extract_if(.., |area| area.from.1 >= left);
        let strange = strange.collect();
        Some(Self {
            first: self.first,
            last: self.last,
            left,
            columns: self.beside.clone(),
            right: u16::MAX,
            second: true,
            beside: Vec::new(),
            month: None,
            crosses: None,
            strange,
        })
    }
}

/// Finds the first header at or after a row.
pub(crate) fn find(page: &Page<'_>, from: u32) -> Option<Header> {
    let items = page.form.table.as_ref()?.columns;
    let needed = items.len().min(3);
    let start = page.labels.partition_point(|found| found.row < from);
    let rest = page.labels.get(start..)?;
    let rows = || {
        let rows = rest.chunk_by(|one, other| one.row == other.row);
        rows.filter_map(|row| Some(row.first()?.row))
    };
    let Some(best) = rows().find(|row| heads(page, *row) >= needed) else {
        // Headings cut in two name what they head together only.
        let split = rows().filter(|row| continues(page, *row));
        let mut whole = split.map(|row| Rows::of(page, row));
        let whole = whole.find(|rows| rows.fields() >= needed)?;
        return Some(whole.build(page));
    };
    // The lower of two header rows may be the fuller one.
    let main = if heads(page, best + 1) > heads(page, best) {
        best + 1
    } else {
        best
    };
    Some(Rows::of(page, main).build(page))
}

/// The next row that heads as many columns as a header does.
pub(crate) fn next(page: &Page<'_>, from: u32) -> Option<u32> {
    let needed = page.form.table.as_ref()?.columns.len().min(3);
    let start = page.labels.partition_point(|found| found.row < from);
    let mut rows = page.labels.get(start..)?.iter().map(|found| found.row);
    rows.find(|row| heads(page, *row) >= needed)
}

/// Whether one of the columns of a further header stands elsewhere than before: a header
/// that is only shorter leaves the others where they are.
pub(crate) fn are_moved(before: &[Column], again: &[Column]) -> bool {
    let same = |one: &Column, other: &Column| {
        one.item.field == other.item.field && one.from <= other.to && other.from <= one.to
    };
    !again
        .iter()
        .all(|column| before.iter().any(|own| same(own, column)))
}

/// How many different columns the labels of a row head.
pub(crate) fn heads(page: &Page<'_>, row: u32) -> usize {
    let labels = page.labels_in(row);
    let mut fields: Vec<Field> = labels
        .iter()
        .enumerate()
        // Several labels in one cell are a record on one line.
        .filter(|(at, found)| {
            at.checked_sub(1)
                .and_then(|before| labels.get(before))
                .is_none_or(|before| before.column != found.column)
        })
        .filter_map(|(_, found)| found.matched.label.column(page.form.id))
        .collect();
    fields.sort_unstable();
    fields.dedup();
    fields.len()
}

/// The rows of a header, and the columns that its labels head.
struct Rows {
    first: u32,
    main: u32,
    last: u32,
    lowest: u32,
    taken: Vec<(u16, Field)>,
}

impl Rows {
    fn of(page: &Page<'_>, main: u32) -> Self {
        let mut taken: Vec<(u16, Field)> = Vec::new();
        let (mut first, mut last, mut lowest) = (main, main, main);
        if main > 1 && heads(page, main - 1) > 0 && !tells(page, main - 1) {
            first = main - 1;
        }
        if continues(page, main) {
            last = main + 1;
        }
        for row in first..=last.min(main + 1) {
            for cell in page.grid.row(row) {
                let area = page.grid.extent(row, cell.column);
                let Some(field) = heading(page, row, first, cell.column) else {
                    continue;
                };
                let columns = area.from.1..=area.to.1;
                taken.retain(|(column, _)| !columns.contains(column));
                taken.extend(columns.take(64).map(|column| (column, field)));
                lowest = lowest.max(area.to.0.min(main + 3));
            }
        }
        Self {
            first,
            main,
            last,
            lowest,
            taken,
        }
    }

    /// How many different columns there are.
    fn fields(&self) -> usize {
        let mut fields: Vec<Field> = self.taken.iter().map(|(_, field)| *field).collect();
        fields.sort_unstable();
        fields.dedup();
        fields.len()
    }

    fn build(self, page: &Page<'_>) -> Header {
        let mut taken = self.taken;
        let rows = (self.first, self.last);
        let halves = halves::find(page, rows, &taken);
        if let Some(name) = halves {
            taken.retain(|(column, _)| ![name.first, name.last].contains(column));
            taken.extend([name.first, name.last].map(|column| (column, name.field)));
        }
        taken.sort_unstable();
        columns::tell_apart(page, rows, &mut taken);
        columns::postal(page, rows, &mut taken);
        let crosses = crosses::find(page, rows, &mut taken);
        let mut strange = strange(page, (self.main, self.last), &mut taken);
        if let Some(crosses) = &crosses {
            taken.retain(|(column, _)| !crosses.takes(*column));
            strange.retain(|area| !crosses.takes(area.from.1));
        }
        strange.extend(columns::part(page, rows, &mut taken));
        taken.sort_unstable();
        let Columns {
            table: mut columns,
            beside,
            doubled,
        } = columns::of(page, rows, &taken);
        strange.extend(doubled);
        if let Some(name) = halves
            && let Some(column) = columns
                .iter_mut()
                .find(|column| column.item.field == name.field)
        {
            (column.from, column.to) = (name.first, name.first);
            column.also = Some(name.last);
        }
        let (left, right) = bounds::of(page, rows, &columns);
        let second = beside.iter().map(|column| column.from).min();
        Header {
            first: self.first,
            last: self.last.max(self.lowest),
            left,
            right: second.unwrap_or(right),
            second: false,
            columns,
            beside,
            month: columns::month(page, rows),
            crosses,
            strange,
        }
    }
}

/// Whether a row is a head's: a field's label with its value beside it.
fn tells(page: &Page<'_>, row: u32) -> bool {
    let form = page.form.id;
    page.labels_in(row).iter().any(|found| {
        let label = found.matched.label;
        let mut right = page.grid.row(row).iter();
        let right = right.find(|cell| cell.column > found.column);
        label.field(form).is_some()
            && label.column(form).is_none()
            && right.is_some_and(|cell| page.label_at(row, cell.column).is_none())
    })
}

/// The headings that we do not know; those nearly spelt as what is missing join
/// the columns.
fn strange(page: &Page<'_>, rows: (u32, u32), taken: &mut Vec<(u16, Field)>) -> Vec<Area> {
    let Some(table) = &page.form.table else {
        return Vec::new();
    };
    let mut strange: Vec<Area> = Vec::new();
    let mut meant: Vec<(&str, Field)> = Vec::new();
    let mut buffer = String::new();
    for cell in (rows.0..=rows.1).flat_map(|row| page.grid.row(row)) {
        let area = page.grid.extent(cell.row, cell.column);
        let columns = area.from.1..=area.to.1;
        let known = taken.iter().any(|(column, _)| columns.contains(column));
        let again = strange.iter().any(|other| columns.contains(&other.from.1));
        let text = text(cell).filter(|text| slip::may_head(text, &mut buffer));
        let Some(text) = text.filter(|_| !known && !again) else {
            continue;
        };
        let missing = slip::missing(table.columns, |field| {
            taken.iter().any(|(_, known)| *known == field)
        });
        let lacks =
            |field| field == Field::Phone || !taken.iter().any(|(_, known)| *known == field);
        // A heading of the chapter's own, over a second table beside the first.
        let again = meant.iter().find(|(known, _)| *known == text);
        let field = again.map(|(_, field)| *field);
        let field = field.or_else(|| slip::nearest(text, missing).map(|item| item.field));
        let field = field.or_else(|| {
            // Half a heading says something else than the whole.
            let below = (cell.row + 1..=rows.1).find_map(|row| page.grid.cell(row, cell.column));
            let below = below.and_then(super::grid::text).unwrap_or_default();
            wording::column(&format!("{text} {below}"), page.form.id, lacks)
        });
        let field = field.or_else(|| {
            let kinds = lacks(Field::ContactKind) && kinds::are_below(&page.grid, cell);
            (kinds && page.form.id == FormId::Visits).then_some(Field::ContactKind)
        });
        match field {
            Some(field) => {
                meant.push((text, field));
                taken.extend(columns.take(64).map(|column| (column, field)));
            }
            None => strange.push(area),
        }
    }
    let all = table
        .columns
        .iter()
        .all(|item| taken.iter().any(|(_, field)| *field == item.field));
    if all { Vec::new() } else { strange }
}

/// Whether the row below a header goes on with it: labels, and nothing typed.
fn continues(page: &Page<'_>, main: u32) -> bool {
    let cells = page.grid.row(main + 1);
    if cells.is_empty() || !cells.iter().all(|cell| text(cell).is_some()) {
        return false;
    }
    // Headings merged over both rows.
    let tall = |cell: &Cell| page.grid.extent(main, cell.column).to.0 > main;
    if page.grid.row(main).iter().any(tall) {
        return true;
    }
    // No second half: most rows below a header begin with values.
    let others = cells
        .iter()
        .filter(|cell| heading(page, cell.row, main, cell.column).is_none());
    let too_many = others.take(cells.len() / 2 + 1).count() * 2 > cells.len();
    // A repeated header is no second half either.
    !too_many && heads(page, main + 1) < heads(page, main)
}

/// The column that a cell heads: with the one above it ("Ledende" over
/// "likeperson"), by itself, or as the name below "Ledende likeperson".
fn heading(page: &Page<'_>, row: u32, first: u32, column: u16) -> Option<Field> {
    let of = |found: &Found<'_>| found.matched.label.column(page.form.id);
    let own = page.label_at(row, column).and_then(of);
    let Some(above) = above(page, row, first, column) else {
        return own;
    };
    let below = text(page.grid.cell(row, column)?)?;
    let mut buffer = String::new();
    let both = format!("{} {below}", text(above)?);
    let mut tries = u32::MAX;
    // A value below "Verv:" is no second half of a label.
    let whole = label::find(&both, &mut buffer, &mut tries).filter(|found| found.inline.is_none());
    // What is nearly "Klokkeslett til" may be "Timer" under "Klokkeslett".
    let spelt = whole.filter(|found| found.exact || own.is_none());
    spelt
        .and_then(|found| found.label.column(page.form.id))
        .or(own)
        .or_else(|| {
            fold_into(below, &mut buffer);
            let names = matches!(buffer.as_str(), "navn" | "namn");
            let group = page.label_at(above.row, above.column).filter(|_| names)?;
            of(group)
        })
        .or_else(|| {
            // Under a heading merged over several each says by itself what it asks for.
            let area = page.grid.extent(above.row, above.column);
            let group = page.label_at(above.row, above.column).and_then(of);
            (area.to.1 > area.from.1 && group.is_some())
                .then(|| wording::column(below, page.form.id, |field| Some(field) != group))?
        })
}

/// The cell of a header's upper row that stands over a cell of its lower row.
fn above<'a>(page: &Page<'a>, row: u32, first: u32, column: u16) -> Option<&'a Cell> {
    if row <= first {
        return None;
    }
    let cells = page.grid.row(row - 1);
    let left = cells.iter().rev().find(|cell| cell.column <= column)?;
    (page.grid.extent(left.row, left.column).to.1 >= column).then_some(left)
}
