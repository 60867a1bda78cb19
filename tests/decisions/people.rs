//! Peer supporters that the rules doubt: decided in and out by the adviser.

use super::*;

/// Form 4 of a chapter with these people beside its leader: name, telephone, unpaid.
fn people(chapter: &str, more: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut filling = sound(chapter, FormId::PeerSupporters, 0);
    for (name, phone, unpaid) in more {
        let mut row = filling.rows[0].clone();
        row.retain(|(field, _)| !matches!(field, Field::Name | Field::Phone | Field::Unpaid));
        row.push((Field::Name, Entry::text(*name)));
        row.push((Field::Phone, Entry::text(*phone)));
        row.push((Field::Unpaid, Entry::text(*unpaid)));
        filling.rows.push(row);
    }
    blank::write(FormId::PeerSupporters, &filling).unwrap()
}

const TONE: (&str, &str, &str) = ("Tone Viksjø", "91000001", "Ja");
const TONE_LUND: (&str, &str, &str) = ("Tone Lund", "91000001", "Ja");
const PAID: (&str, &str, &str) = ("Geir Moe", "91000002", "Nei");

fn folder_with(chapters: &[(&str, &str)], more: &[(&str, &str, &str)]) -> Folder {
    let folder = Folder::with(chapters);
    for (number, name) in chapters {
        let annual = form_of(name, FormId::AnnualReport, 0);
        folder.drop_file(&format!("{number} 1.xlsx"), &annual);
        folder.drop_file(&format!("{number} 4.xlsx"), &people(name, more));
    }
    folder
}

#[test]
fn two_who_were_taken_for_one_are_two_and_stay_so() {
    let folder = folder_with(&[NAMSOS], &[TONE, TONE_LUND]);
    assert_eq!(folder.figure("peer_supporters"), 2);
    let found: Vec<_> = lines(&folder)
        .into_iter()
        .filter(|(_, cells)| cells.iter().any(|cell| cell.contains("K092")))
        .collect();
    assert_eq!(found.len(), 1, "{found:?}");
    let key = &found[0].0;
    let counts = answered(&folder, key, "Medregnes", "Mor og datter.");
    folder.drop_file("a.xlsx", &counts);
    assert_eq!(folder.figure("peer_supporters"), 3);
    // A new delivery has the row as it was, with one person more.
    let sigrid = ("Sigrid Dahl", "91000003", "Ja");
    let again = people(NAMSOS.1, &[TONE, TONE_LUND, sigrid]);
    folder.drop_file("ny.xlsx", &again);
    assert_eq!(folder.figure("peer_supporters"), 4);
    let cells = lines(&folder)[key].join("|");
    assert!(cells.ends_with("Medregnes|Mor og datter."), "{cells}");
}

#[test]
fn one_is_decided_in_and_out_again() {
    let folder = folder_with(&[NAMSOS], &[TONE, TONE_LUND]);
    assert_eq!(folder.figure("peer_supporters"), 2);
    let line = line_with(&folder, "K092");
    let counts = answered(&folder, &line, "Medregnes", "Mor og datter.");
    folder.drop_file("a.xlsx", &counts);
    assert_eq!(folder.figure("peer_supporters"), 3);
    let against = answered(&folder, &line, "Medregnes ikke", "Den samme likevel.");
    folder.drop_file("b.xlsx", &against);
    assert_eq!(folder.figure("peer_supporters"), 2);
    let cells = lines(&folder)[&line].join("|");
    assert!(
        cells.contains("Ikke medregnet: Randi Ås avgjorde det"),
        "{cells}"
    );
}

#[test]
fn what_the_chapter_has_signed_of_a_paid_one_stands_until_it_says_otherwise() {
    let folder = folder_with(&[NAMSOS], &[TONE, PAID]);
    assert_eq!(folder.figure("peer_supporters"), 2);
    let paid = line_with(&folder, "Geir Moe");
    let counts = answered(&folder, &paid, "Medregnes", "Krysset var feil.");
    folder.drop_file("a.xlsx", &counts);
    assert_eq!(folder.figure("peer_supporters"), 2);
    let cells = lines(&folder)[&paid].join("|");
    assert!(cells.contains("«Medregnes» kan ikke følges"), "{cells}");
    let unpaid = people(NAMSOS.1, &[TONE, ("Geir Moe", "91000002", "Ja")]);
    folder.drop_file("ny.xlsx", &unpaid);
    assert_eq!(folder.figure("peer_supporters"), 3);
}

#[test]
fn one_who_was_decided_out_is_asked_about_when_the_row_is_changed() {
    let folder = folder_with(&[NAMSOS], &[TONE, PAID]);
    assert_eq!(folder.figure("peer_supporters"), 2);
    let paid = line_with(&folder, "Geir Moe");
    let against = answered(&folder, &paid, "Medregnes ikke", "Ansatt i kommunen.");
    folder.drop_file("a.xlsx", &against);
    folder.run();
    let unpaid = people(NAMSOS.1, &[TONE, ("Geir Moe", "91000002", "Ja")]);
    folder.drop_file("ny.xlsx", &unpaid);
    assert_eq!(folder.figure("peer_supporters"), 2);
    let changed = line_with(&folder, "Geir Moe");
    let cells = lines(&folder)[&changed].join("|");
    assert!(cells.contains("K117"), "{cells}");
    let counts = answered(&folder, &changed, "Medregnes", "Han har sluttet der.");
    folder.drop_file("b.xlsx", &counts);
    assert_eq!(folder.figure("peer_supporters"), 3);
}

#[test]
fn one_in_two_chapters_is_shown_and_may_be_two() {
    let folder = folder_with(&[NAMSOS, BODO], &[TONE]);
    // The two leaders, and one Tone.
    assert_eq!(folder.figure("peer_supporters"), 3);
    let key = line_with(&folder, "Tone Viksjø");
    let cells = lines(&folder)[&key].join("|");
    let words = "Vi regner Tone Viksjø i Samtalen Namsos som samme person.";
    assert!(cells.contains(words), "{cells}");
    let counts = answered(&folder, &key, "Medregnes", "To med samme navn.");
    folder.drop_file("a.xlsx", &counts);
    assert_eq!(folder.figure("peer_supporters"), 4);
    let cleared = answered(&folder, &key, "", "");
    folder.drop_file("b.xlsx", &cleared);
    assert_eq!(folder.figure("peer_supporters"), 3);
}
