//! What the second reader sees of a row: its words, the parts of them, and a few signs.

use std::hash::Hasher;

use crate::classify::gazetteer::Country;
use crate::classify::hash::WordHasher;
use crate::classify::line::Line;
use crate::classify::reading::Reading;
use crate::classify::word::Word;

/// So many buckets the parts are dealt out to: a power of two.
pub(super) const BUCKETS: u64 = 1 << 15;

/// Fields whose words weigh alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Group {
    /// Title and type.
    Title,
    /// Theme.
    Theme,
    /// Sharing.
    Sharing,
    /// Venue.
    Venue,
    /// Organiser.
    Organiser,
}

impl Group {
    /// How many there are.
    pub(crate) const COUNT: usize = 5;

    /// Its place among them.
    #[expect(clippy::as_conversions, reason = "a unit variant of a byte-sized enum")]
    pub(crate) const fn number(self) -> u8 {
        self as u8
    }
}

/// A piece of a row.
pub(super) enum Piece<'a> {
    /// A word, with all its parts.
    Word(&'a Word, Group),
    /// Something else, by its bucket.
    Sign(usize),
}

/// Shows every piece of a row.
pub(super) fn pieces<'r>(reading: &'r Reading<'_>, mut each: impl FnMut(Piece<'r>)) {
    let lines = [
        (&reading.title, Group::Title),
        (&reading.kind, Group::Title),
        (&reading.theme, Group::Theme),
        (&reading.sharing, Group::Sharing),
        (&reading.venue, Group::Venue),
        (&reading.organiser, Group::Organiser),
    ];
    for (line, group) in lines {
        of_line(line, group, &mut each);
    }
    if !reading.is_led() {
        each(Piece::Sign(bucket(b"@unled", Group::Title)));
    }
}

fn of_line<'r>(line: &'r Line<'_>, group: Group, each: &mut impl FnMut(Piece<'r>)) {
    // A theme or sharing that is missing says something; other fields are often left blank.
    if line.is_blank() && matches!(group, Group::Theme | Group::Sharing) {
        each(Piece::Sign(bucket(b"@blank", group)));
    }
    let mut previous: Option<&Word> = None;
    for token in line.tokens {
        let word: &Word = token;
        if token.own {
            each(Piece::Sign(bucket(b"@own", group)));
        } else if word.is_number {
            each(Piece::Sign(bucket(b"@number", group)));
        } else {
            each(Piece::Word(word, group));
            if token.capital
                && let Some(country) = word.country
            {
                each(Piece::Sign(bucket(place(country), group)));
            }
        }
        if let Some(previous) = previous.filter(|_| group != Group::Venue) {
            each(Piece::Sign(pair(previous, word, group)));
        }
        previous = Some(word);
    }
}

fn place(country: Country) -> &'static [u8] {
    match country {
        Country::Norway => b"@norway",
        Country::Abroad => b"@abroad",
        Country::PerhapsAbroad => b"@perhaps",
    }
}

/// Shows the buckets of a word: the whole of it, and each run of three or four letters.
pub(super) fn parts(folded: &str, group: Group, mut each: impl FnMut(usize)) {
    let edged = format!("^{folded}$");
    each(bucket(edged.as_bytes(), group));
    let starts: Vec<usize> = edged.char_indices().map(|(at, _)| at).collect();
    let ends: Vec<usize> = starts
        .iter()
        .skip(1)
        .copied()
        .chain([edged.len()])
        .collect();
    for length in 3..=4 {
        let runs = starts.iter().zip(ends.iter().skip(length - 1));
        for run in runs.filter_map(|(from, to)| edged.get(*from..*to)) {
            if run.len() < edged.len() {
                each(bucket(run.as_bytes(), group));
            }
        }
    }
}

fn pair(one: &Word, other: &Word, group: Group) -> usize {
    let mut hasher = WordHasher::default();
    hasher.write_u8(group.number());
    hasher.write(one.folded.as_bytes());
    hasher.write_u8(b' ');
    hasher.write(other.folded.as_bytes());
    place_of(hasher)
}

fn bucket(part: &[u8], group: Group) -> usize {
    let mut hasher = WordHasher::default();
    hasher.write_u8(group.number());
    hasher.write(part);
    place_of(hasher)
}

fn place_of(hasher: WordHasher) -> usize {
    // The upper half is the better mixed one.
    usize::try_from((hasher.finish() >> 20) % BUCKETS).unwrap_or_default()
}
