//! A word with all that is known of it, worked out once for each spelling.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::fold::{key, push_folded, squeeze};
use super::gazetteer::{Country, begins_a_name, country_of, is_trip_abroad};
use super::hash::WordMap;
use super::lexicon::{Known, LEXICON, Phrase, Spelling};
use super::second::{self, Group, Votes};

/// A word as typed somewhere.
#[derive(Debug)]
pub(super) struct Word {
    /// Folded.
    pub(super) folded: String,
    /// Without doubled letters.
    pub(super) squeezed: String,
    /// Its stem, without doubled letters.
    pub(super) key: String,
    /// The letters of its stem, one bit for some of them: far apart where stems are.
    pub(super) letters: u64,
    /// What it may be a sign of.
    pub(super) known: Known,
    /// The same, when it was looked for among misspelt words too.
    pub(super) known_with_slips: Known,
    /// The phrases whose first word has its stem.
    pub(super) phrases: &'static [Phrase],
    /// Where it lies, if it is the name of a place.
    pub(super) country: Option<Country>,
    /// Whether a name of several words begins with it.
    pub(super) begins_a_name: bool,
    /// Whether it names a journey after a place abroad.
    pub(super) trip_abroad: bool,
    /// What the second reader makes of it, by group.
    votes: [OnceCell<Votes>; Group::COUNT],
}

/// Reports repeat themselves: far more words come than there are spellings.
const MOST_REMEMBERED: usize = 1 << 15;

thread_local! {
    static REMEMBERED: RefCell<WordMap<Box<str>, Rc<Word>>> = RefCell::default();
}

/// What is known of a word: the same answer whether it was met before or not.
pub(super) fn word(typed: &str) -> Rc<Word> {
    REMEMBERED.with_borrow_mut(|remembered| {
        if let Some(word) = remembered.get(typed) {
            return Rc::clone(word);
        }
        if remembered.len() >= MOST_REMEMBERED {
            remembered.clear();
        }
        let word = Rc::new(Word::of(typed));
        remembered.insert(typed.into(), Rc::clone(&word));
        word
    })
}

impl Word {
    fn of(typed: &str) -> Self {
        let mut folded = String::with_capacity(typed.len());
        for letter in typed.chars() {
            push_folded(&mut folded, letter);
        }
        let (squeezed, key) = (squeeze(&folded), key(&folded));
        let spelling = Spelling {
            folded: &folded,
            squeezed: &squeezed,
            key: &key,
        };
        Self {
            known: LEXICON.word(spelling, false),
            known_with_slips: LEXICON.word(spelling, true),
            phrases: LEXICON.phrases(&key),
            country: country_of(&folded),
            begins_a_name: begins_a_name(&folded),
            trip_abroad: is_trip_abroad(&folded),
            letters: letters(&key),
            votes: Default::default(),
            folded,
            squeezed,
            key,
        }
    }

    /// Whether the stem is the same.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.letters == other.letters && self.key == other.key
    }

    /// Whether the stems are so unlike that more than one letter must differ: another
    /// letter in a place changes two bits at most.
    pub(super) fn is_far_from(&self, other: &Self) -> bool {
        (self.letters ^ other.letters).count_ones() > 2
    }

    /// What the second reader makes of it in a group.
    pub(super) fn votes(&self, group: Group) -> Votes {
        let slot = self.votes.get(usize::from(group.number()));
        let count = || second::of_word(&self.folded, group);
        slot.map_or_else(count, |slot| *slot.get_or_init(count))
    }

    /// How it is looked up.
    pub(super) fn spelling(&self) -> Spelling<'_> {
        Spelling {
            folded: &self.folded,
            squeezed: &self.squeezed,
            key: &self.key,
        }
    }
}

fn letters(key: &str) -> u64 {
    let bit = |letter: char| 1_u64 << (u32::from(letter) % 64);
    key.chars().map(bit).fold(0, |letters, bit| letters | bit)
}
