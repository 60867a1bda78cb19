//! Fires when the labels of a file fit two forms as well.

use samlerapport_ingest::FaultKind;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "form_uncertain",
    code: "K009",
    title: Words {
        nb: "Det kan være to ulike skjemaer",
        nn: "Det kan vere to ulike skjema",
    },
    why: Words {
        nb: "Ledetekstene passer like godt til to skjemaer, og radene teller ulikt i dem.",
        nn: "Leietekstane passar like godt til to skjema, og radene tel ulikt i dei.",
    },
    remedy: Words {
        nb: "Skriv skjemaets tittel øverst på arket, eller før radene over i en blankett fra oss, og send det på nytt.",
        nn: "Skriv tittelen på skjemaet øvst på arket, eller før radene over i ein blankett frå oss, og send det på nytt.",
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
    for form in scene.forms.iter().filter(|form| form.report().is_none()) {
        for fault in &form.delivery.reading.faults {
            let FaultKind::FormUncertain(one, other) = fault.kind else {
                continue;
            };
            let (one, other) = (one.form(), other.form());
            remarks.of_form(
                form,
                None,
                Text::new(
                    format!("Filen kan være «{}» eller «{}».", one.title, other.title),
                    format!(
                        "Fila kan vere «{}» eller «{}».",
                        one.title_nn, other.title_nn
                    ),
                ),
            );
        }
    }
}
