//! Fires when the file is a spreadsheet from Excel 2, 3 or 4.

use samlerapport_ingest::{FaultKind, LooksLike};

use super::speak_of_file;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "file_very_old_excel",
    code: "K004",
    title: Words {
        nb: "Filen er fra en svært gammel Excel",
        nn: "Fila er frå ein svært gammal Excel",
    },
    why: Words {
        nb: "Filer fra Excel 4 og eldre kan ikke leses uten å miste innhold.",
        nn: "Filer frå Excel 4 og eldre kan ikkje lesast utan å miste innhald.",
    },
    remedy: Words {
        nb: "Åpne filen og lagre den som Excel-arbeidsbok (.xlsx), eller fyll ut en ny blankett fra oss.",
        nn: "Opne fila og lagre henne som Excel-arbeidsbok (.xlsx), eller fyll ut ein ny blankett frå oss.",
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
    let old = FaultKind::NotASpreadsheet(LooksLike::VeryOldExcel);
    speak_of_file(scene, remarks, |kind| (*kind == old).then_some(MESSAGE));
}

const MESSAGE: Words = Words {
    nb: "Filen er laget i Excel 4 eller eldre.",
    nn: "Fila er laga i Excel 4 eller eldre.",
};
