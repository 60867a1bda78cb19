//! Fires when no certain date, or no length, can be had from a row.
//!
//! A cell with two readings or a formula's error is the business of the rules of reading.

use samlerapport_ingest::Field;

use crate::activity::{Activity, When};
use crate::finding::Text;
use crate::length::Length;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "date_or_duration_missing",
    code: "K052",
    title: Words {
        nb: "Dato eller varighet mangler",
        nn: "Dato eller lengd manglar",
    },
    why: Words {
        nb: "En aktivitet teller per dag den er holdt, så den må ha en bestemt dato og en varighet (forskriften §§ 10 og 13).",
        nn: "Ein aktivitet tel per dag han er halden, så han må ha ein bestemt dato og ei lengd (forskrifta §§ 10 og 13).",
    },
    remedy: Words {
        nb: "Skriv én rad for hver dag, med dato og enten start og slutt eller varighet.",
        nn: "Skriv éi rad for kvar dag, med dato og anten start og slutt eller lengd.",
    },
    scope: Scope::Row,
    severity: Severity::Error,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::Law,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for activity in scene.asked_about() {
        if let Some(words) = date_wanting(activity.when) {
            remarks.of_row(activity.id, activity.spot(Field::Date), words.into());
        }
        if activity.length == Length::Unknown
            && !LENGTH
                .iter()
                .any(|field| scene.is_spoiled(activity, *field))
        {
            remarks.of_row(
                activity.id,
                activity.length_spot(),
                length_wanting(activity),
            );
        }
    }
}

const LENGTH: [Field; 3] = [Field::From, Field::To, Field::Hours];

fn date_wanting(when: When) -> Option<Words> {
    match when {
        When::Certain | When::Spoiled => None,
        When::Blank => Some(Words {
            nb: "Datoen mangler.",
            nn: "Datoen manglar.",
        }),
        When::Pattern => Some(Words {
            nb: "Det står et mønster eller et tidsrom, ikke en bestemt dato.",
            nn: "Det står eit mønster eller eit tidsrom, ikkje ein bestemt dato.",
        }),
        When::NotUnderstood => Some(Words {
            nb: "Vi forstår ikke datoen.",
            nn: "Vi forstår ikkje datoen.",
        }),
    }
}

fn length_wanting(activity: &Activity<'_>) -> Text {
    let told = LENGTH.iter().filter_map(|field| activity.row.told(*field));
    if told.clone().any(|told| told.value.is_none()) {
        Text::new(
            "Vi forstår ikke hvor lenge aktiviteten varte.",
            "Vi forstår ikkje kor lenge aktiviteten varte.",
        )
    } else if told.count() > 0 {
        Text::new(
            "Det står verken slutt eller varighet ved siden av klokkeslettet.",
            "Det står verken slutt eller lengd ved sida av klokkeslettet.",
        )
    } else {
        Text::new("Varigheten mangler.", "Lengda manglar.")
    }
}
