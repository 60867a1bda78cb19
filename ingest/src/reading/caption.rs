//! The captions of a signature block: where the name, the office and the day stand.

use std::sync::LazyLock;

use super::grid::text;
use super::page::{Page, is_blank};
use crate::fold::fold_into;
use crate::form::{Caption, Kind, SIGNATURE_DATE, SIGNER_NAME, SIGNER_OFFICE};
use crate::workbook::{Cell, Content};

/// Whether a cell is one of the captions.
pub(super) fn is_any(cell: &Cell) -> bool {
    folded(cell).is_some_and(|folded| CAPTIONS.iter().any(|(_, labels)| labels.contains(&folded)))
}

/// Whether a cell is a caption, perhaps with its value after a colon.
pub(super) fn is(cell: &Cell, caption: &Caption) -> bool {
    let known = CAPTIONS
        .iter()
        .find(|(known, _)| std::ptr::eq(*known, caption));
    known
        .zip(folded(cell))
        .is_some_and(|((_, labels), folded)| labels.contains(&folded))
}

/// A cell's text, up to its colon, as captions are compared.
fn folded(cell: &Cell) -> Option<String> {
    let text = text(cell).filter(|text| text.len() < 100)?;
    // Every cell near a signature is asked, so only what looks like one is folded.
    let begin = text.bytes().next()?.to_ascii_lowercase();
    if begin.is_ascii_alphabetic() && !FIRST_LETTERS.contains(&begin) {
        return None;
    }
    let text = text.split_once(':').map_or(text, |(label, _)| label);
    let mut folded = String::new();
    fold_into(text, &mut folded);
    Some(folded)
}

/// The letters that captions begin with.
static FIRST_LETTERS: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let labels = CAPTIONS.iter().flat_map(|(_, labels)| labels);
    let mut first: Vec<u8> = labels.filter_map(|label| label.bytes().next()).collect();
    first.sort_unstable();
    first.dedup();
    first
});

/// The captions' labels as they are compared.
static CAPTIONS: LazyLock<[(&Caption, Vec<String>); 3]> = LazyLock::new(|| {
    [&SIGNATURE_DATE, &SIGNER_NAME, &SIGNER_OFFICE].map(|caption| {
        let labels = [caption.label, caption.label_nn];
        let folded = labels.iter().chain(caption.synonyms).map(|name| {
            let mut folded = String::new();
            fold_into(name, &mut folded);
            folded
        });
        (caption, folded.collect())
    })
});

/// The value at a caption's cell: after its colon, right of it, below it, or above
/// it where values stand over their captions.
pub(super) fn value(
    page: &Page<'_>,
    cell: &Cell,
    kind: Kind,
    over: bool,
) -> Option<((u32, u16), Content)> {
    if let Some((_, inline)) = text(cell).and_then(|text| text.split_once(':')) {
        let content = Content::Text(inline.trim().into());
        if !inline.trim().is_empty() && !is_blank(&content, kind) {
            return Some(((cell.row, cell.column), content));
        }
    }
    let area = page.grid.extent(cell.row, cell.column);
    let is_label = |other: &Cell| page.is_label(other.row, other.column) || is_any(other);
    let right = || {
        page.grid
            .row(cell.row)
            .iter()
            .filter(|other| other.column > cell.column)
            .take_while(|other| !is_label(other))
            .find(|other| !is_blank(&other.content, kind))
    };
    let at = |row: Option<u32>| {
        page.grid
            .cell(row?, cell.column)
            .filter(|other| !is_blank(&other.content, kind) && !is_label(other))
    };
    let found = if over {
        at(cell.row.checked_sub(1))
    } else {
        right().or_else(|| at(area.to.0.checked_add(1)))
    };
    found.map(|found| ((found.row, found.column), found.content.clone()))
}
