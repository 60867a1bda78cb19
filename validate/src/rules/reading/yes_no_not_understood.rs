//! Fires when a field that the form cannot do without holds something that is no Ja or Nei.
//!
//! In the rows, the criterion that needs the value speaks of it.

use samlerapport_ingest::{Kind, Value};

use super::speak_of_head;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "yes_no_not_understood",
    code: "K014",
    title: Words {
        nb: "Svaret er verken Ja eller Nei",
        nn: "Svaret er verken Ja eller Nei",
    },
    why: Words {
        nb: "Feltet trengs for å avgjøre om skjemaet kan telle.",
        nn: "Feltet trengst for å avgjere om skjemaet kan telje.",
    },
    remedy: Words {
        nb: "Velg Ja eller Nei i listen.",
        nn: "Vel Ja eller Nei i lista.",
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
    kind == Kind::YesNo && !matches!(value, Some(Value::YesNo(_)))
}

const MESSAGE: Words = Words {
    nb: "Vi forstår ikke svaret i feltet",
    nn: "Vi forstår ikkje svaret i feltet",
};
