//! Spelling folded away: case, accents, doubled letters, inflection.

use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::Norwegian));

/// Appends a letter in lower case, without the accents that Norwegian lacks.
///
/// A ring or two dots may come as a letter of its own behind the one they belong to.
pub(super) fn push_folded(folded: &mut String, letter: char) {
    // Norwegian's own letters need no look into Unicode's tables.
    let own = match letter {
        'æ' | 'ø' | 'å' => Some(letter),
        'Æ' => Some('æ'),
        'Ø' => Some('ø'),
        'Å' => Some('å'),
        _ if letter.is_ascii_alphanumeric() => Some(letter.to_ascii_lowercase()),
        _ => None,
    };
    if let Some(own) = own {
        return folded.push(own);
    }
    for lower in letter.to_lowercase() {
        let plain = match lower {
            'ä' => 'æ',
            'ö' => 'ø',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'ó' | 'ò' | 'ô' | 'õ' => 'o',
            'á' | 'à' | 'â' | 'ã' => 'a',
            'í' | 'ì' | 'î' | 'ï' => 'i',
            'ú' | 'ù' | 'û' | 'ü' => 'u',
            'ñ' | 'ń' => 'n',
            'ç' | 'ć' => 'c',
            'ś' | 'š' => 's',
            'ł' => 'l',
            'ż' | 'ź' | 'ž' => 'z',
            '\u{30a}' => return change_last(folded, 'a', 'å'),
            '\u{308}' => {
                change_last(folded, 'a', 'æ');
                return change_last(folded, 'o', 'ø');
            }
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\'' | '’' => continue,
            other => other,
        };
        folded.push(plain);
    }
}

/// A folded text: words by single spaces.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        if is_of_word(letter) || is_joined(letter) {
            push_folded(&mut folded, letter);
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Letters and digits; the common ones are known without a look into Unicode's tables.
pub(super) fn is_of_word(sign: char) -> bool {
    match sign {
        'æ' | 'ø' | 'å' | 'Æ' | 'Ø' | 'Å' => true,
        _ if sign.is_ascii() => sign.is_ascii_alphanumeric(),
        _ => sign.is_alphanumeric(),
    }
}

/// Signs that stand inside a word without parting it.
pub(super) fn is_joined(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}' | '\'' | '’')
}

/// A word with doubled letters single and the commonest slips mended.
pub(super) fn squeeze(folded: &str) -> String {
    let mut squeezed = String::with_capacity(folded.len());
    let mut last = ' ';
    for (at, letter) in folded.chars().enumerate() {
        let letter = if letter == 'æ' { 'e' } else { letter };
        if at == 1 && last == 'h' && letter == 'v' {
            squeezed.clear();
        } else if letter == last {
            continue;
        }
        if last == 'c' && letter == 'k' {
            squeezed.pop();
        }
        squeezed.push(letter);
        last = letter;
    }
    squeezed
}

/// What a word's inflections have in common: the stem, squeezed.
pub(super) fn key(folded: &str) -> String {
    if folded.len() > 3 {
        squeeze(&STEMMER.stem(folded))
    } else {
        squeeze(folded)
    }
}

fn change_last(folded: &mut String, from: char, to: char) {
    if folded.ends_with(from) {
        folded.pop();
        folded.push(to);
    }
}
