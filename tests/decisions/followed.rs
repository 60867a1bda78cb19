//! Decisions that cannot be followed: told, not counted as taken.

use std::process::Command;

use super::desk::left;
use super::*;
use crate::folder::PROGRAM;

#[test]
fn the_laws_minimum_is_not_overruled_in_silence() {
    let mut two = STAND.to_vec();
    two.push((2, Field::Participants, "2"));
    let folder = folder_with(&activities(4, &two));
    assert_eq!(folder.figure("activity_days"), 4);
    let key = line_with(&folder, "Stand på torget");
    let counts = answered(&folder, &key, "Medregnes", "Fin dag.");
    let path = folder.dir().join("svar.xlsx");
    fs::write(&path, &counts).unwrap();
    let check = Command::new(PROGRAM)
        .args([
            "check",
            "--format",
            "json",
            "--today",
            "2026-06-01",
            "--dir",
        ])
        .args([folder.dir(), &path])
        .output()
        .unwrap();
    let foretold: serde_json::Value = serde_json::from_slice(&check.stdout).unwrap();
    let foretold = &foretold["decisions"][0];
    assert_eq!(foretold["taken"], 0, "{foretold}");
    assert_eq!(foretold["unfollowed"], 1);
    folder.drop_file("a.xlsx", &counts);
    let summary = folder.run();
    assert_eq!(summary["headline"]["activity_days"], 4);
    assert_eq!(summary["decisions_taken"], 0);
    assert_eq!(summary["decisions_unfollowed"], 1);
    let told = left(&summary);
    assert_eq!(foretold["left"][0], told[0].as_str());
    let words = "Aktiviteter, rad 12: «Medregnes» kan ikke følges før dette er i orden: K";
    assert!(told[0].contains(words), "{told:?}");
    let letters = folder.letters_to("randi@samtalen.example");
    let letter = flat(&letters.last().unwrap().text);
    assert!(letter.contains(&told[0]), "{letter}");
    let cells = lines(&folder)[&key].join("|");
    assert!(
        cells.contains("«Medregnes» kan ikke følges"),
        "the workbook says why: {cells}"
    );
}

#[test]
fn a_decision_about_a_row_that_is_gone_is_told() {
    let folder = folder_with(&activities(4, NOBODY_SAID));
    folder.run();
    let key = line_with(&folder, "Samtalegruppe nummer 2");
    let counts = answered(&folder, &key, "Medregnes", "Laget sier fem.");
    folder.drop_file("a.xlsx", &counts);
    let mut changed = NOBODY_SAID.to_vec();
    changed.push((2, Field::Theme, "å være pårørende"));
    folder.drop_file("ny.xlsx", &activities(4, &changed));
    let summary = folder.run();
    assert_eq!(summary["decisions_taken"], 0, "{summary}");
    assert_eq!(summary["decisions_unfollowed"], 1);
    let told = left(&summary);
    assert!(told[0].contains("Raden er endret eller borte"), "{told:?}");
    let letters = folder.letters_to("randi@samtalen.example");
    let letter = flat(&letters.last().unwrap().text);
    assert!(letter.contains(&told[0]), "{letter}");
}

#[test]
fn a_decision_about_a_chapter_that_is_gone_is_told() {
    let folder = Folder::with(&[NAMSOS, BODO]);
    folder.run();
    let key = format!("papir|{}|-|2", FormId::AnnualReport.key());
    let noted = answered(&folder, &key, "På papir, signert", "Kom i posten.");
    folder.register(&[NAMSOS]);
    folder.drop_file("svar.xlsx", &noted);
    let summary = folder.run();
    assert_eq!(summary["decisions_taken"], 0, "{summary}");
    let told = left(&summary);
    assert!(told[0].contains("Laget er ikke med"), "{told:?}");
}

#[test]
fn a_line_names_what_holds_its_row_as_the_organisation_has_set_it() {
    let unlisted = [
        (2, Field::Participants, ""),
        (2, Field::Leader, "Kari Lund"),
        (2, Field::Address, "Veien 3"),
        (2, Field::Phone, "91000009"),
    ];
    let folder = folder_with(&activities(4, &unlisted));
    folder.run();
    let both = lines(&folder)[&line_with(&folder, "Samtalegruppe nummer 2")].join("|");
    assert!(both.contains("K059") && both.contains("K080"), "{both}");
    let milder = "[severities]\nleader_not_listed = \"remark\"\n";
    folder.settings(&format!("{SETTINGS}\n{milder}"));
    folder.run();
    let one = lines(&folder)[&line_with(&folder, "Samtalegruppe nummer 2")].join("|");
    assert!(one.contains("K059") && !one.contains("K080"), "{one}");
}
