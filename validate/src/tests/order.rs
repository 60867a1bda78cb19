//! The order of rows changes no fate, and a row that is left out changes no other.

use proptest::prelude::*;
use samlerapport_ingest::FormId;

use super::stage::{Stage, row};
use crate::{Hearing, TwoGroups};

/// A few values for each cell, so that many rows are alike or nearly so.
const CHOICES: [&[&str]; 6] = [
    &[
        "dato=14.01.2025",
        "dato=15.01.2025",
        "dato=14.01.2025-15.01.2025",
        "dato=15.01.2025-17.01.2025",
        "dato=13.01.2025-16.01.2025",
    ],
    &["fra=18:00", "fra=12:00 | til=14:00", "fra=19:30"],
    &[
        "leder=Åse Bråthen",
        "leder=Tønnes Moe",
        "leder=Kari Lund",
        "leder=Åse Bråthen og Tønnes Moe",
        "leder=",
    ],
    &["tema=Sorg og savn", "tema=Angst", "tema="],
    &[
        "aktivitet=Samtalegruppe",
        "aktivitet=Turgruppe",
        "aktivitet=Kurs for likepersoner",
    ],
    &[
        "deltakere=7",
        "deltakere=3",
        "deltakere=2",
        "deltakere=2-4",
        "deltakere= | leder=",
    ],
];

const EXCLUDED: [&str; 5] = [
    "aktivitet=Årsmøte | tema=Valg og regnskap",
    "deltakere=2",
    "dato=14.01.2024",
    "sted=København",
    "til=18:20",
];

const PEOPLE: [&[&str]; 3] = [
    &[
        "navn=Åse Bråthen",
        "navn=Å. Bråthen",
        "navn=Tønnes Moe",
        "navn=Moe, Tønnes",
        "navn=Tønnes Lie",
    ],
    &["telefon=40000101", "telefon=40000102", "telefon="],
    &["aktiv=Ja", "aktiv=Nei", "aktiv="],
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_excluded_row_changes_no_other(
        rows in proptest::collection::vec(a_row(), 1..7),
        excluded in proptest::sample::select(&EXCLUDED[..]),
        at in any::<proptest::sample::Index>(),
    ) {
        let at = at.index(rows.len() + 1);
        let mut more = rows.clone();
        more.insert(at, row(excluded));
        let mut with = fates(&more);
        let (_, left_out) = with.remove(at);
        prop_assert!(left_out.starts_with("excluded"), "{}", left_out);
        prop_assert_eq!(with, fates(&rows));
    }

    #[test]
    fn the_order_of_rows_changes_no_fate(
        (chapter, mixed) in a_chapter().prop_flat_map(|chapter| {
            let mixed = (
                Just(chapter.activities.clone()).prop_shuffle(),
                Just(chapter.days.clone()).prop_shuffle(),
                Just(chapter.people.clone()).prop_shuffle(),
                any::<u16>(),
            );
            let groups = chapter.groups;
            let mixed = mixed.prop_map(move |(activities, days, people, sheets)| Chapter {
                activities,
                days,
                people,
                groups,
                sheets,
            });
            (Just(chapter), mixed)
        }),
    ) {
        let (first, second) = (chapter.hear(), mixed.hear());
        prop_assert_eq!(days(&first), days(&second));
        prop_assert_eq!(chapter.told(&first), mixed.told(&second));
    }

    #[test]
    fn what_one_chapter_hands_in_changes_nothing_for_another(
        one in a_chapter(),
        other in a_chapter(),
    ) {
        let alone = std::thread::scope(|scope| scope.spawn(|| one.hear()).join().unwrap());
        let _ = other.hear();
        prop_assert_eq!(one.hear(), alone);
    }
}

#[test]
fn a_day_in_several_rows_counts_once() {
    for (dates, expected) in [
        (&["12.09.2025-14.09.2025", "13.09.2025"][..], 3),
        (
            &[
                "12.09.2025-14.09.2025",
                "13.09.2025",
                "14.09.2025-15.09.2025",
            ][..],
            4,
        ),
        (
            &[
                "13.09.2025",
                "12.09.2025-13.09.2025",
                "13.09.2025-14.09.2025",
            ][..],
            3,
        ),
        (&["12.09.2025-13.09.2025", "14.09.2025-15.09.2025"][..], 4),
    ] {
        for turned in 0..dates.len() {
            let mut rows: Vec<String> = dates
                .iter()
                .map(|day| row(&format!("dato={day}")))
                .collect();
            rows.rotate_left(turned);
            let chapter = Chapter {
                activities: rows,
                ..Chapter::default()
            };
            assert_eq!(
                days(&chapter.hear()),
                expected,
                "{dates:?} turned by {turned}"
            );
        }
    }
}

