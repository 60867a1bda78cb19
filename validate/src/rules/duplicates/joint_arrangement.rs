//! Fires when another chapter tells of the same activity: it counts once.
//!
//! Which of them it counts in was settled when all had been heard (`joint`), and is
//! handed in. The row that gives way waits, so that nothing is lost in silence.

use std::collections::BTreeMap;

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::hearing::Fate;
use crate::joint::Joint;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "joint_arrangement",
    code: "K126",
    title: Words {
        nb: "Et annet lag har ført samme aktivitet",
        nn: "Eit anna lag har ført same aktivitet",
    },
    why: Words {
        nb: "En aktivitet som flere lag holder sammen, gir én aktivitetsdag per dag (forskriften § 10). Rådgiveren avgjør om det var to ulike aktiviteter.",
        nn: "Ein aktivitet som fleire lag held saman, gir éin aktivitetsdag per dag (forskrifta § 10). Rådgivaren avgjer om det var to ulike aktivitetar.",
    },
    remedy: Words {
        nb: "Dere trenger ikke gjøre noe om dere holdt aktiviteten sammen. Var det to ulike aktiviteter, så fortell rådgiveren det.",
        nn: "De treng ikkje gjere noko om de heldt aktiviteten saman. Var det to ulike aktivitetar, så fortel rådgivaren det.",
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
    if scene.setting.joint.is_empty() {
        return;
    }
    let known = scene.activities.iter().filter_map(|activity| {
        let form = scene.form(activity.id.form)?;
        Some(((form.delivery.id, activity.row.place), activity))
    });
    let known: BTreeMap<_, _> = known.collect();
    for joint in scene.setting.joint {
        let Some(activity) = known.get(&(joint.delivery, joint.place)) else {
            continue;
        };
        let id = activity.id;
        if remarks.fate_so_far(id) == Fate::Excluded {
            continue;
        }
        let severity = if joint.counts_here {
            Severity::Remark
        } else {
            Severity::Wait
        };
        remarks.of_row_as(
            severity,
            id,
            activity.spot(Field::Date),
            words(scene, joint),
        );
    }
}

/// The chapter's name is the register's own.
fn words(scene: &Scene<'_>, joint: &Joint) -> Text {
    let register = scene.setting.register;
    let other = register.and_then(|register| register.chapter(&joint.other));
    let name = |unknown: &str| other.map_or(unknown.to_owned(), |chapter| chapter.name.clone());
    let (nb, nn) = (name("Et annet lag"), name("Eit anna lag"));
    if joint.other_waits && !joint.counts_here {
        return Text::new(
            format!("{nb} har ført samme aktivitet. Den kan bare regnes i ett av lagene."),
            format!("{nn} har ført same aktivitet. Han kan berre bli rekna i eitt av laga."),
        );
    }
    if joint.counts_here {
        Text::new(
            format!("{nb} har ført samme aktivitet. Den regnes hos dere."),
            format!("{nn} har ført same aktivitet. Han blir rekna hos dykk."),
        )
    } else {
        Text::new(
            format!(
                "{nb} har ført samme aktivitet. Den regnes der til rådgiveren har sett på det."
            ),
            format!(
                "{nn} har ført same aktivitet. Han blir rekna der til rådgivaren har sett på det."
            ),
        )
    }
}
