//! Whether a row tells that experience was shared.

use super::concept::Concept;
use super::line::{Line, Token};
use super::reading::Reading;
use super::row::RowForm;
use super::theme;

/// What a row tells of sharing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sharing {
    /// It was part of it.
    Yes,
    /// A little, or in words that leave it open.
    Weak,
    /// It is told both ways, or by one who does not know: only the chapter can say.
    Unsure,
    /// Nothing says so, or it says no.
    No,
}

/// Words of one who does not know.
const UNSURE: [&str; 8] = [
    "usikker", "usikkert", "usikre", "vet", "veit", "trolig", "truleg", "neppe",
];

/// What people exchange when they share.
const THOUGHTS: [&str; 17] = [
    "tank",
    "råd",
    "tips",
    "ide",
    "mening",
    "meining",
    "histori",
    "synspunkt",
    "kunnskap",
    "opplev",
    "røyns",
    "følels",
    "kjensl",
    "knep",
    "triks",
    "strategi",
    "minne",
];

/// What a row tells of sharing.
pub(super) fn of(reading: &Reading<'_>, social: bool) -> Sharing {
    let field = of_field(&reading.sharing);
    let told = in_words(&reading.title);
    let denied = reading.sharing.has(Concept::No);
    match (field, told) {
        (Some(Sharing::Unsure), _) => Sharing::Unsure,
        (Some(Sharing::Weak), _) if social => Sharing::Weak,
        (Some(Sharing::Yes | Sharing::Weak), _) | (None, Sharing::Yes) => Sharing::Yes,
        (Some(Sharing::No), Sharing::Yes) if denied && is_shared_by_all(&reading.title) => {
            Sharing::Unsure
        }
        (Some(Sharing::No), Sharing::Yes) if !denied && !social => Sharing::Yes,
        (Some(Sharing::No), Sharing::Yes | Sharing::Weak) if !denied => Sharing::Weak,
        (None | Some(Sharing::No), _) if is_told_in_theme(reading) => Sharing::Yes,
        (None, Sharing::Weak) => Sharing::Weak,
        // Form 5 has nothing else to tell it; elsewhere the chapter's own word for the
        // activity is not reliable enough.
        (None, _) if reading.words.form == RowForm::Visit && reading.kind.has(Concept::Sharing) => {
            Sharing::Yes
        }
        (Some(Sharing::No) | None, _) => Sharing::No,
    }
}

fn of_field(field: &Line<'_>) -> Option<Sharing> {
    let first = field.tokens.first()?;
    if field
        .tokens
        .iter()
        .any(|token| UNSURE.contains(&token.folded.as_str()))
    {
        return Some(Sharing::Unsure);
    }
    if first.concepts.has(Concept::Yes) {
        return Some(Sharing::Yes);
    }
    let shared = field.all(Concept::Sharing).any(|at| is_ours(field, at));
    if first.concepts.has(Concept::No) || first.concepts.has(Concept::Not) {
        // "Ikke bare kos, hver og en fortalte".
        let after = shared && is_shared_by_all(field);
        return Some(if after { Sharing::Yes } else { Sharing::No });
    }
    if first.concepts.has(Concept::Weak) {
        let told = field.tokens.iter().skip(1).any(theme::asks);
        return Some(if told { Sharing::Yes } else { Sharing::Weak });
    }
    if shared {
        return Some(Sharing::Yes);
    }
    if field.has(Concept::Weak) {
        return Some(Sharing::Weak);
    }
    Some(of_unknown(field))
}

/// Words that we do not know: something was told, whether it was sharing is open.
fn of_unknown(field: &Line<'_>) -> Sharing {
    let pleasant = |token: &Token<'_>| {
        token.concepts.has(Concept::Pleasant) && !token.concepts.has(Concept::Sharing)
    };
    let unknown = field.tokens.iter().filter(|token| {
        !pleasant(token)
            && !token.concepts.has(Concept::Filler)
            && !token.concepts.has(Concept::GuestSpeaker)
    });
    let things = field
        .tokens
        .iter()
        .enumerate()
        .any(|(at, token)| is_of_things(field, at, token));
    let denied = things
        || field.has(Concept::Not)
        || field.has(Concept::GuestSpeaker)
        || field.has(Concept::Giveout);
    if unknown.count() >= 2 && !field.tokens.iter().any(pleasant) && !denied {
        Sharing::Weak
    } else {
        Sharing::No
    }
}

