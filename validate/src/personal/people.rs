//! Names in running text: of those visited, and of those whose diagnosis is told.
//!
//! A theme such as «angst» is nobody's diagnosis, and a lecturer may be named. Only a
//! name that the sentence ties to the illness is found.

use std::sync::LazyLock;

use super::{Found, Kind};
use crate::classify::WordSet;

mod words;

use words::{BEFORE_NAMES, DIAGNOSES, GIVEN, HAVING, PLACES, STATES, SUBJECTS, TELLING};

/// A word of a text.
#[derive(Clone, Debug)]
struct Word {
    lower: String,
    capital: bool,
    start: usize,
    end: usize,
    /// Whether a clause ends after it.
    ends: bool,
}

/// A name: its words, and whether it stands in the genitive.
#[derive(Clone, Copy, Debug)]
struct Name {
    first: usize,
    after: usize,
    genitive: bool,
}

/// Finds names of those visited: a given name with a surname, or after a word such
/// as «hos».
pub(super) fn find_visited(text: &str, found: &mut Vec<Found>) {
    let words = words_of(text);
    for name in names(&words) {
        let before = name.first.checked_sub(1).and_then(|at| words.get(at));
        let cued = before.is_some_and(|word| BEFORE_NAMES.contains(&word.lower.as_str()));
        if cued || name.after - name.first > 1 {
            push(Kind::Visited, &words, name, found);
        }
    }
}

/// Finds names that the text ties to a diagnosis.
pub(super) fn find_diagnosed(text: &str, found: &mut Vec<Found>) {
    let words = words_of(text);
    for name in names(&words) {
        if is_diagnosed_after(&words, name) || is_diagnosed_before(&words, name) {
            push(Kind::Diagnosed, &words, name, found);
        }
    }
}

/// Whether a given name begins at a letter of the text, one that may be a capital; mostly
/// none does, and the text need not be taken apart.
pub(super) fn is_named_at(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    // A letter inside a word, as most of those beyond ASCII are; or a small æ, ø or å.
    let behind = at.checked_sub(1).and_then(|at| bytes.get(at));
    if behind.is_some_and(u8::is_ascii_alphabetic)
        || matches!(bytes.get(at..at + 2), Some([0xC3, 0xA0..=0xBF]))
    {
        return false;
    }
    let Some((before, rest)) = text.split_at_checked(at) else {
        return false;
    };
    if !BEGINNINGS.may_have(rest) {
        return false;
    }
    // A dash opens no word; behind a letter it goes on with one.
    let mut letters = before.trim_end_matches('-').chars();
    let inside = letters.next_back().is_some_and(char::is_alphabetic);
    let word = rest.split(|sign: char| !is_of_word(sign)).next();
    !inside && rest.starts_with(char::is_uppercase) && word.is_some_and(begins_given)
}

fn is_of_word(sign: char) -> bool {
    sign.is_alphabetic() || sign == '-'
}

fn begins_given(word: &str) -> bool {
    let small = || {
        if word.is_ascii() {
            word.to_ascii_lowercase()
        } else {
            word.to_lowercase()
        }
    };
    BEGINNINGS.has(word) && is_given(&small()).is_some()
}

fn push(kind: Kind, words: &[Word], name: Name, found: &mut Vec<Found>) {
    let (first, last) = (words.get(name.first), words.get(name.after - 1));
    if let (Some(first), Some(last)) = (first, last) {
        found.push(Found {
            kind,
            start: first.start,
            end: last.end,
        });
    }
}

fn words_of(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut start = None;
    for (at, sign) in text.char_indices().chain([(text.len(), '.')]) {
        if sign.is_alphabetic() || (sign == '-' && start.is_some()) {
            start = start.or(Some(at));
            continue;
        }
        if let Some(from) = start.take() {
            let word = text.get(from..at).unwrap_or_default();
            words.push(Word {
                lower: word.to_lowercase(),
                capital: word.starts_with(char::is_uppercase),
                start: from,
                end: at,
                ends: false,
            });
        }
        if let Some(last) = words.last_mut()
            && ".,;:!?\n()".contains(sign)
        {
            // "K. Lie": the full stop of an initial ends nothing.
            last.ends |= last.lower.chars().count() > 1 || sign != '.';
        }
    }
    words
}

fn names(words: &[Word]) -> Vec<Name> {
    let mut names = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let Some(genitive) = given(word) else {
            at += 1;
            continue;
        };
        let mut after = at + 1;
        let mut closed = word.ends || genitive;
        while let Some(next) = words.get(after).filter(|next| next.capital && !closed) {
            closed = next.ends;
            after += 1;
        }
        let place = |word: &Word| PLACES.iter().any(|end| word.lower.ends_with(end));
        let following = words.get(after).filter(|_| !closed);
        let of_a_place = following.is_some_and(place)
            || words
                .get(at + 1..after)
                .unwrap_or_default()
                .iter()
                .any(place);
        if !of_a_place {
            let last = words.get(after - 1);
            let surname = after - at > 1 && last.is_some_and(|last| last.lower.ends_with('s'));
            names.push(Name {
                first: at,
                after,
                genitive: genitive || surname,
            });
        }
        at = after;
    }
    names
}

