//! Workbooks that were spoiled while they were filled in: nothing is guessed, and nothing
//! is passed over in silence.

use super::desk::left;
use super::*;

/// A folder with two waiting rows, and their keys.
fn waiting() -> (Folder, [String; 2]) {
    let mut two = NOBODY_SAID.to_vec();
    two.push((3, Field::Participants, ""));
    let folder = folder_with(&activities(5, &two));
    assert_eq!(folder.figure("activity_days"), 4);
    let keys = [2, 3].map(|nth| line_with(&folder, &format!("Samtalegruppe nummer {nth}")));
    (folder, keys)
}

/// What the adviser is told of a workbook that decides nothing: by the run, by the letter.
fn told_of(folder: &Folder, bytes: &[u8]) -> String {
    folder.drop_file("svar.xlsx", bytes);
    let summary = folder.run();
    assert_eq!(summary["decisions_taken"], 0, "{summary}");
    assert_eq!(summary["headline"]["activity_days"], 4);
    let letters = folder.letters_to("randi@samtalen.example");
    let letter = flat(&letters.last().unwrap().text);
    let told = left(&summary);
    for words in &told {
        assert!(letter.contains(words), "{words}: {letter}");
    }
    told.join("\n")
}

#[test]
fn a_heading_that_was_changed_is_told() {
    let (folder, [key, _]) = waiting();
    let line = [(key.as_str(), "Medregnes", "Laget sier fem.")];
    let changed = desk::saved(&folder, &line, |row| {
        for cell in row.iter_mut().filter(|cell| *cell == "Begrunnelse") {
            *cell = "Kommentar".to_owned();
        }
    });
    let told = told_of(&folder, &changed);
    let words = "Vi fant ikke kolonnen «Begrunnelse» i arket «Rader»";
    assert!(told.contains(words), "{told}");
}

#[test]
fn a_column_of_keys_that_was_deleted_is_told() {
    let (folder, [key, _]) = waiting();
    let line = [(key.as_str(), "Medregnes", "Laget sier fem.")];
    let deleted = desk::saved(&folder, &line, |row| {
        let is_of_rows = |cell: &String| cell.starts_with("rad|");
        if row.iter().any(is_of_rows) || row.iter().any(|cell| cell == "Dette skrev laget") {
            let is_key = |cell: &&mut String| cell.starts_with("rad|") || *cell == "Nøkkel";
            row.iter_mut().filter(is_key).for_each(String::clear);
        }
    });
    let told = told_of(&folder, &deleted);
    let words = "Vi fant ikke kolonnen «Nøkkel» i arket «Rader»";
    assert!(told.contains(words), "{told}");
}

#[test]
fn lines_sorted_without_their_hidden_keys_are_not_taken() {
    let (folder, [one, other]) = waiting();
    let sorted = desk::remade(&folder, |columns, rows| {
        let Some(columns) = columns else { return };
        let at = |key: &str| rows.iter().position(|row| row[columns.key] == key);
        let (Some(one), Some(other)) = (at(&one), at(&other)) else {
            return;
        };
        rows[one][columns.answer] = "Medregnes".to_owned();
        rows[one][columns.reason] = "Laget sier fem.".to_owned();
        let hidden = rows[one].split_off(columns.key);
        let others = rows[other].split_off(columns.key);
        rows[one].extend(others);
        rows[other].extend(hidden);
    });
    let told = told_of(&folder, &sorted);
    assert!(told.contains("Linjen er flyttet eller endret"), "{told}");
}

#[test]
fn a_complaint_names_the_row_of_the_form() {
    let (folder, [key, _]) = waiting();
    let told = told_of(&folder, &answered(&folder, &key, "Medregnes", ""));
    let words = "Samtalen Namsos, aktiviteter.xlsx, Aktiviteter, rad ";
    assert!(told.starts_with(words), "{told}");
}

#[test]
fn who_doubts_has_not_decided() {
    let (folder, [key, _]) = waiting();
    let doubt = answered(&folder, &key, "Medregnes?", "Litt usikker.");
    let told = told_of(&folder, &doubt);
    assert!(told.contains("ikke et av ordene i listen"), "{told}");
}
