//! A row's fields as words, and what several judgements ask of them.

use super::concept::Concept;
use super::evidence::Seen;
use super::home::Home;
use super::line::{Line, Token};
use super::row::{RowForm, RowWords};

/// A row with every field read.
#[derive(Clone, Debug)]
pub(super) struct Reading<'a> {
    pub(super) words: &'a RowWords<'a>,
    /// Whose row it is.
    pub(super) home: &'a Home,
    /// What took place: the title; in forms without one the theme.
    pub(super) title: Line<'a>,
    pub(super) kind: Line<'a>,
    pub(super) theme: Line<'a>,
    pub(super) sharing: Line<'a>,
    pub(super) venue: Line<'a>,
    pub(super) organiser: Line<'a>,
}

impl<'a> Reading<'a> {
    /// Reads every field of a row.
    pub(super) fn of(words: &'a RowWords<'a>, home: &'a Home) -> Self {
        let read = |field, typed| Line::read(field, typed, &home.own_names);
        let title = match words.form {
            RowForm::Activity => read(Seen::Title, words.title),
            RowForm::MeetingPlace | RowForm::Visit => read(Seen::Theme, words.theme),
        };
        Self {
            words,
            home,
            title,
            kind: read(Seen::Kind, words.kind_word),
            theme: read(Seen::Theme, words.theme),
            sharing: read(Seen::Sharing, words.sharing),
            venue: read(Seen::Venue, words.venue),
            organiser: Line::read(Seen::Organiser, words.organiser, &[]),
        }
    }

    /// Whether title or type has a word for this.
    pub(super) fn says(&self, concept: Concept) -> bool {
        self.title.has(concept) || self.kind.has(concept)
    }

    /// Whether a leading peer supporter is named.
    pub(super) fn is_led(&self) -> bool {
        !self.words.leader.trim().is_empty()
    }

    /// Whether a word is of the chapter's own name.
    pub(super) fn is_own(&self, token: &Token) -> bool {
        self.home.own_names.iter().any(|name| name.is_same(token))
    }
}
