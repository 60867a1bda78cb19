//! Fires when a row tells of something that was called off, and not of what was held instead.

use super::speak_of;
use crate::classify::Ground;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "cancelled",
    code: "K138",
    title: Words {
        nb: "Avlyst",
        nn: "Avlyst",
    },
    why: Words {
        nb: "Poeng gis for dager da aktiviteten ble holdt (forskriften § 10). En avlyst dag regnes ikke med.",
        nn: "Poeng blir gitt for dagar då aktiviteten vart halden (forskrifta § 10). Ein avlyst dag blir ikkje rekna med.",
    },
    remedy: Words {
        nb: "Dere trenger ikke gjøre noe. Ble den holdt likevel, så skriv klokkeslett og antall deltakere, og send skjemaet på nytt.",
        nn: "De treng ikkje gjere noko. Vart ho halden likevel, så skriv klokkeslett og talet på deltakarar, og send skjemaet på nytt.",
    },
    scope: Scope::Row,
    severity: Severity::Error,
    mendable: false,
    since: 2023,
    trial: false,
    rests_on: Basis::Law,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    speak_of(Ground::Cancelled, MESSAGE, scene, remarks);
}

const MESSAGE: Words = Words {
    nb: "Dette ser ut til å ha vært avlyst.",
    nn: "Dette ser ut til å ha vore avlyst.",
};
