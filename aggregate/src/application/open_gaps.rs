//! Sheet «Mangler»: what is missing and what it is worth, the dearest first.

use super::words;
use crate::gaps::{Gap, outstanding};
use crate::sheet::{Cell, Column, Format, Part, Sheet, Style, Table};
use crate::totals::Totals;

const COLUMNS: [Column; 12] = [
    Column::new("Poeng", Format::Whole),
    Column::new("Minst", Format::Text),
    Column::new("Område", Format::Text),
    Column::new("Lag", Format::Text),
    Column::new("Skjema", Format::Text),
    Column::new("Hva mangler", Format::Wrapped),
    Column::new("Hva må gjøres", Format::Wrapped),
    Column::new("Lag", Format::Whole),
    Column::new("Likepersoner", Format::Whole),
    Column::new("Dager", Format::Whole),
    Column::new("Rader", Format::Whole),
    Column::new("Fil", Format::Text),
];

/// Sets up the sheet.
pub(super) fn sheet<'a>(totals: &Totals, gaps: &'a [Gap]) -> Sheet<'a> {
    let all = outstanding(gaps, totals);
    Sheet {
        name: "Mangler",
        part: Part::Action,
        heading: "Mangler og hva de er verdt".to_owned(),
        notes: vec![
            format!(
                "Alle manglene er til sammen verdt minst {} brutto poeng. Summen av linjene er en annen, fordi satsene faller når tallene vokser.",
                words::number(all.points)
            ),
            "Prisen er de brutto poengene som én mangel gir med dagens tall. «Minst» betyr at ingen vet hva som står i skjemaet som mangler.".to_owned(),
        ],
        tables: vec![Table {
            caption: "",
            columns: COLUMNS.to_vec(),
            cells: gaps.iter().flat_map(line).collect(),
            totals: Vec::new(),
            when_empty: "Ingenting mangler.",
            style: Style::List,
        }],
        widths: vec![7, 7, 16, 24, 15, 42, 46, 6, 12, 7, 7, 28],
        chart: None,
    }
}

fn line(gap: &Gap) -> [Cell<'_>; 12] {
    [
        Cell::Whole(gap.price),
        Cell::text(if gap.at_least { "minst" } else { "" }),
        Cell::text(&gap.region),
        Cell::text(&gap.chapter_name),
        Cell::text(gap.form.map_or("", |form| words::form(Some(form)))),
        Cell::text(&gap.missing.nb),
        Cell::text(&gap.remedy.nb),
        Cell::unless_zero(gap.worth.chapters),
        Cell::unless_zero(gap.worth.peer_supporters),
        Cell::unless_zero(gap.worth.days),
        Cell::unless_zero(gap.rows),
        Cell::text(&gap.file),
    ]
}
