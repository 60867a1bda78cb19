//! Fires when a course or a conversation names no leading peer supporter.
//!
//! A group without one is asked about by `needs_adviser`.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::hearing::ActivityKind;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "leader_missing",
    code: "K057",
    title: Words {
        nb: "Ledende likeperson mangler",
        nn: "Leiande likeperson manglar",
    },
    why: Words {
        nb: "Navnet på likepersonen som ledet aktiviteten, skal oppgis (forskriften § 13).",
        nn: "Namnet på likepersonen som leidde aktiviteten, skal oppgjevast (forskrifta § 13).",
    },
    remedy: Words {
        nb: "Skriv navnet på likepersonen som ledet aktiviteten.",
        nn: "Skriv namnet på likepersonen som leidde aktiviteten.",
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
    for activity in scene.asked_about() {
        if activity.leader.is_none() && led_by_name(activity.nature.kind) {
            remarks.of_row(
                activity.id,
                activity.spot(Field::Leader),
                Text::new(
                    "Det står ikke hvem som ledet aktiviteten.",
                    "Det står ikkje kven som leidde aktiviteten.",
                ),
            );
        }
    }
}

fn led_by_name(kind: ActivityKind) -> bool {
    matches!(kind, ActivityKind::Course | ActivityKind::Outreach)
}
