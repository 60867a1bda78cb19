//! Whom a text names as the one who signed: a name, perhaps an office, perhaps a day.

use crate::cell;
use crate::fold::fold_into;
use crate::form::{Kind, SignatureRole};
use crate::value::{Day, Value};
use crate::workbook::Content;

/// A longer text is a sentence.
const LONGEST: usize = 90;

/// One who signed, as far as a text tells.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Signer {
    pub(crate) name: Option<String>,
    pub(crate) date: Option<Day>,
    pub(crate) role: Option<SignatureRole>,
}

/// Reads "Kari Nordlys, leder", "Leder: Kari Nordlys", "Kari Nordlys (leder) 3/1-26".
pub(crate) fn signer(text: &str) -> Signer {
    let text = without_opening(text);
    if let Some(signer) = in_sentence(text) {
        return signer;
    }
    let mut role = None;
    let mut kept: Vec<&str> = Vec::new();
    for part in text.split([',', '(', ')', '\n', ';']) {
        let part = without_opening(part);
        // "dato 3.1.2026" in a cell beside the name.
        let part = after(part, "dato").unwrap_or(part);
        if is_sign(part) {
            continue;
        }
        let (part, told) = without_role(part);
        role = role.or(told);
        if !part.is_empty() {
            kept.push(part);
        }
    }
    let (name, date) = one_name(&kept).unwrap_or_else(|| name_and_date(&kept.join(", ")));
    let name = name.filter(|name| may_be_name(name));
    Signer { name, date, role }
}

/// "i Bømlo 3. mars 2026 av leiar Kari Nordlys": place and day before who signed.
fn in_sentence(text: &str) -> Option<Signer> {
    let (before, after) = text.split_once(" av ")?;
    let date = name_and_date(before).1?;
    let signed = signer(after);
    let named = signed.name.as_deref().is_some_and(is_name) && signed.date.is_none();
    named.then_some(Signer {
        date: Some(date),
        ..signed
    })
}

/// The one name among parts of which the others are a place, a day or both: "Moss
/// 3.1.2026" before the name, "Moss" behind it.
fn one_name(parts: &[&str]) -> Option<(Option<String>, Option<Day>)> {
    let (mut name, mut date) = (None, None);
    for part in parts {
        let (words, day) = name_and_date(part);
        if day.is_some() && date.is_some() {
            return None;
        }
        date = date.or(day);
        match words {
            Some(words) if is_name(&words) && name.is_none() => name = Some(words),
            // A place has one word here: two may be another who signed.
            Some(words) if words.contains(' ') || !is_word_of_name(&words, 0) => return None,
            Some(_) | None => {}
        }
    }
    Some((Some(name?), date)).filter(|_| parts.len() > 1)
}

/// "(sign.)" after a name.
fn is_sign(part: &str) -> bool {
    let bare = part.trim_end_matches('.');
    ["sign", "s", "signert", "sgn"]
        .iter()
        .any(|word| bare.eq_ignore_ascii_case(word))
}

/// The office that a text names and nothing else: "leder", "Styreleder i laget".
pub(crate) fn role(text: &str) -> Option<SignatureRole> {
    let (rest, role) = without_role(text.trim().trim_matches(['(', ')', ',', ':', '.']));
    role.filter(|_| rest.is_empty())
}

/// The office among the words of a label: "Signatur (nestleder)".
pub(crate) fn role_among(label: &str) -> Option<SignatureRole> {
    let mut folded = String::new();
    fold_into(label, &mut folded);
    folded.split(' ').find_map(office)
}

/// Whether a text is a person's name and no sentence: two to six words, each with
/// a capital but for such as "von".
pub(crate) fn is_name(text: &str) -> bool {
    let text = text.trim();
    let words = text.split_whitespace();
    let count = words.clone().count();
    let mut words = words.enumerate();
    (2..=6).contains(&count)
        && text.len() < 60
        && words.all(|(at, word)| is_word_of_name(word, at))
        && may_be_name(text)
}

