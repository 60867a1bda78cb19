//! Arranged by another body, and the chapter only took part.

use super::concept::Concept;
use super::evidence::{Evidence, Question};
use super::fold::{fold, key, squeeze};
use super::line::{Line, Token};
use super::namesake::{is_cut_short, is_general_name, is_namesake, is_short_for, parted_name};
use super::passing;
use super::reading::Reading;
use super::row::RowForm;
use super::weighed::Weighed;
use super::word::Word;

/// Who stands under "Arrangør".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Organiser {
    /// Nobody.
    Blank,
    /// The chapter, alone or with others.
    Own,
    /// Another body.
    Other,
    /// A name that says neither.
    Unknown,
}

/// Whether another body stands as the organiser, and not the chapter beside it.
pub(super) fn is_anothers(reading: &Reading<'_>) -> bool {
    reading.words.form == RowForm::Activity && organiser(reading) == Organiser::Other
}

/// Whether the chapter stands as the organiser, alone or with others.
pub(super) fn is_ours(reading: &Reading<'_>) -> bool {
    organiser(reading) == Organiser::Own
}

/// Weighs whether somebody else arranged it.
pub(super) fn weigh(reading: &Reading<'_>) -> Weighed {
    if reading.words.form != RowForm::Activity {
        return Weighed::No;
    }
    let organiser = organiser(reading);
    let host = host(reading).or_else(|| guests_of(reading));
    let took_part = took_part(reading);
    let joint = reading.title.has(Concept::Joint);
    let field = || reading.organiser.whole();
    if matches!(organiser, Organiser::Blank | Organiser::Unknown)
        && host.is_none()
        && let Some(weighed) = passing::weigh(reading, took_part.is_some())
    {
        return weighed;
    }
    match organiser {
        Organiser::Other if own_led(reading) => Weighed::Open(Question::WhoArranged, field()),
        Organiser::Other if joint && host.is_none() && took_part.is_none() => {
            Weighed::Open(Question::WhoArranged, field())
        }
        Organiser::Other => Weighed::Yes(field()),
        Organiser::Own | Organiser::Blank if came_to_us(reading) && host.is_none() => Weighed::No,
        Organiser::Own if joint => Weighed::No,
        Organiser::Own | Organiser::Blank => match (host, took_part) {
            (Some(evidence), _) | (None, Some((evidence, true))) => Weighed::Yes(evidence),
            (None, Some((evidence, false))) if organiser == Organiser::Blank => {
                Weighed::Open(Question::WhoArranged, evidence)
            }
            (None, Some(_) | None) => Weighed::No,
        },
        Organiser::Unknown => match (host, took_part) {
            (Some(evidence), _) | (None, Some((evidence, _))) => Weighed::Yes(evidence),
            (None, None) if is_leader(reading) => Weighed::No,
            (None, None) => Weighed::Open(Question::WhoArranged, field()),
        },
    }
}

fn organiser(reading: &Reading<'_>) -> Organiser {
    let line = &reading.organiser;
    if line.is_blank() {
        return Organiser::Blank;
    }
    let mut found = Organiser::Unknown;
    // "Menigheten, eller oss?"
    if line.asks() {
        return found;
    }
    for part in parts(line) {
        match party(reading, part) {
            Organiser::Own => return Organiser::Own,
            Organiser::Other => found = Organiser::Other,
            Organiser::Unknown | Organiser::Blank => {}
        }
    }
    found
}

/// The organisers that a field lists.
fn parts<'t>(line: &Line<'t>) -> impl Iterator<Item = &'t [Token<'t>]> {
    let parted =
        |_: &Token<'_>, next: &Token<'_>| !matches!(next.before, ',' | '/' | '+' | '&' | ';' | '(');
    line.tokens
        .split(is_between_parties)
        .flat_map(move |part| part.chunk_by(parted))
}

fn is_between_parties(token: &Token<'_>) -> bool {
    matches!(
        token.folded.as_str(),
        "og" | "med"
            | "samt"
            | "sammen"
            | "saman"
            | "samarbeid"
            | "samarb"
            | "pluss"
            | "m"
            | "v"
            | "ved"
    )
}

