//! Fires when form 1 says that no annual report was made for the year.

use samlerapport_ingest::Field;

use super::say_of_no;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "annual_report_missing",
    code: "K073",
    title: Words {
        nb: "Årsmelding mangler",
        nn: "Årsmelding manglar",
    },
    why: Words {
        nb: "Et lag som skal telle, må ha årsmelding for grunnlagsåret (forskriften § 8).",
        nn: "Eit lag som skal telje, må ha årsmelding for grunnlagsåret (forskrifta § 8).",
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
    say_of_no(Field::AnnualReportMade, MESSAGE, scene, remarks);
}

const MESSAGE: Words = Words {
    nb: "Svaret på om det er laget årsmelding for året, er Nei.",
    nn: "Svaret på om det er laga årsmelding for året, er Nei.",
};
