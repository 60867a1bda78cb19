//! What a cell says: typed text or a number to a value of the kind asked for.
//!
//! What can be read in two ways is a fault, never a guess, and what was typed is
//! kept whatever becomes of it.

mod calendar;
mod count;
mod date;
mod day;
mod days;
mod duration;
mod identity;
pub(crate) mod month;
mod number;
mod per_day;
mod period;
pub(crate) mod plain;
mod spoken;
mod tick;
mod time;
mod words;

use std::borrow::Cow;

pub(crate) use number::nearly_whole;

use chrono::{Datelike, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use smol_str::{SmolStr, SmolStrBuilder, format_smolstr};

use crate::fault::FaultKind;
use crate::form::Kind;
use crate::value::Value;
use crate::workbook::Content;

/// A cell, as far as it could be understood.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Understood {
    /// What was typed, or shown of it.
    pub(crate) typed: SmolStr,
    /// What it means.
    pub(crate) value: Option<Value>,
    /// Why it could not be understood.
    pub(crate) fault: Option<FaultKind>,
    /// What else the cell told: the time after a date, the number after a Ja.
    pub(crate) beside: Option<Beside>,
}

/// A second value in the same cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Beside {
    /// "17. mai kl. 18-20".
    Time(Value),
    /// "Ja, 2".
    Count(Value),
}

type Outcome = Result<Option<Value>, FaultKind>;

/// Reads a cell as the kind of value that belongs in it.
pub(crate) fn understand(content: &Content, kind: Kind) -> Understood {
    let typed = typed(content);
    let mut beside = None;
    let outcome = match content {
        Content::Error => Err(FaultKind::FormulaError),
        Content::Text(_) => from_text(&typed, kind, &mut beside),
        Content::Number(number) => from_number(*number, &typed, kind),
        Content::DateTime(moment) => from_moment(*moment, kind, &mut beside),
        Content::Duration(length) => from_length(*length, kind),
        Content::Bool(answer) => from_bool(*answer, kind),
    };
    let (value, fault) = match outcome {
        Ok(value) => (value, None),
        Err(fault) => (None, Some(fault)),
    };
    Understood {
        typed,
        value,
        fault,
        beside,
    }
}

/// The text of a cell as a Norwegian spreadsheet program shows it.
pub(crate) fn typed(content: &Content) -> SmolStr {
    match content {
        Content::Text(text) => trimmed(text),
        Content::Number(number) => number::shown(*number),
        Content::DateTime(moment) => shown_moment(*moment),
        Content::Duration(length) => {
            let minutes = length.num_minutes();
            format_smolstr!("{}:{:02}", minutes / 60, (minutes % 60).abs())
        }
        Content::Bool(true) => SmolStr::new_static("SANN"),
        Content::Bool(false) => SmolStr::new_static("USANN"),
        Content::Error => SmolStr::new_static("#FEIL!"),
    }
}

/// A cell's text is shared when it is trimmed already, as it is unless it is a part of one.
/// A part has its letters composed as the whole has.
fn trimmed(text: &SmolStr) -> SmolStr {
    if plain::is_tight(text) {
        return text.clone();
    }
    let inner = plain::trimmed(text);
    if matches!(inner, Cow::Borrowed(_)) && inner.len() == text.len() {
        text.clone()
    } else {
        inner.into()
    }
}

fn shown_moment(moment: NaiveDateTime) -> SmolStr {
    let (hour, minute) = (moment.hour(), moment.minute());
    let mut shown = SmolStrBuilder::new();
    if is_time_alone(moment) {
        push_pair(&mut shown, (hour, ':'), minute);
        return shown.finish();
    }
    push_pair(&mut shown, (moment.day(), '.'), moment.month());
    shown.push('.');
    let year = u32::try_from(moment.year()).unwrap_or_default();
    push_two(&mut shown, year / 100);
    push_two(&mut shown, year % 100);
    if moment.time() != NaiveTime::MIN {
        shown.push(' ');
        push_pair(&mut shown, (hour, ':'), minute);
    }
    shown.finish()
}

fn push_pair(shown: &mut SmolStrBuilder, (first, mark): (u32, char), second: u32) {
    push_two(shown, first);
    shown.push(mark);
    push_two(shown, second);
}

fn push_two(shown: &mut SmolStrBuilder, number: u32) {
    for digit in [number / 10 % 10, number % 10] {
        shown.push(char::from_digit(digit, 10).unwrap_or_default());
    }
}

/// Whether text stands for an empty cell: dashes and dots alone.
pub(crate) fn is_nothing(typed: &str) -> bool {
    typed.chars().all(|sign| {
        plain::is_dash(sign) || plain::is_blank(sign) || matches!(sign, '.' | '_' | '…')
    })
}

/// A time without a date lies on the day zero of the spreadsheet's calendar.
fn is_time_alone(moment: NaiveDateTime) -> bool {
    moment.year() < 1905
}

