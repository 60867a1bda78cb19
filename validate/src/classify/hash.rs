//! A quick hash for tables of words. Most hold our own; the one of words that were met
//! compares spellings, and forgets them all when they are many.

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
            self.add(padded(rest));
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

/// Fewer than eight bytes as a number, the first the lowest: two looks, which may overlap,
/// in place of one at every byte.
fn padded(bytes: &[u8]) -> u64 {
    let behind = |half: usize| 8 * (bytes.len() - half);
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return u64::from(first) | u64::from(last) << behind(4);
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let (first, last) = (u16::from_le_bytes(*first), u16::from_le_bytes(*last));
        return u64::from(first) | u64::from(last) << behind(2);
    }
    bytes.first().map_or(0, |byte| u64::from(*byte))
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

#[cfg(test)]
mod tests {
    use super::padded;

    #[test]
    fn few_bytes_are_the_number_that_zeros_make_of_them() {
        let bytes = [1, 2, 3, 4, 5, 6, 7];
        for length in 1..=bytes.len() {
            let mut filled = [0; 8];
            filled[..length].copy_from_slice(&bytes[..length]);
            let expected = u64::from_le_bytes(filled);
            assert_eq!(padded(&bytes[..length]), expected, "{length} bytes");
        }
    }
}
