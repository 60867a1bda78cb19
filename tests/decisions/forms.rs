//! Decisions about whole forms: signature seen, whose it is, which of two stands.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

#[test]
fn a_signature_that_was_seen_lets_the_chapter_count() {
    let settings = SETTINGS.replace("confirmed = false", "confirmed = true");
    let folder = Folder::set(&settings, &[NAMSOS]);
    folder.drop_all(NAMSOS.1, 2);
    assert_eq!(folder.figure("chapters_counted"), 0);
    let key = line_with(&folder, "Årsrapport");
    let seen = answered(&folder, &key, "Signatur sett", "Sett på papiret.");
    folder.drop_file("svar fra Randi.xlsx", &seen);
    let summary = folder.run();
    assert_eq!(summary["decisions_taken"], 1);
    assert_eq!(summary["headline"]["chapters_counted"], 1);
    assert!(folder.inbox().is_empty());
    // It is nobody's delivery.
    let unplaced = folder.ask(&["status"])["unplaced"].clone();
    assert_eq!(unplaced.as_array().unwrap().len(), 0);
    // It can be taken back.
    let refused = answered(
        &folder,
        &key,
        "Signatur ikke godtatt",
        "Det var et stempel.",
    );
    folder.drop_file("svar 2.xlsx", &refused);
    assert_eq!(folder.figure("chapters_counted"), 0);
}

#[test]
fn a_worse_form_waits_until_the_adviser_lets_it_take_over() {
    let folder = Folder::with(&[NAMSOS]);
    folder.drop_all(NAMSOS.1, 3);
    let before = folder.figure("activity_days");
    let fewer = form_of(NAMSOS.1, FormId::MeetingPlace, 2);
    folder.drop_file("færre kvelder.xlsx", &fewer);
    assert_eq!(folder.figure("activity_days"), before);
    let letters = folder.letters_to(&address("1"));
    let last = &letters.last().unwrap().text;
    assert!(last.contains("Det eldre gjelder til rådgiveren"), "{last}");
    let key = line_with(&folder, "færre kvelder.xlsx");
    let takes_over = answered(&folder, &key, "Det nye gjelder", "En kveld ble avlyst.");
    folder.drop_file("a.xlsx", &takes_over);
    assert_eq!(folder.figure("activity_days"), before - 1);
    // The line stands with its answer, and can be turned.
    let cells = lines(&folder)[&key].join("|");
    assert!(
        cells.ends_with("Det nye gjelder|En kveld ble avlyst."),
        "{cells}"
    );
    let stays_out = answered(&folder, &key, "Det eldre gjelder", "Den ble holdt likevel.");
    folder.drop_file("b.xlsx", &stays_out);
    assert_eq!(folder.figure("activity_days"), before);
}

#[test]
fn an_unknown_chapter_is_placed() {
    let folder = Folder::with(&[NAMSOS, BODO]);
    let form = form_of("Vennegjengen", FormId::MeetingPlace, 3);
    folder.drop_file("ukjent.xlsx", &form);
    folder.drop_file(
        "4.xlsx",
        &form_of("Vennegjengen", FormId::PeerSupporters, 0),
    );
    folder.run();
    let unplaced = lines(&folder).into_iter();
    let unplaced = unplaced.filter(|(key, _)| key.starts_with("lag|"));
    for (nth, (key, cells)) in unplaced.enumerate() {
        assert!(cells[0].contains("Vennegjengen"), "{cells:?}");
        let placed = answered(&folder, &key, "2 – Samtalen Bodø", "Nytt navn.");
        folder.drop_file(&format!("svar {nth}.xlsx"), &placed);
    }
    assert_eq!(folder.figure("activity_days"), 3);
}

#[test]
fn a_form_of_a_chapter_that_has_left_the_register_is_placed_anew() {
    let folder = Folder::with(&[NAMSOS, BODO]);
    let form = form_of("Vennegjengen", FormId::MeetingPlace, 3);
    folder.drop_file("ukjent.xlsx", &form);
    folder.run();
    let key = line_with(&folder, "Vennegjengen");
    let first = answered(&folder, &key, "2 – Samtalen Bodø", "Nytt navn.");
    folder.drop_file("a.xlsx", &first);
    folder.run();
    folder.register(&[NAMSOS]);
    folder.run();
    let key = line_with(&folder, "Vennegjengen");
    let again = answered(&folder, &key, "1 – Samtalen Namsos", "Slått sammen.");
    folder.drop_file("b.xlsx", &again);
    assert_eq!(folder.run()["decisions_taken"], 1);
}

