//! Sheet «Til avklaring»: rows that a person decides on, and rows that their form holds back.

use samlerapport_validate::Fate;

use super::row;
use super::source::Sources;
use crate::sheet::{Part, Sheet, Style, Table, Total};

/// Sets up the sheet.
pub(super) fn sheet<'a>(sources: &Sources<'a>) -> Sheet<'a> {
    let cells = sources
        .rows()
        .into_iter()
        .filter(|(source, row)| match row.fate {
            Fate::Waiting => true,
            Fate::Counted => !source.form.in_totals(row),
            Fate::Excluded | Fate::Incomplete => false,
        })
        .flat_map(|(source, row)| row::line(source, row))
        .collect();
    Sheet {
        name: "Til avklaring",
        part: Part::Action,
        heading: "Rader til avklaring".to_owned(),
        notes: vec![
            "Ingen av disse er medregnet ennå. Rader som er holdt tilbake, teller når skjemaet de står i, er i orden.".to_owned(),
        ],
        tables: vec![Table {
            caption: "",
            columns: row::columns(),
            cells,
            totals: vec![Total::Sum {
                label: "Sum".to_owned(),
            }],
            when_empty: "Ingen rader er til avklaring.",
            style: Style::List,
        }],
        widths: row::widths(),
        chart: None,
    }
}
