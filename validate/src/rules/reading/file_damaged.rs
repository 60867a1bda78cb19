//! Fires when the file starts like a spreadsheet, but is broken or cut short.

use samlerapport_ingest::FaultKind;

use super::speak_of_file;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "file_damaged",
    code: "K005",
    title: Words {
        nb: "Filen er skadet",
        nn: "Fila er skadd",
    },
    why: Words {
        nb: "En fil som er skadet eller bare delvis sendt, kan mangle rader uten at det synes.",
        nn: "Ei fil som er skadd eller berre delvis send, kan mangle rader utan at det er synleg.",
    },
    remedy: Words {
        nb: "Åpne skjemaet hos dere, lagre det på nytt som Excel-arbeidsbok (.xlsx), og send det igjen.",
        nn: "Opne skjemaet hos dykk, lagre det på nytt som Excel-arbeidsbok (.xlsx), og send det igjen.",
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
        (*kind == FaultKind::Damaged).then_some(MESSAGE)
    });
}

const MESSAGE: Words = Words {
    nb: "Filen ser ut som et regneark, men er skadet eller avkortet.",
    nn: "Fila ser ut som eit rekneark, men er skadd eller avkorta.",
};