/// Whether a word is a given name, and then whether it stands in the genitive.
fn given(word: &Word) -> Option<bool> {
    if word.capital {
        is_given(&word.lower)
    } else {
        None
    }
}

/// How given names begin, by their first three bytes: most words with a capital letter
/// begin otherwise, and need not be looked up. Each number tells of two letters by its bits
/// which may come third.
struct Beginnings(Vec<u32>);

static BEGINNINGS: LazyLock<Beginnings> = LazyLock::new(|| {
    let mut beginnings = Beginnings(vec![0; 1 << 10]);
    for name in GIVEN {
        for form in [(*name).to_owned(), format!("{name}s"), format!("{name}-")] {
            let place = Beginnings::place(&form);
            if let Some(third) = beginnings.0.get_mut(place >> 5) {
                *third |= 1 << (place & 31);
            }
        }
    }
    beginnings
});

impl Beginnings {
    /// Whether the first word of a text may be one, however it ends.
    fn may_have(&self, text: &str) -> bool {
        let mut place = 0;
        for byte in text.bytes().take(3) {
            // Letters beyond ASCII are left to those who know where a word ends.
            if !byte.is_ascii() {
                return true;
            }
            if !byte.is_ascii_alphabetic() && byte != b'-' {
                break;
            }
            place = place << 5 | usize::from(byte & 31);
        }
        self.has_at(place)
    }

    fn has(&self, word: &str) -> bool {
        self.has_at(Self::place(word))
    }

    fn has_at(&self, place: usize) -> bool {
        let third = self.0.get(place >> 5);
        third.is_some_and(|third| third & 1 << (place & 31) != 0)
    }

    /// Five bits of a byte are the same for a letter, small or capital.
    fn place(word: &str) -> usize {
        let first = word.bytes().take(3);
        first.fold(0, |place, byte| place << 5 | usize::from(byte & 31))
    }
}

static GIVEN_NAMES: LazyLock<WordSet> = LazyLock::new(|| GIVEN.iter().copied().collect());

fn is_given(lower: &str) -> Option<bool> {
    let known = |name: &str| {
        let first = name.split('-').next().unwrap_or(name);
        GIVEN_NAMES.contains(first)
    };
    if known(lower) {
        return Some(false);
    }
    let bare = lower.strip_suffix('s')?;
    known(bare).then_some(true)
}

/// "Kari har bipolar lidelse", "Kari fortalte om sin angst", "Karis depresjon".
fn is_diagnosed_after(words: &[Word], name: Name) -> bool {
    let closed = words.get(name.after - 1).is_some_and(|word| word.ends);
    if closed {
        return false;
    }
    let rest = words.get(name.after..).unwrap_or_default();
    let clause: Vec<&str> = clause(rest).collect();
    let Some((verb, told)) = clause.split_first() else {
        return false;
    };
    if *verb == "sin" || *verb == "si" || *verb == "sitt" {
        return told.iter().take(2).any(|word| is_diagnosis(word));
    }
    if name.genitive && clause.iter().take(2).any(|word| is_diagnosis(word)) {
        return true;
    }
    let Some(at) = told.iter().take(5).position(|word| is_diagnosis(word)) else {
        return false;
    };
    let between = told.get(..at).unwrap_or_default();
    let own = ["sin", "si", "sitt", "egen", "eigen", "eiga", "eget", "eige"];
    if TELLING.contains(verb) {
        return between.iter().any(|word| own.contains(word));
    }
    let state = told.get(at).is_some_and(|word| starts(word, STATES));
    let subject = between.iter().any(|word| starts(word, SUBJECTS));
    match *verb {
        "er" | "var" | "ble" | "blei" | "vart" => state && at <= 2,
        verb => HAVING.contains(&verb) && !subject,
    }
}

/// "angsten til Kari".
fn is_diagnosed_before(words: &[Word], name: Name) -> bool {
    let Some([illness, tie]) = name
        .first
        .checked_sub(2)
        .and_then(|from| words.get(from..name.first))
    else {
        return false;
    };
    let tied = matches!(tie.lower.as_str(), "til" | "hos" | "åt");
    tied && !illness.ends && !tie.ends && is_diagnosis(&illness.lower)
}

fn clause(words: &[Word]) -> impl Iterator<Item = &str> {
    let length = words
        .iter()
        .position(|word| word.ends)
        .map_or(words.len(), |at| at + 1);
    words.iter().take(length).map(|word| word.lower.as_str())
}

fn is_diagnosis(word: &str) -> bool {
    starts(word, DIAGNOSES) || starts(word, STATES)
}

fn starts(word: &str, stems: &[&str]) -> bool {
    stems.iter().any(|stem| word.starts_with(stem))
}

#[cfg(test)]
mod tests {
    use super::words::GIVEN;

    #[test]
    fn the_given_names_are_in_order() {
        assert!(
            GIVEN.is_sorted(),
            "a name is soon looked up by a person too"
        );
    }
}
