//! What took place: training of peer supporters, a talk with one, a group.

use super::concept::Concept;
use super::evidence::{Doubt, Question};
use super::line::Line;
use super::reading::Reading;
use super::row::RowForm;
use super::sharing::{self, Sharing};
use crate::hearing::ActivityKind;

/// The kind of activity, when nothing excludes it.
pub(super) fn of(reading: &Reading<'_>) -> ActivityKind {
    if trains_peers(reading) {
        ActivityKind::Course
    } else if is_one_to_one(reading) {
        ActivityKind::Outreach
    } else {
        ActivityKind::Group
    }
}

/// One to one by its words, but with many participants.
pub(super) fn doubt(reading: &Reading<'_>) -> Option<Doubt> {
    let at = reading.kind.find(Concept::OneToOne)?;
    let (least, _) = reading.words.participants?;
    (least > 2 && reading.title.has(Concept::OneToOne) && !reading.says(Concept::Group)).then(
        || Doubt {
            question: Question::OneOrGroup,
            evidence: reading.kind.evidence(at),
        },
    )
}

fn trains_peers(reading: &Reading<'_>) -> bool {
    let course = reading.says(Concept::Course);
    [&reading.title, &reading.kind]
        .into_iter()
        .any(|line| names_such_a_course(line, course))
        || are_taught(&reading.title, reading.kind.has(Concept::Course))
        || reading.kind.has(Concept::Course) && reading.theme.has(Concept::CourseOfPeers)
        || reading.kind.has(Concept::Course)
            && reading.theme.has(Concept::Peer)
            && !reading.title.has(Concept::About)
}

fn names_such_a_course(line: &Line<'_>, course: bool) -> bool {
    let listed = line.all(Concept::CourseOfPeers).any(|at| {
        course
            || line
                .tokens
                .get(at)
                .is_some_and(|token| token.concepts.has(Concept::Course))
            || line.led_by(at, 4, Concept::Course)
            || is_compound(line, at)
    });
    // "Kurs for våre likepersoner", but not "kurs ved en likeperson".
    listed
        || line
            .tokens
            .iter()
            .any(|token| is_peer_course(&token.folded))
        || course
            && line.all(Concept::Peer).any(|at| {
                line.led_by(at, 4, Concept::Course) && is_for(line, at)
                    || line.previous(at).is_some_and(|token| {
                        matches!(
                            token.folded.as_str(),
                            "være" | "vere" | "vær" | "bli" | "som"
                        )
                    })
                    || line.led_by(at, 1, Concept::Course)
                    || line.followed_by(at, 2, Concept::Course)
            })
}

/// "Øvingsettermiddag for likepersonane", typed as a course; "likepersonene våre lærte å …".
fn are_taught(title: &Line<'_>, course: bool) -> bool {
    title.all(Concept::Peer).any(|at| {
        let before = |words: &[&str]| {
            let mut tokens = title.tokens.iter().take(at).rev().take(2);
            tokens.any(|token| words.contains(&token.folded.as_str()))
        };
        let mut after = title.tokens.iter().skip(at + 1).take(2);
        let learnt = after.any(|token| {
            matches!(
                token.folded.as_str(),
                "lærte" | "lærde" | "lærer" | "øvde" | "øvet" | "øver" | "trente"
            )
        });
        course && before(&["for", "åt"]) || learnt && !before(&["en", "ein", "ei", "av"])
    })
}

fn is_compound(line: &Line<'_>, at: usize) -> bool {
    line.tokens.get(at).is_some_and(|token| {
        [
            "kurs", "skol", "skul", "læring", "utdan", "veiled", "treni", "fagdag",
        ]
        .iter()
        .any(|part| token.folded.contains(part))
    })
}

/// "Likepersonseminar": any kind of training behind the word.
fn is_peer_course(folded: &str) -> bool {
    ["likeperson", "likepersjon", "likemann", "likemenn"]
        .iter()
        .filter_map(|front| folded.strip_prefix(front))
        .any(|rest| {
            [
                "kurs", "seminar", "skol", "skul", "læring", "utdan", "trening", "fagdag",
                "fagkveld", "webinar", "påfyll",
            ]
            .iter()
            .any(|part| rest.contains(part))
        })
}

fn is_for(line: &Line<'_>, at: usize) -> bool {
    line.tokens.iter().take(at).rev().take(3).any(|token| {
        matches!(
            token.folded.as_str(),
            "for" | "av" | "til" | "te" | "i" | "våre" | "åt"
        )
    })
}

fn is_one_to_one(reading: &Reading<'_>) -> bool {
    let most = reading.words.participants.map(|(_, most)| most);
    let by_kind = reading.kind.has(Concept::OneToOne);
    let by_title = reading.title.has(Concept::OneToOne);
    let group = reading.kind.has(Concept::Group) && !by_kind;
    if most.is_none_or(|most| most <= 2) && (by_kind || by_title && !group) {
        return true;
    }
    if reading.says(Concept::Group) || reading.says(Concept::Course) {
        return false;
    }
    // One who came, and something was shared: those were two.
    let shared = most == Some(1) && sharing::of(reading, false) == Sharing::Yes;
    let one = most == Some(1) || most.is_none() && reading.words.form == RowForm::Visit;
    shared || one && is_visit(&reading.kind)
}

/// A word for a visit or a talk, by itself.
fn is_visit(kind: &Line<'_>) -> bool {
    kind.tokens.iter().all(|token| {
        [
            "besøk", "vitjing", "visitt", "samtale", "prat", "støtte", "oppfølg", "omsorg",
        ]
        .iter()
        .any(|word| token.folded.contains(word))
    })
}
