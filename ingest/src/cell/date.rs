//! Dates as people type them: text to days.

use chrono::{Datelike, NaiveDate};

use super::calendar;
use super::day::{alone, item};
use super::days::{Join, written_out};
use super::plain::Token::{self, Mark, Number, Word};
use super::plain::{SPACED_DASH, tokens};
use crate::fault::FaultKind;
use crate::value::{Day, Value};

/// What a date cell says: its days, and the time that was typed after them.
pub(crate) struct Dated<'a> {
    pub(crate) value: Value,
    /// "kl. 18-20" after the date.
    pub(crate) time: Option<&'a str>,
}

/// Reads plain text that should tell one or more days.
pub(crate) fn read(plain: &str) -> Result<Dated<'_>, FaultKind> {
    if let Some(day) = in_full(plain) {
        let value = Value::Days(vec![day]);
        return Ok(Dated { value, time: None });
    }
    read_cut(cut_time(plain)).or_else(|fault| match cut_span(plain) {
        Some(cut) => read_cut(cut).map_err(|_other| fault),
        None => Err(fault),
    })
}

fn read_cut<'a>((date, time): (&'a str, Option<&'a str>)) -> Result<Dated<'a>, FaultKind> {
    let found = tokens(date).ok_or(FaultKind::DateNotUnderstood)?;
    if let [Number(value, digits)] = found.as_slice()
        && *digits > 2
    {
        let value = digits_only(*value, *digits)?;
        return Ok(Dated { value, time });
    }
    match days(&found) {
        Ok(days) => Ok(Dated {
            value: Value::Days(days),
            time,
        }),
        Err(_) if says_no_certain_date(&found) => Ok(Dated {
            value: Value::NoCertainDate,
            time: None,
        }),
        Err(fault) => Err(fault),
    }
}

/// "14.03.2025", the most frequent way by far, without a detour; or with the comma of the
/// keys for digits.
fn in_full(plain: &str) -> Option<Day> {
    let sign = plain.find(['.', ',']).and_then(|at| plain.get(at..=at))?;
    let (day, rest) = plain.split_once(sign)?;
    let (month, year) = rest.split_once(sign)?;
    let number = |text: &str, digits: std::ops::RangeInclusive<usize>| {
        let sound = digits.contains(&text.len()) && text.bytes().all(|sign| sign.is_ascii_digit());
        sound.then(|| text.parse::<u16>().ok()).flatten()
    };
    let (day, month) = (number(day, 1..=2)?, number(month, 1..=2)?);
    let year = number(year, 4..=4).or_else(|| {
        // "4,11,18" may be three days; no form is of a year before 2025.
        let short = number(year, 2..=2).filter(|year| sign == "," && *year >= 25);
        short.map(|year| year + 2000)
    })?;
    let date = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))?;
    PLAUSIBLE_YEARS
        .contains(&date.year())
        .then(|| Day::from(date))
}

/// A number in a date cell: a spreadsheet's day number, or "14.5" read as one.
pub(crate) fn from_number(number: f64, shown: &str) -> Result<Value, FaultKind> {
    if let Some(whole) = super::number::whole(number.trunc())
        && let Ok(serial) = u32::try_from(whole)
        && serial > 31
    {
        let digits = serial.to_string().len();
        return digits_only(serial, digits);
    }
    // 14.5 is 14 May; 14.1 may be 14 January or have lost the 0 of 14.10.
    let Some((day, month)) = shown.split_once(',') else {
        return Err(FaultKind::DateNotUnderstood);
    };
    let dotted = format!("{day}.{month}");
    if month == "1" {
        return Err(FaultKind::TwoReadings);
    }
    read(&dotted).map(|dated| dated.value)
}

/// A date and time from a cell that is formatted as one.
pub(crate) fn from_date(date: NaiveDate) -> Result<Value, FaultKind> {
    if PLAUSIBLE_YEARS.contains(&date.year()) {
        Ok(Value::Days(vec![Day::from(date)]))
    } else {
        Err(FaultKind::DateNotUnderstood)
    }
}

/// No form tells of a day outside these years.
const PLAUSIBLE_YEARS: std::ops::RangeInclusive<i32> = 1920..=2100;

