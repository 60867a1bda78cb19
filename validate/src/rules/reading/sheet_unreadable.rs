//! Fires when one sheet could not be read, while the others were.

use samlerapport_ingest::FaultKind;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "sheet_unreadable",
    code: "K010",
    title: Words {
        nb: "Et ark i filen kan ikke leses",
        nn: "Eit ark i fila kan ikkje lesast",
    },
    why: Words {
        nb: "Det som står på et ark vi ikke får lest, blir ikke med.",
        nn: "Det som står på eit ark vi ikkje får lese, blir ikkje med.",
    },
    remedy: Words {
        nb: "Se etter om det står rader på et annet ark enn det første. Før dem i så fall over i blanketten, og send den på nytt.",
        nn: "Sjå etter om det står rader på eit anna ark enn det første. Før dei i så fall over i blanketten, og send han på nytt.",
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
    for form in scene.forms.iter().filter(|form| form.report().is_some()) {
        let faults = form.delivery.reading.faults.iter();
        let sheets = faults
            .filter(|fault| matches!(fault.kind, FaultKind::SheetUnreadable { .. }))
            .count();
        if sheets > 0 {
            remarks.of_form(
                form,
                None,
                Text::new(
                    format!("{sheets} ark i filen lot seg ikke lese. Resten er lest."),
                    format!("{sheets} ark i fila lét seg ikkje lese. Resten er lese."),
                ),
            );
        }
    }
}