fn texts(rows: &[String]) -> Vec<&str> {
    rows.iter().map(String::as_str).collect()
}

/// The rows of a chapter's forms 2, 3 and 4.
#[derive(Clone, Debug, Default)]
struct Chapter {
    activities: Vec<String>,
    days: Vec<String>,
    people: Vec<String>,
    groups: u8,
    /// A bit for each row of form 3: the sheet that it stands on.
    sheets: u16,
}

impl Chapter {
    fn hear(&self) -> Hearing {
        let mut stage = Stage::new();
        stage.settings.two_groups_one_day = match self.groups {
            0 => TwoGroups::TwoIfLeadersDiffer,
            1 => TwoGroups::Two,
            _ => TwoGroups::One,
        };
        if !self.people.is_empty() {
            stage.deliver(FormId::PeerSupporters, "", &texts(&self.people));
        }
        stage.deliver(
            FormId::MeetingPlace,
            "møteplass=Åpen dør",
            &texts(&self.days),
        );
        let report = stage
            .deliver(FormId::Activities, "", &texts(&self.activities))
            .reading
            .report
            .as_mut();
        for (index, row) in report.unwrap().rows.iter_mut().enumerate() {
            row.place.sheet = (self.sheets >> index) & 1;
        }
        stage.hear()
    }

    /// What became of the rows, by what they say.
    fn told(&self, hearing: &Hearing) -> Vec<(String, String)> {
        let mut told = Vec::new();
        for (form, rows) in [
            (FormId::PeerSupporters, &self.people),
            (FormId::MeetingPlace, &self.days),
            (FormId::Activities, &self.activities),
        ] {
            let judged = hearing
                .forms
                .iter()
                .rfind(|judged| judged.form == Some(form));
            let judged = judged.map_or(&[][..], |judged| &judged.rows);
            told.extend(rows.iter().zip(judged).map(|(row, judged)| {
                let reasons: Vec<_> = judged.reasons.iter().map(|rule| rule.name).collect();
                let days = judged.activity_days;
                let fate = format!(
                    "{} {days} {reasons:?} {} {:?}",
                    judged.fate.key(),
                    judged.explanation,
                    judged.elsewhere
                );
                (format!("{form:?} {row}"), fate)
            }));
        }
        told.sort();
        told
    }
}

fn days(hearing: &Hearing) -> usize {
    crate::Accepted::of(hearing).unwrap().days().len()
}

fn a_chapter() -> impl Strategy<Value = Chapter> {
    use proptest::collection::vec;
    let people = vec(
        joined(&PEOPLE).prop_map(|cells| {
            format!("{cells} | adresse=Veien 1 | oppnevnt=12.02.2023 | ulønnet=Ja")
        }),
        0..4,
    );
    (
        vec(a_row(), 0..6),
        vec(a_row(), 0..3),
        people,
        0..3_u8,
        any::<u16>(),
    )
        .prop_map(|(activities, days, people, groups, sheets)| Chapter {
            activities,
            days,
            people,
            groups,
            sheets,
        })
}

fn a_row() -> impl Strategy<Value = String> {
    joined(&CHOICES).prop_map(|cells| row(&cells))
}

fn joined(choices: &[&'static [&'static str]]) -> impl Strategy<Value = String> + use<> {
    let cells: Vec<_> = choices
        .iter()
        .map(|cells| proptest::sample::select(*cells))
        .collect();
    cells.prop_map(|cells| cells.join(" | "))
}

/// Each row's text with its fate and reasons, in the order given.
fn fates(rows: &[String]) -> Vec<(String, String)> {
    let mut stage = Stage::new();
    let texts: Vec<&str> = rows.iter().map(String::as_str).collect();
    stage.deliver(FormId::Activities, "", &texts);
    let hearing = stage.hear();
    let judged = &hearing.forms.last().unwrap().rows;
    let fates = judged.iter().map(|judged| {
        let reasons: Vec<_> = judged.reasons.iter().map(|rule| rule.name).collect();
        format!("{} {reasons:?}", judged.fate.key())
    });
    rows.iter().cloned().zip(fates).collect()
}
