//! Fires when a sheet beside the form holds a table of dated rows, but no headings
//! that we know.

use samlerapport_ingest::FaultKind;

use crate::finding::{Spot, Text};
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "sheet_not_recognised",
    code: "K123",
    title: Words {
        nb: "Et ark i filen er ikke lest",
        nn: "Eit ark i fila er ikkje lese",
    },
    why: Words {
        nb: "Arket har rader med datoer, men ingen overskrifter vi kjenner. Vi vet derfor ikke hva radene forteller.",
        nn: "Arket har rader med datoar, men ingen overskrifter vi kjenner. Vi veit difor ikkje kva radene fortel.",
    },
    remedy: Words {
        nb: "Skal radene være med, så sett inn kolonneoverskriftene fra blanketten over dem, og send filen på nytt. Ellers trenger dere ikke gjøre noe.",
        nn: "Skal radene vere med, så set inn kolonneoverskriftene frå blanketten over dei, og send fila på nytt. Elles treng de ikkje gjere noko.",
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
            if matches!(fault.kind, FaultKind::SheetNotRecognised { .. }) {
                remarks.of_form(
                    form,
                    fault.place.map(|place| Spot { place, field: None }),
                    Text::new(
                        "Radene i arket er ikke regnet med.",
                        "Radene i arket er ikkje rekna med.",
                    ),
                );
            }
        }
    }
}
