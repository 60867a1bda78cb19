//! Lengths of time: "2", "1,5 t", "2x45 min", "5 dager à 6 timer".

use std::borrow::Cow;

use super::number::nearly_whole;
use super::per_day::{names_days, without_days};
use super::plain::Token::{self, Mark, Number, Word};
use super::plain::{SPACED_DASH, tokens};
use super::{time, words};
use crate::fault::FaultKind;
use crate::value::Value;

const WRONG: FaultKind = FaultKind::DurationNotUnderstood;

/// Longer than this in hours, a bare number may have been minutes.
const MOST_BARE_HOURS: u32 = 24;

/// Minutes of an hour at school.
const LESSON: u32 = 45;

/// Reads plain text that should tell how long; `None` when it names days but no hours.
pub(crate) fn read(plain: &str) -> Result<Option<Value>, FaultKind> {
    let spelt = with_decimals(plain);
    let found = tokens(&spelt).ok_or(WRONG)?;
    let mut per_day = false;
    let kept = without_days(&found, &mut per_day);
    if kept.is_empty() {
        return if names_days(&found) {
            Ok(None)
        } else {
            Err(WRONG)
        };
    }
    if let Some(span) = span(&kept, plain) {
        return span.map(Some);
    }
    // "to timers tid"
    let kept = kept.strip_suffix(&[Word("tid")]).unwrap_or(&kept);
    let minutes = minutes(kept)?;
    Ok(Some(Value::Duration { minutes, per_day }))
}

/// "2 1/2" and "3/4" with the decimals that they are.
fn with_decimals(plain: &str) -> Cow<'_, str> {
    let mut spelt = Cow::Borrowed(plain);
    for (fraction, decimals) in [("1/2", "5"), ("1/4", "25"), ("3/4", "75")] {
        while let Some((before, after)) = spelt.split_once(fraction) {
            let whole = before.trim_end();
            let joined = if whole.ends_with(|sign: char| sign.is_ascii_digit()) {
                format!("{whole},{decimals}{after}")
            } else {
                format!("{before}0,{decimals}{after}")
            };
            spelt = joined.into();
        }
    }
    spelt
}

/// A number in a cell that asks for hours.
pub(crate) fn from_number(number: f64) -> Result<Value, FaultKind> {
    let whole =
        |minutes: f64| nearly_whole(minutes).and_then(|minutes| u32::try_from(minutes).ok());
    let minutes = if let Some(hundredths) = whole(number * 100.0) {
        let (hours, part) = (hundredths / 100, hundredths % 100);
        decimal_hours(hours, part, part % 10 == 0, ',')?
    } else if let Some(minutes) = whole(number * 60.0) {
        // 0.0833 may be five minutes, or two hours as a part of a day.
        if number < 1.0 {
            return Err(FaultKind::TwoReadings);
        }
        minutes
    } else {
        // A part of a day, as one time of day minus another gives.
        whole(number * 1440.0).ok_or(WRONG)?
    };
    Ok(of_all(minutes))
}

/// A length of the whole activity.
pub(crate) fn of_all(minutes: u32) -> Value {
    Value::Duration {
        minutes,
        per_day: false,
    }
}

/// Hours with hundredths: "1,25" is a quarter past one hour, "1.30" may be half past.
fn decimal_hours(hours: u32, part: u32, one_digit: bool, sign: char) -> Result<u32, FaultKind> {
    if hours > MOST_BARE_HOURS || (hours == MOST_BARE_HOURS && part > 0) {
        return Err(FaultKind::TwoReadings);
    }
    let certain = match part {
        0 | 60.. => true,
        50 => one_digit || sign == ',',
        25 => sign == ',',
        _ => false,
    };
    if certain {
        Ok(hours * 60 + (part * 60 + 50) / 100)
    } else {
        Err(FaultKind::TwoReadings)
    }
}

