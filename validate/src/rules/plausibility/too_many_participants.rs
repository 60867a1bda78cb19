//! Fires when an activity is said to have had more participants than a hall holds.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "too_many_participants",
    code: "K115",
    title: Words {
        nb: "Antall deltakere er svært høyt",
        nn: "Talet på deltakarar er svært høgt",
    },
    why: Words {
        nb: "En likepersonsaktivitet bygger på at deltakerne deler erfaringer. Over 500 er mest sannsynlig en skrivefeil eller et åpent arrangement.",
        nn: "Ein likepersonsaktivitet byggjer på at deltakarane deler erfaringar. Over 500 er helst ein skrivefeil eller eit ope arrangement.",
    },
    remedy: Words {
        nb: "Rett antallet hvis det er feil. Er det riktig, så forklar rådgiveren hvordan aktiviteten ble holdt.",
        nn: "Rett talet om det er feil. Er det rett, så forklar rådgivaren korleis aktiviteten vart halden.",
    },
    scope: Scope::Row,
    severity: Severity::Wait,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::House,
    check,
};

const MOST: u32 = 500;

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for activity in scene.asked_about() {
        let bounds = activity.participants.bounds();
        let Some((_, most)) = bounds.filter(|(_, most)| *most > MOST) else {
            continue;
        };
        remarks.of_row(
            activity.id,
            activity.spot(Field::Participants),
            Text::new(
                format!("Antall deltakere er {most}."),
                format!("Talet på deltakarar er {most}."),
            ),
        );
    }
}
