//! Rows taken apart into words, each with what it may be a sign of.

use super::concept::{Concept, Concepts};
use super::evidence::Seen;
use super::home::Home;
use super::lexicon::Known;
use super::line::{Line, Token};
use super::spelt::Spelt;
use super::word::Memory;

/// The fields of some rows, taken apart into words.
///
/// They are all taken apart before the first of them is weighed. The code for the one and
/// the code for the other each have room in a processor's nearest memory, both have not.
#[derive(Debug)]
pub(super) struct Page<'a, const FIELDS: usize> {
    rows: Vec<[Field<'a>; FIELDS]>,
    tokens: Vec<Token<'a>>,
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
    /// are to say who arranged it or who came.
    pub(super) fn of(
        rows: impl Iterator<Item = [(Seen, &'a str); FIELDS]> + Clone,
        home: &Home,
        memory: &'a mut Memory,
    ) -> Self {
        let mut spelt = Spelt::of(rows.clone().flatten().map(|(_, typed)| typed));
        let rows = rows.map(|fields| {
            fields.map(|(seen, typed)| {
                spelt.take_apart(typed);
                Field {
                    seen,
                    typed,
                    end: spelt.words(),
                    said: Concepts::NONE,
                }
            })
        });
        let mut rows: Vec<_> = rows.collect();
        let mut tokens = spelt.tokens(memory);
        let mut rest = tokens.as_mut_slice();
        let mut start = 0;
        for field in rows.as_flattened_mut() {
            let (words, others) = rest
                .split_at_mut_checked(field.end - start)
                .unwrap_or_default();
            // Officers are officers, and who arranged it is told, whatever the chapter's name.
            let told = matches!(field.seen, Seen::Organiser | Seen::Participants);
            recognise(words, home, !told);
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

/// Finds what each word of a field is a sign of.
fn recognise(words: &mut [Token<'_>], home: &Home, own_says_nothing: bool) {
    for token in &mut *words {
        token.own = home.own_names.iter().any(|name| name.is_same(token.word));
        if !(token.own && own_says_nothing) {
            // A name may be a letter from anything.
            let name = token.capital && token.before == ' ' && token.start > 0;
            token.concepts = token.word.concepts(name);
            token.recognised = !token.concepts.is_empty();
        }
    }
    mark_phrases(words);
}

fn mark_phrases(words: &mut [Token<'_>]) {
    let mut innocent = Vec::new();
    for at in 0..words.len() {
        let Some((first, following)) = words.get(at..).and_then(<[_]>::split_first) else {
            break;
        };
        if first.concepts.has(Concept::Innocent) {
            innocent.push((at, at + 1, Concepts::NONE));
        }
        let Some((found, length)) = phrase(first, following) else {
            continue;
        };
        if found.concepts.has(Concept::Innocent) {
            innocent.push((at, at + length, found.concepts));
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

/// What the longest phrases say that a word begins, and of how many words they are.
fn phrase(first: &Token<'_>, following: &[Token<'_>]) -> Option<(Known, usize)> {
    let going_on = first.phrases_going_on_with(following.first()?)?;
    let mut found = Known::default();
    let mut length = 1;
    for phrase in going_on {
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
    (!found.concepts.is_empty()).then_some((found, length))
}

/// "1+1" is no "1 1".
fn is_sum(first: &Token<'_>, following: &[Token<'_>]) -> bool {
    let number = |token: &Token<'_>| token.folded.chars().all(char::is_numeric);
    following
        .first()
        .is_some_and(|next| next.before == '+' && number(first) && number(next))
}
