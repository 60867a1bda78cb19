//! The columns that regions, counties and chapters share.

use crate::sheet::{Cell, Column, Format};
use crate::totals::Figures;

/// The headings of [`cells`].
pub(super) const COLUMNS: [Column; 17] = [
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
    Column::summed("Rader i alt", Format::Whole),
    Column::summed("Rader medregnet", Format::Whole),
    Column::summed("Rader holdt tilbake", Format::Whole),
    Column::summed("Rader til avklaring", Format::Whole),
    Column::summed("Rader mangelfulle", Format::Whole),
    Column::summed("Rader ikke medregnet", Format::Whole),
];

/// The widths of [`COLUMNS`].
pub(super) const WIDTHS: [u16; 17] = [
    10, 10, 11, 11, 13, 9, 9, 13, 15, 12, 11, 9, 11, 10, 11, 12, 11,
];

/// The figures of a group, column by column.
pub(super) fn cells(figures: &Figures) -> [Cell<'static>; 17] {
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
        Cell::count(figures.rows()),
        Cell::count(figures.rows_counted),
        Cell::count(figures.rows_held),
        Cell::count(figures.rows_waiting),
        Cell::count(figures.rows_incomplete),
        Cell::count(figures.rows_excluded),
    ]
}
