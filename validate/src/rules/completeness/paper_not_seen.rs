//! Fires on a form that says that it was typed in from paper, while no adviser has said
//! that there is such a paper: anybody can write the words, and they would stand for the
//! signatures.

use crate::finding::Text;
use crate::heard::Paper;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "paper_not_seen",
    code: "K136",
    title: Words {
        nb: "Skjemaet er ført inn fra papir",
        nn: "Skjemaet er ført inn frå papir",
    },
    why: Words {
        nb: "Et skjema som er ført inn fra papir, er underskrevet på papiret. Det må rådgiveren ha sett (forskriften § 9 og regel i organisasjonen).",
        nn: "Eit skjema som er ført inn frå papir, er underskrive på papiret. Det må rådgivaren ha sett (forskrifta § 9 og regel i organisasjonen).",
    },
    remedy: Words {
        nb: "Laget trenger ikke gjøre noe. Rådgiveren svarer «På papir» i avklaringsboken.",
        nn: "Laget treng ikkje gjere noko. Rådgivaren svarer «På papir» i avklaringsboka.",
    },
    scope: Scope::Report,
    severity: Severity::Wait,
    mendable: false,
    since: 2023,
    trial: false,
    rests_on: Basis::Fact,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for form in &scene.forms {
        if form.paper == Paper::Unseen {
            remarks.of_form(
                form,
                None,
                Text::new(
                    "Skjemaet er ført inn fra papir, og venter på at rådgiveren har sett papiret.",
                    "Skjemaet er ført inn frå papir, og ventar på at rådgivaren har sett papiret.",
                ),
            );
        }
    }
}
