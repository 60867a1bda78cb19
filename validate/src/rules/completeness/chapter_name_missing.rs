//! Fires when a form names no chapter, though we know which one it is from.
//!
//! Otherwise `chapter_unknown` speaks.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;
use crate::typed::says_something;

pub(crate) static RULE: Rule = Rule {
    name: "chapter_name_missing",
    code: "K025",
    title: Words {
        nb: "Lagets navn mangler",
        nn: "Namnet på laget manglar",
    },
    why: Words {
        nb: "Skjemaet er dokumentasjon i fem år og skal kunne leses for seg.",
        nn: "Skjemaet er dokumentasjon i fem år og skal kunne lesast for seg.",
    },
    remedy: Words {
        nb: "Skriv lagets navn øverst i skjemaet neste gang dere sender det.",
        nn: "Skriv namnet på laget øvst i skjemaet neste gong de sender det.",
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
    if scene.setting.chapter.is_none() {
        return;
    }
    for form in &scene.forms {
        let Some(report) = form.report() else {
            continue;
        };
        if !report.text(Field::ChapterName).is_some_and(says_something) {
            remarks.of_form(
                form,
                form.spot(Field::ChapterName),
                Text::new(
                    "Lagets navn står ikke i skjemaet.",
                    "Namnet på laget står ikkje i skjemaet.",
                ),
            );
        }
    }
}
