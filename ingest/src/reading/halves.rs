//! A person's name in two columns.

use super::grid::text;
use super::page::Page;
use crate::fold::fold_into;
use crate::form::Field;

/// The columns of the first and the last name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Halves {
    pub(crate) field: Field,
    pub(crate) first: u16,
    pub(crate) last: u16,
}

/// Finds a name's two columns in the rows of a header that has none for the name.
pub(crate) fn find(
    page: &Page<'_>,
    (from, to): (u32, u32),
    lacks: impl Fn(Field) -> bool,
) -> Option<Halves> {
    let items = page.form.table.as_ref()?.columns.iter();
    let mut names = items.map(|item| item.field);
    let field =
        names.find(|field| matches!(field, Field::Name | Field::Leader) && lacks(*field))?;
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
    Some(Halves {
        field,
        first: first?,
        last: last?,
    })
}
