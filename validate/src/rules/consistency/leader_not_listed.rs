//! Fires when a row's leader is not in form 4.
//!
//! While form 4 has not come, `peer_supporters_not_delivered` holds the form.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "leader_not_listed",
    code: "K080",
    title: Words {
        nb: "Likepersonen står ikke i oversikten",
        nn: "Likepersonen står ikkje i oversikta",
    },
    why: Words {
        nb: "Den som leder en aktivitet, skal være en av likepersonene i «Oversikt over aktive likepersoner» (forskriften § 13).",
        nn: "Den som leier ein aktivitet, skal vere ein av likepersonane i «Oversikt over aktive likepersonar» (forskrifta § 13).",
    },
    remedy: Words {
        nb: "Før likepersonen opp i oversikten, eller rett navnet slik at det er likt begge steder.",
        nn: "Før likepersonen opp i oversikta, eller rett namnet slik at det er likt begge stader.",
    },
    scope: Scope::Row,
    severity: Severity::Wait,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::House,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for activity in scene.asked_about() {
        if activity.listed.is_some_and(|found| !found.listed) {
            remarks.of_row(
                activity.id,
                activity.spot(Field::Leader),
                Text::new(
                    "Vi finner ikke den som ledet, i oversikten over aktive likepersoner.",
                    "Vi finn ikkje den som leidde, i oversikta over aktive likepersonar.",
                ),
            );
        }
    }
}
