//! One of several answers told by a cross: a column for each ("Besøk", "Telefon",
//! "Samtalegruppe"), and an x under the one that it was.

use super::about;
use super::draft::Draft;
use super::grid::text;
use super::page::Page;
use crate::cell;
use crate::fault::{Fault, FaultKind};
use crate::fold::{fold_into, folded_name};
use crate::form::{Field, Item, Kind};
use crate::recognise::kinds;
use crate::value::Value;
use crate::workbook::{Cell, Content};

/// So many rows below a header show what stands under it.
const ROWS: usize = 12;

/// The columns of the answers, with what each says.
#[derive(Clone, Debug)]
pub(crate) struct Crosses {
    item: &'static Item,
    columns: Vec<(u16, String)>,
}

/// Finds the answers among the headings, and takes their columns from what they head.
pub(crate) fn find(
    page: &Page<'_>,
    (first, last): (u32, u32),
    taken: &mut Vec<(u16, Field)>,
) -> Option<Crosses> {
    let (item, choices) = about::chosen(page)?;
    let mut buffer = String::new();
    let mut columns: Vec<(u16, String)> = Vec::new();
    for cell in (first..=last).flat_map(|row| page.grid.row(row)) {
        let Some(heading) = text(cell).filter(|text| text.len() <= 30) else {
            continue;
        };
        fold_into(heading, &mut buffer);
        let mut declared = choices.iter().map(|choice| folded_name(choice));
        let is_choice = declared.any(|choice| choice == buffer)
            || item.field == Field::ContactKind && kinds::is_kind(heading, &mut buffer);
        if is_choice && !columns.iter().any(|(column, _)| *column == cell.column) {
            columns.push((cell.column, heading.trim().to_owned()));
        }
    }
    let is_answer = |cell: &&Cell| columns.iter().any(|(column, _)| *column == cell.column);
    let start = page.grid.rows.partition_point(|line| line.row <= last);
    let below = page
        .grid
        .rows
        .get(start..)
        .unwrap_or_default()
        .iter()
        .take(ROWS);
    let (mut ticks, mut others, mut above) = (0, 0, last);
    for line in below {
        // Below a gap somebody may sign.
        if ticks > 1 && line.row > above + 1 {
            break;
        }
        above = line.row;
        for cell in page.grid.line(*line).iter().filter(is_answer) {
            if is_tick(cell) {
                ticks += 1;
            } else if text(cell).is_some() {
                others += 1;
            }
        }
    }
    if columns.len() < 2 || ticks < 2 || others > 1 {
        return None;
    }
    let first = columns.iter().map(|(column, _)| *column).min()?;
    taken.retain(|(column, field)| {
        // The heading over the answers heads them alone.
        let over = *field == item.field && *column >= first;
        !over && !columns.iter().any(|(other, _)| other == column)
    });
    Some(Crosses { item, columns })
}

impl Crosses {
    /// Whether a column is one of the answers'.
    pub(crate) fn takes(&self, column: u16) -> bool {
        self.columns.iter().any(|(own, _)| *own == column)
    }

    /// Adds the answer that a row's cross stands for; of two it is told.
    pub(crate) fn read(&self, page: &Page<'_>, cells: &[Cell], row: &mut Draft) {
        let mut ticked = cells
            .iter()
            .filter(|cell| is_tick(cell))
            .filter_map(|cell| {
                let (_, says) = self.columns.iter().find(|(own, _)| *own == cell.column)?;
                Some((cell, says))
            });
        let Some((cell, says)) = ticked.next() else {
            return;
        };
        if let Some((second, _)) = ticked.next() {
            row.faults.push(Fault {
                kind: FaultKind::TwoReadings,
                place: Some(page.place(second.row, second.column)),
                field: Some(self.item.field),
            });
            return;
        }
        let content = Content::Text(says.as_str().into());
        let at = (cell.row, cell.column);
        row.take(
            self.item.field,
            page.hear_content(&content, at, self.item.field, self.item.kind),
        );
    }
}

/// Whether a cell is a cross.
fn is_tick(cell: &Cell) -> bool {
    match &cell.content {
        Content::Text(text) if text.len() <= 4 => {
            let read = cell::understand(&cell.content, Kind::YesNo);
            read.value == Some(Value::YesNo(true))
        }
        Content::Bool(yes) => *yes,
        Content::Text(_)
        | Content::Number(_)
        | Content::DateTime(_)
        | Content::Duration(_)
        | Content::Error => false,
    }
}
