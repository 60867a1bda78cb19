//! Fires when a form came without rows, and form 1 does not say that there were none.

use samlerapport_ingest::{FaultKind, FormId};

use super::confirmed_nothing;
use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "table_empty",
    code: "K026",
    title: Words {
        nb: "Tabellen er tom",
        nn: "Tabellen er tom",
    },
    why: Words {
        nb: "Et skjema uten rader gir ingenting å telle.",
        nn: "Eit skjema utan rader gir ingenting å telje.",
    },
    remedy: Words {
        nb: "Fyll ut radene og send skjemaet på nytt. Hadde dere ikke noe å føre, så svar Nei på spørsmålet i årsrapporten.",
        nn: "Fyll ut radene og send skjemaet på nytt. Hadde de ikkje noko å føre, så svar Nei på spørsmålet i årsrapporten.",
    },
    scope: Scope::Report,
    severity: Severity::Error,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::House,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for form in &scene.forms {
        let Some(report) = form.report() else {
            continue;
        };
        let mut faults = form.delivery.reading.faults.iter();
        let another_speaks = report.form == FormId::AnnualReport
            || faults.any(|fault| fault.kind == FaultKind::TableNotFound);
        if report.rows.is_empty() && !another_speaks && !confirmed_nothing(scene, report.form) {
            remarks.of_form(
                form,
                None,
                Text::new(
                    "Det står ingen rader i tabellen.",
                    "Det står ingen rader i tabellen.",
                ),
            );
        }
    }
}
