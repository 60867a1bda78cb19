//! Which of several deliveries stands.

use samlerapport_ingest::{Evidence, FaultKind, FormId};

use super::stage::{Stage, row};
use crate::Decided;
use crate::hearing::Standing;

const SPRING: &[&str] = &["dato=14.01.2025", "dato=11.02.2025", "dato=hver onsdag"];

#[test]
fn form_3_stands_by_its_rows() {
    for (newer, expected) in [
        // The whole again, with a theme mended and the pattern turned into a date.
        (
            &[
                "dato=14.01.2025 | tema=Angst",
                "dato=11.02.2025",
                "dato=12.03.2025",
            ][..],
            "superseded current",
        ),
        // The autumn alone.
        (
            &["dato=14.10.2025", "dato=11.11.2025"][..],
            "current current",
        ),
        // Some of the rows, but not all.
        (
            &["dato=14.01.2025", "dato=11.11.2025"][..],
            "current overlaps",
        ),
        // Another activity on the same day.
        (
            &["dato=14.01.2025 | fra=10:00 | aktivitet=Tur"][..],
            "current current",
        ),
    ] {
        check(FormId::Activities, ("", SPRING), ("", newer), expected);
    }
}

#[test]
fn the_other_forms_stand_by_whose_they_are() {
    let rows: &[&str] = &["dato=14.01.2025"];
    let autumn: &[&str] = &["dato=14.10.2025"];
    for (form, older, newer, expected) in [
        (
            FormId::MeetingPlace,
            ("møteplass=Åpen dør", rows),
            ("møteplass=Møteplassen åpen dør", autumn),
            "superseded current",
        ),
        (
            FormId::MeetingPlace,
            ("møteplass=Åpen dør", rows),
            ("møteplass=Kaffestua", autumn),
            "current current",
        ),
        (
            FormId::MeetingPlace,
            ("møteplass=Kaffestua", rows),
            ("møteplass=Kaffistua", rows),
            "superseded current",
        ),
        (
            FormId::MeetingPlace,
            ("møteplass=Kaffestua", rows),
            ("møteplass=Kaffistua", autumn),
            "current current",
        ),
        (
            FormId::Visits,
            ("person=Åse Bråthen", rows),
            ("person=Åse Bråthen", autumn),
            "superseded current",
        ),
        (
            FormId::Visits,
            ("person=Åse Bråthen", rows),
            ("person=Tønnes Moe", rows),
            "current current",
        ),
        (
            FormId::PeerSupporters,
            ("", &["navn=Åse Lie"]),
            ("", &["navn=Åse Lund"]),
            "superseded current",
        ),
        (
            FormId::PeerSupporters,
            ("", &["navn=Åse Lie"]),
            ("år=2024", &["navn=Åse Lund"]),
            "current current",
        ),
    ] {
        check(form, older, newer, expected);
    }
}

#[test]
fn an_unreadable_file_takes_nobodys_place() {
    let mut stage = Stage::new();
    stage.unreadable(FaultKind::Damaged);
    let hearing = stage.hear();
    assert!(
        hearing
            .forms
            .iter()
            .all(|form| form.standing == Standing::Current)
    );
}

#[test]
fn the_older_stands_while_a_person_decides() {
    let mut stage = Stage::new();
    let texts: Vec<_> = SPRING.iter().map(|changes| row(changes)).collect();
    stage.deliver(FormId::Activities, "", &[&texts[0], &texts[1]]);
    stage.deliver(
        FormId::Activities,
        "",
        &[&texts[0], &row("dato=11.11.2025")],
    );
    let hearing = stage.hear();
    let [.., older, newer] = hearing.forms.as_slice() else {
        panic!("two deliveries");
    };
    assert!(older.rows.iter().all(|row| older.in_totals(row)));
    assert!(newer.rows.iter().all(|row| !newer.in_totals(row)));
    let held: Vec<_> = newer.held_by.iter().map(|rule| rule.name).collect();
    assert_eq!(held, ["delivery_overlap"]);
}

