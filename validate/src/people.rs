//! The peer supporters of form 4, and whether a leader is among them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use samlerapport_ingest::{Field, Row, folded_name};

use crate::accepted::CountedPerson;
use crate::decided_rows::Way;
use crate::delivery::Decision;
use crate::finding::Spot;
use crate::personal::without_numbers;
use crate::remarks::RowId;
use crate::typed::{phone_digits, says_something};

/// A row of form 4.
#[derive(Debug)]
pub(crate) struct Person<'a> {
    /// Which row.
    pub(crate) id: RowId,
    /// What was told.
    pub(crate) row: &'a Row,
    /// The name as typed.
    pub(crate) name: Option<&'a str>,
    /// The name folded for comparison.
    pub(crate) folded: String,
    /// The telephone's eight digits.
    pub(crate) phone: Option<String>,
    /// The date of appointment.
    pub(crate) appointed: Option<NaiveDate>,
    /// What an adviser has decided about the row.
    pub(crate) decided: Option<&'a Decision>,
    /// The key of its substance, when anything was decided about rows of its form.
    pub(crate) key: Option<String>,
    /// Which way it was decided before a new delivery changed it.
    pub(crate) decided_before: Option<Way>,
}

impl<'a> Person<'a> {
    /// Reads a row.
    pub(crate) fn of(id: RowId, row: &'a Row, basis_year: i32) -> Self {
        let name = row.text(Field::Name).filter(|text| says_something(text));
        Self {
            id,
            row,
            name,
            // Someone with a number behind the name is the one without it.
            folded: name
                .map(|name| folded_name(&without_numbers(name)))
                .unwrap_or_default(),
            phone: row.text(Field::Phone).and_then(phone_digits),
            appointed: row.date(Field::Appointed, basis_year),
            decided: None,
            key: None,
            decided_before: None,
        }
    }

    /// The spot of a column, or of the row's first cell when the column is blank.
    pub(crate) fn spot(&self, field: Field) -> Spot {
        Spot {
            place: self
                .row
                .told(field)
                .map_or(self.row.place, |told| told.place),
            field: Some(field),
        }
    }

    fn has_contact(&self) -> bool {
        let told = |field| self.row.text(field).is_some_and(says_something);
        told(Field::Address) && told(Field::Phone)
    }
}

/// What form 4 says of a leader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Listed {
    /// The leader, or one of several, stands in it.
    pub(crate) listed: bool,
    /// With address and telephone.
    pub(crate) contact: bool,
}

/// The names of form 4, looked up once for each way a leader is written.
#[derive(Debug)]
pub(crate) struct Roll {
    people: Vec<(Vec<String>, bool)>,
    known: BTreeMap<String, Listed>,
}

impl Roll {
    /// The roll of these people.
    pub(crate) fn of<'p, 'a: 'p>(people: impl Iterator<Item = &'p Person<'a>>) -> Self {
        Self {
            people: people
                .filter(|person| person.name.is_some())
                .map(|person| (words(&person.folded), person.has_contact()))
                .collect(),
            known: BTreeMap::new(),
        }
    }

    /// Looks a leader's cell up; it may name several people.
    pub(crate) fn look_up(&mut self, leader: &str) -> Listed {
        if let Some(known) = self.known.get(leader) {
            return *known;
        }
        let whole = words(&folded_name(leader));
        // Most cells name one.
        let several: Vec<_> = if leader.contains(BETWEEN_NAMES) || leader.contains(AND) {
            several(leader).iter().map(|name| words(name)).collect()
        } else {
            Vec::new()
        };
        let mut listed = Listed::default();
        for (person, contact) in &self.people {
            if same(person, &whole) || several.iter().any(|name| same(person, name)) {
                listed.listed = true;
                listed.contact |= contact;
            }
        }
        self.known.insert(leader.to_owned(), listed);
        listed
    }
}

/// Whether two rows name one person: spellings of one name, and no two telephones; or one
/// telephone and one first name, for a surname may change.
pub(crate) fn one_person(
    (one, phone): (&[String], Option<&str>),
    (other, other_phone): (&[String], Option<&str>),
) -> bool {
    match (phone, other_phone) {
        (Some(phone), Some(other_phone)) if phone != other_phone => false,
        (Some(_), Some(_)) => same(one, other) || same_first(one, other),
        (Some(_) | None, None) | (None, Some(_)) => same(one, other),
    }
}

/// An initial is too little to go by alone.
fn same_first(one: &[String], other: &[String]) -> bool {
    let first = one.first().filter(|name| name.chars().count() > 2);
    first.is_some() && first == other.first()
}

