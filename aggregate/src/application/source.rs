//! Where a row is from: chapter, region, file, sheet and row.

use std::collections::BTreeMap;

use samlerapport_ingest::Place;
use samlerapport_validate::{JudgedForm, JudgedRow, OnPaper};

use crate::basis::Basis;
use crate::roll::{NO_REGION, Roll, UNKNOWN_CHAPTER, order};
use crate::sheet::{Cell, Column, Format};

/// The columns of [`Source::cells`].
pub(super) const COLUMNS: [Column; 3] = [
    Column::new("Fil", Format::Text),
    Column::new("Ark", Format::Text),
    Column::new("Rad", Format::Whole),
];

/// The widths of [`COLUMNS`].
pub(super) const WIDTHS: [u16; 3] = [28, 12, 6];

/// Every delivery of the basis year, by its number.
pub(super) struct Sources<'a> {
    by_delivery: BTreeMap<i64, Source<'a>>,
    names: BTreeMap<&'a str, (&'a str, &'a str)>,
    /// Forms on paper, with their chapters' numbers.
    papers: Vec<(&'a str, &'a OnPaper)>,
}

/// A delivery and whose it is.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) form: &'a JudgedForm,
    pub(super) chapter: &'a str,
    pub(super) region: &'a str,
    /// Where the chapter stands among all: by region, then by number.
    pub(super) seat: (u32, u32),
}

impl<'a> Sources<'a> {
    /// Gathers the deliveries.
    pub(super) fn of(basis: &Basis<'a>) -> Self {
        let roll = Roll::of(basis);
        let mut by_delivery = BTreeMap::new();
        for hearing in basis.heard() {
            let number = hearing.chapter.as_deref().unwrap_or_default();
            let index = roll.index(number).unwrap_or(u32::MAX);
            let seat = roll.at(index);
            for form in &hearing.forms {
                let source = Source {
                    form,
                    chapter: seat.map_or(UNKNOWN_CHAPTER, |seat| seat.name),
                    region: seat.map_or(NO_REGION, |seat| roll.region_name(seat.region)),
                    seat: (seat.map_or(u32::MAX, |seat| seat.region), index),
                };
                by_delivery.insert(form.delivery, source);
            }
        }
        let names = roll
            .seats
            .iter()
            .map(|seat| (seat.number, (seat.name, roll.region_name(seat.region))))
            .collect();
        let papers = basis.heard().flat_map(|hearing| {
            let number = hearing.chapter.as_deref().unwrap_or_default();
            hearing.on_paper.iter().map(move |paper| (number, paper))
        });
        let mut papers: Vec<_> = papers.collect();
        papers.sort_by_key(|(number, paper)| (order(number), paper.form));
        Self {
            by_delivery,
            names,
            papers,
        }
    }

    /// Forms that an adviser has on paper, with their chapters' numbers.
    pub(super) fn papers(&self) -> &[(&'a str, &'a OnPaper)] {
        &self.papers
    }

    /// All deliveries, in the order of arrival.
    pub(super) fn all(&self) -> impl Iterator<Item = &Source<'a>> {
        self.by_delivery.values()
    }

    /// The delivery with this number.
    pub(super) fn get(&self, delivery: i64) -> Option<&Source<'a>> {
        self.by_delivery.get(&delivery)
    }

    /// The name and region of a chapter.
    pub(super) fn chapter(&self, number: &str) -> (&'a str, &'a str) {
        self.names
            .get(number)
            .copied()
            .unwrap_or((UNKNOWN_CHAPTER, NO_REGION))
    }

    /// All rows of deliveries that stand, by region, chapter, delivery and row.
    pub(super) fn rows(&self) -> Vec<(&Source<'a>, &'a JudgedRow)> {
        let mut standing: Vec<&Source<'a>> = self
            .all()
            .filter(|source| {
                matches!(
                    source.form.standing,
                    samlerapport_validate::Standing::Current
                )
            })
            .collect();
        standing.sort_by_key(|source| (source.seat, source.form.delivery));
        standing
            .into_iter()
            .flat_map(|source| source.form.rows.iter().map(move |row| (source, row)))
            .collect()
    }
}

impl<'a> Source<'a> {
    /// The row at a place.
    pub(super) fn row(&self, place: Place) -> Option<&'a JudgedRow> {
        let rows = &self.form.rows;
        let found = rows.binary_search_by_key(&place, |row| row.place);
        found
            .ok()
            .and_then(|index| rows.get(index))
            .or_else(|| rows.iter().find(|row| row.place == place))
    }

    /// File, sheet and row.
    pub(super) fn cells(&self, place: Place) -> [Cell<'a>; 3] {
        let sheet = self.form.sheets.get(usize::from(place.sheet));
        [
            Cell::text(&self.form.file),
            Cell::text(sheet.map_or("", String::as_str)),
            Cell::count(place.row),
        ]
    }
}
