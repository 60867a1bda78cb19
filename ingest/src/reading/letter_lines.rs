//! The lines that a letter ends with, beside the names: a day, an office, a greeting.

use super::greeting;
use super::grid::text;
use super::signer::{self, name_and_date};
use crate::cell;
use crate::fold::fold_into;
use crate::form::SignatureRole;
use crate::value::Day;
use crate::workbook::Cell;

/// The day that a cell holds beside a word for it or a place, and nothing else.
pub(super) fn day_of(cell: &Cell) -> Option<Day> {
    let typed = cell::typed(&cell.content);
    let (words, day) = name_and_date(typed.rsplit(':').next().unwrap_or(&typed));
    let short = words.is_none_or(|words| words.split(' ').count() == 1);
    day.filter(|_| short)
}

pub(super) fn is_place_and_day_caption(text: &str) -> bool {
    let mut folded = String::new();
    fold_into(text, &mut folded);
    matches!(
        folded.as_str(),
        "sted dato" | "stad dato" | "sted og dato" | "stad og dato" | "dato sted" | "dato stad"
    )
}

/// "Dato: 3.1.2026" on a line of its own, in one cell or two.
pub(super) fn date_alone(cells: &[Cell]) -> Option<Day> {
    let day = match cells {
        [cell] => text(cell)?.strip_prefix("Dato").and_then(|_| day_of(cell)),
        [caption, day] => {
            let caption = text(caption)?.trim().trim_end_matches(':');
            caption.eq_ignore_ascii_case("dato").then(|| day_of(day))?
        }
        _ => None,
    };
    day.filter(|day| day.year.is_some())
}

/// The office of who signed, on a line of its own.
pub(super) fn office_alone(cells: &[Cell]) -> Option<SignatureRole> {
    let [cell] = cells else { return None };
    signer::role(text(cell)?)
}

/// A remark in brackets below those who signed, or the line that they sign on.
pub(super) fn is_remark(cells: &[Cell]) -> bool {
    let remark = |text: &str| {
        let text = text.trim();
        text.starts_with('(')
            || text
                .chars()
                .all(|sign| matches!(sign, '_' | '.' | '-' | ' '))
    };
    matches!(cells, [cell] if text(cell).is_some_and(remark))
}

/// The words before a name at the end of a letter.
pub(super) fn is_greeting(cells: &[Cell]) -> bool {
    let [cell] = cells else { return false };
    let mut folded = String::new();
    fold_into(text(cell).unwrap_or_default(), &mut folded);
    greeting::is_alone(&folded)
        || matches!(
            folded.as_str(),
            "for styret"
                | "for laget"
                | "paa vegne av styret"
                | "paa vegner av styret"
                | "underskrifter"
                | "signaturer"
                | "underskrevet av"
                | "underskrive av"
                | "signert av"
        )
}