fn is_word_of_name(word: &str, at: usize) -> bool {
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let bare = word.strip_suffix('.').unwrap_or(word);
    let dotted = bare.len() < word.len();
    let lettered = bare
        .chars()
        .all(|sign| sign.is_alphabetic() || matches!(sign, '-' | '\'' | '’' | '.'));
    let small = matches!(
        bare,
        "von"
            | "der"
            | "van"
            | "de"
            | "den"
            | "af"
            | "el"
            | "al"
            | "bin"
            | "di"
            | "du"
            | "jr"
            | "sr"
    );
    let short = bare.chars().count() <= 2;
    lettered && ((capital && (!dotted || short)) || (at > 0 && small))
}

/// Words that begin what stands in a signature's place and is no name.
fn may_be_name(text: &str) -> bool {
    let mut folded = String::new();
    fold_into(text, &mut folded);
    let first = folded.split(' ').next().unwrap_or_default();
    !matches!(
        first,
        "ja" | "nei"
            | "ok"
            | "x"
            | "se"
            | "sjaa"
            | "ikke"
            | "ikkje"
            | "signert"
            | "signeres"
            | "usignert"
            | "underskrevet"
            | "underskrive"
            | "underskrives"
            | "vedlagt"
            | "vedlegg"
            | "elektronisk"
            | "digitalt"
            | "mangler"
            | "manglar"
            | "sendes"
            | "ettersendes"
            | "kommer"
            | "kjem"
            | "skannet"
            | "skanna"
            | "mental"
            | "takk"
    )
}

/// The text after the words that open a signature: "Sign. Kari", "v/ Kari".
fn without_opening(text: &str) -> &str {
    let text = text.trim();
    OPENINGS
        .iter()
        .find_map(|opening| after(text, opening))
        .unwrap_or(text)
}

const OPENINGS: [&str; 28] = [
    "underskrevet av",
    "underskrive av",
    "underteikna av",
    "undertegnet av",
    "underskrift av",
    "signert av",
    "signert",
    "signatur",
    "underskrift",
    "underskrevet",
    "underskrive",
    "underteikna",
    "undertegnet",
    "skrevet under av",
    "skrive under av",
    "skrevet under",
    "skrive under",
    "skriver under",
    "skriv under",
    "sign.",
    "sign:",
    "/s/",
    "v/",
    "ved",
    "for styret v/",
    "for styret:",
    "for styret",
    "for laget",
];

/// Whether a line begins with words that say that somebody signed.
pub(crate) fn opens(text: &str) -> bool {
    let text = text.trim();
    let signs = |opening: &&&str| !matches!(**opening, "v/" | "ved");
    text.len() < LONGEST
        && OPENINGS
            .iter()
            .filter(signs)
            .any(|opening| after(text, opening).is_some())
}

/// What follows an opening, in whatever case, as a word of its own.
fn after<'a>(text: &'a str, opening: &str) -> Option<&'a str> {
    let head = text.get(..opening.len())?;
    let rest = text.get(opening.len()..)?;
    let apart = !opening.ends_with(char::is_alphabetic)
        || rest.starts_with(|sign: char| !sign.is_alphabetic());
    (head.eq_ignore_ascii_case(opening) && apart)
        .then(|| rest.trim_start_matches([' ', ':', '.', ',', '\n']))
        .filter(|rest| !rest.is_empty())
}

/// A text without the office that it begins or ends with.
fn without_role(part: &str) -> (&str, Option<SignatureRole>) {
    let mut folded = String::new();
    let mut named = |text: &str| {
        fold_into(text, &mut folded);
        whole_office(&folded)
    };
    if let Some(role) = named(part) {
        return ("", Some(role));
    }
    if let Some((head, rest)) = part.split_once(':')
        && let Some(role) = named(head)
    {
        return (rest.trim(), Some(role));
    }
    for separator in [" – ", " - ", "/", " "] {
        if let Some((before, last)) = part.rsplit_once(separator)
            && let Some(role) = named(last)
        {
            return (before.trim(), Some(role));
        }
        if let Some((first, rest)) = part.split_once(separator)
            && let Some(role) = named(first)
        {
            return (rest.trim(), Some(role));
        }
    }
    (part, None)
}

