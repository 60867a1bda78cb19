//! Where a blank cell is: the column that the form's other rows have for its field.

use std::collections::BTreeMap;

use samlerapport_ingest::{Field, Report, Row};

use crate::remarks::Said;

/// Moves the spots of blank cells from the row's first cell to their column, where
/// some other row shows which one it is.
pub(crate) fn point_at_columns(report: &Report, said: &mut [Said]) {
    if said.iter().all(|said| said.rows.is_empty()) {
        return;
    }
    let columns = columns(report);
    let rows: BTreeMap<_, _> = report.rows.iter().map(|row| (row.place, row)).collect();
    for spot in said.iter_mut().flat_map(|said| &mut said.finding.spots) {
        let Some(field) = spot.field else {
            continue;
        };
        let blank = |row: &&Row| row.told(field).is_none();
        if rows.get(&spot.place).is_some_and(blank)
            && let Some((_, column)) = columns.iter().find(|(known, _)| *known == field)
        {
            spot.place.column = *column;
        }
    }
}

fn columns(report: &Report) -> Vec<(Field, u16)> {
    let mut columns: Vec<(Field, u16)> = Vec::new();
    for (field, told) in report.rows.iter().flat_map(|row| &row.cells) {
        if !columns.iter().any(|(known, _)| known == field) {
            columns.push((*field, told.place.column));
        }
    }
    columns
}
