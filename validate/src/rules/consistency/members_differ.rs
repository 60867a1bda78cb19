//! Fires when form 1 tells of many more or fewer members than the register.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::noun::Noun;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "members_differ",
    code: "K107",
    title: Words {
        nb: "Medlemstallet er langt fra registerets",
        nn: "Medlemstalet er langt frå det i registeret",
    },
    why: Words {
        nb: "Antallet i årsrapporten og i medlemsregisteret skal være omtrent det samme per 31. desember.",
        nn: "Talet i årsrapporten og i medlemsregisteret skal vere om lag det same per 31. desember.",
    },
    remedy: Words {
        nb: "Se etter om tallet i årsrapporten gjelder 31. desember. Er det registeret som er feil, så si fra til rådgiveren.",
        nn: "Sjå etter om talet i årsrapporten gjeld 31. desember. Er det registeret som er feil, så sei ifrå til rådgivaren.",
    },
    scope: Scope::Report,
    severity: Severity::Remark,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::House,
    check,
};

/// A few in or out since the list was made say nothing.
const FEW: u32 = 10;

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    let Some(form) = scene.annual_report() else {
        return;
    };
    let told = form
        .report()
        .and_then(|report| report.count(Field::Members));
    let known = scene.setting.chapter.and_then(|chapter| chapter.members);
    let (Some(told), Some(known)) = (told, known) else {
        return;
    };
    let apart = told.abs_diff(known);
    if apart > FEW && apart > known / 4 {
        let members = Noun::MEMBER.count(told);
        remarks.of_form(
            form,
            form.spot(Field::Members),
            Text::new(
                format!("Årsrapporten sier {}, registeret {known}.", members.nb),
                format!("Årsrapporten seier {}, registeret {known}.", members.nn),
            ),
        );
    }
}
