//! Whole numbers of people and things: "7", "ca. 20", "10-12", "full buss, 34".

use super::calendar;
use super::number::whole;
use super::plain::Token::{self, Mark, Number, Word};
use super::plain::{SPACED_DASH, tokens};
use super::words;
use crate::fault::FaultKind;
use crate::value::Value;

/// A larger number is no count of people.
const LARGEST: u32 = 9_999_999;

/// Words that leave a number open upwards or downwards, or make it no count.
const OPEN: [&str; 32] = [
    "under",
    "færre",
    "mindre",
    "maksimalt",
    "maksimum",
    "maximum",
    "høyst",
    "høgst",
    "ukene",
    "vekene",
    "inntil",
    "maks",
    "max",
    "opptil",
    "opp",
    "halv",
    "halvparten",
    "ikke",
    "ikkje",
    "kl",
    "klokka",
    "uke",
    "veke",
    "kr",
    "kroner",
    "år",
    "timer",
    "timar",
    "min",
    "mange",
    "usikker",
    "pluss",
];

/// Words that may follow a number written in letters.
const UNITS: [&str; 14] = [
    "stk",
    "stykk",
    "stykker",
    "stykke",
    "personer",
    "personar",
    "person",
    "deltakere",
    "deltakarar",
    "deltagere",
    "deltaker",
    "deltakar",
    "medlemmer",
    "medlemar",
];

/// What is told of those who were asked to come.
const INVITED: [&str; 9] = [
    "påmeldt",
    "påmeldte",
    "innbedt",
    "innbedte",
    "invitert",
    "inviterte",
    "bedt",
    "innkalt",
    "innkalte",
];
/// What is told of those who did.
const CAME: [&str; 7] = [
    "møtte",
    "møtt",
    "kom",
    "deltok",
    "deltek",
    "stilte",
    "frammøtte",
];

/// Reads plain text that should tell how many.
pub(crate) fn read(plain: &str) -> Result<Value, FaultKind> {
    let wrong = FaultKind::NumberNotUnderstood;
    if plain.len() < 7
        && let Ok(number) = plain.parse::<u32>()
    {
        return bounded(number);
    }
    let joined = without_thousands_signs(plain);
    let found = tokens(&joined).ok_or(wrong.clone())?;
    let open = found.iter().any(|token| match token {
        Word(word) => OPEN.contains(word) || calendar::month(word).is_some(),
        Mark(sign) => matches!(sign, '?' | '%' | '<' | '='),
        Number(..) => false,
    });
    if open {
        return Err(wrong);
    }
    let numbers: Vec<u32> = found
        .iter()
        .filter_map(|token| match token {
            Number(value, _) => Some(*value),
            Word(_) | Mark(_) => None,
        })
        .collect();
    match numbers.as_slice() {
        [] => in_letters(&found),
        [one] if !has_decimals(&found) => bounded(*one),
        [whole, 0] if is_decimal_zero(&found) => bounded(*whole),
        [min, max] if is_range(&found) && min < max && *max <= LARGEST => Ok(Value::CountBetween {
            min: *min,
            max: *max,
        }),
        [first, second] if is_range(&found) && first == second => bounded(*first),
        [_, _] if let Some(came) = of_those_invited(&found) => bounded(came),
        [_, _] if has_decimals(&found) => Err(wrong),
        _ => Err(FaultKind::TwoReadings),
    }
}

/// A number in a cell that asks how many.
pub(crate) fn from_number(number: f64) -> Result<Value, FaultKind> {
    whole(number)
        .and_then(|number| u32::try_from(number).ok())
        .ok_or(FaultKind::NumberNotUnderstood)
        .and_then(bounded)
}

fn bounded(number: u32) -> Result<Value, FaultKind> {
    if number <= LARGEST {
        Ok(Value::Count(number))
    } else {
        Err(FaultKind::NumberNotUnderstood)
    }
}

/// "1 234" and "1.234" are one number; three digits must follow the sign.
fn without_thousands_signs(plain: &str) -> String {
    let signs: Vec<char> = plain.chars().collect();
    let digit = |at: usize| signs.get(at).is_some_and(char::is_ascii_digit);
    let mut out = String::with_capacity(plain.len());
    for (at, sign) in signs.iter().enumerate() {
        let thousands = matches!(sign, ' ' | '.')
            && at > 0
            && digit(at - 1)
            && (1..=3).all(|step| digit(at + step))
            && !digit(at + 4)
            // No more than three digits may stand before it.
            && !(at >= 4 && (1..=4).all(|step| digit(at - step)));
        if !thousands {
            out.push(*sign);
        }
    }
    out
}

/// "8 innbedt, 2 møtte": how many came of those that were asked.
fn of_those_invited(found: &[Token<'_>]) -> Option<u32> {
    let told = |words: &[&str]| {
        found.windows(2).find_map(|two| match two {
            [Number(number, _), Word(word)] if words.contains(word) => Some(*number),
            _ => None,
        })
    };
    told(&INVITED)?;
    told(&CAME)
}

fn has_decimals(found: &[Token<'_>]) -> bool {
    found
        .windows(3)
        .any(|three| matches!(three, [Number(..), Mark(',' | '.'), Number(..),]))
}

fn is_decimal_zero(found: &[Token<'_>]) -> bool {
    has_decimals(found) && found.len() == 3
}

fn is_range(found: &[Token<'_>]) -> bool {
    found.windows(3).any(|three| {
        matches!(
            three,
            [
                Number(..),
                Mark('-' | SPACED_DASH) | Word("til" | "eller"),
                Number(..)
            ]
        )
    }) || matches!(
        found,
        [Word("mellom"), Number(..), Word("og"), Number(..), ..]
    )
}

fn in_letters(found: &[Token<'_>]) -> Result<Value, FaultKind> {
    let words: Vec<&str> = found
        .iter()
        .filter_map(|token| match token {
            Word(word) if !words::is_roughly(word) => Some(*word),
            Word(_) | Number(..) | Mark(_) => None,
        })
        .collect();
    let wrong = FaultKind::NumberNotUnderstood;
    let dashed = found
        .iter()
        .any(|token| matches!(token, Mark('-' | SPACED_DASH)));
    match words.as_slice() {
        [word] => words::number(word).map_or(Err(wrong), bounded),
        [min, "til" | "eller", max] | [min, "til", max, _] | [min, max]
            if dashed || words.len() > 2 =>
        {
            match (words::number(min), words::number(max)) {
                (Some(min), Some(max)) if min < max => Ok(Value::CountBetween { min, max }),
                _ => Err(wrong),
            }
        }
        ["mellom", min, "og", max] | ["mellom", min, "og", max, _] => {
            match (words::number(min), words::number(max)) {
                (Some(min), Some(max)) if min < max => Ok(Value::CountBetween { min, max }),
                _ => Err(wrong),
            }
        }
        [
            "ingen" | "ingi",
            "møtte" | "kom" | "deltok" | "deltakere" | "deltakarar",
        ] => bounded(0),
        [word, unit] if UNITS.contains(unit) => words::number(word).map_or(Err(wrong), bounded),
        ["et" | "ett" | "eit" | "ein" | "en", dozen @ "dusin"] => {
            words::number(dozen).map_or(Err(wrong), bounded)
        }
        // "en del" is no number, but "tre damer" is.
        [_, "dusin"] => Err(wrong),
        [word, _] => match words::number(word) {
            Some(number) if number > 1 => bounded(number),
            _ => Err(wrong),
        },
        _ => Err(wrong),
    }
}
