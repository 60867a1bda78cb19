//! What was read, normalised: ISO dates, HH:MM, decimal hours, whole numbers.

use samlerapport_ingest::{Day, Field, FormId, Report, Row, Told, Value};
use samlerapport_validate::{mask, mask_numbers};
use serde_json::{Map, Value as Json, json};

/// The fields outside the tables.
pub(super) fn of_fields(report: &Report, basis_year: i32) -> Json {
    let mut object = Map::new();
    for (field, told) in &report.fields {
        put(&mut object, report.form, *field, told, basis_year);
    }
    if let (None, Some(year)) = (report.told(Field::BasisYear), report.hidden_year) {
        object.insert(Field::BasisYear.key().to_owned(), json!(year));
    }
    Json::Object(object)
}

/// The cells of a row.
pub(super) fn of_row(form: FormId, row: &Row, basis_year: i32) -> Json {
    let mut object = Map::new();
    for (field, told) in &row.cells {
        put(&mut object, form, *field, told, basis_year);
    }
    // Both times may stand in one cell.
    let (from, to) = row.times();
    for (field, time) in [(Field::From, from), (Field::To, to)] {
        if let Some(time) = time {
            object.insert(
                field.key().to_owned(),
                json!(time.format("%H:%M").to_string()),
            );
        }
    }
    Json::Object(object)
}

/// The signature blocks.
pub(super) fn of_signatures(report: &Report, basis_year: i32) -> Json {
    report
        .signatures
        .iter()
        .map(|signature| {
            json!({
                "role": signature.role.key(),
                "name": signature.name.as_deref().map(mask_numbers),
                "date": signature.date.and_then(|day| iso(day, basis_year)),
                "evidence": signature.evidence.key(),
            })
        })
        .collect()
}

fn put(object: &mut Map<String, Json>, form: FormId, field: Field, told: &Told, basis_year: i32) {
    let key = field.key().to_owned();
    let Some(value) = &told.value else {
        return;
    };
    let json = match value {
        Value::Text => json!(mask(form, field, &told.typed)),
        Value::Normal(_) if as_typed(field) => json!(mask(form, field, &told.typed)),
        Value::Normal(normal) => json!(normal),
        Value::Count(count) => json!(count),
        Value::CountBetween { min, max } => {
            object.insert(format!("{key}_min"), json!(min));
            object.insert(format!("{key}_max"), json!(max));
            return;
        }
        Value::Days(days) => dates(field, days, basis_year),
        Value::NoCertainDate | Value::TimeSpan { .. } => return,
        Value::Time(time) => json!(time.format("%H:%M").to_string()),
        Value::Duration { minutes, .. } => json!(f64::from(*minutes) / 60.0),
        Value::YesNo(yes) => json!(yes),
        Value::Year(year) => json!(year),
        Value::Period { from, to } => json!({
            "from": iso(*from, basis_year),
            "to": iso(*to, basis_year),
        }),
        Value::WholeYear => json!("hele året"),
    };
    object.insert(key, json);
}

/// An activity has a list of days; every other date is one day.
fn dates(field: Field, days: &[Day], basis_year: i32) -> Json {
    let mut dates = days.iter().filter_map(|day| iso(*day, basis_year));
    if field == Field::Date {
        return dates.collect();
    }
    json!(dates.next())
}

/// A telephone number is shown as it was typed; that it is one is known.
fn as_typed(field: Field) -> bool {
    field == Field::Phone
}

fn iso(day: Day, basis_year: i32) -> Option<String> {
    day.in_year(basis_year).map(|date| date.to_string())
}
