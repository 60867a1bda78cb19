//! A key to the people in the rows: "KN = Kari Nordlys, Havnegata 1, tlf. 900 00 001", or
//! their telephone numbers on a line below the table.

use super::apart;
use super::draft::Draft;
use super::grid::text;
use super::page::Page;
use super::table::Table;
use crate::fold::{fold_into, folded_name};
use crate::form::{Field, FormId, Item, Kind};
use crate::place::Place;
use crate::report::Row;
use crate::value::Told;
use crate::workbook::{Cell, Content};

/// So many texts are looked through.
const MOST_TEXTS: usize = 300;
/// Nobody has more initials.
const MOST_INITIALS: usize = 4;
/// So many people lead.
const MOST_PEOPLE: usize = 60;

/// A person as a line tells of them.
struct Person {
    initials: Option<String>,
    told: Vec<(Field, Told)>,
}

/// Whether a text is the caption over a name.
pub(super) fn is_name_caption(text: &str) -> bool {
    matches!(
        folded_name(text).as_str(),
        "navn" | "namn" | "fullt navn" | "fullt namn"
    )
}

/// Whether a text is a line of such a key.
pub(super) fn is_key(text: &str) -> bool {
    text.len() <= 200 && initials(text).is_some()
}

/// Gives the rows the names behind the initials in them, and each leader's address and
/// telephone, where no column has them; tells which cells did.
pub(super) fn read(page: &Page<'_>, table: &mut Table) -> Vec<Place> {
    let mut used = Vec::new();
    // Most lists have columns for all of it, and name who led.
    let led = |row: &Row| {
        row.told(Field::Leader).is_some_and(|leader| {
            row.told(Field::Phone).is_none()
                || row.told(Field::Address).is_none()
                || is_initials(&leader.typed)
        })
    };
    if page.form.id == FormId::AnnualReport || !table.rows.iter().any(led) {
        return used;
    }
    let lacking = apart::lacking(page.form, |field| field == Field::Leader);
    let outside = page.grid.cells.iter();
    let outside = outside.filter(|cell| !table.has(cell.row, cell.column));
    let mut people: Vec<Person> = Vec::new();
    for cell in outside.take(MOST_TEXTS) {
        if people.len() < MOST_PEOPLE {
            people.extend(listed(page, cell, &lacking));
        }
    }
    for row in &mut table.rows {
        used.extend(name(row, &people));
    }
    used.sort_unstable();
    used.dedup();
    // Two who share their initials are nobody in particular, and told.
    let shared = people.iter().filter(|person| {
        let mut rows = table.rows.iter();
        let led = |row: &Row| row.text(Field::Leader) == person.initials.as_deref();
        person.initials.is_some() && rows.any(led)
    });
    let places = shared.filter_map(|person| Some(person.told.first()?.1.place));
    let shared: Vec<Place> = places.filter(|place| !used.contains(place)).collect();
    let told = shared.iter();
    let told = told.map(|place| page.not_understood(place.row, place.column));
    table.faults.extend(told);
    used
}

/// The people that a cell tells of.
fn listed(page: &Page<'_>, cell: &Cell, lacking: &[&'static Item]) -> Vec<Person> {
    let Some(text) = text(cell).filter(|text| text.len() <= 400) else {
        return Vec::new();
    };
    let place = (cell.row, cell.column);
    if let Some((initials, person)) = initials(text) {
        return person_of(page, person, place, lacking, Some(initials))
            .into_iter()
            .collect();
    }
    if is_initials(text) {
        let mut right = page.grid.row(cell.row).iter();
        let right = right.find(|other| other.column > cell.column);
        let name = right.and_then(super::grid::text).unwrap_or_default();
        if stands_for(text, name) {
            let rest = page.grid.row(cell.row).iter();
            let rest = rest.filter(|other| other.column > cell.column).take(4);
            let texts: Vec<String> = rest
                .map(|it| crate::cell::typed(&it.content).into())
                .collect();
            return person_of(page, &texts.join(", "), place, lacking, Some(text.trim()))
                .into_iter()
                .collect();
        }
        return Vec::new();
    }
    let mut buffer = String::new();
    let numbers = text
        .split_once([':', '.', ' '])
        .filter(|(head, _)| {
            fold_into(head, &mut buffer);
            matches!(
                buffer.as_str(),
                "tlf" | "telefon" | "mobil" | "mob" | "telefonnummer" | "tlfnr"
            )
        })
        .map(|(_, rest)| rest);
    let pieces: Vec<&str> = match numbers {
        Some(rest) => rest.split([',', ';', '\n']).collect(),
        None => vec![text],
    };
    let people = pieces.into_iter();
    people
        .filter(|piece| piece.contains(|sign: char| sign.is_ascii_digit()))
        .filter_map(|piece| person_of(page, piece, place, lacking, None))
        .collect()
}

