//! Fires when a sound organisation number is another than the register has for the chapter.

use samlerapport_ingest::{Field, organisation_number_valid};

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "organisation_number_differs",
    code: "K103",
    title: Words {
        nb: "Organisasjonsnummeret er et annet enn registerets",
        nn: "Organisasjonsnummeret er eit anna enn det i registeret",
    },
    why: Words {
        nb: "Vi kjenner laget igjen på navnet, men nummeret er ikke det vi har på laget.",
        nn: "Vi kjenner att laget på namnet, men nummeret er ikkje det vi har på laget.",
    },
    remedy: Words {
        nb: "Rett nummeret hvis det er feil. Har laget fått nytt nummer, så si fra til rådgiveren.",
        nn: "Rett nummeret om det er feil. Har laget fått nytt nummer, så sei ifrå til rådgivaren.",
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
    let Some(own) = chapter.and_then(|chapter| chapter.organisation_number.as_deref()) else {
        return;
    };
    for form in &scene.forms {
        let differs = form
            .normal(Field::OrganisationNumber)
            .is_some_and(|number| organisation_number_valid(number) && number != own);
        if differs {
            remarks.of_form(
                form,
                form.spot(Field::OrganisationNumber),
                Text::new(
                    "Organisasjonsnummeret er ikke det vi har på laget.",
                    "Organisasjonsnummeret er ikkje det vi har på laget.",
                ),
            );
        }
    }
}