#[test]
fn the_better_stands_until_the_adviser_decides() {
    for (decided, expected) in [
        (None, ["counts", "worse_delivery"]),
        (Some(false), ["counts", "superseded"]),
        (Some(true), ["superseded", "counts"]),
    ] {
        let mut stage = Stage::new();
        for rows in [&EVENINGS[..], &EVENINGS[..2]] {
            stage.deliver(FormId::MeetingPlace, "møteplass=Åpen dør", rows);
        }
        if let Some(takes_over) = decided {
            let piece = stage.deliveries.last().unwrap().piece().unwrap();
            stage.decide(Decided::Takeover { piece, takes_over });
        }
        assert_eq!(places(&stage), expected, "{decided:?}");
    }
}

#[test]
fn what_is_no_worse_takes_over_and_settles_the_doubt() {
    let mut stage = Stage::new();
    for rows in [&EVENINGS[..], &EVENINGS[..2], &EVENINGS[..]] {
        stage.deliver(FormId::MeetingPlace, "møteplass=Åpen dør", rows);
    }
    assert_eq!(places(&stage), ["superseded", "superseded", "counts"]);
    // What is excluded gives nothing, so nothing is lost with it.
    let mut stage = Stage::new();
    let excluded = [
        EVENINGS[0],
        "dato=14.02.2025 | deltakere=2 | fra=18:00 | til=20:00",
    ];
    for rows in [&excluded[..], &EVENINGS[..1]] {
        stage.deliver(FormId::MeetingPlace, "møteplass=Åpen dør", rows);
    }
    assert_eq!(places(&stage), ["superseded", "counts"]);
}

#[test]
fn an_unsigned_form_does_not_take_a_signed_ones_place() {
    let mut stage = Stage::new();
    stage.deliver(FormId::MeetingPlace, "møteplass=Åpen dør", &EVENINGS);
    let newer = stage.deliver(FormId::MeetingPlace, "møteplass=Åpen dør", &EVENINGS);
    let report = newer.reading.report.as_mut().unwrap();
    report.signatures[0].evidence = Evidence::None;
    assert_eq!(
        places(&stage),
        ["counts", "signature_missing worse_delivery"]
    );
}

const EVENINGS: [&str; 3] = [
    "dato=14.01.2025 | fra=18:00 | til=20:00 | tema=Sorg | deling=ja | deltakere=7 | leder=Åse Bråthen",
    "dato=21.01.2025 | fra=18:00 | til=20:00 | tema=Savn | deling=ja | deltakere=7 | leder=Åse Bråthen",
    "dato=28.01.2025 | fra=18:00 | til=20:00 | tema=Angst | deling=ja | deltakere=7 | leder=Åse Bråthen",
];

/// What has become of the forms of meeting places.
fn places(stage: &Stage) -> Vec<String> {
    let hearing = stage.hear();
    let forms = hearing
        .forms
        .iter()
        .filter(|form| form.form == Some(FormId::MeetingPlace));
    forms
        .map(|form| match form.standing {
            Standing::Superseded(_) => "superseded".to_owned(),
            Standing::Current if form.held_by.is_empty() => "counts".to_owned(),
            Standing::Current => {
                let names: Vec<_> = form.held_by.iter().map(|rule| rule.name).collect();
                names.join(" ")
            }
        })
        .collect()
}

/// A form's head and the changes of its rows.
type Told<'t> = (&'t str, &'t [&'t str]);

fn check(form: FormId, older: Told<'_>, newer: Told<'_>, expected: &str) {
    let mut stage = Stage::new();
    stage.deliveries.clear();
    for (head, changes) in [older, newer] {
        let texts: Vec<String> = changes
            .iter()
            .map(|changes| {
                if form == FormId::PeerSupporters {
                    (*changes).to_owned()
                } else {
                    row(changes)
                }
            })
            .collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        stage.deliver(form, head, &texts);
    }
    let told: Vec<_> = stage
        .hear()
        .forms
        .iter()
        .map(|form| match form.standing {
            Standing::Superseded(_) => "superseded",
            Standing::Current
                if form
                    .held_by
                    .iter()
                    .any(|rule| rule.name == "delivery_overlap") =>
            {
                "overlaps"
            }
            Standing::Current => "current",
        })
        .collect();
    assert_eq!(told.join(" "), expected, "{older:?} then {newer:?}");
}
