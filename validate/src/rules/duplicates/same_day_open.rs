//! Fires on the second group that the chapter held on one day, when the leader may be the same.
//!
//! The regulation leaves open whether that is one day or two; the settings say how it is taken.

use chrono::NaiveDate;
use samlerapport_ingest::Field;
use std::collections::BTreeMap;

use super::in_order;
use crate::hearing::ActivityKind;
use crate::people::several;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;
use crate::settings::TwoGroups;

pub(crate) static RULE: Rule = Rule {
    name: "same_day_open",
    code: "K091",
    title: Words {
        nb: "To grupper på én dag",
        nn: "To grupper på éin dag",
    },
    why: Words {
        nb: "To grupper samme dag kan være én aktivitetsdag eller to (forskriften § 10). Er lederen den samme, avgjør rådgiveren.",
        nn: "To grupper same dag kan vere éin aktivitetsdag eller to (forskrifta § 10). Er leiaren den same, avgjer rådgivaren.",
    },
    remedy: Words {
        nb: "Fortell rådgiveren om det var to grupper, hver med egne deltakere.",
        nn: "Fortel rådgivaren om det var to grupper, kvar med eigne deltakarar.",
    },
    scope: Scope::Row,
    severity: Severity::Wait,
    mendable: false,
    since: 2023,
    trial: false,
    rests_on: Basis::House,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    if scene.setting.settings.two_groups_one_day != TwoGroups::TwoIfLeadersDiffer {
        return;
    }
    let mut rows = in_order(scene, remarks);
    rows.retain(|activity| activity.nature.kind == ActivityKind::Group);
    let mut groups: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    for activity in &rows {
        for day in remarks.days_left(activity) {
            *groups.entry(day).or_default() += 1;
        }
    }
    let mut leaders: BTreeMap<NaiveDate, Vec<String>> = BTreeMap::new();
    for activity in rows {
        let mut days = remarks.days_left(activity);
        days.retain(|day| groups.get(day) > Some(&1));
        if days.is_empty() {
            continue;
        }
        let names = activity.leader.map(several).unwrap_or_default();
        let open = days.iter().any(|day| {
            leaders.get(day).is_some_and(|others| {
                // Without a name, nobody knows that the leaders differ.
                names.is_empty()
                    || others
                        .iter()
                        .any(|other| other.is_empty() || names.contains(other))
            })
        });
        if open {
            remarks.of_row(activity.id, activity.spot(Field::Date), MESSAGE.into());
        }
        for day in days {
            let others = leaders.entry(day).or_default();
            if names.is_empty() {
                others.push(String::new());
            }
            others.extend(names.iter().cloned());
        }
    }
}

const MESSAGE: Words = Words {
    nb: "Laget hadde en gruppe til samme dag, med samme leder.",
    nn: "Laget hadde ei gruppe til same dag, med same leiar.",
};
