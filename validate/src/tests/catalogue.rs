//! The catalogue keeps its own rules.

use std::collections::BTreeSet;

use crate::{Example, catalogue, digest, rule_page, rules_page};

#[test]
fn codes_and_names_are_unique_and_neutral() {
    let codes: BTreeSet<_> = catalogue().iter().map(|rule| rule.code).collect();
    let names: BTreeSet<_> = catalogue().iter().map(|rule| rule.name).collect();
    assert_eq!(
        (codes.len(), names.len()),
        (catalogue().len(), catalogue().len())
    );
    for code in codes {
        let digits = code.strip_prefix('K').unwrap();
        assert!(digits.len() == 3 && digits.parse::<u16>().is_ok(), "{code}");
    }
}

#[test]
fn texts_are_whole_sentences_and_titles_are_not() {
    for rule in catalogue() {
        for words in [rule.why, rule.remedy] {
            for text in [words.nb, words.nn] {
                let first = text.chars().next().unwrap();
                assert!(
                    first.is_uppercase() && text.ends_with('.'),
                    "{}: {text}",
                    rule.name
                );
            }
        }
        for text in [rule.title.nb, rule.title.nn] {
            assert!(!text.ends_with('.') && !text.contains(rule.code), "{text}");
        }
        assert_ne!(rule.why.nb, "", "{}", rule.name);
    }
}

#[test]
fn nynorsk_is_nynorsk() {
    let bokmal = [
        "ikke", "hva", "hvor", "hvilken", "jeg", "noe", "fra", "navnet", "mangler",
    ];
    for rule in catalogue() {
        for words in [rule.title, rule.why, rule.remedy] {
            let text = words.nn.to_lowercase();
            let mut told = text.split(|letter: char| !letter.is_alphabetic());
            let slip = told.find(|word| bokmal.contains(word));
            assert_eq!(slip, None, "{}: {}", rule.name, words.nn);
        }
    }
}

#[test]
fn the_page_tells_every_rule_and_its_cases() {
    let example = Example {
        rule: "stand".to_owned(),
        wrong: true,
        given: "skjema: aktiviteter".to_owned(),
        title: "laget sto på stand".to_owned(),
        said: vec!["Dette ser ut som en stand.".to_owned()],
    };
    let page = rules_page(&[example]);
    for rule in catalogue() {
        assert!(
            page.contains(&format!("\n## {}\n", rule.code)),
            "{}",
            rule.name
        );
    }
    assert!(
        page.contains("| skjema: aktiviteter | laget sto på stand | Dette ser ut som en stand. |")
    );
}

#[test]
fn a_rule_is_explained_by_code_or_name() {
    let by_code = rule_page("k041").unwrap();
    assert_eq!(Some(&by_code), rule_page("stand").as_ref());
    assert!(by_code.starts_with("K041 Stand\n"), "{by_code}");
    assert_eq!(rule_page("K999"), None);
}

#[test]
fn the_digest_is_sixteen_digits() {
    let digest = digest();
    assert!(digest.len() == 16 && digest.chars().all(|digit| digit.is_ascii_hexdigit()));
}
