//! Misspelt words: one slip away from a listed one.

use super::concept::{Concept, Concepts};
use super::hash::{WordMap, hash_without};
use super::lexicon::Known;

/// Listed stems, by themselves and by each letter that may be left out.
#[derive(Debug, Default)]
pub(super) struct Slips {
    near: WordMap<u64, Vec<(String, Known)>>,
}

/// Concepts whose words are looked for when misspelt.
const SOUGHT: Concepts = Concepts::of(&[
    Concept::Meeting,
    Concept::Body,
    Concept::Agenda,
    Concept::Handout,
    Concept::Channel,
    Concept::OneToOne,
    Concept::Peer,
    Concept::CourseOfPeers,
    Concept::Sharing,
    Concept::Topic,
]);

/// A shorter stem has too many neighbours that mean something else.
const FLOOR: usize = 8;
/// Letters that are taken for one another.
const ALIKE: [&str; 6] = ["aeiouyæøå", "dt", "gkc", "pb", "vw", "sz"];

impl Slips {
    /// Lets a listed stem be found when misspelt.
    pub(super) fn add(&mut self, stem: &str, known: Known) {
        let letters: Vec<char> = stem.chars().collect();
        if !known.concepts.meets(SOUGHT) || letters.len() < FLOOR {
            return;
        }
        for left_out in (0..letters.len()).map(Some).chain([None]) {
            let hash = hash_without(&letters, left_out);
            let bucket = self.near.entry(hash).or_default();
            if bucket.iter().all(|(listed, _)| *listed != stem) {
                bucket.push((stem.to_owned(), known));
            }
        }
    }

    /// The listed word that a stem is one slip away from.
    pub(super) fn find(&self, stem: &str) -> Option<Known> {
        if stem.len() < FLOOR - 1 {
            return None;
        }
        let letters: Vec<char> = stem.chars().collect();
        (0..letters.len())
            .map(Some)
            .chain([None])
            .filter_map(|left_out| self.near.get(&hash_without(&letters, left_out)))
            .flatten()
            .find(|(listed, _)| is_slip(listed, stem))
            .map(|(_, known)| *known)
    }
}

/// A letter too many, too few, or in its neighbour's place; another letter only if the
/// two sound alike.
fn is_slip(listed: &str, stem: &str) -> bool {
    if listed.chars().next() != stem.chars().next()
        || strsim::damerau_levenshtein(listed, stem) != 1
    {
        return false;
    }
    let differing: Vec<(char, char)> = listed
        .chars()
        .zip(stem.chars())
        .filter(|(one, other)| one != other)
        .collect();
    match differing.as_slice() {
        [(one, other)] if listed.chars().count() == stem.chars().count() => ALIKE
            .iter()
            .any(|letters| letters.contains(*one) && letters.contains(*other)),
        _ => true,
    }
}
