//! What the caption over a table says of its rows: "Telefon" over a peer supporter's
//! calls, "Samtalegrupper" over the evenings of a group.

use super::grid::text;
use super::header::Column;
use super::page::Page;
use crate::fold::folded_name;
use crate::form::{Field, Item, Kind};
use crate::recognise::kinds;
use crate::value::Told;
use crate::workbook::{Cell, Content};

/// So close over a header stands its caption.
const CLOSE: u32 = 2;
/// A longer text is no caption of one word.
const LONGEST: usize = 40;

/// What all rows below a header are, where no column tells it.
pub(super) fn over(page: &Page<'_>, header: u32, columns: &[Column]) -> Option<(Field, Told)> {
    let (item, _) = chosen(page)?;
    if columns.iter().any(|column| column.item.field == item.field) {
        return None;
    }
    let mut above = (1..=CLOSE).filter_map(|up| header.checked_sub(up));
    let caption = above.find_map(|row| match page.grid.row(row) {
        [caption] => Some(caption),
        // "Telefon | 900 00 001" is a field of the head.
        [caption, beside] => {
            let words = text(beside).is_some_and(|it| it.contains(char::is_alphabetic));
            words.then_some(caption)
        }
        _ => None,
    })?;
    // On top of a sheet it is a title, and says less.
    let on_top = page
        .grid
        .rows
        .first()
        .is_some_and(|line| line.row == caption.row);
    if on_top {
        return None;
    }
    said(page, caption)
}

/// What a cell says that the rows below it are.
pub(super) fn said(page: &Page<'_>, caption: &Cell) -> Option<(Field, Told)> {
    let (item, _) = chosen(page)?;
    if !says(page, caption) {
        return None;
    }
    let said = text(caption)?.trim().trim_end_matches(':');
    let content = Content::Text(said.into());
    let at = (caption.row, caption.column);
    let heard = page.hear_content(&content, at, item.field, item.kind);
    Some((item.field, heard.told))
}

/// Whether a cell says what the rows below it are.
pub(super) fn says(page: &Page<'_>, cell: &Cell) -> bool {
    let Some((item, choices)) = chosen(page) else {
        return false;
    };
    let Some(said) = text(cell).filter(|text| text.len() <= LONGEST) else {
        return false;
    };
    let said = said.trim().trim_end_matches(':');
    let folded = folded_name(said);
    let is_choice = |choice: &&str| {
        let choice = folded_name(choice);
        let rest = folded.strip_prefix(choice.as_str());
        rest.is_some_and(|rest| matches!(rest, "" | "r" | "er" | "ar" | "e" | "ne"))
    };
    // "Annet" says nothing of what they are.
    let mut known = choices
        .iter()
        .filter(|choice| folded_name(choice) != "annet");
    known.any(is_choice)
        || item.field == Field::ContactKind && kinds::is_kind(said, &mut String::new())
}

/// The column whose values are chosen from a list, and the list.
pub(super) fn chosen(page: &Page<'_>) -> Option<(&'static Item, &'static [&'static str])> {
    let mut items = page.form.table.as_ref()?.columns.iter();
    items.find_map(|item| {
        if let Kind::Choice(choices) = item.kind {
            Some((item, choices))
        } else {
            None
        }
    })
}
