//! Fires when a form came after the chapters' date, in an organisation that asks.
//!
//! A remark: the form counts. An organisation that decides on each late form itself
//! sets the severity to wait (`late = "wait"`); by default nobody asks, since the
//! day that a file came to the inbox is not the day that the chapter sent it.

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "delivered_late",
    code: "K093",
    title: Words {
        nb: "Skjemaet kom etter fristen",
        nn: "Skjemaet kom etter fristen",
    },
    why: Words {
        nb: "Organisasjonen samler tallene etter lagenes frist, og søknaden har sin egen frist.",
        nn: "Organisasjonen samlar tala etter fristen til laga, og søknaden har sin eigen frist.",
    },
    remedy: Words {
        nb: "Dere trenger ikke gjøre noe. Rådgiveren svarer på om skjemaet rekker å bli med.",
        nn: "De treng ikkje gjere noko. Rådgivaren svarer på om skjemaet rekk å bli med.",
    },
    scope: Scope::Report,
    severity: Severity::Remark,
    mendable: false,
    since: 2023,
    trial: false,
    rests_on: Basis::House,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    let Some(deadline) = scene.setting.settings.late_after else {
        return;
    };
    for form in scene.forms.iter().filter(|form| form.report().is_some()) {
        let came = form.delivery.arrived.date_naive();
        if came > deadline {
            let (came, deadline) = (came.format("%d.%m.%Y"), deadline.format("%d.%m.%Y"));
            remarks.of_form(
                form,
                None,
                Text::new(
                    format!("Skjemaet kom {came}. Fristen var {deadline}."),
                    format!("Skjemaet kom {came}. Fristen var {deadline}."),
                ),
            );
        }
    }
}
