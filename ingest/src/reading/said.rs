//! Words that say of a value that it holds every time: a label with "hver gang" beside it,
//! a sentence that begins "Alle treffene".

use super::{label, wording};
use crate::cell;
use crate::fold::fold_into;
use crate::form::{Field, FormId, Kind};
use crate::value::Value;
use crate::workbook::Content;

/// A longer text is no label.
const LONGEST_LABEL: usize = 70;
/// A longer text says more than what holds for all rows.
const LONGEST: usize = 400;
/// A time is not longer.
const MOST_WORDS: usize = 8;

/// A value that holds for all rows, as a text tells it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Said<'a> {
    pub(super) field: Field,
    /// The value in the same cell.
    pub(super) value: Option<&'a str>,
    /// Whether the words say that it holds for all; else the value must.
    pub(super) of_all: bool,
    /// Whether it says so in words, and not by what it asks for alone.
    pub(super) by_words: bool,
    /// Whether it may be about some of the rows: there may be other activities than trips.
    pub(super) of_some: bool,
}

/// What a list tells once for all of its rows.
pub(super) const CAN_BE_TOLD: [Field; 6] = [
    Field::Leader,
    Field::Organiser,
    Field::Venue,
    Field::From,
    Field::Hours,
    Field::Sharing,
];
/// What says that something holds every time, folded.
const ALWAYS: &str = "\
    alle, alltid, hver gang, kvar gong, kvar gang, samtlige, alle gangene, alle gongene, \
    alle ganger, hele aaret, heile aaret, av alt, for alt, alt, den samme, det samme, \
    den same, samme, same, alle gonger, paa alle, alle møter, alle møtene, alle møta, \
    alle treff, alle treffene, alle treffa, alle kvelder, alle kveldene, alle kveldane, \
    alle aktiviteter, alle aktivitetene, alle aktivitetane, alle samlinger, alle samlingene, \
    alle samlingar, alle samlingane, alle besøk, alle besøkene, alle besøka, alle dager, \
    alle dagene, alle dagar, alle dagane, hvert møte, kvart møte, hvert treff, kvart treff, \
    hver kveld, kvar kveld, alle turer, alle turene, alle turar, alle turane";
/// Of these, what may be some of a list's activities.
const OF_SOME: &str = "alle turer, alle turene, alle turar, alle turane";
/// Of these, what says in a sentence that everything is meant: "alle" alone may be people.
fn is_of_gatherings(words: &str) -> bool {
    let single = ["alltid", "alt"];
    let people = ["den samme", "det samme", "den same", "paa alle"];
    (words.contains(' ') || single.contains(&words)) && !people.contains(&words)
}

/// What says that it holds not every time.
const EXCEPT: &str = "\
    unntatt, unnateke, unntak, utenom, utanom, bortsett, men, ikke, ikkje, nesten, omtrent, \
    neste, ringe, ringje, skyss, styremøte, styremøter, styremøtene, før, etter, siden, sidan, \
    vanligvis, vanlegvis, oftest, regel, stort, noen, nokre, vaar, vaaren, høst, høsten, \
    haust, hausten, sommer, sommeren, sommar, juni, desember, januar, resten, andre, eller, \
    medlemmer";

/// Reads "Likeperson hver gang: Kari Nordlys", or the label alone beside its value.
pub(super) fn labelled(text: &str, form: FormId) -> Option<Said<'_>> {
    let (head, value) = match text.split_once([':', '\n']) {
        Some((head, value)) => (head, Some(value.trim()).filter(|it| !it.is_empty())),
        None => (text, None),
    };
    if head.len() > LONGEST_LABEL || head.trim_end().ends_with('.') {
        return None;
    }
    let mut folded = String::new();
    fold_into(head, &mut folded);
    if excepts(&folded) {
        return None;
    }
    let bare = without(&folded);
    let mut buffer = String::new();
    let own = label::exact(&bare, &mut buffer).and_then(|it| it.column(form));
    let field = own.or_else(|| wording::column(&bare, form, |_| true))?;
    let of_all =
        bare != folded || field == Field::Organiser || field == Field::Leader && leads(&bare);
    CAN_BE_TOLD.contains(&field).then_some(Said {
        field,
        value: value.map(first_sentence),
        of_all,
        by_words: bare != folded,
        of_some: is_of_some(&folded),
    })
}

