//! Tables of cases: the kind asked for, what was typed, what it means.

use chrono::NaiveDate;

use super::understand;
use crate::fault::FaultKind;
use crate::form::Kind;
use crate::value::{Day, Value};
use crate::workbook::Content;

/// Reads a table in which each line is `typed => meaning`.
fn check(kind: Kind, table: &str) {
    let mut wrong = Vec::new();
    for line in table.lines().filter(|line| !line.trim().is_empty()) {
        let (typed, meaning) = line.split_once("=>").unwrap();
        let typed = typed.trim().replace('␣', "\u{a0}").replace("\\n", "\n");
        let content = match typed.strip_prefix('#') {
            Some(number) => Content::Number(number.parse().unwrap()),
            None => Content::Text(typed.into()),
        };
        let found = told(&content, kind);
        if found != meaning.trim() {
            wrong.push(format!("{} => {found}", line.trim()));
        }
    }
    assert!(wrong.is_empty(), "read otherwise:\n{}", wrong.join("\n"));
}

fn told(content: &Content, kind: Kind) -> String {
    let understood = understand(content, kind);
    match (understood.value, understood.fault) {
        (Some(value), None) => meaning(&value),
        (None, None) => "nothing".to_owned(),
        (None, Some(FaultKind::TwoReadings)) => "two readings".to_owned(),
        (None, Some(FaultKind::FormulaError)) => "formula error".to_owned(),
        (None, Some(_)) => "not understood".to_owned(),
        (Some(_), Some(_)) => "both a value and a fault".to_owned(),
    }
}

fn day(day: Day) -> String {
    match day.year {
        Some(year) => format!("{}.{}.{year}", day.day, day.month),
        None => format!("{}.{}", day.day, day.month),
    }
}

fn meaning(value: &Value) -> String {
    match value {
        Value::Text => "text".to_owned(),
        Value::Normal(text) => text.clone(),
        Value::Count(count) => count.to_string(),
        Value::CountBetween { min, max } => format!("{min} to {max}"),
        Value::Days(days) => days.iter().copied().map(day).collect::<Vec<_>>().join(" "),
        Value::NoCertainDate => "no certain date".to_owned(),
        Value::Time(time) => time.format("%H:%M").to_string(),
        Value::TimeSpan { from, to } => {
            format!("{} to {}", from.format("%H:%M"), to.format("%H:%M"))
        }
        Value::Duration {
            minutes,
            per_day: false,
        } => format!("{minutes} min"),
        Value::Duration {
            minutes,
            per_day: true,
        } => format!("{minutes} min a day"),
        Value::YesNo(true) => "yes".to_owned(),
        Value::YesNo(false) => "no".to_owned(),
        Value::Year(year) => year.to_string(),
        Value::Period { from, to } => format!("{} to {}", day(*from), day(*to)),
        Value::WholeYear => "whole year".to_owned(),
    }
}

#[test]
fn dates() {
    check(Kind::Date, include_str!("cases/dates.txt"));
}

#[test]
fn times() {
    check(Kind::Time, include_str!("cases/times.txt"));
}

#[test]
fn durations() {
    check(Kind::Hours, include_str!("cases/durations.txt"));
}

#[test]
fn counts() {
    check(Kind::Count, include_str!("cases/counts.txt"));
}

#[test]
fn ticks() {
    check(Kind::YesNo, include_str!("cases/ticks.txt"));
}

#[test]
fn names_and_numbers() {
    check(
        Kind::OrganisationNumber,
        "999 888 777 => 999888777
         NO 999 888 777 MVA => 999888777
         999888777MVA => 999888777
         999.888.777 => 999888777
         #999888777 => 999888777
         99988877 => not understood
         har ikke => not understood",
    );
    check(
        Kind::Email,
        " Kari@Lag.Example. => kari@lag.example
         mailto:kari@lag.example => kari@lag.example
         <kari@lag.example> => kari@lag.example
         Kari <kari@lag.example> => kari@lag.example
         kari(at)lag.example => not understood
         kari@@lag.example => not understood",
    );
    check(
        Kind::Municipality,
        "#301 => 0301\n0301 => 0301\nHalden => text",
    );
    check(Kind::County, "#3 => 03\n34 => 34\nØstfold => text");
}

#[test]
fn phones() {
    check(Kind::Phone, include_str!("cases/phones.txt"));
}

#[test]
fn postcodes() {
    check(Kind::Postcode, include_str!("cases/postcodes.txt"));
}

#[test]
fn years_and_periods() {
    check(Kind::Year, include_str!("cases/years.txt"));
    check(Kind::Period, include_str!("cases/periods.txt"));
}

#[test]
fn cells_that_the_spreadsheet_formatted() {
    let moment = |year, month, day, hour, minute| {
        let date = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        Content::DateTime(date.and_hms_opt(hour, minute, 0).unwrap())
    };
    let date = moment(2025, 5, 1, 0, 0);
    let time = moment(1899, 12, 31, 18, 30);
    let both = moment(2025, 5, 1, 18, 30);
    for (content, kind, expected, typed) in [
        (&date, Kind::Date, "1.5.2025", "01.05.2025"),
        // 1.5 and 10-12, which the program took for dates.
        (&date, Kind::Hours, "two readings", "01.05.2025"),
        (&date, Kind::Count, "two readings", "01.05.2025"),
        (&date, Kind::Time, "two readings", "01.05.2025"),
        // A day with a time on it is no such number.
        (&both, Kind::Time, "18:30", "01.05.2025 18:30"),
        (&date, Kind::Text, "text", "01.05.2025"),
        (&time, Kind::Time, "18:30", "18:30"),
        (&time, Kind::Hours, "1110 min", "18:30"),
        (&time, Kind::Date, "not understood", "18:30"),
        (&Content::Bool(true), Kind::YesNo, "yes", "SANN"),
        (&Content::Error, Kind::Count, "formula error", "#FEIL!"),
        (&Content::Number(2.5), Kind::Hours, "150 min", "2,5"),
        (&Content::Number(1730.0), Kind::Time, "17:30", "1730"),
    ] {
        assert_eq!(told(content, kind), expected, "{content:?} as {kind:?}");
        assert_eq!(understand(content, kind).typed, typed);
    }
}

#[test]
fn a_time_after_the_date_goes_along() {
    use super::Beside;
    let found = understand(&Content::Text("17. mai kl. 18-20".into()), Kind::Date);
    assert_eq!(found.value.as_ref().map(meaning).as_deref(), Some("17.5"));
    let Some(Beside::Time(span)) = found.beside else {
        panic!("no time beside the date: {found:?}");
    };
    assert_eq!(meaning(&span), "18:00 to 20:00");
}

#[test]
fn what_was_typed_is_kept() {
    for typed in ["hver tirsdag", "5. mai (avlyst)", "ca. 20"] {
        let content = Content::Text(format!(" {typed}\u{a0}").into());
        assert_eq!(understand(&content, Kind::Date).typed, typed);
    }
}

#[test]
fn a_year_in_a_cell_that_shows_dates() {
    let year = |year, month, day| {
        let day = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        told(
            &Content::DateTime(day.and_hms_opt(0, 0, 0).unwrap()),
            Kind::Year,
        )
    };
    // 2025 typed in a cell that shows dates is the day with that number.
    assert_eq!(year(1905, 7, 17), "2025");
    assert_eq!(year(2025, 1, 1), "2025");
    assert_eq!(year(1950, 1, 1), "not understood");
}
