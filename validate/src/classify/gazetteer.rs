//! Where a place name lies. A Norwegian place wins where both exist.

use std::sync::LazyLock;

use super::hash::{WordMap, WordSet};
use super::line::Line;

/// Where a name lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Country {
    /// In Norway.
    Norway,
    /// Abroad, and the name means nothing else.
    Abroad,
    /// Abroad, but also a Norwegian word, or so small that it may have a namesake.
    PerhapsAbroad,
}

/// A place name in a field: its first word, the number of words, and where it lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) at: usize,
    pub(super) words: usize,
    pub(super) country: Country,
}

/// Every place, a line each.
pub(super) static LISTED: &str = include_str!("../../data/places.tsv");

static PLACES: LazyLock<WordMap<&'static str, Country>> = LazyLock::new(|| {
    LISTED
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(name, code)| {
            let country = if code == "NO" {
                Country::Norway
            } else if code.starts_with(|letter: char| letter.is_lowercase()) {
                Country::PerhapsAbroad
            } else {
                Country::Abroad
            };
            (name, country)
        })
        .collect()
});

/// The first words of names that have several.
static BEGINNINGS: LazyLock<WordSet> = LazyLock::new(|| {
    let mut beginnings = WordSet::default();
    for line in LISTED.lines() {
        if let Some((first, _)) = line.split_once(' ') {
            beginnings.insert(first);
        }
    }
    beginnings
});

/// The longest place name has this many words.
const LONGEST: usize = 4;

/// Where a name of one word lies.
pub(super) fn country_of(folded: &str) -> Option<Country> {
    PLACES.get(folded).copied()
}

/// Whether a word, folded as names are, is the name of a Norwegian place.
pub(crate) fn is_norwegian_place(word: &str) -> bool {
    let known = |name: &str| country_of(name) == Some(Country::Norway);
    known(word) || word.contains("aa") && known(&word.replace("aa", "å"))
}

/// Whether a name of several words begins with this one.
pub(super) fn begins_a_name(folded: &str) -> bool {
    BEGINNINGS.contains(folded)
}

/// The place name that begins at a word, the longest that fits.
pub(super) fn place_at(line: &Line<'_>, at: usize) -> Option<Place> {
    let first = line.tokens.get(at)?;
    let mut found = first.country.map(|country| Place {
        at,
        words: 1,
        country,
    });
    if !first.begins_a_name {
        return found;
    }
    let mut name = String::from(first.folded.as_str());
    for (token, words) in line.tokens.iter().skip(at + 1).zip(2..=LONGEST) {
        name.push(' ');
        name.push_str(&token.folded);
        if let Some(country) = country_of(&name) {
            found = Some(Place { at, words, country });
        }
    }
    found
}

/// Every place name of a field, from left to right, none inside another.
pub(super) fn places<'l>(line: &'l Line<'_>) -> impl Iterator<Item = Place> + 'l {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < line.tokens.len() {
            let place = place_at(line, at);
            at += place.map_or(1, |place| place.words);
            if place.is_some() {
                return place;
            }
        }
        None
    })
}

/// "Strømstadtur", "Københavnhelg": a journey named after a place abroad.
pub(super) fn is_trip_abroad(word: &str) -> bool {
    [
        "tur", "turen", "turer", "helg", "helga", "helgen", "reise", "reisen", "reisa", "cruise",
        "ferie", "besøk",
    ]
    .iter()
    .filter_map(|last_part| word.strip_suffix(last_part))
    .filter_map(|front| country_of(front.trim_end_matches('s')).or_else(|| country_of(front)))
    .any(|country| country == Country::Abroad)
}
