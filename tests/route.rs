//! Folders of files in; ledger, workbook and letters out, story by story.

use samlerapport_ingest::blank::{self, Entry, Filling};
use samlerapport_ingest::{Field, FormId};

use crate::folder::{Folder, address, form_of, sound};

const NAMSOS: (&str, &str) = ("1", "Samtalen Namsos");
const BODO: (&str, &str) = ("2", "Samtalen Bodø");

#[test]
fn two_sound_chapters_are_counted_and_told() {
    let folder = Folder::with(&[NAMSOS, BODO]);
    folder.drop_all(NAMSOS.1, 5);
    folder.drop_all(BODO.1, 3);
    let summary = folder.run();
    let headline = &summary["headline"];
    assert_eq!(summary["files_new"], 8);
    assert_eq!(headline["chapters_counted"], 2);
    assert_eq!(headline["activity_days"], 16);
    assert_eq!(headline["peer_supporters"], 2);
    assert!(folder.inbox().is_empty());
    let workbook = folder.workbook("likepersonsarbeid-2025.xlsx");
    for sheet in ["Sammendrag", "Lag", "Aktiviteter", "Likepersoner", "Kilder"] {
        assert!(workbook.contains_key(sheet), "{sheet} is missing");
    }
    assert_eq!(folder.letters_to(&address("1")).len(), 1);
    assert_eq!(folder.letters_to("okonomi@samtalen.example").len(), 1);
}

#[test]
fn a_run_with_nothing_new_tells_nobody() {
    let folder = Folder::with(&[NAMSOS]);
    folder.drop_all(NAMSOS.1, 2);
    folder.run();
    let letters = folder.letters();
    let again = folder.run();
    assert_eq!(again["letters_queued"], 0);
    assert_eq!(again["workbook_written"], false);
    assert_eq!(again["heard"], 0);
    assert_eq!(folder.letters(), letters);
}

#[test]
fn the_same_bytes_again_are_taken_and_change_nothing() {
    let folder = Folder::with(&[NAMSOS]);
    folder.drop_all(NAMSOS.1, 2);
    let before = folder.run();
    folder.drop_all(NAMSOS.1, 2);
    let after = folder.run();
    assert_eq!(after["files_again"], 4);
    assert_eq!(after["headline"], before["headline"]);
    assert!(folder.inbox().is_empty());
}

#[test]
fn an_unknown_chapter_counts_once_the_register_knows_it() {
    let folder = Folder::with(&[NAMSOS]);
    folder.drop_all(BODO.1, 3);
    assert_eq!(folder.figure("activity_days"), 0);
    assert_eq!(
        folder.ask(&["status"])["unplaced"]
            .as_array()
            .unwrap()
            .len(),
        4
    );
    folder.register(&[NAMSOS, BODO]);
    assert_eq!(folder.figure("activity_days"), 6);
    assert_eq!(folder.figure("chapters_counted"), 1);
}

#[test]
fn nobody_is_told_that_a_leader_is_unknown_while_form_4_is_on_its_way() {
    let settings = crate::folder::SETTINGS.replace("quiet_hours = 0", "quiet_hours = 24");
    let mut folder = Folder::set(&settings, &[NAMSOS]);
    folder.today("2026-05-11");
    folder.drop_file("2.xlsx", &form_of(NAMSOS.1, FormId::MeetingPlace, 3));
    folder.run();
    folder.today("2026-05-12");
    folder.drop_file("4.xlsx", &form_of(NAMSOS.1, FormId::PeerSupporters, 0));
    folder.run();
    assert!(
        folder.letters_to(&address("1")).is_empty(),
        "it was not still yet"
    );
    folder.today("2026-05-14");
    folder.run();
    let letters = folder.letters_to(&address("1"));
    assert_eq!(letters.len(), 1);
    assert!(
        !letters[0].text.contains("står ikke i oversikten"),
        "{}",
        letters[0].text
    );
    assert_eq!(folder.figure("activity_days"), 3);
}

#[test]
fn an_autumn_part_adds_and_a_corrected_whole_replaces() {
    let folder = Folder::with(&[NAMSOS]);
    folder.drop_all(NAMSOS.1, 4);
    assert_eq!(folder.figure("activity_days"), 8);
    let mut autumn = sound(NAMSOS.1, FormId::Activities, 10);
    autumn.rows.drain(..4);
    folder.drop_file(
        "høst.xlsx",
        &blank::write(FormId::Activities, &autumn).unwrap(),
    );
    assert_eq!(folder.figure("activity_days"), 14);
    let mut corrected = sound(NAMSOS.1, FormId::Activities, 11);
    corrected.rows[2].retain(|(field, _)| *field != Field::Theme);
    corrected.rows[2].push((Field::Theme, Entry::text("å be om hjelp")));
    folder.drop_file(
        "rettet.xlsx",
        &blank::write(FormId::Activities, &corrected).unwrap(),
    );
    assert_eq!(folder.figure("activity_days"), 15);
}

