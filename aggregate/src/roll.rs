//! The order of chapters, counties and regions, and which lies in which.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use samlerapport_ingest::Chapter;

use crate::basis::Basis;

/// The region of chapters whose region the register does not know.
pub(crate) const NO_REGION: &str = "Uten område";
/// The county of chapters whose county the register does not know.
const NO_COUNTY: &str = "Uten fylke";
/// What deliveries are gathered under whose chapter nobody knows yet.
pub(crate) const UNKNOWN_CHAPTER: &str = "Ukjent lag";

/// Every chapter that the figures can fall on, by number.
pub(crate) struct Roll<'a> {
    pub(crate) seats: Vec<Seat<'a>>,
    pub(crate) counties: Vec<County<'a>>,
    pub(crate) regions: Vec<&'a str>,
    by_number: BTreeMap<&'a str, u32>,
}

/// A chapter and where it lies; the unknown chapter has an empty number.
pub(crate) struct Seat<'a> {
    pub(crate) number: &'a str,
    pub(crate) name: &'a str,
    pub(crate) county: u32,
    pub(crate) region: u32,
    pub(crate) expected: bool,
}

/// A county as far as it lies in one region.
pub(crate) struct County<'a> {
    pub(crate) name: &'a str,
    pub(crate) region: u32,
}

impl<'a> Roll<'a> {
    /// The chapters of the register, and those heard that it does not have.
    pub(crate) fn of(basis: &Basis<'a>) -> Self {
        let mut roll = Self {
            seats: Vec::new(),
            counties: Vec::new(),
            regions: Vec::new(),
            by_number: BTreeMap::new(),
        };
        for region in &basis.register.regions {
            let index = roll.region(&region.name);
            for county in &region.counties {
                roll.county(county, index);
            }
        }
        let mut chapters: BTreeMap<(usize, &str), Option<&Chapter>> = BTreeMap::new();
        for hearing in basis.heard() {
            chapters.insert(order(hearing.chapter.as_deref().unwrap_or_default()), None);
        }
        for accepted in basis.counted() {
            chapters.insert(order(accepted.chapter()), None);
        }
        for chapter in &basis.register.chapters {
            chapters.insert(order(&chapter.number), Some(chapter));
        }
        for ((_, number), chapter) in chapters {
            roll.seat(number, chapter, basis.settings.basis_year);
        }
        roll
    }

    /// The index of a chapter's seat; the unknown chapter's number is empty.
    pub(crate) fn index(&self, number: &str) -> Option<u32> {
        self.by_number.get(number).copied()
    }

    /// The seat with this index.
    pub(crate) fn at(&self, index: u32) -> Option<&Seat<'a>> {
        self.seats.get(usize::try_from(index).ok()?)
    }

    /// A chapter's seat, when its number is known.
    pub(crate) fn seat_of(&self, number: &str) -> Option<&Seat<'a>> {
        self.at(self.index(number)?)
    }

    /// The name of a region.
    pub(crate) fn region_name(&self, index: u32) -> &'a str {
        usize::try_from(index)
            .ok()
            .and_then(|index| self.regions.get(index))
            .copied()
            .unwrap_or(NO_REGION)
    }

    /// The name of a county.
    pub(crate) fn county_name(&self, index: u32) -> &'a str {
        usize::try_from(index)
            .ok()
            .and_then(|index| self.counties.get(index))
            .map_or(NO_COUNTY, |county| county.name)
    }

    fn seat(&mut self, number: &'a str, chapter: Option<&'a Chapter>, basis_year: i32) {
        let region = self.region(chapter.map_or("", |chapter| &chapter.region));
        let county = self.county(chapter.map_or("", |chapter| &chapter.county), region);
        let fallback = if number.is_empty() {
            UNKNOWN_CHAPTER
        } else {
            number
        };
        self.by_number.insert(number, length(&self.seats));
        self.seats.push(Seat {
            number,
            name: chapter.map_or(fallback, |chapter| &chapter.name),
            county,
            region,
            expected: chapter.is_some_and(|chapter| lived(chapter, basis_year)),
        });
    }

    fn region(&mut self, name: &'a str) -> u32 {
        let name = if name.is_empty() { NO_REGION } else { name };
        if let Some(found) = self.regions.iter().position(|region| *region == name) {
            return u32::try_from(found).unwrap_or(u32::MAX);
        }
        self.regions.push(name);
        length(&self.regions) - 1
    }

    fn county(&mut self, name: &'a str, region: u32) -> u32 {
        let name = if name.is_empty() { NO_COUNTY } else { name };
        let found = self
            .counties
            .iter()
            .position(|county| county.name == name && county.region == region);
        if let Some(found) = found {
            return u32::try_from(found).unwrap_or(u32::MAX);
        }
        self.counties.push(County { name, region });
        length(&self.counties) - 1
    }
}

/// Chapter numbers in the order that people count: 9 before 10, the unknown last.
pub(crate) fn order(number: &str) -> (usize, &str) {
    let length = if number.is_empty() {
        usize::MAX
    } else {
        number.len()
    };
    (length, number)
}

/// Whether a chapter lived on 31 December of the basis year (§ 8).
fn lived(chapter: &Chapter, basis_year: i32) -> bool {
    chapter.dissolved.is_none_or(|dissolved| {
        dissolved
            .on
            .is_some_and(|day: NaiveDate| day.year() > basis_year)
    })
}

fn length<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}
