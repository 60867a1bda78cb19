//! Fires when a text tells the diagnosis of someone it names.

use super::speak_of;
use crate::personal::Kind;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "diagnosis_of_person",
    code: "K101",
    title: Words {
        nb: "Teksten kan si noe om helsen til en navngitt person",
        nn: "Teksten kan seie noko om helsa til ein namngitt person",
    },
    why: Words {
        nb: "Helsen til en navngitt person hører ikke hjemme i et skjema. Temaet i seg selv er i orden.",
        nn: "Helsa til ein namngitt person høyrer ikkje heime i eit skjema. Temaet i seg sjølv er i orden.",
    },
    remedy: Words {
        nb: "Ta navnet ut av teksten, og send skjemaet på nytt.",
        nn: "Ta namnet ut av teksten, og send skjemaet på nytt.",
    },
    scope: Scope::Report,
    severity: Severity::Remark,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::House,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    speak_of(Kind::Diagnosed, MESSAGE, scene, remarks);
}

const MESSAGE: Words = Words {
    nb: "Teksten her kan si noe om helsen til en som er nevnt med navn.",
    nn: "Teksten her kan seie noko om helsa til ein som er nemnd med namn.",
};
