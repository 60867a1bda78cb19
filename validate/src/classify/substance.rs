//! What a row is made of: theme, sharing, pleasure.

use super::concept::Concept;
use super::evidence::{Doubt, Question};
use super::reading::Reading;
use super::sharing::{self, Sharing};
use super::theme::{self, Theme};

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

impl Substance {
    /// Reads theme and sharing out of all fields.
    pub(super) fn of(reading: &Reading<'_>) -> Self {
        let work = [Concept::Official, Concept::Agenda];
        let about_us = reading.theme.tokens.iter().any(|token| token.own);
        let official = (about_us || work.into_iter().any(|concept| reading.theme.has(concept)))
            && !reading.theme.has(Concept::Topic);
        let theme = theme::of(reading);
        let social = reading.says(Concept::Social);
        let sharing = sharing::of(reading, social);
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

    /// A social gathering that leaves theme and sharing open, or one who does not know.
    pub(super) fn doubt(self, reading: &Reading<'_>) -> Option<Doubt> {
        let open = match self.sharing {
            Sharing::Unsure => {
                return Some(Doubt {
                    question: Question::SocialOrTalk,
                    evidence: reading.sharing.whole(),
                });
            }
            Sharing::Weak => self.social,
            Sharing::Yes | Sharing::No => false,
        };
        if !open {
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
