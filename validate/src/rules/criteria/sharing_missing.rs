//! Fires when nothing says that sharing of experience was part of it.
//!
//! A house rule of Mental Helse's. What the row leaves open, `needs_adviser` asks about.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "sharing_missing",
    code: "K054",
    title: Words {
        nb: "Deling av erfaringer mangler",
        nn: "Deling av erfaringar manglar",
    },
    why: Words {
        nb: "Deling av erfaringer skal være en del av formålet med aktiviteten (regel i Mental Helse).",
        nn: "Deling av erfaringar skal vere ein del av føremålet med aktiviteten (regel i Mental Helse).",
    },
    remedy: Words {
        nb: "Skriv med noen få ord hvordan dere delte erfaringer. Gjorde dere ikke det, teller ikke raden.",
        nn: "Skriv med nokre få ord korleis de delte erfaringar. Gjorde de ikkje det, tel ikkje rada.",
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
    for activity in scene.asked_about() {
        if scene.mental_helse() && !activity.nature.sharing && activity.nature.open.is_empty() {
            remarks.of_row(
                activity.id,
                activity.spot(Field::Sharing),
                Text::new(
                    "Det står ikke hvordan dere delte erfaringer.",
                    "Det står ikkje korleis de delte erfaringar.",
                ),
            );
        }
    }
}