fn from_text(typed: &str, kind: Kind, beside: &mut Option<Beside>) -> Outcome {
    if matches!(kind, Kind::Text | Kind::Choice(_)) {
        return Ok(Some(Value::Text));
    }
    let plain = plain::plain(typed);
    let numeric = matches!(kind, Kind::Count | Kind::Date | Kind::Time | Kind::Hours);
    let plain = if numeric {
        plain::with_digits(plain)
    } else {
        plain
    };
    match kind {
        Kind::Text | Kind::Choice(_) => Ok(Some(Value::Text)),
        Kind::Count => count::read(&plain).map(Some),
        Kind::Date => {
            let dated = date::read(&plain)?;
            if let Some(time) = dated.time {
                let time = time::read(time).map_err(|_no_time| FaultKind::DateNotUnderstood)?;
                *beside = (time != Value::Time(NaiveTime::MIN)).then_some(Beside::Time(time));
            }
            Ok(Some(dated.value))
        }
        Kind::Time => time::read(&plain).map(Some),
        Kind::Hours => duration::read(&plain),
        Kind::YesNo => {
            let Some((yes, count)) = tick::read(&plain)? else {
                return Ok(None);
            };
            *beside = count.map(Beside::Count);
            Ok(Some(Value::YesNo(yes)))
        }
        Kind::Year => period::year(&plain).map(Some),
        Kind::OrganisationNumber => identity::organisation_number(&plain).map(Some),
        Kind::County => Ok(Some(identity::county(&plain).unwrap_or(Value::Text))),
        Kind::Municipality => Ok(Some(identity::municipality(&plain).unwrap_or(Value::Text))),
        Kind::Email => identity::email(&plain)
            .map(|address| Some(Value::Normal(address)))
            .ok_or(FaultKind::EmailNotUnderstood),
        Kind::Phone => identity::phone(&plain).map(Some),
        Kind::Postcode => identity::postcode(&plain).map(Some),
        Kind::Period => Ok(Some(period::period(&plain))),
    }
}

fn from_number(number: f64, shown: &str, kind: Kind) -> Outcome {
    match kind {
        Kind::Count => count::from_number(number).map(Some),
        Kind::Date => date::from_number(number, shown).map(Some),
        Kind::Time => time::from_number(number).map(Some),
        Kind::Hours => duration::from_number(number).map(Some),
        Kind::Text
        | Kind::Choice(_)
        | Kind::YesNo
        | Kind::Year
        | Kind::OrganisationNumber
        | Kind::County
        | Kind::Municipality
        | Kind::Email
        | Kind::Phone
        | Kind::Postcode
        | Kind::Period => from_text(shown, kind, &mut None),
    }
}

fn from_moment(moment: NaiveDateTime, kind: Kind, beside: &mut Option<Beside>) -> Outcome {
    let time = moment.time().with_second(0).unwrap_or_default();
    let alone = is_time_alone(moment);
    match kind {
        Kind::Date => {
            if time != NaiveTime::MIN && !alone {
                *beside = Some(Beside::Time(Value::Time(time)));
            }
            date::from_date(moment.date()).map(Some)
        }
        Kind::Time if alone || time != NaiveTime::MIN => Ok(Some(Value::Time(time))),
        Kind::Hours if alone => Ok(Some(duration::of_all(time.hour() * 60 + time.minute()))),
        // The spreadsheet made "1.5" or "10-12" into a day: who knows which was meant?
        Kind::Time | Kind::Hours | Kind::Count => Err(FaultKind::TwoReadings),
        Kind::Year => period::year_of_date(moment.date()).map(Some),
        Kind::YesNo => Err(FaultKind::YesNoNotUnderstood),
        Kind::OrganisationNumber | Kind::Phone | Kind::Postcode => {
            Err(FaultKind::NumberNotUnderstood)
        }
        Kind::Email => Err(FaultKind::EmailNotUnderstood),
        Kind::Text | Kind::Choice(_) | Kind::County | Kind::Municipality | Kind::Period => {
            Ok(Some(Value::Text))
        }
    }
}

fn from_length(length: TimeDelta, kind: Kind) -> Outcome {
    let minutes = length.num_minutes();
    match kind {
        Kind::Hours => u32::try_from(minutes)
            .map(|minutes| Some(duration::of_all(minutes)))
            .map_err(|_negative| FaultKind::DurationNotUnderstood),
        Kind::Time => time::minutes_of_day(minutes).map(|time| Some(Value::Time(time))),
        Kind::Date => Err(FaultKind::DateNotUnderstood),
        Kind::YesNo => Err(FaultKind::YesNoNotUnderstood),
        Kind::Email => Err(FaultKind::EmailNotUnderstood),
        Kind::Count | Kind::Year | Kind::OrganisationNumber | Kind::Phone | Kind::Postcode => {
            Err(FaultKind::NumberNotUnderstood)
        }
        Kind::Text | Kind::Choice(_) | Kind::County | Kind::Municipality | Kind::Period => {
            Ok(Some(Value::Text))
        }
    }
}

fn from_bool(answer: bool, kind: Kind) -> Outcome {
    match kind {
        Kind::YesNo => Ok(Some(Value::YesNo(answer))),
        Kind::Date => Err(FaultKind::DateNotUnderstood),
        Kind::Time => Err(FaultKind::TimeNotUnderstood),
        Kind::Hours => Err(FaultKind::DurationNotUnderstood),
        Kind::Email => Err(FaultKind::EmailNotUnderstood),
        Kind::Count | Kind::Year | Kind::OrganisationNumber | Kind::Phone | Kind::Postcode => {
            Err(FaultKind::NumberNotUnderstood)
        }
        Kind::Text | Kind::Choice(_) | Kind::County | Kind::Municipality | Kind::Period => {
            Ok(Some(Value::Text))
        }
    }
}

#[cfg(test)]
mod tests;
