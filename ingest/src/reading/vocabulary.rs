//! Wordings ready to be looked up: which of them each word may stand in.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::label::{self, Label};
use crate::form::words::{A_YEAR, FILLERS, WORDINGS, Wording, fields};

/// Headings and the columns that they are for.
pub(super) static COLUMNS: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::new(WORDINGS, FILLERS, 9));
/// Questions and statements and the fields that they are for: they have more words.
pub(super) static FIELDS: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::new(fields::WORDINGS, fields::FILLERS, 12));

/// Some wordings, a bit each.
type Some64 = u64;

pub(super) struct Vocabulary {
    wordings: Vec<Ready>,
    /// The wordings that a word may stand in.
    words: HashMap<&'static str, Some64>,
    /// Texts with more words mean nothing.
    most_words: usize,
}

/// A wording with its label and its phrases, each in words.
struct Ready {
    label: &'static Label,
    says: Vec<Vec<&'static str>>,
}

impl Vocabulary {
    fn new(wordings: &'static [Wording], fillers: &'static str, most_words: usize) -> Self {
        let mut words: HashMap<&str, Some64> = HashMap::new();
        let (mut ready, mut spelling) = (Vec::new(), String::new());
        for wording in wordings {
            let Some(label) = label::exact(wording.label, &mut spelling) else {
                continue;
            };
            let bit = u32::try_from(ready.len()).ok();
            let bit = bit.and_then(|at| 1_u64.checked_shl(at)).unwrap_or_default();
            for word in each(wording.says).chain(each(wording.beside)) {
                *words.entry(word).or_default() |= bit;
            }
            let says = wording.says.split(',');
            ready.push(Ready {
                label,
                says: says.map(|phrase| each(phrase).collect()).collect(),
            });
        }
        words.extend(each(fillers).map(|word| (word, Some64::MAX)));
        Self {
            wordings: ready,
            words,
            most_words,
        }
    }

    /// The one label that folded words mean, among those that fit: every word may stand
    /// in its wording, and no other wording has as many of them in a phrase.
    pub(super) fn meant(
        &self,
        folded: &str,
        fits: impl Fn(&Label) -> bool,
    ) -> Option<&'static Label> {
        let mut holding = Some64::MAX;
        for word in folded.split(' ').filter(|word| !word.is_empty()) {
            holding &= self.holding(word);
            if holding == 0 {
                return None;
            }
        }
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        if words.len() > self.most_words {
            return None;
        }
        let mut best: Option<(usize, &'static Label)> = None;
        let mut tied = false;
        let holds = |at: u32| holding.checked_shr(at).is_some_and(|rest| rest & 1 == 1);
        let wordings = (0..).zip(&self.wordings).filter(|(at, _)| holds(*at));
        for (_, wording) in wordings {
            let Some(weight) = wording.weight(&words).filter(|_| fits(wording.label)) else {
                continue;
            };
            match best {
                Some((heaviest, _)) if heaviest > weight => {}
                Some((heaviest, _)) if heaviest == weight => tied = true,
                _ => {
                    best = Some((weight, wording.label));
                    tied = false;
                }
            }
        }
        best.filter(|_| !tied).map(|(_, label)| label)
    }

    /// The wordings that a word may stand in.
    fn holding(&self, word: &str) -> Some64 {
        let of = |word: &str| self.words.get(word).copied().unwrap_or_default();
        let own = of(word);
        if is_year(word) { own | of(A_YEAR) } else { own }
    }
}

impl Ready {
    /// How many of the words say what is meant.
    fn weight(&self, words: &[&str]) -> Option<usize> {
        let there = |part: &&str| words.contains(part);
        let said = self.says.iter().filter(|phrase| phrase.iter().all(there));
        said.map(Vec::len).max()
    }
}

/// The words of a list.
fn each(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split([',', ' ']).filter(|word| !word.is_empty())
}

/// Whether a word is a year: "2025", or the "25" of "-25".
fn is_year(word: &str) -> bool {
    let year = word.strip_prefix("20").unwrap_or(word);
    word.len().is_multiple_of(2) && year.parse().is_ok_and(|year: u8| (20..60).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, FIELDS};
    use crate::form::words::{WORDINGS, fields};

    /// A wording whose label was renamed, or one beyond the bits, would be silent.
    #[test]
    fn every_wording_can_be_meant() {
        for (vocabulary, wordings) in [(&COLUMNS, WORDINGS), (&FIELDS, fields::WORDINGS)] {
            assert_eq!(vocabulary.wordings.len(), wordings.len());
            assert!(wordings.len() <= 64);
        }
    }
}
