//! Times as people say them: "halv sju", "kvart over 7", and the part of the day
//! that says which seven it was.

use super::plain::Token::{self, Mark, Number, Word};
use super::words;

/// A part of the day, which the twelve hours of a clock leave open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
}

/// Minutes into the day as said in words, before it is known which half of the day.
pub(super) fn clock<'a, 'b>(found: &'b [Token<'a>]) -> Option<(u32, &'b [Token<'a>])> {
    match found {
        [Word("halv"), rest @ ..] => {
            let (hour, rest) = hour(rest)?;
            Some((before(hour, 30)?, rest))
        }
        [Word("kvart" | "kvarter"), Word("over"), rest @ ..] => {
            let (hour, rest) = hour(rest)?;
            Some((hour * 60 + 15, rest))
        }
        [Word("kvart" | "kvarter"), Word("på"), rest @ ..] => {
            let (hour, rest) = hour(rest)?;
            Some((before(hour, 15)?, rest))
        }
        [Number(..) | Word(_), Word("over" | "på"), ..] => minutes_beside(found),
        [Word(word), rest @ ..] => {
            let hour = words::number(word).filter(|hour| (1..=24).contains(hour))?;
            Some((hour * 60, rest))
        }
        _ => None,
    }
}

/// "fem på halv sju", "10 over 6".
fn minutes_beside<'a, 'b>(found: &'b [Token<'a>]) -> Option<(u32, &'b [Token<'a>])> {
    let (minutes, over, rest) = match found {
        [Number(minutes, _), Word(side), rest @ ..] => (*minutes, *side == "over", rest),
        [Word(word), Word(side), rest @ ..] => (words::number(word)?, *side == "over", rest),
        _ => return None,
    };
    if !(1..=29).contains(&minutes) {
        return None;
    }
    let (at, rest) = if let [Word("halv"), rest @ ..] = rest {
        let (hour, rest) = hour(rest)?;
        (before(hour, 30)?, rest)
    } else {
        let (hour, rest) = hour(rest)?;
        (hour * 60, rest)
    };
    let at = if over {
        at + minutes
    } else {
        at.checked_sub(minutes)?
    };
    Some((at, rest))
}

fn before(hour: u32, minutes: u32) -> Option<u32> {
    (hour * 60).checked_sub(minutes)
}

fn hour<'a, 'b>(found: &'b [Token<'a>]) -> Option<(u32, &'b [Token<'a>])> {
    let (hour, rest) = match found {
        [Number(hour, 1 | 2), rest @ ..] => (*hour, rest),
        [Word(word), rest @ ..] => (words::number(word)?, rest),
        _ => return None,
    };
    (1..=24).contains(&hour).then_some((hour, rest))
}

/// The part of the day that is told next, if one is.
pub(super) fn part<'a, 'b>(found: &'b [Token<'a>]) -> Option<(Part, &'b [Token<'a>])> {
    let after = match found {
        [Word("om" | "på"), after @ ..] => after,
        _ => found,
    };
    match after {
        [Word("e"), Mark('.'), Word("m"), rest @ ..] => Some((Part::Afternoon, rest)),
        [Word("f"), Mark('.'), Word("m"), rest @ ..] => Some((Part::Morning, rest)),
        [Word(word), rest @ ..] => Some((named(word)?, rest)),
        _ => None,
    }
}

fn named(word: &str) -> Option<Part> {
    Some(match word {
        "morgenen" | "morgonen" | "morran" | "morgen" | "morgon" | "formiddagen" | "formiddag"
        | "føremiddagen" | "føremiddag" | "fm" | "am" => Part::Morning,
        "dagen" | "dagtid" => Part::Midday,
        "ettermiddagen" | "ettermiddag" | "em" => Part::Afternoon,
        "kvelden" | "kveld" | "kveldstid" | "pm" => Part::Evening,
        "natta" | "natten" | "natt" => Part::Night,
        _ => return None,
    })
}

/// The minutes into the day that a time means in a part of it; none where the two
/// do not go together.
pub(super) fn within(minutes: u32, part: Part) -> Option<u32> {
    let later = minutes + 12 * 60;
    let hour = |hours: u32| hours * 60;
    let (from, until) = match part {
        Part::Morning => (hour(4), hour(13)),
        Part::Midday => (hour(10), hour(17)),
        Part::Afternoon => (hour(12), hour(19)),
        Part::Evening => (hour(16), hour(24)),
        Part::Night if (hour(12)..hour(13)).contains(&minutes) => return Some(minutes - hour(12)),
        Part::Night if minutes >= hour(22) => return Some(minutes),
        Part::Night => (0, hour(7)),
    };
    let fits = |minutes: &u32| (from..until).contains(minutes);
    [minutes, later].into_iter().find(fits)
}
