//! What may be typed in a cell, and the help beside it.

use super::words::Words;
use crate::county;
use crate::form::{Field, Item, Kind};

/// A check of an area: the help when the cell is chosen, the limit, the words
/// when something else is typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// The first and the last cell (row, column), from 1.
    pub area: ((u32, u16), (u32, u16)),
    /// The heading of the help: the field's label.
    pub title: String,
    /// The help.
    pub help: String,
    /// What may be typed.
    pub limit: Limit,
    /// The heading of what is said when something else is typed.
    pub refused_title: String,
    /// What is said; empty when everything may be typed.
    pub refused: String,
}

/// What may be typed.
#[derive(Clone, Debug, PartialEq)]
pub enum Limit {
    /// Anything.
    Anything,
    /// One of these.
    List(Vec<String>),
    /// One of the values of an area, as a formula names it.
    Range(String),
    /// One of these, or something else after a question.
    Suggestions(Vec<String>),
    /// A day of one year, or something else after a question.
    DayOf(i32),
    /// A day.
    Day,
    /// A time of day.
    Time,
    /// A whole number.
    Whole(i32, i32),
    /// A number, also with decimals.
    Decimal(f64, f64),
    /// So many characters; others after a question.
    Length(u32, u32),
    /// Text with an @; other text after a question.
    Address,
}

impl Limit {
    /// Whether anything else is refused, not asked about.
    pub fn is_firm(&self) -> bool {
        match self {
            Self::Anything
            | Self::List(_)
            | Self::Range(_)
            | Self::Day
            | Self::Time
            | Self::Whole(..)
            | Self::Decimal(..) => true,
            Self::Suggestions(_) | Self::DayOf(_) | Self::Length(..) | Self::Address => false,
        }
    }
}

/// The check of a field.
pub(super) fn check(
    item: &Item,
    words: &Words,
    year: i32,
    area: ((u32, u16), (u32, u16)),
) -> Check {
    let (limit, refused) = limit(item, words, year);
    let label = words.pick(item.label, item.label_nn);
    Check {
        area,
        title: short(label),
        help: words.pick(item.help, item.help_nn).to_owned(),
        limit,
        refused_title: words.not_understood.to_owned(),
        refused: refused.replace("YEAR", &year.to_string()),
    }
}

fn limit(item: &Item, words: &Words, year: i32) -> (Limit, &'static str) {
    let refused = &words.refused;
    match item.kind {
        Kind::Text | Kind::Municipality | Kind::Period => (Limit::Anything, ""),
        Kind::Count => (Limit::Whole(0, 100_000), refused.count),
        Kind::Date if item.field == Field::Date => (Limit::DayOf(year), refused.date),
        Kind::Date => (Limit::Day, refused.any_date),
        Kind::Time => (Limit::Time, refused.time),
        Kind::Hours => (Limit::Decimal(0.0, 24.0), refused.hours),
        Kind::YesNo => (
            Limit::List(vec!["Ja".to_owned(), "Nei".to_owned()]),
            refused.yes_no,
        ),
        Kind::Choice(choices) => {
            let choices = choices.iter().map(|choice| words.choice(choice).to_owned());
            (Limit::Suggestions(choices.collect()), refused.choice)
        }
        Kind::Year => (Limit::Whole(2000, 2100), refused.year),
        Kind::OrganisationNumber => (Limit::Length(9, 11), refused.organisation_number),
        Kind::County => (
            Limit::Suggestions(county::present_counties().map(str::to_owned).collect()),
            refused.county,
        ),
        Kind::Email => (Limit::Address, refused.email),
        Kind::Phone => (Limit::Length(8, 15), refused.phone),
        Kind::Postcode => (Limit::Length(4, 4), refused.postcode),
    }
}

/// A heading within the 32 characters that Excel takes, cut between words.
fn short(label: &str) -> String {
    const MOST: usize = 32;
    if label.chars().count() <= MOST {
        return label.to_owned();
    }
    let mut short = String::new();
    for word in label.split(' ') {
        if short.chars().count() + word.chars().count() + 2 > MOST {
            break;
        }
        short.push_str(word);
        short.push(' ');
    }
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}
