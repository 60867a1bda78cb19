//! Whether a row tells a theme, and whether experience was shared.

use super::concept::{Concept, Concepts};
use super::evidence::{Doubt, Question};
use super::line::{Line, Token};
use super::reading::Reading;
use super::row::RowForm;

/// What a row tells of sharing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sharing {
    /// It was part of it.
    Yes,
    /// A little, or in words that leave it open.
    Weak,
    /// Nothing says so, or it says no.
    No,
}

/// Where a theme was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Theme {
    /// In its own field.
    Field,
    /// In the title.
    Title,
    /// Nowhere.
    Missing,
}

/// What a row is made of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Substance {
    /// Where a theme can be had.
    pub(super) theme: Theme,
    /// Whether the theme is the organisation's own work.
    pub(super) official: bool,
    /// Whether experience was shared.
    pub(super) sharing: Sharing,
    /// Whether it is pleasure by its title or type.
    pub(super) social: bool,
    /// Whether everything speaks for peer support: led, theme, sharing.
    pub(super) full: bool,
}

const NO_THEME: Concepts = Concepts::of(&[Concept::NoTheme, Concept::Pleasant]);
const TELLS_TIME: [&str; 14] = [
    "kvelden", "kveldane", "kveldene", "dagen", "morgenen", "morran", "våren", "høsten", "hausten",
    "sommeren", "sommaren", "vinteren", "bord", "lag",
];
const ASKS: [&str; 11] = [
    "om",
    "omkring",
    "kring",
    "tema",
    "temaet",
    "hvordan",
    "korleis",
    "kordan",
    "hvorfor",
    "kvifor",
    "angående",
];

impl Substance {
    /// Reads theme and sharing out of all fields.
    pub(super) fn of(reading: &Reading<'_>) -> Self {
        let work = [Concept::Official, Concept::Agenda];
        let about_us = reading
            .theme
            .tokens
            .iter()
            .any(|token| reading.is_own(token));
        let official = (about_us || work.into_iter().any(|concept| reading.theme.has(concept)))
            && !reading.theme.has(Concept::Topic);
        let theme = if is_theme(&reading.theme) {
            Theme::Field
        } else if title_has_theme(&reading.title) {
            Theme::Title
        } else {
            Theme::Missing
        };
        let social = reading.says(Concept::Social);
        let sharing = sharing(reading, social);
        Self {
            theme,
            official,
            sharing,
            social,
            full: reading.is_led()
                && theme != Theme::Missing
                && !official
                && sharing != Sharing::No,
        }
    }

    /// Whether the row has a theme of its own and sharing, whoever led it.
    pub(super) fn is_talk(self) -> bool {
        self.theme != Theme::Missing && !self.official && self.sharing == Sharing::Yes
    }

    /// A social gathering that leaves theme and sharing open.
    pub(super) fn doubt(self, reading: &Reading<'_>) -> Option<Doubt> {
        if !self.social || self.sharing != Sharing::Weak {
            return None;
        }
        let evidence = reading
            .title
            .find(Concept::Social)
            .map(|at| reading.title.evidence(at))
            .or_else(|| Some(reading.kind.evidence(reading.kind.find(Concept::Social)?)))?;
        Some(Doubt {
            question: Question::SocialOrTalk,
            evidence,
        })
    }
}

fn is_theme(theme: &Line<'_>) -> bool {
    let says_something = |token: &&Token| {
        !token.concepts.meets(NO_THEME) && token.folded.chars().any(char::is_alphabetic)
    };
    let telling: Vec<&Token> = theme.tokens.iter().filter(says_something).collect();
    let all_social = telling
        .iter()
        .all(|token| token.concepts.has(Concept::Social));
    !telling.is_empty() && (!all_social || theme.has(Concept::Topic))
}

