//! Fires when a form tells a field twice, and not alike.

use samlerapport_ingest::FaultKind;

use crate::finding::{Spot, Text};
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "told_twice",
    code: "K124",
    title: Words {
        nb: "Det samme feltet er fylt ut to ganger, ulikt",
        nn: "Det same feltet er fylt ut to gonger, ulikt",
    },
    why: Words {
        nb: "Vi bruker det som står først. Det andre kan være igjen fra i fjor.",
        nn: "Vi bruker det som står først. Det andre kan vere att frå i fjor.",
    },
    remedy: Words {
        nb: "Rett det som er feil, og send skjemaet på nytt. Er det første rett, trenger dere ikke gjøre noe.",
        nn: "Rett det som er feil, og send skjemaet på nytt. Er det første rett, treng de ikkje gjere noko.",
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
        for fault in &form.delivery.reading.faults {
            let FaultKind::ToldTwice { first } = fault.kind else {
                continue;
            };
            let (nb, nn) = match form.form().zip(fault.field) {
                Some((id, field)) => id
                    .form()
                    .fields
                    .iter()
                    .find(|item| item.field == field)
                    .map_or(("", ""), |item| (item.label, item.label_nn)),
                None => ("", ""),
            };
            remarks.of_form(
                form,
                fault.place.map(|place| Spot {
                    place,
                    field: fault.field,
                }),
                Text::new(
                    format!("«{nb}» er fylt ut også i celle {first}, og der står det noe annet."),
                    format!("«{nn}» er fylt ut også i celle {first}, og der står det noko anna."),
                ),
            );
        }
    }
}
