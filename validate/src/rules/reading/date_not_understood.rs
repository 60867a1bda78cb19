//! Fires when a field that the form cannot do without holds something that is no date.
//!
//! In the rows, the criterion that needs the value speaks of it.

use samlerapport_ingest::{Kind, Value};

use super::speak_of_head;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "date_not_understood",
    code: "K012",
    title: Words {
        nb: "Datoen er ikke til å forstå",
        nn: "Datoen er ikkje til å forstå",
    },
    why: Words {
        nb: "Feltet trengs for å avgjøre om skjemaet kan telle.",
        nn: "Feltet trengst for å avgjere om skjemaet kan telje.",
    },
    remedy: Words {
        nb: "Skriv datoen med dag, måned og år, for eksempel 12.02.2025.",
        nn: "Skriv datoen med dag, månad og år, til dømes 12.02.2025.",
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
    speak_of_head(scene, remarks, unusable, MESSAGE);
}

fn unusable(kind: Kind, value: Option<&Value>) -> bool {
    kind == Kind::Date && !matches!(value, Some(Value::Days(_)))
}

const MESSAGE: Words = Words {
    nb: "Vi forstår ikke datoen i feltet",
    nn: "Vi forstår ikkje datoen i feltet",
};
