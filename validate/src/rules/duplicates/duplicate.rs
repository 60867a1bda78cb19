//! Fires when the same activity stands twice: in one form, in two deliveries, or in forms 2 and 3.
//!
//! The first that counts keeps its days, and each day counts once; the order is one of
//! content, never of arrival or of place in a sheet.

use chrono::{NaiveDate, NaiveTime};
use samlerapport_ingest::Field;
use std::collections::{BTreeMap, BTreeSet};

use super::in_order;
use super::likeness::{Keys, Likeness};
use crate::hearing::ActivityKind;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;
use crate::settings::TwoGroups;

pub(crate) static RULE: Rule = Rule {
    name: "duplicate",
    code: "K090",
    title: Words {
        nb: "Samme aktivitet er ført to ganger",
        nn: "Same aktivitet er ført to gonger",
    },
    why: Words {
        nb: "En aktivitet gir én aktivitetsdag per dag, uansett hvor mange skjemaer den står i (forskriften § 10).",
        nn: "Ein aktivitet gir éin aktivitetsdag per dag, uansett kor mange skjema han står i (forskrifta § 10).",
    },
    remedy: Words {
        nb: "Var det to ulike aktiviteter, så skriv forskjellen i klokkeslett, aktivitet eller tema, og send skjemaet på nytt.",
        nn: "Var det to ulike aktivitetar, så skriv skilnaden i klokkeslett, aktivitet eller tema, og send skjemaet på nytt.",
    },
    scope: Scope::Row,
    severity: Severity::Error,
    mendable: false,
    since: 2023,
    trial: false,
    rests_on: Basis::Law,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    let one_group_a_day = scene.setting.settings.two_groups_one_day == TwoGroups::One;
    let rows = in_order(scene, remarks);
    let mut slots: BTreeMap<Slot, u32> = BTreeMap::new();
    for activity in &rows {
        for day in activity.days_inside() {
            *slots.entry((day, activity.times.0)).or_default() += 1;
        }
    }
    let likeness = Likeness::of(scene);
    let mut taken: BTreeSet<(Slot, String)> = BTreeSet::new();
    let mut group_days: BTreeSet<NaiveDate> = BTreeSet::new();
    for activity in rows {
        let group = one_group_a_day && activity.nature.kind == ActivityKind::Group;
        let shared = |day| slots.get(&(day, activity.times.0)) > Some(&1);
        // Words are compared only where two activities begin at once.
        let keys = if activity.days_inside().any(shared) {
            likeness.keys(activity)
        } else {
            Keys::default()
        };
        let repeated = |day| {
            let slot = (day, activity.times.0);
            let mut against = keys.against.iter();
            against.any(|key| taken.contains(&(slot, key.clone())))
        };
        let one_more = |day| group && group_days.contains(&day);
        let (elsewhere, own): (Vec<_>, Vec<_>) = activity
            .days_inside()
            .partition(|day| repeated(*day) || one_more(*day));
        if own.is_empty() {
            let same = elsewhere.iter().all(|day| repeated(*day));
            let message = if same { MESSAGE } else { ONE_MORE_GROUP };
            remarks.of_row(activity.id, activity.spot(Field::Date), message.into());
            continue;
        }
        remarks.leave_days(activity.id, elsewhere);
        for day in own {
            let slot = (day, activity.times.0);
            taken.extend(keys.own.iter().map(|key| (slot, key.clone())));
            if group {
                group_days.insert(day);
            }
        }
    }
}

type Slot = (NaiveDate, Option<NaiveTime>);

const MESSAGE: Words = Words {
    nb: "Aktiviteten er allerede ført samme dag.",
    nn: "Aktiviteten er alt ført same dag.",
};

const ONE_MORE_GROUP: Words = Words {
    nb: "Laget har alt en gruppe samme dag, og flere grupper på en dag regnes som én aktivitetsdag.",
    nn: "Laget har alt ei gruppe same dag, og fleire grupper på ein dag blir rekna som éin aktivitetsdag.",
};
