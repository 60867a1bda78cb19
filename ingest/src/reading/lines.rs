//! Rows typed as lines in one column, under a line that says in which order: "Dato, hva,
//! hvor, hvor mange" and "22. januar kl 18-20, Tur, Hytta, 9 stk".

use super::apart;
use super::draft::Draft;
use super::grid::{Grid, text};
use super::label::{self, Label, Match};
use super::page::Page;
use super::scan::Found;
use super::table::Table;
use super::wording;
use crate::cell;
use crate::fault::Fault;
use crate::form::{Field, FormId, Item, Kind};
use crate::recognise::kinds;
use crate::value::Value;
use crate::workbook::{Cell, Content};

/// Fewer parts are no order of a row's.
const FEWEST: usize = 3;
/// So many rows are looked through for the order.
const ROWS: usize = 40;
/// So many lines must follow it.
const FEWEST_LINES: usize = 2;
/// A longer line is a text.
const LONGEST: usize = 300;

/// The line that says the order.
struct Order<'a> {
    cell: &'a Cell,
    cut: char,
    /// What each part is; a part that we do not know is lost.
    parts: Vec<Option<&'static Label>>,
}

/// Adds what the order's parts ask for to the labels.
pub(super) fn add<'a>(grid: &Grid<'a>, labels: &mut Vec<Found<'a>>) -> bool {
    let Some(order) = order(grid) else {
        return false;
    };
    let known = labels.iter().any(|found| found.row == order.cell.row);
    if known {
        return false;
    }
    labels.extend(order.parts.iter().flatten().map(|label| Found {
        row: order.cell.row,
        column: order.cell.column,
        matched: Match {
            label,
            exact: true,
            worded: false,
            inline: None,
        },
    }));
    labels.sort_by_key(|found| (found.row, found.column));
    true
}

/// Reads the lines below the order.
pub(super) fn read(page: &Page<'_>, table: &mut Table) {
    let items = page.form.table.as_ref().map_or(&[][..], |it| it.columns);
    let Some(order) = order(&page.grid).filter(|_| !items.is_empty()) else {
        return;
    };
    let fields = order
        .parts
        .iter()
        .map(|part| part.and_then(|it| it.column(page.form.id)));
    let fields: Vec<Option<Field>> = fields.collect();
    let lacking = apart::lacking(page.form, |field| fields.contains(&Some(field)));
    let start = page
        .grid
        .rows
        .partition_point(|line| line.row <= order.cell.row);
    let mut last = order.cell.row;
    for line in page.grid.rows.get(start..).unwrap_or_default() {
        let [cell] = page.grid.line(*line) else {
            continue;
        };
        if cell.column != order.cell.column {
            continue;
        }
        let Some((first, rest)) = dated(cell, order.cut) else {
            table.faults.extend(lost(page, &order, cell));
            continue;
        };
        last = line.row;
        let parts: Vec<&str> = std::iter::once(first).chain(rest).collect();
        let Some(fields) = fit(&fields, &parts) else {
            table
                .faults
                .push(page.not_understood(cell.row, cell.column));
            continue;
        };
        let mut draft = Draft::new(parts.len());
        for (part, field) in parts.iter().zip(fields) {
            let item: Option<&Item> = items.iter().find(|item| Some(item.field) == field);
            let Some(item) = item.filter(|_| !part.is_empty()) else {
                continue;
            };
            let content = Content::Text((*part).into());
            let at = (cell.row, cell.column);
            draft.take(
                item.field,
                page.hear_content(&content, at, item.field, item.kind),
            );
        }
        apart::take(page, &mut draft, &lacking);
        table.faults.append(&mut draft.faults);
        table
            .rows
            .push(draft.into_row(page, std::slice::from_ref(cell)));
    }
    if last > order.cell.row {
        if fields.contains(&None) {
            let (row, column) = (order.cell.row, order.cell.column);
            table.faults.push(page.not_understood(row, column));
        }
        table.stretches.push((order.cell.row, last));
    }
}

/// The fields of a line's parts: as many as the order has, or one less where the time
/// stands behind the date.
fn fit(fields: &[Option<Field>], parts: &[&str]) -> Option<Vec<Option<Field>>> {
    if fields.len() == parts.len() {
        return Some(fields.to_vec());
    }
    let is_time = |part: &&str| {
        let content = Content::Text((*part).into());
        cell::understand(&content, Kind::Time).value.is_some()
    };
    // Where the time has its own part, another one is left out, and who knows which?
    let timed = matches!(fields, [Some(Field::Date), Some(Field::From), ..])
        && !parts.get(1).is_some_and(is_time);
    let mut fields = fields.to_vec();
    if timed {
        fields.remove(1);
    }
    (timed && fields.len() == parts.len()).then_some(fields)
}

