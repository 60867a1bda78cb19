//! Fires when a fødselsnummer, D-number or H-number stands in a cell.

use super::speak_of;
use crate::personal::Kind;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "identity_number",
    code: "K096",
    title: Words {
        nb: "Et fødselsnummer står i skjemaet",
        nn: "Eit fødselsnummer står i skjemaet",
    },
    why: Words {
        nb: "Skjemaene skal ikke ha fødselsnummer. Vi gjengir det ikke noe sted, men filen har det.",
        nn: "Skjema skal ikkje ha fødselsnummer. Vi gir det ikkje att nokon stad, men fila har det.",
    },
    remedy: Words {
        nb: "Slett nummeret, og send skjemaet på nytt. Slett også kopier av filen som dere har sendt andre.",
        nn: "Slett nummeret, og send skjemaet på nytt. Slett òg kopiar av fila som de har sendt andre.",
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
    speak_of(Kind::Identity, MESSAGE, scene, remarks);
}

const MESSAGE: Words = Words {
    nb: "Et nummer her ser ut som et fødselsnummer.",
    nn: "Eit nummer her ser ut som eit fødselsnummer.",
};
