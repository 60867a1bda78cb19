//! Sheet «Lag»: the figures of each chapter.

use super::figures;
use crate::sheet::{Cell, Column, Format, Part, Sheet, Style, Table, Total};
use crate::totals::{Group, Totals};

/// Sets up the sheet.
pub(super) fn sheet(totals: &Totals) -> Sheet<'_> {
    let mut columns = vec![
        Column::new("Nr.", Format::Text),
        Column::new("Lag", Format::Text),
        Column::new("Fylke", Format::Text),
        Column::new("Område", Format::Text),
    ];
    columns.extend(figures::COUNTED);
    columns.extend(figures::ROWS);
    let mut widths = vec![7, 28, 16, 16];
    widths.extend(figures::WIDTHS);
    widths.extend([8, 11, 9, 11, 12, 11]);
    let mut cells = Vec::new();
    let shown = |chapter: &&Group| {
        let figures = &chapter.figures;
        figures.chapters_expected + figures.chapters_delivered + figures.rows() > 0
    };
    for chapter in totals.chapters.iter().filter(shown) {
        cells.push(Cell::text(&chapter.key));
        cells.push(Cell::text(&chapter.name));
        cells.push(Cell::text(&chapter.county));
        cells.push(Cell::text(&chapter.region));
        cells.extend(figures::counted(&chapter.figures));
        cells.extend(figures::rows(&chapter.figures));
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
            style: Style::List,
        }],
        widths,
        chart: None,
    }
}
