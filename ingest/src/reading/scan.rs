//! Looks for labels in a sheet, without yet knowing which form it is.

use super::grid::{Grid, text};
use super::inline;
use super::label::{self, Match};
use crate::form::{Field, FormId};
use crate::workbook::Cell;

/// A label and where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found<'a> {
    pub(crate) row: u32,
    pub(crate) column: u16,
    pub(crate) matched: Match<'a>,
}

/// A row with fewer columns of one form is no table's header.
pub(crate) const FEWEST_COLUMNS: usize = 3;

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
    let mut edge = u16::MAX;
    let mut tries = TRIES;
    let mut buffer = String::new();
    for line in &grid.rows {
        let cells = grid.line(*line);
        let before = found.len();
        let data = below_header && cells.len() >= DATA_CELLS && cells.iter().any(is_figure);
        // A row of data has its labels, if any, at the beginning.
        let led = cells.first().is_some_and(|first| !is_figure(first));
        let mut texts = cells.iter().enumerate().filter_map(|(at, cell)| {
            text(cell).filter(|text| at < 2 || (led && label::may_sign(text)))
        });
        if data && !texts.any(|text| label::begins(text, &mut buffer)) {
            // A head may stand right of the rows.
            let beside = cells.partition_point(|cell| cell.column <= edge);
            let beside = cells.get(beside..).unwrap_or_default();
            let mut texts = beside.iter().filter_map(text);
            if texts.any(|text| label::begins(text, &mut buffer)) {
                look(beside, &mut found, &mut tries, &mut buffer);
            }
            continue;
        }
        look(cells, &mut found, &mut tries, &mut buffer);
        let labels = found.get(before..).unwrap_or_default();
        if is_header(labels) {
            below_header = true;
            edge = last_heading(labels);
        } else if !labels.is_empty() && (!data || labels.len() * 2 >= cells.len()) {
            // Labels with their values beside them: the table is past.
            below_header = false;
        }
    }
    found
}

/// The last column that a label of a header heads in some form.
fn last_heading(labels: &[Found<'_>]) -> u16 {
    let heads = |found: &&Found<'_>| {
        let label = found.matched.label;
        FormId::ALL.iter().any(|form| label.column(*form).is_some())
    };
    let heading = labels.iter().rfind(heads);
    heading.map_or(u16::MAX, |found| found.column)
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
                Some(inline) => inline::cut(inline, buffer),
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

/// Whether a cell is a number, a date, or begins with a digit: no header has one,
/// and hardly any row of data has none.
fn is_figure(cell: &Cell) -> bool {
    text(cell).is_none_or(|text| text.starts_with(|sign: char| sign.is_ascii_digit()))
}

/// Whether the labels of a row head three columns of one form; cards side by side
/// have the same label several times.
fn is_header(labels: &[Found<'_>]) -> bool {
    let heads = |form: &FormId| columns(labels, *form) >= FEWEST_COLUMNS;
    labels.len() >= FEWEST_COLUMNS && FormId::ALL.iter().any(heads)
}

/// How many different columns of a form the labels head.
pub(crate) fn columns(labels: &[Found<'_>], form: FormId) -> usize {
    let columns = labels
        .iter()
        .filter_map(|found| found.matched.label.column(form));
    let mut columns: Vec<Field> = columns.collect();
    columns.sort_unstable();
    columns.dedup();
    columns.len()
}
