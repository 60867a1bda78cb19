//! Door to lettre: a letter leaves through a post.
//!
//! A post decides nothing about words, and nothing about when.

use chrono::{DateTime, Utc};
use samlerapport_ingest::sha256;

use crate::letter::Letter;

mod folder;
mod memory;
mod mime;
#[cfg(test)]
mod sink;
mod smtp;
#[cfg(test)]
mod tests;

pub use folder::Folder;
pub use memory::{Memory, Posted};
pub use smtp::{Login, Password, Security, Smtp, SmtpSettings};

/// A way out of the house.
pub trait Post {
    /// Sends one letter. The same letter with the same key is the same message,
    /// byte for byte, however often it is tried.
    fn send(&self, letter: &Letter, key: &MessageKey) -> Result<Sent, PostError>;

    /// How many letters may be on their way before [`Post::settle`] is asked: one,
    /// unless sending a letter again after a crash is harmless.
    fn at_once(&self) -> usize {
        1
    }

    /// Makes what was sent safe against a power cut; only then has it left.
    fn settle(&self) -> Result<(), PostError> {
        Ok(())
    }
}

/// What makes a message the same at every try; kept in the outbox's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageKey {
    /// The Message-ID without its angle brackets: `17.3fa9c2d1@lag.example`.
    pub id: String,
    /// The message's date.
    pub date: DateTime<Utc>,
}

/// That a letter left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Where it can be found again: the file, or the server's answer.
    pub reference: String,
    /// Addresses that the server refused while it took others of the same letter.
    pub refused: Vec<String>,
}

/// Why a letter did not leave.
///
/// The sentence is fit for a log. `detail` may hold addresses, and belongs in the
/// ledger only.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PostError {
    /// The letter cannot become a message; trying again does not help.
    #[error("the letter cannot be made into a message")]
    Unsendable {
        /// What is wrong with it.
        detail: String,
    },
    /// The server will not take this letter; trying again does not help.
    #[error("the mail server refused the letter ({code})")]
    Refused {
        /// The reply code.
        code: u16,
        /// The reply.
        detail: String,
    },
    /// The server could not be reached, asks for patience, or does not let us in:
    /// the letter is in order, and is to be tried again later.
    #[error("the mail server cannot take letters now{}", code_words(*code))]
    Unavailable {
        /// The reply code, if there was a reply.
        code: Option<u16>,
        /// What was heard or went wrong.
        detail: String,
    },
    /// The folder could not be written to; to be tried again later.
    #[error("the outbox folder cannot be written to")]
    Folder {
        /// What the system said.
        detail: String,
    },
    /// The settings of the post contradict themselves or are not safe.
    #[error("the mail settings cannot be used: {detail}")]
    Settings {
        /// What is wrong with them.
        detail: String,
    },
}

impl PostError {
    /// Whether the same letter may well leave at a later try.
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Unavailable { .. } | Self::Folder { .. } => true,
            Self::Unsendable { .. } | Self::Refused { .. } | Self::Settings { .. } => false,
        }
    }

    /// What was heard or went wrong; may hold addresses.
    pub fn detail(&self) -> &str {
        match self {
            Self::Unsendable { detail }
            | Self::Refused { detail, .. }
            | Self::Unavailable { detail, .. }
            | Self::Folder { detail }
            | Self::Settings { detail } => detail,
        }
    }
}

impl MessageKey {
    /// The key of a row of the outbox.
    ///
    /// It is made once, when the letter is queued: of the row's number, what the
    /// letter tells, and the domain that it is sent from.
    pub fn of(row: i64, letter: &Letter, date: DateTime<Utc>) -> Self {
        let news: String = letter.content_digest.chars().take(12).collect();
        let domain = letter
            .from
            .email
            .rsplit_once('@')
            .map_or("samlerapport.example", |(_, domain)| domain);
        Self {
            id: format!("{row}.{news}@{domain}"),
            date,
        }
    }

    /// A file name for the message, harmless on every system and never shared by
    /// two keys.
    fn file_name(&self) -> String {
        let plain: String = self
            .id
            .chars()
            .map(|letter| match letter {
                'a'..='z' | '0'..='9' | '.' | '-' | '_' | '@' => letter,
                _ => '-',
            })
            .take(80)
            .collect();
        let plain = plain.trim_matches(['.', '-', ' ']);
        if plain == self.id && !plain.is_empty() {
            format!("{plain}.eml")
        } else {
            let tail: String = sha256(self.id.as_bytes()).chars().take(12).collect();
            format!("letter-{plain}-{tail}.eml")
        }
    }
}

fn code_words(code: Option<u16>) -> String {
    code.map_or_else(String::new, |code| format!(" ({code})"))
}