/// "leder", "leder i laget", "styremedlem 2".
fn whole_office(folded: &str) -> Option<SignatureRole> {
    let mut words = folded.split(' ');
    let role = words.next().and_then(office)?;
    let rest: Vec<&str> = words.collect();
    let of_chapter = matches!(
        rest.as_slice(),
        [] | ["1" | "2" | "3"] | ["i" | "av" | "for", "laget" | "lokallaget" | "styret"]
    );
    let of_named = matches!(rest.as_slice(), ["i" | "av" | "for", "mental", "helse", ..]);
    (of_chapter || of_named).then_some(role)
}

fn office(word: &str) -> Option<SignatureRole> {
    Some(match word {
        "leder" | "lederen" | "leiar" | "leiaren" | "lagleder" | "lagleiar" | "lagsleder"
        | "lagsleiar" | "lokallagsleder" | "lokallagsleiar" | "fylkesleder" | "fylkesleiar"
        | "styreleder" | "styreleiar" | "formann" | "styreformann" => SignatureRole::Leader,
        "nestleder" | "nestlederen" | "nestleiar" | "nestleiaren" | "nestformann" | "kasserer"
        | "kassereren" | "kasserar" | "kasseraren" | "sekretær" | "sekretæren" | "sekretaren"
        | "sekretar" | "styremedlem" | "styremedlemmet" | "styremedlemmen" | "styremedl"
        | "varamedlem" | "vara" | "varaperson" | "skrivar" | "skriver" | "økonomiansvarlig"
        | "økonomiansvarleg" => SignatureRole::BoardMember,
        "likeperson" | "likepersonen" => SignatureRole::PeerSupporter,
        _ => return None,
    })
}

/// "Kari Nordmann 3.1.2026", "Moss 3/1-26": words, and a date after or before them.
pub(crate) fn name_and_date(text: &str) -> (Option<String>, Option<Day>) {
    let date = |part: &str| {
        let part = part.trim_matches(|sign: char| sign == ',' || sign.is_whitespace());
        let content = Content::Text(part.into());
        last_day(cell::understand(&content, Kind::Date).value.as_ref())
    };
    let named = |part: &str| {
        let part =
            part.trim_matches(|sign: char| sign == ',' || sign == '-' || sign.is_whitespace());
        let part = part
            .strip_suffix(" den")
            .unwrap_or(part)
            .trim_end_matches(',');
        part.chars()
            .any(char::is_alphabetic)
            .then(|| part.to_owned())
    };
    if let Some(at) = text.find(|sign: char| sign.is_ascii_digit())
        && let (Some(before), Some(after)) = (text.get(..at), text.get(at..))
        && let Some(day) = date(after)
    {
        return (named(before), Some(day));
    }
    if let Some(at) = text.rfind(|sign: char| sign.is_ascii_digit())
        && let (Some(before), Some(after)) = (text.get(..=at), text.get(at + 1..))
        && let Some(day) = date(before)
    {
        return (named(after), Some(day));
    }
    (named(text), None)
}

/// The last of the days that a value holds.
pub(crate) fn last_day(value: Option<&Value>) -> Option<Day> {
    match value {
        Some(Value::Days(days)) => days.last().copied(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_offices_and_days_in_one_text() {
        for line in include_str!("cases/signers.txt").lines() {
            let (text, wanted) = line.split_once(" => ").unwrap();
            let found = signer(&text.replace("\\n", "\n"));
            let name = found.name.unwrap_or_else(|| "-".to_owned());
            let role = found.role.map_or("-", SignatureRole::key);
            let day = found.date.map_or_else(
                || "-".to_owned(),
                |day| format!("{}.{}", day.day, day.month),
            );
            assert_eq!(format!("{name} | {role} | {day}"), wanted, "{text}");
        }
    }

    #[test]
    fn names_and_what_is_none() {
        for name in [
            "Kari Nordlys",
            "Reidun von der Lippe",
            "Per Åsen jr.",
            "K. Nordlys",
            "Rávdná Storelv",
            "Anne-Lise Bø Hagen",
        ] {
            assert!(is_name(name), "{name}");
        }
        for other in [
            "Takk for innsatsen!",
            "Bodø",
            "Mental Helse Skarvøy",
            "Takk Alle Sammen",
            "Storgata 12",
            "Dato for signatur",
        ] {
            assert!(!is_name(other), "{other}");
        }
    }
}
