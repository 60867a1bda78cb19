//! Business told by its acts: the accounts approved on a walk, a deputy drawn by lot over
//! waffles.
//!
//! One such word is an example or a figure ("kommunens vedtak"); two of them, of which one is
//! not only talked about, are a meeting, whatever theme and sharing the row tells.

use super::concept::Concept;
use super::evidence::Evidence;
use super::fold::fold;
use super::line::{Line, Token};
use super::reading::Reading;
use super::row::RowForm;

/// Votes of the whole country's are a theme.
const PUBLIC: [&str; 8] = [
    "stortingsval",
    "kommuneval",
    "fylkestingsval",
    "sametingsval",
    "valglokal",
    "vallokal",
    "valgkamp",
    "valkamp",
];
/// A field that lists so many officers tells of no others.
const OFFICERS: usize = 3;

/// The first act of business, where there are two.
pub(super) fn told(reading: &Reading<'_>) -> Option<Evidence> {
    let title = &reading.title;
    let lines = [title, &reading.theme, &reading.sharing, &reading.organiser];
    if !lines.into_iter().any(|line| line.has(Concept::Act)) {
        return None;
    }
    let is_public = |token: &Token<'_>| PUBLIC.iter().any(|vote| token.folded.starts_with(vote));
    if reading.words.form != RowForm::Activity
        || reading.says(Concept::Course)
        || title.tokens.iter().any(is_public)
    {
        return None;
    }
    let signs = signs(title);
    let done = signs.iter().find(|at| !is_talked_of(title, **at));
    let others = [&reading.theme, &reading.sharing, &reading.organiser];
    let elsewhere: usize = others.map(|line| acts(line).len()).iter().sum();
    let officers = usize::from(are_officers(reading)) + usize::from(took_minutes(reading));
    let count = signs.len() + elsewhere + officers;
    let told_twice = |at: &usize| (count >= 2).then(|| title.evidence(*at));
    let by_fields = || {
        let line = others.into_iter().find(|line| line.has(Concept::Act))?;
        (elsewhere + officers >= 2).then(|| line.evidence(line.find(Concept::Act).unwrap_or(0)))
    };
    done.and_then(told_twice).or_else(by_fields)
}

/// "Om vedtaket"; "enige om innkallingen" and "lodd om plassen" were done.
fn is_talked_of(title: &Line<'_>, at: usize) -> bool {
    let about = |index: usize, token: &Token<'_>| {
        let decided = title.previous(index).is_some_and(|token| {
            [
                "enig", "einig", "samde", "samd", "lodd", "stemt", "røyst", "vedt", "opprek",
            ]
            .iter()
            .any(|part| token.folded.contains(part))
        });
        token.concepts.has(Concept::About) && token.folded != "som" && !decided
    };
    let clause = title.tokens.get(at).map(|token| token.clause);
    let mut before = title.tokens.iter().enumerate().take(at);
    title.led_by(at, 3, Concept::Not)
        || before.any(|(index, token)| {
            (Some(token.clause) == clause || index == 0) && about(index, token)
        })
}

/// What stands on the list of a meeting is a sign as well: "enige om innkallingen og hvem som
/// tar gjenvalg".
fn signs(title: &Line<'_>) -> Vec<usize> {
    if title.has(Concept::Act) {
        apart(title, |token| {
            token.concepts.has(Concept::Act) || token.concepts.has(Concept::Agenda)
        })
    } else {
        Vec::new()
    }
}

fn acts(line: &Line<'_>) -> Vec<usize> {
    if line.has(Concept::Act) {
        apart(line, |token| token.concepts.has(Concept::Act))
    } else {
        Vec::new()
    }
}

/// The signs of a line, none of them inside another.
fn apart(line: &Line<'_>, is_sign: impl Fn(&Token<'_>) -> bool) -> Vec<usize> {
    let (mut found, mut end) = (Vec::new(), 0);
    for (at, token) in line.tokens.iter().enumerate() {
        if token.start >= end && is_sign(token) {
            found.push(at);
            end = token.end;
        }
    }
    found
}

/// "Leder, nestleder, kasserer og sekretær" where the participants are counted.
fn are_officers(reading: &Reading<'_>) -> bool {
    let officer = |token: &&Token<'_>| {
        token.concepts.has(Concept::Board) || matches!(token.folded.as_str(), "leder" | "leiar")
    };
    reading.participants.tokens.iter().filter(officer).count() >= OFFICERS
}

/// "Turi Fordalen, referent Jon".
fn took_minutes(reading: &Reading<'_>) -> bool {
    let leader = reading.words.leader;
    // Most fields name one person and nothing more.
    leader.contains([',', '(', '/', ':', '&', '+'])
        && fold(leader)
            .split(' ')
            .any(|word| word.starts_with("referent"))
}
