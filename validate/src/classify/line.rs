//! A field as words, each with what it may be a sign of.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

use super::concept::{Concept, Concepts};
use super::evidence::{Evidence, Seen};
use super::fold::{is_joined, is_of_word};
use super::hash::WordMap;
use super::lexicon::Known;
use super::word::{Word, word};

/// A word of a field.
#[derive(Clone, Debug)]
pub(super) struct Token {
    word: Rc<Word>,
    /// What it may be a sign of.
    pub(super) concepts: Concepts,
    /// Whether it was typed with a capital letter.
    pub(super) capital: bool,
    /// The number of its clause: stops, commas and brackets part clauses.
    pub(super) clause: usize,
    /// The sign before it.
    pub(super) before: char,
    listed: Option<&'static str>,
    start: usize,
    end: usize,
}

/// A field's words.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    field: Seen,
    typed: &'a str,
    words: Rc<Words>,
}

/// The words of a text with what each is a sign of, wherever the text stands.
#[derive(Debug)]
pub(super) struct Words {
    pub(super) tokens: Vec<Token>,
    /// What any of the words is a sign of.
    said: Concepts,
}

/// Reports repeat themselves: places, types and organisers come again and again.
const MOST_REMEMBERED: usize = 1 << 12;
/// A longer text will hardly come again.
const LONGEST_REMEMBERED: usize = 32;

thread_local! {
    static REMEMBERED: RefCell<WordMap<Box<str>, Rc<Words>>> = RefCell::default();
}

/// What an innocent phrase takes from the words that it is made of.
const GUILTY: Concepts = Concepts::of(&[
    Concept::Meeting,
    Concept::Body,
    Concept::Agenda,
    Concept::Board,
    Concept::Work,
    Concept::Members,
    Concept::Official,
    Concept::Stand,
    Concept::Handout,
    Concept::Furniture,
    Concept::Recruit,
    Concept::Manned,
    Concept::Channel,
    Concept::ScreenVenue,
    Concept::Ferry,
    Concept::Border,
]);

impl Deref for Token {
    type Target = Word;

    fn deref(&self) -> &Word {
        &self.word
    }
}

impl Deref for Line<'_> {
    type Target = Words;

    fn deref(&self) -> &Words {
        &self.words
    }
}

/// The words of a text that names no chapter: the same whether it was met before or not.
fn words(typed: &str) -> Rc<Words> {
    if typed.len() > LONGEST_REMEMBERED {
        return Rc::new(Words::of(typed, &[]));
    }
    let known = REMEMBERED.with_borrow(|remembered| remembered.get(typed).map(Rc::clone));
    known.unwrap_or_else(|| {
        let words = Rc::new(Words::of(typed, &[]));
        REMEMBERED.with_borrow_mut(|remembered| {
            if remembered.len() >= MOST_REMEMBERED {
                remembered.clear();
            }
            remembered.insert(typed.into(), Rc::clone(&words));
        });
        words
    })
}

impl<'a> Line<'a> {
    /// Reads a field. Words of the chapter's own name are signs of nothing.
    pub(super) fn read(field: Seen, typed: &'a str, own_names: &[Rc<Word>]) -> Self {
        let words = words(typed);
        let is_own = |token: &Token| own_names.iter().any(|name| name.is_same(token));
        let words = if words.tokens.iter().any(is_own) {
            Rc::new(Words::of(typed, own_names))
        } else {
            words
        };
        Self {
            field,
            typed,
            words,
        }
    }
}

impl Words {
    fn of(typed: &str, own_names: &[Rc<Word>]) -> Self {
        let mut line = Self {
            tokens: tokens(typed),
            said: Concepts::NONE,
        };
        for token in &mut line.tokens {
            if own_names.iter().any(|name| name.is_same(token)) {
                continue;
            }
            // A name may be a letter from anything.
            let name = token.capital && token.before == ' ' && token.start > 0;
            let known = if name {
                token.known
            } else {
                token.known_with_slips
            };
            token.concepts = known.concepts;
            token.listed = known.listed;
        }
        line.mark_phrases();
        let signs = line.tokens.iter().map(|token| token.concepts);
        line.said = signs.fold(Concepts::NONE, Concepts::and);
        line
    }

