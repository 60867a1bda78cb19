//! Typed text made plain: one kind of blank, dash and digit, lower case, in tokens.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Whether a character is one of the dashes that people and programs write.
pub(crate) fn is_dash(sign: char) -> bool {
    matches!(
        sign,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// Whether a character takes room without showing anything.
pub(crate) fn is_blank(sign: char) -> bool {
    sign.is_whitespace()
        || matches!(sign, '\0'..='\u{1f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

/// Whether a text begins and ends with a letter that anybody can see, as most do.
pub(crate) fn is_tight(text: &str) -> bool {
    let ends = (text.as_bytes().first(), text.as_bytes().last());
    matches!(ends, (Some(first), Some(last)) if first.is_ascii_graphic() && last.is_ascii_graphic())
}

/// The text as typed: outer blanks taken off, letters with their marks composed.
pub(crate) fn trimmed(text: &str) -> Cow<'_, str> {
    let text = if is_tight(text) {
        text
    } else {
        text.trim_matches(is_blank)
    };
    // Below the first combining mark, U+0300, every letter is composed already.
    let highest = text.bytes().fold(0, u8::max);
    if highest < 0xCC || is_nfc(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// The text in lower case, with compatibility forms, blanks and dashes made one.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    // Most dates, times and numbers need no more.
    let is_plain = |sign: u8| {
        sign.is_ascii_lowercase()
            || sign.is_ascii_digit()
            || matches!(sign, b'.' | b',' | b':' | b'/' | b'-')
    };
    if text.bytes().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    let mut push = |sign: char| {
        if is_blank(sign) {
            gap = !out.is_empty();
            return;
        }
        if gap {
            out.push(' ');
            gap = false;
        }
        match sign {
            sign if is_dash(sign) => out.push('-'),
            '\u{2044}' | '\u{2215}' => out.push('/'),
            '\u{d7}' => out.push('x'),
            '\u{2019}' | '\u{2018}' | '\u{b4}' | '`' => out.push('\''),
            sign if sign.is_ascii() => out.push(sign.to_ascii_lowercase()),
            sign => out.extend(sign.to_lowercase()),
        }
    };
    let composed =
        |sign: char| sign.is_ascii() || matches!(sign, 'æ' | 'ø' | 'å' | 'é' | '–' | '’');
    if text.chars().all(composed) {
        text.chars().for_each(&mut push);
    } else {
        // "½" would run into the whole number before it: "1½" is "1 1/2".
        text.replace('½', " 1/2").nfkc().for_each(&mut push);
    }
    Cow::Owned(out)
}

/// A number as its writer meant it, who has an "o" or an "l" for a digit: "l8", "1O.4.25".
pub(crate) fn with_digits(plain: Cow<'_, str>) -> Cow<'_, str> {
    let is_letter = |sign: u8| matches!(sign, b'o' | b'l');
    let beside = |two: &[u8]| match two {
        [one, other] => {
            is_letter(*one) && other.is_ascii_digit() || one.is_ascii_digit() && is_letter(*other)
        }
        _ => false,
    };
    if !plain.as_bytes().windows(2).any(beside) {
        return plain;
    }
    let mut mended = String::with_capacity(plain.len());
    for run in plain.split_inclusive(|sign: char| !sign.is_alphanumeric()) {
        let digits = run.bytes().filter(u8::is_ascii_digit).count();
        let mut letters = run.chars().filter(|sign| sign.is_alphabetic());
        let few = letters.clone().count() <= digits;
        if few && letters.all(|sign| matches!(sign, 'o' | 'l')) {
            mended.extend(run.chars().map(|sign| match sign {
                'o' => '0',
                'l' => '1',
                other => other,
            }));
        } else {
            mended.push_str(run);
        }
    }
    Cow::Owned(mended)
}

/// A dash with a blank on both sides, as tokens tell it.
pub(crate) const SPACED_DASH: char = '–';

/// A piece of plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// Digits that stand together: their value, and how many they are.
    Number(u32, usize),
    /// Letters that stand together.
    Word(&'a str),
    /// Any other sign.
    Mark(char),
}

/// Cuts plain text into tokens; `None` when digits make a number beyond reach.
pub(crate) fn tokens(text: &str) -> Option<Vec<Token<'_>>> {
    let mut found = Vec::with_capacity(8);
    let mut rest = text;
    let mut after_blank = false;
    while let Some(first) = rest.chars().next() {
        let end = |belongs: fn(char) -> bool| {
            rest.find(|sign: char| !belongs(sign)).unwrap_or(rest.len())
        };
        let cut = if first.is_ascii_digit() {
            let cut = end(|sign| sign.is_ascii_digit());
            found.push(Token::Number(rest.get(..cut)?.parse().ok()?, cut));
            cut
        } else if first.is_alphabetic() {
            let cut = end(char::is_alphabetic);
            found.push(Token::Word(rest.get(..cut)?));
            cut
        } else {
            if first == '-' && after_blank && rest.starts_with("- ") {
                found.push(Token::Mark(SPACED_DASH));
            } else if first != ' ' {
                found.push(Token::Mark(first));
            }
            first.len_utf8()
        };
        after_blank = first == ' ';
        rest = rest.get(cut..)?;
    }
    Some(found)
}
