//! What each chapter adds to the figures, one fact at a time.

use samlerapport_validate::{Accepted, Fate, Hearing, JudgedForm, JudgedRow, Standing};

use crate::basis::Basis;
use crate::frame::Fact;
use crate::measure::Measure;
use crate::people::MergedPerson;
use crate::roll::Roll;

/// All facts of the basis year, in no order that matters.
pub(crate) fn gather(basis: &Basis<'_>, roll: &Roll<'_>, people: &[MergedPerson]) -> Vec<Fact> {
    let mut facts = Facts {
        roll,
        list: Vec::new(),
    };
    for seat in roll.seats.iter().filter(|seat| seat.expected) {
        facts.one(seat.number, Measure::ChapterExpected);
    }
    for accepted in basis.counted() {
        facts.accepted(accepted);
    }
    for person in people {
        facts.one(&person.chapter, Measure::PeerSupporter);
    }
    for hearing in basis.heard() {
        facts.rows(hearing);
    }
    facts.list
}

/// Whether the chapter has handed in a form that could be read, if only by a person.
pub(crate) fn delivered(hearing: &Hearing) -> bool {
    let read = hearing.forms.iter().any(|form| form.form.is_some());
    hearing.chapter.is_some() && (read || !hearing.on_paper.is_empty())
}

struct Facts<'a> {
    roll: &'a Roll<'a>,
    list: Vec<Fact>,
}

impl Facts<'_> {
    fn accepted(&mut self, accepted: &Accepted) {
        let chapter = accepted.chapter();
        if let Some(counted) = accepted.counted() {
            self.one(chapter, Measure::ChapterCounted);
            self.add(chapter, Measure::Members, u64::from(counted.members));
        }
        for day in accepted.days() {
            let Some(measure) = Measure::of_day(day.kind) else {
                continue;
            };
            self.one(chapter, measure);
            self.add(chapter, Measure::Participants, u64::from(day.participants));
            self.add(chapter, Measure::Minutes, u64::from(day.minutes));
        }
        for _ in accepted.people() {
            self.one(chapter, Measure::PersonListed);
        }
    }

    fn rows(&mut self, hearing: &Hearing) {
        let chapter = hearing.chapter.as_deref().unwrap_or_default();
        if delivered(hearing) {
            self.one(chapter, Measure::ChapterDelivered);
        }
        for form in &hearing.forms {
            for row in &form.rows {
                if let Some(measure) = measure_of_row(form, row) {
                    self.one(chapter, measure);
                }
            }
        }
    }

    fn one(&mut self, chapter: &str, measure: Measure) {
        self.add(chapter, measure, 1);
    }

    fn add(&mut self, chapter: &str, measure: Measure, amount: u64) {
        let Some(index) = self.roll.index(chapter) else {
            return;
        };
        if let Some(seat) = self.roll.at(index) {
            self.list.push(Fact {
                chapter: index,
                county: seat.county,
                region: seat.region,
                measure,
                amount,
            });
        }
    }
}

/// The figure that a row falls under; a superseded delivery's rows fall under none,
/// since the delivery that took its place has them.
fn measure_of_row(form: &JudgedForm, row: &JudgedRow) -> Option<Measure> {
    if !matches!(form.standing, Standing::Current) {
        return None;
    }
    Some(match row.fate {
        Fate::Counted if form.in_totals(row) => Measure::RowCounted,
        Fate::Counted => Measure::RowHeld,
        Fate::Waiting => Measure::RowWaiting,
        Fate::Incomplete => Measure::RowIncomplete,
        Fate::Excluded => Measure::RowExcluded,
    })
}
