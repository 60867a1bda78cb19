//! Fires when no chapter in the register fits what the form tells.
//!
//! Nothing in the form counts until the adviser has said which chapter it is.

use samlerapport_ingest::{Field, Identified};

use super::identified;
use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "chapter_unknown",
    code: "K020",
    title: Words {
        nb: "Vi kjenner ikke laget",
        nn: "Vi kjenner ikkje laget",
    },
    why: Words {
        nb: "Radene føres på et lag i registeret, og dette skjemaet passer ikke til noe av dem.",
        nn: "Radene blir førte på eit lag i registeret, og dette skjemaet passar ikkje til noko av dei.",
    },
    remedy: Words {
        nb: "Skriv lagets fulle navn og organisasjonsnummer øverst i skjemaet. Er laget nytt, så si fra til rådgiveren.",
        nn: "Skriv det fulle namnet og organisasjonsnummeret til laget øvst i skjemaet. Er laget nytt, så sei frå til rådgivaren.",
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
        if identified == Identified::Unknown {
            remarks.of_form(
                form,
                form.spot(Field::ChapterName),
                Text::new(
                    "Vi finner ikke laget i registeret.",
                    "Vi finn ikkje laget i registeret.",
                ),
            );
        }
    }
}
