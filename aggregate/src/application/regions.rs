//! Sheet «Områder»: the figures of each adviser's region.

use super::figures;
use crate::sheet::{Cell, Column, Format, Part, Sheet};
use crate::totals::Totals;

/// Sets up the sheet.
pub(super) fn sheet(totals: &Totals) -> Sheet<'_> {
    let mut widths = vec![26];
    widths.extend(figures::WIDTHS);
    Sheet {
        name: "Områder",
        part: Part::Figures,
        heading: "Områder".to_owned(),
        notes: vec![
            "En likeperson som står på flere lags lister, regnes én gang, under laget med det laveste lagsnummeret. Derfor er summen av områdene lik totalen.".to_owned(),
            "Deltakelser er antall deltakere lagt sammen over aktivitetsdagene. Medlemmer oppgitt er lagenes egne tall, til sammenligning.".to_owned(),
        ],
        tables: figures::tables(
            &[Column::new("Område", Format::Text)],
            &totals.regions,
            |region| vec![Cell::text(&region.name)],
        ),
        widths,
        chart: None,
    }
}
