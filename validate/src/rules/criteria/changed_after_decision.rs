//! Fires when a row that an adviser had decided about was changed in a new delivery.
//!
//! Where it counts by itself now as it was to count then, nothing is asked.

use crate::decided_rows::Way;
use crate::hearing::Fate;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "changed_after_decision",
    code: "K117",
    title: Words {
        nb: "Raden er endret etter avgjørelsen",
        nn: "Rada er endra etter avgjerda",
    },
    why: Words {
        nb: "Rådgiveren har avgjort om raden medregnes, slik den sto før. Når noe i den er endret, må rådgiveren se på den igjen.",
        nn: "Rådgivaren har avgjort om rada blir medrekna, slik ho stod før. Når noko i rada er endra, må rådgivaren sjå på henne igjen.",
    },
    remedy: Words {
        nb: "Fortell rådgiveren hva dere har endret, og hvorfor.",
        nn: "Fortel rådgivaren kva de har endra, og kvifor.",
    },
    scope: Scope::Row,
    severity: Severity::Wait,
    mendable: false,
    since: 2023,
    trial: false,
    rests_on: Basis::Fact,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for (id, spot, before) in scene.decided_before() {
        let fate = remarks.fate_so_far(id);
        let message = match before {
            Way::DoesNotCount => NO,
            Way::Counts if fate != Fate::Counted || scene.is_reopened(id) => YES,
            Way::Counts | Way::Asked => continue,
        };
        remarks.of_row(id, spot, message.into());
    }
}

const NO: Words = Words {
    nb: "Rådgiveren avgjorde at raden ikke medregnes. Siden er den endret.",
    nn: "Rådgivaren avgjorde at rada ikkje blir medrekna. Sidan er ho endra.",
};

const YES: Words = Words {
    nb: "Rådgiveren avgjorde at raden medregnes. Siden er den endret.",
    nn: "Rådgivaren avgjorde at rada blir medrekna. Sidan er ho endra.",
};
