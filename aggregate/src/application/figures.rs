//! The columns that regions, counties and chapters share.

use crate::sheet::{Cell, Column, Format, Style, Table, Total};
use crate::totals::{Figures, Group};

/// The headings of [`counted`].
pub(super) const COUNTED: [Column; 11] = [
    Column::summed("Lag i registeret", Format::Whole),
    Column::summed("Lag som har levert", Format::Whole),
    Column::summed("Lag medregnet", Format::Whole),
    Column::summed("Medlemmer oppgitt", Format::Whole),
    Column::summed("Likepersoner", Format::Whole),
    Column::summed("Dager gruppe", Format::Whole),
    Column::summed("Dager kurs", Format::Whole),
    Column::summed("Dager oppsøkende", Format::Whole),
    Column::summed("Aktivitetsdager i alt", Format::Whole),
    Column::summed("Deltakelser", Format::Whole),
    Column::summed("Timer", Format::Tenths),
];

/// The headings of [`rows`].
pub(super) const ROWS: [Column; 6] = [
    Column::summed("Rader i alt", Format::Whole),
    Column::summed("Medregnet", Format::Whole),
    Column::summed("Holdt tilbake", Format::Whole),
    Column::summed("Til avklaring", Format::Whole),
    Column::summed("Mangelfulle", Format::Whole),
    Column::summed("Ikke medregnet", Format::Whole),
];

/// The widths of [`COUNTED`].
pub(super) const WIDTHS: [u16; 11] = [11, 11, 11, 12, 13, 10, 12, 12, 15, 13, 12];

/// What is counted in a group.
pub(super) fn counted(figures: &Figures) -> [Cell<'static>; 11] {
    [
        Cell::count(figures.chapters_expected),
        Cell::count(figures.chapters_delivered),
        Cell::count(figures.chapters_counted),
        Cell::Whole(figures.members_reported),
        Cell::count(figures.peer_supporters),
        Cell::count(figures.days_group),
        Cell::count(figures.days_course),
        Cell::count(figures.days_outreach),
        Cell::count(figures.days()),
        Cell::Whole(figures.participants),
        Cell::Minutes(figures.minutes),
    ]
}

/// What became of a group's rows.
pub(super) fn rows(figures: &Figures) -> [Cell<'static>; 6] {
    [
        Cell::count(figures.rows()),
        Cell::count(figures.rows_counted),
        Cell::count(figures.rows_held),
        Cell::count(figures.rows_waiting),
        Cell::count(figures.rows_incomplete),
        Cell::count(figures.rows_excluded),
    ]
}

/// Two tables over the same groups: what is counted, and what became of the rows.
pub(super) fn tables<'a>(
    names: &[Column],
    groups: &'a [Group],
    name: fn(&'a Group) -> Vec<Cell<'a>>,
) -> Vec<Table<'a>> {
    let table = |caption, headings: &[Column], cells: Vec<Cell<'a>>| Table {
        caption,
        columns: [names, headings].concat(),
        cells,
        totals: vec![Total::Sum {
            label: "I alt".to_owned(),
        }],
        when_empty: "Registeret har ingen.",
        style: Style::Plain,
    };
    let (mut above, mut below) = (Vec::new(), Vec::new());
    for group in groups {
        above.extend(name(group));
        above.extend(counted(&group.figures));
        below.extend(name(group));
        below.extend(rows(&group.figures));
    }
    vec![
        table("Medregnet", &COUNTED, above),
        table("Radene i skjemaene", &ROWS, below),
    ]
}
