//! Annual and board meetings, councils, committees and the like.
//!
//! A friendly word can hide one ("høstmøte" with the budget on its list), and its word
//! can stand where none was held ("etter årsmøtet").

use super::acts;
use super::concept::Concept;
use super::evidence::{Evidence, Question};
use super::line::{Line, Token};
use super::others;
use super::reading::Reading;
use super::row::RowForm;
use super::sharing::Sharing;
use super::spoken_of;
use super::substance::Substance;
use super::theme::Theme;
use super::weighed::Weighed;

/// Weighs whether the row is business.
pub(super) fn weigh(reading: &Reading<'_>, substance: Substance) -> Weighed {
    // A council that others convene is one, whatever was talked of in it.
    let theirs = held(&reading.title, Concept::Body).filter(|_| others::is_anothers(reading));
    if let Some(evidence) = theirs {
        return Weighed::Yes(evidence);
    }
    let title = &reading.title;
    let in_title = |concept| {
        title
            .all(concept)
            .find(|at| is_held(title, *at) && !spoken_of::in_title(reading, substance, *at))
            .map(|at| title.evidence(at))
    };
    // Those who lead the chapters, called together from above them.
    let called = officers(reading);
    if let Some(evidence) = called.clone().filter(|_| is_called_by_county(reading)) {
        return Weighed::Yes(evidence);
    }
    let held = in_title(Concept::Meeting)
        .or(called)
        .or_else(|| for_the_board(reading))
        .or_else(|| {
            let named = in_title(Concept::Body);
            named.filter(|_| !substance.full || reading.kind.has(Concept::Body))
        });
    if let Some(evidence) = held {
        return if mixed(reading, substance) {
            Weighed::Open(Question::MeetingOrTalk, evidence)
        } else {
            Weighed::Yes(evidence)
        };
    }
    if let Some(evidence) = typed_as_one(reading, substance) {
        return Weighed::Yes(evidence);
    }
    if let Some(evidence) = acts::told(reading) {
        return if substance.full && in_turn(title) {
            Weighed::Open(Question::MeetingOrTalk, evidence)
        } else {
            Weighed::Yes(evidence)
        };
    }
    business(reading, substance)
}

fn held(line: &Line<'_>, concept: Concept) -> Option<Evidence> {
    line.all(concept)
        .find(|at| is_held(line, *at))
        .map(|at| line.evidence(at))
}

fn is_held(line: &Line<'_>, at: usize) -> bool {
    !line.only_mentioned(at) && !is_about(line, at)
}

/// "Kosedag for studielederne våre" by a county chapter.
fn is_called_by_county(reading: &Reading<'_>) -> bool {
    let mut organisers = reading.organiser.tokens.iter();
    reading.home.is_county || organisers.any(|token| token.folded.starts_with("fylkes"))
}

/// Officers called together, whatever the gathering is called. A course for them is
/// no meeting.
fn officers(reading: &Reading<'_>) -> Option<Evidence> {
    let title = &reading.title;
    let called = |at: &usize| {
        title.led_by(*at, 5, Concept::Gathering)
            && title.tokens.iter().take(*at).rev().take(4).any(is_for)
    };
    let came_together = |at: &usize| {
        let clause = title.tokens.get(*at).map(|token| token.clause);
        let mut following = title.tokens.iter().skip(*at + 1).take(5);
        *at < 2 && following.any(|token| Some(token.clause) == clause && is_gathered(token))
    };
    let at = title
        .all(Concept::Officer)
        .filter(|at| !title.led_by(*at, 12, Concept::About))
        .find(|at| called(at) || came_together(at))?;
    // "Kurs/samling" as the type leaves open which it was.
    let course = title.has(Concept::Course)
        || reading.kind.has(Concept::Course) && !reading.kind.has(Concept::Gathering);
    let taught = course || title.has(Concept::Peer);
    (!taught).then(|| title.evidence(at))
}

/// "Møte for styret", whoever else was there. A course for them is no meeting.
fn for_the_board(reading: &Reading<'_>) -> Option<Evidence> {
    let title = &reading.title;
    let at = title.all(Concept::Board).find(|at| {
        title.led_by(*at, 5, Concept::Gathering)
            && !title.led_by(*at, 12, Concept::About)
            && title
                .previous(*at)
                .is_some_and(|token| matches!(token.folded.as_str(), "for" | "av" | "mellom"))
    })?;
    (!reading.says(Concept::Course)).then(|| title.evidence(at))
}

/// "Lederne møttes".
fn is_gathered(token: &Token<'_>) -> bool {
    matches!(
        token.folded.as_str(),
        "møttes" | "møttest" | "møtest" | "møtes" | "samlet" | "samla" | "samles" | "samlast"
    )
}

fn is_for(token: &Token<'_>) -> bool {
    matches!(
        token.folded.as_str(),
        "for" | "av" | "med" | "til" | "mellom"
    )
}

/// "Kurs i styrearbeid": what follows the course is its subject.
fn is_about(line: &Line<'_>, at: usize) -> bool {
    line.previous(at)
        .is_some_and(|token| matches!(token.folded.as_str(), "i"))
        && line.led_by(at, 3, Concept::Course)
}

/// Business and a talk under one set of hours.
fn mixed(reading: &Reading<'_>, substance: Substance) -> bool {
    if !substance.is_talk() || substance.theme != Theme::Field || in_the_break(reading) {
        return false;
    }
    let second_part = reading.title.has(Concept::Then) && reading.title.has(Concept::Talk);
    second_part || substance.full
}

