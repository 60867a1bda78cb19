//! A form as it was handed in, and what a person has decided about it.

use chrono::{DateTime, NaiveDate, Utc};
use samlerapport_ingest::{FormId, Piece, Reading};
use serde::{Deserialize, Serialize};

/// One form in one received file.
///
/// A file with several forms is several deliveries with the same digest.
#[derive(Clone, Debug, PartialEq)]
pub struct Delivery {
    /// The ledger's number for it; goes up with the order of arrival.
    pub id: i64,
    /// The file's name as it arrived, made harmless for every output.
    pub file: String,
    /// The SHA-256 of the file, in lower-case hexadecimal.
    pub sha256: String,
    /// When it arrived.
    pub arrived: DateTime<Utc>,
    /// What could be read.
    pub reading: Reading,
}

impl Delivery {
    /// Which form in which file it is; `None` when no form could be made out.
    pub fn piece(&self) -> Option<Piece> {
        Piece::of(&self.sha256, &self.reading)
    }

    /// The file's name for people; what stood in a message or an archive has its
    /// own name first: "skjema.xlsx i post.eml".
    pub fn shown_name(&self) -> String {
        match &self.reading.part {
            Some(part) => format!("{part} i {}", self.file),
            None => self.file.clone(),
        }
    }
}

/// What an adviser has decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What it is about and which way it went.
    pub decided: Decided,
    /// Who decided.
    pub by: String,
    /// The day.
    pub on: NaiveDate,
    /// Why, in the adviser's words.
    pub reason: String,
}

/// The kinds of decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Decided {
    /// "Signatur sett": the form's signature was seen.
    SignatureSeen {
        /// The form.
        piece: Piece,
    },
    /// What stands in its place is no signature: an earlier "signatur sett" is taken back.
    SignatureRefused {
        /// The form.
        piece: Piece,
    },
    /// The form is this chapter's.
    ChapterIs {
        /// The form.
        piece: Piece,
        /// The chapter's number.
        chapter: String,
    },
    /// A row of the chapter counts or does not, in every delivery that has it.
    Row {
        /// The form.
        form: FormId,
        /// The key of the row's substance.
        row: String,
        /// Which way it went.
        counts: bool,
    },
    /// The chapter is asked about a row.
    Ask {
        /// The form.
        form: FormId,
        /// The key of the row's substance.
        row: String,
    },
    /// The chapter's form came on paper.
    OnPaper {
        /// The form.
        form: FormId,
        /// Whether the paper is signed.
        signed: bool,
    },
    /// The form takes an older one's place, or does not.
    Takeover {
        /// The form.
        piece: Piece,
        /// Which way it went.
        takes_over: bool,
    },
}
