//! A row's fields as words, and what several judgements ask of them.

use std::rc::Rc;

use super::concept::Concept;
use super::evidence::Seen;
use super::fold::fold;
use super::line::{Line, Token};
use super::row::{RowForm, RowWords};
use super::word::{Word, word};

/// A row with every field read.
#[derive(Clone, Debug)]
pub(super) struct Reading<'a> {
    pub(super) words: &'a RowWords<'a>,
    /// What took place: the title; in forms without one the theme.
    pub(super) title: Line<'a>,
    pub(super) kind: Line<'a>,
    pub(super) theme: Line<'a>,
    pub(super) sharing: Line<'a>,
    pub(super) venue: Line<'a>,
    pub(super) organiser: Line<'a>,
    /// The words that are the chapter's own name.
    pub(super) own_names: Vec<Rc<Word>>,
}

/// Words that many chapters' names share.
const SHARED: [&str; 14] = [
    "mental",
    "helse",
    "mh",
    "lokallag",
    "lokallaget",
    "lag",
    "laget",
    "fylkeslag",
    "fylkeslaget",
    "og",
    "i",
    "omegn",
    "avdeling",
    "forening",
];

impl<'a> Reading<'a> {
    /// Reads every field of a row.
    pub(super) fn of(words: &'a RowWords<'a>) -> Self {
        let own_names = own_names(words);
        let read = |field, typed| Line::read(field, typed, &own_names);
        let title = match words.form {
            RowForm::Activity => read(Seen::Title, words.title),
            RowForm::MeetingPlace | RowForm::Visit => read(Seen::Theme, words.theme),
        };
        Self {
            words,
            title,
            kind: read(Seen::Kind, words.kind_word),
            theme: read(Seen::Theme, words.theme),
            sharing: read(Seen::Sharing, words.sharing),
            venue: read(Seen::Venue, words.venue),
            organiser: Line::read(Seen::Organiser, words.organiser, &[]),
            own_names,
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
        self.own_names.iter().any(|name| name.key == token.key)
    }

    /// Whether the chapter is a county chapter.
    pub(super) fn is_county(&self) -> bool {
        fold(self.words.chapter).contains("fylkeslag")
    }
}

fn own_names(words: &RowWords<'_>) -> Vec<Rc<Word>> {
    std::iter::once(&words.chapter)
        .chain(words.chapter_names)
        .flat_map(|name| name.split(|letter: char| !letter.is_alphanumeric()))
        .filter(|part| part.chars().count() > 2)
        .map(word)
        .filter(|word| !SHARED.contains(&word.folded.as_str()))
        .collect()
}
