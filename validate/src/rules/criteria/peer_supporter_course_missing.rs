//! Fires when a peer supporter has no date of the peer-support course.
//!
//! PEF's own rule: silent for other profiles.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "peer_supporter_course_missing",
    code: "K065",
    title: Words {
        nb: "Dato for likepersonkurs mangler",
        nn: "Dato for likepersonkurs manglar",
    },
    why: Words {
        nb: "Alle likepersoner i PEF skal ha gått likepersonkurs og være godkjent (regel i PEF).",
        nn: "Alle likepersonar i PEF skal ha gått likepersonkurs og vere godkjende (regel i PEF).",
    },
    remedy: Words {
        nb: "Skriv datoen for kurset i oversikten over likepersoner.",
        nn: "Skriv datoen for kurset i oversikta over likepersonar.",
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
        if scene.pef() && person.row.days(Field::CourseDate).is_empty() {
            remarks.of_row(
                person.id,
                person.spot(Field::CourseDate),
                Text::new(
                    "Det står ingen dato for likepersonkurset.",
                    "Det står ingen dato for likepersonkurset.",
                ),
            );
        }
    }
}