/// A person with what stands behind the name.
fn person_of(
    page: &Page<'_>,
    text: &str,
    place: (u32, u16),
    lacking: &[&'static Item],
    initials: Option<&str>,
) -> Option<Person> {
    let mut draft = Draft::new(3);
    let content = Content::Text(text.trim().into());
    draft.take(
        Field::Leader,
        page.hear_content(&content, place, Field::Leader, Kind::Text),
    );
    apart::take(page, &mut draft, lacking);
    let (_, name) = draft.told.first()?;
    let whole = !name
        .typed
        .contains(|sign: char| sign.is_ascii_digit() || sign == ',');
    (whole && (initials.is_some() || draft.told.len() > 1)).then(|| Person {
        initials: initials.map(str::to_owned),
        told: draft.told,
    })
}

/// "KN = Kari Nordlys": the initials and the rest.
fn initials(text: &str) -> Option<(&str, &str)> {
    let (head, rest) = text.split_once(['=', ':', '–', '-'])?;
    let name = rest.split([',', '(']).next().unwrap_or(rest);
    (is_initials(head) && stands_for(head, name)).then_some((head.trim(), rest.trim()))
}

fn is_initials(text: &str) -> bool {
    let letters = text.trim().trim_end_matches('.');
    (2..=MOST_INITIALS).contains(&letters.chars().count())
        && letters.chars().all(char::is_uppercase)
}

/// Whether letters are those that the words of a name begin with.
fn stands_for(letters: &str, name: &str) -> bool {
    let firsts: String = name
        .split([' ', '-'])
        .filter_map(|word| word.chars().next())
        .collect();
    let letters = letters.trim().trim_end_matches('.');
    let ends: Option<String> = firsts
        .chars()
        .next()
        .zip(firsts.chars().next_back())
        .map(|(first, last)| [first, last].iter().collect());
    firsts.chars().count() >= 2 && (firsts == letters || ends.as_deref() == Some(letters))
}

/// Gives a row what is known of its leader; tells the cell that it was told in.
fn name(row: &mut Row, people: &[Person]) -> Option<Place> {
    let leader = row.told(Field::Leader)?;
    let typed = leader.typed.trim().trim_end_matches('.').to_owned();
    let own = folded_name(&typed);
    let mut known = people.iter().filter(|person| {
        let by_initials = person
            .initials
            .as_deref()
            .map(|it| it.trim_end_matches('.'));
        let named = person
            .told
            .first()
            .map(|(_, told)| folded_name(&told.typed));
        by_initials == Some(typed.as_str()) || named == Some(own.clone())
    });
    let person = known.next()?;
    let same = |other: &Person| {
        let texts = |person: &Person| -> Vec<_> {
            person
                .told
                .iter()
                .map(|(field, told)| (*field, told.typed.clone()))
                .collect()
        };
        texts(other) == texts(person)
    };
    // Two who share their initials are nobody in particular.
    if !known.all(same) {
        return None;
    }
    let place = leader.place;
    let (_, told) = person.told.first()?;
    let used = told.place;
    for (field, told) in &person.told {
        if *field == Field::Leader {
            if let Some((_, mine)) = row
                .cells
                .iter_mut()
                .find(|(field, _)| *field == Field::Leader)
            {
                *mine = Told {
                    place,
                    ..told.clone()
                };
            }
        } else if row.told(*field).is_none() {
            row.cells.push((*field, told.clone()));
        }
    }
    Some(used)
}
