//! A field as words, each with what it may be a sign of.

use std::ops::Deref;
use std::rc::Rc;

use super::concept::{Concept, Concepts};
use super::evidence::{Evidence, Seen};
use super::fold::{is_joined, is_of_word, push_folded};
use super::home::Home;
use super::lexicon::Known;
use super::word::{Memory, Word, with_memory};

/// A word of a field.
#[derive(Clone, Debug)]
pub(super) struct Token {
    word: Rc<Word>,
    /// What it may be a sign of.
    pub(super) concepts: Concepts,
    /// Whether it was typed with a capital letter.
    pub(super) capital: bool,
    /// Whether it is of the chapter's own name.
    pub(super) own: bool,
    /// The number of its clause: stops, commas and brackets part clauses.
    pub(super) clause: usize,
    /// The sign before it.
    pub(super) before: char,
    listed: Option<&'static str>,
    start: usize,
    end: usize,
}

/// Several fields taken apart into words.
#[derive(Debug)]
pub(super) struct Page<'a, const FIELDS: usize> {
    fields: [Field<'a>; FIELDS],
    tokens: Vec<Token>,
}

/// A field and where its words end among those of the page.
#[derive(Clone, Copy, Debug)]
struct Field<'a> {
    seen: Seen,
    typed: &'a str,
    end: usize,
    said: Concepts,
}

/// A field's words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    field: Seen,
    typed: &'a str,
    pub(super) tokens: &'a [Token],
    /// What any of the words is a sign of.
    said: Concepts,
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

impl<'a, const FIELDS: usize> Page<'a, FIELDS> {
    /// Takes fields apart. Words of the chapter's own name are signs of nothing, unless they
    /// are to say who arranged it.
    pub(super) fn of(fields: [(Seen, &'a str); FIELDS], home: &Home) -> Self {
        let letters: usize = fields.iter().map(|(_, typed)| typed.len()).sum();
        let mut tokens = Vec::with_capacity(letters / 5 + FIELDS);
        let mut folded = String::new();
        let fields = with_memory(|memory| {
            fields.map(|(seen, typed)| {
                let start = tokens.len();
                read(typed, &mut folded, memory, &mut tokens);
                let words = tokens.get_mut(start..).unwrap_or_default();
                recognise(words, home, seen != Seen::Organiser);
                let signs = words.iter().map(|token| token.concepts);
                Field {
                    seen,
                    typed,
                    said: signs.fold(Concepts::NONE, Concepts::and),
                    end: tokens.len(),
                }
            })
        });
        Self { fields, tokens }
    }

    /// The fields, in the order in which they were given.
    pub(super) fn lines(&self) -> [Line<'_>; FIELDS] {
        let mut start = 0;
        self.fields.map(|field| Line {
            field: field.seen,
            typed: field.typed,
            tokens: self
                .tokens
                .get(std::mem::replace(&mut start, field.end)..field.end)
                .unwrap_or_default(),
            said: field.said,
        })
    }
}

/// Finds what each word of a field is a sign of.
fn recognise(words: &mut [Token], home: &Home, own_says_nothing: bool) {
    for token in &mut *words {
        let word: &Word = &token.word;
        token.own = home.own_names.iter().any(|name| name.is_same(word));
        if token.own && own_says_nothing {
            continue;
        }
        // A name may be a letter from anything.
        let name = token.capital && token.before == ' ' && token.start > 0;
        let known = word.known(name);
        token.concepts = known.concepts;
        token.listed = known.listed;
    }
    mark_phrases(words);
}

fn mark_phrases(words: &mut [Token]) {
    let mut innocent = Vec::new();
    for at in 0..words.len() {
        let Some((first, following)) = words.get(at..).and_then(<[_]>::split_first) else {
            break;
        };
        let mut found = Known::default();
        let mut length = 1;
        for phrase in first.phrases {
            // Most phrases have another second word.
            let mut rest = phrase.rest.iter().zip(following);
            let fits = following.len() >= phrase.rest.len()
                && rest.all(|(listed, token)| listed.is(token))
                && phrase.first.is(first)
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
        let end = words.get(at + length - 1).map(|last| last.end);
        if let (Some(token), Some(end)) = (words.get_mut(at), end) {
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
        for token in words.iter_mut().take(to).skip(from) {
            token.concepts = token.concepts.without(GUILTY.without(spared));
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

/// Takes a text apart into words.
fn read(typed: &str, folded: &mut String, memory: &mut Memory, tokens: &mut Vec<Token>) {
    let mut clause = 0;
    let mut before = ' ';
    let mut begun: Option<(usize, bool)> = None;
    let end = std::iter::once((typed.len(), ' '));
    for (at, letter) in typed.char_indices().chain(end) {
        if is_of_word(letter) || (begun.is_some() && is_joined(letter)) {
            begun.get_or_insert_with(|| (at, letter.is_uppercase()));
            push_folded(folded, letter);
            continue;
        }
        if let Some((start, capital)) = begun.take() {
            tokens.push(Token {
                word: memory.word(folded),
                concepts: Concepts::NONE,
                capital,
                own: false,
                clause,
                before,
                listed: None,
                start,
                end: at,
            });
            folded.clear();
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
}
