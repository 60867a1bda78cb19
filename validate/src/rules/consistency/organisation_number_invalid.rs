//! Fires when the control digit of the organisation number does not fit.

use samlerapport_ingest::{Field, organisation_number_valid};

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "organisation_number_invalid",
    code: "K102",
    title: Words {
        nb: "Organisasjonsnummeret går ikke opp",
        nn: "Organisasjonsnummeret går ikkje opp",
    },
    why: Words {
        nb: "Det siste sifferet i et organisasjonsnummer følger av de andre. Her er minst ett siffer feil.",
        nn: "Det siste sifferet i eit organisasjonsnummer følgjer av dei andre. Her er minst eitt siffer feil.",
    },
    remedy: Words {
        nb: "Se etter i Brønnøysundregistrene, og rett nummeret neste gang dere sender skjemaet.",
        nn: "Sjå etter i Brønnøysundregistera, og rett nummeret neste gong de sender skjemaet.",
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
    for form in &scene.forms {
        let wrong = form
            .normal(Field::OrganisationNumber)
            .is_some_and(|number| !organisation_number_valid(number));
        if wrong {
            remarks.of_form(
                form,
                form.spot(Field::OrganisationNumber),
                Text::new(
                    "Kontrollsifferet i organisasjonsnummeret stemmer ikke.",
                    "Kontrollsifferet i organisasjonsnummeret stemmer ikkje.",
                ),
            );
        }
    }
}