fn party(reading: &Reading<'_>, part: &[Token<'_>]) -> Organiser {
    let parted = parted_name(&reading.home.own_names, part);
    let own_name = |token: &Token<'_>| {
        let near = |name: &Word| !name.is_far_from(token) && is_near(&name.key, &token.key);
        token.own
            || parted.contains(&token.folded.as_str())
            || reading
                .home
                .own_names
                .iter()
                .any(|name| near(name) || is_short_for(&name.folded, &token.folded))
    };
    if is_namesake(reading, part) {
        return Organiser::Other;
    }
    let county = part.iter().any(|token| token.folded.starts_with("fylkes"));
    if county
        && reading.home.is_county
        && !part.iter().any(|token| token.folded.contains("kommune"))
    {
        return Organiser::Own;
    }
    let body = part
        .iter()
        .any(|token| token.concepts.has(Concept::BodyHead));
    let named = part.iter().any(own_name);
    // "Foreningen", "vår forening", and "forening" beside the name of "Kortvokstes forening".
    let possessed = named || part.iter().any(is_voice);
    let own_name =
        |token: &Token<'_>| named && own_name(token) || is_general_name(&token.folded, possessed);
    let ours = |token: &Token<'_>| {
        own_name(token) || token.concepts.has(Concept::Own) || is_our_group(token)
    };
    let is_ours = part.iter().all(ours);
    if body && !is_ours {
        return Organiser::Other;
    }
    let branded = part.iter().any(is_brand);
    if is_cut_short(reading, part) {
        return Organiser::Own;
    }
    if is_ours || named && branded {
        return Organiser::Own;
    }
    if named {
        // The place's name with a word that we do not know: its choir, or its chapter.
        return Organiser::Unknown;
    }
    // "Mental Helse" or "lokallaget i" with another place's name: a neighbour.
    let committee = part
        .iter()
        .any(|token| token.concepts.has(Concept::Body) || token.concepts.has(Concept::Board));
    if branded {
        Organiser::Other
    } else if committee || part.iter().any(is_voice) {
        Organiser::Own
    } else {
        Organiser::Unknown
    }
}

/// "Ungdomsgruppa": with the definite ending one's own, where nobody else is named.
fn is_our_group(token: &Token<'_>) -> bool {
    let named = [
        "gruppa",
        "gruppen",
        "klubben",
        "komiteen",
        "komitéen",
        "gjengen",
        "koret",
    ]
    .iter()
    .any(|ending| token.folded.ends_with(ending));
    // "Fotballklubben" is a body.
    named && !token.concepts.has(Concept::BodyHead)
}

/// What a chapter's name has, whichever chapter's it is.
fn is_brand(token: &Token<'_>) -> bool {
    matches!(
        token.folded.as_str(),
        "helse" | "mh" | "lokallag" | "lokallaget" | "lag"
    )
}

fn is_voice(token: &Token<'_>) -> bool {
    matches!(
        token.folded.as_str(),
        "vi" | "me"
            | "oss"
            | "laget"
            | "lokallaget"
            | "styret"
            | "vår"
            | "vårt"
            | "våre"
            | "egen"
            | "selv"
            | "sjøl"
            | "sjølv"
    )
}

/// Whether a word of the title is the chapter by any of its names.
pub(super) fn is_chapter(token: &Token<'_>) -> bool {
    token.own || is_voice(token) || is_general_name(&token.folded, false)
}

fn is_near(name: &str, word: &str) -> bool {
    // A slip changes one letter, and a letter has at most four bytes.
    name.len().abs_diff(word.len()) <= 4
        && name.chars().count() > 5
        && name.chars().count().abs_diff(word.chars().count()) <= 1
        && strsim::damerau_levenshtein(name, word) <= 1
}

/// The leader's or another person's name in the organiser's field.
fn is_leader(reading: &Reading<'_>) -> bool {
    let leader = fold(reading.words.leader);
    let words = leader.split(' ').filter(|word| !word.is_empty());
    // Stems are dear, and most names begin otherwise.
    let first = |squeezed: &str| squeezed.bytes().next();
    let names: Vec<_> = words.map(|word| (first(&squeeze(word)), word)).collect();
    let names_leader = |token: &Token<'_>| {
        let mut names = names.iter();
        names.any(|(begun, name)| *begun == first(&token.squeezed) && token.key == key(name))
    };
    reading.organiser.tokens.iter().any(names_leader)
}

