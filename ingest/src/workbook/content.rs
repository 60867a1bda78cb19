//! From calamine's values to ours: text trimmed, dates by their number format.

use calamine::{Data, DataRef, ExcelDateTime};
use chrono::{DurationRound, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::Content;
use super::budget::{Budget, Spent};
use crate::cell::plain;

/// The day that a time alone lies on, in either date system.
pub(super) const DAY_ZERO: Option<NaiveDate> = NaiveDate::from_ymd_opt(1899, 12, 31);

/// A streamed cell's content; `None` when the cell is empty.
pub(super) fn from_ref(value: &DataRef<'_>, budget: &mut Budget) -> Result<Option<Content>, Spent> {
    Ok(match value {
        DataRef::String(text) => trimmed(text, budget)?,
        DataRef::SharedString(text) => trimmed(text, budget)?,
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => iso_or_text(text, budget)?,
        DataRef::Int(number) => whole(*number),
        DataRef::Float(number) => Some(Content::Number(*number)),
        DataRef::Bool(yes) => Some(Content::Bool(*yes)),
        DataRef::DateTime(moment) => Some(serial(moment)),
        DataRef::Error(_) => Some(Content::Error),
        DataRef::Empty => None,
    })
}

/// A range cell's content; `None` when the cell is empty.
pub(super) fn from_data(value: &Data, budget: &mut Budget) -> Result<Option<Content>, Spent> {
    Ok(match value {
        Data::String(text) if is_error_value(text) => Some(Content::Error),
        Data::String(text) => trimmed(text, budget)?,
        Data::DateTimeIso(text) | Data::DurationIso(text) => iso_or_text(text, budget)?,
        Data::Int(number) => whole(*number),
        Data::Float(number) => Some(Content::Number(*number)),
        Data::Bool(yes) => Some(Content::Bool(*yes)),
        Data::DateTime(moment) => Some(serial(moment)),
        Data::Error(_) => Some(Content::Error),
        Data::Empty => None,
    })
}

/// `LibreOffice` writes a formula's error out as text.
fn is_error_value(text: &str) -> bool {
    matches!(
        text,
        "#DIV/0!" | "#N/A" | "#NAME?" | "#NULL!" | "#NUM!" | "#REF!" | "#VALUE!"
    ) || text
        .strip_prefix("Err:")
        .is_some_and(|code| code.parse::<u16>().is_ok())
}

/// Text without outer blanks, in composed form: "Å" arrives in two.
fn trimmed(text: &str, budget: &mut Budget) -> Result<Option<Content>, Spent> {
    let text = plain::trimmed(text);
    if text.is_empty() {
        return Ok(None);
    }
    budget.text(text.len())?;
    Ok(Some(Content::Text(text.into())))
}

fn whole(number: i64) -> Option<Content> {
    // Beyond 2^53 a spreadsheet number has lost its last digits anyway.
    format!("{number}").parse().ok().map(Content::Number)
}

/// A serial number that the cell shows as a date, a time or a length.
fn serial(moment: &ExcelDateTime) -> Content {
    let number = moment.as_f64();
    // What no spreadsheet program can show as a date was meant as a number.
    if !(0.0..2_958_466.0).contains(&number) {
        return Content::Number(number);
    }
    let length = moment.as_duration().map(to_seconds);
    if moment.is_duration() {
        return length.map_or(Content::Number(number), Content::Duration);
    }
    let moment = if number < 1.0 {
        // Excel tells such a number as a time of day, whatever day it counts from.
        length
            .zip(DAY_ZERO)
            .map(|(length, day)| on_day_zero(day, length))
    } else {
        moment.as_datetime().map(rounded)
    };
    moment.map_or(Content::Number(number), Content::DateTime)
}

/// Half past six stored with seven digits is 18:29:59.997.
fn rounded(moment: NaiveDateTime) -> NaiveDateTime {
    moment
        .duration_round(TimeDelta::seconds(1))
        .unwrap_or(moment)
}

fn to_seconds(length: TimeDelta) -> TimeDelta {
    let seconds = length
        .num_milliseconds()
        .saturating_add(500)
        .div_euclid(1000);
    TimeDelta::try_seconds(seconds).unwrap_or_default()
}

fn on_day_zero(day: NaiveDate, length: TimeDelta) -> NaiveDateTime {
    let (time, _) = NaiveTime::MIN.overflowing_add_signed(length);
    day.and_time(time)
}

/// `LibreOffice` writes dates and lengths out: `2025-06-12`, `PT18H30M00S`.
fn iso_or_text(text: &str, budget: &mut Budget) -> Result<Option<Content>, Spent> {
    if let Some(moment) = iso_moment(text) {
        return Ok(Some(Content::DateTime(moment)));
    }
    let Some(length) = iso_length(text) else {
        return trimmed(text, budget);
    };
    // LibreOffice writes a time of day as a length since midnight.
    Ok(Some(match DAY_ZERO {
        Some(day) if length < TimeDelta::days(1) => Content::DateTime(on_day_zero(day, length)),
        _ => Content::Duration(length),
    }))
}

fn iso_moment(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim().trim_end_matches('Z');
    if let Ok(moment) = text.parse::<NaiveDateTime>() {
        return Some(rounded(moment));
    }
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Some(day.and_time(NaiveTime::MIN));
    }
    let time = text.trim_start_matches('T').parse::<NaiveTime>().ok()?;
    Some(DAY_ZERO?.and_time(time))
}

/// `PT18H30M00S`; whole hours may be many, seconds may have a fraction.
fn iso_length(text: &str) -> Option<TimeDelta> {
    let (mut seconds, mut digits) = (0_i64, String::new());
    for letter in text.trim().strip_prefix("PT")?.chars() {
        let unit = match letter {
            'H' => 3600,
            'M' => 60,
            'S' => 1,
            '0'..='9' | '.' | ',' => {
                digits.push(letter);
                continue;
            }
            _ => return None,
        };
        let whole = digits.split(['.', ',']).next()?.parse::<i64>().ok()?;
        seconds = seconds.checked_add(whole.checked_mul(unit)?)?;
        digits.clear();
    }
    TimeDelta::try_seconds(seconds).filter(|_| digits.is_empty())
}
