//! Fires when form 1 says that the chapter has no economy of its own.

use samlerapport_ingest::Field;

use super::say_of_no;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "own_economy_missing",
    code: "K072",
    title: Words {
        nb: "Laget har ikke egen økonomi",
        nn: "Laget har ikkje eigen økonomi",
    },
    why: Words {
        nb: "Et lag som skal telle, må ha egen økonomi (forskriften § 8).",
        nn: "Eit lag som skal telje, må ha eigen økonomi (forskrifta § 8).",
    },
    remedy: Words {
        nb: "Er svaret feil, så rett det til Ja og send årsrapporten på nytt. Ellers snakk med rådgiveren.",
        nn: "Er svaret feil, så rett det til Ja og send årsrapporten på nytt. Elles snakk med rådgivaren.",
    },
    scope: Scope::Report,
    severity: Severity::Error,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::Law,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    say_of_no(Field::OwnEconomy, MESSAGE, scene, remarks);
}

const MESSAGE: Words = Words {
    nb: "Svaret på om laget har egen økonomi, er Nei.",
    nn: "Svaret på om laget har eigen økonomi, er Nei.",
};
