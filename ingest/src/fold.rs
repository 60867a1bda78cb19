//! Names brought to one spelling, so that variants of one name meet.

use unicode_normalization::UnicodeNormalization;

/// A person's, a chapter's or a label's name as it is compared: lower case,
/// without accents, marks and double blanks, with æ, ø and å in one spelling
/// ("Åse-Marie  Bø" and "aase marie bö" meet).
pub fn folded_name(text: &str) -> String {
    let mut folded = String::with_capacity(text.len().saturating_add(4));
    fold_into(text, &mut folded);
    folded
}

/// Does the same in a buffer; the common letters are folded without a detour.
pub(crate) fn fold_into(text: &str, folded: &mut String) {
    folded.clear();
    folded.reserve(text.len());
    let mut rest = text;
    loop {
        // Most of a text is small letters, which stay as they are.
        let plain = rest.bytes().take_while(u8::is_ascii_lowercase).count();
        let (small, after) = rest.split_at(plain);
        folded.push_str(small);
        let mut letters = after.chars();
        let Some(letter) = letters.next() else { break };
        match letter {
            '0'..='9' | 'æ' | 'ø' => folded.push(letter),
            'A'..='Z' => folded.push(letter.to_ascii_lowercase()),
            'å' | 'Å' => folded.push_str("aa"),
            'Æ' => folded.push('æ'),
            'Ø' => folded.push('ø'),
            '\'' | '`' => {}
            _ if letter.is_ascii() || letter == '\u{a0}' => push_blank(folded),
            _ => return fold_any(text, folded),
        }
        rest = letters.as_str();
    }
    folded.truncate(folded.trim_end().len());
}

fn fold_any(text: &str, folded: &mut String) {
    folded.clear();
    let lowered: String = text.nfc().flat_map(char::to_lowercase).collect();
    for letter in lowered.chars() {
        match letter {
            'å' => folded.push_str("aa"),
            'ä' => folded.push('æ'),
            'ö' => folded.push('ø'),
            'æ' | 'ø' => folded.push(letter),
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\'' | '’' | '´' | '`' => {}
            _ => push_plain(folded, letter),
        }
    }
    folded.truncate(folded.trim_end().len());
}

/// Adds a letter without its accents; anything that is no letter or digit
/// becomes one blank.
fn push_plain(folded: &mut String, letter: char) {
    let plain = letter.nfd().next().unwrap_or(letter);
    if plain.is_alphanumeric() {
        folded.push(plain);
    } else {
        push_blank(folded);
    }
}

fn push_blank(folded: &mut String) {
    if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::folded_name;

    #[test]
    fn variants_of_one_name_meet() {
        for (one, other) in [
            ("Åse-Marie  Bø", "aase marie bö"),
            ("A\u{30a}se", "ÅSE"),
            ("Torunn Kjærnes ", "torunn kjärnes"),
            ("André", "Andre"),
            ("Mental Helse Skarvøy", "MENTAL HELSE SKARVØY."),
            ("Org.nr.", "org nr"),
            ("E-post", "e\u{2011}post"),
            ("D'Arc Æøå", "d’arc æøå"),
            ("Bjørn\u{a0} Åsen.", "BJØRN\u{2003}ÅSEN"),
        ] {
            assert_eq!(folded_name(one), folded_name(other));
        }
    }

    #[test]
    fn different_names_stay_apart() {
        for (one, other) in [
            ("Bø", "Bo"),
            ("Ås", "As"),
            ("Hæg", "Heg"),
            ("Lag 1", "Lag 2"),
        ] {
            assert_ne!(folded_name(one), folded_name(other));
        }
    }

    #[test]
    fn nothing_is_left_of_marks_alone() {
        assert_eq!(folded_name(" –- . "), "");
    }
}
