//! Times of day: "kl. 13", "1730", "9.05", "fra kl. 10 til kl. 15", "7 om kvelden".

use chrono::{NaiveTime, Timelike};

use super::number::{nearly_whole, whole};
use super::plain::Token::{self, Mark, Number, Word};
use super::plain::{SPACED_DASH, tokens};
use super::spoken::{self, Part};
use crate::fault::FaultKind;
use crate::value::Value;

const WRONG: FaultKind = FaultKind::TimeNotUnderstood;

/// Reads plain text that should tell a time, or a start and an end.
pub(crate) fn read(plain: &str) -> Result<Value, FaultKind> {
    let found = tokens(plain).ok_or(WRONG)?;
    let (first, rest) = clock(skip_words(&found))?;
    if ends(rest) || matches!(rest, [Mark('-' | SPACED_DASH)]) {
        return first.alone().map(Value::Time);
    }
    let ([
        Mark('-' | SPACED_DASH) | Word("til" | "te" | "tel" | "og"),
        rest @ ..,
    ]
    | [Mark('.' | ','), Mark('-' | SPACED_DASH), rest @ ..]) = rest
    else {
        return Err(WRONG);
    };
    let (second, rest) = clock(skip_words(rest))?;
    let (from, to) = match evening(first, second) {
        Some((from, to)) => (minutes_of_day(from)?, minutes_of_day(to)?),
        None => (first.until(second)?, second.alone()?),
    };
    if ends(rest) && from != to {
        Ok(Value::TimeSpan { from, to })
    } else {
        Err(WRONG)
    }
}

/// Whether nothing more is told.
fn ends(rest: &[Token<'_>]) -> bool {
    // The days that it is the time of.
    let rest = match rest {
        [
            rest @ ..,
            Word("begge" | "alle" | "hver" | "kvar"),
            Word("dager" | "dagene" | "dagar" | "dagane" | "dag"),
        ] => rest,
        _ => rest,
    };
    rest.iter().all(|token| {
        matches!(
            token,
            Mark('.') | Word("presis" | "ca" | "cirka" | "omtrent")
        )
    })
}

/// Both ends as the clock says them, "halv sju til ni", in minutes of the evening. Nobody
/// begins before half past seven in the morning; what may be a day's course stays open.
fn evening(first: Clock, second: Clock) -> Option<(i64, i64)> {
    let of_clock = |end: Clock| end.spoken && end.part.is_none();
    let early = (5 * 60..=7 * 60 + 30).contains(&first.minutes);
    let forward = first.minutes < second.minutes && second.minutes < 12 * 60;
    let likely = early && forward && of_clock(first) && of_clock(second);
    let later = |end: Clock| i64::from(end.minutes + 12 * 60);
    likely.then(|| (later(first), later(second)))
}

/// A time as said, with the part of the day if that was said too.
#[derive(Clone, Copy)]
struct Clock {
    minutes: u32,
    part: Option<Part>,
    /// Said in words, in which seven in the evening is seven too.
    spoken: bool,
}

impl Clock {
    /// The time by itself.
    fn alone(self) -> Result<NaiveTime, FaultKind> {
        let minutes = match self.part {
            Some(part) => spoken::within(self.minutes, part).ok_or(FaultKind::TwoReadings)?,
            None if self.spoken && self.minutes <= 12 * 60 => return Err(FaultKind::TwoReadings),
            None => self.minutes,
        };
        minutes_of_day(i64::from(minutes))
    }

    /// The time as the start of what ends at another: "6-8 om kvelden" says of both
    /// that it was in the evening.
    fn until(self, end: Self) -> Result<NaiveTime, FaultKind> {
        let Some(part) = end.part.filter(|_| self.part.is_none()) else {
            return self.alone();
        };
        let last = spoken::within(end.minutes, part);
        let along = spoken::within(self.minutes, part).filter(|first| Some(*first) < last);
        match along {
            Some(minutes) => minutes_of_day(i64::from(minutes)),
            None => self.alone(),
        }
    }
}

/// A number in a time cell: 18, 1730, 18.3 for 18.30, or a part of a day.
pub(crate) fn from_number(number: f64) -> Result<Value, FaultKind> {
    if let Some(whole) = whole(number) {
        let whole = u32::try_from(whole).map_err(|_negative| WRONG)?;
        let digits = whole.to_string().len();
        return from_digits(whole, digits).map(Value::Time);
    }
    if (0.0..1.0).contains(&number) {
        let minutes = nearly_whole(number * 1440.0).ok_or(WRONG)?;
        // 0.3 may be 00.30 or a part of a day that no clock shows.
        if minutes % 5 != 0 {
            return Err(FaultKind::TwoReadings);
        }
        return minutes_of_day(minutes).map(Value::Time);
    }
    let hundredths = nearly_whole(number * 100.0).ok_or(WRONG)?;
    let (hours, minutes) = (hundredths / 100, hundredths % 100);
    // 18.5 may be 18.50 or half past six; so may 18.25 be a quarter past.
    match minutes {
        25 | 50 => Err(FaultKind::TwoReadings),
        75 => minutes_of_day(hours * 60 + 45).map(Value::Time),
        0..=59 => minutes_of_day(hours * 60 + minutes).map(Value::Time),
        _ => Err(WRONG),
    }
}

/// The time so many minutes into the day; 24:00 is the midnight that ends it.
pub(crate) fn minutes_of_day(minutes: i64) -> Result<NaiveTime, FaultKind> {
    let minutes = u32::try_from(minutes).map_err(|_negative| WRONG)?;
    let (hours, rest) = (minutes / 60, minutes % 60);
    let hours = if hours == 24 && rest == 0 { 0 } else { hours };
    NaiveTime::from_hms_opt(hours, rest, 0).ok_or(WRONG)
}

fn skip_words<'a, 'b>(found: &'b [Token<'a>]) -> &'b [Token<'a>] {
    let mut rest = found;
    while let [
        Word(
            "kl" | "klokka" | "klokken" | "klokkeslett" | "fra" | "frå" | "mellom" | "ca" | "start"
            | "til" | "omtrent" | "cirka",
        )
        | Mark('.' | ':' | ','),
        after @ ..,
    ] = rest
    {
        rest = after;
    }
    rest
}

