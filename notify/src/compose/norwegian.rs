//! Dates, lists and labels as Norwegians write them.

use chrono::{Datelike, NaiveDate};
use samlerapport_ingest::{Field, FormId, Language};
use samlerapport_validate::{Noun, Text, Words};

/// The names of the months are the same in both written standards.
const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
];

/// The language's tag, in templates and in HTML.
pub(super) fn tag(language: Language) -> &'static str {
    match language {
        Language::Bokmal => "nb",
        Language::Nynorsk => "nn",
    }
}

/// "1 234 aktivitetsdager", "1 aktivitetsdag".
pub(super) fn counted(count: u64, noun: Noun, language: Language) -> String {
    let noun = noun.behind(count);
    let noun = match language {
        Language::Bokmal => noun.nb,
        Language::Nynorsk => noun.nn,
    };
    format!("{} {noun}", number(count))
}

/// "31. mai 2026".
pub(super) fn date(date: NaiveDate) -> String {
    let month = usize::try_from(date.month0())
        .ok()
        .and_then(|month| MONTHS.get(month))
        .copied()
        .unwrap_or_default();
    format!("{}. {month} {}", date.day(), date.year())
}

/// "A, B og C", or with another last word.
pub(super) fn list(items: &[String], last: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

/// A catalogue text in the letter's standard.
pub(super) fn words(words: Words, language: Language) -> &'static str {
    match language {
        Language::Bokmal => words.nb,
        Language::Nynorsk => words.nn,
    }
}

/// A finding's text in the letter's standard.
pub(super) fn text(text: &Text, language: Language) -> &str {
    match language {
        Language::Bokmal => &text.nb,
        Language::Nynorsk => &text.nn,
    }
}

/// The title of a form.
pub(super) fn form_title(form: FormId, language: Language) -> &'static str {
    let form = form.form();
    match language {
        Language::Bokmal => form.title,
        Language::Nynorsk => form.title_nn,
    }
}

/// The label of a field or column of a form; `None` when the form lacks it.
pub(super) fn label(form: FormId, field: Field, language: Language) -> Option<&'static str> {
    let form = form.form();
    let columns = form.table.as_ref().map_or(&[][..], |table| table.columns);
    form.fields
        .iter()
        .chain(columns)
        .find(|item| item.field == field)
        .map(|item| match language {
            Language::Bokmal => item.label,
            Language::Nynorsk => item.label_nn,
        })
}
/// "12 480": thousands apart by a blank that does not break.
pub(super) fn number(number: u64) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            written.push('\u{a0}');
        }
        written.push(digit);
    }
    written
}
