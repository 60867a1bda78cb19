//! Fires when the board was elected more than two years before the end of the basis year.

use chrono::NaiveDate;
use samlerapport_ingest::{Field, Value};

use super::annual_reports;
use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "board_election_too_old",
    code: "K075",
    title: Words {
        nb: "Styrevalget er for gammelt",
        nn: "Styrevalet er for gammalt",
    },
    why: Words {
        nb: "Styret skal velges minst hvert annet år (forskriften § 8).",
        nn: "Styret skal veljast minst annakvart år (forskrifta § 8).",
    },
    remedy: Words {
        nb: "Er datoen feil, så rett den og send årsrapporten på nytt. Ellers snakk med rådgiveren.",
        nn: "Er datoen feil, så rett han og send årsrapporten på nytt. Elles snakk med rådgivaren.",
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
    let oldest = NaiveDate::from_ymd_opt(year - 2, 12, 31);
    for (form, report) in annual_reports(scene) {
        let value = report
            .told(Field::ElectionDate)
            .and_then(|told| told.value.as_ref());
        let Some(Value::Days(days)) = value else {
            continue;
        };
        let elected = days.iter().filter_map(|day| day.in_year(year)).max();
        if let Some(elected) = elected.filter(|elected| Some(*elected) < oldest) {
            let elected = elected.format("%d.%m.%Y");
            remarks.of_form(
                form,
                form.spot(Field::ElectionDate),
                Text::new(
                    format!("Styret ble valgt {elected}, mer enn to år før 31.12.{year}."),
                    format!("Styret vart valt {elected}, meir enn to år før 31.12.{year}."),
                ),
            );
        }
    }
}
