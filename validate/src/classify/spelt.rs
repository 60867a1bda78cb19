//! Texts taken apart into words by their signs alone.

use std::sync::LazyLock;

use super::concept::Concepts;
use super::fold::{is_joined, is_of_word, push_folded};
use super::line::Token;
use super::word::Memory;

/// The words of texts by their folded spelling: so they are looked up in one go, and no
/// look-up waits for the one before.
pub(super) struct Spelt {
    /// Each text in small letters, and behind it those of its words that more is folded of.
    folded: String,
    /// Where the next text lies in it.
    base: usize,
    marks: Vec<Mark>,
}

/// A word as it stands in its text.
struct Mark {
    capital: bool,
    clause: usize,
    before: char,
    start: usize,
    end: usize,
    /// Where its folded spelling lies.
    folded: (usize, usize),
    /// Its place in the memory of words, once it is looked up.
    place: usize,
}

/// What a byte is to the words around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    /// A letter or a digit.
    Letter,
    Space,
    /// Parts clauses.
    Stop,
    Other,
    /// Part of a letter or of another sign beyond ASCII.
    Beyond,
}

static SIGNS: LazyLock<[Sign; 256]> = LazyLock::new(|| {
    let mut signs = [Sign::Other; 256];
    for (byte, sign) in (0..=u8::MAX).zip(&mut signs) {
        *sign = match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => Sign::Letter,
            b' ' => Sign::Space,
            b'.' | b',' | b';' | b':' | b'!' | b'?' | b'(' | b')' => Sign::Stop,
            0x80.. => Sign::Beyond,
            _ => Sign::Other,
        };
    }
    signs
});

impl Spelt {
    /// Texts that are to be taken apart, in the order in which they will be.
    pub(super) fn of<'a>(texts: impl Iterator<Item = &'a str> + Clone) -> Self {
        let bytes: usize = texts.clone().map(str::len).sum();
        let mut folded = String::with_capacity(bytes + bytes / 8);
        texts.for_each(|text| folded.push_str(text));
        folded.make_ascii_lowercase();
        Self {
            folded,
            base: 0,
            marks: Vec::with_capacity(bytes / 5),
        }
    }

    /// How many words there are so far.
    pub(super) fn words(&self) -> usize {
        self.marks.len()
    }

    /// Takes the next text apart into words.
    pub(super) fn take_apart(&mut self, typed: &str) {
        let base = self.base;
        self.base += typed.len();
        let signs = &*SIGNS;
        let bytes = typed.as_bytes();
        let (mut at, mut clause, mut before) = (0, 0, ' ');
        while let Some(byte) = bytes.get(at) {
            match signs.get(usize::from(*byte)) {
                Some(Sign::Space) => {
                    at += 1;
                    continue;
                }
                Some(sign @ (Sign::Stop | Sign::Other)) => {
                    clause += usize::from(*sign == Sign::Stop);
                    before = char::from(*byte);
                    at += 1;
                    continue;
                }
                Some(Sign::Letter | Sign::Beyond) | None => {}
            }
            let (end, plain) = word_end(typed, at, signs);
            let Some(word) = typed.get(at..end).filter(|word| !word.is_empty()) else {
                let sign = typed.get(at..).and_then(|rest| rest.chars().next());
                let Some(sign) = sign else { return };
                clause += usize::from(matches!(sign, '–' | '—'));
                before = sign;
                at += sign.len_utf8();
                continue;
            };
            let folded = if plain {
                (base + at, base + end)
            } else {
                let from = self.folded.len();
                let letters = word.chars();
                letters.for_each(|letter| push_folded(&mut self.folded, letter));
                (from, self.folded.len())
            };
            self.marks.push(Mark {
                capital: word.starts_with(char::is_uppercase),
                clause,
                before,
                start: at,
                end,
                folded,
                place: 0,
            });
            before = ' ';
            at = end;
        }
    }

    /// The words with what is known of them, and not yet what they are a sign of.
    pub(super) fn tokens(mut self, memory: &mut Memory) -> Vec<Token<'_>> {
        for mark in &mut self.marks {
            let (from, to) = mark.folded;
            mark.place = memory.place(self.folded.get(from..to).unwrap_or_default());
        }
        let memory: &Memory = memory;
        let mut tokens = Vec::with_capacity(self.marks.len());
        tokens.extend(self.marks.iter().filter_map(|mark| {
            Some(Token {
                word: memory.word(mark.place)?,
                concepts: Concepts::NONE,
                capital: mark.capital,
                own: false,
                recognised: false,
                clause: mark.clause,
                before: mark.before,
                phrase: None,
                start: mark.start,
                end: mark.end,
            })
        }));
        tokens
    }
}

/// Where the word ends that begins here, and whether its small letters are all that is
/// folded of it. No word, where another sign stands here.
fn word_end(text: &str, start: usize, signs: &[Sign; 256]) -> (usize, bool) {
    let bytes = text.as_bytes();
    let is_letter = |byte: &&u8| signs.get(usize::from(**byte)) == Some(&Sign::Letter);
    let (mut end, mut plain) = (start, true);
    loop {
        let rest = bytes.get(end..).unwrap_or_default();
        end += rest.iter().take_while(is_letter).count();
        match bytes.get(end..).unwrap_or_default() {
            // The two bytes of a small "å", "æ" or "ø".
            [0xC3, 0xA5 | 0xA6 | 0xB8, ..] => {
                end += 2;
                continue;
            }
            [sign, ..] if sign.is_ascii() && *sign != b'\'' => return (end, plain),
            _ => {}
        }
        match text.get(end..).and_then(|rest| rest.chars().next()) {
            Some(letter) if is_of_word(letter) || end > start && is_joined(letter) => {
                plain = false;
                end += letter.len_utf8();
            }
            _ => return (end, plain),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{SIGNS, word_end};

    #[test]
    fn a_word_ends_where_another_sign_begins() {
        for (text, expected) in [
            ("gruppa vår", ("gruppa", true)),
            ("vår gruppe", ("vår", true)),
            ("Årsmøte", ("Årsmøte", false)),
            ("a\u{30a}rsmøte nå", ("a\u{30a}rsmøte", false)),
            ("likeper\u{ad}son, leder", ("likeper\u{ad}son", false)),
            ("d'Or", ("d'Or", false)),
            ("'kos'", ("", true)),
            ("– ja", ("", true)),
            ("2025.", ("2025", true)),
            ("", ("", true)),
        ] {
            let (end, plain) = word_end(text, 0, &SIGNS);
            assert_eq!((text.get(..end).unwrap(), plain), expected, "{text}");
        }
    }
}
