//! The catalogue's digest: when it changes, chapters are heard again.

use std::sync::LazyLock;

use crate::catalogue::catalogue;
use crate::classify;
use crate::stored::HEARING_VERSION;

/// Sixteen hexadecimal digits over every rule's names, texts and weight, over what rows
/// are read by, and over the version of judging itself.
pub fn digest() -> String {
    DIGEST.clone()
}

static DIGEST: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Fnv::default();
    hash.add(&HEARING_VERSION.to_string());
    classify::sources().for_each(|source| hash.add_data(source));
    for rule in catalogue() {
        let weight = format!(
            "{:?} {:?} {} {} {} {:?}",
            rule.scope, rule.severity, rule.mendable, rule.since, rule.trial, rule.rests_on
        );
        hash.add(rule.code);
        hash.add(rule.name);
        hash.add(&weight);
        for words in [rule.title, rule.why, rule.remedy] {
            hash.add(words.nb);
            hash.add(words.nn);
        }
    }
    format!("{:016x}", hash.0)
});

/// The 64-bit FNV-1a hash: it need only notice a change, not withstand an enemy.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// Adds much data, eight bytes at a time.
    fn add_data(&mut self, data: &[u8]) {
        for chunk in data.chunks(8) {
            let mut word = [0xff; 8];
            word.iter_mut()
                .zip(chunk)
                .for_each(|(slot, byte)| *slot = *byte);
            self.0 = (self.0 ^ u64::from_le_bytes(word)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn add(&mut self, text: &str) {
        // A byte that no text holds keeps "ab" + "c" apart from "a" + "bc".
        for byte in text.bytes().chain([0xff]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
