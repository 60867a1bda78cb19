//! The catalogue's digest: when it changes, chapters are heard again.

use crate::catalogue::catalogue;
use crate::stored::HEARING_VERSION;

/// Sixteen hexadecimal digits over every rule's names, texts and weight, and over the
/// version of judging itself.
pub fn digest() -> String {
    let mut hash = Fnv::default();
    hash.add(&HEARING_VERSION.to_string());
    for rule in catalogue() {
        let weight = format!(
            "{:?} {:?} {} {} {} {}",
            rule.scope, rule.severity, rule.mendable, rule.since, rule.trial, rule.law
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
}

/// The 64-bit FNV-1a hash: it need only notice a change, not withstand an enemy.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn add(&mut self, text: &str) {
        // A byte that no text holds keeps "ab" + "c" apart from "a" + "bc".
        for byte in text.bytes().chain([0xff]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
