//! Which form a sheet is by what stands in its rows: "besøk" and "telefon" down a column
//! are a peer supporter's own log, whatever heads it.

use crate::fold::fold_into;
use crate::form::FormId;
use crate::reading::grid::{Grid, text};
use crate::workbook::Cell;

/// Fewer rows could hold the words by chance.
const FEWEST: usize = 3;
/// So many rows are looked at.
const ROWS: usize = 60;

/// The words for a contact with one person, in a cell by themselves.
pub(crate) const KINDS: [&str; 13] = [
    "besøk",
    "hjemmebesøk",
    "heimebesøk",
    "sykebesøk",
    "vitjing",
    "telefon",
    "telefonsamtale",
    "tlf",
    "en til en",
    "ein til ein",
    "en til en samtale",
    "samtale",
    "gruppe",
];

/// The log of visits, if two kinds of contact stand below each other.
pub(super) fn about(grid: &Grid<'_>) -> Option<FormId> {
    let mut buffer = String::new();
    let mut found: Vec<(u16, usize)> = Vec::new();
    for line in grid.rows.iter().take(ROWS) {
        let cells = grid.line(*line);
        let begun = found.len();
        // A label and its value are no row of a table.
        for cell in cells.iter().filter(|_| cells.len() >= FEWEST) {
            let Some(text) = text(cell).filter(|text| text.len() <= 24) else {
                continue;
            };
            fold_into(text, &mut buffer);
            found.extend(
                KINDS
                    .iter()
                    .position(|kind| *kind == buffer)
                    .map(|kind| (cell.column, kind)),
            );
        }
        // "Besøk | Telefon" over crosses.
        if found.get(begun..).is_some_and(|row| row.len() >= 2) {
            return Some(FormId::Visits);
        }
    }
    found.sort_unstable();
    let mut columns = found.chunk_by(|(one, _), (other, _)| one == other);
    let column = columns.find(|column| {
        let kinds = column.chunk_by(|one, other| one == other).count();
        column.len() >= FEWEST && kinds >= 2
    });
    column.map(|_| FormId::Visits)
}

/// Whether nothing but kinds of contact stand below a heading.
pub(crate) fn are_below(grid: &Grid<'_>, heading: &Cell) -> bool {
    let mut buffer = String::new();
    let start = grid.rows.partition_point(|line| line.row <= heading.row);
    let rows = grid.rows.get(start..).unwrap_or_default().iter().take(ROWS);
    let below = rows.filter_map(|line| grid.cell(line.row, heading.column));
    let mut kinds = below.map(|cell| text(cell).is_some_and(|text| is_kind(text, &mut buffer)));
    let known = kinds.by_ref().take_while(|kind| *kind).count();
    known >= FEWEST
}

/// Whether a text is a word for a contact with one person, or for a group of the form's.
pub(crate) fn is_kind(text: &str, buffer: &mut String) -> bool {
    text.len() <= 24 && {
        fold_into(text, buffer);
        let is = |word: &str| {
            KINDS.contains(&word)
                || matches!(
                    word,
                    "samtalegruppe" | "selvhjelpsgruppe" | "sjølvhjelpsgruppe"
                )
        };
        let one = buffer.strip_suffix('r').unwrap_or(buffer);
        is(buffer) || is(one) || is(buffer.strip_suffix("er").unwrap_or(buffer))
    }
}
