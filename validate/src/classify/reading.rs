//! A row's fields as words, and what several judgements ask of them.

use super::concept::Concept;
use super::evidence::Seen;
use super::gazetteer::{Country, places};
use super::home::Home;
use super::line::Line;
use super::page::Page;
use super::row::{RowForm, RowWords};
use super::word::Memory;

/// The fields of a row that are read.
const FIELDS: usize = 7;

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
    /// Blank where the number stands alone.
    pub(super) participants: Line<'a>,
}

/// Takes every field of some rows apart.
pub(super) fn page<'a>(
    rows: &[RowWords<'a>],
    home: &Home,
    memory: &'a mut Memory,
) -> Page<'a, FIELDS> {
    let fields = rows.iter().map(|words| {
        // Where a form has no title, `Reading::of` takes the theme for it.
        let title = match words.form {
            RowForm::Activity => words.title,
            RowForm::MeetingPlace | RowForm::Visit => "",
        };
        let participants = Some(words.participants_typed);
        let in_words = participants.filter(|typed| typed.contains(char::is_alphabetic));
        [
            (Seen::Title, title),
            (Seen::Kind, words.kind_word),
            (Seen::Theme, words.theme),
            (Seen::Sharing, words.sharing),
            (Seen::Venue, words.venue),
            (Seen::Organiser, words.organiser),
            (Seen::Participants, in_words.unwrap_or_default()),
        ]
    });
    Page::of(fields, home, memory)
}

impl<'a> Reading<'a> {
    /// Reads a row by the lines that the page has of it.
    pub(super) fn of(words: &'a RowWords<'a>, home: &'a Home, lines: &[Line<'a>; FIELDS]) -> Self {
        let [title, kind, theme, sharing, venue, organiser, participants] = *lines;
        Self {
            words,
            home,
            title: match words.form {
                RowForm::Activity => title,
                RowForm::MeetingPlace | RowForm::Visit => theme,
            },
            kind,
            theme,
            sharing,
            venue,
            organiser,
            participants,
        }
    }

    /// Whether title or type has a word for this.
    pub(super) fn says(&self, concept: Concept) -> bool {
        self.title.has(concept) || self.kind.has(concept)
    }

    /// Whether the place is a Norwegian one, or the chapter's own.
    pub(super) fn is_at_home(&self) -> bool {
        self.venue.tokens.iter().any(|token| token.own)
            || places(&self.venue).any(|place| place.country == Country::Norway)
    }

    /// Whether a leading peer supporter is named.
    pub(super) fn is_led(&self) -> bool {
        !self.words.leader.trim().is_empty()
    }
}