/// A talk in the break is no second part.
fn in_the_break(reading: &Reading<'_>) -> bool {
    let mut tokens = reading.title.tokens.iter().chain(reading.sharing.tokens);
    reading.kind.has(Concept::Meeting)
        && tokens.any(|token| {
            ["pausen", "pausa", "pausene", "pausane"]
                .iter()
                .any(|part| token.folded.ends_with(part))
        })
}

/// Type, theme or organiser calls it a meeting, and nothing else speaks against it.
fn typed_as_one(reading: &Reading<'_>, substance: Substance) -> Option<Evidence> {
    if substance.full {
        return None;
    }
    let mentioned = [Concept::Meeting, Concept::Body]
        .into_iter()
        .any(|concept| reading.title.has(concept));
    let by_kind = |concept| held(&reading.kind, concept);
    let kind = by_kind(Concept::Meeting).or_else(|| by_kind(Concept::Body));
    let council = || {
        let at = reading
            .kind
            .tokens
            .iter()
            .position(|token| matches!(token.folded.as_str(), "råd" | "rådet" | "utvalg"))?;
        Some(reading.kind.evidence(at))
    };
    if let Some(evidence) = kind.or_else(council).filter(|_| !mentioned) {
        return Some(evidence);
    }
    if substance.is_talk() {
        return None;
    }
    if let Some(evidence) = plain_meeting(reading, substance) {
        return Some(evidence);
    }
    let theme = held(&reading.theme, Concept::Meeting);
    if theme.is_some() && !mentioned {
        return theme;
    }
    held(&reading.organiser, Concept::Body)
        .filter(|_| reading.title.has(Concept::Work) || reading.kind.has(Concept::Members))
        .filter(|_| !reading.organiser.has(Concept::BodyHead))
}

/// Typed as a meeting and nothing more: no leader, theme or sharing.
fn plain_meeting(reading: &Reading<'_>, substance: Substance) -> Option<Evidence> {
    let at = reading
        .kind
        .tokens
        .iter()
        .position(|token| matches!(token.folded.as_str(), "møte" | "møde" | "møtte"))?;
    let bare = !reading.is_led()
        && substance.theme != Theme::Field
        && substance.sharing == Sharing::No
        && !reading.title.has(Concept::Group);
    bare.then(|| reading.kind.evidence(at))
}

fn business(reading: &Reading<'_>, substance: Substance) -> Weighed {
    let title = &reading.title;
    let items: Vec<usize> = title
        .all(Concept::Agenda)
        .filter(|at| !title.led_by(*at, 3, Concept::Not))
        .collect();
    let on_theme = if reading.words.form == RowForm::Activity {
        reading.theme.count(Concept::Agenda)
    } else {
        0
    };
    let members = reading.says(Concept::Members);
    let board = title
        .all(Concept::Board)
        .find(|at| !title.led_by(*at, 12, Concept::About) && !is_about(title, *at));
    let work = title.find(Concept::Work);
    let count = items.len() + on_theme;
    let first = items
        .first()
        .map(|at| title.evidence(*at))
        .or_else(|| Some(reading.theme.evidence(reading.theme.find(Concept::Agenda)?)));
    let evidence = match (first, board, work) {
        (Some(evidence), _, _) if count >= 2 || members || board.is_some() => evidence,
        (Some(evidence), _, _) if !substance.is_talk() && !taught(reading) => evidence,
        (_, _, Some(work))
            if members && is_matter(title, work) && !title.led_by(work, 2, Concept::Not) =>
        {
            title.evidence(work)
        }
        (_, Some(board), Some(_)) => title.evidence(board),
        (_, Some(board), _) if gathered(reading, substance) => title.evidence(board),
        (_, _, Some(work)) if !substance.is_talk() && by_committee(reading) => title.evidence(work),
        _ => return Weighed::No,
    };
    let told = substance.theme == Theme::Field || reading.is_led();
    if !substance.is_talk() || !told {
        return Weighed::Yes(evidence);
    }
    // The board came together, and nothing was named that they came to talk of.
    if board.is_some() && substance.theme != Theme::Field {
        return Weighed::Yes(evidence);
    }
    // One item and a theme of its own: a household budget, not the chapter's.
    if !in_turn(title)
        && !members
        && board.is_none()
        && substance.full
        && count < 3
        && !title.has(Concept::Members)
    {
        return Weighed::No;
    }
    Weighed::Open(Question::MeetingOrTalk, evidence)
}

/// First the one, then the other: the items and the talk had a part each.
fn in_turn(title: &Line<'_>) -> bool {
    title.has(Concept::Talk)
        && title.tokens.iter().any(|token| {
            matches!(
                token.folded.as_str(),
                "først" | "fyrst" | "deretter" | "etterpå" | "siden" | "sidan" | "derpå"
            )
        })
}

/// "Saker": the matters of a members' meeting.
fn is_matter(title: &Line<'_>, at: usize) -> bool {
    title.tokens.get(at).is_some_and(|token| {
        matches!(
            token.folded.as_str(),
            "saker" | "sakene" | "sakane" | "sakan" | "saka"
        )
    })
}

/// A course or a lecture on the subject, whatever was shared.
fn taught(reading: &Reading<'_>) -> bool {
    reading.says(Concept::Course) && reading.is_led()
}

/// The board by itself, with nothing that the members came for.
fn gathered(reading: &Reading<'_>, substance: Substance) -> bool {
    substance.theme == Theme::Missing && !substance.is_talk() && !reading.is_led()
}

fn by_committee(reading: &Reading<'_>) -> bool {
    !reading.is_led()
        && (reading.organiser.has(Concept::Body)
            || reading.organiser.has(Concept::Board)
            || reading.kind.has(Concept::Members))
}
