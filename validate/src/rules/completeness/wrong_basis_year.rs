//! Fires when a form is for another year than the one that is compiled.
//!
//! Its rows are judged in the year that they were meant for, so that they do not all speak too.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "wrong_basis_year",
    code: "K022",
    title: Words {
        nb: "Skjemaet gjelder et annet år",
        nn: "Skjemaet gjeld eit anna år",
    },
    why: Words {
        nb: "Aktiviteter teller i grunnlagsåret, og hvert år har sine skjemaer.",
        nn: "Aktivitetar tel i grunnlagsåret, og kvart år har sine skjema.",
    },
    remedy: Words {
        nb: "Er året skrevet feil, så rett det øverst i skjemaet. Er det fjorårets skjema, så fyll ut årets.",
        nn: "Er året skrive feil, så rett det øvst i skjemaet. Er det skjemaet frå i fjor, så fyll ut det for i år.",
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
    let year = scene.setting.basis_year;
    for form in &scene.forms {
        if let Some(other) = form.other_year {
            remarks.of_form(
                form,
                form.spot(Field::BasisYear),
                Text::new(
                    format!("Skjemaet gjelder {other}. Vi samler inn for {year}."),
                    format!("Skjemaet gjeld {other}. Vi samlar inn for {year}."),
                ),
            );
        }
    }
}