/// Whether a word for sharing is of those who came: a lecturer tells without sharing,
/// and things that are handed out are not experience.
fn is_ours(line: &Line<'_>, at: usize) -> bool {
    let Some(token) = line.tokens.get(at) else {
        return false;
    };
    let given = token.concepts.has(Concept::Giveout);
    let denied = line.led_by(at, 2, Concept::Not);
    !(given || denied || is_of_things(line, at, token) || is_told_to_us(line, at, token))
}

/// "Delte på rekninga", "utveksla stiklingar": things went round, no experience.
fn is_of_things(line: &Line<'_>, at: usize, token: &Token<'_>) -> bool {
    let next = line.next(at);
    if token.folded.starts_with("utveks") {
        return next.is_some_and(|next| {
            !next.concepts.has(Concept::Sharing)
                && !next.concepts.has(Concept::Filler)
                && !THOUGHTS
                    .iter()
                    .any(|thought| next.folded.starts_with(thought))
                && next.before == ' '
        });
    }
    matches!(
        token.folded.as_str(),
        "delte" | "delt" | "deler" | "delar" | "dele" | "dela"
    ) && next.is_some_and(|next| next.folded == "på")
}

/// "Politiet fortalte": the word is what a guest did. "Innledning og samtale" is not, nor is
/// what comes after an "og".
fn is_told_to_us(line: &Line<'_>, at: usize, token: &Token<'_>) -> bool {
    let tells = matches!(
        token.folded.as_str(),
        "fortalte"
            | "fortalde"
            | "forteller"
            | "fortel"
            | "snakket"
            | "snakka"
            | "snakker"
            | "snakkar"
            | "sa"
            | "pratet"
            | "prata"
    );
    let mut before = line.tokens.iter().take(at).rev().take(3);
    let joined = before.any(|token| matches!(token.folded.as_str(), "og" | "så" | "vi" | "alle"));
    tells
        && !joined
        && (line.led_by(at, 3, Concept::GuestSpeaker) || line.led_by(at, 3, Concept::BodyHead))
}

fn in_words(title: &Line<'_>) -> Sharing {
    let mut found = Sharing::No;
    for at in title.all(Concept::Sharing).filter(|at| is_ours(title, *at)) {
        if title.led_by(at, 2, Concept::Weak) || title.next(at).is_some_and(is_weak) {
            found = Sharing::Weak;
        } else {
            return Sharing::Yes;
        }
    }
    found
}

fn is_weak(token: &Token<'_>) -> bool {
    token.concepts.has(Concept::Weak)
}

/// "Alle fortalte", "kvar og ein sa noko": done, and by those who came.
fn is_shared_by_all(line: &Line<'_>) -> bool {
    line.all(Concept::Sharing).any(|at| {
        is_ours(line, at)
            && line
                .tokens
                .iter()
                .take(at + 2)
                .skip(at.saturating_sub(5))
                .any(|token| {
                    matches!(
                        token.folded.as_str(),
                        "alle"
                            | "ælle"
                            | "hver"
                            | "kvar"
                            | "en"
                            | "ein"
                            | "vi"
                            | "me"
                            | "mi"
                            | "folk"
                            | "deltakerne"
                            | "deltakarane"
                            | "medlemmene"
                            | "medlemmane"
                            | "mødrene"
                            | "mødrane"
                            | "fedrene"
                            | "foreldrene"
                            | "foreldra"
                            | "kvinnene"
                            | "damene"
                            | "mennene"
                            | "karene"
                            | "karane"
                            | "gutta"
                            | "jentene"
                            | "ungdommene"
                            | "resten"
                            | "flere"
                            | "fleire"
                            | "mange"
                    )
                })
    })
}

/// "Kroppen etter innlegging, alle sa noko om sin eigen": shared, by the theme's own field.
fn is_told_in_theme(reading: &Reading<'_>) -> bool {
    let theme = &reading.theme;
    reading.words.form == RowForm::Activity
        && !reading.sharing.has(Concept::No)
        && theme.tokens.len() >= 6
        && is_shared_by_all(theme)
}
