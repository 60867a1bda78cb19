//! Fires when people met by telephone, chat or video.

use super::speak_of;
use crate::classify::Ground;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "not_in_person",
    code: "K044",
    title: Words {
        nb: "Telefon, chat eller video",
        nn: "Telefon, chat eller video",
    },
    why: Words {
        nb: "Samtaler på telefon, chat eller video gir ingen aktivitetsdag (forskriften §§ 10 og 12).",
        nn: "Samtalar på telefon, chat eller video gir ingen aktivitetsdag (forskrifta §§ 10 og 12).",
    },
    remedy: Words {
        nb: "Møttes dere fysisk, så skriv stedet i skjemaet, og send det på nytt.",
        nn: "Møttest de fysisk, så skriv staden i skjemaet, og send det på nytt.",
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
    speak_of(Ground::Digital, MESSAGE, scene, remarks);
}

const MESSAGE: Words = Words {
    nb: "Dette ser ut til å være på telefon, chat eller video.",
    nn: "Dette ser ut til å vere på telefon, chat eller video.",
};
