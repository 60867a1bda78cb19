//! Fires when form 1 answers Nei, and the form came all the same.

use samlerapport_ingest::{Field, FormId};

use super::say_of_unexpected;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "peer_supporters_unexpected",
    code: "K083",
    title: Words {
        nb: "Årsrapporten sier at laget ikke har likepersoner",
        nn: "Årsrapporten seier at laget ikkje har likepersonar",
    },
    why: Words {
        nb: "Svarene i årsrapporten og skjemaene skal stemme overens.",
        nn: "Svara i årsrapporten og skjema skal stemme overeins.",
    },
    remedy: Words {
        nb: "Rett svaret i årsrapporten, og send den på nytt. Skjemaet teller i mellomtiden.",
        nn: "Rett svaret i årsrapporten, og send han på nytt. Skjemaet tel i mellomtida.",
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
    say_of_unexpected(
        FormId::PeerSupporters,
        Field::HasPeerSupporters,
        MESSAGE,
        scene,
        remarks,
    );
}

const MESSAGE: Words = Words {
    nb: "Årsrapporten svarer Nei på om laget har likepersoner, men oversikten har kommet.",
    nn: "Årsrapporten svarar Nei på om laget har likepersonar, men oversikta har kome.",
};
