//! Years and the period that a form covers.

use chrono::{Datelike, NaiveDate};

use super::calendar;
use super::date;
use super::plain::Token::{self, Mark, Number, Word};
use super::plain::tokens;
use crate::fault::FaultKind;
use crate::value::{Day, Value};

/// The day before number 1, as spreadsheet programs number days since 1901.
const DAY_ZERO: Option<NaiveDate> = NaiveDate::from_ymd_opt(1899, 12, 30);

/// Reads plain text that should name one year.
pub(crate) fn year(plain: &str) -> Result<Value, FaultKind> {
    let found = tokens(plain).ok_or(FaultKind::NumberNotUnderstood)?;
    let mut years: Vec<u32> = found
        .iter()
        .filter_map(|token| match token {
            Number(value, 4) if (1990..=2100).contains(value) => Some(*value),
            Number(..) | Word(_) | Mark(_) => None,
        })
        .collect();
    years.dedup();
    match years.as_slice() {
        [one] => i32::try_from(*one)
            .map(Value::Year)
            .map_err(|_too_large| FaultKind::NumberNotUnderstood),
        [] => Err(FaultKind::NumberNotUnderstood),
        _ => Err(FaultKind::TwoReadings),
    }
}

/// The year that a date in a year's cell means: 2025 in a cell that shows dates is
/// shown as 17.07.1905, the day with that number.
pub(crate) fn year_of_date(date: NaiveDate) -> Result<Value, FaultKind> {
    let number = DAY_ZERO.and_then(|zero| i32::try_from((date - zero).num_days()).ok());
    [Some(date.year()), number]
        .into_iter()
        .flatten()
        .find(|year| (1990..=2100).contains(year))
        .map(Value::Year)
        .ok_or(FaultKind::NumberNotUnderstood)
}

/// Reads plain text about a period; what names no days is kept as text.
pub(crate) fn period(plain: &str) -> Value {
    let joined = plain.replace("t.o.m.", "tom");
    let Some(found) = tokens(&joined) else {
        return Value::Text;
    };
    let (year, rest): (Option<i32>, Vec<Token<'_>>) = without_year(&found);
    let whole = rest.iter().all(|token| {
        matches!(
            token,
            Mark(_)
                | Word(
                    "hele"
                        | "heile"
                        | "året"
                        | "år"
                        | "årets"
                        | "for"
                        | "i"
                        | "kalenderåret"
                        | "kalenderår"
                        | "helår"
                        | "heilår"
                )
        )
    });
    if whole {
        return Value::WholeYear;
    }
    let words: Vec<&Token<'_>> = rest
        .iter()
        .filter(|token| !matches!(token, Mark(_) | Word("fra" | "frå" | "i")))
        .map(|token| match token {
            Word("tom") => &Word("til"),
            Number(..) | Word(_) | Mark(_) => token,
        })
        .collect();
    match months(&words) {
        Some((from, to)) if from <= to => between(
            Day {
                year,
                month: from,
                day: 1,
            },
            Day {
                year,
                month: to,
                day: last_day(to),
            },
        ),
        _ => days(plain),
    }
}

/// The first and the last month that words name.
fn months(words: &[&Token<'_>]) -> Option<(u8, u8)> {
    match words {
        [
            Number(1, _) | Word("første" | "fyrste"),
            Word("halvår" | "halvåret"),
        ] => Some((1, 6)),
        [
            Number(2, _) | Word("andre" | "annet" | "siste"),
            Word("halvår" | "halvåret"),
        ] => Some((7, 12)),
        [Word(from), Word("til" | "og"), Word(to)] | [Word(from), Word(to)] => {
            calendar::month(from).zip(calendar::month(to))
        }
        [Word(one)] => calendar::month(one).map(|month| (month, month)),
        [Number(quarter @ 1..=4, _), Word("kvartal")] => {
            u8::try_from(quarter * 3).ok().map(|last| (last - 2, last))
        }
        _ => None,
    }
}

/// "1.1.-30.6.2025", "fra 1. januar til 30. juni".
fn days(plain: &str) -> Value {
    let text = plain.trim_start_matches("fra ").trim_start_matches("frå ");
    let ends = [" til ", " - ", ".-", "-"].iter().find_map(|join| {
        let (from, to) = text.split_once(join)?;
        let (from, to) = (one_day(from)?, one_day(to)?);
        Some((
            Day {
                year: from.year.or(to.year),
                ..from
            },
            to,
        ))
    });
    match ends {
        Some((from, to)) if from <= to => between(from, to),
        _ => Value::Text,
    }
}

fn one_day(text: &str) -> Option<Day> {
    let Value::Days(days) = date::read(text.trim()).ok()?.value else {
        return None;
    };
    match days.as_slice() {
        [day] => Some(*day),
        _ => None,
    }
}

fn between(from: Day, to: Day) -> Value {
    let first = (from.month, from.day) == (1, 1);
    let last = (to.month, to.day) == (12, 31);
    if first && last && from.year == to.year {
        Value::WholeYear
    } else {
        Value::Period { from, to }
    }
}

fn last_day(month: u8) -> u8 {
    match month {
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn without_year<'a>(found: &[Token<'a>]) -> (Option<i32>, Vec<Token<'a>>) {
    let mut year = None;
    let mut rest = Vec::with_capacity(found.len());
    for token in found {
        match token {
            Number(value, 4) if (1990..=2100).contains(value) => {
                year = i32::try_from(*value).ok();
            }
            Number(..) | Word(_) | Mark(_) => rest.push(*token),
        }
    }
    (year, rest)
}
