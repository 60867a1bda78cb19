//! Ja and Nei printed in cells of their own, and which of them is ticked: beside the
//! question, or as the headings of two columns.

use super::fields::Asked;
use super::page::{Heard, Page, is_blank};
use crate::fault::{Fault, FaultKind};
use crate::form::Kind;
use crate::value::Value;
use crate::workbook::{Cell, Content};

/// The headings stand no further above a question.
const ROWS: usize = 40;

/// The columns of "Ja" and "Nei" where both are printed in cells of their own.
pub(super) fn printed(right: &[&Cell]) -> Option<(u16, u16)> {
    let word = |wanted: &str| {
        right.iter().find(|cell| {
            matches!(&cell.content, Content::Text(text) if text.trim().eq_ignore_ascii_case(wanted))
        })
    };
    let (yes, no) = (word("ja")?.column, word("nei")?.column);
    (yes < no).then_some((yes, no))
}

/// "Ja | x | Nei |": which of the printed words is ticked, if any.
pub(super) fn ticked(
    page: &Page<'_>,
    asked: &Asked<'_>,
    right: &[&Cell],
    (yes, no): (u16, u16),
) -> Option<Heard> {
    let mut ticks = right
        .iter()
        .filter(|cell| cell.column != yes && cell.column != no)
        .filter(|cell| !is_blank(&cell.content, Kind::YesNo));
    let tick = ticks.next()?;
    let mut heard = page.hear(tick, asked.item.field, Kind::YesNo);
    if heard.told.value != Some(Value::YesNo(true)) || ticks.next().is_some() {
        return Some(heard);
    }
    let after_word = yes == asked.area.to.1 + 1;
    let between = yes < tick.column && tick.column < no;
    if between && !after_word {
        heard.told.value = None;
        heard.fault = Some(Fault {
            kind: FaultKind::TwoReadings,
            place: Some(heard.told.place),
            field: Some(asked.item.field),
        });
    } else {
        heard.told.value = Some(Value::YesNo(tick.column < no));
    }
    Some(heard)
}

/// The tick under one of the headings "Ja" and "Nei" that stand above the questions.
pub(super) fn headed(page: &Page<'_>, asked: &Asked<'_>, right: &[&Cell]) -> Option<Heard> {
    let ticks = right.iter().filter(|cell| is_tick(&cell.content));
    let ticks: Vec<&Cell> = ticks.copied().collect();
    let first = ticks.first()?;
    let (yes, no) = headings(page, asked)?;
    let answer = match ticks.as_slice() {
        [tick] if tick.column == yes => Some(true),
        [tick] if tick.column == no => Some(false),
        _ => None,
    };
    let item = asked.item;
    // A question that is answered in words is given the word that is ticked.
    if let (Kind::Text, Some(yes)) = (item.kind, answer) {
        let word = Content::Text(if yes { "Ja" } else { "Nei" }.into());
        let at = (first.row, first.column);
        return Some(page.hear_content(&word, at, item.field, item.kind));
    }
    let mut heard = page.hear(first, item.field, Kind::YesNo);
    heard.told.value = answer.map(Value::YesNo);
    heard.fault = answer.is_none().then_some(Fault {
        kind: FaultKind::TwoReadings,
        place: Some(heard.told.place),
        field: Some(item.field),
    });
    Some(heard)
}

/// Whether a text is one of the two words.
pub(super) fn is_word(text: &str) -> bool {
    let text = text.trim();
    text.eq_ignore_ascii_case("ja") || text.eq_ignore_ascii_case("nei")
}

/// The columns of the nearest such headings: a row of answers has its questions.
fn headings(page: &Page<'_>, asked: &Asked<'_>) -> Option<(u16, u16)> {
    let end = page
        .grid
        .rows
        .partition_point(|line| line.row < asked.found.row);
    let above = page.grid.rows.get(..end)?.iter().rev().take(ROWS);
    let bare = above.filter(|line| page.labels_in(line.row).is_empty());
    let mut choices = bare.filter_map(|line| {
        let cells = page.grid.line(*line).iter();
        let right: Vec<&Cell> = cells.filter(|cell| cell.column > asked.area.to.1).collect();
        printed(&right)
    });
    choices.next()
}

/// A cross or the like, which says nothing without its heading.
fn is_tick(content: &Content) -> bool {
    let Content::Text(text) = content else {
        return matches!(content, Content::Bool(true));
    };
    let text = text.trim();
    let cross = text.chars().all(|sign| matches!(sign, 'x' | 'X'));
    let mark = text
        .chars()
        .all(|sign| matches!(sign, '✓' | '✔' | '☑' | '☒' | '√' | '✗' | '✘'));
    !text.is_empty() && text.len() <= 6 && (cross || mark)
}
