//! Any text and any number as any kind of value.

use chrono::{NaiveDate, TimeDelta};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use unicode_normalization::UnicodeNormalization;

use super::trial::Holds;
use crate::cell::{Understood, understand};
use crate::form::Kind;
use crate::value::{Day, Value};
use crate::workbook::Content;

const KINDS: [Kind; 15] = [
    Kind::Text,
    Kind::Count,
    Kind::Date,
    Kind::Time,
    Kind::Hours,
    Kind::YesNo,
    Kind::Choice(&["besøk", "telefon"]),
    Kind::Year,
    Kind::OrganisationNumber,
    Kind::County,
    Kind::Municipality,
    Kind::Email,
    Kind::Phone,
    Kind::Postcode,
    Kind::Period,
];

/// What people type in cells, one on a line, before an arrow.
const TYPED: [&str; 5] = [
    include_str!("../cell/cases/dates.txt"),
    include_str!("../cell/cases/times.txt"),
    include_str!("../cell/cases/durations.txt"),
    include_str!("../cell/cases/counts.txt"),
    include_str!("../cell/cases/ticks.txt"),
];

/// What such text is made of, and what it is not.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "0", "1", "2", "12", "13", "24", "29", "30", "31", "45", "60", "90", "99", "100", "1900",
    "2025", "2026", "99999", "4294967295", "99999999999999999999", ".", ",", "/", "-", "–", "—",
    ":", ";", "'", "+", "×", "x", "½", "¼", " ", "\u{a0}", "\n", "\t", "(", ")", "[", "#", "%",
    "ca.", "kl", "kl.", "t", "timer", "min", "à", "a", "per dag", "dager", "uke", "hver", "til",
    "og", "fra", "t.o.m.", "februar", "feb", "mai", "juni", "des.", "mandag", "lør", "ja", "nei",
    "X", "√", "✓", "halv", "kvart på", "hele året", "våren", "personer", "stk", "mill", "tre",
    "to og en halv", "Å", "A\u{30a}", "é", "ß", "İ", "ﬁ", "٣", "１２", "\u{200b}", "\u{202e}",
    "\u{feff}", "\u{301}", "😀", "=1+1", "@", "post@lag.example", "0047", "+47", "\u{0}",
];

/// A cell and what is asked of it.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    content: Content,
    kind: Kind,
}

pub(super) fn asked() -> impl Strategy<Value = Asked> {
    (content(), select(&KINDS[..])).prop_map(|(content, kind)| Asked { content, kind })
}

fn content() -> impl Strategy<Value = Content> {
    let moment = (0..3_000_000_i64, 0..86_400_i64).prop_map(|(day, second)| {
        let zero = NaiveDate::from_ymd_opt(1899, 12, 31).unwrap();
        let day = zero.checked_add_signed(TimeDelta::days(day)).unwrap();
        Content::DateTime(day.and_hms_opt(0, 0, 0).unwrap() + TimeDelta::seconds(second))
    });
    let number = prop_oneof![
        (0..100_000_u32).prop_map(|number| f64::from(number) / 4.0),
        prop::num::f64::ANY,
    ];
    prop_oneof![
        12 => text().prop_map(|text| Content::Text(text.into())),
        2 => number.prop_map(Content::Number),
        1 => moment,
        1 => any::<i32>().prop_map(|seconds| Content::Duration(TimeDelta::seconds(seconds.into()))),
        1 => prop_oneof![any::<bool>().prop_map(Content::Bool), Just(Content::Error)],
    ]
}

fn text() -> impl Strategy<Value = String> {
    let lines = TYPED.iter().flat_map(|table| table.lines());
    let typed: Vec<String> = lines
        .filter_map(|line| Some(line.split_once("=>")?.0.trim().to_owned()))
        .collect();
    let pieces = || vec(select(PIECES), 1..8).prop_map(|pieces| pieces.concat());
    prop_oneof![
        3 => (select(typed.clone()), any::<Index>(), 0..3_usize, select(PIECES)).prop_map(
            |(typed, at, without, piece)| {
                let mut letters: Vec<char> = typed.chars().collect();
                let at = at.index(letters.len() + 1);
                let until = (at + without).min(letters.len());
                letters.splice(at..until, piece.chars());
                letters.into_iter().collect()
            }
        ),
        1 => (select(typed.clone()), select(typed)).prop_map(|(one, other)| format!("{one} {other}")),
        3 => pieces(),
        1 => any::<String>(),
    ]
}

/// A value or a fault and never both, and blanks and the form of letters matter not.
pub(super) fn understood(asked: &Asked) -> Holds {
    let Asked { content, kind } = asked;
    let once = understand(content, *kind);
    if once.value.is_some() && once.fault.is_some() {
        return Err(format!("a value and a fault: {once:?}"));
    }
    once.value.iter().try_for_each(sensible)?;
    let Content::Text(text) = content else {
        return Ok(());
    };
    let composed: String = text.nfc().collect();
    let others = [
        format!(" \u{a0}{composed}\n"),
        composed.nfd().collect(),
        composed.clone(),
    ];
    for other in others {
        let again = understand(&Content::Text(other.as_str().into()), *kind);
        if !alike(&once, &again) {
            return Err(format!("{once:?}, but {other:?} gives {again:?}"));
        }
    }
    Ok(())
}

fn alike(one: &Understood, other: &Understood) -> bool {
    (&one.value, &one.fault, &one.beside) == (&other.value, &other.fault, &other.beside)
}

fn sensible(value: &Value) -> Holds {
    let there = |day: &Day| day.in_year(2024).is_some();
    let holds = match value {
        Value::Days(days) => !days.is_empty() && days.len() <= 366 && days.iter().all(there),
        Value::Period { from, to } => there(from) && there(to),
        Value::CountBetween { min, max } => min < max,
        Value::Normal(text) => !text.is_empty(),
        Value::Year(year) => (1990..=2100).contains(year),
        Value::Text
        | Value::Count(_)
        | Value::NoCertainDate
        | Value::Time(_)
        | Value::Duration { .. }
        | Value::TimeSpan { .. }
        | Value::YesNo(_)
        | Value::WholeYear => true,
    };
    holds.then_some(()).ok_or_else(|| format!("{value:?}"))
}
