//! Sheet «Ikke medregnet»: rows that do not count, and rows that could if mended.

use samlerapport_validate::Fate;

use super::row;
use super::source::Sources;
use crate::sheet::{Part, Sheet, Style, Table, Total};

/// Sets up the sheet.
pub(super) fn sheet<'a>(sources: &Sources<'a>) -> Sheet<'a> {
    let cells = sources
        .rows()
        .into_iter()
        .filter(|(_, row)| match row.fate {
            Fate::Excluded | Fate::Incomplete => true,
            Fate::Counted | Fate::Waiting => false,
        })
        .flat_map(|(source, row)| row::line(source, row))
        .collect();
    Sheet {
        name: "Ikke medregnet",
        part: Part::Evidence,
        heading: "Rader som ikke er medregnet".to_owned(),
        notes: vec![
            "Mangelfulle rader kan telle når laget retter dem. Rådgiveren kan gjøre om de andre, med en grunn. Dager er det en mangelfull rad kan gi.".to_owned(),
        ],
        tables: vec![Table {
            caption: "",
            columns: row::columns(),
            cells,
            totals: vec![Total::Sum {
                label: "Sum".to_owned(),
            }],
            when_empty: "Alle rader er medregnet eller til avklaring.",
            style: Style::List,
        }],
        widths: row::widths(),
        chart: None,
    }
}
