//! Months that stand above their days: a heading, a sheet's name, and "7." below it.

use chrono::NaiveDate;

use super::calendar;
use super::number::whole;
use super::plain::Token::{Mark, Number, Word};
use super::plain::{SPACED_DASH, Token, plain, tokens};
use crate::value::Day;
use crate::workbook::Content;

/// A month that days below it belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Month {
    pub(crate) year: Option<i32>,
    pub(crate) month: u8,
}

/// What part of the year a heading names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Span {
    /// One month.
    Month(Month),
    /// A quarter or a season: no day is completed from it.
    Other,
}

/// The part of the year that a text names, if it says nothing else.
pub(crate) fn heading(text: &str) -> Option<Span> {
    if text.len() > 40 {
        return None;
    }
    let plain = plain(text);
    let found = tokens(&plain)?;
    if found.iter().any(is_season) && found.len() <= 4 {
        return Some(Span::Other);
    }
    let found = match found.as_slice() {
        [Word("måned" | "månad"), Mark(':'), rest @ ..] | [Word("måned" | "månad"), rest @ ..] => {
            rest
        }
        all => all,
    };
    let (word, year) = match found {
        [Word(word)] | [Word(word), Mark('.' | ':')] => (word, None),
        [Word(word), Number(year, 4)]
        | [Word(word), Mark('.' | ','), Number(year, 4)]
        | [Word(word), Number(year, 4), Mark(':')] => (word, i32::try_from(*year).ok()),
        // "Februar - vinterferie uke 9", "Februar (stengt)", "Februar måned"
        [Word(word), Word("måned" | "månad")]
        | [
            Word(word),
            Mark('-' | SPACED_DASH | '(' | ',' | ':'),
            Word(_),
            ..,
        ] => {
            let mut others = found.iter().skip(1);
            let month =
                |token: &Token<'_>| matches!(token, Word(it) if calendar::month(it).is_some());
            if others.any(month) {
                return calendar::month(word).map(|_| Span::Other);
            }
            (word, None)
        }
        _ => return None,
    };
    if year.is_some_and(|year| !(1990..=2100).contains(&year)) {
        return None;
    }
    let month = calendar::month(word)?;
    Some(Span::Month(Month { year, month }))
}

/// Whether a word names a longer part of the year.
fn is_season(token: &Token<'_>) -> bool {
    matches!(
        token,
        Word(
            "kvartal"
                | "halvår"
                | "vår"
                | "våren"
                | "sommer"
                | "sommeren"
                | "sommar"
                | "sommaren"
                | "høst"
                | "høsten"
                | "haust"
                | "hausten"
                | "vinter"
                | "vinteren"
        )
    )
}

impl Month {
    /// The month with the year of the one before it, if that is told once only.
    pub(crate) fn after(self, before: Option<Self>) -> Self {
        let year = before.filter(|before| before.month <= self.month);
        Self {
            year: self.year.or(year.and_then(|before| before.year)),
            ..self
        }
    }

    /// The day that a cell names without its month: "7.", "tirsdag 11.", 4.
    pub(crate) fn day(self, content: &Content) -> Option<Day> {
        let day = match content {
            Content::Number(number) => u8::try_from(whole(*number)?).ok()?,
            Content::Text(text) if text.len() <= 20 => bare_day(text)?,
            Content::Text(_)
            | Content::DateTime(_)
            | Content::Duration(_)
            | Content::Bool(_)
            | Content::Error => return None,
        };
        // A year that is not known may be a leap year.
        let year = self.year.unwrap_or(2024);
        NaiveDate::from_ymd_opt(year, u32::from(self.month), u32::from(day))?;
        Some(Day {
            year: self.year,
            month: self.month,
            day,
        })
    }
}

impl Month {
    /// The days that a cell names without their month: "9.-11.", "2. og 3."
    pub(crate) fn days(self, text: &str) -> Option<Vec<Day>> {
        let of_days = |sign: char| {
            sign.is_ascii_digit() || matches!(sign, '.' | '-' | '–' | ' ' | ',' | 'o' | 'g')
        };
        // Two numbers without a full stop may be a day and a month, or hours.
        if text.len() > 20 || !text.contains('.') || !text.chars().all(of_days) {
            return None;
        }
        let name = calendar::month_name(self.month)?;
        let whole = format!("{} {name}", text.trim());
        let read = super::understand(&Content::Text(whole.into()), crate::form::Kind::Date);
        let Some(crate::value::Value::Days(mut days)) = read.value else {
            return None;
        };
        let own = days
            .iter()
            .all(|day| day.month == self.month && day.year.is_none());
        for day in &mut days {
            day.year = self.year;
        }
        (own && days.len() >= 2).then_some(days)
    }
}

fn bare_day(text: &str) -> Option<u8> {
    let plain = plain(text);
    let found = tokens(&plain)?;
    let mut rest = found.as_slice();
    while let [Word(word), after @ ..] = rest {
        if calendar::weekday(word).is_none() && *word != "den" {
            return None;
        }
        rest = after;
        while let [Mark('.' | ','), after @ ..] = rest {
            rest = after;
        }
    }
    match rest {
        [Number(day, 1 | 2)] | [Number(day, 1 | 2), Mark('.')] => u8::try_from(*day).ok(),
        _ => None,
    }
}
