//! Who is the same person, told as lists of rows.

use samlerapport_ingest::Place;
use samlerapport_validate::CountedPerson;

use super::merge_listed;

/// Rows as "chapter name phone"; the answer as "chapter name xrows".
fn check(rows: &[&str], expected: &[&str]) {
    let people: Vec<(&str, CountedPerson)> = rows
        .iter()
        .enumerate()
        .map(|(index, row)| {
            let words: Vec<&str> = row.split(' ').collect();
            let person = CountedPerson {
                name: words[1].replace('_', " "),
                folded_name: words[1].replace('_', " ").to_lowercase(),
                phone: words.get(2).map(|phone| (*phone).to_owned()),
                own: words.get(3).is_some(),
                delivery: 1,
                place: Place {
                    sheet: 0,
                    row: u32::try_from(index).unwrap(),
                    column: 1,
                },
            };
            (words[0], person)
        })
        .collect();
    let forth = people.iter().map(|(chapter, person)| (*chapter, person));
    for listed in [forth.clone().collect(), forth.rev().collect()] {
        let merged: Vec<String> = merge_listed(listed)
            .iter()
            .map(|person| {
                format!(
                    "{} {} x{}",
                    person.chapter,
                    person.name,
                    person.listings.len()
                )
            })
            .collect();
        assert_eq!(merged, expected, "{rows:?}");
    }
}

#[test]
fn the_same_person_is_counted_once() {
    check(&["1 Åse 40000001", "2 ÅSE 40000001"], &["1 Åse x2"]);
    check(&["1 Åse", "2 Åse 40000001"], &["1 Åse x2"]);
    check(&["1 Åse", "1 Åse"], &["1 Åse x2"]);
    check(&["10 Åse", "9 Åse"], &["9 Åse x2"]);
}

#[test]
fn one_whom_the_adviser_knows_to_be_another_is_counted_too() {
    check(
        &["1 Åse 40000001", "2 Åse 40000001 own", "3 Åse 40000001"],
        &["1 Åse x2", "2 Åse x1"],
    );
}

#[test]
fn two_telephones_are_two_persons() {
    check(
        &["1 Åse 40000001", "2 Åse 40000002"],
        &["1 Åse x1", "2 Åse x1"],
    );
}

#[test]
fn a_row_without_telephone_never_makes_one_more() {
    check(
        &["1 Åse 40000001", "2 Åse", "3 Åse 40000002"],
        &["1 Åse x2", "3 Åse x1"],
    );
}

#[test]
fn other_spellings_are_one_where_the_telephone_is_the_same() {
    check(
        &[
            "1 Åse_Moe 40000001",
            "2 Å_Moe 40000001",
            "3 Åse_Lie 40000001",
        ],
        &["1 Åse Moe x3"],
    );
    check(
        &["1 Åse_Moe 40000001", "2 Geir_Moe 40000001"],
        &["1 Åse Moe x1", "2 Geir Moe x1"],
    );
    check(
        &["1 Åse_Moe 40000001", "2 Åse_Lie", "3 Åse_Lie 40000002"],
        &["1 Åse Moe x1", "2 Åse Lie x2"],
    );
}
