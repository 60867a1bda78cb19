//! Fires when a row that an adviser asked about was changed in a new delivery.
//!
//! A remark: the row is judged as it stands now, and the adviser sees that it changed. Where
//! it would be excluded as before, the adviser who asked decides.

use crate::decided_rows::Way;
use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "answered_by_chapter",
    code: "K137",
    title: Words {
        nb: "Raden er endret etter spørsmålet",
        nn: "Rada er endra etter spørsmålet",
    },
    why: Words {
        nb: "Rådgiveren spurte om raden, og svaret er det som står der nå.",
        nn: "Rådgivaren spurde om rada, og svaret er det som står der no.",
    },
    remedy: Words {
        nb: "Dere trenger ikke gjøre mer med dette. Rådgiveren ser at raden er endret.",
        nn: "De treng ikkje gjere meir med dette. Rådgivaren ser at rada er endra.",
    },
    scope: Scope::Row,
    severity: Severity::Remark,
    mendable: false,
    since: 2023,
    trial: false,
    rests_on: Basis::House,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for (id, spot, before) in scene.decided_before() {
        if before == Way::Asked {
            let severity = if scene.is_reopened(id) {
                Severity::Wait
            } else {
                Severity::Remark
            };
            remarks.of_row_as(
                severity,
                id,
                spot,
                Text::new(
                    "Rådgiveren spurte om raden. Siden er den endret.",
                    "Rådgivaren spurde om rada. Sidan er ho endra.",
                ),
            );
        }
    }
}
