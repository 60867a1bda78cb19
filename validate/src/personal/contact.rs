//! E-mail addresses and telephone numbers in running text.

use super::number::{Group, groups};
use super::{Found, Kind};

/// Finds e-mail addresses.
pub(super) fn find_emails(text: &str, found: &mut Vec<Found>) {
    for (at, _) in text.match_indices('@') {
        let (Some(before), Some(after)) = (text.get(..at), text.get(at + 1..)) else {
            continue;
        };
        let of_name = |sign: char| sign.is_alphanumeric() || "._%+-".contains(sign);
        let of_domain = |sign: char| sign.is_alphanumeric() || ".-".contains(sign);
        let name = before.len() - before.trim_end_matches(of_name).len();
        let domain = after.len() - after.trim_start_matches(of_domain).len();
        let domain = after.get(..domain).unwrap_or_default();
        let domain = domain.trim_end_matches(['.', '-']);
        let ending = domain.rsplit_once('.').map_or("", |(_, ending)| ending);
        if name > 0 && ending.chars().count() >= 2 {
            found.push(Found {
                kind: Kind::Email,
                start: at - name,
                end: at + 1 + domain.len(),
            });
        }
    }
}

const SHAPES: &[&[usize]] = &[&[8], &[3, 2, 3], &[2, 2, 2, 2], &[4, 4]];

/// Fewer digits are no number.
pub(super) const FEWEST: usize = 8;

/// Finds telephone numbers.
pub(super) fn find_phones(text: &str, found: &mut Vec<Found>) {
    let groups = groups(text);
    // A number stands by itself: digits that go on before or after are something else.
    for chain in groups.chunk_by(|_, next| next.joined_by.is_some()) {
        let (chain, with_country) = match chain.split_first() {
            Some((first, rest)) if matches!(first.digits, "47" | "0047") && !rest.is_empty() => {
                (rest, true)
            }
            _ => (chain, false),
        };
        let lengths: Vec<usize> = chain.iter().map(|group| group.digits.len()).collect();
        let digits: String = chain.iter().map(|group| group.digits).collect();
        let national = digits
            .strip_prefix("0047")
            .or_else(|| digits.strip_prefix("47").filter(|rest| rest.len() == 8))
            .filter(|_| chain.len() == 1);
        let blanks = chain
            .iter()
            .skip(1)
            .all(|group| group.joined_by.is_some_and(char::is_whitespace));
        let shaped = blanks && SHAPES.contains(&lengths.as_slice());
        let whole = national.is_some_and(|national| national.len() == 8);
        let is_phone = if whole || with_country {
            whole || shaped
        } else {
            shaped && is_likely(&digits, chain)
        };
        if let (true, Some(first), Some(last)) = (is_phone, chain.first(), chain.last()) {
            found.push(Found {
                kind: Kind::Phone,
                start: first.start,
                end: last.end,
            });
        }
    }
}

/// Norwegian numbers begin with 2 to 9; a date, a pair of years and a pair of times
/// have eight digits too.
fn is_likely(digits: &str, chain: &[Group<'_>]) -> bool {
    let part = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse().ok());
    let is_day = |day: Option<u32>, month: Option<u32>, year: Option<u32>| {
        day.is_some_and(|day| (1..=31).contains(&day))
            && month.is_some_and(|month| (1..=12).contains(&month))
            && year.is_some_and(|year| (1900..2100).contains(&year))
    };
    let date =
        is_day(part(0, 2), part(2, 4), part(4, 8)) || is_day(part(6, 8), part(4, 6), part(0, 4));
    let low = |number: Option<u32>| number.is_some_and(|number| number < 2400);
    let pair = chain.len() == 2 && low(part(0, 4)) && low(part(4, 8));
    digits.starts_with(['2', '3', '4', '5', '6', '7', '8', '9']) && !date && !pair
}
