//! A second reader, who learnt from labelled rows and knows none of the closed lists.
//!
//! Closed lists know the words that somebody thought of; a row can be told in others.
//! This one has seen many rows and weighs the parts of all their words. Where it takes a
//! row quite otherwise than the lists, a person is asked; what the lists would ask about
//! is settled where it is sure of the same. By itself it leaves out only what cannot count
//! as it stands, for want of a theme or sharing, and reads like what never counts.

mod features;
#[cfg(test)]
mod tests;
mod weights;

use super::concept::{Concept, Concepts};
use super::evidence::{Doubt, Evidence, Exclusion, Ground, Question};
use super::others;
use super::reading::Reading;

pub(super) use features::Group;
pub(super) use weights::{LEARNT, WordVotes};

use features::{Piece, pieces};
use weights::{OPINIONS, Votes, WEIGHTS};

/// A row that the lists count is asked about when it is ours less likely than this.
const DOUBTED: f32 = 0.3;
/// A row that the lists shut out is asked about when it is ours more likely than this.
const SPARED: f32 = 0.9;
/// What the lists would ask about is settled when it is as likely as this.
const AGREED: f32 = 0.6;
/// A row that lacks something by the lists is shut out when that is as likely as this.
const SURE: f32 = 0.8;
/// A shorter title is too little to leave a row out by.
const TITLE: usize = 3;
/// What is less likely than this is nothing to ask about.
const GROUNDED: f32 = 0.3;

/// What a word must weigh beside the rest of its row to be shown for it.
const TELLING: f32 = 0.5;
/// Words that tell nothing by themselves.
const SMALL: Concepts = Concepts::of(&[Concept::Filler, Concept::Yes, Concept::No]);

/// What a row can be taken for; the order is that of the weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opinion {
    /// The chapter's own work with people; whether it tells a theme and sharing is for the
    /// lists to say.
    Ours,
    /// It never counts.
    Excluded(Ground),
    /// One would have to ask.
    Open,
}

impl Opinion {
    /// Every opinion, in the order of the weights.
    pub(super) const ALL: [Self; 7] = [
        Self::Ours,
        Self::Excluded(Ground::Meeting),
        Self::Excluded(Ground::Stand),
        Self::Excluded(Ground::Abroad),
        Self::Excluded(Ground::Others),
        Self::Excluded(Ground::Digital),
        Self::Open,
    ];
}

/// Looks at what the lists came to. What both take for the same is settled; where they
/// take a row quite otherwise, a person is asked. `sound` says that nothing is wanting: a
/// row that is not cannot count as it stands, and is left out where it reads so.
pub(super) fn look(
    reading: &Reading<'_>,
    sound: bool,
    excluded: &mut Vec<Exclusion>,
    open: &mut Vec<Doubt>,
) {
    if !may_be_heard(reading, sound, excluded, open) {
        return;
    }
    let votes = votes(reading);
    if !votes.say_something() {
        return;
    }
    let likely = WEIGHTS.likely(&votes);
    let (other, share) = instead(&likely);
    let ours = of(&likely, Opinion::Ours);
    let told = |opinion| telling(reading, opinion, &votes);
    match (excluded.as_slice(), open.as_slice(), other) {
        // Where the chapter stands as the organiser, nobody need ask who it was.
        ([], [], Opinion::Excluded(Ground::Others))
            if sound && ours + share > 1.0 - DOUBTED && others::is_ours(reading) => {}
        // Where the row names its place in Norway, nobody need ask where it was.
        ([], [], Opinion::Excluded(Ground::Abroad))
            if sound && ours + share > 1.0 - DOUBTED && reading.is_at_home() => {}
        ([], [], _) if sound && ours < DOUBTED => {
            open.extend(told(other).map(|evidence| Doubt {
                question: question(if share > GROUNDED {
                    other
                } else {
                    Opinion::Open
                }),
                evidence,
            }));
        }
        ([], [], Opinion::Excluded(ground)) if !sound && share > SURE => {
            excluded.extend(told(other).map(|evidence| Exclusion { ground, evidence }));
        }
        ([], [doubt], Opinion::Excluded(ground))
            if doubt.question == question(other) && share > AGREED =>
        {
            excluded.extend(open.drain(..).map(|doubt| Exclusion {
                ground,
                evidence: doubt.evidence,
            }));
        }
        ([_], _, _) if ours > SPARED => {
            open.extend(excluded.drain(..).map(|exclusion| Doubt {
                question: question(Opinion::Excluded(exclusion.ground)),
                evidence: exclusion.evidence,
            }));
        }
        _ => {}
    }
}

