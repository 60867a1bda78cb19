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
use self::page::Page;
use self::reading::Reading;
use self::sharing::Sharing;
use self::substance::Substance;
use self::theme::Theme;
use self::weighed::Weighed;
use crate::hearing::ActivityKind;

/// All that rows are read by: the closed lists, the places, and what the second reader
/// learnt. Where one of them changes, rows are to be read again.
pub(crate) fn sources() -> impl Iterator<Item = &'static [u8]> {
    let lists = concept::LISTS.iter().map(|(_, list)| list.as_bytes());
    lists.chain([gazetteer::LISTED.as_bytes(), second::LEARNT])
}

/// Classifies the rows of a form, each by itself: pure, and the same words always give the
/// same answer.
///
/// Dates, durations and sizes are not looked at here; an exclusion goes before a
/// doubt, and a doubt before what is missing.
pub(crate) fn classify(rows: &[RowWords<'_>], home: &Home) -> Vec<Classification> {
    let page = reading::page(rows, home);
    let lines = rows.iter().zip(page.lines());
    let readings = lines.map(|(row, lines)| Reading::of(row, home, &lines));
    readings.map(|reading| weigh(&reading)).collect()
}

fn weigh(reading: &Reading<'_>) -> Classification {
    let row = reading.words;
    let substance = Substance::of(reading);
    let mut kind = kind::of(reading);
    let grounds = [
        (Ground::Meeting, meeting::weigh(reading, substance)),
        (Ground::Stand, stand::weigh(reading, substance)),
        (Ground::Abroad, abroad::weigh(reading, substance)),
        (Ground::Others, others::weigh(reading)),
        (Ground::Digital, digital::weigh(reading, substance)),
        (Ground::Cancelled, cancelled::weigh(reading, substance)),
    ];
    let (mut excluded, mut open) = (Vec::new(), Vec::new());
    for (ground, weighed) in grounds {
        match weighed {
            Weighed::No => {}
            Weighed::Yes(evidence) => excluded.push(Exclusion { ground, evidence }),
            Weighed::Open(question, evidence) => open.push(Doubt { question, evidence }),
        }
    }
    open.extend(substance.doubt(reading));
    open.extend(kind::doubt(reading));
    let told = substance.theme != Theme::Missing && substance.sharing != Sharing::No;
    let sound = told || row.free_of_substance;
    if row.form == RowForm::Activity {
        second::look(reading, sound, &mut excluded, &mut open);
    }
    let nothing_of_the_kind = excluded.iter().any(|exclusion| match exclusion.ground {
        Ground::Meeting | Ground::Stand | Ground::Cancelled => true,
        Ground::Digital => kind == ActivityKind::Outreach,
        Ground::Abroad | Ground::Others => false,
    });
    if nothing_of_the_kind {
        kind = ActivityKind::None;
    }
    let participants = row.participants_typed;
    let in_words = participants.contains(char::is_alphabetic);
    Classification {
        kind,
        excluded,
        theme: substance.theme != Theme::Missing,
        sharing: substance.sharing != Sharing::No,
        open,
        leader_among_participants: in_words && says_leader(participants),
    }
}

/// "10 + leder".
fn says_leader(participants: &str) -> bool {
    let page = Page::of_one((Seen::Participants, participants), &Home::default());
    let mut lines = page.lines().flatten();
    lines.any(|line| line.has(Concept::LeaderIn))
}