/// "I mai, kl. 18-20, grilling, hytta, 12 stk": as many parts as the order has, and no day.
fn lost(page: &Page<'_>, order: &Order<'_>, cell: &Cell) -> Option<Fault> {
    let parts = text(cell)?.split(order.cut).count();
    (parts >= order.parts.len()).then(|| page.not_understood(cell.row, cell.column))
}

/// A line that begins with a day, and its further parts.
fn dated(cell: &Cell, cut: char) -> Option<(&str, impl Iterator<Item = &str>)> {
    let line = text(cell).filter(|text| text.len() <= LONGEST)?;
    let mut parts = line.split(cut).map(str::trim);
    let first = parts.next()?;
    let content = Content::Text(first.into());
    let read = cell::understand(&content, Kind::Date);
    matches!(read.value, Some(Value::Days(_))).then_some((first, parts))
}

/// The one line in a column of lines that says what their parts are.
fn order<'a>(grid: &Grid<'a>) -> Option<Order<'a>> {
    grid.rows.iter().take(ROWS).find_map(|line| {
        let [cell] = grid.line(*line) else {
            return None;
        };
        let typed = text(cell).filter(|text| text.len() <= LONGEST)?;
        let said = typed.rsplit_once(':').map_or(typed, |(_, said)| said);
        let cut = [';', '|', ',']
            .into_iter()
            .find(|cut| said.matches(*cut).count() + 1 >= FEWEST)?;
        let parts: Vec<&str> = said.split(cut).map(str::trim).collect();
        if means(parts.first()?)?.column(FormId::Activities) != Some(Field::Date) {
            return None;
        }
        let lines = lines(grid, cell, cut);
        if lines.len() < FEWEST_LINES {
            return None;
        }
        let mut parts: Vec<Option<&'static Label>> = parts.into_iter().map(means).collect();
        tell_kinds(&mut parts, &lines);
        let known = parts.iter().flatten().count();
        (known >= FEWEST && known + 1 >= parts.len()).then_some(Order { cell, cut, parts })
    })
}

/// The dated lines below the order, in parts.
fn lines<'a>(grid: &Grid<'a>, order: &Cell, cut: char) -> Vec<Vec<&'a str>> {
    let start = grid.rows.partition_point(|line| line.row <= order.row);
    let below = grid.rows.get(start..).unwrap_or_default().iter().take(ROWS);
    let lines = below.filter_map(|line| {
        let [cell] = grid.line(*line) else {
            return None;
        };
        let (first, rest) = dated(cell, cut)?;
        let parts: Vec<&str> = std::iter::once(first).chain(rest).collect();
        (parts.len() >= FEWEST).then_some(parts)
    });
    lines.collect()
}

/// Understands the one part that no words tell by what stands in it: "besøk", "telefon".
fn tell_kinds(parts: &mut [Option<&'static Label>], lines: &[Vec<&str>]) {
    let mut unknown = parts.iter().enumerate().filter(|(_, part)| part.is_none());
    let (Some((at, _)), None) = (unknown.next(), unknown.next()) else {
        return;
    };
    let mut buffer = String::new();
    let count = parts.len();
    let mut is_kind = |line: &Vec<&str>| {
        // Where the time stands behind the date a line has one part less.
        let at = at - usize::from(line.len() + 1 == count);
        line.get(at)
            .is_some_and(|part| kinds::is_kind(part, &mut buffer))
    };
    if lines.iter().all(&mut is_kind)
        && let Some(part) = parts.get_mut(at)
    {
        *part = label::exact("Kontaktform", &mut String::new());
    }
}

/// The label that a part of the order means.
fn means(part: &str) -> Option<&'static Label> {
    let heads = |it: &Label| FormId::ALL.iter().any(|form| it.column(*form).is_some());
    let mut buffer = String::new();
    let own = label::exact(part, &mut buffer).filter(|it| heads(it));
    // "dato og tid" asks for the date first.
    let dated = || wording::column(part, FormId::Activities, |field| field == Field::Date);
    own.or_else(|| wording::label(part, heads))
        .or_else(|| dated().and_then(|_| label::exact("Dato", &mut buffer)))
}