fn clock<'a, 'b>(found: &'b [Token<'a>]) -> Result<(Clock, &'b [Token<'a>]), FaultKind> {
    let (minutes, spoken, rest) = if let Some((minutes, rest)) = spoken::clock(found) {
        (minutes, true, rest)
    } else {
        let (time, rest) = in_digits(found)?;
        (time.hour() * 60 + time.minute(), false, rest)
    };
    let (part, rest) = match spoken::part(rest) {
        Some((part, rest)) => (Some(part), rest),
        None => (None, rest),
    };
    let clock = Clock {
        minutes,
        part,
        spoken,
    };
    Ok((clock, rest))
}

fn in_digits<'a, 'b>(found: &'b [Token<'a>]) -> Result<(NaiveTime, &'b [Token<'a>]), FaultKind> {
    match found {
        // 18:00:00
        [
            Number(hours, 1 | 2),
            Mark(':'),
            Number(minutes, 2),
            Mark(':'),
            Number(_, 2),
            rest @ ..,
        ]
        | [
            Number(hours, 1 | 2),
            Mark('.' | ':' | ',' | ';'),
            Number(minutes, 2),
            rest @ ..,
        ]
        | [Number(hours, 2), Number(minutes, 2), rest @ ..] => {
            Ok((hours_and_minutes(*hours, *minutes)?, rest))
        }
        // One digit after the sign may have lost its zero, or be a part of an hour.
        [Number(_, 1 | 2), Mark('.' | ',' | ':'), Number(_, 1), ..] => Err(FaultKind::TwoReadings),
        [Number(value, digits), rest @ ..] => Ok((from_digits(*value, *digits)?, rest)),
        _ => Err(WRONG),
    }
}

fn from_digits(value: u32, digits: usize) -> Result<NaiveTime, FaultKind> {
    match digits {
        1 | 2 => hours_and_minutes(value, 0),
        3 | 4 => hours_and_minutes(value / 100, value % 100),
        _ => Err(WRONG),
    }
}

fn hours_and_minutes(hours: u32, minutes: u32) -> Result<NaiveTime, FaultKind> {
    if minutes > 59 {
        return Err(WRONG);
    }
    minutes_of_day(i64::from(hours * 60 + minutes))
}
