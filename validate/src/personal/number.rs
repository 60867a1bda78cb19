//! Numbers of persons and bank accounts: eleven digits that check out.

use super::{Found, Kind};

/// Digits that stand together, and what stands before them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group<'t> {
    pub(super) digits: &'t str,
    pub(super) start: usize,
    pub(super) end: usize,
    /// The one sign between the group before and this one; `None` where more than a
    /// sign, or no group, lies before.
    pub(super) joined_by: Option<char>,
}

/// The groups of digits in a text.
pub(super) fn groups(text: &str) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, sign) in ends {
        if sign.is_ascii_digit() {
            start = start.or(Some(at));
        } else if let Some(from) = start.take() {
            let before = groups.last().and_then(|group| text.get(group.end..from));
            groups.push(Group {
                digits: text.get(from..at).unwrap_or_default(),
                start: from,
                end: at,
                joined_by: before.and_then(only_sign),
            });
        }
    }
    groups
}

fn only_sign(between: &str) -> Option<char> {
    let mut signs = between.chars();
    let sign = signs.next()?;
    (signs.next().is_none() && !sign.is_alphanumeric()).then_some(sign)
}

/// A way to write a number: the length of each group, and whether a zero is lost.
type Shape = (&'static [usize], bool);

const IDENTITY: &[Shape] = &[
    (&[11], false),
    (&[6, 5], false),
    (&[2, 2, 2, 5], false),
    (&[6, 3, 2], false),
    (&[10], true),
    (&[5, 5], true),
];

const ACCOUNT: &[Shape] = &[(&[11], false), (&[4, 2, 5], false)];

/// Fewer digits are no such number; one may have lost a zero.
pub(super) const FEWEST: usize = 10;

/// Finds the numbers of persons and accounts.
pub(super) fn find(text: &str, found: &mut Vec<Found>) {
    let groups = groups(text);
    let mut rest = groups.as_slice();
    while let Some((first, after)) = rest.split_first() {
        let abroad = text
            .get(..first.start)
            .is_some_and(|before| before.ends_with('+'));
        let hit = if abroad { None } else { number_at(rest) };
        if let Some((kind, count)) = hit {
            let last = rest.get(count - 1).unwrap_or(first);
            found.push(Found {
                kind,
                start: first.start,
                end: last.end,
            });
            rest = rest.get(count..).unwrap_or_default();
        } else {
            rest = after;
        }
    }
}

/// The number that begins with the first group, and how many groups it takes.
fn number_at(groups: &[Group<'_>]) -> Option<(Kind, usize)> {
    let written = |shapes: &[Shape], is: fn(&str) -> bool| {
        shapes.iter().find_map(|(lengths, lost)| {
            let digits = digits(groups, lengths, *lost)?;
            is(&digits).then_some(lengths.len())
        })
    };
    let identity = written(IDENTITY, is_identity).map(|count| (Kind::Identity, count));
    identity.or_else(|| written(ACCOUNT, is_account).map(|count| (Kind::Account, count)))
}

fn digits(groups: &[Group<'_>], lengths: &[usize], lost: bool) -> Option<String> {
    let taken = groups.get(..lengths.len())?;
    let mut digits = String::from(if lost { "0" } else { "" });
    for (index, (group, length)) in taken.iter().zip(lengths).enumerate() {
        let joined = index == 0 || group.joined_by.is_some();
        if group.digits.len() != *length || !joined {
            return None;
        }
        digits.push_str(group.digits);
    }
    // Ten digits that begin with 47 are a telephone number with its country.
    let telephone = lost && lengths.len() == 1 && digits.starts_with("047");
    (!telephone).then_some(digits)
}

/// Weights of the controls; the control itself weighs one.
const FIRST: [u32; 10] = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const SECOND: [u32; 11] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/// A day of birth and two controls. The D-number adds 40 to the day; the H-number 40,
/// the synthetic series 40, 65 or 80 to the month. From 2032 the first control may
/// leave 0 to 3 over.
fn is_identity(digits: &str) -> bool {
    let digits = numbers(digits);
    let pair = |at: usize| {
        let (tens, ones) = (digits.get(at), digits.get(at + 1));
        tens.zip(ones).map_or(0, |(tens, ones)| tens * 10 + ones)
    };
    let (day, month, year) = (pair(0), pair(2), pair(4));
    let day = if day > 40 { day - 40 } else { day };
    let month = [80, 65, 40, 0]
        .into_iter()
        .find_map(|added| month.checked_sub(added).filter(|month| *month > 0))
        .unwrap_or(0);
    let longest = match month {
        2 if year.is_multiple_of(4) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=longest).contains(&day)
        && weighed(&digits, &FIRST) % 11 <= 3
        && weighed(&digits, &SECOND).is_multiple_of(11)
}

fn is_account(digits: &str) -> bool {
    !digits.starts_with("00") && weighed(&numbers(digits), &SECOND).is_multiple_of(11)
}

fn numbers(digits: &str) -> Vec<u32> {
    digits
        .chars()
        .filter_map(|sign| sign.to_digit(10))
        .collect()
}

fn weighed(digits: &[u32], weights: &[u32]) -> u32 {
    let pairs = digits.iter().zip(weights);
    pairs.map(|(digit, weight)| digit * weight).sum()
}
