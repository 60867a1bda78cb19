//! Fires when the name was typed: where more is needed the form waits, else it is told.

use samlerapport_ingest::Evidence;

use super::needed;
use super::signed_forms;
use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "signature_typed",
    code: "K034",
    title: Words {
        nb: "Underskriften er bare et skrevet navn",
        nn: "Underskrifta er berre eit skrive namn",
    },
    why: Words {
        nb: "Et skrevet navn viser ikke sikkert hvem som sto bak skjemaet. Årsrapporten skal være underskrevet (forskriften § 9).",
        nn: "Eit skrive namn viser ikkje sikkert kven som stod bak skjemaet. Årsrapporten skal vere underskriven (forskrifta § 9).",
    },
    remedy: Words {
        nb: "Skriv under for hånd, og send et bilde eller en skannet side sammen med skjemaet.",
        nn: "Skriv under for hand, og send eit bilete eller ei skanna side saman med skjemaet.",
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
        if form.evidence() != Evidence::Typed || scene.signature_seen(form) {
            continue;
        }
        let enough = needed(scene, form)
            .is_some_and(|needed| needed.enough.contains(&Evidence::Typed) && !needed.confirmed);
        remarks.of_form_as(
            if enough {
                Severity::Remark
            } else {
                Severity::Wait
            },
            form,
            form.signature_spot(),
            Text::new(
                "Navnet er skrevet på tastaturet i feltet for underskrift.",
                "Namnet er skrive på tastaturet i feltet for underskrift.",
            ),
        );
    }
}
