//! Fires when a form was signed before the last activity that the signature vouches for.

use super::signed_forms;
use super::signed_on;
use crate::activity::Activity;
use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "signature_before_activity",
    code: "K036",
    title: Words {
        nb: "Underskriften er eldre enn siste aktivitet",
        nn: "Underskrifta er eldre enn siste aktivitet",
    },
    why: Words {
        nb: "Den som skriver under, går god for alle radene. Da må det skje etter den siste aktiviteten.",
        nn: "Den som skriv under, går god for alle radene. Då må det skje etter den siste aktiviteten.",
    },
    remedy: Words {
        nb: "Skriv under på nytt med dagens dato, eller rett datoen.",
        nn: "Skriv under på nytt med dagens dato, eller rett datoen.",
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
        let activities = scene.activities_of(form.index).iter();
        let asked_about = activities.filter(|activity| !activity.left_out());
        let last = asked_about.flat_map(Activity::days_inside).max();
        let (Some(signed), Some(last)) = (signed_on(form), last) else {
            continue;
        };
        if signed < last {
            let (signed, last) = (signed.format("%d.%m.%Y"), last.format("%d.%m.%Y"));
            remarks.of_form(
                form,
                form.signature_spot(),
                Text::new(
                    format!("Underskriften er datert {signed}, og siste aktivitet var {last}."),
                    format!("Underskrifta er datert {signed}, og siste aktivitet var {last}."),
                ),
            );
        }
    }
}
