//! Fires when an adviser has decided that the row does not count.

use samlerapport_ingest::Field;

use crate::decided_rows::Way;
use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "decided_against",
    code: "K110",
    title: Words {
        nb: "Rådgiveren har avgjort det",
        nn: "Rådgivaren har avgjort det",
    },
    why: Words {
        nb: "Rådgiveren har sett på raden og avgjort at den ikke medregnes.",
        nn: "Rådgivaren har sett på rada og avgjort at ho ikkje blir medrekna.",
    },
    remedy: Words {
        nb: "Er noe misforstått, så rett raden og send skjemaet på nytt, eller snakk med rådgiveren.",
        nn: "Er noko misforstått, så rett rada og send skjemaet på nytt, eller snakk med rådgivaren.",
    },
    scope: Scope::Row,
    severity: Severity::Error,
    mendable: false,
    since: 2023,
    trial: false,
    rests_on: Basis::Fact,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for activity in &scene.activities {
        if activity.way() == Some(Way::DoesNotCount) {
            remarks.of_row(
                activity.id,
                activity.spot(Field::Date),
                Text::new(
                    "Rådgiveren har avgjort at raden ikke medregnes.",
                    "Rådgivaren har avgjort at rada ikkje blir medrekna.",
                ),
            );
        }
    }
    for person in &scene.people {
        if person.way() == Some(Way::DoesNotCount) {
            remarks.of_row(
                person.id,
                person.spot(Field::Name),
                Text::new(
                    "Rådgiveren har avgjort at personen ikke medregnes.",
                    "Rådgivaren har avgjort at personen ikkje blir medrekna.",
                ),
            );
        }
    }
}