#[test]
fn a_joint_arrangement_counts_once_whoever_tells_of_it_first() {
    let at_the_library = |chapter: &str, rows: u32| {
        let mut form = sound(chapter, FormId::Activities, rows);
        for row in &mut form.rows {
            row.retain(|(field, _)| *field != Field::Venue);
            row.push((Field::Venue, Entry::text("Biblioteket i Namsos")));
        }
        blank::write(FormId::Activities, &form).unwrap()
    };
    let folder = Folder::with(&[NAMSOS, BODO]);
    let drop = |chapter: &str, rows: u32| {
        for form in [
            FormId::AnnualReport,
            FormId::MeetingPlace,
            FormId::PeerSupporters,
        ] {
            folder.drop_file(
                &format!("{chapter} {}.xlsx", form.key()),
                &form_of(chapter, form, 1),
            );
        }
        folder.drop_file(
            &format!("{chapter} felles.xlsx"),
            &at_the_library(chapter, rows),
        );
        folder.run()
    };
    let alone = drop(BODO.1, 3);
    let both = drop(NAMSOS.1, 5);
    // Namsos has two days more of its own at the library; what Bodø had counts once.
    assert_eq!(both["headline"]["activity_days"], 1 + 5 + 1);
    assert_eq!(alone["headline"]["activity_days"], 1 + 3);
    for (number, told) in [("1", "regnes hos dere"), ("2", "regnes der")] {
        let letters = folder.letters_to(&address(number));
        assert!(
            letters.iter().any(|letter| letter.text.contains(told)),
            "{letters:?}"
        );
    }
    let again = folder.run();
    assert_eq!(
        (&again["heard"], &again["letters_queued"]),
        (&0.into(), &0.into())
    );
    // Without them Bodø's days are its own again.
    folder.drop_file("rettet.xlsx", &form_of(NAMSOS.1, FormId::Activities, 6));
    assert_eq!(folder.figure("activity_days"), 1 + 6 + 1 + 3);
}

#[test]
fn a_dry_run_changes_nothing() {
    let folder = Folder::with(&[NAMSOS]);
    folder.drop_all(NAMSOS.1, 2);
    let output = folder.command().arg("--dry-run").output().unwrap();
    let summary: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(summary["headline"]["activity_days"], 4);
    assert_eq!(folder.inbox().len(), 4);
    assert!(!folder.dir().join("ledger.sqlite").exists());
    assert!(folder.letters().is_empty());
    assert_eq!(folder.figure("activity_days"), 4);
}

#[test]
fn letters_are_held_until_they_are_released() {
    let held = crate::folder::SETTINGS.replace("release = true", "release = false");
    let folder = Folder::set(&held, &[NAMSOS]);
    folder.drop_all(NAMSOS.1, 2);
    let summary = folder.run();
    assert!(summary["letters_queued"].as_u64().unwrap() > 0);
    assert!(folder.letters().is_empty());
    folder.settings(crate::folder::SETTINGS);
    folder.run();
    assert_eq!(folder.letters_to(&address("1")).len(), 1);
}

#[test]
fn the_submitted_workbook_stands() {
    let mut folder = Folder::with(&[NAMSOS, BODO]);
    folder.drop_all(NAMSOS.1, 2);
    folder.run();
    let submitted = folder.workbook("likepersonsarbeid-2025.xlsx");
    let settings = crate::folder::SETTINGS.replace(
        "deadline = 2026-05-31",
        "deadline = 2026-05-31\nsubmitted = 2026-09-10",
    );
    folder.settings(&settings);
    folder.today("2026-09-14");
    folder.drop_all(BODO.1, 2);
    folder.run();
    assert_eq!(folder.workbook("likepersonsarbeid-2025.xlsx"), submitted);
    let after = folder.workbook("likepersonsarbeid-2025-etter-innsending.xlsx");
    assert_ne!(after["Aktiviteter"], submitted["Aktiviteter"]);
}

#[test]
fn one_run_at_a_time() {
    let folder = Folder::with(&[NAMSOS]);
    let lock = std::fs::File::create(folder.dir().join("ledger.lock")).unwrap();
    lock.lock().unwrap();
    let refused = folder.command().output().unwrap();
    assert_eq!(refused.status.code(), Some(2));
    drop(lock);
    folder.run();
}

#[test]
fn a_figure_leads_back_to_its_rows_and_a_file_on_to_its_fate() {
    let folder = Folder::with(&[NAMSOS]);
    folder.drop_all(NAMSOS.1, 3);
    folder.run();
    let days = folder.ask(&["trace", "--figure", "activity-days"]);
    let counted: u64 = days
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["counts"].as_u64().unwrap())
        .sum();
    assert_eq!(counted, 6);
    let file = folder.ask(&["trace", "--file", "Samtalen Namsos aktiviteter.xlsx"]);
    let rows = file.as_array().unwrap();
    assert_eq!(rows[0]["fate"], "accepted");
    assert_eq!(rows.len(), 4);
}

