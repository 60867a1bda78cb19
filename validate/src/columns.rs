//! Where a blank cell is: the column that the form's other rows have for its field.

use std::cell::OnceCell;

use samlerapport_ingest::{Field, Report, Row};

use crate::remarks::Said;

/// Moves the spots of blank cells from the row's first cell to their column, where
/// some other row shows which one it is.
pub(crate) fn point_at_columns(report: &Report, said: &mut [Said]) {
    if said.iter().all(|said| said.rows.is_empty()) {
        return;
    }
    let columns = OnceCell::new();
    let mut rows: Vec<&Row> = report.rows.iter().collect();
    rows.sort_unstable_by_key(|row| row.place);
    for spot in said.iter_mut().flat_map(|said| &mut said.finding.spots) {
        let Some(field) = spot.field else {
            continue;
        };
        let row = rows.binary_search_by_key(&spot.place, |row| row.place);
        let row = row.ok().and_then(|at| rows.get(at));
        if row.is_some_and(|row| row.told(field).is_none())
            && let columns = columns.get_or_init(|| columns_of(report))
            && let Some((_, column)) = columns.iter().find(|(known, _)| *known == field)
        {
            spot.place.column = *column;
        }
    }
}

fn columns_of(report: &Report) -> Vec<(Field, u16)> {
    let mut columns: Vec<(Field, u16)> = Vec::new();
    for (field, told) in report.rows.iter().flat_map(|row| &row.cells) {
        if !columns.iter().any(|(known, _)| known == field) {
            columns.push((*field, told.place.column));
        }
    }
    columns
}
