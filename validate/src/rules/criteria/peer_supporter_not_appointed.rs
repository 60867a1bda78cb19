//! Fires when a row of form 4 has no date of appointment that can be read.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "peer_supporter_not_appointed",
    code: "K062",
    title: Words {
        nb: "Dato for oppnevning mangler",
        nn: "Dato for oppnemning manglar",
    },
    why: Words {
        nb: "En likeperson skal være oppnevnt av organisasjonen. Et styreverv alene er ikke nok (forskriften § 13).",
        nn: "Ein likeperson skal vere oppnemnd av organisasjonen. Eit styreverv åleine er ikkje nok (forskrifta § 13).",
    },
    remedy: Words {
        nb: "Skriv datoen da likepersonen ble oppnevnt, for eksempel 12.02.2024.",
        nn: "Skriv datoen då likepersonen vart oppnemnd, til dømes 12.02.2024.",
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
        if person.appointed.is_none() {
            remarks.of_row(
                person.id,
                person.spot(Field::Appointed),
                Text::new(
                    "Det står ingen dato for oppnevningen.",
                    "Det står ingen dato for oppnemninga.",
                ),
            );
        }
    }
}
