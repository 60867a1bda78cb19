//! Rows taken apart into words, each with what it may be a sign of.

use super::concept::{Concept, Concepts};
use super::evidence::Seen;
use super::fold::{push_folded, word_length};
use super::home::Home;
use super::lexicon::Known;
use super::line::{Line, Token};
use super::word::{Word, with_memory};

/// The fields of some rows, taken apart into words.
///
/// All rows of a form are taken apart before the first is weighed. The code for the one and
/// the code for the other each have room in a processor's nearest memory, both have not.
#[derive(Debug)]
pub(super) struct Page<'a, const FIELDS: usize> {
    rows: Vec<[Field<'a>; FIELDS]>,
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

/// What an innocent phrase takes from the words that it is made of.
const GUILTY: Concepts = Concepts::of(&[
    Concept::Meeting,
    Concept::Body,
    Concept::Act,
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

impl<'a, const FIELDS: usize> Page<'a, FIELDS> {
    /// Takes rows apart. Words of the chapter's own name are signs of nothing, unless they
    /// are to say who arranged it.
    pub(super) fn of(
        rows: impl Iterator<Item = [(Seen, &'a str); FIELDS]> + Clone,
        home: &Home,
    ) -> Self {
        let letters: usize = rows.clone().flatten().map(|(_, typed)| typed.len()).sum();
        let mut spelt = Spelt {
            folded: String::with_capacity(letters + letters / 8),
            marks: Vec::with_capacity(letters / 5),
        };
        let rows = rows.map(|fields| {
            fields.map(|(seen, typed)| {
                spelt.add(typed);
                Field {
                    seen,
                    typed,
                    end: spelt.marks.len(),
                    said: Concepts::NONE,
                }
            })
        });
        let mut rows: Vec<_> = rows.collect();
        let mut tokens = spelt.tokens();
        let mut rest = tokens.as_mut_slice();
        let mut start = 0;
        for field in rows.as_flattened_mut() {
            let (words, others) = rest
                .split_at_mut_checked(field.end - start)
                .unwrap_or_default();
            recognise(words, home, field.seen != Seen::Organiser);
            let signs = words.iter().map(|token| token.concepts);
            field.said = signs.fold(Concepts::NONE, Concepts::and);
            (rest, start) = (others, field.end);
        }
        Self { rows, tokens }
    }

    /// The fields of each row, in the order in which they were given.
    pub(super) fn lines(&self) -> impl Iterator<Item = [Line<'_>; FIELDS]> {
        let mut start = 0;
        self.rows.iter().map(move |fields| {
            fields.map(|field| {
                let words = std::mem::replace(&mut start, field.end)..field.end;
                Line {
                    field: field.seen,
                    typed: field.typed,
                    tokens: self.tokens.get(words).unwrap_or_default(),
                    said: field.said,
                }
            })
        })
    }
}

impl<'a> Page<'a, 1> {
    /// Takes one field apart.
    pub(super) fn of_one(field: (Seen, &'a str), home: &Home) -> Self {
        Self::of(std::iter::once([field]), home)
    }
}

/// Finds what each word of a field is a sign of.
fn recognise(words: &mut [Token], home: &Home, own_says_nothing: bool) {
    for token in &mut *words {
        let word: &Word = &token.word;
        token.own = home.own_names.iter().any(|name| name.is_same(word));
        if !(token.own && own_says_nothing) {
            // A name may be a letter from anything.
            let name = token.capital && token.before == ' ' && token.start > 0;
            token.concepts = word.concepts(name);
            token.recognised = !token.concepts.is_empty();
        }
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
        let second = following.first();
        let phrases = first.phrases().zip(second);
        for phrase in phrases.map_or(&[][..], |(phrases, second)| phrases.going_on_with(second)) {
            let mut rest = phrase.rest.iter().zip(following);
            let fits = following.len() >= phrase.rest.len()
                && rest.all(|(listed, token)| listed.is(token))
                && phrase.first.is(first)
                && !is_sum(first, following);
            let count = phrase.rest.len() + 1;
            if fits && count > length {
                // The longer phrase says what the shorter one only began.
                (found, length) = (phrase.known, count);
            } else if fits && count == length {
                found.concepts = found.concepts.and(phrase.known.concepts);
            }
        }
        if found.concepts.has(Concept::Innocent) {
            innocent.push((at, at + length, found.concepts));
        }
        if first.concepts.has(Concept::Innocent) {
            innocent.push((at, at + 1, Concepts::NONE));
        }
        if found.concepts.is_empty() {
            continue;
        }
        let end = words.get(at + length - 1).map(|last| last.end);
        if let (Some(token), Some(end)) = (words.get_mut(at), end) {
            token.concepts = token.concepts.and(found.concepts);
            token.phrase = found.listed;
            token.end = end;
        }
    }
    for (from, to, spared) in innocent {
        for token in words.iter_mut().take(to).skip(from) {
            token.concepts = token.concepts.without(GUILTY.without(spared));
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

/// The words of fields by their folded spelling: so they are looked up in one go, and no
/// look-up waits for the one before.
struct Spelt {
    /// Each text in small letters, and behind it those of its words that more is folded of.
    folded: String,
    marks: Vec<Mark>,
}

/// A word as it stands in its field.
struct Mark {
    capital: bool,
    clause: usize,
    before: char,
    start: usize,
    end: usize,
    /// Where its folded spelling lies.
    folded: (usize, usize),
}

impl Spelt {
    /// Takes a text apart into words.
    fn add(&mut self, typed: &str) {
        let base = self.folded.len();
        self.folded.push_str(typed);
        if let Some(folded) = self.folded.get_mut(base..) {
            folded.make_ascii_lowercase();
        }
        let mut clause = 0;
        let mut before = ' ';
        let mut at = 0;
        while let Some(rest) = typed.get(at..).filter(|rest| !rest.is_empty()) {
            let (length, plain) = word_length(rest);
            if let Some(word) = rest.get(..length).filter(|word| !word.is_empty()) {
                let end = at + length;
                let folded = if plain {
                    (base + at, base + end)
                } else {
                    let from = self.folded.len();
                    let letters = word.chars();
                    letters.for_each(|letter| push_folded(&mut self.folded, letter));
                    (from, self.folded.len())
                };
                self.marks.push(Mark {
                    capital: word.starts_with(char::is_uppercase),
                    clause,
                    before,
                    start: at,
                    end,
                    folded,
                });
                before = ' ';
                at = end;
                continue;
            }
            let Some(sign) = rest.chars().next() else {
                return;
            };
            if matches!(
                sign,
                '.' | ',' | ';' | ':' | '!' | '?' | '(' | ')' | '–' | '—'
            ) {
                clause += 1;
            }
            if sign != ' ' {
                before = sign;
            }
            at += sign.len_utf8();
        }
    }

    fn tokens(&self) -> Vec<Token> {
        with_memory(|memory| {
            let tokens = self.marks.iter().map(|mark| {
                let (from, to) = mark.folded;
                Token {
                    word: memory.word(self.folded.get(from..to).unwrap_or_default()),
                    concepts: Concepts::NONE,
                    capital: mark.capital,
                    own: false,
                    recognised: false,
                    clause: mark.clause,
                    before: mark.before,
                    phrase: None,
                    start: mark.start,
                    end: mark.end,
                }
            });
            tokens.collect()
        })
    }
}
