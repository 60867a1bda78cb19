//! What took place: a row's words become its kind, its grounds and its doubts.
//!
//! Words are signs, not answers: each ground weighs where its words stand and what
//! speaks against them. Closed lists lie in `classify/words/`, place names in `data/`.

mod abroad;
mod acts;
mod cancelled;
mod concept;
mod digital;
mod evidence;
mod fold;
mod gazetteer;
mod hash;
mod home;
mod kind;
mod lexicon;
mod line;
mod meeting;
mod namesake;
mod others;
mod page;
mod passing;
mod reading;
mod row;
mod second;
mod sharing;
mod slip;
mod spelt;
mod spoken_of;
mod stall;
mod stand;
mod substance;
mod theme;
mod weighed;
mod word;

#[cfg(test)]
mod tests;

pub(crate) use evidence::{Classification, Doubt, Exclusion, Ground, Question, Seen};
pub(crate) use gazetteer::is_norwegian_place;
pub(crate) use hash::WordSet;
pub(crate) use home::Home;
pub(crate) use row::{RowForm, RowWords};

use self::concept::Concept;
use self::reading::Reading;
use self::sharing::Sharing;
use self::substance::Substance;
use self::theme::Theme;
use self::weighed::Weighed;
use self::word::with_memory;
use crate::hearing::ActivityKind;

/// All that rows are read by: the closed lists, the places, and what the second reader
/// learnt. Where one of them changes, rows are to be read again.
pub(crate) fn sources() -> impl Iterator<Item = &'static [u8]> {
    let lists = concept::LISTS.iter().map(|(_, list)| list.as_bytes());
    lists.chain([gazetteer::LISTED.as_bytes(), second::LEARNT])
}

/// Weighs one ground of a row.
type Weigh = fn(&Reading<'_>, Substance) -> Weighed;

/// The grounds, the weightiest first.
const GROUNDS: [(Ground, Weigh); 6] = [
    (Ground::Meeting, meeting::weigh),
    (Ground::Stand, stand::weigh),
    (Ground::Abroad, abroad::weigh),
    (Ground::Others, |reading, _| others::weigh(reading)),
    (Ground::Digital, digital::weigh),
    (Ground::Cancelled, cancelled::weigh),
];

/// So many rows are weighed together: more of them have no room in a processor's nearest
/// memory.
const TOGETHER: usize = 16;

/// A row while it is weighed.
struct Scales<'a> {
    reading: Reading<'a>,
    substance: Substance,
    /// None until it is weighed.
    kind: ActivityKind,
    excluded: Vec<Exclusion>,
    open: Vec<Doubt>,
}

/// Classifies the rows of a form, each by itself: pure, and the same words always give the
/// same answer.
///
/// Dates, durations and sizes are not looked at here; an exclusion goes before a
/// doubt, and a doubt before what is missing.
pub(crate) fn classify(rows: &[RowWords<'_>], home: &Home) -> Vec<Classification> {
    let mut natures = Vec::with_capacity(rows.len());
    for rows in rows.chunks(TOGETHER) {
        with_memory(|memory| {
            let page = reading::page(rows, home, memory);
            let lines = rows.iter().zip(page.lines());
            let readings = lines.map(|(row, lines)| Reading::of(row, home, &lines));
            natures.extend(weigh(readings).map(Scales::read_off));
        });
    }
    natures
}

/// Weighs some rows, one ground after the other: the code for one has room in a processor's
/// nearest memory, that for all of them has not.
fn weigh<'a>(readings: impl Iterator<Item = Reading<'a>>) -> impl Iterator<Item = Scales<'a>> {
    let mut rows: Vec<_> = readings.map(Scales::of).collect();
    for row in &mut rows {
        row.kind = kind::of(&row.reading);
    }
    for (ground, weigh) in GROUNDS {
        for row in &mut rows {
            match weigh(&row.reading, row.substance) {
                Weighed::No => {}
                Weighed::Yes(evidence) => row.excluded.push(Exclusion { ground, evidence }),
                Weighed::Open(question, evidence) => row.open.push(Doubt { question, evidence }),
            }
        }
    }
    for row in &mut rows {
        row.open.extend(row.substance.doubt(&row.reading));
        row.open.extend(kind::doubt(&row.reading));
        row.ask_second_reader();
    }
    rows.into_iter()
}

impl<'a> Scales<'a> {
    fn of(reading: Reading<'a>) -> Self {
        Self {
            substance: Substance::of(&reading),
            reading,
            kind: ActivityKind::None,
            excluded: Vec::new(),
            open: Vec::new(),
        }
    }

    fn ask_second_reader(&mut self) {
        let row = self.reading.words;
        let told = self.substance.theme != Theme::Missing && self.substance.sharing != Sharing::No;
        let sound = told || row.free_of_substance;
        if row.form == RowForm::Activity {
            second::look(&self.reading, sound, &mut self.excluded, &mut self.open);
        }
    }

    fn read_off(self) -> Classification {
        let nothing_of_the_kind = self
            .excluded
            .iter()
            .any(|exclusion| match exclusion.ground {
                Ground::Meeting | Ground::Stand | Ground::Cancelled => true,
                Ground::Digital => self.kind == ActivityKind::Outreach,
                Ground::Abroad | Ground::Others => false,
            });
        Classification {
            kind: if nothing_of_the_kind {
                ActivityKind::None
            } else {
                self.kind
            },
            excluded: self.excluded,
            theme: self.substance.theme != Theme::Missing,
            sharing: self.substance.sharing != Sharing::No,
            open: self.open,
            // "10 + leder".
            leader_among_participants: self.reading.participants.has(Concept::LeaderIn),
        }
    }
}