/// Whether a label names who led, not only somebody in charge.
fn leads(folded: &str) -> bool {
    folded.contains("likeperson") || folded.contains("likemann")
}

/// Reads what the sentences of a text say of all rows.
pub(super) fn sentences(text: &str, form: FormId) -> Vec<Said<'_>> {
    if text.len() > LONGEST || !text.contains(' ') {
        return Vec::new();
    }
    let mut said = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let sentence = first_sentence(rest);
        rest = rest.get(sentence.len()..).unwrap_or_default();
        rest = rest.trim_start_matches(['.', ' ', '\n']);
        said.extend(sentence_of(sentence, form));
    }
    said
}

/// Whether a text says when everything was, but not of every time.
pub(super) fn is_doubtful(text: &str) -> bool {
    let mut folded = String::new();
    let short = text.len() <= LONGEST && text.contains(' ');
    short && {
        fold_into(text, &mut folded);
        has_always(&folded) && excepts(&folded) && time(text).is_some()
    }
}

fn sentence_of(sentence: &str, form: FormId) -> Vec<Said<'_>> {
    let mut folded = String::new();
    fold_into(sentence, &mut folded);
    let all: Vec<&str> = ALWAYS
        .split(", ")
        .filter(|words| is_of_gatherings(words) && has(&folded, words))
        .collect();
    if all.is_empty() || excepts(&folded) {
        return Vec::new();
    }
    let mut said = Vec::new();
    // "Alt" that somebody led, but no hours of.
    if let Some(value) = time(sentence).filter(|_| all.iter().any(|words| !words.ends_with("alt")))
    {
        said.push(Said {
            field: Field::From,
            value: Some(value),
            of_all: true,
            by_words: true,
            of_some: is_of_some(&folded),
        });
    }
    if form != FormId::Visits
        && let Some(value) = leader(sentence, &folded)
    {
        said.push(Said {
            field: Field::Leader,
            value: Some(value),
            of_all: true,
            by_words: true,
            of_some: is_of_some(&folded),
        });
    }
    said
}

/// The one span of time in a sentence, from its first word about the clock on.
fn time(sentence: &str) -> Option<&str> {
    let starts = sentence.match_indices(' ').map(|(at, _)| at + 1);
    let mut found: Option<&str> = None;
    let mut past = 0;
    for start in std::iter::once(0).chain(starts) {
        let rest = sentence.get(start..)?;
        let lower = rest.get(..4).unwrap_or(rest).to_lowercase();
        if start < past
            || !["kl", "fra ", "frå"]
                .iter()
                .any(|word| lower.starts_with(word))
        {
            continue;
        }
        let ends = rest.match_indices(' ').map(|(at, _)| at).take(MOST_WORDS);
        let mut ends: Vec<usize> = ends.chain([rest.len()]).collect();
        ends.sort_unstable();
        let span = ends.iter().rev().find_map(|end| {
            let time = rest.get(..*end)?.trim_end_matches(['.', ',', ' ']);
            let content = Content::Text(time.into());
            let read = cell::understand(&content, Kind::Time);
            matches!(read.value, Some(Value::TimeSpan { .. })).then_some(time)
        });
        if let Some(span) = span {
            if found.is_some() {
                return None;
            }
            past = start + span.len();
            found = Some(span);
        }
    }
    found
}

