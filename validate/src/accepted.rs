//! What we count: made here alone, with no options left in it.

use chrono::NaiveDate;
use samlerapport_ingest::Place;

use crate::hearing::{ActivityKind, Hearing};

/// What one chapter adds to the totals of a basis year.
///
/// Only this module makes one, and only from a [`Hearing`].
#[derive(Clone, Debug, PartialEq)]
pub struct Accepted {
    chapter: String,
    basis_year: i32,
    counted: Option<CountedChapter>,
    days: Vec<CountedDay>,
    people: Vec<CountedPerson>,
}

/// That the chapter itself counts (§ 8), with what its form 1 says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountedChapter {
    /// Members at 31 December, for comparison with the central figure.
    pub members: u32,
    /// The delivery that it was counted from.
    pub delivery: i64,
}

/// One activity day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountedDay {
    /// The day.
    pub date: NaiveDate,
    /// What took place.
    pub kind: ActivityKind,
    /// How long, in minutes.
    pub minutes: u32,
    /// How many took part.
    pub participants: u32,
    /// The delivery that it was counted from.
    pub delivery: i64,
    /// The row in it.
    pub place: Place,
}

/// One peer supporter (§ 13), still to be compared with the other chapters' lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedPerson {
    /// The name as typed, for the merged list.
    pub name: String,
    /// The name folded for comparison: case, accents, double blanks, hyphens.
    pub folded_name: String,
    /// The telephone's eight digits, if they are known.
    pub phone: Option<String>,
    /// The delivery that the person was counted from.
    pub delivery: i64,
    /// The row in it.
    pub place: Place,
}

impl Accepted {
    /// What of a hearing counts; `None` for an unknown chapter.
    pub fn of(hearing: &Hearing) -> Option<Self> {
        hearing.accepted.clone()
    }

    /// The chapter's number.
    pub fn chapter(&self) -> &str {
        &self.chapter
    }

    /// The basis year.
    pub fn basis_year(&self) -> i32 {
        self.basis_year
    }

    /// The chapter itself, if it counts.
    pub fn counted(&self) -> Option<&CountedChapter> {
        self.counted.as_ref()
    }

    /// The activity days that count.
    pub fn days(&self) -> &[CountedDay] {
        &self.days
    }

    /// The peer supporters that count.
    pub fn people(&self) -> &[CountedPerson] {
        &self.people
    }
}
