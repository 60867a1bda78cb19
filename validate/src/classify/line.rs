//! A field as words, each with what it may be a sign of.

use std::ops::Deref;

use super::concept::{Concept, Concepts};
use super::evidence::{Evidence, Seen};
use super::word::Word;

/// A word of a field.
#[derive(Clone, Debug)]
pub(super) struct Token<'a> {
    pub(super) word: &'a Word,
    /// What it may be a sign of.
    pub(super) concepts: Concepts,
    /// Whether it was typed with a capital letter.
    pub(super) capital: bool,
    /// Whether it is of the chapter's own name.
    pub(super) own: bool,
    /// Whether it was recognised by itself.
    pub(super) recognised: bool,
    /// The number of its clause: stops, commas and brackets part clauses.
    pub(super) clause: usize,
    /// The sign before it.
    pub(super) before: char,
    /// The listed phrase that it begins.
    pub(super) phrase: Option<&'static str>,
    /// Where it stands in what was typed; of a phrase, all of it.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// A field's words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    pub(super) field: Seen,
    pub(super) typed: &'a str,
    pub(super) tokens: &'a [Token<'a>],
    /// What any of the words is a sign of.
    pub(super) said: Concepts,
}

impl Token<'_> {
    /// The entry of a closed list that it was recognised by.
    fn listed(&self) -> Option<&'static str> {
        let alone = || self.word.listed().filter(|_| self.recognised);
        self.phrase.or_else(alone)
    }
}

impl Deref for Token<'_> {
    type Target = Word;

    fn deref(&self) -> &Word {
        self.word
    }
}

impl<'a> Line<'a> {
    /// Whether a word is a sign of this.
    pub(super) fn has(&self, concept: Concept) -> bool {
        self.said.has(concept)
    }

    /// The first word that is a sign of this.
    pub(super) fn find(&self, concept: Concept) -> Option<usize> {
        self.all(concept).next()
    }

    /// Every word that is a sign of this.
    pub(super) fn all(&self, concept: Concept) -> impl Iterator<Item = usize> + '_ {
        let tokens = if self.has(concept) { self.tokens } else { &[] };
        tokens
            .iter()
            .enumerate()
            .filter(move |(_, token)| token.concepts.has(concept))
            .map(|(at, _)| at)
    }

    /// How many words are a sign of this.
    pub(super) fn count(&self, concept: Concept) -> usize {
        self.all(concept).count()
    }

    /// Whether no word was typed; a dash or a question mark is none.
    pub(super) fn is_blank(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Whether one of the words before this one, in its clause and at most so far
    /// away, is a sign of this.
    pub(super) fn led_by(&self, at: usize, reach: usize, concept: Concept) -> bool {
        let mut before = self.before(at, reach);
        self.has(concept) && before.any(|token| token.concepts.has(concept))
    }

    /// "Om da Nav …", "om disken": told of. "Samtaleringen som teateret holder" and "dem som
    /// stanset ved roll-upen" are not.
    pub(super) fn is_topic(&self, at: usize) -> bool {
        let about = |token: &Token<'_>| token.concepts.has(Concept::About) && token.folded != "som";
        self.has(Concept::About) && self.before(at, 6).any(about)
    }

    /// The words before this one, the nearest first: in its clause and at most so far away.
    fn before(&self, at: usize, reach: usize) -> impl Iterator<Item = &'a Token<'a>> {
        let clause = self.tokens.get(at).map(|token| token.clause);
        let before = self.tokens.iter().take(at).rev().take(reach);
        before.take_while(move |token| Some(token.clause) == clause)
    }

    /// The same for the words after it.
    pub(super) fn followed_by(&self, at: usize, reach: usize, concept: Concept) -> bool {
        let Some(here) = self.tokens.get(at).filter(|_| self.has(concept)) else {
            return false;
        };
        self.tokens
            .iter()
            .skip(at + 1)
            .take(reach)
            .take_while(|token| token.clause == here.clause)
            .any(|token| token.concepts.has(concept))
    }

    /// The word before this one, in its clause.
    pub(super) fn previous(&self, at: usize) -> Option<&'a Token<'a>> {
        let here = self.tokens.get(at)?;
        let token = self.tokens.get(at.checked_sub(1)?)?;
        (token.clause == here.clause).then_some(token)
    }

    /// The word after this one, in its clause.
    pub(super) fn next(&self, at: usize) -> Option<&'a Token<'a>> {
        let here = self.tokens.get(at)?;
        let token = self.tokens.get(at + 1)?;
        (token.clause == here.clause).then_some(token)
    }

    /// Whether the word is only spoken of: something was after it, before it, about
    /// it, or without it.
    pub(super) fn only_mentioned(&self, at: usize) -> bool {
        if self.led_by(at, 3, Concept::After)
            || self.led_by(at, 3, Concept::Before)
            || self.led_by(at, 3, Concept::Not)
            || self.led_by(at, 12, Concept::About)
            || self.is_imagined(at)
        {
            return true;
        }
        // "Når årsmøtet var ferdig": over before it began.
        let clause = self.tokens.get(at).map(|token| token.clause);
        self.followed_by(at, 5, Concept::Over)
            && self.tokens.iter().take(at).rev().take(4).any(|token| {
                Some(token.clause) == clause
                    && matches!(
                        token.folded.as_str(),
                        "når" | "da" | "då" | "idet" | "straks"
                    )
            })
    }

    /// "Generalforsamlingen i hodet mitt": held in nobody's room.
    fn is_imagined(&self, at: usize) -> bool {
        let within = |token: &Token<'_>| {
            matches!(
                token.folded.as_str(),
                "hodet"
                    | "hovudet"
                    | "huet"
                    | "magen"
                    | "drømmene"
                    | "draumane"
                    | "drømme"
                    | "tankene"
                    | "tankane"
                    | "hjertet"
                    | "hjartet"
                    | "sjela"
                    | "sjelen"
            )
        };
        self.next(at).is_some_and(|token| token.folded == "i")
            && self.next(at + 1).is_some_and(within)
    }

    /// The word with its field, for the explanation.
    pub(super) fn evidence(&self, at: usize) -> Evidence {
        let token = self.tokens.get(at);
        Evidence {
            field: self.field,
            typed: token
                .and_then(|token| self.typed.get(token.start..token.end))
                .unwrap_or_default()
                .to_owned(),
            listed: token.and_then(Token::listed),
        }
    }

    /// Whether the field asks a question.
    pub(super) fn asks(&self) -> bool {
        self.typed.contains('?')
    }

    /// The whole field, for the explanation.
    pub(super) fn whole(&self) -> Evidence {
        Evidence {
            field: self.field,
            typed: self.typed.trim().to_owned(),
            listed: None,
        }
    }
}
