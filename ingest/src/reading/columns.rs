//! From headings to columns: which of two with one heading is meant, what stands in
//! parts under one heading, and a second table beside the first.

use super::apart;
use super::grid::text;
use super::header::{Column, Guest};
use super::page::Page;
use super::turned;
use super::wording;
use crate::fold::{fold_into, folded_name};
use crate::form::{Field, Item, Kind};
use crate::workbook::{Area, Cell};

/// Fewer columns beside a table are notes of the chapter's own.
const FEWEST: usize = 3;

type Rows = (u32, u32);

/// The columns of a header.
pub(crate) struct Columns {
    pub(crate) table: Vec<Column>,
    /// Those of a second table beside it.
    pub(crate) beside: Vec<Column>,
    /// Those whose heading stood before, and that are no table.
    pub(crate) doubled: Vec<Area>,
}

/// The columns that headings give.
pub(crate) fn of(page: &Page<'_>, rows: Rows, taken: &[(u16, Field)]) -> Columns {
    let items = items(page);
    let mut columns: Vec<Column> = Vec::new();
    let mut again: Vec<Column> = Vec::new();
    for (at, field) in taken {
        let Some(item) = items.iter().find(|item| item.field == *field) else {
            continue;
        };
        let column = Column {
            from: *at,
            to: *at,
            item,
            also: None,
            minutes: item.kind == Kind::Hours && is_in_minutes(page, rows, *at),
            guest: None,
            turned: *field == Field::Unpaid && turned::asks(&heading(page, rows, *at)),
        };
        let known = columns
            .iter_mut()
            .find(|column| column.item.field == *field);
        match known {
            Some(known) if known.to + 1 == *at && !is_own(page, rows, *at) => known.to = *at,
            // Of "Dag" and "Dato" the one that is spelt as ours holds the date.
            Some(known) if is_declared(page, rows, &column) && !is_declared(page, rows, known) => {
                *known = column;
            }
            // Either number reaches the person.
            Some(known) if column.item.kind == Kind::Phone && known.also.is_none() => {
                known.also = Some(*at);
            }
            Some(_) => again.push(column),
            None => columns.push(column),
        }
    }
    for at in 0..columns.len() {
        let guest = columns.get(at).and_then(|it| guest(page, rows, it));
        let lacks = guest.filter(|guest| {
            let mut others = columns.iter();
            !others.any(|it| it.item.field == guest.item.field)
        });
        if let (Some(guest), Some(column)) = (lacks, columns.get_mut(at)) {
            column.guest = Some(guest);
        }
    }
    let end = columns.iter().map(|column| column.to).max();
    let key = items.first().map(|item| item.field);
    let whole = again.len() >= FEWEST
        && again.iter().any(|column| Some(column.item.field) == key)
        && again.iter().all(|column| Some(column.from) > end);
    let complete = columns.len() == items.len();
    let doubled = again.iter().filter(|_| !whole && !complete);
    let doubled = doubled.filter_map(|column| own(page, rows, column.from));
    Columns {
        doubled: doubled.collect(),
        beside: if whole { again } else { Vec::new() },
        table: columns,
    }
}

/// "Postadresse" asks for postcode and town beside "Adresse", or where these stand there;
/// the town's heading for the whole address, where that stands under it.
pub(crate) fn postal(page: &Page<'_>, rows: Rows, taken: &mut [(u16, Field)]) {
    let heads = |wanted: Field| taken.iter().filter(move |(_, field)| *field == wanted);
    if heads(Field::Postcode).next().is_some() {
        return;
    }
    let twice = heads(Field::Address).count() > 1;
    let nowhere = heads(Field::Address).next().is_none();
    let below = |column: u16| {
        let start = page.grid.rows.partition_point(|line| line.row <= rows.1);
        let mut lines = page.grid.rows.get(start..)?.iter().take(FEWEST);
        text(lines.find_map(|line| page.grid.cell(line.row, column))?)
    };
    let is_postal = |column: u16| {
        let area = own(page, rows, column);
        let heading = area.and_then(|area| text(page.grid.cell(area.from.0, area.from.1)?));
        let told = || below(column).is_some_and(apart::is_code_and_town);
        heading.is_some_and(is_postal) && (twice || told())
    };
    let mut mine = taken
        .iter_mut()
        .filter(|(_, field)| *field == Field::Address);
    if let Some((_, field)) = mine.find(|(column, _)| is_postal(*column)) {
        *field = Field::Postcode;
    }
    // "Bosted" over streets with their towns.
    let is_whole = |column: u16| below(column).is_some_and(apart::is_street_and_town);
    let mut towns = taken.iter_mut().filter(|(_, it)| *it == Field::City);
    if let Some((_, field)) = towns.find(|(column, _)| nowhere && is_whole(*column)) {
        *field = Field::Address;
    }
}

/// Whether a text is the heading of an address as it is written on a letter.
pub(super) fn is_postal(text: &str) -> bool {
    folded_name(text) == folded_name("Postadresse")
}

/// What a heading asks for behind its mark: "Sted / arrangør", "Hva (type)".
fn guest(page: &Page<'_>, (first, last): Rows, column: &Column) -> Option<Guest> {
    // Most columns need not be looked up to know.
    if !wording::can_be_cut(column.item.field) {
        return None;
    }
    let mut headings = (first..=last).filter_map(|row| text(page.grid.cell(row, column.from)?));
    let (field, cut) = headings
        .find_map(|heading| wording::behind_mark(heading, column.item.field, page.form.id))?;
    let item = items(page).iter().find(|item| item.field == field)?;
    Some(Guest { item, cut })
}

