//! Fires when a formula in a row gave an error value.
//!
//! Where the length is known all the same, `time_not_understood` and
//! `duration_not_understood` tell of it.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::length::Length;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
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
    severity: Severity::Error,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::Fact,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for activity in scene.asked_about() {
        for (field, told) in &activity.row.cells {
            let length = matches!(field, Field::From | Field::To | Field::Hours);
            let spared = length && activity.length != Length::Unknown;
            if told.value.is_none() && !spared && scene.gives_formula_error(activity, *field) {
                remarks.of_row(
                    activity.id,
                    activity.spot(*field),
                    Text::new(
                        "Formelen i cellen gir en feilverdi.",
                        "Formelen i cella gir ein feilverdi.",
                    ),
                );
            }
        }
    }
}
