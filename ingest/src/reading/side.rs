//! A head that stands beside the table, with an empty column between them.

use super::grid::{Grid, text};
use super::merge::CHAPTER;
use super::scan::{self, Found};
use super::wording;
use crate::form::{Field, FormId};

/// A head has so many labels of the chapter's, and no more columns.
const FEWEST_LABELS: usize = 3;
const WIDEST: u16 = 4;
/// A table has so many rows of so many cells.
const ROWS: usize = 3;
const CELLS: usize = 3;
/// A sheet with more rows or columns has no head beside its table that is worth the look.
const MOST_ROWS: usize = 500;
const MOST_COLUMNS: u16 = 60;

/// Some columns of a sheet, and the labels in them.
pub(crate) struct Beside<'a> {
    pub(crate) grid: Grid<'a>,
    pub(crate) labels: Vec<Found<'a>>,
}

/// The table and the head, where they stand beside each other.
pub(super) fn split<'a>(grid: &Grid<'a>) -> Option<(Beside<'a>, Beside<'a>)> {
    let blocks = blocks(grid)?;
    let [one, other] = blocks.as_slice() else {
        return None;
    };
    let of = |(from, to): (u16, u16)| grid.columns(from, to);
    [(*one, *other), (*other, *one)]
        .into_iter()
        .filter(|(_, (from, to))| to - from < WIDEST)
        .find_map(|(main, side)| {
            let (main, side) = (of(main), of(side));
            let rows = main.rows.iter();
            let table: Vec<u32> = rows
                .filter(|line| main.line(**line).len() >= CELLS)
                .map(|line| line.row)
                .collect();
            let span = table.first().zip(table.last())?;
            let beside = side
                .rows
                .iter()
                .filter(|line| (*span.0..=*span.1).contains(&line.row));
            let overlaps = table.len() >= ROWS && beside.count() >= FEWEST_LABELS;
            let head = scan::labels(&side);
            (overlaps && heads(&side, &head)).then(|| {
                let labels = scan::labels(&main);
                (
                    Beside { grid: main, labels },
                    Beside {
                        grid: side,
                        labels: head,
                    },
                )
            })
        })
}

/// The runs of columns that have filled cells.
fn blocks(grid: &Grid<'_>) -> Option<Vec<(u16, u16)>> {
    let mut used: Vec<u16> = Vec::new();
    if grid.rows.len() > MOST_ROWS {
        return None;
    }
    for line in &grid.rows {
        let cells = grid.line(*line);
        if cells.last()?.column > MOST_COLUMNS {
            return None;
        }
        used.extend(cells.iter().map(|cell| cell.column));
    }
    used.sort_unstable();
    used.dedup();
    let runs = used.chunk_by(|one, other| one + 1 == *other);
    Some(
        runs.filter_map(|run| run.first().copied().zip(run.last().copied()))
            .collect(),
    )
}

/// Whether columns are a head: labels of the chapter's below each other.
fn heads(side: &Grid<'_>, labels: &[Found<'_>]) -> bool {
    let named = labels.iter().filter_map(|found| {
        let mut forms = FormId::ALL.iter();
        forms.find_map(|form| found.matched.label.field(*form))
    });
    let cells = side.rows.iter().filter_map(|line| side.line(*line).first());
    let worded = cells.filter_map(text).filter_map(|text| {
        let form = FormId::Activities;
        wording::field(text, form, |_| true)?.field(form)
    });
    let mut fields: Vec<Field> = named
        .chain(worded)
        .filter(|field| CHAPTER.contains(field))
        .collect();
    fields.sort_unstable();
    fields.dedup();
    fields.len() >= FEWEST_LABELS
}
