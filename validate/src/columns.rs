//! Where a blank cell is: the column that the form's other rows have for its field.

use samlerapport_ingest::{Field, Report, Row};

use crate::remarks::Said;

/// Moves the spots of blank cells from the row's first cell to their column, where
/// some other row shows which one it is.
pub(crate) fn point_at_columns(report: &Report, said: &mut [Said]) {
    if said.iter().all(|said| said.rows.is_empty()) {
        return;
    }
    let mut columns = Columns {
        rows: &report.rows,
        known: Vec::new(),
    };
    let mut rows: Vec<&Row> = report.rows.iter().collect();
    rows.sort_unstable_by_key(|row| row.place);
    for spot in said.iter_mut().flat_map(|said| &mut said.finding.spots) {
        let Some(field) = spot.field else {
            continue;
        };
        let row = rows.binary_search_by_key(&spot.place, |row| row.place);
        let row = row.ok().and_then(|at| rows.get(at));
        if row.is_some_and(|row| row.told(field).is_none())
            && let Some(column) = columns.of(field)
        {
            spot.place.column = column;
        }
    }
}

/// The columns of a form's fields, each looked for once.
struct Columns<'a> {
    rows: &'a [Row],
    known: Vec<(Field, Option<u16>)>,
}

impl Columns<'_> {
    /// The column of a field; `None` where no row has anything in it.
    fn of(&mut self, field: Field) -> Option<u16> {
        let mut known = self.known.iter();
        if let Some((_, column)) = known.find(|(known, _)| *known == field) {
            return *column;
        }
        let told = self.rows.iter().find_map(|row| row.told(field));
        let column = told.map(|told| told.place.column);
        self.known.push((field, column));
        column
    }
}
