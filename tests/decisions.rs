//! An adviser fills in the decision workbook, and figures, letters and trace follow.

use std::fs;

use samlerapport_ingest::blank::{self, Entry};
use samlerapport_ingest::{Field, FormId};

use crate::folder::{Folder, SETTINGS, address, form_of, sound};

mod book;
mod copies;
mod desk;
mod followed;
mod forms;
mod paper;
mod people;
mod spoiled;
mod traced;

use desk::lines;

const NAMSOS: (&str, &str) = ("1", "Samtalen Namsos");
const BODO: (&str, &str) = ("2", "Samtalen Bodø");
const BOOK: &str = "avklaring-Midt-2025.xlsx";

/// The key of the only line in which these words stand, those about paper left aside.
fn line_with(folder: &Folder, words: &str) -> String {
    let found: Vec<String> = lines(folder)
        .into_iter()
        .filter(|(key, _)| !key.starts_with("papir|"))
        .filter(|(_, cells)| cells.iter().any(|cell| cell.contains(words)))
        .map(|(key, _)| key)
        .collect();
    assert_eq!(found.len(), 1, "{words}: {found:?}");
    found[0].clone()
}

/// The workbook with one line answered, as an adviser hands it in.
fn answered(folder: &Folder, key: &str, answer: &str, reason: &str) -> Vec<u8> {
    desk::filled(folder, &[(key, answer, reason)])
}

/// Form 3 with some rows changed: which row, which column, what stands there.
fn activities(rows: u32, changes: &[(usize, Field, &str)]) -> Vec<u8> {
    let mut filling = sound(NAMSOS.1, FormId::Activities, rows);
    for (row, field, text) in changes {
        filling.rows[*row].retain(|(known, _)| known != field);
        if !text.is_empty() {
            filling.rows[*row].push((*field, Entry::text(*text)));
        }
    }
    blank::write(FormId::Activities, &filling).unwrap()
}

/// A folder with forms 1, 2 and 4 of one chapter, and this form 3.
fn folder_with(form3: &[u8]) -> Folder {
    let folder = Folder::with(&[NAMSOS]);
    for form in [
        FormId::AnnualReport,
        FormId::MeetingPlace,
        FormId::PeerSupporters,
    ] {
        folder.drop_file(&format!("{}.xlsx", form.key()), &form_of(NAMSOS.1, form, 1));
    }
    folder.drop_file("aktiviteter.xlsx", form3);
    folder
}

const NOBODY_SAID: &[(usize, Field, &str)] = &[(2, Field::Participants, "")];
const STAND: &[(usize, Field, &str)] = &[
    (2, Field::Title, "Stand på torget"),
    (2, Field::Type, "stand"),
];

#[test]
fn a_waiting_row_is_decided_for_and_against_and_all_is_told() {
    let folder = folder_with(&activities(4, NOBODY_SAID));
    assert_eq!(folder.figure("activity_days"), 4);
    let key = line_with(&folder, "Samtalegruppe nummer 2");
    folder.drop_file(
        "a.xlsx",
        &answered(&folder, &key, "Medregnes", "Laget sier fem."),
    );
    assert_eq!(folder.figure("activity_days"), 5);
    let trace = folder
        .ask(&["trace", "--file", "aktiviteter.xlsx"])
        .to_string();
    assert!(
        trace.contains("Medregnet: Randi Ås avgjorde det"),
        "{trace}"
    );
    assert!(trace.contains("Laget sier fem."), "{trace}");
    // The line stands among those decided, with its answer, and can be turned.
    let cells = lines(&folder)[&key].join("|");
    assert!(cells.ends_with("Medregnes|Laget sier fem."), "{cells}");
    let against = answered(&folder, &key, "Medregnes ikke", "Bare to kom likevel.");
    folder.drop_file("b.xlsx", &against);
    assert_eq!(folder.figure("activity_days"), 4);
    let letters = folder.letters_to(&address("1"));
    let last = &letters.last().unwrap().text;
    assert!(last.contains("avgjort at raden ikke medregnes"), "{last}");
    assert!(!last.contains("Bare to kom"), "{last}");
}