/// Reads a heading that stands twice by the hint behind it: of "Kl. (start)" and
/// "Kl. (slutt)" the second is the end.
pub(crate) fn tell_apart(page: &Page<'_>, rows: Rows, taken: &mut [(u16, Field)]) {
    for at in 1..taken.len() {
        let (before, rest) = taken.split_at_mut(at);
        let Some((column, field)) = rest.first_mut() else {
            continue;
        };
        if !before.iter().any(|(_, known)| known == field) {
            continue;
        }
        let area = own(page, rows, *column);
        let heading = area.and_then(|area| text(page.grid.cell(area.from.0, area.from.1)?));
        let others: Vec<Field> = before
            .iter()
            .chain(&*rest)
            .map(|(_, field)| *field)
            .collect();
        let lacks = |field| !others.contains(&field);
        let meant = heading
            .filter(|heading| heading.contains('('))
            .and_then(|heading| wording::column(heading, page.form.id, lacks));
        if let (Some(meant), Some((_, field))) = (meant, rest.first_mut()) {
            *field = meant;
        }
    }
}

/// Whether a heading asks for minutes: "Varighet (min)".
fn is_in_minutes(page: &Page<'_>, (first, last): Rows, at: u16) -> bool {
    let mut headings = (first..=last).filter_map(|row| text(page.grid.cell(row, at)?));
    headings.any(|heading| {
        let heading = folded_name(heading);
        let has = |parts: &[&str]| heading.split(' ').any(|word| parts.contains(&word));
        has(&["min", "minutt", "minutter", "minuttar"]) && !has(&["t", "time", "timer", "timar"])
    })
}

fn items(page: &Page<'_>) -> &'static [Item] {
    let table = page.form.table.as_ref();
    table.map_or(&[][..], |table| table.columns)
}

/// The words of a column's heading over all its rows: "Uten" over "lønn" is one.
fn heading(page: &Page<'_>, (first, last): Rows, at: u16) -> String {
    let cells = (first..=last).filter_map(|row| text(page.grid.cell(row, at)?));
    cells.collect::<Vec<_>>().join(" ")
}

/// Whether a column has a heading of its own, and is not the rest of a merged one.
fn is_own(page: &Page<'_>, rows: Rows, at: u16) -> bool {
    own(page, rows, at).is_some()
}

fn own(page: &Page<'_>, (first, last): Rows, at: u16) -> Option<Area> {
    let row = (first..=last).find(|row| page.label_at(*row, at).is_some())?;
    Some(page.grid.extent(row, at))
}

/// Whether a column is headed by the form's own label.
fn is_declared(page: &Page<'_>, (first, last): Rows, column: &Column) -> bool {
    let mut headings = (first..=last).filter_map(|row| text(page.grid.cell(row, column.from)?));
    headings.any(|heading| {
        let heading = folded_name(heading);
        let labels = [column.item.label, column.item.label_nn];
        labels.iter().any(|label| folded_name(label) == heading)
    })
}

/// Keeps of a number that is told in parts under one heading ("Kvinner", "Menn",
/// "I alt") the sum of them; without a sum the heading is not understood.
pub(crate) fn part(
    page: &Page<'_>,
    (first, last): Rows,
    taken: &mut Vec<(u16, Field)>,
) -> Vec<Area> {
    let mut unread = Vec::new();
    let mut buffer = String::new();
    let heads = |cell: &Cell| {
        let found = page.label_at(cell.row, cell.column);
        found.is_some_and(|found| found.matched.label.column(page.form.id).is_some())
    };
    for item in items(page).iter().filter(|item| item.kind == Kind::Count) {
        let mine = taken.iter().filter(|(_, field)| *field == item.field);
        let columns: Vec<u16> = mine.map(|(column, _)| *column).collect();
        let parts: Vec<&Cell> = (first + 1..=last)
            .flat_map(|row| page.grid.row(row))
            .filter(|cell| columns.contains(&cell.column))
            .filter(|cell| text(cell).is_some() && !heads(cell))
            .collect();
        if parts.len() < 2 {
            continue;
        }
        let mut is_sum = |cell: &&&Cell| {
            fold_into(text(cell).unwrap_or_default(), &mut buffer);
            let sums = [
                "sum",
                "totalt",
                "total",
                "i alt",
                "alle",
                "til sammen",
                "tilsammen",
                "til saman",
                "samlet",
                "samla",
            ];
            sums.contains(&buffer.as_str())
        };
        let sum = parts.iter().find(&mut is_sum).map(|cell| cell.column);
        taken.retain(|(column, field)| *field != item.field || Some(*column) == sum);
        if let (None, Some(part)) = (sum, parts.first()) {
            unread.push(page.grid.extent(part.row, part.column));
        }
    }
    unread
}

/// The column that names the month of days that stand without it.
pub(crate) fn month(page: &Page<'_>, (first, last): Rows) -> Option<u16> {
    let mut cells = (first..=last).flat_map(|row| page.grid.row(row));
    let mut buffer = String::new();
    let names = cells.find(|cell| {
        let short = text(cell).filter(|text| text.len() <= 8 && text.starts_with(['m', 'M']));
        short.is_some_and(|text| {
            fold_into(text, &mut buffer);
            matches!(buffer.as_str(), "maaned" | "maanad" | "mnd")
        })
    });
    names.map(|cell| cell.column)
}

/// The value of a cell that is merged from a row above into this one.
pub(crate) fn merged_above<'a>(
    page: &Page<'a>,
    row: u32,
    column: Column,
    active: &[Area],
) -> Option<&'a Cell> {
    let area = active.iter().find(|area| {
        area.from.0 < row
            && area.to.0 >= row
            && area.from.1 <= column.to
            && area.to.1 >= column.from
    })?;
    page.grid.cell(area.from.0, area.from.1)
}
