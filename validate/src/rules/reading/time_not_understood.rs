//! Fires when a start or an end is no time of day, while the length is known all the same.
//!
//! Without a length `date_or_duration_missing` speaks.

use samlerapport_ingest::{FaultKind, Field};

use crate::finding::Text;
use crate::length::Length;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "time_not_understood",
    code: "K015",
    title: Words {
        nb: "Klokkeslettet er ikke til å forstå",
        nn: "Klokkeslettet er ikkje til å forstå",
    },
    why: Words {
        nb: "Raden teller, for varigheten står der. Klokkeslettet viser om samme aktivitet er ført to ganger.",
        nn: "Rada tel, for lengda står der. Klokkeslettet viser om same aktivitet er ført to gonger.",
    },
    remedy: Words {
        nb: "Skriv klokkeslettet med timer og minutter, for eksempel 18:30.",
        nn: "Skriv klokkeslettet med timar og minutt, til dømes 18:30.",
    },
    scope: Scope::Row,
    severity: Severity::Remark,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::House,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for activity in &scene.activities {
        if activity.left_out() || activity.length == Length::Unknown {
            continue;
        }
        for field in [Field::From, Field::To] {
            let fault = scene.fault(activity.id, activity.row, field);
            if matches!(
                fault,
                Some(
                    FaultKind::TimeNotUnderstood | FaultKind::TwoReadings | FaultKind::FormulaError
                )
            ) {
                remarks.of_row(
                    activity.id,
                    activity.spot(field),
                    Text::new(
                        "Vi forstår ikke klokkeslettet. Vi brukte varigheten.",
                        "Vi forstår ikkje klokkeslettet. Vi brukte lengda.",
                    ),
                );
            }
        }
    }
}
