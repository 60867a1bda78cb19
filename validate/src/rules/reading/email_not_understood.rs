//! Fires when something that is no e-mail address stands where one belongs.

use samlerapport_ingest::FaultKind;

use crate::finding::{Spot, Text};
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "email_not_understood",
    code: "K094",
    title: Words {
        nb: "E-postadressen er ikke til å forstå",
        nn: "E-postadressa er ikkje til å forstå",
    },
    why: Words {
        nb: "Vi bruker adressen når vi har spørsmål. Skjemaet teller uten.",
        nn: "Vi bruker adressa når vi har spørsmål. Skjemaet tel utan.",
    },
    remedy: Words {
        nb: "Skriv én e-postadresse i feltet, eller la det stå tomt.",
        nn: "Skriv éi e-postadresse i feltet, eller la det stå tomt.",
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
            if fault.kind != FaultKind::EmailNotUnderstood {
                continue;
            }
            let spot = fault.place.map(|place| Spot {
                place,
                field: fault.field,
            });
            remarks.of_form(
                form,
                spot,
                Text::new(
                    "Det som står i feltet, er ikke en e-postadresse.",
                    "Det som står i feltet, er ikkje ei e-postadresse.",
                ),
            );
        }
    }
}
