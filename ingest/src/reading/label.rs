//! Labels as people write them: every label of every form, found again in a cell
//! in spite of case, marks, numbering and small misspellings.

mod dictionary;
mod letters;

use super::abbreviation;
use super::inline;
use crate::fold::fold_into;
use crate::form::{Field, FormId};

/// A longer text is no label.
const LONGEST: usize = 100;

/// What a label stands for in one form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Meaning {
    pub(crate) form: FormId,
    pub(crate) role: Role,
}

/// What a label is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// The form's title.
    Title,
    /// The heading above the table.
    Heading,
    /// A field outside the tables.
    Field(Field),
    /// A column of the table.
    Column(Field),
    /// A signature block, by its index in the declaration.
    Signature(usize),
}

/// A label with all that it stands for.
#[derive(Debug)]
pub(crate) struct Label {
    folded: String,
    /// In how many forms it stands.
    pub(crate) forms: i32,
    pub(crate) meanings: Vec<Meaning>,
}

/// A label found in a cell.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Match<'a> {
    pub(crate) label: &'static Label,
    /// Whether it was spelt as declared.
    pub(crate) exact: bool,
    /// Whether only the words in it say what is meant, and no label is spelt.
    pub(crate) worded: bool,
    /// What stands after the colon in the same cell.
    pub(crate) inline: Option<&'a str>,
}

impl Label {
    /// What the label is for in a form.
    pub(crate) fn roles(&self, form: FormId) -> impl Iterator<Item = Role> + '_ {
        self.meanings
            .iter()
            .filter(move |meaning| meaning.form == form)
            .map(|meaning| meaning.role)
    }

    /// The column of a form's table that it heads.
    pub(crate) fn column(&self, form: FormId) -> Option<Field> {
        self.roles(form).find_map(|role| match role {
            Role::Column(field) => Some(field),
            Role::Title | Role::Heading | Role::Field(_) | Role::Signature(_) => None,
        })
    }

    /// The form whose title it is.
    pub(crate) fn title(&self) -> Option<FormId> {
        self.meanings
            .iter()
            .find(|meaning| meaning.role == Role::Title)
            .map(|meaning| meaning.form)
    }

    /// The field of a form outside its table.
    pub(crate) fn field(&self, form: FormId) -> Option<Field> {
        self.roles(form).find_map(|role| match role {
            Role::Field(field) => Some(field),
            Role::Title | Role::Heading | Role::Column(_) | Role::Signature(_) => None,
        })
    }

    /// Whether it is the word for a signature, without saying whose.
    pub(crate) fn is_bare_signature(&self) -> bool {
        matches!(
            self.folded.as_str(),
            "underskrift" | "signatur" | "underskrifter" | "signaturer" | "sign"
        )
    }

    /// Whether it heads a signature without saying of which of the form's signers.
    pub(crate) fn leaves_open_who(&self) -> bool {
        self.is_bare_signature()
            || matches!(
                self.folded.as_str(),
                "for styret" | "for laget" | "underskrevet av" | "underskrive av" | "signert av"
            )
    }

    /// Whether it heads a signature block of a form.
    pub(crate) fn signs(&self, form: FormId) -> bool {
        self.roles(form)
            .any(|role| matches!(role, Role::Signature(_)))
    }
}

/// Finds the label that a cell's text is, or begins with before a colon.
pub(crate) fn find<'a>(text: &'a str, buffer: &mut String, tries: &mut u32) -> Option<Match<'a>> {
    let found = spelt(text, buffer);
    if found.is_some() {
        return found;
    }
    // A short value after the colon must not pass for a misspelt end of the label.
    if let Some((before, after)) = text.split_once([':', '\n'])
        && !after.trim().is_empty()
        && let Some(found) = spelt(before, buffer).or_else(|| misspelt(before, buffer, tries))
    {
        return Some(Match {
            inline: Some(after.trim()),
            ..found
        });
    }
    if let Some((before, after)) = inline::answered(text)
        && let Some(found) = spelt(before, buffer).or_else(|| misspelt(before, buffer, tries))
    {
        return Some(Match {
            inline: Some(after),
            ..found
        });
    }
    misspelt(text, buffer, tries)
}

