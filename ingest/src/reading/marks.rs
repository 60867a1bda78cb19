//! Rows and cells of a table that are no data: sums, comments, ditto marks.

use super::greeting;
use crate::fold::fold_into;

/// Whether a cell says "as above".
pub(crate) fn is_ditto(text: &str) -> bool {
    // Most cells begin with another letter or a digit, and need no more.
    let other = |first: u8| first.is_ascii_alphanumeric() && !b"dDsS".contains(&first);
    if text.len() > 40 || text.bytes().next().is_some_and(other) {
        return false;
    }
    let text = text.trim();
    let mut quoted = false;
    let marks = text.chars().all(|sign| {
        let quote = matches!(
            sign,
            '"' | '”' | '“' | '„' | '″' | '〃' | '\'' | '’' | '´' | '»' | '«'
        );
        quoted |= quote;
        quote || matches!(sign, '-' | '–' | '—' | ' ' | '.' | '_')
    });
    if marks {
        return quoted;
    }
    // The words begin with d or s; most cells need not be folded to know.
    if !text.starts_with(['d', 'D', 's', 'S']) || text.len() > 20 {
        return false;
    }
    let mut folded = String::new();
    fold_into(text, &mut folded);
    matches!(
        folded.as_str(),
        "do" | "ditto"
            | "dito"
            | "samme"
            | "same"
            | "det samme"
            | "det same"
            | "som over"
            | "som ovenfor"
            | "som ovanfor"
            | "samme som over"
            | "same som over"
            | "samme som ovenfor"
            | "se over"
            | "s o"
    )
}

/// Whether the first text of a row says that the row adds up the others.
pub(crate) fn is_sum(text: &str, folded: &mut String) -> bool {
    if text.len() > 60 {
        return false;
    }
    fold_into(text, folded);
    let begins = [
        "sum",
        "totalt",
        "total",
        "i alt",
        "ialt",
        "til sammen",
        "tilsammen",
        "totalsum",
        "delsum",
        "samlet",
        "til saman",
        "samla",
        "antall",
        "tal paa",
        "talet paa",
    ];
    begins_with(folded, &begins) || folded.ends_with(" i alt")
        || folded.ends_with(" totalt")
        || folded.ends_with(" til sammen")
        // "90 | deltakere i alt på 10 ganger"
        || folded.contains(" i alt paa ")
}

/// Whether a text begins with one of some words.
fn begins_with(folded: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        let rest = folded.strip_prefix(word);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

/// Whether the first text of a row says that it is the mean of the others, or their ends.
pub(crate) fn is_mean(text: &str, folded: &mut String) -> bool {
    if text.len() > 40 {
        return false;
    }
    fold_into(text, folded);
    let begins = [
        "snitt",
        "gjennomsnitt",
        "gjennomsnittlig",
        "gjennomsnittleg",
        "i snitt",
        "i gjennomsnitt",
        "middeltall",
        "middeltal",
    ];
    begins_with(folded, &begins)
}

/// Whether the first text of a row marks it as an example of how to fill it in.
pub(crate) fn is_example(text: &str, folded: &mut String) -> bool {
    if text.len() > 40 || !text.starts_with(['e', 'E', 'd', 'D', 'f', 'F', '(']) {
        return false;
    }
    fold_into(text, folded);
    let begins = [
        "eks",
        "eksempel",
        "døme",
        "for eksempel",
        "f eks",
        "til dømes",
    ];
    begins.iter().any(|word| {
        let rest = folded.strip_prefix(word);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' ') && is_mark(text, rest))
    })
}

/// Whether what follows the word is the example itself, not the rest of a title.
fn is_mark(text: &str, rest: &str) -> bool {
    let digit = rest
        .trim_start()
        .starts_with(|sign: char| sign.is_ascii_digit());
    digit || text.contains([':', ')'])
}

/// Whether a line of text among the rows speaks to the reader.
pub(crate) fn is_comment(text: &str, folded: &mut String) -> bool {
    fold_into(text, folded);
    let begins = [
        "merk",
        "obs",
        "nb",
        "kommentar",
        "kommentarar",
        "merknad",
        "side",
        "forts",
        "fortsetter",
        "fortsettelse",
        "eksempel",
        "døme",
        "vi har",
        "me har",
        "laget har",
        "i tillegg",
        "dessuten",
        "ingenting",
        "ingen møter",
        "ingen treff",
        "ingen aktivitet",
        "ingen aktiviteter",
        "ikke noe",
        "ikkje noko",
        "stengt",
        "ferie",
        "sommerferie",
        "sommarferie",
        "vinterferie",
        "paaskeferie",
        "sommerpause",
        "sommarpause",
    ];
    text.trim_end().ends_with(':')
        || text.starts_with(['*', '('])
        || greeting::begins(folded)
        || begins.iter().any(|word| {
            folded
                .strip_prefix(word)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
}

/// Whether a text where a date belongs says whom to ask or where to send the form.
pub(crate) fn is_contact(text: &str, folded: &mut String) -> bool {
    fold_into(text, folded);
    let begins = [
        "spørsmaal",
        "ved spørsmaal",
        "kontakt",
        "kontaktperson",
        "kontaktinfo",
        "ring",
        "sendes",
        "sendast",
        "send",
    ];
    begins_with(folded, &begins)
}
