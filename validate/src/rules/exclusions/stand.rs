//! Fires when the chapter stood at a stand, with or without the word.

use super::speak_of;
use crate::classify::Ground;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "stand",
    code: "K041",
    title: Words {
        nb: "Stand",
        nn: "Stand",
    },
    why: Words {
        nb: "Å stå på stand regnes ikke som likepersonsaktivitet (regel i organisasjonen).",
        nn: "Å stå på stand blir ikkje rekna som likepersonsaktivitet (regel i organisasjonen).",
    },
    remedy: Words {
        nb: "Hadde dere en samtale eller et møte ved siden av, så før det i en egen rad med egne klokkeslett.",
        nn: "Hadde de ein samtale eller eit møte ved sida av, så før det i ei eiga rad med eigne klokkeslett.",
    },
    scope: Scope::Row,
    severity: Severity::Error,
    mendable: false,
    since: 2023,
    trial: false,
    rests_on: Basis::House,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    speak_of(Ground::Stand, MESSAGE, scene, remarks);
}

const MESSAGE: Words = Words {
    nb: "Dette ser ut som en stand.",
    nn: "Dette ser ut som ein stand.",
};