fn title_has_theme(title: &Line<'_>) -> bool {
    if title.has(Concept::Topic) {
        return true;
    }
    let tells = |token: &Token| {
        !token.concepts.has(Concept::NoTheme) && !TELLS_TIME.contains(&token.folded.as_str())
    };
    let asked = title.tokens.iter().enumerate().any(|(at, token)| {
        ASKS.contains(&token.folded.as_str())
            && title
                .tokens
                .get(at + 1)
                .is_some_and(|next| !TELLS_TIME.contains(&next.folded.as_str()))
            && title.tokens.iter().skip(at + 1).any(tells)
    });
    let announced = title
        .tokens
        .iter()
        .skip_while(|token| token.before != ':')
        .filter(|token| tells(token))
        .count();
    asked
        || is_for_those_who(title)
        || announced >= 1 && title.tokens.iter().any(|token| token.before == ':')
        || title.asks()
}

/// "Treff for oss som står på venteliste": what they have in common is the theme.
fn is_for_those_who(title: &Line<'_>) -> bool {
    let words: Vec<&str> = title
        .tokens
        .iter()
        .map(|token| token.folded.as_str())
        .collect();
    words.windows(3).enumerate().any(|(at, window)| {
        let those = [
            "oss", "dem", "dei", "deg", "den", "de", "menn", "kvinner", "folk",
        ];
        matches!(window, ["for", who, "som"] if those.contains(who)) && words.len() >= at + 5
    })
}

fn sharing(reading: &Reading<'_>, social: bool) -> Sharing {
    let field = field_sharing(&reading.sharing);
    let title = title_sharing(&reading.title);
    match (field, title) {
        (Some(Sharing::Weak), _) if social => Sharing::Weak,
        (Some(Sharing::Yes | Sharing::Weak), _) | (None, Sharing::Yes) => Sharing::Yes,
        (Some(Sharing::No), Sharing::Yes | Sharing::Weak)
            if !reading.sharing.has(Concept::No) && !reading.sharing.is_blank() =>
        {
            if social || title == Sharing::Weak {
                Sharing::Weak
            } else {
                Sharing::Yes
            }
        }
        (None, Sharing::Weak) => Sharing::Weak,
        // Form 5 has nothing else to tell it; elsewhere the chapter's own word for the
        // activity is not reliable enough.
        (None, Sharing::No)
            if reading.words.form == RowForm::Visit && reading.kind.has(Concept::Sharing) =>
        {
            Sharing::Yes
        }
        (Some(Sharing::No), _) | (None, Sharing::No) => Sharing::No,
    }
}

fn field_sharing(field: &Line<'_>) -> Option<Sharing> {
    let first = field.tokens.first()?;
    let pleasant = |token: &Token| {
        token.concepts.has(Concept::Pleasant) && !token.concepts.has(Concept::Sharing)
    };
    if first.concepts.has(Concept::Yes) {
        return Some(Sharing::Yes);
    }
    if first.concepts.has(Concept::No) {
        return Some(Sharing::No);
    }
    if first.concepts.has(Concept::Weak) {
        let told = field
            .tokens
            .iter()
            .skip(1)
            .any(|token| ASKS.contains(&token.folded.as_str()));
        return Some(if told { Sharing::Yes } else { Sharing::Weak });
    }
    if field.has(Concept::Sharing) {
        return Some(Sharing::Yes);
    }
    if field.has(Concept::Weak) {
        return Some(Sharing::Weak);
    }
    // Words that we do not know: something was told, whether it was sharing is open.
    let unknown = field
        .tokens
        .iter()
        .filter(|token| !pleasant(token) && !token.concepts.has(Concept::Filler))
        .count();
    Some(if unknown >= 2 && !field.tokens.iter().any(pleasant) {
        Sharing::Weak
    } else {
        Sharing::No
    })
}

fn title_sharing(title: &Line<'_>) -> Sharing {
    let mut found = Sharing::No;
    for at in title.all(Concept::Sharing) {
        if title.led_by(at, 2, Concept::Not) {
            continue;
        }
        if title.led_by(at, 2, Concept::Weak) || title.next(at).is_some_and(is_weak) {
            found = Sharing::Weak;
        } else {
            return Sharing::Yes;
        }
    }
    found
}

fn is_weak(token: &Token) -> bool {
    token.concepts.has(Concept::Weak)
}
