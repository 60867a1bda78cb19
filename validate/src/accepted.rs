//! What we count: made here alone, with no options left in it.

use chrono::{Datelike, NaiveDate};
use samlerapport_ingest::{Field, FormId, Place};
use serde::{Deserialize, Serialize};

use crate::decided_rows::Way;
use crate::hearing::{ActivityKind, Hearing, JudgedForm};
use crate::personal::mask_numbers;
use crate::scene::Scene;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountedChapter {
    /// Members at 31 December, for comparison with the central figure.
    pub members: u32,
    /// The delivery that it was counted from.
    pub delivery: i64,
}

/// One activity day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountedPerson {
    /// The name as typed, for the merged list.
    pub name: String,
    /// The name folded for comparison: case, accents, double blanks, hyphens.
    pub folded_name: String,
    /// The telephone's eight digits, if they are known.
    pub phone: Option<String>,
    /// Whether an adviser has decided that this is nobody else.
    pub own: bool,
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

    /// Counts what a chapter's judged forms, in the order of the scene, add up to.
    pub(crate) fn count(scene: &Scene<'_>, forms: &[JudgedForm]) -> Option<Self> {
        let chapter = scene.setting.chapter?;
        let mut accepted = Self {
            chapter: chapter.number.clone(),
            basis_year: scene.setting.basis_year,
            counted: None,
            days: Vec::new(),
            people: Vec::new(),
        };
        for (index, form) in forms.iter().enumerate() {
            match form.form {
                Some(FormId::AnnualReport) => {
                    let counted = counted_chapter(scene, index, form);
                    accepted.counted = counted.or(accepted.counted);
                }
                Some(FormId::PeerSupporters) => {
                    accepted.people.extend(counted_people(scene, index, form));
                }
                Some(FormId::MeetingPlace | FormId::Activities | FormId::Visits) => {
                    accepted.days.extend(counted_days(scene, form));
                }
                None => {}
            }
        }
        Some(accepted)
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

fn counted_chapter(scene: &Scene<'_>, index: usize, form: &JudgedForm) -> Option<CountedChapter> {
    if !form.stands() {
        return None;
    }
    let report = scene.form(index)?.report()?;
    Some(CountedChapter {
        members: report.count(Field::Members)?,
        delivery: form.delivery,
    })
}

fn counted_days<'f>(
    scene: &Scene<'_>,
    form: &'f JudgedForm,
) -> impl Iterator<Item = CountedDay> + use<'f> {
    let year = scene.setting.basis_year;
    let rows = form.rows.iter().filter(|row| form.in_totals(row));
    rows.flat_map(move |row| {
        let own = |day: &&NaiveDate| !row.elsewhere.contains(*day);
        let days = row.dates.iter().filter(own);
        let days = days.filter(move |day| day.year() == year);
        days.map(|date| CountedDay {
            date: *date,
            kind: row.kind,
            minutes: row.minutes.unwrap_or_default(),
            participants: row.participants.unwrap_or_default(),
            delivery: form.delivery,
            place: row.place,
        })
    })
}

fn counted_people(scene: &Scene<'_>, index: usize, form: &JudgedForm) -> Vec<CountedPerson> {
    let people = scene
        .people
        .iter()
        .filter(|person| person.id.form == index)
        .zip(&form.rows);
    people
        .filter(|(_, row)| form.in_totals(row))
        .filter_map(|(person, row)| {
            Some(CountedPerson {
                name: mask_numbers(person.name?).into_owned(),
                folded_name: person.folded.clone(),
                phone: person.phone.clone(),
                own: person.way() == Some(Way::Counts),
                delivery: form.delivery,
                place: row.place,
            })
        })
        .collect()
}

/// How the ledger keeps an [`Accepted`]: private, so that bytes alone make none.
#[derive(Serialize, Deserialize)]
pub(crate) struct StoredAccepted {
    chapter: String,
    basis_year: i32,
    counted: Option<CountedChapter>,
    days: Vec<CountedDay>,
    people: Vec<CountedPerson>,
}

impl StoredAccepted {
    pub(crate) fn of(accepted: &Accepted) -> Self {
        Self {
            chapter: accepted.chapter.clone(),
            basis_year: accepted.basis_year,
            counted: accepted.counted,
            days: accepted.days.clone(),
            people: accepted.people.clone(),
        }
    }

    pub(crate) fn into_accepted(self) -> Accepted {
        Accepted {
            chapter: self.chapter,
            basis_year: self.basis_year,
            counted: self.counted,
            days: self.days,
            people: self.people,
        }
    }
}