impl CountedPerson {
    /// Whether a row of another list, with another spelling or surname, must name the
    /// same person: only where both tell the same telephone.
    pub fn is_known_as(&self, other: &Self) -> bool {
        let names = (words(&self.folded_name), words(&other.folded_name));
        self.phone.is_some()
            && self.phone == other.phone
            && (same(&names.0, &names.1) || same_first(&names.0, &names.1))
    }
}

/// Whether two names are one person's: the same words in any order, first and last
/// name alike, an initial for the first name, or one slip in a long surname.
pub(crate) fn same(one: &[String], other: &[String]) -> bool {
    if one.is_empty() || other.is_empty() {
        return false;
    }
    if one.len() == other.len() && in_any_order(one, other) {
        return true;
    }
    let ([first, .., last], [other_first, .., other_last]) = (one, other) else {
        return false;
    };
    if last == other_last {
        return first == other_first || initial(first, other_first);
    }
    first == other_first && slip(last, other_last)
}

fn in_any_order(one: &[String], other: &[String]) -> bool {
    let letters = |words: &[String]| words.iter().map(String::len).sum::<usize>();
    if letters(one) != letters(other) {
        return false;
    }
    let sorted = |words| {
        let mut words: Vec<&String> = <[_]>::iter(words).collect();
        words.sort_unstable();
        words
    };
    sorted(one) == sorted(other)
}

/// One slip in a long surname, not in its first letter: Hansen is not Jansen.
fn slip(one: &str, other: &str) -> bool {
    one.chars().count() >= 5
        && one.chars().next() == other.chars().next()
        && strsim::osa_distance(one, other) <= 1
}

/// Whether one first name is the other's initial; folding makes "aa" of å.
fn initial(one: &str, other: &str) -> bool {
    let stands_for = |short: &str, long: &str| {
        (short.chars().count() == 1 || short == "aa") && long.starts_with(short)
    };
    stands_for(one, other) || stands_for(other, one)
}

/// The words of a folded name.
pub(crate) fn words(folded: &str) -> Vec<String> {
    folded.split_whitespace().map(str::to_owned).collect()
}

/// What stands between the names of a cell that holds several.
const BETWEEN_NAMES: [char; 6] = [',', '/', '&', '+', ';', '\n'];
const AND: &str = " og ";

/// The folded names of a cell that may hold several.
pub(crate) fn several(leader: &str) -> Vec<String> {
    leader
        .split(BETWEEN_NAMES)
        .flat_map(|part| part.split(AND))
        .map(folded_name)
        .filter(|name| !name.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_tells_spellings_and_namesakes_apart() {
        for (one, phone, other, other_phone, expected) in [
            ("Tone Viksjø", Some("1"), "Tone Lund", Some("1"), true),
            ("Tone Viksjø", Some("1"), "T. Viksjø", Some("1"), true),
            ("Tone Viksjø", Some("1"), "Geir Viksjø", Some("1"), false),
            ("T. Viksjø", Some("1"), "Tone Lund", Some("1"), false),
            ("Tone Viksjø", Some("1"), "Tone Viksjø", Some("2"), false),
            ("Tone Viksjø", Some("1"), "Tone Viksø", None, true),
            ("Tone Viksjø", None, "Tone Lund", None, false),
        ] {
            let (a, b) = (words(&folded_name(one)), words(&folded_name(other)));
            let told = one_person((&a, phone), (&b, other_phone));
            assert_eq!(told, expected, "{one} {phone:?} / {other} {other_phone:?}");
        }
    }

    #[test]
    fn one_person_under_several_spellings() {
        for (one, other, expected) in [
            ("Geir-Arne Vollstrøm", "Geir Arne Vollstrøm", true),
            ("Vollstrøm, Geir-Arne", "geir-arne vollstrøm", true),
            ("Tone Marie Viksjø", "Tone Viksjø", true),
            ("T. Viksjø", "Tone Viksjø", true),
            ("Tone Viksø", "Tone Viksjø", true),
            ("Tone", "Tone Viksjø", false),
            ("Tone Viksjø", "Tove Viksjø", false),
            ("Kari Hansen", "Kari Jansen", false),
            ("Tore Viksjø", "Tone Lund", false),
            ("Åse Lie", "Aase Lie", true),
            ("", "", false),
        ] {
            let (a, b) = (words(&folded_name(one)), words(&folded_name(other)));
            assert_eq!(same(&a, &b), expected, "{one} / {other}");
            assert_eq!(same(&b, &a), expected, "{other} / {one}");
        }
    }
}