#[test]
fn a_decision_follows_the_row_and_not_another() {
    let folder = folder_with(&activities(4, NOBODY_SAID));
    folder.run();
    let key = line_with(&folder, "Samtalegruppe nummer 2");
    folder.drop_file(
        "a.xlsx",
        &answered(&folder, &key, "Medregnes", "Laget sier fem."),
    );
    assert_eq!(folder.figure("activity_days"), 5);
    // A new delivery with one row more has the row as it was.
    folder.drop_file("ny.xlsx", &activities(5, NOBODY_SAID));
    assert_eq!(folder.figure("activity_days"), 6);
    // Another theme is another substance: it is asked again.
    let mut changed = NOBODY_SAID.to_vec();
    changed.push((2, Field::Theme, "å være pårørende"));
    folder.drop_file("ny 2.xlsx", &activities(5, &changed));
    assert_eq!(folder.figure("activity_days"), 5);
    assert_ne!(line_with(&folder, "Samtalegruppe nummer 2"), key);
}

#[test]
fn an_exclusion_of_the_house_can_be_reversed() {
    let folder = folder_with(&activities(4, STAND));
    assert_eq!(folder.figure("activity_days"), 4);
    let key = line_with(&folder, "Stand på torget");
    let reversed = answered(&folder, &key, "Medregnes", "Det var en samtale i teltet.");
    folder.drop_file("a.xlsx", &reversed);
    assert_eq!(folder.figure("activity_days"), 5);
}

#[test]
fn the_chapter_is_asked_and_its_answer_is_shown_to_the_adviser() {
    let folder = folder_with(&activities(4, NOBODY_SAID));
    folder.run();
    let key = line_with(&folder, "Samtalegruppe nummer 2");
    let asked = answered(&folder, &key, "Spør laget", "Var det årsmøtet?");
    folder.drop_file("a.xlsx", &asked);
    folder.run();
    let letters = folder.letters_to(&address("1"));
    let last = &letters.last().unwrap().text;
    assert!(last.contains("Rådgiveren spør om raden"), "{last}");
    assert!(!last.contains("årsmøtet"), "no free text: {last}");
    // It waits for the chapter now, not for the adviser.
    let headings = format!("{:?}", folder.workbook(BOOK)["Rader"]);
    assert!(headings.contains("Til avklaring (0)"), "{headings}");
    // The answer is a new delivery.
    let answer = activities(4, &[(2, Field::Participants, "5")]);
    folder.drop_file("svar.xlsx", &answer);
    assert_eq!(folder.figure("activity_days"), 5);
    let headings = format!("{:?}", folder.workbook(BOOK)["Rader"]);
    assert!(
        headings.contains("Endret etter at du spurte (1)"),
        "{headings}"
    );
    let key = line_with(&folder, "Samtalegruppe nummer 2");
    let line = lines(&folder)[&key].join("|");
    assert!(
        line.contains("Laget har endret raden, og den er medregnet."),
        "{line}"
    );
    let told = flat(&folder.letters_to(&address("1")).last().unwrap().text);
    assert!(
        told.contains("Punktet i forrige brev er rettet. Takk!"),
        "{told}"
    );
    // The adviser may still say no to what the chapter answered.
    let against = answered(&folder, &key, "Medregnes ikke", "Det var årsmøtet.");
    folder.drop_file("b.xlsx", &against);
    assert_eq!(folder.figure("activity_days"), 4);
}

#[test]
fn rejudging_tells_what_would_change_and_changes_nothing() {
    let folder = folder_with(&activities(4, &[(2, Field::Theme, "")]));
    assert_eq!(folder.figure("activity_days"), 4);
    let nothing = folder.ask(&["rejudge", "--today", "2026-06-01"]);
    assert_eq!(
        nothing["chapters"].as_array().unwrap().len(),
        0,
        "{nothing}"
    );
    let milder = format!("{SETTINGS}\n[severities]\ntheme_missing = \"remark\"\n");
    folder.settings(&milder);
    let ledger = fs::read(folder.dir().join("ledger.sqlite")).unwrap();
    let letters = folder.letters();
    let changes = folder.ask(&["rejudge", "--today", "2026-06-01"]);
    assert_eq!(changes["before"]["activity_days"], 4);
    assert_eq!(changes["after"]["activity_days"], 5);
    let chapter = &changes["chapters"][0];
    assert_eq!(chapter["name"], NAMSOS.1);
    assert_eq!(chapter["rows"].as_array().unwrap().len(), 1);
    assert_eq!(chapter["rows"][0]["before"], "incomplete");
    assert_eq!(chapter["rows"][0]["after"], "counted");
    assert_eq!(folder.letters(), letters);
    assert_eq!(
        fs::read(folder.dir().join("ledger.sqlite")).unwrap(),
        ledger
    );
    assert_eq!(folder.figure("activity_days"), 5);
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
