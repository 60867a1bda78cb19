//! One day as typed, with as much of its month and year as stands at it.

use super::calendar;
use super::days::Item;
use super::plain::SPACED_DASH;
use super::plain::Token::{self, Mark, Number, Word};
use crate::fault::FaultKind;

pub(super) type Parsed<'a, 'b> = Result<(Item, &'b [Token<'a>]), FaultKind>;

/// A whole date in a way of writing that would be several days in a list of them:
/// "14 01 25", "19/3 25".
pub(super) fn alone(found: &[Token<'_>]) -> Option<Item> {
    let (day, month, year) = match found {
        // A month with its zero is no day of a list.
        [
            Number(day, 2),
            Number(month @ ..=9, 2),
            Number(year @ 20.., 2 | 4),
        ]
        | [Number(day, 2), Number(month, 2), Number(year, 4)]
        | [
            Number(day, 1 | 2),
            Mark('/'),
            Number(month, 1 | 2),
            Number(year @ 20.., 2),
        ] => (*day, *month, *year),
        _ => return None,
    };
    Some(Item::new(day, Some(month), Some(century(year))))
}

/// One day with as much of its month and year as stands at it.
pub(super) fn item<'a, 'b>(rest: &'b [Token<'a>]) -> Parsed<'a, 'b> {
    match rest {
        // 2014-05-17
        [
            Number(year, 4),
            Mark(first),
            Number(month, 1 | 2),
            Mark(second),
            Number(day, 1 | 2),
            after @ ..,
        ] if first == second && matches!(first, '-' | '.' | '/') => {
            Ok((Item::new(*day, Some(*month), Some(*year)), after))
        }
        // 5. mai, 5 mai
        [Number(day, 1 | 2), Mark('.'), Word(word), after @ ..]
        | [Number(day, 1 | 2), Word(word), after @ ..]
            if calendar::month(word).is_some() =>
        {
            Ok(year_after_name(*day, calendar::month(word), after))
        }
        // 3.4. juni: two days, or a range without its dash
        [
            Number(..),
            Mark('.'),
            Number(_, 1 | 2),
            Mark('.'),
            Word(word),
            ..,
        ]
        | [Number(..), Mark('.'), Number(_, 1 | 2), Word(word), ..]
            if calendar::month(word).is_some() =>
        {
            Err(FaultKind::TwoReadings)
        }
        // 5.6, 5.6.14, 5.6.2014, 5.6 2014
        [
            Number(day, 1 | 2),
            Mark('.'),
            Number(month, 1 | 2),
            after @ ..,
        ] => year_after_number(*day, *month, '.', after),
        // 5/6 and what may follow it; "5/6. juni" is two days
        [
            Number(day, 1 | 2),
            Mark('/'),
            Number(month, 1 | 2),
            after @ ..,
        ] if !names_a_month(after) => year_after_number(*day, *month, '/', after),
        // 5-6-2014
        [
            Number(day, 1 | 2),
            Mark('-'),
            Number(month, 1 | 2),
            Mark('-'),
            Number(year, 2 | 4),
            after @ ..,
        ] if !names_a_month(after) => {
            Ok((Item::new(*day, Some(*month), Some(century(*year))), after))
        }
        // A day that takes its month from the next one.
        [Number(day, 1 | 2), Mark('.'), after @ ..] | [Number(day, 1 | 2), after @ ..]
            if !after.is_empty() =>
        {
            Ok((Item::new(*day, None, None), after))
        }
        _ => Err(FaultKind::DateNotUnderstood),
    }
}

fn names_a_month(rest: &[Token<'_>]) -> bool {
    match rest {
        [Word(word), ..] | [Mark('.'), Word(word), ..] => calendar::month(word).is_some(),
        _ => false,
    }
}

fn year_after_name<'a, 'b>(
    day: u32,
    month: Option<u8>,
    rest: &'b [Token<'a>],
) -> (Item, &'b [Token<'a>]) {
    let month = month.map(u32::from);
    let rest = match rest {
        [Mark('.'), after @ ..] => after,
        _ => rest,
    };
    match rest {
        [Number(year, 4), after @ ..]
        | [
            Mark(',' | '-' | SPACED_DASH | '/'),
            Number(year, 4),
            after @ ..,
        ] => (Item::new(day, month, Some(*year)), without_dot(after)),
        // "4. mars-25", as in "8/2-15".
        [Mark('-'), Number(year @ 10.., 2)] => (Item::new(day, month, Some(century(*year))), &[]),
        [Number(year, 2), after @ ..] if !goes_on(after) => (
            Item::new(day, month, Some(century(*year))),
            without_dot(after),
        ),
        _ => (Item::new(day, month, None), rest),
    }
}

fn year_after_number<'a, 'b>(
    day: u32,
    month: u32,
    sign: char,
    rest: &'b [Token<'a>],
) -> Parsed<'a, 'b> {
    let with = |year: u32, after| {
        Ok((
            Item::new(day, Some(month), Some(century(year))),
            without_dot(after),
        ))
    };
    match rest {
        // 5.6.14, 5/6/14, 8/2-15; but "8/2-9/2" and "5.6-7.6" go on.
        [Mark('.' | '/'), Number(year, 2 | 4), after @ ..]
        | [Mark('.'), Mark('-'), Number(year, 4), after @ ..]
        | [Mark('-' | SPACED_DASH), Number(year, 4), after @ ..]
        | [Number(year, 4), after @ ..]
            if !goes_on(after) =>
        {
            with(*year, after)
        }
        [Mark('-'), Number(year, 2), after @ ..]
            if after.is_empty() && sign == '/' && *year > 9 =>
        {
            with(*year, after)
        }
        [Mark('.'), Mark('-'), Number(year @ 10.., 2)] => with(*year, &[]),
        // 8/2-15 is how a year is written; 8.2-15, 8/2-9 and 8/2 - 15 may be ranges.
        [Mark('-' | SPACED_DASH), Number(_, 1 | 2)] => Err(FaultKind::TwoReadings),
        [Mark('.'), after @ ..] => Ok((Item::new(day, Some(month), None), after)),
        _ => Ok((Item::new(day, Some(month), None), rest)),
    }
}

/// Whether a number that might be a year is the day of a further date.
fn goes_on(after: &[Token<'_>]) -> bool {
    matches!(after, [Mark('.' | '/'), Number(..), ..]) || names_a_month(after)
}

fn without_dot<'a, 'b>(rest: &'b [Token<'a>]) -> &'b [Token<'a>] {
    match rest {
        [Mark('.'), after @ ..] => after,
        _ => rest,
    }
}

fn century(year: u32) -> u32 {
    match year {
        0..=69 => 2000 + year,
        70..=99 => 1900 + year,
        _ => year,
    }
}
