//! Fires when the date of signature lies ahead of today.

use super::signed_forms;
use super::signed_on;
use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "signature_date_ahead",
    code: "K035",
    title: Words {
        nb: "Datoen ved underskriften er fram i tid",
        nn: "Datoen ved underskrifta er fram i tid",
    },
    why: Words {
        nb: "Den som skriver under, går god for det som er gjort. Det kan ikke skje på en dag som ikke har vært.",
        nn: "Den som skriv under, går god for det som er gjort. Det kan ikkje skje på ein dag som ikkje har vore.",
    },
    remedy: Words {
        nb: "Rett datoen, og send skjemaet på nytt.",
        nn: "Rett datoen, og send skjemaet på nytt.",
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
        if let Some(date) = signed_on(form).filter(|date| *date > scene.setting.today) {
            let date = date.format("%d.%m.%Y");
            remarks.of_form(
                form,
                form.signature_spot(),
                Text::new(
                    format!("Underskriften er datert {date}, som ikke har vært ennå."),
                    format!("Underskrifta er datert {date}, som ikkje har vore enno."),
                ),
            );
        }
    }
}