/// Who a sentence says led everything: "Kari Nordlys, Havnegata 1, ledet alle møtene",
/// "Det er jeg, Kari Nordlys, som har ledet alt", "Alle møtene ble ledet av Kari Nordlys".
fn leader<'a>(sentence: &'a str, folded: &str) -> Option<&'a str> {
    let led = ["ledet", "leda", "leia", "leidde", "leidd", "ledde"];
    if !folded.split(' ').any(|word| led.contains(&word)) {
        return None;
    }
    let lower = sentence.to_lowercase();
    // Lower case may be longer in other scripts; then its places are not ours.
    if lower.len() != sentence.len() {
        return None;
    }
    let by = [
        " ledet av ",
        " leda av ",
        " leia av ",
        " leidd av ",
        " leidde av ",
    ];
    if let Some((at, word)) = by.iter().find_map(|by| Some((lower.find(by)?, *by))) {
        let name = sentence.get(at + word.len()..)?;
        return Some(name.trim_matches(['.', ' ', ',']));
    }
    let before = [
        ", som har ",
        ", som hadde ",
        ", som ",
        " som har ",
        ", har ",
        " har ledet",
        " har leda",
        ", var likeperson",
        " var likeperson",
        ", ledet",
        " ledet",
        ", leda",
        " leda",
        ", leia",
        " leia",
        ", leidde",
        " leidde",
    ];
    let end = before.iter().filter_map(|word| lower.find(word)).min()?;
    let name = sentence.get(..end)?;
    let me = [
        "det er jeg, ",
        "det er eg, ",
        "det e æ, ",
        "det e eg, ",
        "jeg, ",
        "eg, ",
        "æ, ",
    ];
    let start = me
        .iter()
        .find(|me| lower.starts_with(**me))
        .map_or(0, |me| me.len());
    let name = name.get(start..)?.trim_matches([' ', ',']);
    let first = name.split([',', '(']).next().unwrap_or(name).trim();
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let words = first.split([' ', '-']).filter(|word| !word.is_empty());
    let named = (2..=5).contains(&words.clone().count()) && words.clone().all(capital);
    named.then_some(name)
}

/// A value without the words that say that it holds every time, and whether there were any.
pub(super) fn without_always(value: &str) -> (String, bool) {
    let mut folded = String::new();
    fold_into(value, &mut folded);
    if excepts(&folded) {
        return (value.to_owned(), false);
    }
    let lower = value.to_lowercase();
    let words = [
        "alltid ",
        "hver gang ",
        "kvar gong ",
        "kvar gang ",
        "alle gangene ",
        "alle gonger ",
    ];
    for word in words {
        if lower.len() == value.len() && lower.starts_with(word) {
            let rest = value.get(word.len()..).unwrap_or_default();
            return (rest.trim_start_matches([',', ':', ' ']).to_owned(), true);
        }
        let behind = word.trim_end();
        if lower.len() == value.len() && lower.ends_with(behind) {
            let rest = value.get(..value.len() - behind.len()).unwrap_or_default();
            return (rest.trim_end_matches([',', '(', ' ']).to_owned(), true);
        }
    }
    (value.to_owned(), false)
}

/// The sentence that a text begins with; a full stop in "kl. 11" or "tlf. 900" ends none.
fn first_sentence(text: &str) -> &str {
    let ends = text.match_indices(". ").map(|(at, _)| at);
    let mut ends = ends.filter(|at| {
        let before = text.get(..*at).unwrap_or_default();
        let word = before.rsplit(' ').next().unwrap_or_default();
        let after = text.get(at + 2..).unwrap_or_default();
        word.chars().count() > 3 && after.starts_with(char::is_uppercase)
    });
    let end = ends.next().unwrap_or(text.len());
    text.get(..end).unwrap_or(text).trim_end_matches(['.', ' '])
}

fn is_of_some(folded: &str) -> bool {
    OF_SOME.split(", ").any(|words| has(folded, words))
}

fn has_always(folded: &str) -> bool {
    ALWAYS.split(", ").any(|words| has(folded, words))
}

fn excepts(folded: &str) -> bool {
    EXCEPT.split(", ").any(|words| has(folded, words))
}

/// Whether words stand in a folded text, whole.
fn has(folded: &str, words: &str) -> bool {
    folded.match_indices(words).any(|(at, _)| {
        let before = folded.get(..at).unwrap_or_default();
        let after = folded.get(at + words.len()..).unwrap_or_default();
        (before.is_empty() || before.ends_with(' ')) && (after.is_empty() || after.starts_with(' '))
    })
}

/// A folded label without the words that say that it holds every time.
fn without(folded: &str) -> String {
    let mut words: Vec<&str> = ALWAYS.split(", ").collect();
    words.sort_unstable_by_key(|words| std::cmp::Reverse(words.len()));
    let mut bare = format!(" {folded} ");
    for word in words {
        bare = bare.replace(&format!(" {word} "), " ");
    }
    for gone in [
        " gangene ",
        " gongene ",
        " ganger ",
        " paa ",
        " møtene ",
        " møter ",
        " gjelder ",
        " gjeld ",
    ] {
        if bare.trim() != folded {
            bare = bare.replace(gone, " ");
        }
    }
    bare.trim().to_owned()
}

#[cfg(test)]
mod tests;
