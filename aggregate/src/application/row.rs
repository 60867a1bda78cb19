//! The lines of rows that are not in the totals.

use samlerapport_validate::{Fate, JudgedRow};

use super::source::{self, Source};
use super::{activities, words};
use crate::gaps::decisive;
use crate::sheet::{Cell, Column, Format};

const COLUMNS: [Column; 9] = [
    Column::new("Område", Format::Text),
    Column::new("Lag", Format::Text),
    Column::new("Skjema", Format::Text),
    Column::new("Dato som skrevet", Format::Text),
    Column::new("Aktivitet eller person", Format::Wrapped),
    Column::new("Utfall", Format::Text),
    Column::new("Regel", Format::Text),
    Column::new("Grunn", Format::Wrapped),
    Column::summed("Dager", Format::Whole),
];

/// The headings of [`line`].
pub(super) fn columns() -> Vec<Column> {
    let mut columns = COLUMNS.to_vec();
    columns.extend(source::COLUMNS);
    columns
}

/// The widths of [`columns`].
pub(super) fn widths() -> Vec<u16> {
    let mut widths = vec![16, 24, 14, 16, 26, 14, 7, 48, 7];
    widths.extend(source::WIDTHS);
    widths
}

/// A row, what became of it and why.
pub(super) fn line<'a>(source: &Source<'a>, row: &'a JudgedRow) -> Vec<Cell<'a>> {
    let held = row.fate == Fate::Counted;
    let rule = if held {
        source.form.held_by.first().copied()
    } else {
        decisive(row)
    };
    let why = match rule {
        Some(rule) if held => Cell::own(format!("Skjemaet: {}", rule.title.nb)),
        Some(rule) if row.explanation.is_empty() => Cell::text(rule.title.nb),
        Some(_) | None => Cell::text(&row.explanation),
    };
    let mut line = vec![
        Cell::text(source.region),
        Cell::text(source.chapter),
        Cell::text(words::form(source.form.form)),
        Cell::text(&row.text.date),
        Cell::text(activities::name(row)),
        Cell::text(words::fate(source.form, row)),
        Cell::text(rule.map_or("", |rule| rule.code)),
        why,
        Cell::count(row.activity_days),
    ];
    line.extend(source.cells(row.place));
    line
}
