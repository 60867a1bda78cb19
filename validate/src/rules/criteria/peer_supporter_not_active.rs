//! Fires when form 4 says that a person carried out no activity in the year.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "peer_supporter_not_active",
    code: "K060",
    title: Words {
        nb: "Likepersonen har ikke hatt aktivitet i året",
        nn: "Likepersonen har ikkje hatt aktivitet i året",
    },
    why: Words {
        nb: "En likeperson teller når han eller hun gjennomførte minst én aktivitet i grunnlagsåret (forskriften § 13).",
        nn: "Ein likeperson tel når han eller ho gjennomførte minst éin aktivitet i grunnlagsåret (forskrifta § 13).",
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
        if person.row.yes(Field::Active) == Some(false) {
            remarks.of_row(
                person.id,
                person.spot(Field::Active),
                Text::new(
                    "Svaret på om likepersonen gjennomførte en aktivitet i året, er Nei.",
                    "Svaret på om likepersonen gjennomførte ein aktivitet i året, er Nei.",
                ),
            );
        }
    }
}
