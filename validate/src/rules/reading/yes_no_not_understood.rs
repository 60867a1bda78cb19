//! Fires when a field that the form cannot do without holds something that is no Ja or Nei.
//!
//! In the rows, the criterion that needs the value speaks of it.

use samlerapport_ingest::FaultKind;

use super::head_faults;
use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "yes_no_not_understood",
    code: "K014",
    title: Words {
        nb: "Svaret er verken Ja eller Nei",
        nn: "Svaret er verken Ja eller Nei",
    },
    why: Words {
        nb: "Feltet trengs for å avgjøre om skjemaet kan telle.",
        nn: "Feltet trengst for å avgjere om skjemaet kan telje.",
    },
    remedy: Words {
        nb: "Velg Ja eller Nei i listen.",
        nn: "Vel Ja eller Nei i lista.",
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
            if matches!(kind, FaultKind::YesNoNotUnderstood) {
                let message = Text::new(
                    format!("Vi forstår ikke svaret i feltet «{}».", item.label),
                    format!("Vi forstår ikkje svaret i feltet «{}».", item.label_nn),
                );
                remarks.of_form(form, Some(spot), message);
            }
        }
    }
}
