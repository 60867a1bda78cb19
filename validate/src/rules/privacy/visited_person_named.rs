//! Fires when a log of visits names someone who was visited.

use super::speak_of;
use crate::personal::Kind;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "visited_person_named",
    code: "K100",
    title: Words {
        nb: "En som fikk besøk, kan være nevnt med navn",
        nn: "Ein som fekk besøk, kan vere nemnd med namn",
    },
    why: Words {
        nb: "Oversikten over besøk skal aldri si hvem som fikk besøk. Vi gjengir ikke navnet noe sted.",
        nn: "Oversikta over besøk skal aldri seie kven som fekk besøk. Vi gir ikkje namnet att nokon stad.",
    },
    remedy: Words {
        nb: "Er det navnet på en som fikk besøk, så slett det og send oversikten på nytt. Ellers trenger du ikke gjøre noe.",
        nn: "Er det namnet på ein som fekk besøk, så slett det og send oversikta på nytt. Elles treng du ikkje gjere noko.",
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
    speak_of(Kind::Visited, MESSAGE, scene, remarks);
}

const MESSAGE: Words = Words {
    nb: "Teksten her kan nevne en som fikk besøk.",
    nn: "Teksten her kan nemne ein som fekk besøk.",
};
