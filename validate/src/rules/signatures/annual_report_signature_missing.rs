//! Fires when form 1 is signed neither by the leader nor by two board members.

use samlerapport_ingest::{Evidence, FormId};

use super::signed_forms;
use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "annual_report_signature_missing",
    code: "K030",
    title: Words {
        nb: "Årsrapporten er ikke underskrevet",
        nn: "Årsrapporten er ikkje underskriven",
    },
    why: Words {
        nb: "Årsrapporten skal være datert og underskrevet av leder eller av to styremedlemmer (forskriften § 9).",
        nn: "Årsrapporten skal vere datert og underskriven av leiar eller av to styremedlemmer (forskrifta § 9).",
    },
    remedy: Words {
        nb: "Skriv ut årsrapporten, la leder eller to styremedlemmer skrive under, og send et bilde eller en skannet side sammen med skjemaet.",
        nn: "Skriv ut årsrapporten, lat leiar eller to styremedlemmer skrive under, og send eit bilete eller ei skanna side saman med skjemaet.",
    },
    scope: Scope::Report,
    severity: Severity::Error,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::Law,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for form in signed_forms(scene) {
        if form.form() == Some(FormId::AnnualReport) && form.evidence() == Evidence::None {
            remarks.of_form(
                form,
                form.signature_spot(),
                Text::new(
                    "Feltene for underskrift er tomme.",
                    "Felta for underskrift er tomme.",
                ),
            );
        }
    }
}
