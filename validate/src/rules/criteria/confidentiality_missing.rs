//! Fires when a peer supporter has no date of the confidentiality statement.
//!
//! PEF's own rule: silent for other profiles.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "confidentiality_missing",
    code: "K066",
    title: Words {
        nb: "Taushetserklæring mangler",
        nn: "Erklæring om teieplikt manglar",
    },
    why: Words {
        nb: "Alle likepersoner i PEF skal ha skrevet under taushetserklæring (regel i PEF).",
        nn: "Alle likepersonar i PEF skal ha skrive under erklæring om teieplikt (regel i PEF).",
    },
    remedy: Words {
        nb: "Skriv datoen da taushetserklæringen ble underskrevet.",
        nn: "Skriv datoen då erklæringa om teieplikt vart underskriven.",
    },
    scope: Scope::Row,
    severity: Severity::Error,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::House,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for person in &scene.people {
        if scene.pef() && person.row.days(Field::ConfidentialityDate).is_empty() {
            remarks.of_row(
                person.id,
                person.spot(Field::ConfidentialityDate),
                Text::new(
                    "Det står ingen dato for taushetserklæringen.",
                    "Det står ingen dato for erklæringa om teieplikt.",
                ),
            );
        }
    }
}