/// "18-20" in the column for hours tells both ends; "2-3" and "2-3 timer" leave room.
fn span(kept: &[Token<'_>], plain: &str) -> Option<Result<Value, FaultKind>> {
    let joined = kept
        .iter()
        .any(|token| matches!(token, Mark('-' | SPACED_DASH) | Word("til" | "te" | "tel")));
    if !joined {
        return None;
    }
    let clock = plain.contains("kl") || plain.contains(':');
    let short = kept.iter().any(|token| match token {
        Number(value, digits) => *value <= 9 && *digits <= 2,
        Word(word) => words::number(word).is_some(),
        Mark(_) => false,
    });
    Some(match time::read(plain) {
        Ok(span @ Value::TimeSpan { .. })
            if clock || !short || plain.contains(".00") || plain.contains(".30") =>
        {
            Ok(span)
        }
        _ => Err(FaultKind::TwoReadings),
    })
}

fn minutes(kept: &[Token<'_>]) -> Result<u32, FaultKind> {
    let mut rest = kept;
    let mut total: u32 = 0;
    // 1:30, 01:30:00
    if let [Number(hours, 1 | 2), Mark(':'), Number(part, 2), after @ ..] = rest {
        let seconds = matches!(after, [Mark(':'), Number(_, 2)]);
        let unit = matches!(after, [] | [Word("t" | "time" | "timer" | "timar")]);
        return if *part < 60 && (seconds || unit) {
            Ok(hours * 60 + part)
        } else {
            Err(WRONG)
        };
    }
    // 2 x 45, 2 ganger 45 min, 2 økter à 45 min
    if let [
        Number(times, _),
        Word("x" | "gang" | "ganger" | "gonger" | "økter") | Mark('*'),
        after @ ..,
    ] = rest
    {
        let each = match after {
            [Number(value, _)] if (15..=90).contains(value) => *value,
            _ => minutes(after)?,
        };
        return times.checked_mul(each).ok_or(WRONG);
    }
    if let Some(spelt) = in_letters(rest) {
        return Ok(spelt);
    }
    while !rest.is_empty() {
        let (part, after) = amount(rest, total > 0)?;
        total = total.checked_add(part).ok_or(WRONG)?;
        rest = match after {
            [Word("og") | Mark(',' | '.' | '+'), after @ ..] if !after.is_empty() => after,
            [Mark('.')] => &[],
            _ => after,
        };
    }
    Ok(total)
}

/// One amount with its unit: "2 timer", "1,5 t", "15 min"; bare it is hours, and
/// minutes after hours.
fn amount<'a, 'b>(
    found: &'b [Token<'a>],
    after_hours: bool,
) -> Result<(u32, &'b [Token<'a>]), FaultKind> {
    let (value, part, rest) = match found {
        [
            Number(value, _),
            Mark(sign @ (',' | '.')),
            Number(part, digits @ (1 | 2)),
            rest @ ..,
        ] => {
            let hundredths = if *digits == 1 { part * 10 } else { *part };
            (*value, Some((hundredths, *digits == 1, *sign)), rest)
        }
        [Number(value, _), rest @ ..] => (*value, None, rest),
        [Word(word), rest @ ..] => (words::number(word).ok_or(WRONG)?, None, rest),
        _ => return Err(WRONG),
    };
    match rest {
        [Word(unit), rest @ ..] if is_hour(unit) => {
            let rest = after_dot(rest);
            match part {
                Some((part, one_digit, sign)) => {
                    // "1,3 t" is one and a third at the most; the unit says that it is decimal.
                    let sign = if one_digit || sign == ',' { ',' } else { sign };
                    if one_digit {
                        let minutes = value
                            .checked_mul(60)
                            .and_then(|hours| hours.checked_add(part * 60 / 100));
                        return minutes.map(|minutes| (minutes, rest)).ok_or(WRONG);
                    }
                    Ok((decimal_hours(value, part, one_digit, sign)?, rest))
                }
                None => value
                    .checked_mul(60)
                    .map(|minutes| (minutes, rest))
                    .ok_or(WRONG),
            }
        }
        [Word(unit), rest @ ..] if is_lesson(unit) && part.is_none() => {
            // "2 skoletimer à 40 min"
            let (each, rest) = match after_dot(rest) {
                [Number(each, _), Word(unit), rest @ ..] if is_minute(unit) => (*each, rest),
                rest => (LESSON, rest),
            };
            let minutes = value.checked_mul(each).ok_or(WRONG)?;
            Ok((minutes, after_dot(rest)))
        }
        [Word(unit), rest @ ..] if is_minute(unit) && part.is_none() => {
            Ok((value, after_dot(rest)))
        }
        [] if after_hours && part.is_none() && value < 60 => Ok((value, rest)),
        [] | [Mark('.')] if !after_hours => {
            let (part, one_digit, sign) = part.unwrap_or((0, false, ','));
            Ok((decimal_hours(value, part, one_digit, sign)?, rest))
        }
        _ => Err(WRONG),
    }
}

