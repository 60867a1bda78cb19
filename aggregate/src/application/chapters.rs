//! Sheet «Lag»: the figures of each chapter.

use super::figures;
use crate::sheet::{Cell, Column, Format, Part, Sheet, Table, Total};
use crate::totals::Totals;

/// Sets up the sheet.
pub(super) fn sheet(totals: &Totals) -> Sheet<'_> {
    let mut columns = vec![
        Column::new("Nr.", Format::Text),
        Column::new("Lag", Format::Text),
        Column::new("Fylke", Format::Text),
        Column::new("Område", Format::Text),
    ];
    columns.extend(figures::COLUMNS);
    let mut widths = vec![7, 30, 18, 18];
    widths.extend(figures::WIDTHS);
    let mut cells = Vec::new();
    for chapter in &totals.chapters {
        cells.push(Cell::text(&chapter.key));
        cells.push(Cell::text(&chapter.name));
        cells.push(Cell::text(&chapter.county));
        cells.push(Cell::text(&chapter.region));
        cells.extend(figures::cells(&chapter.figures));
    }
    Sheet {
        name: "Lag",
        part: Part::Figures,
        heading: "Lag".to_owned(),
        notes: vec![
            "1 i de tre første tallkolonnene betyr ja. Et lag er medregnet når årsrapporten er godtatt (forskriften § 8 og § 9).".to_owned(),
        ],
        tables: vec![Table {
            caption: "",
            columns,
            cells,
            totals: vec![Total::Sum {
                label: "Sum".to_owned(),
            }],
            when_empty: "Registeret har ingen lag.",
            list: true,
        }],
        widths,
        chart: None,
    }
}
