//! By telephone, chat or video: as the channel, not as the theme.

use super::concept::Concept;
use super::evidence::{Evidence, Question};
use super::gazetteer::places;
use super::line::{Line, Token};
use super::reading::Reading;
use super::row::RowForm;
use super::spoken_of;
use super::substance::Substance;
use super::weighed::Weighed;

/// Weighs whether people met otherwise than in person.
pub(super) fn weigh(reading: &Reading<'_>, substance: Substance) -> Weighed {
    let (title, venue) = (&reading.title, &reading.venue);
    let on_screen = venue
        .find(Concept::ScreenVenue)
        .or_else(|| venue.find(Concept::Channel));
    if let Some(at) = on_screen {
        let evidence = venue.evidence(at);
        return if is_place(reading) {
            Weighed::Open(Question::InPersonOrScreen, evidence)
        } else {
            Weighed::Yes(evidence)
        };
    }
    if let Some(evidence) = apart(title).or_else(|| apart(venue)) {
        return Weighed::Yes(evidence);
    }
    if title.has(Concept::ScreensAsTopic)
        || reading.theme.has(Concept::ScreensAsTopic) && !title.has(Concept::Channel)
    {
        return Weighed::No;
    }
    let mut hybrid = title.all(Concept::Hybrid);
    if let Some(at) = hybrid.find(|at| !is_lecturer(title, *at)) {
        return Weighed::Open(Question::InPersonOrScreen, title.evidence(at));
    }
    let spoken_of = |at| spoken_of::in_title(reading, substance, at) && is_place(reading);
    if let Some(at) = channels(title).find(|at| !spoken_of(*at)) {
        return by_title(reading, at, is_place(reading));
    }
    if let Some(at) = reading.kind.find(Concept::Hybrid) {
        return Weighed::Open(Question::InPersonOrScreen, reading.kind.evidence(at));
    }
    by_kind(reading).map_or(Weighed::No, Weighed::Yes)
}

const ME: [&str; 7] = ["jeg", "eg", "æ", "æg", "je", "jæ", "likepersonen"];

/// "Han i Bergen, jeg i Sandnes": two who were at a place each.
fn apart(line: &Line<'_>) -> Option<Evidence> {
    let is_at = |token: &Token<'_>| matches!(token.folded.as_str(), "i" | "på" | "ved" | "fra");
    let at_place = |who: &[&str]| {
        let mut named = places(line);
        named.find(|place| {
            let Some(here) = line.tokens.get(place.at) else {
                return false;
            };
            let mut clause = line
                .tokens
                .iter()
                .filter(|token| token.clause == here.clause);
            let one = clause
                .next()
                .is_some_and(|token| who.contains(&token.folded.as_str()));
            one && here.capital && clause.next().is_some_and(is_at)
        })
    };
    // Few rows tell of one's own place, and places cost more to find than words.
    let me = |token: &Token<'_>| ME.contains(&token.folded.as_str());
    line.tokens.iter().any(me).then_some(())?;
    at_place(&ME)?;
    let other = at_place(&["han", "hun", "ho", "hu", "medlemmet", "medlemen"])?;
    Some(line.evidence(other.at))
}

fn by_title(reading: &Reading<'_>, at: usize, in_place: bool) -> Weighed {
    let title = &reading.title;
    let evidence = title.evidence(at);
    if title.led_by(at, 8, Concept::GuestSpeaker) && in_place {
        // The lecturer was on the screen, and the group before it.
        return if title.has(Concept::InRoom) {
            Weighed::No
        } else {
            Weighed::Open(Question::InPersonOrScreen, evidence)
        };
    }
    // "Fotogruppa: zoom på dei små tinga".
    if in_place && is_camera(title, at) {
        return Weighed::Open(Question::InPersonOrScreen, evidence);
    }
    // "Den vanskelige telefonsamtalen, øvd ansikt til ansikt".
    if in_place && title.has(Concept::InRoom) {
        return Weighed::Open(Question::InPersonOrScreen, evidence);
    }
    let partly = title.all(Concept::Partly).any(|some| {
        some <= at
            && title.tokens.get(some).map(|token| token.clause)
                == title.tokens.get(at).map(|token| token.clause)
    });
    let dialled_in = title.next(at).is_some_and(|token| token.folded == "inn");
    if partly && (dialled_in || !is_call(reading, at)) {
        return Weighed::Open(Question::InPersonOrScreen, evidence);
    }
    Weighed::Yes(evidence)
}

