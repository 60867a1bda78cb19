//! Fires when a formula in a row gave an error value, and the row can do without the cell.
//!
//! Where it cannot, the criterion that needs the value speaks.

use samlerapport_ingest::{FaultKind, Field};

use crate::activity::Activity;
use crate::finding::Spot;
use crate::finding::Text;
use crate::length::Length;
use crate::remarks::Remarks;
use crate::rule::{Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "formula_error",
    code: "K017",
    title: Words {
        nb: "En formel gir feil",
        nn: "Ein formel gir feil",
    },
    why: Words {
        nb: "Vi leser det cellen viser, og en feilverdi sier oss ingenting.",
        nn: "Vi les det cella viser, og ein feilverdi seier oss ingenting.",
    },
    remedy: Words {
        nb: "Skriv verdien rett inn i cellen i stedet for formelen.",
        nn: "Skriv verdien rett inn i cella i staden for formelen.",
    },
    scope: Scope::Row,
    severity: Severity::Remark,
    mendable: true,
    since: 2023,
    trial: false,
    law: false,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for activity in &scene.activities {
        for (field, told) in &activity.row.cells {
            if told.value.is_some() || needed(activity, *field) {
                continue;
            }
            let kind = scene.fault(activity.id, activity.row, *field);
            if kind == Some(&FaultKind::FormulaError) {
                let spot = Spot {
                    place: told.place,
                    field: Some(*field),
                };
                remarks.of_row(
                    activity.id,
                    spot,
                    Text::new(
                        "Formelen i cellen gir en feilverdi.",
                        "Formelen i cella gir ein feilverdi.",
                    ),
                );
            }
        }
    }
}

fn needed(activity: &Activity<'_>, field: Field) -> bool {
    let length = matches!(field, Field::From | Field::To | Field::Hours);
    matches!(field, Field::Date | Field::Participants)
        || (length && activity.length == Length::Unknown)
}
