//! Fires when a row of form 4 has no name.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "peer_supporter_name_missing",
    code: "K029",
    title: Words {
        nb: "Navn på likeperson mangler",
        nn: "Namn på likeperson manglar",
    },
    why: Words {
        nb: "Hver likeperson skal oppgis med navn (forskriften § 13).",
        nn: "Kvar likeperson skal oppgjevast med namn (forskrifta § 13).",
    },
    remedy: Words {
        nb: "Skriv fornavn og etternavn.",
        nn: "Skriv førenamn og etternamn.",
    },
    scope: Scope::Row,
    severity: Severity::Error,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::Law,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for person in &scene.people {
        if person.name.is_none() {
            remarks.of_row(
                person.id,
                person.spot(Field::Name),
                Text::new("Raden har ikke noe navn.", "Rada har ikkje noko namn."),
            );
        }
    }
}
