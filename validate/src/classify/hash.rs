//! A quick hash for tables of words. Most hold our own; the one of words that were met is
//! emptied when it is full, and compares spellings.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A map from words to what we know of them.
pub(super) type WordMap<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;

/// A set of words.
pub(crate) type WordSet = HashSet<&'static str, BuildHasherDefault<WordHasher>>;

/// Multiplies and rotates, eight bytes at a time.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WordHasher(u64);

impl WordHasher {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (whole, rest) = bytes.as_chunks();
        for chunk in whole {
            self.add(u64::from_le_bytes(*chunk));
        }
        if !rest.is_empty() {
            let bits = rest.iter().rev();
            self.add(bits.fold(0, |word, byte| word << 8 | u64::from(*byte)));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.add(u64::from(byte));
    }

    fn write_u64(&mut self, word: u64) {
        self.add(word);
    }

    fn finish(&self) -> u64 {
        // The table takes the upper bits for its tags and the lower for the place.
        self.0 ^ (self.0 >> 32)
    }
}

/// The hash of a word.
pub(super) fn hash_of(word: &str) -> u64 {
    let mut hasher = WordHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

/// The hash of a word, letter by letter, without one of them.
pub(super) fn hash_without(letters: &[char], left_out: Option<usize>) -> u64 {
    let mut hasher = WordHasher::default();
    for (at, letter) in letters.iter().enumerate() {
        if Some(at) != left_out {
            hasher.add(u64::from(u32::from(*letter)));
        }
    }
    hasher.finish()
}
