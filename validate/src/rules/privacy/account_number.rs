//! Fires when the number of a bank account stands in a cell.

use super::speak_of;
use crate::personal::Kind;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "account_number",
    code: "K097",
    title: Words {
        nb: "Et kontonummer står i skjemaet",
        nn: "Eit kontonummer står i skjemaet",
    },
    why: Words {
        nb: "Skjemaene trenger ikke kontonummer, og de går videre til flere. Vi gjengir det ikke noe sted.",
        nn: "Skjema treng ikkje kontonummer, og dei går vidare til fleire. Vi gir det ikkje att nokon stad.",
    },
    remedy: Words {
        nb: "Slett nummeret, og send skjemaet på nytt.",
        nn: "Slett nummeret, og send skjemaet på nytt.",
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
    speak_of(Kind::Account, MESSAGE, scene, remarks);
}

const MESSAGE: Words = Words {
    nb: "Et nummer her ser ut som et kontonummer.",
    nn: "Eit nummer her ser ut som eit kontonummer.",
};
