//! Fires when a field in a form's head is blank that the form cannot do without.
//!
//! The chapter's name and the basis year have rules of their own.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::heard::HeardForm;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;
use crate::typed::says_something;

pub(crate) static RULE: Rule = Rule {
    name: "required_field_missing",
    code: "K024",
    title: Words {
        nb: "Et felt mangler",
        nn: "Eit felt manglar",
    },
    why: Words {
        nb: "Feltet trengs for å avgjøre om skjemaet kan telle. For årsrapporten følger det av forskriften § 9.",
        nn: "Feltet trengst for å avgjere om skjemaet kan telje. For årsrapporten følgjer det av forskrifta § 9.",
    },
    remedy: Words {
        nb: "Fyll ut feltet, og send skjemaet på nytt.",
        nn: "Fyll ut feltet, og send skjemaet på nytt.",
    },
    scope: Scope::Report,
    severity: Severity::Error,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::House,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for form in &scene.forms {
        let (nb, nn) = blank_labels(form);
        if !nb.is_empty() {
            remarks.of_form(
                form,
                None,
                Text::new(
                    format!("Ikke fylt ut: {}.", nb.join(", ")),
                    format!("Ikkje fylt ut: {}.", nn.join(", ")),
                ),
            );
        }
    }
}

fn blank_labels(form: &HeardForm<'_>) -> (Vec<String>, Vec<String>) {
    let Some(report) = form.report() else {
        return (Vec::new(), Vec::new());
    };
    let items = report.form.form().fields.iter();
    items
        .filter(|item| {
            item.required && !matches!(item.field, Field::ChapterName | Field::BasisYear)
        })
        .filter(|item| {
            // What was filled in but not understood is told by the rules of reading.
            !report.text(item.field).is_some_and(says_something)
        })
        .map(|item| (format!("«{}»", item.label), format!("«{}»", item.label_nn)))
        .unzip()
}
