//! The chapter that a line of a head names, alone or in a title.

use crate::fold::fold_into;

/// Names that organisations begin with, as they are compared.
const ORGANISATIONS: [&str; 1] = ["mental helse"];

/// The chapter that a line names: "Mental Helse Blåtind", alone or in a title.
pub(super) fn named(text: &str) -> Option<&str> {
    let text = text.trim();
    // A sentence is about something else, unless it tells the number too.
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if text.len() > 110 || text.ends_with('.') && digits < 9 {
        return None;
    }
    let starts = text.char_indices().map(|(at, _)| at);
    let (at, organisation) = starts
        .flat_map(|at| ORGANISATIONS.map(|organisation| (at, organisation)))
        .find(|(at, organisation)| {
            let head = text.get(*at..at + organisation.len());
            let before = text
                .get(..*at)
                .and_then(|before| before.chars().next_back());
            head.is_some_and(|head| head.eq_ignore_ascii_case(organisation))
                && before.is_none_or(|sign| !sign.is_alphanumeric())
        })?;
    let before = text.get(..at)?.trim_end();
    let last = before.rsplit(' ').next().unwrap_or_default().to_lowercase();
    if matches!(last.as_str(), "til" | "sendes" | "send" | "av") {
        return None;
    }
    let from = at + organisation.len();
    let end = name_end(text.get(from..)?)?;
    text.get(at..from + end)
}

/// Where a chapter's own name ends after the organisation's: names with capitals,
/// and small words between them.
fn name_end(rest: &str) -> Option<usize> {
    let mut end = None;
    let mut folded = String::new();
    let mut at = 0;
    for word in rest.split_inclusive(' ') {
        let bare = word.trim();
        let name = bare.trim_end_matches([':', ',', '.', ';', ')', '!', '?', '"']);
        fold_into(name, &mut folded);
        let joins = matches!(folded.as_str(), "i" | "og" | "paa" | "ved");
        let around = matches!(folded.as_str(), "omegn" | "omeign" | "omland");
        let capital = around || name.chars().next().is_some_and(char::is_uppercase);
        if !bare.is_empty() && !joins {
            if !capital || is_no_name(&folded) {
                break;
            }
            let start = at + (word.len() - word.trim_start().len());
            end = Some(start + name.len());
            if name.len() < bare.len() {
                break;
            }
        }
        at += word.len();
    }
    end
}

/// Words with a capital that stand after an organisation's name and go on with
/// something else.
fn is_no_name(folded: &str) -> bool {
    let begins = [
        "rapport",
        "aarsrapport",
        "aarsmelding",
        "aktivitet",
        "likeperson",
        "oversikt",
        "møteplass",
        "skjema",
        "grunnlagsaar",
        "norge",
        "noreg",
        "ungdom",
        "sentralt",
        "landsforbund",
        "styret",
        "fylkeslag",
        "lokallag",
        "hjelpetelefon",
    ];
    begins.iter().any(|word| folded.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chapter_in_a_line() {
        for (text, wanted) in [
            ("Mental Helse Blåtind", Some("Mental Helse Blåtind")),
            (
                "Mental Helse Solvang og omegn",
                Some("Mental Helse Solvang og omegn"),
            ),
            ("MENTAL HELSE BLÅTIND", Some("MENTAL HELSE BLÅTIND")),
            (
                "Likepersoner i Mental Helse Lindebyen 2025",
                Some("Mental Helse Lindebyen"),
            ),
            (
                "Mental Helse Isfjord: aktiviteter 2025",
                Some("Mental Helse Isfjord"),
            ),
            (
                "Mental Helse Bø i Telemark 2025",
                Some("Mental Helse Bø i Telemark"),
            ),
            (
                "Mental Helse Sør-Fron og Omegn",
                Some("Mental Helse Sør-Fron og Omegn"),
            ),
            ("Mental Helse Blåtind i 2025", Some("Mental Helse Blåtind")),
            (
                "MENTAL HELSE BLÅTIND ÅRSRAPPORT 2025",
                Some("MENTAL HELSE BLÅTIND"),
            ),
            (
                "Årsrapport (Mental Helse Blåtind)",
                Some("Mental Helse Blåtind"),
            ),
            ("Mental Helse", None),
            ("Mental Helse Norge", None),
            ("Sendes til Mental Helse Nordland", None),
            ("Mental helse er viktig", None),
            ("Tema: mental helse", None),
        ] {
            assert_eq!(named(text), wanted, "{text}");
        }
    }
}
