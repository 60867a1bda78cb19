//! Whether a row tells a theme: in its own field, or in the words around it.

use super::concept::{Concept, Concepts};
use super::line::{Line, Token};
use super::reading::Reading;

/// Where a theme was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Theme {
    /// In its own field.
    Field,
    /// In the title, or in the words for what it was and how it was shared.
    Title,
    /// Nowhere.
    Missing,
}

const NO_THEME: Concepts = Concepts::of(&[Concept::NoTheme, Concept::Pleasant]);
const TELLS_TIME: [&str; 14] = [
    "kvelden", "kveldane", "kveldene", "dagen", "morgenen", "morran", "våren", "høsten", "hausten",
    "sommeren", "sommaren", "vinteren", "bord", "lag",
];
const ASKS: [&str; 19] = [
    "om",
    "omkring",
    "kring",
    "tema",
    "temaet",
    "hvordan",
    "korleis",
    "kordan",
    "koss",
    "kossen",
    "korsn",
    "korsen",
    "åssen",
    "hvorledes",
    "hvorfor",
    "kvifor",
    "koffer",
    "koffor",
    "angående",
];
/// What states of mind and troubles end in.
const STATES: [&str; 12] = [
    "het",
    "heit",
    "unnelse",
    "lidelse",
    "nelse",
    "sjuke",
    "sykdom",
    "vansker",
    "problemer",
    "kriser",
    "traumer",
    "smerter",
];

/// Where a row tells its theme.
pub(super) fn of(reading: &Reading<'_>) -> Theme {
    if is_theme(&reading.theme) {
        return Theme::Field;
    }
    let named = [&reading.title, &reading.kind].into_iter().any(names_theme);
    if named || is_told_with_sharing(&reading.sharing) {
        Theme::Title
    } else {
        Theme::Missing
    }
}

/// Whether words ask after something: "om …", "hvordan …".
pub(super) fn asks(token: &Token<'_>) -> bool {
    ASKS.contains(&token.folded.as_str())
}

fn is_theme(theme: &Line<'_>) -> bool {
    let says_something = |token: &&Token<'_>| {
        !token.concepts.meets(NO_THEME) && token.folded.chars().any(char::is_alphabetic)
    };
    let mut telling = theme.tokens.iter().filter(says_something).peekable();
    let says_anything = telling.peek().is_some();
    let all_social = telling.all(|token| token.concepts.has(Concept::Social));
    says_anything && (!all_social || theme.has(Concept::Topic))
}

fn names_theme(line: &Line<'_>) -> bool {
    if line.has(Concept::Topic) {
        return true;
    }
    let announced = line
        .tokens
        .iter()
        .skip_while(|token| token.before != ':')
        .any(tells);
    let state = line.tokens.iter().any(|token| {
        token.folded.chars().count() > 6 && STATES.iter().any(|end| token.folded.ends_with(end))
    });
    // "Å være ny i landet": what it is like to.
    let to_be =
        line.tokens.len() > 2 && line.tokens.first().is_some_and(|token| token.folded == "å");
    announced
        || state
        || to_be
        || line.has(Concept::CourseOfPeers)
        || asked_after(line)
        || is_for_those_who(line)
        || line.asks()
}

fn tells(token: &Token<'_>) -> bool {
    !token.concepts.has(Concept::NoTheme) && !TELLS_TIME.contains(&token.folded.as_str())
}

fn asked_after(line: &Line<'_>) -> bool {
    let tokens = line.tokens;
    tokens.iter().enumerate().any(|(at, token)| {
        let next = tokens.get(at + 1);
        asks(token)
            // "Uten tema denne gangen".
            && !line.led_by(at, 1, Concept::Not)
            && next.is_some_and(|next| !TELLS_TIME.contains(&next.folded.as_str()))
            && tokens.iter().skip(at + 1).any(tells)
    })
}

/// "Treff for oss som står på venteliste": what they have in common is the theme.
fn is_for_those_who(line: &Line<'_>) -> bool {
    let those = [
        "oss", "dem", "dei", "deg", "den", "de", "menn", "kvinner", "folk",
    ];
    // Two words more, at least, say what they have in common.
    line.tokens.windows(5).any(|words| {
        let [before, who, after, ..] = words else {
            return false;
        };
        before.folded == "for" && after.folded == "som" && those.contains(&who.folded.as_str())
    })
}

/// "Vi delte hvordan det er å leve med …": a theme told with how it was shared.
fn is_told_with_sharing(sharing: &Line<'_>) -> bool {
    let tokens = sharing.tokens;
    sharing.has(Concept::Topic)
        || tokens.iter().enumerate().any(|(at, token)| {
            let after = tokens.iter().skip(at + 1);
            asks(token) && after.filter(|token| is_content(token)).count() >= 2
        })
}

fn is_content(token: &Token<'_>) -> bool {
    tells(token) && !token.concepts.has(Concept::Filler) && token.folded.chars().count() > 2
}
