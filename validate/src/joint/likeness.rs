//! By what the rows of two chapters are known to be one activity.
//!
//! Many chapters meet at one hour under one title, each at its own library. So the place
//! must be the same place: the same words, and the same town; or the leader the same
//! person, who cannot be at two places.

use samlerapport_ingest::{Chapter, folded_name};

use crate::classify::is_norwegian_place;
use crate::hearing::RowText;
use crate::people::{same, several, words};

/// What a row is compared by, folded.
#[derive(Debug)]
pub(super) struct Likeness {
    title: Vec<String>,
    theme: Vec<String>,
    venue: Vec<String>,
    leaders: Vec<Vec<String>>,
    municipality: Vec<String>,
}

/// A shorter word of a place says little.
const FEWEST_LETTERS: usize = 3;

impl Likeness {
    /// A row of a chapter.
    pub(super) fn of(text: &RowText, chapter: &Chapter) -> Self {
        let said = |text: &str| {
            let mut words = words(&folded_name(text));
            words.retain(|word| word.chars().count() >= FEWEST_LETTERS || is_number(word));
            words
        };
        Self {
            title: said(&text.title),
            theme: said(&text.theme),
            venue: said(&text.venue),
            leaders: several(&text.leader)
                .iter()
                .map(|name| words(name))
                .collect(),
            municipality: words(&folded_name(&chapter.municipality)),
        }
    }

    /// Words that two rows must share one of.
    pub(super) fn signs(&self) -> impl Iterator<Item = &str> {
        let names = self.leaders.iter().flatten();
        let mut signs: Vec<&str> = self.venue.iter().chain(names).map(String::as_str).collect();
        signs.sort_unstable();
        signs.dedup();
        signs.into_iter()
    }

    /// Whether two rows that begin at once are one activity.
    pub(super) fn is_one_with(&self, other: &Self) -> bool {
        let leader = self
            .leaders
            .iter()
            .any(|one| one.len() > 1 && other.leaders.iter().any(|name| same(one, name)));
        let title = near(&self.title, &other.title);
        let venue = near(&self.venue, &other.venue);
        if leader {
            return title || venue;
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
            || self.shared(other).any(|word| {
                is_norwegian_place(word)
                    || self.municipality.contains(word)
                    || other.municipality.contains(word)
            })
    }

    /// A town alone is no place; then title and theme must say which activity it was.
    fn says_which(&self, other: &Self) -> bool {
        let town = |word: &String| {
            is_norwegian_place(word)
                || self.municipality.contains(word)
                || other.municipality.contains(word)
        };
        // Two leaders at once in one town are two activities until more is known.
        let unled = self.leaders.is_empty() || other.leaders.is_empty();
        let theme = self.theme.len() > 1 && self.theme == other.theme;
        self.shared(other).any(|word| !town(word)) || theme && unled
    }

    fn shared<'s>(&'s self, other: &'s Self) -> impl Iterator<Item = &'s String> {
        self.venue.iter().filter(|word| other.venue.contains(word))
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
        || one.chars().count() >= 5
            && one.chars().next() == other.chars().next()
            && !one.contains(|sign: char| sign.is_ascii_digit())
            && strsim::osa_distance(one, other) <= 1
}

fn is_number(word: &str) -> bool {
    word.chars().all(|sign| sign.is_ascii_digit())
}
