//! Fires when a row was an annual or board meeting, or a meeting in a council or committee.

use super::speak_of;
use crate::classify::Ground;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "annual_or_board_meeting",
    code: "K040",
    title: Words {
        nb: "Årsmøte, styremøte eller møte i råd og utvalg",
        nn: "Årsmøte, styremøte eller møte i råd og utval",
    },
    why: Words {
        nb: "Årsmøter, styremøter og møter i råd og utvalg regnes ikke som likepersonsaktivitet (regel i organisasjonen).",
        nn: "Årsmøte, styremøte og møte i råd og utval blir ikkje rekna som likepersonsaktivitet (regel i organisasjonen).",
    },
    remedy: Words {
        nb: "Er det feil, så skriv hva dere gjorde i feltet Aktivitet, og send skjemaet på nytt, eller spør rådgiveren.",
        nn: "Er det feil, så skriv kva de gjorde i feltet Aktivitet, og send skjemaet på nytt, eller spør rådgivaren.",
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
    speak_of(Ground::Meeting, MESSAGE, scene, remarks);
}

const MESSAGE: Words = Words {
    nb: "Dette ser ut som et årsmøte, et styremøte eller et møte i råd og utvalg.",
    nn: "Dette ser ut som eit årsmøte, eit styremøte eller eit møte i råd og utval.",
};
