//! Fires when the municipality is another than the register has for the chapter.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::municipality::{merged, same_municipality};
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;
use crate::typed::says_something;

pub(crate) static RULE: Rule = Rule {
    name: "municipality_differs",
    code: "K105",
    title: Words {
        nb: "Kommunen er en annen enn registerets",
        nn: "Kommunen er ein annan enn den i registeret",
    },
    why: Words {
        nb: "Vi bruker den kommunen registeret har på laget.",
        nn: "Vi bruker den kommunen registeret har på laget.",
    },
    remedy: Words {
        nb: "Rett kommunen hvis den er feil. Har laget flyttet, så si fra til rådgiveren.",
        nn: "Rett kommunen om han er feil. Har laget flytta, så sei ifrå til rådgivaren.",
    },
    scope: Scope::Report,
    severity: Severity::Remark,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::House,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    let chapter = scene.setting.chapter;
    let own = chapter.map_or("", |chapter| chapter.municipality.as_str());
    if !says_something(own) {
        return;
    }
    for form in &scene.forms {
        let report = form.report();
        let Some(typed) = report.and_then(|report| report.text(Field::Municipality)) else {
            continue;
        };
        // The register has names; a number cannot be held against them.
        let is_name = typed.chars().any(char::is_alphabetic);
        let numbered = typed.chars().any(|sign| sign.is_ascii_digit());
        if is_name && !numbered && !same_municipality(typed, own) {
            remarks.of_form(form, form.spot(Field::Municipality), message(typed, own));
        }
    }
}

fn message(typed: &str, own: &str) -> Text {
    match merged(typed) {
        Some((former, now)) => Text::new(
            format!("{former} er nå en del av {now}. I registeret hører laget til {own}."),
            format!("{former} er no ein del av {now}. I registeret høyrer laget til {own}."),
        ),
        None => Text::new(
            format!("I registeret hører laget til {own}."),
            format!("I registeret høyrer laget til {own}."),
        ),
    }
}
