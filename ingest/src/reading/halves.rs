//! A person's name in two columns.

use super::grid::text;
use super::page::{Heard, Page};
use crate::fold::fold_into;
use crate::form::{Field, Item};
use crate::workbook::{Cell, Content};

/// The columns of the first and the last name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Halves {
    pub(crate) field: Field,
    pub(crate) first: u16,
    pub(crate) last: u16,
}

/// Finds a name's two columns in the rows of a header, under one heading or none.
pub(crate) fn find(
    page: &Page<'_>,
    (from, to): (u32, u32),
    taken: &[(u16, Field)],
) -> Option<Halves> {
    let items = page.form.table.as_ref()?.columns.iter();
    let mut names = items.map(|item| item.field);
    let field = names.find(|field| matches!(field, Field::Name | Field::Leader))?;
    let mine = taken.iter().filter(|(_, known)| *known == field);
    let known: Vec<u16> = mine.map(|(column, _)| *column).collect();
    let mut buffer = String::new();
    let (mut first, mut last) = (None, None);
    for cell in (from..=to).flat_map(|row| page.grid.row(row)) {
        let Some(text) = text(cell).filter(|text| text.len() <= 40) else {
            continue;
        };
        fold_into(text, &mut buffer);
        let has = |parts: &[&str]| buffer.split(' ').any(|word| parts.contains(&word));
        let (one, other) = (
            has(&["fornavn", "fornamn", "førenamn"]),
            has(&["etternavn", "etternamn", "slektsnavn"]),
        );
        match (one, other) {
            (true, false) => first = first.or(Some(cell.column)),
            (false, true) => last = last.or(Some(cell.column)),
            _ => {}
        }
    }
    let (first, last) = (first?, last?);
    // Another column holds the whole name.
    let halved = known.iter().all(|column| [first, last].contains(column))
        || [first, last].iter().all(|column| known.contains(column));
    (halved && first != last).then_some(Halves { field, first, last })
}

/// Reads a name from the cells of its first and its last part.
pub(crate) fn hear(
    page: &Page<'_>,
    (first, last): (Option<&Cell>, Option<&Cell>),
    item: &Item,
) -> Option<Heard> {
    let at = first.or(last)?;
    let parts = first
        .into_iter()
        .chain(last)
        .filter_map(text)
        .map(str::trim);
    let name = parts.collect::<Vec<_>>().join(" ");
    let content = Content::Text(name.into());
    Some(page.hear_content(&content, (at.row, at.column), item.field, item.kind))
}
