//! Fires when a form is signed by hand or by a typed name, but not dated.
//!
//! A scanned page and a digital signature carry their date themselves.

use samlerapport_ingest::Evidence;

use super::signed_forms;
use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "signature_date_missing",
    code: "K032",
    title: Words {
        nb: "Dato ved underskriften mangler",
        nn: "Dato ved underskrifta manglar",
    },
    why: Words {
        nb: "Underskriften skal være datert, så det synes at den gjelder hele året (for årsrapporten: forskriften § 9).",
        nn: "Underskrifta skal vere datert, så det er synleg at ho gjeld heile året (for årsrapporten: forskrifta § 9).",
    },
    remedy: Words {
        nb: "Skriv datoen ved siden av underskriften, og send skjemaet på nytt.",
        nn: "Skriv datoen ved sida av underskrifta, og send skjemaet på nytt.",
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
        let Some(signature) = form.signature() else {
            continue;
        };
        let by_hand = matches!(signature.evidence, Evidence::Typed | Evidence::Picture);
        if by_hand && signature.date.is_none() {
            remarks.of_form(
                form,
                form.signature_spot(),
                Text::new(
                    "Det står ingen dato ved underskriften.",
                    "Det står ingen dato ved underskrifta.",
                ),
            );
        }
    }
}
