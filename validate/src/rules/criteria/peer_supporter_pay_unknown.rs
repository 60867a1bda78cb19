//! Fires when form 4 says neither Ja nor Nei to whether a person was unpaid.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "peer_supporter_pay_unknown",
    code: "K064",
    title: Words {
        nb: "Svar om lønn mangler",
        nn: "Svar om løn manglar",
    },
    why: Words {
        nb: "Likepersonsarbeid skal være ulønnet (forskriften § 13).",
        nn: "Likepersonsarbeid skal vere ulønt (forskrifta § 13).",
    },
    remedy: Words {
        nb: "Velg Ja eller Nei i kolonnen «Ulønnet».",
        nn: "Vel Ja eller Nei i kolonnen «Ulønt».",
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
        if person.row.yes(Field::Unpaid).is_none() {
            remarks.of_row(
                person.id,
                person.spot(Field::Unpaid),
                Text::new(
                    "Det står verken Ja eller Nei om arbeidet var ulønnet.",
                    "Det står verken Ja eller Nei om arbeidet var ulønt.",
                ),
            );
        }
    }
}
