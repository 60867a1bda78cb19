//! Fires when the file is larger than any honest form.

use samlerapport_ingest::FaultKind;

use super::speak_of_file;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "file_too_large",
    code: "K006",
    title: Words {
        nb: "Filen er for stor",
        nn: "Fila er for stor",
    },
    why: Words {
        nb: "Et utfylt skjema er aldri så stort. Da står det noe annet i filen, eller den er formatert langt utenfor tabellen.",
        nn: "Eit utfylt skjema er aldri så stort. Då står det noko anna i fila, eller ho er formatert langt utanfor tabellen.",
    },
    remedy: Words {
        nb: "Kopier radene over i en ny blankett fra oss, og send den.",
        nn: "Kopier radene over i ein ny blankett frå oss, og send han.",
    },
    scope: Scope::Report,
    severity: Severity::Error,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::Fact,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    speak_of_file(scene, remarks, |kind| {
        (*kind == FaultKind::TooLarge).then_some(MESSAGE)
    });
}

const MESSAGE: Words = Words {
    nb: "Filen er mye større enn et utfylt skjema kan være.",
    nn: "Fila er mykje større enn eit utfylt skjema kan vere.",
};
