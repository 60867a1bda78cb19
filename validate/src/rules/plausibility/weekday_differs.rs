//! Fires when the weekday typed beside a date is another day.

use chrono::{Datelike, Weekday};
use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "weekday_differs",
    code: "K109",
    title: Words {
        nb: "Ukedagen passer ikke til datoen",
        nn: "Vekedagen passar ikkje til datoen",
    },
    why: Words {
        nb: "Enten ukedagen eller datoen er feil. Vi bruker datoen.",
        nn: "Anten vekedagen eller datoen er feil. Vi bruker datoen.",
    },
    remedy: Words {
        nb: "Se etter hvilken dag det var, og rett datoen hvis den er feil.",
        nn: "Sjå etter kva dag det var, og rett datoen om han er feil.",
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
        let ([day], Some(typed)) = (activity.days.as_slice(), activity.row.text(Field::Date))
        else {
            continue;
        };
        let told = weekday(typed);
        if told.is_some_and(|weekday| weekday != day.weekday()) {
            let date = day.format("%d.%m.%Y");
            let (nb, nn) = name(day.weekday());
            remarks.of_row(
                activity.id,
                activity.spot(Field::Date),
                Text::new(
                    format!("Datoen {date} var en {nb}."),
                    format!("Datoen {date} var ein {nn}."),
                ),
            );
        }
    }
}

/// The one weekday that a text names.
fn weekday(text: &str) -> Option<Weekday> {
    if !text.contains(char::is_alphabetic) {
        return None;
    }
    let lower = text.to_lowercase();
    let words = lower.split(|sign: char| !sign.is_alphabetic());
    let mut told = words.filter_map(|word| {
        let mut days = DAYS.iter();
        days.find(|(_, names)| names.contains(&word))
            .map(|(day, _)| *day)
    });
    let first = told.next()?;
    told.next().is_none().then_some(first)
}

const DAYS: &[(Weekday, &[&str])] = &[
    (Weekday::Mon, &["mandag", "måndag"]),
    (Weekday::Tue, &["tirsdag", "tysdag", "tirs"]),
    (Weekday::Wed, &["onsdag"]),
    (Weekday::Thu, &["torsdag", "tors"]),
    (Weekday::Fri, &["fredag"]),
    (Weekday::Sat, &["lørdag", "laurdag"]),
    (Weekday::Sun, &["søndag", "sundag"]),
];

fn name(day: Weekday) -> (&'static str, &'static str) {
    match day {
        Weekday::Mon => ("mandag", "måndag"),
        Weekday::Tue => ("tirsdag", "tysdag"),
        Weekday::Wed => ("onsdag", "onsdag"),
        Weekday::Thu => ("torsdag", "torsdag"),
        Weekday::Fri => ("fredag", "fredag"),
        Weekday::Sat => ("lørdag", "laurdag"),
        Weekday::Sun => ("søndag", "søndag"),
    }
}