/// Whether anything that it may say could change what was found: whether one of the cases
/// in `look` may come.
fn may_be_heard(
    reading: &Reading<'_>,
    sound: bool,
    excluded: &[Exclusion],
    open: &[Doubt],
) -> bool {
    match (excluded, open) {
        ([], []) => sound || reading.title.tokens.len() >= TITLE,
        ([], [doubt]) => Opinion::ALL.iter().any(|other| {
            matches!(other, Opinion::Excluded(_)) && doubt.question == question(*other)
        }),
        ([exclusion], _) => is_told_in_passing(reading, exclusion),
        _ => false,
    }
}

/// Whether a ground was read off a word well inside the title. A place abroad or a screen
/// is named; what opens the title is what it was.
fn is_told_in_passing(reading: &Reading<'_>, exclusion: &Exclusion) -> bool {
    let evidence = &exclusion.evidence;
    let title = &reading.title;
    let opening = title.tokens.iter().take(2).enumerate();
    match exclusion.ground {
        Ground::Meeting | Ground::Stand | Ground::Others => {
            evidence.field == title.field
                && opening
                    .map(|(at, _)| title.evidence(at))
                    .all(|word| word != *evidence)
        }
        Ground::Abroad | Ground::Digital | Ground::Cancelled => false,
    }
}

fn votes(reading: &Reading<'_>) -> Votes {
    let mut votes = Votes::default();
    pieces(reading, |piece| match piece {
        Piece::Word(word, group) => votes.add(word.votes(group)),
        Piece::Sign(bucket) => votes.cast(bucket),
    });
    votes
}

fn of(likely: &[f32; OPINIONS], wanted: Opinion) -> f32 {
    let pairs = Opinion::ALL.into_iter().zip(likely);
    pairs
        .filter(|(opinion, _)| *opinion == wanted)
        .map(|(_, share)| share)
        .sum()
}

/// What a row is most likely if it is not ours, and how likely that is; that one would
/// have to ask says nothing of what about.
fn instead(likely: &[f32; OPINIONS]) -> (Opinion, f32) {
    Opinion::ALL
        .into_iter()
        .zip(likely.iter().copied())
        .filter(|(opinion, _)| !matches!(opinion, Opinion::Ours | Opinion::Open))
        .max_by(|(_, one), (_, other)| one.total_cmp(other))
        .unwrap_or((Opinion::Open, 0.0))
}

/// What to ask when this may hold.
fn question(opinion: Opinion) -> Question {
    match opinion {
        Opinion::Excluded(Ground::Meeting) => Question::MeetingOrTalk,
        Opinion::Excluded(Ground::Stand) => Question::StandOrTalk,
        Opinion::Excluded(Ground::Abroad) => Question::WhichSide,
        Opinion::Excluded(Ground::Others) => Question::WhoArranged,
        Opinion::Excluded(Ground::Digital) => Question::InPersonOrScreen,
        Opinion::Ours | Opinion::Open | Opinion::Excluded(Ground::Cancelled) => {
            Question::SocialOrTalk
        }
    }
}

/// The word that speaks most for an opinion and against the row: what a person is shown.
/// Many small words that lean one way are nothing that could be shown, and of the chapter's
/// own name nobody need ask: "fylkeslaget" where a county chapter reports.
fn telling(reading: &Reading<'_>, opinion: Opinion, votes: &Votes) -> Option<Evidence> {
    let lines = [
        (&reading.title, Group::Title),
        (&reading.theme, Group::Theme),
        (&reading.venue, Group::Venue),
        (&reading.organiser, Group::Organiser),
        (&reading.kind, Group::Title),
        (&reading.sharing, Group::Sharing),
    ];
    let ours = others::is_ours(reading);
    let told = lines
        .into_iter()
        .filter(|(_, group)| !(ours && *group == Group::Organiser));
    let words = told.flat_map(|(line, group)| {
        let tokens = line.tokens.iter().enumerate();
        let telling = tokens.filter(|(_, token)| {
            !token.concepts.meets(SMALL) && token.folded.chars().any(char::is_alphabetic)
        });
        telling.map(move |(at, token)| (line, at, token.votes(group).lead(opinion)))
    });
    let (line, at, lead) = words.max_by_key(|(_, _, lead)| *lead)?;
    // No closed list holds it for this, so no letter may quote it.
    (WEIGHTS.weigh(lead, votes) > TELLING).then(|| Evidence {
        listed: None,
        ..line.evidence(at)
    })
}

/// The votes of a word in a group.
pub(super) fn of_word(folded: &str, group: Group) -> WordVotes {
    let mut votes = WordVotes::default();
    features::parts(folded, group, |bucket| votes.cast(bucket));
    votes
}
