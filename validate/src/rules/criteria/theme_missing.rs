//! Fires when no theme can be had from the row.
//!
//! A house rule of Mental Helse's. What the row leaves open, `needs_adviser` asks about.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "theme_missing",
    code: "K053",
    title: Words {
        nb: "Tema mangler",
        nn: "Tema manglar",
    },
    why: Words {
        nb: "En likepersonsaktivitet skal bygge på et tema (regel i Mental Helse).",
        nn: "Ein likepersonsaktivitet skal byggje på eit tema (regel i Mental Helse).",
    },
    remedy: Words {
        nb: "Skriv hva dere snakket om, med noen få ord.",
        nn: "Skriv kva de snakka om, med nokre få ord.",
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
        if scene.mental_helse() && !activity.nature.theme && activity.nature.open.is_empty() {
            remarks.of_row(
                activity.id,
                activity.spot(Field::Theme),
                Text::new(
                    "Det står ikke hva temaet var.",
                    "Det står ikkje kva temaet var.",
                ),
            );
        }
    }
}
