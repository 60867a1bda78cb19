//! Fires when an activity took place outside Norway.

use super::speak_of;
use crate::classify::Ground;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "outside_norway",
    code: "K042",
    title: Words {
        nb: "Utenfor Norge",
        nn: "Utanfor Noreg",
    },
    why: Words {
        nb: "Bare aktiviteter i Norge teller (forskriften § 10).",
        nn: "Berre aktivitetar i Noreg tel (forskrifta § 10).",
    },
    remedy: Words {
        nb: "Var en del av aktiviteten i Norge, så før de dagene i egne rader med sted.",
        nn: "Var ein del av aktiviteten i Noreg, så før dei dagane i eigne rader med stad.",
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
    speak_of(Ground::Abroad, MESSAGE, scene, remarks);
}

const MESSAGE: Words = Words {
    nb: "Dette ser ut til å være holdt utenfor Norge.",
    nn: "Dette ser ut til å vere halde utanfor Noreg.",
};
