//! Fires when the form has no table header that we know.
//!
//! Form 1 keeps its board in the table: `board_missing` speaks of that.

use samlerapport_ingest::{FaultKind, FormId};

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "table_not_found",
    code: "K011",
    title: Words {
        nb: "Vi finner ikke tabellen",
        nn: "Vi finn ikkje tabellen",
    },
    why: Words {
        nb: "Radene leses ut fra overskriftene over kolonnene.",
        nn: "Radene blir lesne ut frå overskriftene over kolonnane.",
    },
    remedy: Words {
        nb: "Bruk kolonneoverskriftene fra blanketten, i én rad over radene, og send skjemaet på nytt.",
        nn: "Bruk kolonneoverskriftene frå blanketten, i éi rad over radene, og send skjemaet på nytt.",
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
        let mut faults = form.delivery.reading.faults.iter();
        let lost = faults.any(|fault| fault.kind == FaultKind::TableNotFound);
        if lost && form.form().is_some_and(|id| id != FormId::AnnualReport) {
            remarks.of_form(
                form,
                None,
                Text::new(
                    "Vi fant ingen overskrifter over kolonnene som vi kjenner.",
                    "Vi fann ingen overskrifter over kolonnane som vi kjenner.",
                ),
            );
        }
    }
}
