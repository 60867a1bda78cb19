//! Ja and Nei, in words and ticks.

use super::count;
use super::plain::Token::{self, Mark, Number, Word};
use super::plain::tokens;
use super::words;
use crate::fault::FaultKind;
use crate::value::Value;

/// Reads plain text that should say yes or no, with the number that may follow
/// ("Ja, 2"); `None` when it is the printed choice with nothing ticked.
pub(crate) fn read(plain: &str) -> Result<Option<(bool, Option<Value>)>, FaultKind> {
    let wrong = FaultKind::YesNoNotUnderstood;
    let plain = without_choice(plain);
    let found = tokens(plain).ok_or(wrong.clone())?;
    let answers: Vec<Option<bool>> = found.iter().map(|token| answer(*token)).collect();
    let yes = answers.contains(&Some(true));
    let no = answers.contains(&Some(false));
    if yes && no {
        return both(&found);
    }
    // A number alone counts what was asked for: "2" meeting places, or 1 and 0 as a tick.
    if let [Number(value, _)] = found.as_slice() {
        return Ok(Some((
            *value > 0,
            (*value > 1).then_some(Value::Count(*value)),
        )));
    }
    // "Har ikke" answers a question that began with "Har".
    match found.as_slice() {
        [Word("har")] | [Word("har"), Word("vi" | "det")] => return Ok(Some((true, None))),
        [Word("har"), Word("ikke" | "ikkje")]
        | [Word("har"), Word("vi" | "det"), Word("ikke" | "ikkje")] => {
            return Ok(Some((false, None)));
        }
        _ => {}
    }
    let (Some(Some(first)), rest) = (answers.first(), found.get(1..).unwrap_or_default()) else {
        return Err(wrong);
    };
    // "Ikke avklart" is no answer.
    if matches!(found.as_slice(), [Word("ikke" | "ikkje"), Word(_), ..]) {
        return Err(wrong);
    }
    match rest {
        [] | [Mark('.' | '!' | ',')] => Ok(Some((*first, None))),
        [Mark(_) | Number(..), ..] if !hedges(rest) || (!*first && denies(rest)) => {
            let after: String = plain
                .chars()
                .skip_while(|sign| !sign.is_ascii_digit())
                .take_while(char::is_ascii_digit)
                .collect();
            let spelt = match rest {
                [Mark(_), Word(word)] | [Mark(_), Word(word), Mark('.')] => words::number(word),
                _ => None,
            };
            let count = match spelt.filter(|_| after.is_empty()) {
                Some(spelt) => Some(Value::Count(spelt)),
                None => count::read(&after).ok(),
            };
            let count = count.filter(|_| *first);
            Ok(Some((*first, count)))
        }
        _ if hedges(rest) => Err(FaultKind::TwoReadings),
        _ => Ok(Some((*first, None))),
    }
}

/// The text without the printed "(ja/nei)" that ends it, unless there is nothing else.
fn without_choice(plain: &str) -> &str {
    let cut = plain.trim_end_matches([')', ':', '?', ' ']);
    let cut = cut
        .strip_suffix("ja/nei")
        .or_else(|| cut.strip_suffix("ja / nei"));
    let before = cut.and_then(|cut| cut.trim_end().strip_suffix('('));
    before
        .map(str::trim_end)
        .filter(|before| before.chars().any(char::is_alphanumeric))
        .unwrap_or(plain)
}

fn answer(token: Token<'_>) -> Option<bool> {
    match token {
        Word("ja" | "j" | "yes" | "y" | "x" | "xx" | "true" | "sann" | "jepp" | "jadda" | "jo")
        | Mark('✓' | '✔' | '☑' | '☒' | '√' | '✗' | '✘') => Some(true),
        Word("nei" | "n" | "no" | "nope" | "false" | "usann" | "ingen" | "ikke" | "ikkje") => {
            Some(false)
        }
        Word(_) | Number(..) | Mark(_) => None,
    }
}

/// "Nei, vi har ikke" says no twice.
fn denies(rest: &[Token<'_>]) -> bool {
    rest.iter().all(|token| {
        matches!(
            token,
            Mark('.' | ',' | '!' | '-') | Word("vi" | "har" | "det" | "ikke" | "ikkje" | "laget")
        )
    })
}

/// "Ja, men ikke i år" is neither.
fn hedges(rest: &[Token<'_>]) -> bool {
    rest.iter().any(|token| {
        matches!(
            token,
            Word(
                "men"
                    | "ikke"
                    | "ikkje"
                    | "delvis"
                    | "kanskje"
                    | "nesten"
                    | "snart"
                    | "tror"
                    | "trur"
                    | "usikker"
            ) | Mark('?')
        )
    })
}

/// Both words stand there: the printed "Ja / Nei", perhaps with one of them ticked.
fn both(found: &[Token<'_>]) -> Result<Option<(bool, Option<Value>)>, FaultKind> {
    let mut ticked = Vec::new();
    let mut words = 0;
    let is_tick = |token: &Token<'_>| {
        answer(*token) == Some(true) && !matches!(token, Word("ja" | "j" | "yes"))
    };
    for (at, token) in found.iter().enumerate() {
        let Word(word @ ("ja" | "nei")) = token else {
            continue;
        };
        words += 1;
        // The tick stands after the word, in brackets or bare: "Ja [x] Nei [ ]".
        let after = found.get(at + 1..).unwrap_or_default();
        let until_next = after
            .iter()
            .take_while(|token| !matches!(token, Word("ja" | "nei")));
        if until_next.into_iter().any(is_tick) {
            ticked.push(*word == "ja");
        }
    }
    // A tick before the first word belongs to the word after it.
    let before = found.first().is_some_and(is_tick);
    match ticked.as_slice() {
        [] if words == 2 && !before && !hedges(found) => Ok(None),
        [one] if !before && words == 2 => Ok(Some((*one, None))),
        _ => Err(FaultKind::TwoReadings),
    }
}
