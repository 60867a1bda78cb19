//! Fields that a form tells twice, and not alike.

use super::fields::{Asked, Fields};
use super::page::Heard;
use crate::fault::{Fault, FaultKind};
use crate::fold::folded_name;
use crate::form::{Field, Kind};
use crate::value::{Told, Value};

/// Looks at the labels whose field was told elsewhere: the first value stands, and
/// another one is told at its cell.
pub(super) fn read(
    asked: &[Asked<'_>],
    fields: &mut Fields,
    value: impl Fn(&Asked<'_>, &mut Vec<(u32, u16)>) -> Option<Heard>,
) {
    let mut others = Vec::new();
    for asked in asked
        .iter()
        .filter(|asked| asked.found.matched.exact && matters(asked))
    {
        let known = fields
            .told
            .iter()
            .find(|(field, _)| *field == asked.item.field);
        let Some((field, known)) = known else {
            continue;
        };
        // What another label took is not free to be this one's.
        let other = value(asked, &mut fields.claimed);
        if let Some(Heard {
            told, fault: None, ..
        }) = other
            && told.place != known.place
            && differ(known, &told)
        {
            others.push(Fault {
                kind: FaultKind::ToldTwice { first: known.place },
                place: Some(told.place),
                field: Some(*field),
            });
        }
    }
    fields.faults.extend(others);
}

/// Words such as "Sted" and "Telefon" stand by the signature as well, and mean
/// something else there.
fn matters(asked: &Asked<'_>) -> bool {
    match asked.item.kind {
        Kind::Text => matches!(
            asked.item.field,
            Field::ChapterName | Field::MeetingPlaceName | Field::PersonName
        ),
        Kind::Email | Kind::Phone | Kind::Postcode | Kind::Choice(_) => false,
        Kind::Date
        | Kind::Time
        | Kind::Hours
        | Kind::Count
        | Kind::YesNo
        | Kind::Year
        | Kind::OrganisationNumber
        | Kind::County
        | Kind::Municipality
        | Kind::Period => true,
    }
}

fn differ(one: &Told, other: &Told) -> bool {
    match (&one.value, &other.value) {
        (Some(Value::Text), Some(Value::Text)) => {
            folded_name(&one.typed) != folded_name(&other.typed)
        }
        (Some(one), Some(other)) => one != other,
        (None, _) | (_, None) => false,
    }
}
