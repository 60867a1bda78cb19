//! The decision workbook itself: told of, filled in by others, left alone, written again.

use std::path::Path;
use std::process::Command;

use super::*;
use crate::folder::said;

#[test]
fn the_adviser_is_told_of_the_workbook_and_how_much_waits() {
    let settings = SETTINGS.replace("confirmed = false", "confirmed = true");
    let folder = Folder::set(&settings, &[NAMSOS]);
    folder.drop_all(NAMSOS.1, 1);
    let mut two = NOBODY_SAID.to_vec();
    two.push((3, Field::Participants, ""));
    folder.drop_file("aktiviteter.xlsx", &activities(5, &two));
    let stranger = form_of("Vennegjengen", FormId::MeetingPlace, 3);
    folder.drop_file("ukjent.xlsx", &stranger);
    folder.run();
    let letters = folder.letters_to("randi@samtalen.example");
    let told = flat(&letters.last().unwrap().text);
    let path = folder.dir().join("out").join(BOOK);
    for words in [
        "2 skjemaer og 2 rader venter på svar fra deg.",
        &path.display().to_string(),
        "Velg en avgjørelse og skriv hvorfor på hver linje",
        &folder.dir().join("inbox").display().to_string(),
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    // The workbook says the same of itself.
    let sheets = folder.workbook(BOOK);
    for sheet in ["Skjemaer", "Rader"] {
        let headings: Vec<&String> = sheets[sheet].iter().map(|row| &row[0]).collect();
        let heading = "Til avklaring (2)".to_owned();
        assert!(headings.contains(&&heading), "{sheet}: {headings:?}");
    }
}

#[test]
fn what_says_too_little_is_told_and_not_guessed() {
    let folder = folder_with(&activities(4, NOBODY_SAID));
    folder.run();
    let key = line_with(&folder, "Samtalegruppe nummer 2");
    folder.drop_file("a.xlsx", &answered(&folder, &key, "Medregnes", ""));
    let summary = folder.run();
    assert_eq!(summary["headline"]["activity_days"], 4);
    let left = summary["decisions_left"][0].as_str().unwrap();
    assert!(left.contains("Begrunnelsen mangler"), "{left}");
    let told = format!("{:?}", folder.workbook(BOOK)["Skjemaer"]);
    assert!(told.contains("Begrunnelsen mangler"), "{told}");
}

#[test]
fn a_workbook_that_is_being_filled_in_is_left_alone() {
    let folder = folder_with(&activities(4, NOBODY_SAID));
    folder.run();
    let key = line_with(&folder, "Samtalegruppe nummer 2");
    let path = folder.dir().join("out").join(BOOK);
    let filled = answered(&folder, &key, "Medregnes", "Laget sier fem.");
    fs::write(&path, &filled).unwrap();
    folder.drop_file("ny.xlsx", &activities(6, NOBODY_SAID));
    let summary = folder.run();
    assert_eq!(fs::read(&path).unwrap(), filled);
    assert!(summary["decision_books_filled"][0].is_string());
    let letters = folder.letters_to("randi@samtalen.example");
    let told = flat(&letters.last().unwrap().text);
    let words = "Vi skriver den ikke på nytt før det er gjort";
    assert!(told.contains(words) && !told.contains("Alt står i denne filen"));
    folder.drop_file(BOOK, &filled);
    assert_eq!(folder.figure("activity_days"), 7);
    assert_ne!(fs::read(&path).unwrap(), filled);
    let letters = folder.letters_to("randi@samtalen.example");
    assert!(!flat(&letters.last().unwrap().text).contains(words));
}

#[test]
fn a_run_with_nothing_new_writes_the_same_workbook() {
    let folder = folder_with(&activities(4, STAND));
    folder.run();
    let path = folder.dir().join("out").join(BOOK);
    let before = fs::read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    folder.run();
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_line_that_was_cleared_is_open_again() {
    let folder = folder_with(&activities(4, NOBODY_SAID));
    folder.run();
    let key = line_with(&folder, "Samtalegruppe nummer 2");
    let blank = desk::filled(&folder, &[]);
    let counts = answered(&folder, &key, "Medregnes", "Laget sier fem.");
    folder.drop_file("a.xlsx", &counts);
    assert_eq!(folder.figure("activity_days"), 5);
    // An older copy, in which the line was never answered, takes nothing back; nor does
    // one that shows the answer as it stands.
    folder.drop_file("gammel kopi.xlsx", &blank);
    folder.drop_file("ny kopi.xlsx", &desk::filled(&folder, &[]));
    let summary = folder.run();
    assert_eq!(summary["decision_files"], 2);
    assert_eq!(summary["decisions_taken"], 0);
    assert_eq!(summary["decisions_taken_back"], 0);
    assert_eq!(summary["headline"]["activity_days"], 5);
    let cleared = answered(&folder, &key, "", "");
    let path = folder.dir().join("tømt.xlsx");
    fs::write(&path, &cleared).unwrap();
    let told = folder.ask(&["check", path.to_str().unwrap()]);
    assert_eq!(told["decisions"][0]["taken_back"], 1, "{told}");
    assert_eq!(told["decisions"][0]["left"].as_array().unwrap().len(), 0);
    folder.drop_file("tømt.xlsx", &cleared);
    let summary = folder.run();
    assert_eq!(summary["decisions_taken_back"], 1);
    assert_eq!(summary["headline"]["activity_days"], 4);
    assert!(lines(&folder)[&key].last().unwrap().is_empty());
    // The line is open, and the copy that showed the answer does not bring it back.
    let headings = format!("{:?}", folder.workbook(BOOK)["Rader"]);
    assert!(headings.contains("Til avklaring (1)"), "{headings}");
    folder.drop_file("a igjen.xlsx", &desk::filled(&folder, &[]));
    assert_eq!(folder.figure("activity_days"), 4);
}

#[test]
fn a_line_that_was_decided_anew_is_not_cleared_by_an_older_copy() {
    let folder = folder_with(&activities(4, NOBODY_SAID));
    folder.run();
    let key = line_with(&folder, "Samtalegruppe nummer 2");
    let asked = answered(&folder, &key, "Spør laget", "Hvor mange kom?");
    folder.drop_file("a.xlsx", &asked);
    folder.run();
    let cleared = answered(&folder, &key, "", "");
    let counts = answered(&folder, &key, "Medregnes", "Laget sier fem.");
    folder.drop_file("b.xlsx", &counts);
    assert_eq!(folder.figure("activity_days"), 5);
    folder.drop_file("c.xlsx", &cleared);
    let summary = folder.run();
    assert_eq!(summary["headline"]["activity_days"], 5);
    let left = summary["decisions_left"][0].as_str().unwrap();
    assert!(left.contains("ble avgjort etter"), "{left}");
}

const NOT_USED: &str = "ble ikke tatt i bruk";

#[test]
fn a_workbook_that_is_not_ours_decides_nothing_and_the_adviser_is_told() {
    let folder = folder_with(&activities(4, NOBODY_SAID));
    folder.run();
    let key = line_with(&folder, "Samtalegruppe nummer 2");
    let line = [(key.as_str(), "Medregnes", "Laget sier fem.")];
    // As long as the mark, and not the mark.
    let forged = desk::saved(&folder, &line, |row| {
        for cell in row.iter_mut().filter(|cell| cell.len() == 64) {
            *cell = "0".repeat(64);
        }
    });
    folder.drop_file("fra noen.xlsx", &forged);
    let summary = folder.run();
    assert_eq!(summary["headline"]["activity_days"], 4);
    assert_eq!(summary["decisions_taken"], 0);
    let left = summary["decisions_left"][0].as_str().unwrap();
    assert!(
        left.contains(NOT_USED) && left.contains("fra noen.xlsx"),
        "{left}"
    );
    let letters = folder.letters_to("randi@samtalen.example");
    let told = flat(&letters.last().unwrap().text);
    assert!(told.contains(NOT_USED), "{told}");
    let told = format!("{:?}", folder.workbook(BOOK)["Skjemaer"]);
    assert!(told.contains(NOT_USED), "{told}");
    // Told once, and not again by a run with nothing new.
    let before = folder.letters().len();
    folder.run();
    assert_eq!(folder.letters().len(), before);
    // The real one is obeyed, and the complaint is gone.
    folder.drop_file("a.xlsx", &desk::filled(&folder, &line));
    assert_eq!(folder.figure("activity_days"), 5);
    let told = format!("{:?}", folder.workbook(BOOK)["Skjemaer"]);
    assert!(!told.contains(NOT_USED), "{told}");
}

#[test]
fn the_workbook_of_another_installation_is_not_ours() {
    let [folder, other] = [(), ()].map(|()| {
        let folder = folder_with(&activities(4, NOBODY_SAID));
        folder.run();
        folder
    });
    let key = line_with(&folder, "Samtalegruppe nummer 2");
    let theirs = answered(&other, &key, "Medregnes", "Laget sier fem.");
    folder.drop_file("a.xlsx", &theirs);
    assert_eq!(folder.figure("activity_days"), 4);
}

#[test]
#[ignore = "needs soffice"]
fn libreoffice_keeps_the_mark() {
    for format in ["xlsx", "ods", "xls"] {
        let folder = folder_with(&activities(4, NOBODY_SAID));
        folder.run();
        let key = line_with(&folder, "Samtalegruppe nummer 2");
        let filled = folder.dir().join("svar.xlsx");
        fs::write(
            &filled,
            answered(&folder, &key, "Medregnes", "Laget sier fem."),
        )
        .unwrap();
        let home = format!(
            "-env:UserInstallation=file://{}",
            folder.dir().join("lo").display()
        );
        let output = Command::new("soffice")
            .args([&home, "--headless", "--convert-to", format, "--outdir"])
            .arg(folder.dir().join("inbox"))
            .arg(&filled)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", said(&output));
        let summary = folder.run();
        assert_eq!(
            summary["headline"]["activity_days"], 5,
            "{format}: {summary}"
        );
    }
}

#[test]
#[ignore = "needs python3 with openpyxl"]
fn another_program_fills_it_in() {
    let settings = SETTINGS.replace("confirmed = false", "confirmed = true");
    let folder = Folder::set(&settings, &[NAMSOS]);
    folder.drop_all(NAMSOS.1, 1);
    let mut changes = NOBODY_SAID.to_vec();
    changes.extend([
        (3, Field::Title, "Stand på torget"),
        (3, Field::Type, "stand"),
        (4, Field::Participants, ""),
    ]);
    folder.drop_file("aktiviteter.xlsx", &activities(6, &changes));
    let before = folder.run();
    assert_eq!(before["headline"]["chapters_counted"], 0);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/decisions.py");
    let output = Command::new("python3")
        .arg(script)
        .arg(folder.dir().join("out").join(BOOK))
        .arg(folder.dir().join("inbox/fra rådgiver.xlsx"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", said(&output));
    let after = folder.run();
    assert_eq!(after["decisions_taken"], 4, "{after}");
    assert_eq!(after["decisions_left"].as_array().unwrap().len(), 0);
    assert_eq!(after["headline"]["chapters_counted"], 1);
    let days = |summary: &serde_json::Value| summary["headline"]["activity_days"].as_u64();
    assert_eq!(days(&after), days(&before).map(|days| days + 2));
    let letters = folder.letters_to(&address("1"));
    let last = &letters.last().unwrap().text;
    assert!(last.contains("Rådgiveren spør om raden"), "{last}");
    let trace = folder
        .ask(&["trace", "--file", "aktiviteter.xlsx"])
        .to_string();
    assert!(
        trace.contains("Medregnet: Randi Ås avgjorde det"),
        "{trace}"
    );
}
