//! Fires when form 4 says that a person was paid.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "peer_supporter_paid",
    code: "K061",
    title: Words {
        nb: "Likepersonen er lønnet",
        nn: "Likepersonen er lønt",
    },
    why: Words {
        nb: "Likepersonsarbeid skal være ulønnet (forskriften § 13).",
        nn: "Likepersonsarbeid skal vere ulønt (forskrifta § 13).",
    },
    remedy: Words {
        nb: "Er svaret feil, så rett det til Ja og send skjemaet på nytt.",
        nn: "Er svaret feil, så rett det til Ja og send skjemaet på nytt.",
    },
    scope: Scope::Row,
    severity: Severity::Error,
    mendable: false,
    since: 2023,
    trial: false,
    rests_on: Basis::Law,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for person in &scene.people {
        if person.row.yes(Field::Unpaid) == Some(false) {
            remarks.of_row(
                person.id,
                person.spot(Field::Unpaid),
                Text::new(
                    "Svaret på om arbeidet var ulønnet, er Nei.",
                    "Svaret på om arbeidet var ulønt, er Nei.",
                ),
            );
        }
    }
}
