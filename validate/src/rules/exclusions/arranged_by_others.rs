//! Fires when another body arranged the activity and the chapter only took part.
//!
//! A house rule of Mental Helse's: silent for other profiles.

use super::speak_of;
use crate::classify::Ground;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "arranged_by_others",
    code: "K043",
    title: Words {
        nb: "Arrangert av andre",
        nn: "Arrangert av andre",
    },
    why: Words {
        nb: "Det er laget som arrangerer aktiviteten, som kan rapportere den (regel i Mental Helse).",
        nn: "Det er laget som arrangerer aktiviteten, som kan rapportere han (regel i Mental Helse).",
    },
    remedy: Words {
        nb: "Var laget selv med og arrangerte, så skriv det i feltet Arrangør, og send skjemaet på nytt.",
        nn: "Var laget sjølv med og arrangerte, så skriv det i feltet Arrangør, og send skjemaet på nytt.",
    },
    scope: Scope::Row,
    severity: Severity::Error,
    mendable: false,
    since: 2023,
    trial: false,
    rests_on: Basis::House,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    speak_of(Ground::Others, MESSAGE, scene, remarks);
}

const MESSAGE: Words = Words {
    nb: "Dette ser ut til å være arrangert av andre.",
    nn: "Dette ser ut til å vere arrangert av andre.",
};
