//! A stand told by the marks of a stall: a booth with a number, a counter, a roll-up, folk who
//! passed and took a leaflet.

use super::concept::Concept;
use super::evidence::Evidence;
use super::line::{Line, Token};
use super::reading::Reading;

/// What people set up to stand behind; a plain table stands in every room.
const STALLS: [&str; 12] = [
    "partytelt",
    "bod",
    "roll",
    "disk",
    "campingbord",
    "klappbord",
    "klaffebord",
    "lastesykkel",
    "lastesykkelen",
    "paviljong",
    "pavilion",
    "beachflagg",
];
/// How many marks beside the stall make a stand.
const ENOUGH: usize = 2;

/// A stall, and enough that goes with one: things handed out, people who passed or joined, a
/// public place, a number, another piece of it.
pub(super) fn told(reading: &Reading<'_>) -> Option<Evidence> {
    let lines = [
        &reading.title,
        &reading.venue,
        &reading.sharing,
        &reading.kind,
    ];
    let may_be = |line: &Line<'_>| {
        line.has(Concept::Furniture) || line.tokens.iter().any(|token| token.is_number)
    };
    if !lines.into_iter().any(may_be) {
        return None;
    }
    let stalls: Vec<(&Line<'_>, usize)> = lines
        .into_iter()
        .flat_map(|line| stalls(line).map(move |at| (line, at)))
        .collect();
    let (line, at) = *stalls.first()?;
    let name = |(line, at): &(&Line<'_>, usize)| {
        let token = line.tokens.get(*at);
        token.map_or("", |token| token.key.as_ref()).to_owned()
    };
    let first = name(&(line, at));
    let has = |concept| lines.into_iter().any(|line| line.has(concept));
    let marks = [
        has(Concept::Handout) || has(Concept::Giveout),
        has(Concept::Passers),
        has(Concept::Recruit) || joined(&reading.title),
        has(Concept::Public),
        stalls.iter().any(|(line, at)| is_numbered(line, *at)),
        stalls.iter().any(|stall| name(stall) != first),
    ];
    let count = marks.into_iter().filter(|mark| *mark).count();
    (count >= ENOUGH).then(|| line.evidence(at))
}

fn stalls<'l>(line: &'l Line<'_>) -> impl Iterator<Item = usize> + 'l {
    let tokens = line.tokens.iter().enumerate();
    let named = tokens.filter(|(at, token)| is_stall(token) || is_numbered(line, *at));
    named
        .map(|(at, _)| at)
        .filter(|at| !line.led_by(*at, 3, Concept::Not) && !line.is_topic(*at))
}

fn is_stall(token: &Token<'_>) -> bool {
    token.concepts.has(Concept::Furniture)
        && STALLS.iter().any(|stall| token.folded.starts_with(stall))
}

/// "Bod 27", "vi hadde bord 6".
fn is_numbered(line: &Line<'_>, at: usize) -> bool {
    let place = line.tokens.get(at).is_some_and(|token| {
        matches!(
            token.folded.as_str(),
            "bod" | "bord" | "bu" | "boa" | "telt"
        )
    });
    place && line.next(at).is_some_and(|token| token.is_number)
}

/// "Tre meldte seg inn".
fn joined(title: &Line<'_>) -> bool {
    title.tokens.windows(3).any(|words| {
        let [put, whom, into] = words else {
            return false;
        };
        matches!(
            put.folded.as_str(),
            "meldte" | "melde" | "skrev" | "skreiv" | "tegnet" | "teikna"
        ) && whom.folded == "seg"
            && into.folded == "inn"
    })
}
