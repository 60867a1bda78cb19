//! Lines below a table's rows that close the form: who signs, where and when. None
//! of them is a row, whatever columns they stand under.

use super::greeting;
use super::grid::text;
use super::header::Column;
use super::signer;
use crate::cell;
use crate::fold::fold_into;
use crate::form::{Kind, SignatureRole};
use crate::value::Value;
use crate::workbook::{Cell, Content};

/// A line with more cells is a row that happens to have such a word in it.
const MOST_CELLS: usize = 8;
/// Without a word that says so, only a short line is taken for a closing one.
const FEW_CELLS: usize = 4;

/// Whether a line without a date in its column, apart from the rows above or not,
/// closes the form.
pub(crate) fn closes(cells: &[Cell], columns: &[Column], apart: bool, buffer: &mut String) -> bool {
    if cells.len() > MOST_CELLS {
        return false;
    }
    let Some(first) = cells.iter().find_map(text) else {
        return false;
    };
    if first.len() <= 60 && first.starts_with(char::is_alphabetic) {
        fold_into(first, buffer);
        if is_closing(buffer) {
            return true;
        }
    }
    // "Leder: | Kari Nordlys | dato 3.1.2026", below a blank row.
    if apart && cells.len() <= FEW_CELLS && first.trim_end().ends_with(':') {
        let office = cells.iter().find(|cell| text(cell).is_some());
        if office.is_some_and(is_office) {
            return true;
        }
    }
    let is_known = |cell: &Cell| {
        let mut columns = columns.iter();
        columns.any(|column| (column.from..=column.to).contains(&cell.column))
    };
    // "Bremnes, 3.1.2026" below a blank row, under headings that are not ours.
    let place_and_day = apart
        && cells.len() == 2
        && cells
            .iter()
            .any(|cell| !is_known(cell) && is_misplaced_day(cell, Kind::Text));
    if place_and_day {
        return true;
    }
    let mut under = cells.iter().filter_map(|cell| {
        let column = columns.iter().find(|column| {
            (column.from..=column.to).contains(&cell.column) || column.also == Some(cell.column)
        })?;
        Some((cell, column.item.kind))
    });
    // Right below the rows it may be one of them, with a day in the wrong place.
    apart
        && cells.len() <= FEW_CELLS
        && under.any(|(cell, kind)| is_office(cell) || is_misplaced_day(cell, kind))
}

/// Whether a line has nothing but a place under a heading that is not ours and a full
/// day, perhaps where the rows have theirs.
pub(crate) fn is_place_and_day(cells: &[Cell], columns: &[Column]) -> bool {
    let [place, day] = cells else { return false };
    let mut columns = columns.iter();
    let known = columns.any(|it| (it.from..=it.to).contains(&place.column));
    let named = |text: &str| text.starts_with(char::is_alphabetic);
    !known && text(place).is_some_and(named) && is_misplaced_day(day, Kind::Text)
}

/// Whether a cell of a short line asks for a signature, beside its date perhaps.
pub(crate) fn signs(cells: &[Cell], buffer: &mut String) -> bool {
    let mut texts = cells.iter().filter_map(text);
    cells.len() <= MOST_CELLS
        && texts.any(|text| {
            let begins = text.len() <= 30 && text.starts_with(['s', 'S', 'u', 'U']);
            begins && {
                fold_into(text, buffer);
                matches!(
                    buffer.as_str(),
                    "sign" | "signatur" | "signert" | "underskrift" | "undertegnet" | "underteikna"
                )
            }
        })
}

/// Whether the first words of a line are those of a signature.
fn is_closing(folded: &str) -> bool {
    let whole = [
        "sted dato",
        "sted og dato",
        "stad dato",
        "stad og dato",
        "dato sted",
        "dato og sted",
        "dato stad",
        "dato og stad",
    ];
    let begins = [
        "sign",
        "signatur",
        "signert",
        "underskrift",
        "underskrive",
        "underskriven",
        "underteikna",
        "undertegnet",
        "underskrevet",
        "dagsett",
        "datert",
        "utfylt",
        "fylt ut",
        "rapport skrevet",
        "dato og underskrift",
        "dato og signatur",
        "dato underskrift",
        "dato signatur",
        "sted dato og",
        "stad dato og",
        "sted dato underskrift",
        "stad dato underskrift",
        "sted dato signatur",
        "leder sign",
        "leiar sign",
        "for styret",
        "paa vegne av",
        "jeg bekrefter",
        "vi bekrefter",
        "eg stadfestar",
        "vi stadfestar",
        "det bekreftes",
    ];
    whole.contains(&folded)
        || greeting::begins(folded)
        || begins.iter().any(|word| {
            let rest = folded.strip_prefix(word);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
}

/// Whether a cell is the office of somebody who signs for the board.
fn is_office(cell: &Cell) -> bool {
    let office = text(cell).filter(|text| text.len() <= 30);
    office
        .and_then(signer::role)
        .is_some_and(|role| matches!(role, SignatureRole::Leader | SignatureRole::BoardMember))
}

/// Whether a full date stands where words belong.
fn is_misplaced_day(cell: &Cell, kind: Kind) -> bool {
    if kind != Kind::Text {
        return false;
    }
    match &cell.content {
        Content::Text(typed) if !typed.starts_with(|sign: char| sign.is_ascii_digit()) => false,
        Content::Text(_) | Content::DateTime(_) => {
            let value = cell::understand(&cell.content, Kind::Date).value;
            matches!(value, Some(Value::Days(days)) if days.iter().all(|day| day.year.is_some()))
        }
        Content::Number(_) | Content::Duration(_) | Content::Bool(_) | Content::Error => false,
    }
}
