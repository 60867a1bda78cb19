//! A letter as plain data: who it is for and what it says.

use samlerapport_ingest::Language;
use serde::{Deserialize, Serialize};

use crate::points::ToldPoint;

/// A letter, ready to be queued; the ledger keeps it as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Whom it is about.
    pub kind: LetterKind,
    /// The organisation's own address.
    pub from: Address,
    /// Who it is for: one chapter, or people of the secretariat; never empty.
    pub to: Vec<Address>,
    /// Who gets a copy.
    pub cc: Vec<Address>,
    /// Who reads the answers; empty when `from` does.
    pub reply_to: Vec<Address>,
    /// The subject line.
    pub subject: String,
    /// The plain text, wrapped at 72 columns.
    pub text: String,
    /// The same as a web page.
    pub html: String,
    /// The written standard of the words.
    pub language: Language,
    /// A digest of what the letter tells, without its wording, its addresses and
    /// the day: two letters with the same digest tell the same news.
    pub content_digest: String,
    /// What it asks a chapter to mend, cell by cell.
    #[serde(default)]
    pub points: Vec<ToldPoint>,
}

/// Whom a letter is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LetterKind {
    /// A chapter, by its number in the register.
    Chapter(String),
    /// A region, by its name.
    Adviser(String),
    /// The application workbook.
    Finance,
    /// What no region's adviser can be told.
    Operations,
}

/// Someone's address, with the name that stands before it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Address {
    /// The name.
    pub name: Option<String>,
    /// The e-mail address.
    pub email: String,
}

impl Address {
    /// An address with a name; a blank name is none.
    pub fn new(name: &str, email: &str) -> Self {
        let name = name.trim();
        Self {
            name: (!name.is_empty()).then(|| name.to_owned()),
            email: email.trim().to_owned(),
        }
    }
}
