//! How much a chapter's figures differ from the year before's.

use samlerapport_ingest::{Field, LastYear};
use serde::{Deserialize, Serialize};

use crate::hearing::Fate;
use crate::participants::Participants;
use crate::remarks::Remarks;
use crate::rules::completeness::awaited;
use crate::scene::Scene;
use crate::typed::says_something;

/// A large change from the year before, with the chapter's own reason for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What changed much, at least one.
    pub figures: Vec<Changed>,
    /// Why, in the chapter's words, with what is personal in them masked; `None` until
    /// the chapter has told.
    pub reason: Option<String>,
}

/// One figure that changed much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// Which.
    pub figure: Figure,
    /// The year before.
    pub before: u32,
    /// This year: of a fall with all that may still count, of a rise what counts today.
    pub now: u32,
}

/// The figures that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Figure {
    /// Activity days.
    Days,
    /// Participants, added up over the days.
    Participants,
    /// Peer supporters.
    PeerSupporters,
}

impl Figure {
    /// A smaller difference is nothing to ask about, however large it is in parts.
    fn least(self) -> u32 {
        match self {
            Self::Days => 10,
            Self::Participants => 100,
            Self::PeerSupporters => 5,
        }
    }
}

/// What counts today, and what may come to count.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    counts: LastYear,
    may_count: LastYear,
}

/// What has changed much, when all forms have come.
pub(crate) fn large(scene: &Scene<'_>, remarks: &Remarks<'_>) -> Option<Change> {
    let last = scene.setting.last_year?;
    if !awaited(scene).is_empty() {
        return None;
    }
    let tally = tally(scene, remarks);
    let compare = |figure, of: fn(&LastYear) -> Option<u32>| {
        let before = of(&last)?;
        let (counts, may_count) = (of(&tally.counts)?, of(&tally.may_count)?);
        changed(figure, before, counts, may_count)
    };
    let figures: Vec<Changed> = [
        compare(Figure::Days, |figures| figures.days),
        compare(Figure::Participants, |figures| figures.participants),
        compare(Figure::PeerSupporters, |figures| figures.peer_supporters),
    ]
    .into_iter()
    .flatten()
    .collect();
    if figures.is_empty() {
        return None;
    }
    let form = scene.annual_report();
    let told = form.and_then(|form| form.report()?.told(Field::ChangeReason));
    let told = told.filter(|told| says_something(&told.typed));
    Some(Change {
        figures,
        reason: form
            .zip(told)
            .map(|(form, told)| form.masked(Field::ChangeReason, Some(told)).into()),
    })
}

/// Less than half, or more than twice as much.
fn changed(figure: Figure, before: u32, counts: u32, may_count: u32) -> Option<Changed> {
    let now = if may_count < before {
        may_count
    } else {
        counts.max(before)
    };
    let much = now.saturating_mul(2) < before || before.saturating_mul(2) < now;
    let large = much && now.abs_diff(before) >= figure.least();
    large.then_some(Changed {
        figure,
        before,
        now,
    })
}

fn tally(scene: &Scene<'_>, remarks: &Remarks<'_>) -> Tally {
    let mut tally = Tally::default();
    let (mut days, mut participants, mut people) = ((0, 0), (0, 0), (0, 0));
    let stands = |form: usize| {
        scene
            .form(form)
            .is_some_and(crate::heard::HeardForm::speaks_for_the_year)
    };
    for activity in scene.asked_about().filter(|row| stands(row.id.form)) {
        let fate = remarks.fate_so_far(activity.id);
        let own = count(remarks.days_left(activity).len());
        let present = match activity.participants {
            Participants::Between { min, .. } => min,
            Participants::Blank | Participants::NotUnderstood => 0,
        };
        add(&mut days, fate, own);
        add(&mut participants, fate, own.saturating_mul(present));
    }
    for person in scene.people.iter().filter(|row| stands(row.id.form)) {
        add(&mut people, remarks.fate_so_far(person.id), 1);
    }
    let figures = |of: fn((u32, u32)) -> u32| LastYear {
        days: Some(of(days)),
        participants: Some(of(participants)),
        peer_supporters: Some(of(people)),
    };
    tally.counts = figures(|(counts, _)| counts);
    tally.may_count = figures(|(_, may_count)| may_count);
    tally
}

fn add((counts, may_count): &mut (u32, u32), fate: Fate, amount: u32) {
    match fate {
        Fate::Counted => {
            *counts = counts.saturating_add(amount);
            *may_count = may_count.saturating_add(amount);
        }
        Fate::Waiting | Fate::Incomplete => *may_count = may_count.saturating_add(amount),
        Fate::Excluded => {}
    }
}

fn count(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}
