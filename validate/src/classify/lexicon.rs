//! The closed lists as tables: from a word to what it may be a sign of.

use std::sync::LazyLock;

use super::concept::{Concept, Concepts, LISTS};
use super::fold::{fold, key, squeeze};
use super::hash::WordMap;
use super::slip::Slips;
use super::word::{Word, bit_of, opening};

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// What it may be a sign of.
    pub(super) concepts: Concepts,
    /// The entry that it was recognised by.
    pub(super) listed: Option<&'static str>,
}

/// A word as it is looked up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelling<'t> {
    /// Folded.
    pub(super) folded: &'t str,
    /// Without doubled letters.
    pub(super) squeezed: &'t str,
    /// Its stem.
    pub(super) key: &'t str,
}

/// A word of a listed phrase.
#[derive(Debug)]
pub(super) struct Part {
    opening: u16,
    squeezed: String,
    key: String,
}

/// A listed phrase.
#[derive(Debug)]
pub(super) struct Phrase {
    /// Its first word.
    pub(super) first: Part,
    /// The words after it.
    pub(super) rest: Vec<Part>,
    /// What it may be a sign of.
    pub(super) known: Known,
}

/// The listed phrases with one first word, sorted by how their second words begin: "på" opens
/// so many that most should not even be looked at.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    seconds: Vec<u16>,
    phrases: Vec<Phrase>,
}

/// All lists together.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    exact: WordMap<String, Known>,
    forms: WordMap<String, Known>,
    stems: WordMap<String, Known>,
    heads: WordMap<String, Known>,
    fronts: WordMap<String, Known>,
    phrases: WordMap<String, Phrases>,
    slips: Slips,
}

/// The tables, built once.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::build);

/// What a word is by its last part, whatever else it is.
const GATHERS: Concepts = Concepts::of(&[Concept::Group, Concept::Course, Concept::Body]);

/// What a word tells by its first part, whatever else it is.
const THEMES: Concepts = Concepts::of(&[Concept::Topic]);

/// A shorter stem is too many words' stem.
const LEAST_STEM: usize = 5;
/// A shorter last part is the end of too many words.
const LEAST_HEAD: usize = 4;
const INFLECTIONS: [&str; 12] = [
    "", "e", "en", "et", "er", "ene", "a", "ar", "ane", "s", "ens", "ets",
];

impl Part {
    fn of(folded: &str) -> Self {
        let squeezed = squeeze(folded);
        Self {
            opening: opening(&squeezed),
            squeezed,
            key: key(folded),
        }
    }

    /// Whether a word is this one, as it stands or by a stem of some length. Most words
    /// begin otherwise already.
    pub(super) fn is(&self, word: &Word) -> bool {
        self.opening == word.opening
            && (self.squeezed == word.squeezed
                || self.key.len() >= LEAST_STEM && self.key == word.key)
    }
}

impl Lexicon {
    fn build() -> Self {
        let mut lexicon = Self::default();
        for (concept, text) in LISTS {
            let entries = text
                .lines()
                .filter(|line| !line.starts_with('#'))
                .flat_map(|line| line.split(','))
                .map(str::trim)
                .filter(|entry| !entry.is_empty());
            for entry in entries {
                lexicon.add(*concept, entry);
            }
        }
        lexicon
    }

    fn add(&mut self, concept: Concept, entry: &'static str) {
        let word = entry.trim_start_matches(['=', '~']).trim_end_matches('~');
        let folded = fold(word);
        let known = Known {
            concepts: Concepts::of(&[concept]),
            listed: Some(word),
        };
        let mut parts = folded.split(' ');
        let Some(first) = parts.next() else { return };
        let rest: Vec<Part> = parts.map(Part::of).collect();
        if !rest.is_empty() {
            let first = Part::of(first);
            let phrases = self.phrases.entry(first.key.clone()).or_default();
            phrases.add(Phrase { first, rest, known });
            return;
        }
        if entry.ends_with('~') {
            merge(&mut self.fronts, squeeze(&folded), known);
            return;
        }
        merge(&mut self.exact, folded.clone(), known);
        if entry.starts_with('=') {
            return;
        }
        for form in inflected(&folded) {
            if entry.starts_with('~') && is_head(&form) {
                merge(&mut self.heads, form.clone(), known);
            }
            merge(&mut self.forms, form, known);
        }
        let stem = key(&folded);
        if stem.chars().count() >= LEAST_STEM {
            merge(&mut self.stems, stem.clone(), known);
        }
        self.slips.add(&stem, known);
    }

