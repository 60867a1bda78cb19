//! Fires when a date, or the only cell that tells the length, can be read in two ways.
//!
//! A number of participants with two readings is `needs_adviser`'s business.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::length::Length;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "two_readings",
    code: "K018",
    title: Words {
        nb: "Cellen kan leses på to måter",
        nn: "Cella kan lesast på to måtar",
    },
    why: Words {
        nb: "Det som kan bety to ting, gjetter vi ikke på.",
        nn: "Det som kan bety to ting, gjettar vi ikkje på.",
    },
    remedy: Words {
        nb: "Skriv datoen med dag, måned og år (12.03.2025), klokkeslettet som 18:30 og varigheten i timer (1,5).",
        nn: "Skriv datoen med dag, månad og år (12.03.2025), klokkeslettet som 18:30 og lengda i timar (1,5).",
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
        for field in [Field::Date, Field::From, Field::To, Field::Hours] {
            let needed = field == Field::Date || activity.length == Length::Unknown;
            if needed && scene.has_two_readings(activity, field) {
                remarks.of_row(
                    activity.id,
                    activity.spot(field),
                    Text::new(
                        "Det som står i cellen, kan leses på to måter.",
                        "Det som står i cella, kan lesast på to måtar.",
                    ),
                );
            }
        }
    }
}
