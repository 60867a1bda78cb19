//! The merged list of peer supporters: the same person on two lists is one.

use std::collections::BTreeMap;

use samlerapport_ingest::Place;
use samlerapport_validate::{Accepted, CountedPerson};

use crate::basis::Basis;
use crate::roll::order;

#[cfg(test)]
mod tests;

/// One peer supporter, however many lists name her or him.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergedPerson {
    /// The name as the first list has it.
    pub name: String,
    /// The number of the chapter that the person is counted under: the first by number.
    pub chapter: String,
    /// Every row that names the person, the first chapter's first.
    pub listings: Vec<Listing>,
}

/// A row of a form 4 that names the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The chapter's number.
    pub chapter: String,
    /// The name as typed there.
    pub name: String,
    /// The delivery.
    pub delivery: i64,
    /// The row in it.
    pub place: Place,
}

/// The persons behind what these chapters count.
pub fn same_people<'a>(accepted: impl Iterator<Item = &'a Accepted>) -> Vec<MergedPerson> {
    let listed = accepted.flat_map(|accepted| {
        let people = accepted.people().iter();
        people.map(move |person| (accepted.chapter(), person))
    });
    merge_listed(listed.collect())
}

/// Merges all lists of the basis year.
///
/// Two rows name the same person when the folded names are equal and the telephones
/// are equal or one is unknown. A row without telephone that fits several persons
/// goes to the first of them: it never makes one more. Other spellings of a name, and a
/// changed surname behind the same first name, are one where the telephone is the same.
pub(crate) fn merge(basis: &Basis<'_>) -> Vec<MergedPerson> {
    same_people(basis.counted())
}

fn merge_listed(mut listed: Vec<(&str, &CountedPerson)>) -> Vec<MergedPerson> {
    listed.sort_by_key(|(chapter, person)| (order(chapter), person.delivery, person.place));
    let (own, listed): (Vec<_>, Vec<_>) = listed.into_iter().partition(|(_, person)| person.own);
    let mut by_name: BTreeMap<&str, Vec<(&str, &CountedPerson)>> = BTreeMap::new();
    for (chapter, person) in listed {
        by_name
            .entry(&person.folded_name)
            .or_default()
            .push((chapter, person));
    }
    let mut people: Vec<_> = by_name.values().flat_map(|rows| namesakes(rows)).collect();
    people.sort_by(|(one, _), (other, _)| {
        (order(&one.chapter), &one.name).cmp(&(order(&other.chapter), &other.name))
    });
    let mut people = under_other_names(people);
    people.extend(own.into_iter().map(alone));
    people.sort_by(|one, other| {
        (order(&one.chapter), &one.name).cmp(&(order(&other.chapter), &other.name))
    });
    people
}

/// Someone of whom an adviser has decided that it is nobody else.
fn alone((chapter, person): (&str, &CountedPerson)) -> MergedPerson {
    MergedPerson {
        name: person.name.clone(),
        chapter: chapter.to_owned(),
        listings: vec![Listing {
            chapter: chapter.to_owned(),
            name: person.name.clone(),
            delivery: person.delivery,
            place: person.place,
        }],
    }
}

/// Joins those who are known under several names, by their telephone.
fn under_other_names(people: Vec<(MergedPerson, &CountedPerson)>) -> Vec<MergedPerson> {
    let mut joined: Vec<(MergedPerson, &CountedPerson)> = Vec::new();
    let mut by_phone: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (person, row) in people {
        let Some(phone) = row.phone.as_deref() else {
            joined.push((person, row));
            continue;
        };
        let known = by_phone.entry(phone).or_default();
        let is_one = |at: &&usize| {
            let other = joined.get(**at);
            other.is_some_and(|(_, other)| row.is_known_as(other))
        };
        let found = known.iter().find(is_one).copied();
        if let Some((other, _)) = found.and_then(|at| joined.get_mut(at)) {
            other.listings.extend(person.listings);
        } else {
            known.push(joined.len());
            joined.push((person, row));
        }
    }
    joined.into_iter().map(|(person, _)| person).collect()
}

/// The persons behind rows with one and the same folded name, each with a row that tells
/// the telephone if any does.
fn namesakes<'p>(rows: &[(&str, &'p CountedPerson)]) -> Vec<(MergedPerson, &'p CountedPerson)> {
    let mut phones: Vec<Option<&str>> = Vec::new();
    for (_, person) in rows {
        let phone = person.phone.as_deref();
        if phone.is_some() && !phones.contains(&phone) {
            phones.push(phone);
        }
    }
    if phones.is_empty() {
        phones.push(None);
    }
    let first = phones.first().copied().flatten();
    phones
        .into_iter()
        .filter_map(|phone| {
            let listings: Vec<Listing> = rows
                .iter()
                .filter(|(_, person)| person.phone.as_deref().or(first) == phone)
                .map(|(chapter, person)| Listing {
                    chapter: (*chapter).to_owned(),
                    name: person.name.clone(),
                    delivery: person.delivery,
                    place: person.place,
                })
                .collect();
            let head = listings.first()?;
            let (_, row) = rows
                .iter()
                .find(|(_, person)| person.phone.as_deref() == phone)?;
            let person = MergedPerson {
                name: head.name.clone(),
                chapter: head.chapter.clone(),
                listings,
            };
            Some((person, *row))
        })
        .collect()
}
