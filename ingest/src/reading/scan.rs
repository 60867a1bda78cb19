//! Looks for labels in a sheet, without yet knowing which form it is.

use super::grid::{Grid, text};
use super::label::{self, Match, Role};
use crate::form::FormId;
use crate::workbook::Cell;

/// A label and where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found<'a> {
    pub(crate) row: u32,
    pub(crate) column: u16,
    pub(crate) matched: Match<'a>,
}

/// So many cells are compared with misspelt labels; an honest form has fewer.
const TRIES: u32 = 5_000;

/// So many labels may stand in one cell.
const MOST_IN_A_CELL: usize = 8;

/// A row with so many cells below a header is taken for data.
const DATA_CELLS: usize = 4;

/// Every label in the rows, in the order of the cells.
pub(crate) fn labels<'a>(grid: &Grid<'a>) -> Vec<Found<'a>> {
    let mut found = Vec::new();
    let mut below_header = false;
    let mut tries = TRIES;
    let mut buffer = String::new();
    for line in &grid.rows {
        let cells = grid.line(*line);
        let before = found.len();
        let data = below_header && cells.len() >= DATA_CELLS;
        // A row of data has its labels, if any, at the beginning.
        let mut texts = cells.iter().filter_map(text).take(2);
        if data && !texts.any(|text| label::begins(text, &mut buffer)) {
            continue;
        }
        look(cells, &mut found, &mut tries, &mut buffer);
        below_header |= is_header(found.get(before..).unwrap_or_default());
    }
    found
}

fn look<'a>(cells: &'a [Cell], found: &mut Vec<Found<'a>>, tries: &mut u32, buffer: &mut String) {
    for cell in cells {
        let mut rest = text(cell);
        // "Fylke: Vestland Kommune: Bømlo" is two labels with their values.
        for _ in 0..MOST_IN_A_CELL {
            let Some(matched) = rest.and_then(|text| label::find(text, buffer, tries)) else {
                break;
            };
            let (inline, after) = match matched.inline {
                Some(inline) => label::cut(inline, buffer),
                None => (None, None),
            };
            found.push(Found {
                row: cell.row,
                column: cell.column,
                matched: Match { inline, ..matched },
            });
            rest = after;
        }
    }
}

/// Whether three labels of a row head columns of one form.
fn is_header(labels: &[Found<'_>]) -> bool {
    labels.len() >= 3
        && FormId::ALL.iter().any(|form| {
            let heads = labels.iter().filter(|found| {
                found
                    .matched
                    .label
                    .roles(*form)
                    .any(|role| matches!(role, Role::Column(_)))
            });
            heads.count() >= 3
        })
}
