//! Fires when many rows are the same but for the date, participants and all.

use std::collections::BTreeMap;

use samlerapport_ingest::Field;

use crate::activity::Activity;
use crate::finding::{Spot, Text};
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "copied_series",
    code: "K112",
    title: Words {
        nb: "Mange rader er like",
        nn: "Mange rader er like",
    },
    why: Words {
        nb: "Er alt likt bortsett fra datoen, kan radene være kopiert nedover uten at alle gangene ble holdt slik.",
        nn: "Er alt likt bortsett frå datoen, kan radene vere kopierte nedover utan at alle gongene vart haldne slik.",
    },
    remedy: Words {
        nb: "Se etter at hver dato er riktig, og skriv hvor mange som kom hver gang.",
        nn: "Sjå etter at kvar dato er rett, og skriv kor mange som kom kvar gong.",
    },
    scope: Scope::Report,
    severity: Severity::Remark,
    mendable: true,
    since: 2023,
    trial: true,
    rests_on: Basis::House,
    check,
};

const MANY: usize = 8;

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for form in &scene.forms {
        let activities = scene.activities_of(form.index);
        if activities.len() < MANY {
            continue;
        }
        // Most of one size are too few to be a series, whatever else they tell.
        let mut of_size: BTreeMap<_, usize> = BTreeMap::new();
        for size in activities.iter().filter_map(size) {
            *of_size.entry(size).or_default() += 1;
        }
        let mut alike: BTreeMap<_, Vec<Spot>> = BTreeMap::new();
        for activity in activities {
            let size = size(activity).filter(|size| of_size.get(size) >= Some(&MANY));
            if let Some(size) = size {
                let spot = activity.spot(Field::Date);
                alike.entry((size, told(activity))).or_default().push(spot);
            }
        }
        for spots in alike.into_values().filter(|spots| spots.len() >= MANY) {
            let count = spots.len();
            for spot in spots {
                remarks.of_form(
                    form,
                    Some(spot),
                    Text::new(
                        format!("{count} rader er like bortsett fra datoen."),
                        format!("{count} rader er like bortsett frå datoen."),
                    ),
                );
            }
        }
    }
}

fn size(activity: &Activity<'_>) -> Option<(u32, u32)> {
    activity.participants.bounds()
}

/// All that a row tells but the date and how many came.
fn told<'a>(activity: &Activity<'a>) -> Vec<(Field, &'a str)> {
    let cells = activity.row.cells.iter();
    let mut told: Vec<_> = cells
        .filter(|(field, _)| !matches!(field, Field::Date | Field::Participants))
        .map(|(field, told)| (*field, told.typed.as_str()))
        .collect();
    told.sort_unstable();
    told
}
