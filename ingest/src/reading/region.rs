//! County and municipality told in one cell: "Nordland, Hadsel kommune".

use super::fields::Fields;
use super::page::Page;
use crate::county::{CountyFound, county};
use crate::form::{Field, Kind};
use crate::workbook::Content;

/// Shares what stands under one of the two labels between both fields.
pub(super) fn read(page: &Page<'_>, fields: &mut Fields) {
    for (field, other) in [
        (Field::County, Field::Municipality),
        (Field::Municipality, Field::County),
    ] {
        let told = fields.told.iter().find(|(told, _)| *told == field);
        let Some((_, told)) = told.filter(|_| !fields.has(other)) else {
            continue;
        };
        let at = (told.place.row, told.place.column);
        let Some(both) = both(&told.typed) else {
            continue;
        };
        fields.told.retain(|(told, _)| *told != field);
        take(page, fields, at, &both);
    }
}

/// A county and a municipality.
pub(super) struct Region {
    county: String,
    municipality: String,
}

/// Gives both fields what one cell told.
pub(super) fn take(page: &Page<'_>, fields: &mut Fields, at: (u32, u16), region: &Region) {
    for (field, kind, text) in [
        (Field::County, Kind::County, &region.county),
        (
            Field::Municipality,
            Kind::Municipality,
            &region.municipality,
        ),
    ] {
        let content = Content::Text(text.as_str().into());
        fields.take(field, page.hear_content(&content, at, field, kind));
    }
}

/// The two names in a text, if one of them is a county and it is clear which.
pub(super) fn both(text: &str) -> Option<Region> {
    let parts = text
        .split([',', '/', ';', '(', ')', '\n'])
        .flat_map(|part| part.split(" - "))
        .flat_map(|part| part.split(" – "));
    let parts: Vec<&str> = parts
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let [one, other] = parts.as_slice() else {
        return None;
    };
    let is_county = |text: &str| county(text) != CountyFound::Unknown;
    let says = |text: &str, word: &str| text.to_lowercase().split(' ').any(|own| own == word);
    // Oslo is both, and so are names that counties share with municipalities.
    let first = is_county(one) && !says(one, "kommune");
    let second = is_county(other) && !says(other, "kommune");
    let (county, municipality) = match (first, second) {
        (true, false) => (one, other),
        (false, true) => (other, one),
        (true, true) if one.eq_ignore_ascii_case(other) => (one, other),
        (true, true) | (false, false) => return None,
    };
    let named = municipality.chars().any(char::is_alphabetic) && !says(municipality, "fylke");
    named.then(|| Region {
        county: without(county, "fylke").to_owned(),
        municipality: without(municipality, "kommune").to_owned(),
    })
}

/// "Hadsel i Nordland", "Laget hører til i Bømlo kommune i Vestland": the name before the
/// county, and nothing else behind it.
pub(super) fn within(text: &str) -> Option<Region> {
    let text = text.trim().trim_end_matches('.');
    let (before, name) = text.rsplit_once(" i ")?;
    let county_name = without(name, "fylke");
    if !matches!(county(county_name), CountyFound::County(_)) {
        return None;
    }
    let says = before.ends_with(" kommune");
    let before = without(before, "kommune");
    // The last words with capitals: "høyrer til i Bømlo".
    let small = |word: &str| !word.starts_with(char::is_uppercase);
    let start = before.rmatch_indices(' ').map(|(at, _)| at + 1).chain([0]);
    let mut starts = start.take_while(|at| !before.get(*at..).is_none_or(small));
    let municipality = before.get(starts.by_ref().last()?..)?;
    let alone = municipality.len() == before.len();
    (is_plain(municipality) && (says || alone)).then(|| Region {
        county: county_name.to_owned(),
        municipality: municipality.to_owned(),
    })
}

/// Two names and nothing else, of which one is a county's: "Hadsel (Nordland)".
pub(super) fn plain(names: &[&str]) -> Option<Region> {
    let [one, other] = names else { return None };
    let both = both(&format!("{one}, {other}"))?;
    let sure = matches!(county(&both.county), CountyFound::County(_));
    (sure && is_plain(&both.municipality)).then_some(both)
}

/// Whether a text may be a municipality's name, and is no house.
fn is_plain(text: &str) -> bool {
    let lower = text.to_lowercase();
    let houses = [
        "huset",
        "hus",
        "salen",
        "sentralen",
        "skole",
        "skule",
        "kirke",
        "kyrkje",
        "biblioteket",
        "kafé",
    ];
    text.starts_with(char::is_uppercase)
        && text.split(' ').count() <= 3
        && text
            .chars()
            .all(|sign| sign.is_alphabetic() || matches!(sign, ' ' | '-'))
        && !houses.iter().any(|house| lower.ends_with(house))
}

/// A name without the word for what it is, before it or after it.
fn without<'a>(text: &'a str, word: &str) -> &'a str {
    if let Some((name, last)) = text.rsplit_once(' ')
        && last.eq_ignore_ascii_case(word)
    {
        return name.trim_end();
    }
    match text.split_once(' ') {
        Some((first, name)) if first.eq_ignore_ascii_case(word) => name.trim_start(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::both;

    #[test]
    fn two_names_in_one_cell() {
        for (text, wanted) in [
            ("Nordland, Hadsel kommune", Some(("Nordland", "Hadsel"))),
            (
                "Hadsel kommune, Nordland fylke",
                Some(("Nordland", "Hadsel")),
            ),
            ("Østfold / Marker", Some(("Østfold", "Marker"))),
            ("Marker (Østfold)", Some(("Østfold", "Marker"))),
            (
                "Møre og Romsdal - Aukra",
                Some(("Møre og Romsdal", "Aukra")),
            ),
            (
                "Kommune Hadsel, Nordland fylke",
                Some(("Nordland", "Hadsel")),
            ),
            ("Oslo / Oslo", Some(("Oslo", "Oslo"))),
            ("Troms og Finnmark", None),
            ("Østfold/Akershus", None),
            ("Hadsel, Øksnes", None),
            ("Nordland", None),
            ("Nordland, Hadsel, Øksnes", None),
        ] {
            let found = both(text);
            let found = found
                .as_ref()
                .map(|both| (both.county.as_str(), both.municipality.as_str()));
            assert_eq!(found, wanted, "{text}");
        }
    }
}
