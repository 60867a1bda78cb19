//! Fires when a hidden sheet was left aside: what is hidden is said, not counted in silence.

use samlerapport_ingest::FaultKind;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "sheet_hidden",
    code: "K095",
    title: Words {
        nb: "Et ark i filen er skjult",
        nn: "Eit ark i fila er skjult",
    },
    why: Words {
        nb: "Et skjult ark kan være en gammel utgave. Vi teller bare det dere viser.",
        nn: "Eit skjult ark kan vere ei gammal utgåve. Vi tel berre det de viser.",
    },
    remedy: Words {
        nb: "Skal arket være med, så høyreklikk på en arkfane, velg «Vis», og send filen på nytt. Ellers trenger dere ikke gjøre noe.",
        nn: "Skal arket vere med, så høgreklikk på ei arkfane, vel «Vis», og send fila på nytt. Elles treng de ikkje gjere noko.",
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
            .filter(|fault| matches!(fault.kind, FaultKind::HiddenSheet { .. }))
            .count();
        if sheets > 0 {
            remarks.of_form(
                form,
                None,
                Text::new(
                    format!("{sheets} ark i filen er skjult. Det er ikke regnet med."),
                    format!("{sheets} ark i fila er skjult. Det er ikkje rekna med."),
                ),
            );
        }
    }
}
