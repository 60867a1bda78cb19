//! Fires when a row was held in another year than the one that is reported.

use std::collections::BTreeMap;

use chrono::Datelike;
use samlerapport_ingest::Field;

use crate::activity::Activity;
use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "outside_basis_year",
    code: "K050",
    title: Words {
        nb: "Datoen er i et annet år",
        nn: "Datoen er i eit anna år",
    },
    why: Words {
        nb: "Bare aktiviteter i grunnlagsåret teller (forskriften § 10).",
        nn: "Berre aktivitetar i grunnlagsåret tel (forskrifta § 10).",
    },
    remedy: Words {
        nb: "Er året skrevet feil, så rett datoen og send skjemaet på nytt.",
        nn: "Er året skrive feil, så rett datoen og send skjemaet på nytt.",
    },
    scope: Scope::Row,
    severity: Severity::Error,
    mendable: false,
    since: 2023,
    trial: false,
    rests_on: Basis::Law,
    check,
};

/// So many rows of a form with the year before were hardly mistyped one by one.
const SERIES: usize = 5;

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    let year = scene.setting.basis_year;
    let outside: Vec<(&Activity<'_>, i32)> = scene
        .asked_about()
        .filter(|activity| activity.days_inside().next().is_none())
        .filter_map(|activity| Some((activity, activity.days.first()?.year())))
        .collect();
    let mut last_years: BTreeMap<usize, usize> = BTreeMap::new();
    for (activity, _) in outside.iter().filter(|(_, other)| other + 1 == year) {
        *last_years.entry(activity.id.form).or_default() += 1;
    }
    for (activity, other) in outside {
        let series = last_years
            .get(&activity.id.form)
            .copied()
            .unwrap_or_default();
        let text = if other + 1 == year && series >= SERIES {
            Text::new(
                format!(
                    "{series} rader er datert i {other}, og skjemaet gjelder {year}. Er de kopiert fra skjemaet i fjor?"
                ),
                format!(
                    "{series} rader er daterte i {other}, og skjemaet gjeld {year}. Er dei kopierte frå skjemaet i fjor?"
                ),
            )
        } else {
            Text::new(
                format!("Datoen er i {other}, og skjemaet gjelder {year}."),
                format!("Datoen er i {other}, og skjemaet gjeld {year}."),
            )
        };
        remarks.of_row(activity.id, activity.spot(Field::Date), text);
    }
}
