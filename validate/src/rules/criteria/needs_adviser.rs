//! Fires when a careful adviser would ask the chapter before deciding.
//!
//! The classification's doubts, a number of participants that is blank or straddles the
//! limit, times and hours that contradict each other, a group without a leader.

use samlerapport_ingest::Field;

use crate::activity::{Activity, column};
use crate::classify::Doubt;
use crate::finding::Text;
use crate::hearing::ActivityKind;
use crate::length::Length;
use crate::noun::Noun;
use crate::participants::Participants;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "needs_adviser",
    code: "K059",
    title: Words {
        nb: "Rådgiveren må avgjøre",
        nn: "Rådgivaren må avgjere",
    },
    why: Words {
        nb: "Opplysningene i raden lar det stå åpent om den teller, og det skal ikke gjettes.",
        nn: "Opplysningane i rada lèt det stå ope om ho tel, og det skal ikkje gjettast.",
    },
    remedy: Words {
        nb: "Svar på det som står åpent ved å rette raden, eller fortell det til rådgiveren.",
        nn: "Svar på det som står ope ved å rette rada, eller fortel det til rådgivaren.",
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
    for activity in scene.asked_about() {
        for doubt in &activity.nature.open {
            let field = column(doubt.evidence.field);
            remarks.of_row(activity.id, activity.spot(field), question(doubt));
        }
        if let Some(least) = scene.fewest(activity)
            && !scene.gives_formula_error(activity, Field::Participants)
            && let Some(message) = size_open(activity.size, least)
        {
            remarks.of_row(activity.id, activity.spot(Field::Participants), message);
        }
        if let Length::Contradicts { hours, times } = activity.length {
            let told = Noun::MINUTE.count(hours);
            let message = Text::new(
                format!(
                    "Varigheten sier {}, og klokkeslettene sier {times}.",
                    told.nb
                ),
                format!("Lengda seier {}, og klokkesletta seier {times}.", told.nn),
            );
            remarks.of_row(activity.id, activity.length_spot(), message);
        }
        if let Some((field, words)) = unsaid(activity) {
            remarks.of_row(activity.id, activity.spot(field), words.into());
        }
    }
}

/// Only words of a closed list are repeated, never the row's own.
fn question(doubt: &Doubt) -> Text {
    let (nb, nn) = (doubt.question.nb(), doubt.question.nn());
    match doubt.evidence.listed {
        Some(word) => Text::new(
            format!("{nb} Vi leste «{word}»."),
            format!("{nn} Vi las «{word}»."),
        ),
        None => Text::new(nb, nn),
    }
}

fn size_open(size: Participants, least: u32) -> Option<Text> {
    match size {
        Participants::Blank => Some(Text::new(
            "Antall deltakere mangler.",
            "Talet på deltakarar manglar.",
        )),
        Participants::NotUnderstood => Some(Text::new(
            "Vi forstår ikke hvor mange som deltok.",
            "Vi forstår ikkje kor mange som deltok.",
        )),
        Participants::Between { min, max } if min < least && max >= least => Some(Text::new(
            format!("Det kan ha vært fra {min} til {max} deltakere. Det skal være minst {least}."),
            format!("Det kan ha vore frå {min} til {max} deltakarar. Det skal vere minst {least}."),
        )),
        Participants::Between { .. } => None,
    }
}

fn unsaid(activity: &Activity<'_>) -> Option<(Field, Words)> {
    let nature = &activity.nature;
    match nature.kind {
        ActivityKind::Group if activity.leader.is_none() => Some((
            Field::Leader,
            Words {
                nb: "Det står ikke hvilken likeperson som ledet gruppen.",
                nn: "Det står ikkje kva likeperson som leidde gruppa.",
            },
        )),
        // What is neither group, course nor conversation is not counted unasked.
        ActivityKind::None if nature.theme && nature.sharing && nature.open.is_empty() => Some((
            Field::Title,
            Words {
                nb: "Vi ser ikke om dette var en gruppe, et kurs eller en samtale på tomannshånd.",
                nn: "Vi ser ikkje om dette var ei gruppe, eit kurs eller ein samtale på tomannshand.",
            },
        )),
        ActivityKind::Group
        | ActivityKind::Course
        | ActivityKind::Outreach
        | ActivityKind::None => None,
    }
}