    fn mark_phrases(&mut self) {
        let mut innocent = Vec::new();
        for at in 0..self.tokens.len() {
            let Some((first, following)) = self.tokens.get(at..).and_then(<[_]>::split_first)
            else {
                break;
            };
            let mut found = Known::default();
            let mut length = 1;
            for phrase in first.phrases {
                // Most phrases have another second word.
                let mut rest = phrase.rest.iter().zip(following);
                let fits = following.len() >= phrase.rest.len()
                    && rest.all(|(listed, token)| listed.is(token.spelling()))
                    && phrase.first.is(first.spelling())
                    && !is_sum(first, following);
                if fits {
                    found.concepts = found.concepts.and(phrase.known.concepts);
                    found.listed = found.listed.or(phrase.known.listed);
                    length = length.max(phrase.rest.len() + 1);
                }
            }
            if found.concepts.has(Concept::Innocent) {
                innocent.push((at, at + length, found.concepts));
            }
            let end = self.tokens.get(at + length - 1).map(|last| last.end);
            if let (Some(token), Some(end)) = (self.tokens.get_mut(at), end) {
                if token.concepts.has(Concept::Innocent) {
                    innocent.push((at, at + 1, Concepts::NONE));
                }
                if !found.concepts.is_empty() {
                    token.concepts = token.concepts.and(found.concepts);
                    token.listed = found.listed;
                    token.end = end;
                }
            }
        }
        for (from, to, spared) in innocent {
            for token in self.tokens.iter_mut().take(to).skip(from) {
                token.concepts = token.concepts.without(GUILTY.without(spared));
            }
        }
    }
}

impl Line<'_> {
    /// Which field it is.
    pub(super) fn field(&self) -> Seen {
        self.field
    }

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
        let tokens = if self.has(concept) {
            self.tokens.as_slice()
        } else {
            &[]
        };
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
        let Some(here) = self.tokens.get(at).filter(|_| self.has(concept)) else {
            return false;
        };
        self.tokens
            .iter()
            .take(at)
            .rev()
            .take(reach)
            .take_while(|token| token.clause == here.clause)
            .any(|token| token.concepts.has(concept))
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
    pub(super) fn previous(&self, at: usize) -> Option<&Token> {
        let here = self.tokens.get(at)?;
        let token = self.tokens.get(at.checked_sub(1)?)?;
        (token.clause == here.clause).then_some(token)
    }

    /// The word after this one, in its clause.
    pub(super) fn next(&self, at: usize) -> Option<&Token> {
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

    /// The word with its field, for the explanation.
    pub(super) fn evidence(&self, at: usize) -> Evidence {
        let token = self.tokens.get(at);
        Evidence {
            field: self.field,
            typed: token
                .and_then(|token| self.typed.get(token.start..token.end))
                .unwrap_or_default()
                .to_owned(),
            listed: token.and_then(|token| token.listed),
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

/// "1+1" is no "1 1".
fn is_sum(first: &Token, following: &[Token]) -> bool {
    let number = |token: &Token| token.folded.chars().all(char::is_numeric);
    following
        .first()
        .is_some_and(|next| next.before == '+' && number(first) && number(next))
}

fn tokens(typed: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(typed.len() / 6 + 1);
    let mut clause = 0;
    let mut before = ' ';
    let mut begun: Option<(usize, bool)> = None;
    let end = std::iter::once((typed.len(), ' '));
    for (at, letter) in typed.char_indices().chain(end) {
        if is_of_word(letter) || (begun.is_some() && is_joined(letter)) {
            begun.get_or_insert_with(|| (at, letter.is_uppercase()));
            continue;
        }
        if let Some((start, capital)) = begun.take() {
            tokens.push(Token {
                word: word(typed.get(start..at).unwrap_or_default()),
                concepts: Concepts::NONE,
                capital,
                clause,
                before,
                listed: None,
                start,
                end: at,
            });
            before = ' ';
        }
        if matches!(
            letter,
            '.' | ',' | ';' | ':' | '!' | '?' | '(' | ')' | '–' | '—'
        ) {
            clause += 1;
        }
        if letter != ' ' {
            before = letter;
        }
    }
    tokens
}
