//! Fires when form 1 says that there was no member activity beyond the annual meeting.

use samlerapport_ingest::Field;

use super::say_of_no;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "member_activity_missing",
    code: "K074",
    title: Words {
        nb: "Medlemsaktivitet mangler",
        nn: "Medlemsaktivitet manglar",
    },
    why: Words {
        nb: "Et lag som skal telle, må ha hatt minst én aktivitet for medlemmene utover årsmøtet (forskriften § 8).",
        nn: "Eit lag som skal telje, må ha hatt minst éin aktivitet for medlemmene utover årsmøtet (forskrifta § 8).",
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
    say_of_no(Field::MemberActivity, MESSAGE, scene, remarks);
}

const MESSAGE: Words = Words {
    nb: "Svaret på om laget hadde medlemsaktivitet utover årsmøtet, er Nei.",
    nn: "Svaret på om laget hadde medlemsaktivitet utover årsmøtet, er Nei.",
};
