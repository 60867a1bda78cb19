//! A chapter's name as others write it, and chapters elsewhere that share half of it.

use super::concept::Concept;
use super::fold::{fold, key};
use super::line::Token;
use super::reading::Reading;
use super::word::Word;

/// How the word for a chapter ends, by what it says it is.
const TAILS: [&[&str]; 2] = [
    &["laget", "lage", "lag"],
    &[
        "foreningen",
        "foreninga",
        "forening",
        "foreininga",
        "foreining",
    ],
];
/// What chapters are, whatever they are called.
const GENERAL_NAMES: [&str; 6] = [
    "forening",
    "foreining",
    "klubb",
    "avdeling",
    "losje",
    "seksjon",
];
/// A shorter beginning is the beginning of too many names.
const LEAST_FRONT: usize = 3;

/// "Fibrolaget" for "Fibromyalgilaget".
pub(super) fn is_short_for(name: &str, word: &str) -> bool {
    TAILS.iter().any(|tails| {
        without_tail(name, tails)
            .zip(without_tail(word, tails))
            .is_some_and(|(whole, short)| {
                short.chars().count() >= LEAST_FRONT && whole.starts_with(short)
            })
    })
}

/// "MH Kv.", "Kvits." and "MHK" for Mental Helse Kvitsund, "LL" for the chapter; the whole
/// name of another place is none cut short.
pub(super) fn is_cut_short(reading: &Reading<'_>, part: &[Token<'_>]) -> bool {
    let is_brand = |token: &Token<'_>| matches!(token.folded.as_str(), "mh" | "mental" | "helse");
    let branded = part.iter().any(is_brand);
    let mut others = part.iter().filter(|token| !is_brand(token));
    let (Some(token), None) = (others.next(), others.next()) else {
        return false;
    };
    let typed = token.folded.as_str();
    let short = typed
        .strip_prefix("mh")
        .filter(|rest| (1..=2).contains(&rest.chars().count()));
    let least = if branded || short.is_some() { 1 } else { 3 };
    let begun = short.unwrap_or(typed);
    let begins = |name: &Word| name.folded.len() > begun.len() && name.folded.starts_with(begun);
    let chapter = matches!(typed, "ll" | "lp") || typed == "fl" && reading.home.is_county;
    chapter
        || token.capital
            && token.country.is_none()
            && begun.chars().count() >= least
            && reading.home.own_names.iter().any(begins)
}

/// "Epilepsi foreningen" for "Epilepsiforeningen": the two words.
pub(super) fn parted_name<'t>(own_names: &[Word], part: &'t [Token<'_>]) -> Vec<&'t str> {
    let mut found = Vec::new();
    for (front, tail) in part.iter().zip(part.iter().skip(1)) {
        let tail = tail.folded.as_str();
        if !TAILS.iter().any(|tails| tails.contains(&tail)) {
            continue;
        }
        let joined = key(&format!("{}{tail}", front.folded));
        if own_names.iter().any(|name| name.key == joined) {
            found.extend([front.folded.as_str(), tail]);
        }
    }
    found
}

/// A chapter of the same kind, at another place: all of our name but the place stands
/// there, and another name in its stead.
pub(super) fn is_namesake(reading: &Reading<'_>, part: &[Token<'_>]) -> bool {
    let is_kind = |folded: &str| {
        TAILS
            .iter()
            .any(|tails| without_tail(folded, tails).is_some())
    };
    let kinds = || part.iter().filter(|token| token.own);
    let mut rest = part.iter().filter(|token| !token.own);
    if kinds().next().is_none() {
        return false;
    }
    let own_names = &reading.home.own_names;
    let has_place = own_names.iter().any(|name| !is_kind(&name.folded));
    let leader = fold(reading.words.leader);
    let elsewhere = |token: &Token<'_>| {
        token.capital
            && !token.concepts.has(Concept::Own)
            && token.folded.chars().count() > 2
            && !leader.split(' ').any(|name| name == token.folded)
    };
    let ours = |token: &Token<'_>| is_kind(&token.folded);
    has_place && kinds().all(ours) && rest.any(elsewhere)
}

/// What a chapter calls itself in general words: "foreningen", "lokalforeninga", "losjens";
/// without the ending only where it is possessed, "vår klubb". "Fylkesforeningen" is another
/// body, and "forbundet" the whole of them.
pub(super) fn is_general_name(folded: &str, possessed: bool) -> bool {
    let noun = folded.strip_prefix("lokal");
    let ending = GENERAL_NAMES
        .iter()
        .find_map(|general| noun.unwrap_or(folded).strip_prefix(general));
    match ending {
        Some("en" | "n" | "a" | "ens" | "ns" | "as") => true,
        Some("" | "s") => possessed || noun.is_some(),
        Some(_) | None => false,
    }
}

fn without_tail<'w>(word: &'w str, tails: &[&str]) -> Option<&'w str> {
    tails
        .iter()
        .find_map(|tail| word.strip_suffix(tail))
        .filter(|front| !front.is_empty())
}
