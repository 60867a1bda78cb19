//! The tone of every letter: plain, whole, kind, and in Norwegian.

use std::collections::BTreeSet;

use crate::letter::Letter;
use crate::samples;

use super::*;

/// Words that a Norwegian letter does not need.
const ENGLISH: [&str; 16] = [
    "the",
    "and",
    "is",
    "of",
    "row",
    "sheet",
    "file",
    "missing",
    "error",
    "report",
    "deadline",
    "please",
    "none",
    "true",
    "false",
    "undefined",
];

/// Words that lay blame, or sound like an office.
const UNKIND: [&str; 12] = [
    "glemt",
    "gløymt",
    "slurv",
    "ugyldig",
    "avvist",
    "underkjent",
    "feilaktig",
    "dessverre",
    "vennligst",
    "snarest",
    "mislighold",
    "feil fra deres",
];

/// The letter's blocks of text, each on one line.
fn blocks(letter: &Letter) -> Vec<String> {
    letter
        .text
        .split("\n\n")
        .map(|block| block.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|block| !block.is_empty())
        .collect()
}

fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Läsbarhetsindex: words in a sentence, and the share of words over six letters.
/// Under 30 is for children, 40 an ordinary newspaper.
fn lix(letter: &Letter) -> usize {
    let text = letter.text.replace("----", "");
    let sentences = text
        .replace("\n\n", ".")
        .replace("\n- ", ".")
        .split(['.', '!', '?', ':'])
        .filter(|sentence| words(sentence).len() > 1)
        .count();
    let words = words(&text);
    let long = words.iter().filter(|word| word.chars().count() > 6).count();
    words.len() / sentences + 100 * long / words.len()
}

#[test]
fn letters_are_easy_to_read() {
    for letter in samples::all_letters() {
        let lix = lix(&letter);
        assert!(lix < 40, "{lix}: {}", letter.text);
    }
}

#[test]
fn letters_speak_norwegian_and_blame_nobody() {
    for letter in samples::all_letters() {
        let told = format!("{}\n{}", letter.subject, letter.text);
        for word in words(&told) {
            assert!(!ENGLISH.contains(&word.as_str()), "{word} in {told}");
        }
        for phrase in UNKIND {
            assert!(!told.to_lowercase().contains(phrase), "{phrase} in {told}");
        }
    }
}

#[test]
fn prose_stands_in_whole_sentences() {
    for letter in samples::all_letters() {
        for block in blocks(&letter) {
            let prose = block.chars().count() > 60 && !block.starts_with('/');
            let listed = block.contains("---") || block.starts_with("- ");
            if prose && !listed {
                assert!(block.ends_with(['.', '?', '!', ':', ')']), "{block}");
                assert!(
                    block.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit()),
                    "{block}"
                );
            }
            assert!(!block.contains(" ,") && !block.contains(" ."), "{block}");
            assert!(!block.contains(".."), "{block}");
        }
    }
}

#[test]
fn no_letter_holds_an_address_or_the_name_of_a_leader() {
    for letter in samples::all_letters() {
        for told in [&letter.subject, &letter.text, &letter.html] {
            assert!(!told.contains('@'), "{told}");
            assert!(!told.contains("Åse"), "{told}");
        }
    }
}

#[test]
fn text_is_narrow_and_without_a_trace_of_the_templates() {
    for letter in samples::all_letters() {
        for line in letter.text.lines() {
            assert!(line.chars().count() <= 72, "{line}");
            assert_eq!(line, line.trim_end());
        }
        assert!(!letter.text.contains("\n\n\n"));
        assert!(!letter.subject.contains('\n') && !letter.subject.is_empty());
        for told in [&letter.subject, &letter.text, &letter.html] {
            assert!(!told.contains("{{") && !told.contains("{%"), "{told}");
        }
        for mark in ["<", "&amp;", "&lt;"] {
            assert!(!letter.text.contains(mark), "{mark} in {}", letter.text);
        }
    }
}

#[test]
fn the_page_says_what_the_text_says() {
    for letter in samples::all_letters() {
        let page: BTreeSet<String> = words(&plain(&letter.html)).into_iter().collect();
        let text: BTreeSet<String> = words(&letter.text).into_iter().collect();
        assert_eq!(
            text.difference(&page).collect::<Vec<_>>(),
            Vec::<&String>::new()
        );
    }
}

#[test]
fn the_page_is_well_formed_and_names_its_language() {
    for letter in samples::all_letters() {
        let tag = norwegian::tag(letter.language);
        assert!(letter.html.contains(&format!("<html lang=\"{tag}\">")));
        let mut open = Vec::new();
        for piece in letter.html.split('<').skip(1) {
            let name: String = piece
                .chars()
                .take_while(|one| one.is_ascii_alphanumeric() || "/!".contains(*one))
                .collect();
            match name.strip_prefix('/') {
                Some(closed) => assert_eq!(open.pop().as_deref(), Some(closed)),
                None if ["br", "meta", "!DOCTYPE"].contains(&name.as_str()) => {}
                None => open.push(name),
            }
        }
        assert!(open.is_empty(), "{open:?}");
    }
}

#[test]
fn names_are_escaped_in_the_page_and_plain_in_the_text() {
    let mut register = samples::register();
    register.chapters[0].name = "Blåbær & <b>bringebær</b>".to_owned();
    let mut hearing = samples::full_hearing("101");
    hearing.forms[0].file = "a<script>&.xlsx".to_owned();
    let letter = Composer::new()
        .unwrap()
        .chapter_letter(&samples::settings(), &register, &hearing, Occasion::News)
        .unwrap()
        .unwrap();
    assert!(letter.text.contains("Hei, Blåbær & <b>bringebær</b>!"));
    assert!(letter.subject.starts_with("Blåbær & <b>bringebær</b>:"));
    assert!(letter.text.contains("(a<script>&.xlsx)"));
    assert!(
        letter
            .html
            .contains("Hei, Blåbær &amp; &lt;b&gt;bringebær&lt;")
    );
    assert!(letter.html.contains("a&lt;script&gt;&amp;.xlsx"));
    assert!(!letter.html.contains("<b>") && !letter.html.contains("<script"));
    assert!(!letter.html.contains("&amp;amp;") && !letter.html.contains("&amp;lt;"));
}

#[test]
fn nobody_to_tell_is_an_error_and_not_a_silence() {
    let empty = samlerapport_ingest::Register::default();
    let error = Composer::new()
        .unwrap()
        .finance_letter(
            &samples::settings(),
            &empty,
            &WorkbookNews {
                path: "x",
                totals: &samples::totals(),
                score: &samples::score(),
                before: None,
            },
        )
        .unwrap_err();
    assert!(matches!(
        error,
        ComposeError::NobodyToTell(LetterKind::Finance)
    ));
}

/// The text of a page, without its tags.
fn plain(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<').skip(1) {
        text.push(' ');
        text.push_str(piece.split_once('>').map_or("", |(_, rest)| rest));
    }
    text.replace("&nbsp;", " ").replace("&#x2f;", "/")
}
