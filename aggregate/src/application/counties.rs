//! Sheet «Fylker»: the figures of each county.

use super::figures;
use crate::sheet::{Cell, Column, Format, Part, Sheet};
use crate::totals::Totals;

/// Sets up the sheet.
pub(super) fn sheet(totals: &Totals) -> Sheet<'_> {
    let mut widths = vec![20, 18];
    widths.extend(figures::WIDTHS);
    Sheet {
        name: "Fylker",
        part: Part::Figures,
        heading: "Fylker".to_owned(),
        notes: vec!["Fylket er lagets fylke i registeret, med dagens navn.".to_owned()],
        tables: figures::tables(
            &[
                Column::new("Fylke", Format::Text),
                Column::new("Område", Format::Text),
            ],
            &totals.counties,
            |county| vec![Cell::text(&county.name), Cell::text(&county.region)],
        ),
        widths,
        chart: None,
    }
}