fn cut_time(plain: &str) -> (&str, Option<&str>) {
    let spoken = plain.contains("kl");
    for sign in [
        " kl ",
        " kl.",
        " kl:",
        " klokka ",
        " klokken ",
        ",kl",
        "(kl",
        "(fra kl",
        "(frå kl",
    ] {
        if spoken
            && let Some(at) = plain.find(sign)
            && let (Some(date), Some(time)) = (plain.get(..at), plain.get(at..))
        {
            let bracket = time
                .strip_prefix('(')
                .and_then(|time| time.strip_suffix(')'));
            let time = bracket.unwrap_or(time).trim_start_matches([' ', ',']);
            return (date.trim_end_matches([',', ' ']), Some(time));
        }
    }
    // A date and time as a program writes them: 2025-04-24T00:00:00.
    if let (Some(date), Some("t"), Some(time)) =
        (plain.get(..10), plain.get(10..11), plain.get(11..))
        && date
            .chars()
            .all(|sign| sign.is_ascii_digit() || sign == '-')
    {
        return (date, Some(time));
    }
    if let Some((date, time)) = plain.rsplit_once(' ')
        && time.contains(':')
        && time
            .chars()
            .all(|sign| sign.is_ascii_digit() || sign == ':')
    {
        return (date, Some(time));
    }
    (plain, None)
}

/// "26/4 10.00-14.00": behind what is no date as a whole, a start and an end with
/// their minutes.
fn cut_span(plain: &str) -> Option<(&str, Option<&str>)> {
    let (date, span) = plain.rsplit_once(' ')?;
    let (from, to) = span.split_once('-')?;
    let is_clock = |text: &str| {
        let parts = text.split_once(['.', ':']);
        parts.is_some_and(|(hours, minutes)| {
            let digits = |text: &str| text.bytes().all(|sign| sign.is_ascii_digit());
            matches!(hours.len(), 1 | 2) && minutes.len() == 2 && digits(hours) && digits(minutes)
        })
    };
    (is_clock(from) && is_clock(to)).then_some((date.trim_end_matches(','), Some(span)))
}

/// Digits alone: a spreadsheet's day number, or a date without its dots.
fn digits_only(value: u32, digits: usize) -> Result<Value, FaultKind> {
    let part = |divisor: u32, modulus: u32| value / divisor % modulus;
    let mut readings = Vec::new();
    match digits {
        8 => {
            readings.push((part(1, 10_000), part(10_000, 100), part(1_000_000, 100)));
            readings.push((part(10_000, 10_000), part(100, 100), part(1, 100)));
        }
        6 => {
            readings.push((2000 + part(1, 100), part(100, 100), part(10_000, 100)));
            readings.push((2000 + part(10_000, 100), part(100, 100), part(1, 100)));
        }
        5 => readings.push((2000 + part(1, 100), part(100, 100), part(10_000, 100))),
        _ => {}
    }
    let mut days: Vec<NaiveDate> = readings
        .into_iter()
        .filter_map(|(year, month, day)| {
            NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
        })
        .filter(|date| PLAUSIBLE_YEARS.contains(&date.year()))
        .collect();
    if digits == 5 {
        days.extend(serial(value));
    }
    days.dedup();
    match days.as_slice() {
        [] if digits == 4 && (1920..=2100).contains(&value) => Ok(Value::NoCertainDate),
        [] => Err(FaultKind::DateNotUnderstood),
        [day] => Ok(Value::Days(vec![Day::from(*day)])),
        _ => Err(FaultKind::TwoReadings),
    }
}

/// The day of a spreadsheet's day number, 1 being 1 January 1900.
fn serial(number: u32) -> Option<NaiveDate> {
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    epoch
        .checked_add_days(chrono::Days::new(u64::from(number)))
        .filter(|date| (1990..=2100).contains(&date.year()))
}

/// A span of more days is a period.
const LONGEST_SPAN: usize = 16;

