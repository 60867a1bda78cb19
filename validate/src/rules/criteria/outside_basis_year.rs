//! Fires when a row was held in another year than the one that is reported.

use chrono::Datelike;
use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Rule, Scope, Severity, Words};
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
    law: true,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    let year = scene.setting.basis_year;
    for activity in scene.asked_about() {
        let Some(day) = activity.days.first() else {
            continue;
        };
        if activity.days_inside().next().is_none() {
            let other = day.year();
            remarks.of_row(
                activity.id,
                activity.spot(Field::Date),
                Text::new(
                    format!("Datoen er i {other}, og skjemaet gjelder {year}."),
                    format!("Datoen er i {other}, og skjemaet gjeld {year}."),
                ),
            );
        }
    }
}
