//! Readings as text, a line for each field, row, signature and fault.

use std::fmt::Write;

use crate::fault::{Fault, FaultKind};
use crate::form::Field;
use crate::report::{Reading, Recognised, Row, Signature};
use crate::value::{Day, Told, Value};

/// All that the readings tell.
pub(super) fn told(readings: &[Reading]) -> String {
    let mut out = String::new();
    for reading in readings {
        if let Some(report) = &reading.report {
            let how = match report.recognised {
                Recognised::HiddenId { version } => format!("hidden id, version {version}"),
                Recognised::Labels => "labels".to_owned(),
            };
            writeln!(out, "form {} by {how}", report.form.key()).unwrap();
            for (field, value) in &report.fields {
                writeln!(out, "{} {}", value.place, cell(*field, value)).unwrap();
            }
            report
                .board
                .iter()
                .for_each(|row| line(&mut out, "board", row));
            report
                .rows
                .iter()
                .for_each(|row| line(&mut out, "row", row));
            for sum in &report.sums {
                let since = sum
                    .since
                    .map_or_else(String::new, |row| format!(" since {row}"));
                writeln!(out, "sum {} {:?}: {}{since}", sum.place, sum.of, sum.amount).unwrap();
            }
            report
                .signatures
                .iter()
                .for_each(|block| signature(&mut out, block));
        } else {
            writeln!(out, "no form").unwrap();
        }
        reading
            .faults
            .iter()
            .for_each(|found| fault(&mut out, found));
    }
    out
}

fn line(out: &mut String, word: &str, row: &Row) {
    let cells: Vec<String> = row
        .cells
        .iter()
        .map(|(field, told)| cell(*field, told))
        .collect();
    writeln!(out, "{word} {}: {}", row.place, cells.join(" | ")).unwrap();
}

pub(super) fn cell(field: Field, told: &Told) -> String {
    let value = match &told.value {
        Some(value) => meaning(value, &told.typed),
        None => format!("?{}?", told.typed),
    };
    format!("{}={value}", field.key())
}

fn signature(out: &mut String, block: &Signature) {
    let name = block.name.as_deref().unwrap_or("-");
    let date = block.date.map_or_else(|| "-".to_owned(), day);
    let (role, evidence) = (block.role.key(), block.evidence.key());
    writeln!(
        out,
        "signed {} {role}: {evidence}, {name}, {date}",
        block.place
    )
    .unwrap();
}

fn fault(out: &mut String, fault: &Fault) {
    let place = fault
        .place
        .map_or_else(|| "-".to_owned(), |place| place.to_string());
    let field = fault.field.map_or("-", Field::key);
    let kind = if let FaultKind::FormUncertain(one, other) = &fault.kind {
        format!("{} or {}", one.key(), other.key())
    } else if let FaultKind::ToldTwice { first } = &fault.kind {
        format!("told in {first} too")
    } else if let FaultKind::HiddenSheet { sheet } = &fault.kind {
        format!("hidden sheet {sheet}")
    } else {
        format!("{:?}", fault.kind)
    };
    writeln!(out, "fault {place} {field}: {kind}").unwrap();
}

fn day(day: Day) -> String {
    match day.year {
        Some(year) => format!("{}.{}.{year}", day.day, day.month),
        None => format!("{}.{}", day.day, day.month),
    }
}

fn meaning(value: &Value, typed: &str) -> String {
    match value {
        Value::Text => typed.to_owned(),
        Value::Normal(text) => text.clone(),
        Value::Count(count) => count.to_string(),
        Value::CountBetween { min, max } => format!("{min}-{max}"),
        Value::Days(days) => days.iter().copied().map(day).collect::<Vec<_>>().join(" "),
        Value::NoCertainDate => format!("({typed})"),
        Value::Time(time) => time.format("%H:%M").to_string(),
        Value::TimeSpan { from, to } => format!("{}-{}", from.format("%H:%M"), to.format("%H:%M")),
        Value::Duration {
            minutes,
            per_day: false,
        } => format!("{minutes}min"),
        Value::Duration {
            minutes,
            per_day: true,
        } => format!("{minutes}min/day"),
        Value::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Year(year) => year.to_string(),
        Value::Period { from, to } => format!("{}-{}", day(*from), day(*to)),
        Value::WholeYear => "whole year".to_owned(),
    }
}
