//! The counties (*fylker*), present and former, and how people write them.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::fold::folded_name;

/// A county as it is or was.
#[derive(Debug, PartialEq, Eq)]
pub struct County {
    /// The number that municipality numbers begin with.
    pub number: &'static str,
    /// The name.
    pub name: &'static str,
    /// The year after which it was no more; `None` for a present county.
    pub until: Option<u16>,
    /// The present counties that it is part of; itself for a present county.
    pub now: &'static [&'static str],
    /// Names in other languages and shorter forms.
    pub also: &'static [&'static str],
}

/// What a typed county was found to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountyFound {
    /// One county, present or former.
    County(&'static County),
    /// No county has this name.
    Unknown,
}

impl CountyFound {
    /// The present county, where there is just one that it can be.
    pub fn present(self) -> Option<&'static str> {
        match self {
            Self::County(County { now: [name], .. }) => Some(name),
            Self::County(_) | Self::Unknown => None,
        }
    }

    /// The present counties that it can be.
    pub fn possible(self) -> &'static [&'static str] {
        match self {
            Self::County(county) => county.now,
            Self::Unknown => &[],
        }
    }
}

/// Finds a county by name or number, over spelling variants.
pub fn county(text: &str) -> CountyFound {
    let folded = plain(text);
    let number = folded.trim_start_matches('0');
    let found = NAMES.get(folded.as_str()).copied().or_else(|| {
        let numbered = |county: &&County| county.number.trim_start_matches('0') == number;
        COUNTIES
            .iter()
            .find(|county| !number.is_empty() && numbered(county))
    });
    found.map_or(CountyFound::Unknown, CountyFound::County)
}

/// The counties by their names as they are compared; of two with one name the present one.
static NAMES: LazyLock<HashMap<String, &'static County>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    let (present, former): (Vec<_>, Vec<_>) =
        COUNTIES.iter().partition(|county| county.until.is_none());
    for county in present.into_iter().chain(former) {
        for name in std::iter::once(&county.name).chain(county.also) {
            names.entry(plain(name)).or_insert(county);
        }
    }
    names
});

/// The names in a cell that lists several counties, each as found: "Innlandet,
/// Møre og Romsdal og Trøndelag" are three.
pub fn counties(text: &str) -> Vec<(String, CountyFound)> {
    let parts = text.split([',', ';', '/', '\n', '+']).map(str::trim);
    parts
        .filter(|part| !part.is_empty())
        .flat_map(split_at_og)
        .collect()
}

/// The present county with the name most like a misspelt one.
pub fn nearest_county(text: &str) -> Option<&'static str> {
    let folded = plain(text);
    let mut near: Vec<(usize, &'static str)> = COUNTIES
        .iter()
        .filter(|county| county.until.is_none())
        .map(|county| {
            (
                strsim::osa_distance(&plain(county.name), &folded),
                county.name,
            )
        })
        .filter(|(distance, name)| *distance * 3 <= name.chars().count())
        .collect();
    near.sort_unstable();
    near.first().map(|(_, name)| *name)
}

/// The names of the present counties, in the order of their numbers.
pub fn present_counties() -> impl Iterator<Item = &'static str> {
    let present = COUNTIES.iter().filter(|county| county.until.is_none());
    present.map(|county| county.name)
}

fn split_at_og(part: &str) -> Vec<(String, CountyFound)> {
    let whole = county(part);
    if whole != CountyFound::Unknown {
        return vec![(part.to_owned(), whole)];
    }
    for (at, and) in part.match_indices(" og ") {
        let (Some(first), Some(rest)) = (part.get(..at), part.get(at + and.len()..)) else {
            continue;
        };
        let found = county(first);
        if found != CountyFound::Unknown {
            let mut all = vec![(first.to_owned(), found)];
            all.extend(split_at_og(rest));
            return all;
        }
    }
    vec![(part.to_owned(), CountyFound::Unknown)]
}

/// A county's name as it is compared: "Møre & Romsdal fylkeskommune" is "møre
/// og romsdal".
fn plain(text: &str) -> String {
    let folded = folded_name(&text.replace('&', " og "));
    let mut words: Vec<&str> = folded.split(' ').collect();
    while words.len() > 1
        && words
            .last()
            .is_some_and(|word| ["fylke", "fylkeskommune", "fylkeslag", "kommune"].contains(word))
    {
        words.pop();
    }
    words.join(" ")
}

const fn present(
    number: &'static str,
    name: &'static str,
    now: &'static [&'static str],
    also: &'static [&'static str],
) -> County {
    County {
        number,
        name,
        until: None,
        now,
        also,
    }
}

const fn former(
    number: &'static str,
    name: &'static str,
    until: u16,
    now: &'static [&'static str],
) -> County {
    County {
        number,
        name,
        until: Some(until),
        now,
        also: &[],
    }
}

/// The present counties by number, then the former ones.
pub static COUNTIES: [County; 28] = [
    present("03", "Oslo", &["Oslo"], &["Oslove"]),
    present("11", "Rogaland", &["Rogaland"], &[]),
    present(
        "15",
        "Møre og Romsdal",
        &["Møre og Romsdal"],
        &["M og R", "Møre-Romsdal"],
    ),
    present(
        "18",
        "Nordland",
        &["Nordland"],
        &["Nordlánnda", "Nordland - Nordlánnda"],
    ),
    present("31", "Østfold", &["Østfold"], &[]),
    present("32", "Akershus", &["Akershus"], &[]),
    present("33", "Buskerud", &["Buskerud"], &[]),
    present("34", "Innlandet", &["Innlandet"], &[]),
    present("39", "Vestfold", &["Vestfold"], &[]),
    present("40", "Telemark", &["Telemark"], &[]),
    present("42", "Agder", &["Agder"], &[]),
    present("46", "Vestland", &["Vestland"], &[]),
    present(
        "50",
        "Trøndelag",
        &["Trøndelag"],
        &["Trööndelage", "Trøndelag - Trööndelage"],
    ),
    present(
        "55",
        "Troms",
        &["Troms"],
        &["Romsa", "Tromssa", "Troms - Romsa - Tromssa"],
    ),
    present(
        "56",
        "Finnmark",
        &["Finnmark"],
        &["Finnmárku", "Finmarkku", "Finnmark - Finnmárku - Finmarkku"],
    ),
    former("30", "Viken", 2023, &["Østfold", "Akershus", "Buskerud"]),
    former(
        "38",
        "Vestfold og Telemark",
        2023,
        &["Vestfold", "Telemark"],
    ),
    former("54", "Troms og Finnmark", 2023, &["Troms", "Finnmark"]),
    former("04", "Hedmark", 2019, &["Innlandet"]),
    former("05", "Oppland", 2019, &["Innlandet"]),
    former("09", "Aust-Agder", 2019, &["Agder"]),
    former("10", "Vest-Agder", 2019, &["Agder"]),
    former("12", "Hordaland", 2019, &["Vestland"]),
    former("14", "Sogn og Fjordane", 2019, &["Vestland"]),
    former("16", "Sør-Trøndelag", 2017, &["Trøndelag"]),
    former("17", "Nord-Trøndelag", 2017, &["Trøndelag"]),
    former("19", "Troms", 2019, &["Troms"]),
    former("20", "Finnmark", 2019, &["Finnmark"]),
];

#[cfg(test)]
mod tests;
