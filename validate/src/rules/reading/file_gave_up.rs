//! Fires when the reading process gave up within its limits of memory and time.

use samlerapport_ingest::FaultKind;

use super::speak_of_file;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "file_gave_up",
    code: "K007",
    title: Words {
        nb: "Filen lar seg ikke lese",
        nn: "Fila lèt seg ikkje lese",
    },
    why: Words {
        nb: "Vi bruker ikke mer tid og minne på en fil enn et vanlig skjema trenger.",
        nn: "Vi bruker ikkje meir tid og minne på ei fil enn eit vanleg skjema treng.",
    },
    remedy: Words {
        nb: "Kopier radene over i en ny blankett fra oss, og send den. Går det ikke da heller, så ring rådgiveren.",
        nn: "Kopier radene over i ein ny blankett frå oss, og send han. Går det ikkje då heller, så ring rådgivaren.",
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
        (*kind == FaultKind::GaveUp).then_some(MESSAGE)
    });
}

const MESSAGE: Words = Words {
    nb: "Vi måtte gi opp å lese filen.",
    nn: "Vi måtte gi opp å lese fila.",
};
