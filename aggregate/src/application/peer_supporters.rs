//! Sheet «Likepersoner»: every peer supporter once, with the lists that name them.

use super::source::{self, Sources};
use crate::people::MergedPerson;
use crate::sheet::{Cell, Column, Format, Part, Sheet, Style, Table};
use crate::totals::Totals;

/// Sets up the sheet.
pub(super) fn sheet<'a>(totals: &'a Totals, sources: &Sources<'a>) -> Sheet<'a> {
    let mut columns = vec![
        Column::new("Område", Format::Text),
        Column::new("Lag", Format::Text),
        Column::new("Navn", Format::Text),
        Column::new("Står også på listen til", Format::Text),
        Column::new("Antall linjer", Format::Whole),
    ];
    columns.extend(source::COLUMNS);
    let mut widths = vec![18, 26, 30, 34, 9];
    widths.extend(source::WIDTHS);
    let mut cells = Vec::new();
    for person in &totals.people {
        cells.extend(line(person, sources));
    }
    Sheet {
        name: "Likepersoner",
        part: Part::Evidence,
        heading: format!("Likepersoner som er medregnet: {}", totals.all.peer_supporters),
        notes: vec![
            "Samme navn og samme telefon er samme person. Det gjelder også når telefonen mangler på en av listene. Kilden er den første listen; listene undertegnes samlet sentralt (§ 13).".to_owned(),
        ],
        tables: vec![Table {
            caption: "",
            columns,
            cells,
            totals: Vec::new(),
            when_empty: "Ingen likepersoner er medregnet ennå.",
            style: Style::List,
        }],
        widths,
        chart: None,
    }
}

fn line<'a>(person: &'a MergedPerson, sources: &Sources<'a>) -> Vec<Cell<'a>> {
    let (chapter, region) = sources.chapter(&person.chapter);
    let mut others: Vec<&str> = Vec::new();
    for listing in &person.listings {
        let (name, _) = sources.chapter(&listing.chapter);
        if listing.chapter != person.chapter && !others.contains(&name) {
            others.push(name);
        }
    }
    let mut line = vec![
        Cell::text(region),
        Cell::text(chapter),
        Cell::text(&person.name),
        Cell::own(others.join(", ")),
        Cell::Whole(u64::try_from(person.listings.len()).unwrap_or(u64::MAX)),
    ];
    let first = person.listings.first();
    let source = first.and_then(|listing| Some((sources.get(listing.delivery)?, listing.place)));
    line.extend(source.map_or(
        [Cell::Empty, Cell::Empty, Cell::Empty],
        |(source, place)| source.cells(place),
    ));
    line
}
