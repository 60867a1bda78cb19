//! Copies of the decision workbook that meet: an old one, two at the same time.

use super::desk::left;
use super::*;

const COUNTS: &str = "Medregnes";
const AGAINST: &str = "Medregnes ikke";

/// A folder with one waiting row, and its key.
fn waiting() -> (Folder, String) {
    let folder = folder_with(&activities(4, NOBODY_SAID));
    assert_eq!(folder.figure("activity_days"), 4);
    let key = line_with(&folder, "Samtalegruppe nummer 2");
    (folder, key)
}

#[test]
fn an_old_copy_saved_again_undoes_nothing_and_is_told() {
    let (folder, key) = waiting();
    let old = answered(&folder, &key, COUNTS, "Laget sier fem.");
    let saved_again = answered(&folder, &key, COUNTS, "Laget sier fem. ");
    folder.drop_file("a.xlsx", &old);
    assert_eq!(folder.figure("activity_days"), 5);
    let shows_it = desk::filled(&folder, &[]);
    let against = answered(&folder, &key, AGAINST, "Bare to kom likevel.");
    folder.drop_file("b.xlsx", &against);
    assert_eq!(folder.figure("activity_days"), 4);
    folder.drop_file("gammel.xlsx", &saved_again);
    let summary = folder.run();
    assert_eq!(summary["headline"]["activity_days"], 4);
    assert_eq!(summary["decisions_taken"], 0);
    let told = left(&summary);
    assert_eq!(told.len(), 1, "{told:?}");
    for words in [
        "ble avgjort etter at filen ble skrevet",
        AGAINST,
        "Randi Ås, 1.6.2026",
    ] {
        assert!(told[0].contains(words), "{words}: {told:?}");
    }
    // In a copy that shows the first answer, nobody has touched the line.
    folder.drop_file("gammel, urørt.xlsx", &shows_it);
    let summary = folder.run();
    assert_eq!(summary["headline"]["activity_days"], 4);
    assert!(left(&summary).is_empty(), "{summary}");
}

#[test]
fn an_old_copy_does_not_bring_back_what_was_taken_back() {
    let (folder, key) = waiting();
    let old = answered(&folder, &key, COUNTS, "Laget sier fem.");
    let saved_again = answered(&folder, &key, COUNTS, "Laget sier fem. ");
    folder.drop_file("a.xlsx", &old);
    assert_eq!(folder.figure("activity_days"), 5);
    folder.drop_file("b.xlsx", &answered(&folder, &key, "", ""));
    assert_eq!(folder.figure("activity_days"), 4);
    folder.drop_file("gammel.xlsx", &saved_again);
    let summary = folder.run();
    assert_eq!(summary["headline"]["activity_days"], 4);
    let told = left(&summary);
    assert!(told[0].contains("ble trukket tilbake"), "{told:?}");
    // The line of today can be answered.
    let anew = answered(&folder, &key, COUNTS, "Laget sier fem.");
    folder.drop_file("c.xlsx", &anew);
    assert_eq!(folder.figure("activity_days"), 5);
}

#[test]
fn two_who_answer_differently_in_one_run_are_told() {
    let (folder, key) = waiting();
    let one = answered(&folder, &key, COUNTS, "Laget sier fem.");
    let other = answered(&folder, &key, AGAINST, "Bare to kom.");
    let agrees = answered(&folder, &key, COUNTS, "Jeg ringte.");
    folder.drop_file("1 Kari.xlsx", &one);
    folder.drop_file("2 Ola.xlsx", &other);
    folder.drop_file("3 Per.xlsx", &agrees);
    let summary = folder.run();
    assert_eq!(summary["headline"]["activity_days"], 5);
    assert_eq!(summary["decisions_taken"], 1);
    let told = left(&summary);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("ble avgjort etter"), "{told:?}");
}

#[test]
fn one_line_answered_twice_in_one_workbook_is_not_taken() {
    let (folder, key) = waiting();
    let twice = |answer: &str| {
        desk::remade(&folder, |columns, rows| {
            let Some(columns) = columns else { return };
            let Some(at) = rows.iter().position(|row| row[columns.key] == key) else {
                return;
            };
            for (answer, reason) in [(answer, "Bare to kom."), (COUNTS, "Laget sier fem.")] {
                let mut row = rows[at].clone();
                row[columns.answer] = answer.to_owned();
                row[columns.reason] = reason.to_owned();
                rows.push(row);
            }
        })
    };
    folder.drop_file("a.xlsx", &twice(AGAINST));
    let summary = folder.run();
    assert_eq!(summary["headline"]["activity_days"], 4);
    let told = left(&summary);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("med forskjellige svar"), "{told:?}");
    // Twice the same is the same.
    folder.drop_file("b.xlsx", &twice(COUNTS));
    let summary = folder.run();
    assert_eq!(summary["headline"]["activity_days"], 5);
    assert!(left(&summary).is_empty(), "{summary}");
}

#[test]
fn one_workbook_does_not_wipe_out_what_is_to_be_told_of_another() {
    let (folder, key) = waiting();
    folder.drop_file("1 Kari.xlsx", &answered(&folder, &key, COUNTS, ""));
    folder.drop_file("2 Ola.xlsx", &desk::filled(&folder, &[]));
    folder.run();
    let told = format!("{:?}", folder.workbook(BOOK)["Skjemaer"]);
    assert!(told.contains("Begrunnelsen mangler"), "{told}");
    let letters = folder.letters_to("randi@samtalen.example");
    let told = flat(&letters.last().unwrap().text);
    assert!(told.contains("Begrunnelsen mangler"), "{told}");
    // The next workbook is another matter.
    folder.drop_file(
        "3 Ola.xlsx",
        &desk::saved(&folder, &[], |row| row.push(String::new())),
    );
    folder.run();
    let told = format!("{:?}", folder.workbook(BOOK)["Skjemaer"]);
    assert!(!told.contains("Begrunnelsen mangler"), "{told}");
}

#[test]
fn the_workbook_of_last_year_decides_nothing_and_the_adviser_is_told() {
    let (mut folder, key) = waiting();
    let old = answered(&folder, &key, COUNTS, "Laget sier fem.");
    let next = SETTINGS.replace("basis = 2025", "basis = 2026");
    folder.settings(&next.replace("2026-05-31", "2027-05-31"));
    folder.today("2027-04-01");
    folder.run();
    folder.drop_file("i fjor.xlsx", &old);
    let summary = folder.run();
    assert_eq!(summary["decisions_taken"], 0);
    let told = left(&summary);
    assert!(told[0].contains("avklaringsboken for 2025"), "{told:?}");
    let letters = folder.letters_to("randi@samtalen.example");
    let told = flat(&letters.last().unwrap().text);
    assert!(told.contains("avklaringsboken for 2025"), "{told}");
}