/// "Psykologen var med på storskjerm": the lecturer was on the screen, not the group.
fn is_lecturer(title: &Line<'_>, at: usize) -> bool {
    let opens = title.tokens.get(at).map(|token| token.folded.as_str());
    matches!(opens, Some("med" | "var")) && title.led_by(at, 3, Concept::GuestSpeaker)
}

/// The words for channels that were used, not spoken of.
fn channels<'l>(line: &'l Line<'_>) -> impl Iterator<Item = usize> + 'l {
    line.all(Concept::Channel).filter(|at| {
        // "Chatten som aldri tar slutt" is what was talked of, and "da Teams-timen hans ble
        // avlyst" tells of one that was not held.
        let spoken_of =
            line.next(*at).is_some_and(|token| token.folded == "som") || was_called_off(line, *at);
        !line.only_mentioned(*at) && !spoken_of && !led_to_visit(line, *at)
    })
}

/// "Teams-timen hans ble avlyst"; "på Teams fordi ferja var innstilt" was held.
fn was_called_off(line: &Line<'_>, at: usize) -> bool {
    let because = |token: &&Token<'_>| {
        matches!(
            token.folded.as_str(),
            "fordi" | "da" | "då" | "siden" | "sidan" | "når" | "for" | "etter"
        )
    };
    let following = line
        .tokens
        .iter()
        .skip(at + 1)
        .take_while(|token| !because(token));
    line.followed_by(at, following.take(6).count(), Concept::Cancelled)
}

/// "Han ringte, så æ dro hjem tel han": the call only told where to go.
fn led_to_visit(line: &Line<'_>, at: usize) -> bool {
    let word = |at: usize| line.tokens.get(at).map(|token| token.folded.as_str());
    let called = matches!(
        word(at),
        Some("ringte" | "ringde" | "ringt" | "ringet" | "rengt")
    );
    let went = |go: usize| {
        let gone = matches!(
            word(go),
            Some("dro" | "drog" | "for" | "fór" | "reiste" | "gikk" | "gjekk" | "kjørte")
        ) || matches!(
            word(go),
            Some("køyrde" | "kom" | "sprang" | "stakk" | "satte")
        );
        let there = [go + 1, go + 2].into_iter().any(|to| {
            matches!(
                word(to),
                Some("hjem" | "heim" | "bort" | "innom" | "over" | "opp" | "ned" | "rett")
            )
        });
        gone && there
    };
    called && (at + 1..line.tokens.len()).any(went)
}

/// A camera zooms in on something; people meet on a day.
fn is_camera(title: &Line<'_>, at: usize) -> bool {
    let word = |steps: usize| {
        title
            .tokens
            .get(at + steps)
            .map(|token| token.folded.as_str())
    };
    let day = |word: &str| word.ends_with("dag") || word.starts_with("kveld") || word == "nett";
    word(0) == Some("zoom") && word(1) == Some("på") && word(2).is_some_and(|word| !day(word))
}

/// A call to one is never partly in a room.
fn is_call(reading: &Reading<'_>, at: usize) -> bool {
    reading.title.tokens.get(at).is_some_and(|token| {
        ["ring", "tlf", "telefon", "sms"]
            .iter()
            .any(|word| token.folded.contains(word))
    })
}

fn by_kind(reading: &Reading<'_>) -> Option<Evidence> {
    let kind = &reading.kind;
    let at = kind.find(Concept::Channel).or_else(|| {
        let screen = kind.find(Concept::ScreenVenue)?;
        (reading.words.form == RowForm::Visit || kind.tokens.len() <= 2).then_some(screen)
    })?;
    Some(kind.evidence(at))
}

fn is_place(reading: &Reading<'_>) -> bool {
    let room = reading.venue.tokens.iter().any(|token| {
        [
            "lokale",
            "huset",
            "rommet",
            "salen",
            "kafe",
            "bibliotek",
            "sentral",
            "senter",
        ]
        .iter()
        .any(|word| token.folded.contains(word))
    });
    reading.is_at_home() || room
}
