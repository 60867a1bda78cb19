//! Which chapter a report is from.

use crate::chapter::{Chapter, Language};
use crate::form::{Field, FormId};
use crate::place::Place;
use crate::register::{Identified, Register};
use crate::report::{Recognised, Report};
use crate::value::{Told, Value};

fn chapter(number: &str, name: &str, place: &str, organisation_number: &str) -> Chapter {
    Chapter {
        number: number.to_owned(),
        name: name.to_owned(),
        former_names: Vec::new(),
        organisation_number: (!organisation_number.is_empty())
            .then(|| organisation_number.to_owned()),
        county: "Nordland".to_owned(),
        municipality: place.to_owned(),
        region: "Nord".to_owned(),
        county_chapter: name.ends_with("fylkeslag"),
        email: None,
        leader: None,
        leader_email: None,
        language: Language::Bokmal,
        members: None,
        dissolved: None,
    }
}

fn register() -> Register {
    let mut chapters = vec![
        chapter("1", "Mental Helse Skarvøy", "Vågan", "123456785"),
        chapter("2", "Mental Helse Skarvåg", "Bodø", ""),
        chapter("3", "Mental Helse Nes", "Nes", ""),
        chapter("4", "Mental Helse Nes", "Eidsvoll", ""),
        chapter("5", "Mental Helse Os", "Os", ""),
        chapter("6", "Mental Helse Ås", "Ås", ""),
        chapter("7", "Mental Helse Granlia", "Rana", "100000016"),
        chapter("8", "Mental Helse Nord-Odal", "Nord-Odal", ""),
        chapter("9", "Mental Helse Nordland fylkeslag", "Bodø", ""),
        chapter("10", "Mental Helse Nordland", "Bodø", ""),
    ];
    chapters[6].former_names = vec!["Mental Helse Ytre Lia".to_owned()];
    Register {
        chapters,
        ..Register::default()
    }
}

/// Who it is, for a hidden number, an organisation number, a name and a municipality.
fn who(hidden: &str, number: &str, name: &str, municipality: &str) -> String {
    let place = Place {
        sheet: 0,
        row: 1,
        column: 1,
    };
    let told = |field: Field, typed: &str| {
        let told = Told {
            place,
            typed: typed.into(),
            value: Some(Value::Text),
        };
        (field, told)
    };
    let report = Report {
        copied_by: None,
        form: FormId::Activities,
        recognised: Recognised::Labels,
        hidden_chapter: (!hidden.is_empty()).then(|| hidden.to_owned()),
        hidden_year: None,
        sheets: Vec::new(),
        fields: vec![
            told(Field::ChapterName, name),
            told(Field::OrganisationNumber, number),
            told(Field::Municipality, municipality),
        ],
        rows: Vec::new(),
        board: Vec::new(),
        signatures: Vec::new(),
        sums: Vec::new(),
    };
    match register().identify(&report) {
        Identified::Chapter(chapter) => chapter.number.clone(),
        Identified::Unknown => "unknown".to_owned(),
        Identified::Uncertain => "uncertain".to_owned(),
    }
}

#[test]
fn a_name_is_found_over_spelling_variants() {
    for (name, number) in [
        ("Mental Helse Skarvøy", "1"),
        ("MH Skarvøy", "1"),
        ("mental helse skarvøy", "1"),
        ("Skarvøy lokallag", "1"),
        ("Skarvøy", "1"),
        ("SKARVØY LOKALLAG AV MENTAL HELSE", "1"),
        ("Mental helse, lokallag Skarvöy", "1"),
        ("Skarvåg", "2"),
        ("Skarvoy", "1"),
        ("Skarvøg", "uncertain"),
        ("Granlja", "7"),
        ("Mental Helse Gralnia", "7"),
        ("Ytre Lia", "7"),
        ("Nordodal lokallag", "8"),
        ("Nord Odal", "8"),
        ("Us", "unknown"),
        ("Aas", "6"),
        ("Mental Helse", "unknown"),
        ("Mental Helse Lillevik", "unknown"),
        ("Nordland fylkeslag", "9"),
        ("MH Nordland", "10"),
        ("", "unknown"),
    ] {
        assert_eq!(who("", "", name, ""), number, "{name}");
    }
}

#[test]
fn two_of_one_name_are_told_apart_by_their_municipality() {
    assert_eq!(who("", "", "Mental Helse Nes", ""), "uncertain");
    assert_eq!(who("", "", "MH Nes", "Eidsvoll"), "4");
    assert_eq!(who("3", "", "Nes", ""), "3");
}

#[test]
fn numbers_find_a_chapter_unless_something_speaks_against_them() {
    for (hidden, number, name, wanted) in [
        ("1", "", "", "1"),
        ("1", "", "Mental Helse Skarvøy", "1"),
        ("1", "123 456 785", "Skarvøy", "1"),
        ("", "123456785", "", "1"),
        ("", "123456785", "Skarvøya", "1"),
        ("7", "", "Granlia og omegn lokallag", "7"),
        ("99", "", "Granlia", "7"),
        ("99", "", "", "unknown"),
        ("1", "100000016", "", "uncertain"),
        ("1", "", "Mental Helse Granlia", "uncertain"),
        ("", "123456785", "Granlia", "uncertain"),
        ("1", "", "Mental Helse Lillevik", "uncertain"),
        ("", "999999999", "Granlia", "7"),
    ] {
        assert_eq!(
            who(hidden, number, name, ""),
            wanted,
            "{hidden} {number} {name}"
        );
    }
}
