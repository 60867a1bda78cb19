//! A sheet of attendance: in each cell a day and how many came ("7/1 – 6 stk"), month by
//! month or term by term, with no heading for either.

use super::draft::Draft;
use super::grid::text;
use super::page::Page;
use super::table::Table;
use crate::cell;
use crate::form::{Field, FormId, Kind};
use crate::value::Value;
use crate::workbook::{Cell, Content};

/// Fewer cells could say something else.
const FEWEST: usize = 4;
/// So many cells are looked through.
const MOST: usize = 5_000;

/// Reads each such cell as a row, where the sheet has no table.
pub(super) fn read(page: &Page<'_>, table: &mut Table) {
    if page.form.id != FormId::MeetingPlace {
        return;
    }
    let cells = page.grid.cells.iter().take(MOST);
    let told = cells.filter_map(|cell| Some((cell, parts(cell)?)));
    let told: Vec<(&Cell, (&str, &str))> = told.collect();
    let (Some((first, _)), Some((last, _))) = (told.first(), told.last()) else {
        return;
    };
    if told.len() < FEWEST {
        return;
    }
    table.stretches.push((first.row, last.row));
    // "9/9 – ca. 10 stk" among them is one too, and lost.
    let among = page.grid.cells.iter().take(MOST);
    let among = among.filter(|cell| (first.row..=last.row + 1).contains(&cell.row));
    let missed = among.filter(|cell| dated(cell).is_some_and(counts) && parts(cell).is_none());
    table
        .faults
        .extend(missed.map(|cell| page.not_understood(cell.row, cell.column)));
    for (cell, (day, count)) in told {
        let mut draft = Draft::new(2);
        for (part, field, kind) in [
            (day, Field::Date, Kind::Date),
            (count, Field::Participants, Kind::Count),
        ] {
            let content = Content::Text(part.into());
            let at = (cell.row, cell.column);
            draft.take(field, page.hear_content(&content, at, field, kind));
        }
        table.faults.append(&mut draft.faults);
        table
            .rows
            .push(draft.into_row(page, std::slice::from_ref(cell)));
    }
}

/// The day and the number with its word: "7/1 – 6 stk", "7.1. (6 personer)", "7/1: 6 stk".
fn parts(cell: &Cell) -> Option<(&str, &str)> {
    let (day, count) = dated(cell)?;
    let worded = count.ends_with(char::is_alphabetic)
        && count.starts_with(|sign: char| sign.is_ascii_digit());
    let counted = worded && matches!(meaning(count, Kind::Count), Some(Value::Count(_)));
    counted.then_some((day, count))
}

/// A day before a mark, and what stands behind it.
fn dated(cell: &Cell) -> Option<(&str, &str)> {
    let text = text(cell).filter(|text| text.len() <= 40)?;
    // Most cells need not be taken apart to know.
    let begins = text.starts_with(|sign: char| sign.is_ascii_digit());
    let (day, rest) = Some(text)
        .filter(|_| begins)?
        .split_once([':', '–', '(', ',', ';'])
        .or_else(|| text.split_once(" - "))?;
    let (day, rest) = (day.trim(), rest.trim().trim_end_matches(')'));
    let dated = matches!(meaning(day, Kind::Date), Some(Value::Days(days)) if days.len() == 1);
    dated.then_some((day, rest))
}

/// Whether a number stands behind the day: "avlyst" tells of nobody who came.
fn counts((_, rest): (&str, &str)) -> bool {
    rest.contains(|sign: char| sign.is_ascii_digit())
}

fn meaning(part: &str, kind: Kind) -> Option<Value> {
    cell::understand(&Content::Text(part.into()), kind).value
}
