//! What is only spoken of: "Brukarrådet eg slutta i", "Da valgkomiteen ringte: kunsten å si
//! nei".
//!
//! Only where theme and sharing stand by themselves, and a leader: a row that has nothing else
//! is what its title says.

use super::concept::Concept;
use super::gazetteer::{Country, places};
use super::line::{Line, Token};
use super::reading::Reading;
use super::sharing::Sharing;
use super::substance::Substance;
use super::theme::Theme;

/// Words that open a clause in which something is told of.
const OPENS: [&str; 14] = [
    "da", "då", "når", "etter", "ætter", "ette", "før", "mens", "medan", "fordi", "hvis", "viss",
    "siden", "sidan",
];

/// Whether a word of the title stands in what the talk was about.
pub(super) fn in_title(reading: &Reading<'_>, substance: Substance, at: usize) -> bool {
    let title = &reading.title;
    let group = !reading.says(Concept::OneToOne);
    // Also where the theme sounds like the organisation's: "når brukarmedverknad slit deg ut".
    let told =
        reading.is_led() && substance.theme == Theme::Field && substance.sharing == Sharing::Yes;
    told && (is_of_one_person(title, at) && group
        || in_opening_clause(title, at)
        || is_remembered(title, at))
}

/// "Til Kiel og hjem igjen: om ferien …": what opens the title is a figure, and explained, by
/// a group at home. "Kieltur: om sorg" was a journey.
pub(super) fn opens_with_figure(reading: &Reading<'_>, substance: Substance) -> bool {
    let title = &reading.title;
    let Some(colon) = colon_after(title, 0).filter(|_| substance.full) else {
        return false;
    };
    let explained = title
        .tokens
        .get(colon)
        .is_some_and(|token| token.concepts.has(Concept::About));
    let mut opening = title.tokens.iter().take(colon);
    let journey = opening.any(|token| {
        ["tur", "cruise", "krus", "helg", "reis"]
            .iter()
            .any(|part| token.folded.contains(part))
    });
    let at_home = places(&reading.venue).any(|place| place.country == Country::Norway);
    let talk = reading.kind.has(Concept::Group) && !reading.kind.has(Concept::Trip);
    explained && !journey && at_home && talk
}

/// "Årsmøtet i sameiet som jeg aldri turte å gå på", "Gravferda eg såg på skjerm": the noun
/// that opens the title, and one person's words about it. What was held here, "we" tell of.
fn is_of_one_person(title: &Line<'_>, at: usize) -> bool {
    let Some(noun) = title.tokens.first().filter(|noun| is_definite(noun)) else {
        return false;
    };
    let clause = title
        .tokens
        .iter()
        .take_while(|token| token.clause == noun.clause);
    let words: Vec<&Token<'_>> = clause.take(8).collect();
    let told_at = words.windows(2).position(|pair| {
        let [before, who] = pair else { return false };
        is_i(who) && (before.folded == "som" || std::ptr::eq::<Token<'_>>(*before, noun))
    });
    let by_me = told_at.is_some_and(|told_at| {
        let mut done = words.iter().skip(told_at + 2).take(3);
        done.any(|token| token.concepts.has(Concept::Held) && token.folded != "hadde")
    });
    told_at.is_some() && !by_me && at < words.len()
}

fn is_i(token: &Token<'_>) -> bool {
    matches!(
        token.folded.as_str(),
        "jeg" | "eg" | "æ" | "ej" | "æg" | "je" | "jæ"
    )
}

/// "Brukarrådet", "gravferda", "gruppene".
fn is_definite(token: &Token<'_>) -> bool {
    let talk = token.concepts.has(Concept::Sharing) || token.concepts.has(Concept::Held);
    !talk
        && token.folded.chars().count() > 4
        && ["en", "et", "a", "ene", "ane"]
            .iter()
            .any(|ending| token.folded.ends_with(ending))
}

/// "Da valgkomiteen ringte: …", "Etter åtte timer på Teams": what the title opens with, up to
/// a colon or to its end. "Etter årsmøtet møttes vi på Teams" tells what was done.
fn in_opening_clause(title: &Line<'_>, at: usize) -> bool {
    let opened = title
        .tokens
        .first()
        .is_some_and(|token| OPENS.contains(&token.folded.as_str()));
    let end = colon_after(title, at).unwrap_or(title.tokens.len());
    let mut clause = title.tokens.iter().take(end);
    let first = title.tokens.first().map(|token| token.clause);
    opened
        && title.tokens.get(at).map(|token| token.clause) == first
        && !clause.any(is_we)
        && (end < title.tokens.len() || title.tokens.last().map(|token| token.clause) == first)
}

fn is_we(token: &Token<'_>) -> bool {
    matches!(
        token.folded.as_str(),
        "vi" | "me" | "oss" | "laget" | "styret" | "medlemmene" | "medlemmane"
    )
}

/// "Gamle standvakter minnes: …".
fn is_remembered(title: &Line<'_>, at: usize) -> bool {
    let remembers = |token: &Token<'_>| {
        matches!(
            token.folded.as_str(),
            "minnes" | "minnest" | "mimrer" | "mimrar" | "husker" | "hugsar" | "forteller"
        )
    };
    colon_after(title, at).is_some()
        && [at + 1, at + 2]
            .into_iter()
            .any(|next| title.tokens.get(next).is_some_and(remembers))
}

/// The word behind the colon that ends the clause of this one.
fn colon_after(title: &Line<'_>, at: usize) -> Option<usize> {
    let clause = title.tokens.get(at)?.clause;
    let next = title
        .tokens
        .iter()
        .position(|token| token.clause > clause)?;
    title
        .tokens
        .get(next)
        .filter(|token| token.before == ':')
        .map(|_| next)
}
