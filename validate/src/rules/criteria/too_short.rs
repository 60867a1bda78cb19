//! Fires when a group lasted less than 45 minutes, or a course day less than 90.
//!
//! A conversation with one person has no least length.

use crate::finding::Text;
use crate::hearing::ActivityKind;
use crate::length::Length;
use crate::noun::Noun;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "too_short",
    code: "K056",
    title: Words {
        nb: "For kort",
        nn: "For kort",
    },
    why: Words {
        nb: "En gruppe skal vare minst 45 minutter, og et kurs minst to ganger 45 minutter hver kursdag (forskriften § 10).",
        nn: "Ei gruppe skal vare minst 45 minutt, og eit kurs minst to gonger 45 minutt kvar kursdag (forskrifta § 10).",
    },
    remedy: Words {
        nb: "Er tiden skrevet feil, så rett den og send skjemaet på nytt.",
        nn: "Er tida skriven feil, så rett henne og send skjemaet på nytt.",
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
    for activity in scene.asked_about() {
        let Some(least) = least(activity.nature.kind) else {
            continue;
        };
        // Where hours and times disagree, it is too short only if both say so.
        let longest = match activity.length {
            Length::Known(minutes) => minutes,
            Length::Contradicts { hours, times } => hours.max(times),
            Length::Unknown => continue,
        };
        if longest < least {
            let lasted = Noun::MINUTE.count(longest);
            remarks.of_row(
                activity.id,
                activity.length_spot(),
                Text::new(
                    format!("Det varte {}. Det skal vare minst {least}.", lasted.nb),
                    format!("Det varte {}. Det skal vare minst {least}.", lasted.nn),
                ),
            );
        }
    }
}

fn least(kind: ActivityKind) -> Option<u32> {
    match kind {
        ActivityKind::Group => Some(45),
        ActivityKind::Course => Some(90),
        ActivityKind::Outreach | ActivityKind::None => None,
    }
}