/// Whether a text is a label spelt as declared, or begins with one and a colon.
pub(crate) fn begins(text: &str, buffer: &mut String) -> bool {
    // Dates and times stand first in most rows, and no label begins with a digit.
    if text.starts_with(|sign: char| sign.is_ascii_digit()) {
        return false;
    }
    let short = |text: &str| text.len() <= LONGEST;
    (short(text) && exact(text, buffer).is_some())
        || head(text).is_some_and(|head| short(head) && exact(head, buffer).is_some())
}

/// Whether a text may begin with a word for a signature; most cells need not be
/// looked up to know.
pub(crate) fn may_sign(text: &str) -> bool {
    text.len() < 40 && text.starts_with(['u', 'U', 's', 'S', 'L', 'l'])
}

/// What stands before a text's first bracket, colon or line's end, where something does;
/// `None` too when that is longer than a label.
pub(crate) fn head(text: &str) -> Option<&str> {
    let bytes = text.bytes().take(LONGEST.saturating_add(1));
    let end = bytes
        .enumerate()
        .find_map(|(at, byte)| matches!(byte, b'(' | b'\n' | b':').then_some(at));
    text.get(..end?)
}

/// A text without the hint in brackets that ends it, or its lines after the first.
fn without_hint(text: &str) -> Option<&str> {
    let (head, tail) = text.split_once(['(', '\n'])?;
    let after = tail.rsplit_once(')').map_or("", |(_, after)| after);
    after
        .chars()
        .all(|sign| !sign.is_alphanumeric())
        .then_some(head)
}

/// The label that a text is, spelt as declared, perhaps with a number before it.
fn spelt<'a>(text: &str, buffer: &mut String) -> Option<Match<'a>> {
    let text = Some(text).filter(|text| text.len() <= LONGEST)?;
    exact(without_number(text), buffer).map(|label| Match {
        label,
        exact: true,
        worded: false,
        inline: None,
    })
}

/// The label that a text is in spite of a hint after it, words cut short, or slips.
fn misspelt<'a>(text: &str, buffer: &mut String, tries: &mut u32) -> Option<Match<'a>> {
    if text.len() > LONGEST {
        return None;
    }
    let text = without_number(text);
    without_hint(text)
        .and_then(|text| exact(text, buffer))
        .or_else(|| exact(&abbreviation::spelt_out(text)?, buffer))
        .map(|label| Match {
            label,
            exact: true,
            worded: false,
            inline: None,
        })
        .or_else(|| {
            *tries = tries.checked_sub(1)?;
            fold_into(without_hint(text).unwrap_or(text), buffer);
            dictionary::near(buffer).map(|label| Match {
                label,
                exact: false,
                worded: false,
                inline: None,
            })
        })
}

/// The label that a text is, spelt as declared.
pub(crate) fn exact(text: &str, buffer: &mut String) -> Option<&'static Label> {
    fold_into(text, buffer);
    dictionary::exact(buffer)
}

/// "1. Fylke" and "b) Kommune" are numbered, not other labels.
pub(crate) fn without_number(text: &str) -> &str {
    let rest = text.trim_start();
    let head = rest
        .find(|sign: char| !sign.is_ascii_alphanumeric())
        .unwrap_or(0);
    let numbered = (1..=2).contains(&head)
        && rest.get(..head).is_some_and(|head| {
            head.chars().all(|sign| sign.is_ascii_digit()) || head.chars().count() == 1
        });
    match rest.get(head..) {
        Some(after) if numbered && after.starts_with(['.', ')']) => after
            .get(1..)
            .filter(|after| after.starts_with(' '))
            .unwrap_or(rest),
        _ => rest,
    }
}

/// Whether one of two texts says the opposite of the other: "lønnet" is no slip of
/// "ulønnet".
pub(crate) fn denies(one: &str, other: &str) -> bool {
    let of = |one: &str, other: &str| {
        ["u", "in", "ikke ", "ikkje "]
            .iter()
            .any(|prefix| one.strip_prefix(prefix) == Some(other))
    };
    of(one, other) || of(other, one)
}
