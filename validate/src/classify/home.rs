//! The chapter whose row it is: what it is called and where it is at home.

use super::fold::fold;
use super::word::{Word, with_memory};

/// What the rows of one form share; read once for all of them.
#[derive(Debug, Default)]
pub(crate) struct Home {
    /// The words that are the chapter's own name.
    pub(super) own_names: Vec<Word>,
    /// Whether it is a county chapter.
    pub(super) is_county: bool,
    /// The municipality, folded.
    pub(super) municipality: String,
}

/// Words that many chapters' names share.
const SHARED: [&str; 14] = [
    "mental",
    "helse",
    "mh",
    "lokallag",
    "lokallaget",
    "lag",
    "laget",
    "fylkeslag",
    "fylkeslaget",
    "og",
    "i",
    "omegn",
    "avdeling",
    "forening",
];

impl Home {
    /// A chapter by its name, its other names (former ones, and as typed in the form),
    /// and its municipality.
    pub(crate) fn of(chapter: &str, other_names: &[&str], municipality: &str) -> Self {
        let names = std::iter::once(chapter).chain(other_names.iter().copied());
        let own_names = names
            .flat_map(|name| name.split(|letter: char| !letter.is_alphanumeric()))
            .filter(|part| part.chars().count() > 2 || is_short_name(part))
            .map(fold)
            .filter(|word| !SHARED.contains(&word.as_str()));
        Self {
            own_names: with_memory(|memory| {
                own_names
                    .filter_map(|word| {
                        let place = memory.place(&word);
                        memory.word(place).cloned()
                    })
                    .collect()
            }),
            is_county: is_county(&fold(chapter)),
            municipality: fold(municipality),
        }
    }
}

/// "Mental Helse Innmarka fylkeslag", "Smerteforeningens fylkesavdeling".
fn is_county(chapter: &str) -> bool {
    ["lag", "forening", "foreining", "avdeling", "klubb", "losje"]
        .iter()
        .any(|tail| chapter.contains(&format!("fylkes{tail}")))
}

/// "MS-laget", "Mental Helse Bø": two letters are a name if they begin as one.
fn is_short_name(part: &str) -> bool {
    part.chars().count() == 2 && part.starts_with(char::is_uppercase)
}
