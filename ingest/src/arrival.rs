//! A file at the door: its bytes, its digest, a harmless name, when it came.

use std::ffi::OsStr;
use std::fmt::Write;

use chrono::NaiveDateTime;
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// Bytes that a name may have: room is left under the 255 of most file systems.
const NAME_BYTES: usize = 200;
/// What stands for a name of which nothing harmless is left.
const NAMELESS: &str = "uten navn";

/// A file as it was dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// The name, fit for a folder, a cell, a letter, a log and a terminal.
    pub name: String,
    /// The SHA-256 of the bytes, in lower-case hexadecimal: what `sha256sum` prints.
    pub digest: String,
    /// The contents.
    pub bytes: Vec<u8>,
    /// When it came.
    pub at: NaiveDateTime,
}

impl Arrival {
    /// Takes a file in.
    pub fn new(name: &OsStr, bytes: Vec<u8>, at: NaiveDateTime) -> Self {
        Self {
            name: harmless_name(&name.to_string_lossy()),
            digest: sha256(&bytes),
            bytes,
            at,
        }
    }
}

/// The SHA-256 of some bytes, in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    let mut digest = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing to a string cannot fail.
        let _ = write!(digest, "{byte:02x}");
    }
    digest
}

/// Makes a file's name harmless wherever it goes: no folders, no letters that
/// turn or hide the text, nothing that a spreadsheet or a shell would act on.
pub fn harmless_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last
        .nfc()
        .filter(|letter| !letter.is_control() && !turns_or_hides(*letter))
        .map(|letter| if acts(letter) { '_' } else { letter })
        .collect();
    let plain = plain.trim_matches(|letter: char| letter == '.' || letter.is_whitespace());
    if plain.is_empty() {
        return NAMELESS.to_owned();
    }
    let guarded = if plain.starts_with(['=', '+', '-', '@', '~']) {
        format!("_{plain}")
    } else {
        plain.to_owned()
    };
    shortened(guarded)
}

/// Marks of direction, letters without width, and line ends of other kinds.
fn turns_or_hides(letter: char) -> bool {
    matches!(
        letter,
        '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
    )
}

/// Letters that folders, shells or markup take for their own.
fn acts(letter: char) -> bool {
    matches!(
        letter,
        '<' | '>' | ':' | '"' | '|' | '?' | '*' | '`' | '$' | '&' | ';' | '\u{FFFD}'
    )
}

/// Cuts a long name before its ending.
fn shortened(name: String) -> String {
    if name.len() <= NAME_BYTES {
        return name;
    }
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if ending.len() <= 8 => (stem, format!(".{ending}")),
        _ => (name.as_str(), String::new()),
    };
    let mut room = NAME_BYTES.saturating_sub(ending.len());
    while !stem.is_char_boundary(room) {
        room = room.saturating_sub(1);
    }
    let (kept, _) = stem.split_at_checked(room).unwrap_or((stem, ""));
    format!("{}{ending}", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_made_harmless() {
        for (name, harmless) in [
            ("Møteplass 2025.xlsx", "Møteplass 2025.xlsx"),
            ("A\u{30a}rsrapport (1).xlsx", "Årsrapport (1).xlsx"),
            ("../../etc/passwd", "passwd"),
            ("C:\\lag\\skjema.xls", "skjema.xls"),
            ("..", NAMELESS),
            ("", NAMELESS),
            ("\u{202e}\n\t", NAMELESS),
            ("=cmd|'/c calc'!A1.xlsx", "c calc'!A1.xlsx"),
            ("=HYPERLINK(1).xlsx", "_=HYPERLINK(1).xlsx"),
            ("@sum.ods", "_@sum.ods"),
            ("+47.xlsx", "_+47.xlsx"),
            ("-rf", "_-rf"),
            ("linje\nskift\r.xlsx", "linjeskift.xlsx"),
            ("skjema\u{202e}xslx.exe", "skjemaxslx.exe"),
            ("\u{1b}[31mrød.xlsx", "[31mrød.xlsx"),
            ("  .skjult.xlsx. ", "skjult.xlsx"),
            ("a<b>c:d\"e.xlsx", "a_b_c_d_e.xlsx"),
            ("to\u{2028}linjer.xlsx", "tolinjer.xlsx"),
        ] {
            assert_eq!(harmless_name(name), harmless, "{name:?}");
            assert_eq!(harmless_name(harmless), harmless, "twice: {name:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_ending_and_its_letters_whole() {
        for stem in ["å".repeat(300), "e\u{301}".repeat(255), "a".repeat(255)] {
            let name = harmless_name(&format!("{stem}.xlsx"));
            assert!(
                name.len() <= NAME_BYTES && name.len() > NAME_BYTES - 4,
                "{name}"
            );
            assert_eq!(name.rsplit('.').next(), Some("xlsx"));
            assert_eq!(harmless_name(&name), name);
        }
    }

    #[test]
    fn the_digest_is_the_one_that_others_compute() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        let arrival = Arrival::new(
            OsStr::new("/inbox/tom.xlsx"),
            Vec::new(),
            NaiveDateTime::MIN,
        );
        assert_eq!(
            (arrival.name.as_str(), arrival.digest.as_str()),
            ("tom.xlsx", empty)
        );
    }
}
