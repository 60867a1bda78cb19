//! Fires when the file holds no bytes, or a workbook without a filled cell.

use samlerapport_ingest::FaultKind;

use super::speak_of_file;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "file_empty",
    code: "K001",
    title: Words {
        nb: "Filen er tom",
        nn: "Fila er tom",
    },
    why: Words {
        nb: "Vi kan bare telle det som står i skjemaet.",
        nn: "Vi kan berre telje det som står i skjemaet.",
    },
    remedy: Words {
        nb: "Åpne skjemaet, se at det er fylt ut og lagret, og send det på nytt.",
        nn: "Opne skjemaet, sjå at det er fylt ut og lagra, og send det på nytt.",
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
        (*kind == FaultKind::Empty).then_some(MESSAGE)
    });
}

const MESSAGE: Words = Words {
    nb: "Det står ikke noe i filen.",
    nn: "Det står ikkje noko i fila.",
};
