//! By what the rows of two chapters are known to be one activity.
//!
//! Many chapters meet at one hour under one title, each at its own library. So the place
//! must be the same place: the same words, and the same town; or the leader the same
//! person, who cannot be at two places.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use samlerapport_ingest::{Chapter, folded_name};

use crate::classify::is_norwegian_place;
use crate::hearing::RowText;
use crate::people::{same, several, words};

type Words = Rc<[String]>;

/// What a row is compared by, folded.
#[derive(Debug)]
pub(super) struct Likeness {
    title: Words,
    theme: Words,
    venue: Words,
    /// The words of the place that name a town.
    towns: Words,
    leaders: Rc<[Leader]>,
    municipality: Words,
}

/// What two rows that are one activity share at least one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign<'a> {
    Municipality(&'a [String]),
    Town(&'a str),
    Leader(&'a str),
}

/// A leader's name, and what it shares with every name that may be the same person's.
#[derive(Debug)]
struct Leader {
    name: Vec<String>,
    signs: Vec<String>,
}

impl Leader {
    /// The same words, the same surname, or the same first name before a surname that
    /// begins or ends alike: one slip leaves one of the two as it is.
    fn of(name: &str) -> Self {
        let name = words(name);
        let mut sorted = name.clone();
        sorted.sort_unstable();
        let mut signs = vec![sorted.join(" ")];
        if let [first, .., last] = name.as_slice() {
            let beginning: String = last.chars().take(2).collect();
            let end: String = last.chars().rev().take(2).collect();
            signs.push(last.clone());
            signs.push(format!("{first} {beginning}-"));
            signs.push(format!("{first} -{end}"));
        }
        Self { name, signs }
    }
}

/// Takes rows' texts apart; most come again in other rows, and are taken apart once.
#[derive(Default)]
pub(super) struct Texts<'h> {
    said: HashMap<&'h str, Words>,
    leaders: HashMap<&'h str, Rc<[Leader]>>,
    towns: HashMap<&'h str, Words>,
    municipalities: HashSet<String>,
}

impl<'h> Texts<'h> {
    /// For the rows of these chapters: the names of their municipalities are towns.
    pub(super) fn of<'c>(chapters: impl Iterator<Item = &'c Chapter>) -> Self {
        Self {
            municipalities: chapters
                .flat_map(|chapter| words(&folded_name(&chapter.municipality)))
                .collect(),
            ..Self::default()
        }
    }

    /// What a row of a chapter is compared by.
    pub(super) fn likeness(&mut self, text: &'h RowText, municipality: &Words) -> Likeness {
        let venue = self.said(&text.venue);
        let municipalities = &self.municipalities;
        let towns = self.towns.entry(&text.venue).or_insert_with(|| {
            let town = |word: &&String| municipalities.contains(*word) || is_norwegian_place(word);
            venue.iter().filter(town).cloned().collect()
        });
        Likeness {
            towns: Rc::clone(towns),
            title: self.said(&text.title),
            theme: self.said(&text.theme),
            venue,
            leaders: self.leaders(&text.leader),
            municipality: Rc::clone(municipality),
        }
    }

    fn said(&mut self, text: &'h str) -> Words {
        let said = self.said.entry(text).or_insert_with(|| {
            let mut words = words(&folded_name(text));
            words.retain(|word| word.chars().count() >= FEWEST_LETTERS || is_number(word));
            words.into()
        });
        Rc::clone(said)
    }

    fn leaders(&mut self, text: &'h str) -> Rc<[Leader]> {
        let leaders = self.leaders.entry(text).or_insert_with(|| {
            let names = several(text);
            names.iter().map(|name| Leader::of(name)).collect()
        });
        Rc::clone(leaders)
    }
}

/// One letter more or less is so many bytes at most.
const WIDEST_LETTER: usize = 4;
/// A shorter word of a place says little.
const FEWEST_LETTERS: usize = 3;

impl Likeness {
    /// What it may share with another row; two that share nothing are not one activity.
    pub(super) fn signs(&self) -> impl Iterator<Item = Sign<'_>> {
        let names = self.leaders.iter().flat_map(|leader| &leader.signs);
        let towns = self.towns.iter().map(|town| Sign::Town(town));
        let mut signs: Vec<Sign<'_>> = names.map(|sign| Sign::Leader(sign)).chain(towns).collect();
        signs.push(Sign::Municipality(&self.municipality));
        signs.sort_unstable();
        signs.dedup();
        signs.into_iter()
    }

    /// Whether two rows that begin at once are one activity.
    pub(super) fn is_one_with(&self, other: &Self) -> bool {
        let title = near(&self.title, &other.title);
        let venue = near(&self.venue, &other.venue);
        if !title && !venue {
            return false;
        }
        let mut leaders = self.leaders.iter().filter(|one| one.name.len() > 1);
        if leaders.any(|one| {
            other
                .leaders
                .iter()
                .any(|other| same(&one.name, &other.name))
        }) {
            return true;
        }
        title && venue && self.same_town(other) && self.says_which(other)
    }

    /// Whether the place that both name lies in the one's municipality, and in the other's.
    pub(super) fn at_home_with(&self, other: &Self) -> (bool, bool) {
        let named = |municipality: &[String]| {
            !municipality.is_empty()
                && municipality
                    .iter()
                    .all(|word| self.venue.contains(word) && other.venue.contains(word))
        };
        (named(&self.municipality), named(&other.municipality))
    }

    fn same_town(&self, other: &Self) -> bool {
        self.municipality == other.municipality
            || self.towns.iter().any(|town| other.towns.contains(town))
    }

    /// A town alone is no place; then title and theme must say which activity it was.
    fn says_which(&self, other: &Self) -> bool {
        // Two leaders at once in one town are two activities until more is known.
        let unled = self.leaders.is_empty() || other.leaders.is_empty();
        let theme = self.theme.len() > 1 && self.theme == other.theme;
        let mut places = self.venue.iter().filter(|word| !self.towns.contains(word));
        places.any(|word| other.venue.contains(word)) || theme && unled
    }
}

/// Whether every word of the shorter text is in the longer, but for a slip of the pen.
fn near(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    !short.is_empty()
        && short
            .iter()
            .all(|word| long.iter().any(|known| alike(word, known)))
}

fn alike(one: &str, other: &str) -> bool {
    one == other
        || one.len().abs_diff(other.len()) <= WIDEST_LETTER
            && one.chars().next() == other.chars().next()
            && one.chars().count() >= 5
            && !one.contains(|sign: char| sign.is_ascii_digit())
            && strsim::osa_distance(one, other) <= 1
}

fn is_number(word: &str) -> bool {
    word.chars().all(|sign| sign.is_ascii_digit())
}
