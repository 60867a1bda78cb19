//! What tells of a person and does not belong in a form: found, so that it can be
//! told by its cell and masked wherever the text goes on.

mod contact;
mod number;
mod people;

use std::borrow::Cow;
use std::sync::LazyLock;

use samlerapport_ingest::{Field, FormId};

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A fødselsnummer, D-number or H-number, of the real or the synthetic series.
    Identity,
    /// The number of a bank account.
    Account,
    /// An e-mail address where none belongs.
    Email,
    /// A telephone number where none belongs.
    Phone,
    /// The name of someone who was visited.
    Visited,
    /// The name of someone of whom the text tells a diagnosis.
    Diagnosed,
}

impl Kind {
    fn mask(self) -> &'static str {
        match self {
            Self::Identity | Self::Account => "[nummer skjult]",
            Self::Email => "[e-post skjult]",
            Self::Phone => "[telefon skjult]",
            Self::Visited | Self::Diagnosed => "[navn skjult]",
        }
    }
}

/// A find: the bytes that are masked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) kind: Kind,
    start: usize,
    end: usize,
}

/// The text of a cell with what is personal in it masked, for every output.
///
/// Telephone numbers and addresses stay where the form asks for them.
pub fn mask(form: FormId, field: Field, text: &str) -> Cow<'_, str> {
    cover(text, found(form, field, text), Kind::mask)
}

/// Any text with the numbers of persons and accounts masked: a signature, a name.
pub fn mask_numbers(text: &str) -> Cow<'_, str> {
    cover(text, numbers(text), Kind::mask)
}

/// Any text without the numbers of persons and accounts: a name to compare.
pub(crate) fn without_numbers(text: &str) -> Cow<'_, str> {
    cover(text, numbers(text), |_| "")
}

/// The text of a cell with what was found in it masked.
pub(crate) fn mask_found(text: &str, found: &[Found]) -> String {
    cover(text, found.to_vec(), Kind::mask).into_owned()
}

/// All that is personal in a cell and does not belong there, in the order of the text.
pub(crate) fn found(form: FormId, field: Field, text: &str) -> Vec<Found> {
    if !is_free_text(field) {
        return numbers(text);
    }
    let signs = Signs::of(text);
    let mut found = Vec::new();
    if signs.digits >= number::FEWEST {
        number::find(text, &mut found);
    }
    if signs.at {
        contact::find_emails(text, &mut found);
    }
    if signs.digits >= contact::FEWEST {
        contact::find_phones(text, &mut found);
    }
    if signs.name {
        people::find_diagnosed(text, &mut found);
        if form == FormId::Visits {
            people::find_visited(text, &mut found);
        }
    }
    found.sort_by_key(|found| (found.start, std::cmp::Reverse(found.end)));
    found
}

/// What a text must hold before it is worth a closer look; most hold none of it.
#[derive(Clone, Copy, Debug)]
struct Signs {
    digits: usize,
    at: bool,
    name: bool,
}

const NOTHING: u8 = 0;
const DIGIT: u8 = 1;
const AT: u8 = 2;
/// A capital letter, or the first byte of a letter beyond ASCII.
const CAPITAL: u8 = 4;

/// What each byte may be a mark of.
static MARKS: LazyLock<[u8; 256]> = LazyLock::new(|| {
    let mut signs = [NOTHING; 256];
    for (byte, sign) in (0..=u8::MAX).zip(&mut signs) {
        *sign = match byte {
            b'0'..=b'9' => DIGIT,
            b'@' => AT,
            b'A'..=b'Z' | 0xC0.. => CAPITAL,
            _ => NOTHING,
        };
    }
    signs
});

impl Signs {
    fn of(text: &str) -> Self {
        let table = &*MARKS;
        let (mut digits, mut seen, mut name) = (0, 0, false);
        for (at, byte) in text.bytes().enumerate() {
            let sign = table.get(usize::from(byte)).copied().unwrap_or_default();
            if sign == NOTHING {
                continue;
            }
            digits += usize::from(sign & DIGIT);
            seen |= sign;
            if sign == CAPITAL && !name {
                name = people::is_named_at(text, at);
            }
        }
        Self {
            digits,
            at: seen & AT != 0,
            name,
        }
    }
}

/// The numbers of persons and accounts in a text.
pub(crate) fn numbers(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut digits = text.bytes().filter(u8::is_ascii_digit);
    if text.len() >= number::FEWEST && digits.nth(number::FEWEST - 1).is_some() {
        number::find(text, &mut found);
    }
    found
}

/// Whether people write sentences in this field: what the chapter did, and where.
fn is_free_text(field: Field) -> bool {
    matches!(
        field,
        Field::Title
            | Field::Type
            | Field::Theme
            | Field::Sharing
            | Field::Venue
            | Field::Organiser
            | Field::Participants
            | Field::ContactKind
            | Field::OpeningHours
            | Field::MeetingPlaceName
            | Field::MemberActivityExample
            | Field::ChangeReason
    )
}

fn cover(text: &str, found: Vec<Found>, mask: fn(Kind) -> &'static str) -> Cow<'_, str> {
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut covered = String::with_capacity(text.len());
    let mut at = 0;
    for one in found {
        // Of two that overlap, the first has covered the beginning of the other.
        if one.start >= at {
            covered.push_str(text.get(at..one.start).unwrap_or_default());
            covered.push_str(mask(one.kind));
        }
        at = at.max(one.end);
    }
    covered.push_str(text.get(at..).unwrap_or_default());
    Cow::Owned(covered)
}

#[cfg(test)]
mod tests;
