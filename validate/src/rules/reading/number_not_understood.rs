//! Fires when a field that the form cannot do without holds something that is no number.
//!
//! In the rows, the criterion that needs the value speaks of it.

use samlerapport_ingest::{Kind, Value};

use super::speak_of_head;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "number_not_understood",
    code: "K013",
    title: Words {
        nb: "Tallet er ikke til å forstå",
        nn: "Talet er ikkje til å forstå",
    },
    why: Words {
        nb: "Feltet trengs for å avgjøre om skjemaet kan telle.",
        nn: "Feltet trengst for å avgjere om skjemaet kan telje.",
    },
    remedy: Words {
        nb: "Skriv et helt tall med sifre, for eksempel 42.",
        nn: "Skriv eit heilt tal med siffer, til dømes 42.",
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
    kind == Kind::Count && !matches!(value, Some(Value::Count(_)))
}

const MESSAGE: Words = Words {
    nb: "Vi forstår ikke tallet i feltet",
    nn: "Vi forstår ikkje talet i feltet",
};
