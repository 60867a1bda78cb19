//! A word with all that is known of it, worked out once for each spelling.

use std::cell::{Cell, RefCell};

use hashbrown::HashTable;
use smol_str::SmolStr;

use super::concept::Concepts;
use super::fold::{key, squeeze};
use super::gazetteer::{Country, begins_a_name, country_of, is_trip_abroad};
use super::hash::hash_of;
use super::lexicon::{LEXICON, Phrase, Phrases, Spelling};
use super::second::{self, Group, WordVotes};

/// A word as typed somewhere.
///
/// Many words are looked at in every row, and the memory they lie in is what that costs:
/// what is asked of all of them stands first and in one line of it, short texts in place.
#[derive(Clone, Debug)]
#[repr(C, align(64))]
pub(super) struct Word {
    /// Folded.
    pub(super) folded: SmolStr,
    /// The letters of its stem, one bit for some of them: far apart where stems are.
    letters: u64,
    /// What it may be a sign of; of a misspelt word, what it is taken for.
    concepts: Concepts,
    /// The phrases whose first word has its stem.
    phrases: Option<&'static Phrases>,
    /// How their second words open, one bit for some of the ways.
    second_bits: u64,
    /// Its first two bytes, without doubled letters.
    pub(super) opening: u16,
    /// Whether nothing is known of it unless it is misspelt.
    is_slip: bool,
    /// Whether it is a number.
    pub(super) is_number: bool,
    /// Where it lies, if it is the name of a place.
    pub(super) country: Option<Country>,
    /// Whether a name of several words begins with it.
    pub(super) begins_a_name: bool,
    /// Whether it names a journey after a place abroad.
    pub(super) trip_abroad: bool,
    /// What the second reader makes of it, by group; worked out when asked for.
    votes: [Cell<WordVotes>; Group::COUNT],
    /// The entry that it was recognised by.
    listed: Option<&'static str>,
    /// Its stem, without doubled letters.
    pub(super) key: SmolStr,
    /// Without doubled letters.
    pub(super) squeezed: SmolStr,
}

/// Reports repeat themselves: far more words come than there are spellings. What one look
/// brings beyond this is forgotten with the rest when it ends.
const MOST_REMEMBERED: usize = 1 << 15;

thread_local! {
    static REMEMBERED: RefCell<Memory> = RefCell::default();
}

/// The words that were met.
#[derive(Default)]
pub(super) struct Memory {
    words: Vec<Word>,
    /// The place of each among them, by its folded spelling.
    places: HashTable<u32>,
}

/// Looks words up: the same answers whether they were met before or not.
pub(super) fn with_memory<T>(look: impl FnOnce(&mut Memory) -> T) -> T {
    REMEMBERED.with_borrow_mut(|memory| {
        let seen = look(memory);
        if memory.words.len() >= MOST_REMEMBERED {
            *memory = Memory::default();
        }
        seen
    })
}

impl Memory {
    /// The place of a word, by its folded spelling, for as long as the memory is looked at.
    pub(super) fn place(&mut self, folded: &str) -> usize {
        let words = &self.words;
        let at = |place: u32| usize::try_from(place).unwrap_or(usize::MAX);
        let spelling = |place: u32| words.get(at(place)).map_or("", |word| &word.folded);
        let hash = hash_of(folded);
        let known = self.places.find(hash, |place| spelling(*place) == folded);
        if let Some(place) = known {
            return at(*place);
        }
        let word = Word::of(folded);
        let place = words.len();
        if let Ok(small) = u32::try_from(place) {
            let hash_again = |place: &u32| hash_of(spelling(*place));
            self.places.insert_unique(hash, small, hash_again);
        }
        self.words.push(word);
        place
    }

    /// The word in a place.
    pub(super) fn word(&self, place: usize) -> Option<&Word> {
        self.words.get(place)
    }
}

impl Word {
    fn of(folded: &str) -> Self {
        let (squeezed, key) = (squeeze(folded), key(folded));
        let spelling = Spelling {
            folded,
            squeezed: &squeezed,
            key: &key,
        };
        let known = LEXICON.word(spelling);
        let slip = if known.concepts.is_empty() {
            LEXICON.slip(&key)
        } else {
            None
        };
        let taken_for = slip.unwrap_or(known);
        let phrases = LEXICON.phrases(&key);
        Self {
            folded: folded.into(),
            letters: letters(&key),
            concepts: taken_for.concepts,
            listed: taken_for.listed,
            phrases,
            second_bits: phrases.map_or(0, Phrases::second_bits),
            opening: opening(&squeezed),
            is_slip: slip.is_some(),
            is_number: folded.bytes().all(|sign| sign.is_ascii_digit()),
            country: country_of(folded),
            begins_a_name: begins_a_name(folded),
            trip_abroad: is_trip_abroad(folded),
            votes: Default::default(),
            key: key.into(),
            squeezed: squeezed.into(),
        }
    }

    /// What it may be a sign of. That a name is a letter from something says nothing.
    pub(super) fn concepts(&self, as_name: bool) -> Concepts {
        if as_name && self.is_slip {
            Concepts::NONE
        } else {
            self.concepts
        }
    }

    /// The listed phrases that may begin with it and this word; mostly there are none.
    pub(super) fn phrases_going_on_with(&self, second: &Self) -> Option<&'static [Phrase]> {
        if self.second_bits & bit_of(second.opening) == 0 {
            return None;
        }
        Some(self.phrases?.going_on_with(second))
    }

    /// The entry that it was recognised by, when it is a sign of something.
    pub(super) fn listed(&self) -> Option<&'static str> {
        self.listed
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
    pub(super) fn votes(&self, group: Group) -> WordVotes {
        let Some(slot) = self.votes.get(usize::from(group.number())) else {
            return second::of_word(&self.folded, group);
        };
        // Every word has a piece at least.
        if slot.get().is_empty() {
            slot.set(second::of_word(&self.folded, group));
        }
        slot.get()
    }
}

/// The first two bytes of a word without doubled letters.
pub(super) fn opening(squeezed: &str) -> u16 {
    let mut bytes = squeezed.bytes();
    let mut next = || bytes.next().unwrap_or_default();
    u16::from_be_bytes([next(), next()])
}

/// One of the bits that openings share.
pub(super) fn bit_of(opening: u16) -> u64 {
    // Neighbours in the alphabet are to lie far apart.
    1 << (opening.wrapping_mul(0x9E37) >> 10)
}

fn letters(key: &str) -> u64 {
    let bit = |letter: char| 1_u64 << (u32::from(letter) % 64);
    key.chars().map(bit).fold(0, |letters, bit| letters | bit)
}
