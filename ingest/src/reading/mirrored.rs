//! Answers that stand left of their questions: in a column of labels none has anything
//! right of it, and nearly every one something left of it.

use super::fields::Asked;
use super::page::{Heard, Page, is_blank};
use crate::cell;
use crate::form::Kind;
use crate::workbook::Cell;

/// In a column of fewer labels a text to the left may be anything.
const FEWEST: usize = 4;

/// The columns whose labels have their answers on the left.
pub(super) fn columns(page: &Page<'_>, asked: &[Asked<'_>]) -> Vec<u16> {
    let mut columns: Vec<u16> = asked.iter().map(|asked| asked.found.column).collect();
    columns.sort_unstable();
    columns.dedup();
    columns.retain(|column| {
        let mine: Vec<&Asked<'_>> = asked
            .iter()
            .filter(|asked| asked.found.column == *column)
            .collect();
        if mine.len() < FEWEST || mine.iter().any(|asked| has_own(page, asked)) {
            return false;
        }
        let left = mine.iter().filter_map(|asked| left_of(page, asked));
        let answers: Vec<bool> = left.map(is_numbering).collect();
        let numbers = answers.iter().filter(|is| **is).count();
        answers.len() >= FEWEST
            && answers.len() * 5 >= mine.len() * 4
            && numbers * 2 < answers.len()
    });
    columns
}

/// The answer left of a label.
pub(super) fn hear(
    page: &Page<'_>,
    asked: &Asked<'_>,
    claimed: &mut Vec<(u32, u16)>,
) -> Option<Heard> {
    let cell = left_of(page, asked)?;
    let at = (cell.row, cell.column);
    if claimed.contains(&at) {
        return None;
    }
    claimed.push(at);
    Some(page.hear(cell, asked.item.field, asked.item.kind))
}

/// Whether something stands behind a label, in its own cell or right of it.
fn has_own(page: &Page<'_>, asked: &Asked<'_>) -> bool {
    let row = page.grid.row(asked.found.row).iter();
    let mut right = row.filter(|cell| cell.column > asked.area.to.1);
    asked.found.matched.inline.is_some() || right.any(|cell| !is_blank(&cell.content, Kind::Text))
}

fn left_of<'a>(page: &Page<'a>, asked: &Asked<'_>) -> Option<&'a Cell> {
    let (row, column) = (asked.found.row, asked.found.column.checked_sub(1)?);
    let cell = page.grid.cell(row, column)?;
    (!is_blank(&cell.content, asked.item.kind) && !page.is_label(row, column)).then_some(cell)
}

/// Whether a cell may only number the question: "1", "2.", "b)".
fn is_numbering(cell: &Cell) -> bool {
    let typed = cell::typed(&cell.content);
    let letters = typed.chars().filter(|sign| sign.is_alphabetic()).count();
    letters <= 1 && typed.chars().count() <= 4 && !typed.eq_ignore_ascii_case("x")
}
