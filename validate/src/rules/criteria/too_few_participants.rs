//! Fires when fewer than three took part in a group, or fewer in a course than the organisation asks.
//!
//! A number that straddles the limit is `needs_adviser`'s business.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "too_few_participants",
    code: "K055",
    title: Words {
        nb: "For få deltakere",
        nn: "For få deltakarar",
    },
    why: Words {
        nb: "En gruppe skal ha minst tre deltakere (forskriften § 10). Den som leder, regnes ikke med.",
        nn: "Ei gruppe skal ha minst tre deltakarar (forskrifta § 10). Den som leier, blir ikkje rekna med.",
    },
    remedy: Words {
        nb: "Er tallet feil, så rett det og send skjemaet på nytt. En samtale på tomannshånd føres som det.",
        nn: "Er talet feil, så rett det og send skjemaet på nytt. Ein samtale på tomannshand blir ført som det.",
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
    for activity in scene.asked_about() {
        let Some(least) = scene.fewest(activity) else {
            continue;
        };
        let Some((_, most)) = activity.size.bounds() else {
            continue;
        };
        if most < least {
            remarks.of_row(
                activity.id,
                activity.spot(Field::Participants),
                Text::new(
                    format!("Antall deltakere er {most}. Det skal være minst {least}."),
                    format!("Talet på deltakarar er {most}. Det skal vere minst {least}."),
                ),
            );
        }
    }
}
