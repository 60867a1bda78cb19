//! Standing at a stand, with or without the word.

use super::concept::Concept;
use super::evidence::{Evidence, Question};
use super::line::{Line, Token};
use super::reading::Reading;
use super::spoken_of;
use super::stall;
use super::substance::Substance;
use super::weighed::Weighed;

/// Weighs whether people stood at a stand.
pub(super) fn weigh(reading: &Reading<'_>, substance: Substance) -> Weighed {
    let named = reading.title.all(Concept::Stand).next().is_some();
    let stood = reading.title.all(Concept::Stand).find(|at| {
        !reading.title.only_mentioned(*at)
            && !is_practised(&reading.title, *at)
            && !is_firing_point(reading, *at)
            && !spoken_of::in_title(reading, substance, *at)
    });
    if let Some(at) = stood {
        let evidence = reading.title.evidence(at);
        return if substance.full && was_another_day(&reading.title, at) {
            Weighed::Open(Question::StandOrTalk, evidence)
        } else {
            Weighed::Yes(evidence)
        };
    }
    if named {
        return Weighed::No;
    }
    if let Some(at) = reading.kind.find(Concept::Stand) {
        return Weighed::Yes(reading.kind.evidence(at));
    }
    if let Some(evidence) = stall::told(reading).filter(|_| !reading.says(Concept::Course)) {
        return Weighed::Yes(evidence);
    }
    // Two who talk on a bench are no stand.
    if reading.says(Concept::OneToOne) && reading.words.participants == Some((1, 1)) {
        return Weighed::No;
    }
    scene(reading, substance)
}

/// "Standen var på fredag. Dette er …": what is told of may be another day.
fn was_another_day(line: &Line<'_>, at: usize) -> bool {
    let word = |at: usize| line.tokens.get(at).map(|token| token.folded.as_str());
    let clause = line.tokens.get(at).map(|token| token.clause);
    word(at).is_some_and(|word| word.ends_with("standen"))
        && matches!(word(at + 1), Some("var" | "hadde" | "va"))
        && line.tokens.last().map(|token| token.clause) != clause
}

/// "Standplass: vi skjøt på blink": where one who shoots stands.
fn is_firing_point(reading: &Reading<'_>, at: usize) -> bool {
    let title = &reading.title;
    let named = title
        .tokens
        .get(at)
        .is_some_and(|token| token.folded.starts_with("standplass"));
    let shooting = |token: &Token<'_>| {
        [
            "skyt", "skjøt", "skaut", "skøt", "blink", "rifle", "gevær", "bueskyt", "skiskyt",
        ]
        .iter()
        .any(|part| token.folded.starts_with(part))
    };
    let mut words = title.tokens.iter().chain(reading.venue.tokens);
    named && words.any(shooting)
}

/// "Å tørre å stå på stand": practised, not done. "For å stå på stand" was done.
fn is_practised(line: &Line<'_>, at: usize) -> bool {
    let before = |steps: usize| {
        at.checked_sub(steps)
            .and_then(|index| line.tokens.get(index))
            .map(|token| token.folded.as_str())
    };
    let infinitive = matches!(before(3), Some("å" | "og")) && before(2) == Some("stå");
    let course = before(1) == Some("i") && line.led_by(at, 3, Concept::Course);
    course || infinitive && before(4) != Some("for")
}

/// The scene of a stand: things handed out or sold, members recruited, a table where
/// people pass.
fn scene(reading: &Reading<'_>, substance: Substance) -> Weighed {
    let title = &reading.title;
    let seen = |concept| {
        title
            .all(concept)
            .find(|at| !title.led_by(*at, 3, Concept::Not))
    };
    let handout = seen(Concept::Handout);
    let giveout = seen(Concept::Giveout);
    let handed_out = handout.filter(|_| giveout.is_some());
    let recruited = seen(Concept::Recruit)
        .map(|at| title.evidence(at))
        .or_else(|| {
            let at = reading.kind.find(Concept::Recruit)?;
            Some(reading.kind.evidence(at))
        });
    let furniture = seen(Concept::Furniture)
        .map(|at| title.evidence(at))
        .or_else(|| {
            let at = reading.kind.find(Concept::Furniture)?;
            Some(reading.kind.evidence(at))
        });
    let passers = seen(Concept::Passers);
    let sold = seen(Concept::Sell);
    let hard = handout.or(giveout).or(passers).or(sold).is_some()
        || recruited.is_some()
        || furniture.is_some();
    let laid_out = handout.is_some() && furniture.is_some() && !substance.is_talk();
    let signs = [
        handout.map(|at| title.evidence(at)),
        giveout.map(|at| title.evidence(at)),
        recruited.clone(),
        furniture,
        passers.map(|at| title.evidence(at)),
        sold.map(|at| title.evidence(at)),
        seen(Concept::Manned).map(|at| title.evidence(at)),
        public(reading),
    ];
    let found = signs.iter().flatten().count();
    let clear = laid_out || handed_out.is_some() || recruited.is_some() && !substance.full;
    let given = giveout.is_some() && !substance.is_talk();
    let score = found + usize::from(clear) + usize::from(given && !clear);
    let Some(first) = signs.into_iter().flatten().next() else {
        return Weighed::No;
    };
    let group_of_its_own = substance.full && reading.kind.has(Concept::Group);
    match score {
        0 | 1 => Weighed::No,
        2 if group_of_its_own => Weighed::No,
        _ if substance.full
            && !(laid_out || recruited.is_some() || passers.is_some())
            && are_slips(reading, handed_out) =>
        {
            Weighed::Open(Question::StandOrTalk, first)
        }
        // Standing somewhere in public, and no more: a stand, or a feast of one's own.
        _ if !hard && substance.full => Weighed::No,
        _ if !hard => Weighed::Open(Question::StandOrTalk, first),
        _ if group_of_its_own && !clear => Weighed::Open(Question::StandOrTalk, first),
        2 if public(reading).is_none() && !clear && !given => Weighed::No,
        _ => Weighed::Yes(first),
    }
}

/// Cards with questions on, handed round in a room of one's own.
fn are_slips(reading: &Reading<'_>, handed_out: Option<usize>) -> bool {
    let token = handed_out.and_then(|at| reading.title.tokens.get(at));
    public(reading).is_none()
        && token.is_some_and(|token| {
            ["lapp", "bøk", "drops", "sjokolade", "epler"]
                .iter()
                .any(|part| token.folded.starts_with(part))
        })
}

fn public(reading: &Reading<'_>) -> Option<Evidence> {
    [&reading.title, &reading.kind, &reading.venue]
        .into_iter()
        .find_map(|line| Some(line.evidence(line.find(Concept::Public)?)))
}
