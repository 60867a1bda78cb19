//! Chapters' names over spelling variants: "MH Skarvøy", "Skarvøy lokallag" and
//! "mental helse skarvøy" are one chapter.

use std::collections::BTreeMap;

use super::Register;
use crate::chapter::Chapter;
use crate::fold::folded_name;

/// Words that say what kind of body it is, never which one.
const KINDS: [&str; 13] = [
    "lokallag",
    "lokallaget",
    "lokalforening",
    "lokalavdeling",
    "lag",
    "laget",
    "fylkeslag",
    "fylkeslaget",
    "avdeling",
    "avd",
    "forening",
    "i",
    "av",
];

/// Words and abbreviations that name the organisation itself.
const ORGANISATIONS: [&str; 4] = ["mental", "helse", "mh", "pef"];

/// What most of a register's names have in common.
pub(super) struct Names {
    /// Words that stand in at least half of the names: the organisation's own.
    shared: Vec<String>,
}

/// How a typed name fits a chapter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// The same, over spelling variants.
    Same,
    /// A small misspelling.
    Near,
    /// One name holds the other's words and more.
    Part,
    /// Another name.
    Other,
}

impl Names {
    /// Learns from a register what its names share.
    pub(super) fn of(register: &Register) -> Self {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for chapter in &register.chapters {
            let folded = folded_name(&chapter.name);
            let mut words: Vec<&str> = folded.split(' ').collect();
            words.sort_unstable();
            words.dedup();
            for word in words {
                *counts.entry(word.to_owned()).or_default() += 1;
            }
        }
        // In a register of a few names, a word may be shared by chance.
        let chapters = register.chapters.len().max(4);
        counts.retain(|_, count| *count * 2 >= chapters);
        Self {
            shared: counts.into_keys().collect(),
        }
    }

    /// The chapters that a typed name may mean: those of the same name, else the
    /// one that is clearly nearest.
    pub(super) fn find<'a>(&self, register: &'a Register, typed: &str) -> Vec<&'a Chapter> {
        let folded = folded_name(typed);
        let exact: Vec<&Chapter> = register
            .chapters
            .iter()
            .filter(|chapter| all_names(chapter).any(|name| folded_name(name) == folded))
            .collect();
        if !exact.is_empty() {
            return exact;
        }
        let key = self.key(&folded);
        let mut same: Vec<&Chapter> = Vec::new();
        let mut near: Vec<(usize, &Chapter)> = Vec::new();
        for chapter in &register.chapters {
            let distances = all_names(chapter).map(|name| {
                let own = self.key(&folded_name(name));
                strsim::osa_distance(&own, &key)
            });
            match distances.min() {
                Some(0) => same.push(chapter),
                Some(distance) => near.push((distance, chapter)),
                None => {}
            }
        }
        if same.len() > 1 {
            let of_county = folded.contains("fylkeslag");
            let kind: Vec<&Chapter> = same
                .iter()
                .filter(|chapter| chapter.county_chapter == of_county)
                .copied()
                .collect();
            return if kind.is_empty() { same } else { kind };
        }
        if same.is_empty() {
            clearly_nearest(near, &key)
        } else {
            same
        }
    }

    /// How a typed name fits one chapter.
    pub(super) fn fit(&self, chapter: &Chapter, typed: &str) -> Fit {
        let folded = folded_name(typed);
        let key = self.key(&folded);
        let mut fit = Fit::Other;
        for name in all_names(chapter) {
            let own = folded_name(name);
            let own_key = self.key(&own);
            let distance = strsim::osa_distance(&own_key, &key);
            if distance == 0 {
                return Fit::Same;
            }
            if distance <= slack(&key) {
                fit = Fit::Near;
            } else if fit == Fit::Other && self.is_part(&own, &folded) {
                fit = Fit::Part;
            }
        }
        fit
    }

    /// What tells a folded name from its sisters, without blanks: "mental helse
    /// nord odal lokallag" is "nordodal". A name of nothing but common words
    /// stays whole.
    fn key(&self, folded: &str) -> String {
        let own: Vec<&str> = self.own_words(folded);
        if own.is_empty() {
            folded.replace(' ', "")
        } else {
            own.concat()
        }
    }

    fn own_words<'t>(&self, folded: &'t str) -> Vec<&'t str> {
        let words = folded.split(' ');
        words
            .filter(|word| {
                !KINDS.contains(word)
                    && !ORGANISATIONS.contains(word)
                    && !self.shared.iter().any(|shared| shared == word)
            })
            .collect()
    }

    fn is_part(&self, one: &str, other: &str) -> bool {
        let (one, other) = (self.own_words(one), self.own_words(other));
        let holds = |all: &[&str], some: &[&str]| {
            !some.is_empty() && some.iter().all(|word| all.contains(word))
        };
        holds(&one, &other) || holds(&other, &one)
    }
}

/// The single chapter within reach of a misspelling, if the next one is clearly
/// farther away.
fn clearly_nearest<'a>(mut near: Vec<(usize, &'a Chapter)>, key: &str) -> Vec<&'a Chapter> {
    near.sort_by_key(|(distance, _)| *distance);
    match near.as_slice() {
        [(first, chapter), rest @ ..] if *first <= slack(key) => {
            let clear = rest.first().is_none_or(|(second, _)| *second >= first + 2);
            let tied = rest.iter().take_while(|(other, _)| *other < first + 2);
            if clear {
                vec![chapter]
            } else {
                std::iter::once(*chapter)
                    .chain(tied.map(|(_, other)| *other))
                    .collect()
            }
        }
        _ => Vec::new(),
    }
}

/// How many slips of the pen a name of this length may hold: none in a short
/// one, for Os and Ås are two places.
fn slack(key: &str) -> usize {
    match key.chars().count() {
        0..=4 => 0,
        5..=8 => 1,
        _ => 2,
    }
}

fn all_names(chapter: &Chapter) -> impl Iterator<Item = &str> {
    let former = chapter.former_names.iter().map(String::as_str);
    std::iter::once(chapter.name.as_str()).chain(former)
}
