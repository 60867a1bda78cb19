//! Fires when a telephone number stands in running text.

use super::speak_of;
use crate::personal::Kind;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "telephone_in_text",
    code: "K099",
    title: Words {
        nb: "Et telefonnummer står i teksten",
        nn: "Eit telefonnummer står i teksten",
    },
    why: Words {
        nb: "Teksten om en aktivitet går videre til flere. Telefonnumre hører hjemme i kolonnen Telefon.",
        nn: "Teksten om ein aktivitet går vidare til fleire. Telefonnummer høyrer heime i kolonnen Telefon.",
    },
    remedy: Words {
        nb: "Ta nummeret ut av teksten neste gang dere sender skjemaet. Er det likepersonens, så skriv det i kolonnen Telefon.",
        nn: "Ta nummeret ut av teksten neste gong de sender skjemaet. Er det likepersonen sitt, så skriv det i kolonnen Telefon.",
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
    speak_of(Kind::Phone, MESSAGE, scene, remarks);
}

const MESSAGE: Words = Words {
    nb: "Det står et telefonnummer i teksten her.",
    nn: "Det står eit telefonnummer i teksten her.",
};
