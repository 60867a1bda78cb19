//! Fires when a date, a time or a number in a row can be read in two ways.

use crate::activity::DOUBLED;
use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Rule, Scope, Severity, Words};
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
        nb: "Skriv datoen med dag, måned og år (12.03.2025), klokkeslettet som 18:30 og antall med ett tall.",
        nn: "Skriv datoen med dag, månad og år (12.03.2025), klokkeslettet som 18:30 og talet på deltakarar med eitt tal.",
    },
    scope: Scope::Row,
    severity: Severity::Error,
    mendable: true,
    since: 2023,
    trial: false,
    law: false,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for activity in scene.asked_about() {
        for field in DOUBLED {
            if scene.has_two_readings(activity, field) {
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
