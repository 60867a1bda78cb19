//! Arranged by somebody else, as told in passing: "soknepresten hadde ordna rute, vi hang oss
//! på".

use super::concept::Concept;
use super::evidence::Question;
use super::line::{Line, Token};
use super::others::is_chapter;
use super::reading::Reading;
use super::weighed::Weighed;

/// Who is no body, and no lecturer either, but arranges.
const PEOPLE: [&str; 7] = [
    "ansatte",
    "tilsette",
    "personalet",
    "fylket",
    "staten",
    "rektor",
    "ordføreren",
];
/// What somebody may see to at an evening of ours: "kommunen sto for maten", "legen holdt
/// innledning", and what is no arranging: "holdt oss på vent", "holdt åpent".
const SEEN_TO: [&str; 39] = [
    "mat",
    "kaffe",
    "kaffi",
    "kake",
    "vaf",
    "bevert",
    "server",
    "lokale",
    "lokalet",
    "rom",
    "sal",
    "plass",
    "skyss",
    "buss",
    "transport",
    "bil",
    "båt",
    "utstyr",
    "foredrag",
    "innle",
    "kåseri",
    "orienter",
    "appell",
    "tale",
    "musikk",
    "underhold",
    "sang",
    "song",
    "ord",
    "time",
    "tilbake",
    "åpent",
    "ope",
    "stengt",
    "oss",
    "meg",
    "seg",
    "fast",
    "premie",
];
const FEW: [&str; 22] = [
    "en", "ein", "to", "tre", "fire", "fem", "seks", "sju", "syv", "åtte", "ni", "ti", "elleve",
    "tolv", "noen", "nokre", "nokon", "nåen", "flere", "fleire", "par", "stk",
];

/// Weighs what is told of another's arranging, where the organiser's field tells nothing:
/// with a guest's own words it is theirs, alone it is to be asked.
pub(super) fn weigh(reading: &Reading<'_>, took_part: bool) -> Option<Weighed> {
    let title = &reading.title;
    if title.has(Concept::Joint) {
        return None;
    }
    let guests = took_part || title.has(Concept::Theirs) || are_some_of_us(title);
    let told = [title, &reading.sharing].into_iter().find_map(|line| {
        let by_body = arranger(line, is_body);
        let own_day = theirs(line).map(|at| (line, at, by_body.is_some()));
        own_day.or_else(|| Some((line, by_body?, false)))
    });
    if let Some((line, at, twice)) = told {
        let evidence = line.evidence(at);
        if guests || twice {
            return Some(Weighed::Yes(evidence));
        }
        let ours = title.has(Concept::CameToUs) || title.has(Concept::Peer);
        return (!ours).then_some(Weighed::Open(Question::WhoArranged, evidence));
    }
    // A person who sees to something at ours is a helper, if we were not the guests.
    let person = arranger(title, is_person).filter(|_| guests)?;
    Some(Weighed::Yes(title.evidence(person)))
}

/// A third party before a verb of arranging: "Legekontoret satte i gang ei gruppe".
fn arranger(line: &Line<'_>, is_one: fn(&Token<'_>) -> bool) -> Option<usize> {
    if !line.has(Concept::Arranged) {
        return None;
    }
    let parties = line.tokens.iter().enumerate();
    let mut parties = parties.filter(|(_, token)| is_one(token) && !is_chapter(token));
    parties
        .find(|(at, party)| {
            let following = line.tokens.iter().enumerate().skip(at + 1).take(4);
            let mut verbs = following
                .take_while(|(_, token)| token.clause == party.clause && !is_we(token))
                .filter(|(_, token)| token.concepts.has(Concept::Arranged));
            !line.is_topic(*at) && verbs.any(|(verb, _)| has_it_for_object(line, *at, verb))
        })
        .map(|(at, _)| at)
}

fn is_body(token: &Token<'_>) -> bool {
    token.concepts.has(Concept::BodyHead) || PEOPLE.contains(&token.folded.as_str())
}

/// "Soknepresten", "bedehusfolket".
fn is_person(token: &Token<'_>) -> bool {
    token.concepts.has(Concept::GuestSpeaker) || token.folded.ends_with("folket")
}

fn is_we(token: &Token<'_>) -> bool {
    matches!(
        token.folded.as_str(),
        "vi" | "me" | "jeg" | "eg" | "æ" | "laget" | "lokallaget" | "styret"
    )
}

/// Whether what was arranged is the gathering itself. "Holdt" and "eide" are said of much
/// else, so there the gathering must follow, or stand before a "som".
fn has_it_for_object(line: &Line<'_>, party: usize, verb: usize) -> bool {
    let Some(word) = line.tokens.get(verb) else {
        return false;
    };
    let after = || {
        let rest = line.tokens.iter().filter(|token| token.start >= word.end);
        rest.take_while(|token| token.clause == word.clause)
    };
    let seen_to = |token: &Token<'_>| SEEN_TO.iter().any(|thing| token.folded.starts_with(thing));
    let clear = !after().take(2).any(seen_to) && !after().take(1).any(is_we);
    let loose = [
        "hold", "held", "eide", "eigde", "drev", "dreiv", "driv", "orga",
    ]
    .iter()
    .any(|front| word.folded.starts_with(front));
    let which = party
        .checked_sub(1)
        .and_then(|before| line.tokens.get(before))
        .is_some_and(|token| token.folded == "som");
    let mut object = line.tokens.iter().skip(verb + 1).take(2);
    clear && (!loose || which || object.any(is_gathering))
}

fn is_gathering(token: &Token<'_>) -> bool {
    let named = [Concept::Gathering, Concept::Group, Concept::Course]
        .into_iter()
        .any(|concept| token.concepts.has(concept));
    named
        || [
            "den",
            "det",
            "denne",
            "dette",
            "turen",
            "runden",
            "opplegget",
        ]
        .contains(&token.folded.as_str())
}

/// A day of their own: "Fontenehusets egen fredagsmiddag", "kommunen … på fagdagen dems".
fn theirs(line: &Line<'_>) -> Option<usize> {
    if !line.has(Concept::BodyHead) {
        return None;
    }
    let is_kept = |token: &Token<'_>| is_gathering(token) || token.concepts.has(Concept::Social);
    let word = |at: usize| line.tokens.get(at);
    line.all(Concept::BodyHead).find(|at| {
        let own = word(*at).is_some_and(|body| body.folded.ends_with('s'))
            && word(at + 1).is_some_and(|token| {
                matches!(
                    token.folded.as_str(),
                    "egen" | "eget" | "egne" | "eigen" | "eige" | "eigne"
                )
            })
            && word(at + 2).is_some_and(is_kept);
        let rest = line.tokens.iter().skip(at + 1);
        let mut pairs = rest.clone().zip(rest.skip(1));
        own || pairs.any(|(kept, whose)| {
            let definite = ["en", "et", "a", "ne"]
                .iter()
                .any(|ending| kept.folded.ends_with(ending));
            definite
                && is_kept(kept)
                && matches!(
                    whose.folded.as_str(),
                    "sin" | "sitt" | "si" | "deres" | "dems" | "deira" | "dera" | "demmes"
                )
        })
    })
}

/// "Fem av oss kjørte bort".
fn are_some_of_us(title: &Line<'_>) -> bool {
    title.tokens.windows(3).any(|words| {
        let [few, of, us] = words else { return false };
        (few.is_number || FEW.contains(&few.folded.as_str()))
            && matches!(of.folded.as_str(), "av" | "fra" | "frå")
            && matches!(us.folded.as_str(), "oss" | "laget" | "lokallaget")
    })
}