fn after_dot<'a, 'b>(rest: &'b [Token<'a>]) -> &'b [Token<'a>] {
    match rest {
        [Mark('.'), after @ ..] => after,
        _ => rest,
    }
}

fn is_hour(word: &str) -> bool {
    matches!(
        word,
        "t" | "time"
            | "timer"
            | "timar"
            | "timen"
            | "tima"
            | "timane"
            | "tim"
            | "h"
            | "hr"
            | "tm"
            | "tme"
            | "timr"
            | "timers"
            | "klokketime"
            | "klokketimer"
            | "klokketimar"
    )
}

fn is_lesson(word: &str) -> bool {
    matches!(
        word,
        "skoletime"
            | "skoletimer"
            | "skuletime"
            | "skuletimar"
            | "undervisningstime"
            | "undervisningstimer"
            | "undervisningstimar"
    )
}

fn is_minute(word: &str) -> bool {
    matches!(
        word,
        "min" | "minutt" | "minutters" | "minutter" | "minuttar" | "minutes" | "minuter" | "m"
    )
}

/// "halvannen time", "en og en halv time", "tre kvarter", "en halv time".
fn in_letters(found: &[Token<'_>]) -> Option<u32> {
    use Word;
    match found {
        [Word("halvannen" | "halvannan" | "halvanna"), Word(unit)] if is_hour(unit) => Some(90),
        [Word("halvtime" | "halvtimen")] | [Word(_), Word("halvtime" | "halvtimen")] => Some(30),
        [Word("halv"), Word(unit)] if is_hour(unit) => Some(30),
        [Word(_), Word("halv"), Word(unit)] if is_hour(unit) => Some(30),
        [Word("kvarter")] => Some(15),
        [Word(word), Word("kvarter")] => words::number(word)?.checked_mul(15),
        [Number(value, _), Word("kvarter")] => value.checked_mul(15),
        _ => and_a_part(found),
    }
}

/// "to og en halv", "2 timer og et kvarter".
fn and_a_part(found: &[Token<'_>]) -> Option<u32> {
    let (hours, rest) = match found {
        [Number(hours, _), rest @ ..] => (*hours, rest),
        [Word(word), rest @ ..] => (words::number(word)?, rest),
        _ => return None,
    };
    let (named, rest) = match rest {
        [Word(unit), rest @ ..] if is_hour(unit) => (true, rest),
        _ => (false, rest),
    };
    let [Word("og"), rest @ ..] = rest else {
        return None;
    };
    let part = match rest {
        [Word("en" | "ein"), Word("halv")] | [Number(0, _), Mark(','), Number(5, _)] => 30,
        [Word("en" | "ein"), Word("halv"), Word(unit)]
        | [Number(0, _), Mark(','), Number(5, _), Word(unit)]
            if is_hour(unit) =>
        {
            30
        }
        [Word(count), Word("kvarter")] if named => words::number(count)?.checked_mul(15)?,
        [Number(count, _), Word("kvarter")] if named => count.checked_mul(15)?,
        _ => return None,
    };
    hours.checked_mul(60)?.checked_add(part)
}