#[test]
fn another_basis_year_leaves_last_years_forms_alone() {
    let folder = Folder::with(&[NAMSOS]);
    folder.drop_all(NAMSOS.1, 2);
    folder.run();
    folder.settings(&crate::folder::SETTINGS.replace("basis = 2025", "basis = 2026"));
    let next = folder.run();
    assert_eq!(next["headline"]["rows_held"], 0);
    assert_eq!(next["headline"]["chapters_delivered"], 0);
}

#[test]
fn a_held_letter_goes_to_the_address_that_holds_when_it_leaves() {
    let held = crate::folder::SETTINGS.replace("release = true", "release = false");
    let folder = Folder::set(&held, &[NAMSOS]);
    folder.drop_all(NAMSOS.1, 2);
    folder.run();
    let mut register = crate::folder::register(&[NAMSOS]);
    register.chapters[0].email = Some("ny@samtalen.example".to_owned());
    let bytes = samlerapport_ingest::write_register(&register).unwrap();
    std::fs::write(folder.dir().join("register.xlsx"), bytes).unwrap();
    folder.settings(crate::folder::SETTINGS);
    folder.run();
    assert!(folder.letters_to(&address("1")).is_empty());
    assert_eq!(folder.letters_to("ny@samtalen.example").len(), 1);
}

#[test]
fn a_workbook_that_cannot_be_replaced_keeps_no_letter_back() {
    let folder = Folder::with(&[NAMSOS]);
    folder.drop_all(NAMSOS.1, 2);
    // A folder stands where the workbook should go.
    let workbook = folder.dir().join("out/likepersonsarbeid-2025.xlsx");
    std::fs::create_dir_all(workbook.join("opptatt")).unwrap();
    let failed = folder.command().output().unwrap();
    assert_eq!(failed.status.code(), Some(2));
    assert_eq!(folder.letters_to(&address("1")).len(), 1);
    std::fs::remove_dir_all(&workbook).unwrap();
    assert_eq!(folder.figure("activity_days"), 4);
    assert_eq!(folder.letters_to(&address("1")).len(), 1);
}

#[test]
fn a_mail_server_that_is_away_costs_no_letter() {
    let away = crate::folder::SETTINGS.replace(
        "release = true",
        "release = true\nserver = \"127.0.0.1\"\nport = 9\nsecurity = \"none\"",
    );
    let folder = Folder::set(&away, &[NAMSOS]);
    folder.drop_all(NAMSOS.1, 2);
    let summary = folder.run();
    assert_eq!(summary["letters_sent"], 0);
    folder.settings(crate::folder::SETTINGS);
    folder.run();
    assert_eq!(folder.letters_to(&address("1")).len(), 1);
}

#[test]
fn a_large_change_from_last_year_is_explained_to_finance() {
    let mut folder = Folder::with(&[NAMSOS]);
    folder.drop_all(NAMSOS.1, 12);
    folder.run();
    folder.today("2027-06-01");
    let settings = crate::folder::SETTINGS.replace("basis = 2025", "basis = 2026");
    folder.settings(&settings.replace("2026-05-31", "2027-05-31"));
    for form in [
        FormId::AnnualReport,
        FormId::MeetingPlace,
        FormId::Activities,
        FormId::PeerSupporters,
    ] {
        let next = a_year_later(sound(NAMSOS.1, form, 4));
        folder.drop_file(form.key(), &blank::write(form, &next).unwrap());
    }
    let changes = |folder: &Folder| {
        folder.run();
        folder.workbook("likepersonsarbeid-2026.xlsx")["Endringer"].concat()
    };
    let told = changes(&folder);
    assert!(
        told.contains(&"24".to_owned()) && told.contains(&"8".to_owned()),
        "{told:?}"
    );
    assert!(told.iter().any(|cell| cell.contains("spurt")), "{told:?}");
    let letters = folder.letters_to(&address("1"));
    let asked = "8 aktivitetsdager i år, mot 24 i fjor";
    assert!(letters.last().unwrap().text.contains(asked), "{letters:?}");
    let mut answered = a_year_later(sound(NAMSOS.1, FormId::AnnualReport, 0));
    let reason = "Huset var stengt hele høsten.";
    answered
        .fields
        .push((Field::ChangeReason, Entry::text(reason)));
    folder.drop_file(
        "svar.xlsx",
        &blank::write(FormId::AnnualReport, &answered).unwrap(),
    );
    let told = changes(&folder);
    assert!(told.contains(&reason.to_owned()), "{told:?}");
}

fn a_year_later(mut form: Filling) -> Filling {
    form.basis_year += 1;
    let later = |entry: &mut Entry| match entry {
        Entry::Number(year) if (*year - 2025.0).abs() < 0.5 => *year += 1.0,
        Entry::Date(day) => *day = *day + chrono::Days::new(364),
        Entry::Text(text) => *text = text.replace("2026", "2027").replace("2025", "2026"),
        Entry::Number(_) | Entry::Time(_) => {}
    };
    let rows = form.rows.iter_mut().flatten().chain(&mut form.fields);
    rows.for_each(|(_, entry)| later(entry));
    let blocks = form.signatures.iter_mut();
    blocks
        .filter_map(|block| block.date.as_mut())
        .for_each(later);
    form
}
