//! Fires when form 2, 3, 4 or 5 is not signed. The settings say whether it is returned.

use samlerapport_ingest::{Evidence, FormId};

use super::needed;
use super::signed_forms;
use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "signature_missing",
    code: "K031",
    title: Words {
        nb: "Underskrift mangler",
        nn: "Underskrift manglar",
    },
    why: Words {
        nb: "Alle skjemaene skal være underskrevet (regel i organisasjonen).",
        nn: "Alle skjema skal vere underskrivne (regel i organisasjonen).",
    },
    remedy: Words {
        nb: "Skriv under i feltet nederst i skjemaet, med dato, og send det på nytt.",
        nn: "Skriv under i feltet nedst i skjemaet, med dato, og send det på nytt.",
    },
    scope: Scope::Report,
    severity: Severity::Wait,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::House,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for form in signed_forms(scene) {
        let annual_report = form.form() == Some(FormId::AnnualReport);
        if annual_report || form.evidence() != Evidence::None || scene.signature_seen(form) {
            continue;
        }
        let returned = needed(scene, form).is_some_and(|needed| needed.returned_without);
        remarks.of_form_as(
            if returned {
                Severity::Error
            } else {
                Severity::Wait
            },
            form,
            form.signature_spot(),
            Text::new(
                "Feltet for underskrift er tomt.",
                "Feltet for underskrift er tomt.",
            ),
        );
    }
}
