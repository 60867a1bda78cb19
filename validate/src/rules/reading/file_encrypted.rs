//! Fires when the file is protected by a password.

use samlerapport_ingest::FaultKind;

use super::speak_of_file;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "file_encrypted",
    code: "K002",
    title: Words {
        nb: "Filen er låst med passord",
        nn: "Fila er låst med passord",
    },
    why: Words {
        nb: "Vi kan ikke åpne en fil som er låst med passord.",
        nn: "Vi kan ikkje opne ei fil som er låst med passord.",
    },
    remedy: Words {
        nb: "Åpne skjemaet, ta bort passordet under Fil og Informasjon, og send det på nytt.",
        nn: "Opne skjemaet, ta bort passordet under Fil og Informasjon, og send det på nytt.",
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
        let mut messages = MESSAGES.iter();
        messages.find_map(|(locked, words)| (locked == kind).then_some(*words))
    });
}

const MESSAGES: &[(FaultKind, Words)] = &[
    (
        FaultKind::Encrypted,
        Words {
            nb: "Filen er låst med passord, så vi får ikke åpnet den.",
            nn: "Fila er låst med passord, så vi får ikkje opna henne.",
        },
    ),
    (
        FaultKind::EncryptedArchive,
        Words {
            nb: "Zip-filen er låst med passord. Send skjemaene uten å pakke dem.",
            nn: "Zip-fila er låst med passord. Send skjema utan å pakke dei.",
        },
    ),
];