/// The same form of several chapters in one archive.
fn packed(forms: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in forms {
        let options = SimpleFileOptions::default();
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn each_form_in_an_archive_has_its_own_decision() {
    let settings = SETTINGS.replace("confirmed = false", "confirmed = true");
    let folder = Folder::set(&settings, &[NAMSOS, BODO]);
    let report = |chapter| form_of(chapter, FormId::AnnualReport, 0);
    let all = packed(&[
        ("Namsos/årsrapport.xlsx", report(NAMSOS.1)),
        ("Bodø/årsrapport.xlsx", report(BODO.1)),
    ]);
    folder.drop_file("alle lag.zip", &all);
    assert_eq!(folder.figure("chapters_counted"), 0);
    let key = line_with(&folder, NAMSOS.1);
    assert_ne!(key, line_with(&folder, BODO.1));
    let seen = answered(&folder, &key, "Signatur sett", "Sett på papiret.");
    folder.drop_file("a.xlsx", &seen);
    assert_eq!(folder.figure("chapters_counted"), 1);
    let bodo = line_with(&folder, BODO.1);
    assert!(lines(&folder)[&bodo].last().unwrap().is_empty());
    let seen = answered(&folder, &bodo, "Signatur sett", "Sett på papiret.");
    folder.drop_file("b.xlsx", &seen);
    assert_eq!(folder.figure("chapters_counted"), 2);
}

#[test]
fn each_unknown_form_in_an_archive_is_placed_by_itself_and_can_be_taken_back() {
    let folder = Folder::with(&[NAMSOS, BODO]);
    let all = packed(&[
        ("1.xlsx", under_another_name(BODO.1, "Vennegjengen", 3)),
        ("2.xlsx", under_another_name(NAMSOS.1, "Onsdagsklubben", 5)),
    ]);
    folder.drop_file("to lag.zip", &all);
    for (number, chapter) in [("2", BODO.1), ("1", NAMSOS.1)] {
        let supporters = form_of(chapter, FormId::PeerSupporters, 0);
        folder.drop_file(&format!("{number}.xlsx"), &supporters);
    }
    assert_eq!(folder.figure("activity_days"), 0);
    let (one, other) = (
        line_with(&folder, "Vennegjengen"),
        line_with(&folder, "Onsdagsklubben"),
    );
    assert_ne!(one, other);
    let placed = desk::filled(
        &folder,
        &[
            (&one, "2 – Samtalen Bodø", "Nytt navn."),
            (&other, "1 – Samtalen Namsos", "Nytt navn."),
        ],
    );
    folder.drop_file("a.xlsx", &placed);
    assert_eq!(folder.run()["decisions_taken"], 2);
    let days = |name: &str| {
        let status = folder.ask(&["status"]);
        let chapters = status["chapters"].as_array().unwrap().clone();
        let chapter = chapters.iter().find(|chapter| chapter["name"] == name);
        chapter.unwrap()["activity_days"].as_u64().unwrap()
    };
    assert_eq!((days(BODO.1), days(NAMSOS.1)), (3, 5));
    // The line stands with the chapters that were chosen, and can be cleared.
    let cleared = desk::filled(&folder, &[(&one, "", "")]);
    folder.drop_file("b.xlsx", &cleared);
    assert_eq!(folder.run()["decisions_taken_back"], 1);
    assert!(lines(&folder)[&one].last().unwrap().is_empty());
    assert_eq!((days(BODO.1), days(NAMSOS.1)), (0, 5));
}

/// Form 2 of a chapter that calls itself something else.
fn under_another_name(chapter: &str, name: &str, rows: u32) -> Vec<u8> {
    let mut filling = sound(chapter, FormId::MeetingPlace, rows);
    filling
        .fields
        .retain(|(field, _)| *field != Field::ChapterName);
    filling.fields.push((Field::ChapterName, Entry::text(name)));
    blank::write(FormId::MeetingPlace, &filling).unwrap()
}
