//! Fires when form 4 says neither Ja nor Nei to whether a person carried out an activity.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "peer_supporter_activity_unknown",
    code: "K063",
    title: Words {
        nb: "Svar om aktivitet mangler",
        nn: "Svar om aktivitet manglar",
    },
    why: Words {
        nb: "En likeperson teller når han eller hun gjennomførte minst én aktivitet i grunnlagsåret (forskriften § 13).",
        nn: "Ein likeperson tel når han eller ho gjennomførte minst éin aktivitet i grunnlagsåret (forskrifta § 13).",
    },
    remedy: Words {
        nb: "Velg Ja eller Nei i kolonnen «Gjennomført aktivitet i året».",
        nn: "Vel Ja eller Nei i kolonnen «Gjennomført aktivitet i året».",
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
        if person.row.yes(Field::Active).is_none() {
            remarks.of_row(
                person.id,
                person.spot(Field::Active),
                Text::new(
                    "Det står verken Ja eller Nei om aktivitet i året.",
                    "Det står verken Ja eller Nei om aktivitet i året.",
                ),
            );
        }
    }
}