    /// What is known of a word: as it stands, by its stem, by its last part or its first.
    pub(super) fn word(&self, word: Spelling<'_>) -> Known {
        let head = word
            .squeezed
            .char_indices()
            .skip(2)
            .find_map(|(at, _)| self.heads.get(word.squeezed.get(at..)?));
        let whole = join(self.exact.get(word.folded), self.forms.get(word.squeezed));
        let known = if whole.concepts.is_empty() {
            self.stems.get(word.key).copied().unwrap_or_default()
        } else {
            whole
        };
        let known = match head {
            Some(head) if known.concepts.is_empty() => *head,
            // A listed word is still a group or a course by its last part.
            Some(head) => Known {
                concepts: known.concepts.and(head.concepts.only(GATHERS)),
                ..known
            },
            None => known,
        };
        let front = self.front(word.squeezed);
        if known.concepts.is_empty() {
            return front.unwrap_or_default();
        }
        // "Sorggruppe" is a group, and tells its theme by its first part.
        let theme = front.unwrap_or_default().concepts.only(THEMES);
        Known {
            concepts: known.concepts.and(theme),
            ..known
        }
    }

    /// What is known of the listed word that a long stem is one slip away from.
    pub(super) fn slip(&self, key: &str) -> Option<Known> {
        self.slips.find(key)
    }

    /// What the longest listed first part of a word is a sign of.
    fn front(&self, squeezed: &str) -> Option<Known> {
        let ends = squeezed.char_indices().rev().map(|(at, _)| at);
        ends.filter_map(|at| self.fronts.get(squeezed.get(..at)?))
            .copied()
            .next()
    }

    /// The phrases whose first word has this stem.
    pub(super) fn phrases(&self, key: &str) -> Option<&Phrases> {
        self.phrases.get(key)
    }
}

impl Phrases {
    fn add(&mut self, phrase: Phrase) {
        let second = phrase.rest.first().map_or(0, |part| part.opening);
        let at = self.seconds.partition_point(|known| *known <= second);
        self.seconds.insert(at, second);
        self.phrases.insert(at, phrase);
    }

    /// How their second words open, one bit for some of the ways.
    pub(super) fn second_bits(&self) -> u64 {
        let bits = self.seconds.iter().copied().map(bit_of);
        bits.fold(0, |bits, bit| bits | bit)
    }

    /// Those whose second word opens as this one, in the order of the lists.
    pub(super) fn going_on_with(&self, second: &Word) -> &[Phrase] {
        let from = self
            .seconds
            .partition_point(|known| *known < second.opening);
        let to = self
            .seconds
            .partition_point(|known| *known <= second.opening);
        self.phrases.get(from..to).unwrap_or_default()
    }
}

/// A word with its endings, squeezed; what it lacks costs nothing.
fn inflected(folded: &str) -> impl Iterator<Item = String> + '_ {
    let long = folded.chars().count() > 2;
    let bare = folded.strip_suffix('e').unwrap_or(folded);
    let with_e = [format!("{bare}e")];
    INFLECTIONS
        .iter()
        .filter(move |_| long)
        .map(move |ending| squeeze(&format!("{bare}{ending}")))
        .filter(move |form| bare == folded || *form != squeeze(bare))
        .chain(with_e.into_iter().filter(move |_| bare != folded))
        .chain([squeeze(folded)])
}

fn is_head(form: &str) -> bool {
    form.chars().count() >= LEAST_HEAD || form == "tur"
}

fn merge(table: &mut WordMap<String, Known>, word: String, known: Known) {
    let slot = table.entry(word).or_default();
    slot.concepts = slot.concepts.and(known.concepts);
    slot.listed = slot.listed.or(known.listed);
}

fn join(one: Option<&Known>, other: Option<&Known>) -> Known {
    match (one, other) {
        (Some(one), Some(other)) => Known {
            concepts: one.concepts.and(other.concepts),
            listed: one.listed.or(other.listed),
        },
        (Some(known), None) | (None, Some(known)) => *known,
        (None, None) => Known::default(),
    }
}
