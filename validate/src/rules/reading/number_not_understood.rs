//! Fires when a field that the form cannot do without holds something that is no number.
//!
//! In the rows, the criterion that needs the value speaks of it.

use samlerapport_ingest::FaultKind;

use super::head_faults;
use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "number_not_understood",
    code: "K013",
    title: Words {
        nb: "Tallet er ikke til å forstå",
        nn: "Talet er ikkje til å forstå",
    },
    why: Words {
        nb: "Feltet trengs for å avgjøre om skjemaet kan telle.",
        nn: "Feltet trengst for å avgjere om skjemaet kan telje.",
    },
    remedy: Words {
        nb: "Skriv et helt tall med sifre, for eksempel 42.",
        nn: "Skriv eit heilt tal med siffer, til dømes 42.",
    },
    scope: Scope::Report,
    severity: Severity::Error,
    mendable: true,
    since: 2023,
    trial: false,
    law: false,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for form in &scene.forms {
        for (item, spot, kind) in head_faults(form) {
            if matches!(kind, FaultKind::NumberNotUnderstood) {
                let message = Text::new(
                    format!("Vi forstår ikke tallet i feltet «{}».", item.label),
                    format!("Vi forstår ikkje talet i feltet «{}».", item.label_nn),
                );
                remarks.of_form(form, Some(spot), message);
            }
        }
    }
}
