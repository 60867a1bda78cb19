//! A chapter delivers again: its next letter says what was solved since the last one and
//! what is left, cell by cell.

use samlerapport_ingest::blank::{self, Entry, Filling};
use samlerapport_ingest::{Field, FormId, Language, write_register};

use crate::folder::{Folder, SETTINGS, address, form_of, register, sound};

const NAMSOS: (&str, &str) = ("1", "Samtalen Namsos");

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Form 3 in which these rows have no theme and these no date.
fn activities(themeless: &[usize], undated: &[usize]) -> Vec<u8> {
    blank::write(FormId::Activities, &filled(themeless, undated)).unwrap()
}

fn filled(themeless: &[usize], undated: &[usize]) -> Filling {
    let mut filling = sound(NAMSOS.1, FormId::Activities, 6);
    for row in themeless {
        filling.rows[*row].retain(|(known, _)| *known != Field::Theme);
    }
    for row in undated {
        filling.rows[*row].retain(|(known, _)| *known != Field::Date);
        filling.rows[*row].push((Field::Date, Entry::text("en kveld")));
    }
    filling
}

fn folder_with(settings: &str, form3: &[u8]) -> Folder {
    let folder = Folder::set(settings, &[NAMSOS]);
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

/// What the last letter to the chapter says.
fn told(folder: &Folder) -> String {
    let letters = folder.letters_to(&address("1"));
    flat(&letters.last().unwrap().text)
}

#[test]
fn the_letter_says_what_was_solved_and_what_is_left() {
    let folder = folder_with(SETTINGS, &activities(&[1, 2, 3], &[4, 5]));
    folder.run();
    let first = told(&folder);
    assert!(!first.contains("Siden forrige brev"), "{first}");
    folder.drop_file("ny.xlsx", &activities(&[3], &[5]));
    folder.run();
    assert_eq!(folder.letters_to(&address("1")).len(), 2);
    let second = told(&folder);
    for words in [
        "Siden forrige brev",
        "3 av 5 punkter er rettet.",
        "- Tema mangler (Rapport for aktiviteter utenom møteplass) Rettet: celle",
        "Står igjen: celle",
    ] {
        assert!(second.contains(words), "{words}: {second}");
    }
    // Nothing new came: nothing is sent.
    folder.run();
    assert_eq!(folder.letters_to(&address("1")).len(), 2);
    folder.drop_file("nyest.xlsx", &activities(&[], &[]));
    folder.run();
    let third = told(&folder);
    let solved = "Alle 2 punktene i forrige brev er rettet. Takk!";
    assert!(third.contains(solved), "{third}");
    assert!(!third.contains("Står igjen"), "{third}");
}

#[test]
fn a_row_that_moved_is_known_again() {
    let folder = folder_with(SETTINGS, &activities(&[3, 4], &[]));
    folder.run();
    // One row is mended, and one more comes at the top: the row that is left stands
    // where the mended one stood.
    let mut filling = filled(&[3], &[]);
    let mut first = filling.rows[0].clone();
    first.retain(|(field, _)| !matches!(field, Field::Date | Field::Title));
    first.push((Field::Date, Entry::text("03.12.2025")));
    first.push((Field::Title, Entry::text("Samtalegruppe i desember")));
    filling.rows.insert(0, first);
    let moved = blank::write(FormId::Activities, &filling).unwrap();
    folder.drop_file("ny.xlsx", &moved);
    folder.run();
    let second = told(&folder);
    for words in [
        "1 av 2 punkter er rettet.",
        "Rettet: celle G14 i arket",
        "Står igjen: celle G14 i arket",
    ] {
        assert!(second.contains(words), "{words}: {second}");
    }
}

#[test]
fn the_same_in_nynorsk() {
    let folder = folder_with(SETTINGS, &activities(&[1, 2, 3], &[4, 5]));
    let mut roll = register(&[NAMSOS]);
    roll.chapters[0].language = Language::Nynorsk;
    let bytes = write_register(&roll).unwrap();
    std::fs::write(folder.dir().join("register.xlsx"), bytes).unwrap();
    folder.run();
    folder.drop_file("ny.xlsx", &activities(&[3], &[5]));
    folder.run();
    let second = told(&folder);
    for words in [
        "Sidan førre brev",
        "3 av 5 punkt er retta.",
        "Retta: celle",
        "Står att: celle",
    ] {
        assert!(second.contains(words), "{words}: {second}");
    }
}

#[test]
fn what_the_chapter_has_not_been_sent_is_not_held_against_it() {
    let held = SETTINGS.replace("release = true", "release = false");
    let folder = folder_with(&held, &activities(&[1, 2, 3], &[]));
    folder.run();
    folder.drop_file("ny.xlsx", &activities(&[3], &[]));
    folder.run();
    folder.settings(SETTINGS);
    folder.run();
    assert_eq!(folder.letters_to(&address("1")).len(), 1);
    let only = told(&folder);
    assert!(!only.contains("Siden forrige brev"), "{only}");
}

#[test]
fn the_same_bytes_again_are_said_and_asked_about_once() {
    let form3 = activities(&[1, 2], &[]);
    let mut folder = folder_with(SETTINGS, &form3);
    folder.today("2026-05-04");
    folder.run();
    assert_eq!(folder.letters_to(&address("1")).len(), 1);
    folder.today("2026-05-06");
    folder.drop_file("rettet nå.xlsx", &form3);
    let summary = folder.run();
    assert_eq!(summary["files_again"], 1);
    assert_eq!(folder.letters_to(&address("1")).len(), 2);
    let second = told(&folder);
    for words in [
        "er helt lik en vi hadde fra før",
        "Ingen av de 2 punktene i forrige brev er rettet ennå.",
    ] {
        assert!(second.contains(words), "{words}: {second}");
    }
    for day in ["2026-05-06", "2026-05-07"] {
        folder.today(day);
        folder.run();
        assert_eq!(folder.letters_to(&address("1")).len(), 2);
    }
    // What nobody has anything against is no news the second time.
    folder.drop_file("ny.xlsx", &activities(&[], &[]));
    folder.run();
    assert_eq!(folder.letters_to(&address("1")).len(), 3);
    assert!(!told(&folder).contains("helt lik"));
    folder.today("2026-05-08");
    folder.drop_file("ny igjen.xlsx", &activities(&[], &[]));
    folder.run();
    assert_eq!(folder.letters_to(&address("1")).len(), 3);
}
