//! Fires when an activity is said to last most of a day and night.

use crate::finding::Text;
use crate::noun::Noun;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "too_long",
    code: "K114",
    title: Words {
        nb: "Aktiviteten varte nesten hele døgnet",
        nn: "Aktiviteten varte nesten heile døgnet",
    },
    why: Words {
        nb: "En gruppe eller et kurs varer sjelden mer enn en lang dag, så timene kan være feil eller gjelde flere dager.",
        nn: "Ei gruppe eller eit kurs varer sjeldan meir enn ein lang dag, så timane kan vere feil eller gjelde fleire dagar.",
    },
    remedy: Words {
        nb: "Skriv hvor lenge det varte hver dag. Var det en tur, så skriv hver dag på sin egen rad.",
        nn: "Skriv kor lenge det varte kvar dag. Var det ein tur, så skriv kvar dag på si eiga rad.",
    },
    scope: Scope::Row,
    severity: Severity::Wait,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::House,
    check,
};

const LONG: u32 = 16 * 60;

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for activity in scene.asked_about() {
        let Some(minutes) = activity.length.minutes().filter(|minutes| *minutes >= LONG) else {
            continue;
        };
        let hours = Noun::HOUR.count(minutes / 60);
        remarks.of_row(
            activity.id,
            activity.length_spot(),
            Text::new(
                format!(
                    "Aktiviteten varte {} om dagen etter det som står her.",
                    hours.nb
                ),
                format!(
                    "Aktiviteten varte {} om dagen etter det som står her.",
                    hours.nn
                ),
            ),
        );
    }
}
