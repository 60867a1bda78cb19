//! Fires when the workbook could be opened, but no form was found in it.
//!
//! It also speaks when a file gave no report and nothing says why: a file is never
//! refused in silence.

use samlerapport_ingest::FaultKind;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "form_not_recognised",
    code: "K008",
    title: Words {
        nb: "Vi kjenner ikke igjen skjemaet",
        nn: "Vi kjenner ikkje att skjemaet",
    },
    why: Words {
        nb: "Vi finner skjemaet på tittelen og ledetekstene i det.",
        nn: "Vi finn skjemaet på tittelen og leietekstane i det.",
    },
    remedy: Words {
        nb: "Bruk en av blankettene fra oss, eller skriv skjemaets tittel øverst på arket, og send det på nytt.",
        nn: "Bruk ein av blankettane frå oss, eller skriv tittelen på skjemaet øvst på arket, og send det på nytt.",
    },
    scope: Scope::Report,
    severity: Severity::Error,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::Fact,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for form in &scene.forms {
        let faults = &form.delivery.reading.faults;
        let explained = faults.iter().any(|fault| another_rule_speaks(&fault.kind));
        if form.report().is_none() && !explained {
            remarks.of_form(
                form,
                None,
                Text::new(
                    "Vi fant ingen av ledetekstene fra skjemaene våre i filen.",
                    "Vi fann ingen av leietekstane frå skjemaa våre i fila.",
                ),
            );
        }
    }
}

fn another_rule_speaks(kind: &FaultKind) -> bool {
    matches!(
        kind,
        FaultKind::Empty
            | FaultKind::Encrypted
            | FaultKind::EncryptedArchive
            | FaultKind::TooDeep
            | FaultKind::NotASpreadsheet(_)
            | FaultKind::Damaged
            | FaultKind::TooLarge
            | FaultKind::GaveUp
            | FaultKind::FormUncertain(..)
    )
}