/// "I regi av X", "inviterte oss", "på kommunens dag": somebody else's by the title.
fn host(reading: &Reading<'_>) -> Option<Evidence> {
    let title = &reading.title;
    let at = title.all(Concept::Guests).find(|at| {
        let spoken_of = title.led_by(*at, 6, Concept::About);
        let came =
            |token: &Token<'_>| token.concepts.has(Concept::CameToUs) && !is_at_theirs(title, *at);
        let own = title
            .tokens
            .get(*at)
            .is_some_and(|token| token.concepts.has(Concept::Joint) || came(token));
        let ours = |token: &Token<'_>| {
            token.own
                || token.concepts.has(Concept::Peer)
                || matches!(
                    token.folded.as_str(),
                    "medlem" | "medlemmer" | "medlemmar" | "styret" | "laget" | "lokallaget"
                )
        };
        let named = title.tokens.iter().skip(*at + 1).take(5).any(ours);
        // "Lokallaget inviterte til", "Foreningen inviterte til": the host is ours.
        let we = title
            .tokens
            .get(*at)
            .is_some_and(|token| token.folded == "inviterte")
            && title.previous(*at).is_some_and(is_chapter);
        !spoken_of && !own && !named && !we
    })?;
    Some(title.evidence(at))
}

/// "6 av oss, som gjester hos LHL", told in the participants' field.
fn guests_of(reading: &Reading<'_>) -> Option<Evidence> {
    let line = &reading.participants;
    let mut guests = line.all(Concept::Guests);
    let at = guests.find(|at| !is_at_ours(line, *at))?;
    Some(line.evidence(at))
}

/// "Gjester hos oss".
fn is_at_ours(line: &Line<'_>, at: usize) -> bool {
    let mut after = line.tokens.iter().skip(at).take(4);
    after.any(|token| token.own || is_voice(token))
}

/// "På besøk hos …", if not "hos oss".
fn is_at_theirs(title: &Line<'_>, at: usize) -> bool {
    let mut following = title.tokens.iter().skip(at + 1).take(3);
    following.any(|token| token.folded == "hos")
        && following
            .next()
            .is_some_and(|token| !matches!(token.folded.as_str(), "oss" | "meg" | "medlem"))
}

/// Taking part, and whether another body is named as the one that held it.
fn took_part(reading: &Reading<'_>) -> Option<(Evidence, bool)> {
    let title = &reading.title;
    let at = title
        .all(Concept::TookPart)
        .find(|at| !title.led_by(*at, 6, Concept::About) && !speaks_of_guest(title, *at))?;
    // "Hang oss på" is a guest's word, "hang oss på turen vår" is not.
    let end = title.tokens.get(at).map_or(0, |token| token.end);
    let ours = title
        .tokens
        .iter()
        .filter(|token| token.start >= end)
        .any(|token| matches!(token.folded.as_str(), "vår" | "vårt" | "våre" | "oss") || token.own);
    if ours {
        return None;
    }
    let theirs = title
        .tokens
        .iter()
        .skip(at)
        .any(|token| token.concepts.has(Concept::BodyHead));
    Some((title.evidence(at), theirs))
}

/// "Psykologen var med på …": the guest took part in ours.
fn speaks_of_guest(title: &Line<'_>, at: usize) -> bool {
    title.led_by(at, 3, Concept::GuestSpeaker)
}

fn came_to_us(reading: &Reading<'_>) -> bool {
    reading.title.has(Concept::CameToUs)
}

/// The chapter's own peer supporter held the group at another body's place.
fn own_led(reading: &Reading<'_>) -> bool {
    let title = &reading.title;
    let leader = fold(reading.words.leader);
    let first = leader.split(' ').next().filter(|name| name.len() > 2);
    let names_leader =
        first.is_some_and(|first| title.tokens.iter().any(|token| token.folded == first));
    let ours = title.all(Concept::Held).any(|at| {
        // "Likepersonen vår holdt gruppa".
        title.led_by(at, 3, Concept::Peer)
            || title.previous(at).is_some_and(|token| {
                matches!(token.folded.as_str(), "vi" | "me") || Some(token.folded.as_str()) == first
            })
    });
    names_leader || ours && reading.is_led()
}
