//! Fires when the hours are no length of time, while start and end are known.
//!
//! Without a length `date_or_duration_missing` speaks.

use samlerapport_ingest::{FaultKind, Field};

use crate::finding::Text;
use crate::length::Length;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "duration_not_understood",
    code: "K016",
    title: Words {
        nb: "Varigheten er ikke til å forstå",
        nn: "Lengda er ikkje til å forstå",
    },
    why: Words {
        nb: "Raden teller, for start og slutt står der.",
        nn: "Rada tel, for start og slutt står der.",
    },
    remedy: Words {
        nb: "Skriv varigheten i timer, for eksempel 1,5.",
        nn: "Skriv lengda i timar, til dømes 1,5.",
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
    for activity in scene.asked_about() {
        let fault = scene.fault(activity.id, activity.row, Field::Hours);
        let unclear = matches!(
            fault,
            Some(
                FaultKind::DurationNotUnderstood | FaultKind::TwoReadings | FaultKind::FormulaError
            )
        );
        if unclear && activity.length != Length::Unknown {
            remarks.of_row(
                activity.id,
                activity.spot(Field::Hours),
                Text::new(
                    "Vi forstår ikke varigheten. Vi brukte start og slutt.",
                    "Vi forstår ikkje lengda. Vi brukte start og slutt.",
                ),
            );
        }
    }
}
