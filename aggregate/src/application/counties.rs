//! Sheet «Fylker»: the figures of each county.

use super::figures;
use crate::sheet::{Cell, Column, Format, Part, Sheet, Table, Total};
use crate::totals::Totals;

/// Sets up the sheet.
pub(super) fn sheet(totals: &Totals) -> Sheet<'_> {
    let mut columns = vec![
        Column::new("Fylke", Format::Text),
        Column::new("Område", Format::Text),
    ];
    columns.extend(figures::COLUMNS);
    let mut widths = vec![20, 20];
    widths.extend(figures::WIDTHS);
    let mut cells = Vec::new();
    for county in &totals.counties {
        cells.push(Cell::text(&county.name));
        cells.push(Cell::text(&county.region));
        cells.extend(figures::cells(&county.figures));
    }
    Sheet {
        name: "Fylker",
        part: Part::Figures,
        heading: "Fylker".to_owned(),
        notes: vec!["Fylket er lagets fylke i registeret, med dagens navn.".to_owned()],
        tables: vec![Table {
            caption: "",
            columns,
            cells,
            totals: vec![Total::Sum {
                label: "I alt".to_owned(),
            }],
            when_empty: "Registeret har ingen fylker.",
            list: false,
        }],
        widths,
        chart: None,
    }
}
