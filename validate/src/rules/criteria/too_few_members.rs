//! Fires when the chapter has fewer than five members.

use samlerapport_ingest::Field;

use super::annual_reports;
use crate::finding::Text;
use crate::noun::Noun;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "too_few_members",
    code: "K070",
    title: Words {
        nb: "For få medlemmer",
        nn: "For få medlemmer",
    },
    why: Words {
        nb: "Et lag som skal telle, må ha minst fem tellende medlemmer 31. desember (forskriften § 8).",
        nn: "Eit lag som skal telje, må ha minst fem teljande medlemmer 31. desember (forskrifta § 8).",
    },
    remedy: Words {
        nb: "Er tallet feil, så rett det og send årsrapporten på nytt.",
        nn: "Er talet feil, så rett det og send årsrapporten på nytt.",
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
    for (form, report) in annual_reports(scene) {
        let Some(members) = report.count(Field::Members) else {
            continue;
        };
        if members < LEAST {
            let members = Noun::MEMBER.count(members);
            remarks.of_form(
                form,
                form.spot(Field::Members),
                Text::new(
                    format!("Laget har {}. Det må ha minst {LEAST}.", members.nb),
                    format!("Laget har {}. Det må ha minst {LEAST}.", members.nn),
                ),
            );
        }
    }
}

const LEAST: u32 = 5;
