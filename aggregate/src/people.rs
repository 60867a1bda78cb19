//! The merged list of peer supporters: the same person on two lists is one.

use std::collections::BTreeMap;

use samlerapport_ingest::Place;
use samlerapport_validate::CountedPerson;

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

/// Merges all lists of the basis year.
///
/// Two rows name the same person when the folded names are equal and the telephones
/// are equal or one is unknown. A row without telephone that fits several persons
/// goes to the first of them: it never makes one more.
pub(crate) fn merge(basis: &Basis<'_>) -> Vec<MergedPerson> {
    let listed = basis.counted().flat_map(|accepted| {
        accepted
            .people()
            .iter()
            .map(move |person| (accepted.chapter(), person))
    });
    merge_listed(listed.collect())
}

fn merge_listed(mut listed: Vec<(&str, &CountedPerson)>) -> Vec<MergedPerson> {
    listed.sort_by_key(|(chapter, person)| (order(chapter), person.delivery, person.place));
    let mut by_name: BTreeMap<&str, Vec<(&str, &CountedPerson)>> = BTreeMap::new();
    for (chapter, person) in listed {
        by_name
            .entry(&person.folded_name)
            .or_default()
            .push((chapter, person));
    }
    let mut people: Vec<MergedPerson> = by_name.values().flat_map(|rows| namesakes(rows)).collect();
    people.sort_by(|one, other| {
        (order(&one.chapter), &one.name).cmp(&(order(&other.chapter), &other.name))
    });
    people
}

/// The persons behind rows with one and the same folded name.
fn namesakes(rows: &[(&str, &CountedPerson)]) -> Vec<MergedPerson> {
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
            Some(MergedPerson {
                name: head.name.clone(),
                chapter: head.chapter.clone(),
                listings,
            })
        })
        .collect()
}