fn days(found: &[Token<'_>]) -> Result<Vec<Day>, FaultKind> {
    let (found, weekdays) = without_weekdays(found);
    if let Some(item) = alone(&found) {
        return written_out(&[(Join::First, item)]);
    }
    let mut rest = found.as_slice();
    let mut items = Vec::new();
    let mut join = Join::First;
    loop {
        let (item, after) = item(rest)?;
        items.push((join, item));
        rest = after;
        if rest.is_empty() {
            break;
        }
        (join, rest) = separator(rest);
    }
    let days = written_out(&items)?;
    // Hardly anybody is away so long: a group may have met now and then in between.
    if days.len() > LONGEST_SPAN {
        return Err(FaultKind::TwoReadings);
    }
    // "tirsdag 4. mars - tirsdag 25. mars" may be four Tuesdays or three weeks.
    if days.len() > 7
        && let [first, second] = weekdays.as_slice()
        && first == second
    {
        return Err(FaultKind::TwoReadings);
    }
    Ok(days)
}

/// Takes away weekdays and feasts, also in brackets, and words like "den".
fn without_weekdays<'a>(found: &[Token<'a>]) -> (Vec<Token<'a>>, Vec<u8>) {
    let mut kept: Vec<Token<'_>> = Vec::with_capacity(found.len());
    let mut weekdays = Vec::new();
    let mut dropped = true;
    for token in found {
        match token {
            Word(word) if calendar::weekday(word).is_some() || is_feast(word) => {
                weekdays.extend(calendar::weekday(word));
                if kept.last() == Some(&Mark('(')) {
                    kept.pop();
                }
                dropped = true;
                continue;
            }
            Word("den" | "d" | "dato" | "datoen") => {
                dropped = true;
                continue;
            }
            Word("fra" | "frå") if kept.is_empty() => continue,
            Mark('.' | ',' | ')' | ':') if dropped => continue,
            // "lør-søn 3.-4. mai", "lørdag og søndag 3. og 4. mai"
            Mark('-' | SPACED_DASH | '/') | Word("og") if dropped && kept.is_empty() => {
                continue;
            }
            Mark('\'') => continue,
            Word(_) | Number(..) | Mark(_) => {}
        }
        dropped = false;
        kept.push(*token);
    }
    if kept.last() == Some(&Mark(',')) {
        kept.pop();
    }
    (kept, weekdays)
}

/// A holiday that stands beside its date: "Skjærtorsdag 17. april".
fn is_feast(word: &str) -> bool {
    matches!(
        word,
        "palmesøndag"
            | "skjærtorsdag"
            | "langfredag"
            | "påskeaften"
            | "påskeaftan"
            | "pinseaften"
            | "pinseaftan"
            | "julaften"
            | "julaftan"
            | "lillejulaften"
            | "veslejulaftan"
            | "nyttårsaften"
            | "nyttårsaftan"
            | "sankthansaften"
            | "sankthansaftan"
    )
}

/// What joins the item before to the one after.
fn separator<'a, 'b>(rest: &'b [Token<'a>]) -> (Join, &'b [Token<'a>]) {
    match rest {
        [Mark('-' | SPACED_DASH) | Word("til" | "tom"), after @ ..] => (Join::Range, after),
        [
            Word("t"),
            Mark('.'),
            Word("o"),
            Mark('.'),
            Word("m"),
            after @ ..,
        ] => {
            let after = match after {
                [Mark('.'), after @ ..] => after,
                _ => after,
            };
            (Join::Range, after)
        }
        [Mark(',' | ';'), Word("og" | "samt"), after @ ..]
        | [
            Mark(',' | ';' | '+' | '&') | Word("og" | "samt"),
            after @ ..,
        ] => (Join::List, after),
        [Mark('/'), after @ ..] => (Join::Slash, after),
        _ => (Join::Nothing, rest),
    }
}

/// "hver tirsdag", "våren 2025", "uke 39-42", "mars": nothing but words about time.
///
/// A day of the month beside a month's name was meant as a date.
fn says_no_certain_date(found: &[Token<'_>]) -> bool {
    let mut vague = false;
    let mut named = false;
    let mut day = false;
    for token in found {
        match token {
            Word(word) => {
                if calendar::month(word).is_some() || calendar::weekday(word).is_some() {
                    named = true;
                } else if calendar::is_vague(word) {
                    vague = true;
                } else if !calendar::is_filler(word) {
                    return false;
                }
            }
            Number(_, 4) | Mark(_) => {}
            Number(..) => day = true,
        }
    }
    vague || (named && !day)
}
