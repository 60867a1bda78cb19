//! Fires when several chapters fit as well, or the form points to different chapters.

use samlerapport_ingest::{Field, Identified};

use super::identified;
use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "chapter_uncertain",
    code: "K021",
    title: Words {
        nb: "Vi er usikre på hvilket lag det er",
        nn: "Vi er usikre på kva lag det er",
    },
    why: Words {
        nb: "Opplysningene øverst i skjemaet peker mot flere lag, og radene kan bare føres på ett.",
        nn: "Opplysningane øvst i skjemaet peikar mot fleire lag, og radene kan berre førast på eitt.",
    },
    remedy: Words {
        nb: "Se over lagets navn og organisasjonsnummer øverst i skjemaet, og send det på nytt.",
        nn: "Sjå over namnet og organisasjonsnummeret til laget øvst i skjemaet, og send det på nytt.",
    },
    scope: Scope::Report,
    severity: Severity::Wait,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::Fact,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for (form, identified) in identified(scene) {
        if identified == Identified::Uncertain {
            remarks.of_form(
                form,
                form.spot(Field::ChapterName),
                Text::new(
                    "Navn og organisasjonsnummer passer til mer enn ett lag.",
                    "Namn og organisasjonsnummer passar til meir enn eitt lag.",
                ),
            );
        }
    }
}
