//! Sheet «Aktiviteter»: every counted row with its days and its source.

use std::collections::BTreeMap;

use chrono::Datelike;
use samlerapport_ingest::Place;
use samlerapport_validate::{CountedDay, JudgedRow};

use super::source::{self, Source, Sources};
use super::words;
use crate::basis::Basis;
use crate::sheet::{Cell, Column, Format, Part, Sheet, Style, Table, Total};

const COLUMNS: [Column; 10] = [
    Column::new("Område", Format::Text),
    Column::new("Lag", Format::Text),
    Column::new("Dato", Format::Day),
    Column::new("Flere dager", Format::Text),
    Column::summed("Dager", Format::Whole),
    Column::new("Slag", Format::Text),
    Column::summed("Timer", Format::Tenths),
    Column::summed("Deltakelser", Format::Whole),
    Column::new("Aktivitet", Format::Text),
    Column::new("Ledende likeperson", Format::Text),
];

/// Sets up the sheet.
pub(super) fn sheet<'a>(basis: &Basis<'a>, sources: &Sources<'a>) -> Sheet<'a> {
    let mut columns = COLUMNS.to_vec();
    columns.extend(source::COLUMNS);
    let mut widths = vec![16, 24, 11, 13, 7, 12, 8, 12, 30, 22];
    widths.extend(source::WIDTHS);
    let mut cells = Vec::new();
    for (source, place, days) in counted_rows(basis, sources) {
        cells.extend(line(source, place, &days));
    }
    Sheet {
        name: "Aktiviteter",
        part: Part::Evidence,
        heading: "Aktivitetsdager som er medregnet".to_owned(),
        notes: vec![
            "Hver linje er én rad i et skjema. En rad over flere dager gir én aktivitetsdag for hver dag.".to_owned(),
        ],
        tables: vec![Table {
            caption: "",
            columns,
            cells,
            totals: vec![Total::Sum {
                label: "Sum".to_owned(),
            }],
            when_empty: "Ingen aktivitetsdager er medregnet ennå.",
            style: Style::List,
        }],
        widths,
        chart: None,
    }
}

type CountedRow<'a, 'b> = (&'b Source<'a>, Place, Vec<&'a CountedDay>);

/// The counted days gathered by row, by region, chapter and first day.
fn counted_rows<'a, 'b>(basis: &Basis<'a>, sources: &'b Sources<'a>) -> Vec<CountedRow<'a, 'b>> {
    let mut rows = Vec::new();
    for accepted in basis.counted() {
        let mut by_row: BTreeMap<(i64, Place), Vec<&CountedDay>> = BTreeMap::new();
        for day in accepted.days() {
            by_row
                .entry((day.delivery, day.place))
                .or_default()
                .push(day);
        }
        for ((delivery, place), mut days) in by_row {
            if let Some(source) = sources.get(delivery) {
                days.sort_by_key(|day| day.date);
                rows.push((source, place, days));
            }
        }
    }
    rows.sort_by_key(|(source, place, days)| {
        let first = days.first().map(|day| day.date);
        (source.seat, first, source.form.delivery, *place)
    });
    rows
}

fn line<'a>(source: &Source<'a>, place: Place, days: &[&CountedDay]) -> [Cell<'a>; 13] {
    let row = source.row(place);
    let first = days.first();
    let minutes = days.iter().map(|day| u64::from(day.minutes)).sum();
    let participants = days.iter().map(|day| u64::from(day.participants)).sum();
    let [file, sheet, number] = source.cells(place);
    [
        Cell::text(source.region),
        Cell::text(source.chapter),
        first.map_or(Cell::Empty, |day| Cell::Day(day.date)),
        Cell::own(more_days(days)),
        Cell::Whole(u64::try_from(days.len()).unwrap_or(u64::MAX)),
        Cell::text(first.map_or("", |day| words::kind(day.kind))),
        Cell::Minutes(minutes),
        Cell::Whole(participants),
        Cell::text(row.map_or("", name)),
        Cell::text(row.map_or("", |row| row.text.leader.as_str())),
        file,
        sheet,
        number,
    ]
}

/// The days after the first, "17.05, 18.05".
fn more_days(days: &[&CountedDay]) -> String {
    days.iter()
        .skip(1)
        .map(|day| format!("{:02}.{:02}", day.date.day(), day.date.month()))
        .collect::<Vec<_>>()
        .join(", ")
}

/// What the chapter calls the activity.
pub(super) fn name(row: &JudgedRow) -> &str {
    let text = &row.text;
    [&text.title, &text.kind, &text.theme]
        .into_iter()
        .find(|text| !text.is_empty())
        .map_or("", |text| text.as_str())
}
