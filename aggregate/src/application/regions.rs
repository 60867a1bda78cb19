//! Sheet «Områder»: the figures of each adviser's region.

use super::figures;
use crate::sheet::{Cell, Chart, Column, Format, Part, Sheet, Table, Total};
use crate::totals::Totals;

/// Sets up the sheet.
pub(super) fn sheet(totals: &Totals) -> Sheet<'_> {
    let mut columns = vec![Column::new("Område", Format::Text)];
    columns.extend(figures::COLUMNS);
    let mut widths = vec![24];
    widths.extend(figures::WIDTHS);
    let mut cells = Vec::new();
    for region in &totals.regions {
        cells.push(Cell::text(&region.name));
        cells.extend(figures::cells(&region.figures));
    }
    Sheet {
        name: "Områder",
        part: Part::Figures,
        heading: "Områder".to_owned(),
        notes: vec![
            "En likeperson som står på flere lags lister, regnes én gang, under laget med det laveste lagsnummeret. Derfor er summen av områdene lik totalen.".to_owned(),
            "Deltakelser er antall deltakere lagt sammen over aktivitetsdagene. Medlemmer oppgitt er lagenes egne tall, til sammenligning.".to_owned(),
        ],
        tables: vec![Table {
            caption: "",
            columns,
            cells,
            totals: vec![Total::Sum {
                label: "I alt".to_owned(),
            }],
            when_empty: "Registeret har ingen områder.",
            list: false,
        }],
        widths,
        chart: Some(Chart {
            title: "Aktivitetsdager etter område",
            table: 0,
            names: 0,
            numbers: 9,
        }),
    }
}
