//! What may be decided, of what, and the words for it.

use serde::{Deserialize, Serialize};

use crate::fold::folded_name;
use crate::form::FormId;
use crate::piece::Piece;

/// What a line of the decision workbook is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Subject {
    /// A row of a chapter's form, known by its substance.
    Row {
        /// The chapter's number.
        chapter: String,
        /// The form.
        form: FormId,
        /// The digest of the row's substance.
        substance: String,
    },
    /// The signature of a form.
    Signature(Piece),
    /// Whose a form is.
    Chapter(Piece),
    /// Whether a form takes an older one's place.
    Takeover(Piece),
    /// Whether a chapter's form has come on paper.
    OnPaper {
        /// The chapter's number.
        chapter: String,
        /// The form.
        form: FormId,
    },
}

impl Subject {
    /// The hidden key of the line.
    pub fn key(&self) -> String {
        match self {
            Self::Row {
                chapter,
                form,
                substance,
            } => format!("rad|{}|{substance}|{chapter}", form.key()),
            Self::Signature(piece) => of_piece("signatur", piece),
            Self::Chapter(piece) => of_piece("lag", piece),
            Self::Takeover(piece) => of_piece("gjelder", piece),
            Self::OnPaper { chapter, form } => format!("papir|{}|-|{chapter}", form.key()),
        }
    }

    /// What a hidden key says.
    pub fn from_key(key: &str) -> Option<Self> {
        let mut parts = key.trim().splitn(4, '|');
        let kind = parts.next()?;
        let form = FormId::from_key(parts.next()?)?;
        let (digest, last) = (parts.next()?.to_owned(), parts.next());
        if kind == "papir" {
            let chapter = last?.to_owned();
            return Some(Self::OnPaper { chapter, form });
        }
        if !is_digest(&digest) {
            return None;
        }
        let piece = Piece {
            sha256: digest.clone(),
            form,
            part: last.unwrap_or_default().to_owned(),
        };
        match kind {
            "rad" => Some(Self::Row {
                chapter: last?.to_owned(),
                form,
                substance: digest,
            }),
            "signatur" => Some(Self::Signature(piece)),
            "lag" => Some(Self::Chapter(piece)),
            "gjelder" => Some(Self::Takeover(piece)),
            _ => None,
        }
    }
}

/// A file that came by itself has a key without an empty end.
fn of_piece(kind: &str, piece: &Piece) -> String {
    let Piece { sha256, form, part } = piece;
    let key = format!("{kind}|{}|{sha256}|{part}", form.key());
    key.trim_end_matches('|').to_owned()
}

fn is_digest(text: &str) -> bool {
    let (digest, nth) = text.split_once('#').unwrap_or((text, "2"));
    digest.len() == 64
        && digest.chars().all(|letter| letter.is_ascii_hexdigit())
        && nth.parse::<u32>().is_ok()
}

/// What an adviser can answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// The row counts.
    Counts,
    /// The row does not count.
    DoesNotCount,
    /// The chapter is asked.
    AskChapter,
    /// The signature was seen.
    SignatureSeen,
    /// What stands there is no signature.
    SignatureRefused,
    /// The form is this chapter's, by its number.
    ChapterIs(String),
    /// The newer form takes the older one's place.
    TakesOver,
    /// The older form stands.
    StaysOut,
    /// The form came on paper, with its signatures.
    OnPaper,
    /// The form came on paper, and is not signed.
    OnPaperUnsigned,
}

/// What stands between a chapter's number and its name in a drop-down.
const DASH: &str = " – ";

impl Answer {
    /// The words in the drop-down; a chapter needs its name for that.
    pub fn words(&self, chapters: &[(String, String)]) -> String {
        match self {
            Self::Counts => "Medregnes".to_owned(),
            Self::DoesNotCount => "Medregnes ikke".to_owned(),
            Self::AskChapter => "Spør laget".to_owned(),
            Self::SignatureSeen => "Signatur sett".to_owned(),
            Self::SignatureRefused => "Signatur ikke godtatt".to_owned(),
            Self::TakesOver => "Det nye gjelder".to_owned(),
            Self::StaysOut => "Det eldre gjelder".to_owned(),
            Self::OnPaper => "På papir, signert".to_owned(),
            Self::OnPaperUnsigned => "På papir, usignert".to_owned(),
            Self::ChapterIs(number) => chapters
                .iter()
                .find(|(known, _)| known == number)
                .map_or_else(|| number.clone(), choice),
        }
    }

    /// What was typed, as an answer about this subject; nothing is guessed.
    pub(super) fn understand(typed: &str, subject: &Subject) -> Option<Self> {
        let fixed = match subject {
            Subject::Row { .. } => &[Self::Counts, Self::DoesNotCount, Self::AskChapter][..],
            Subject::Signature(_) => &[Self::SignatureSeen, Self::SignatureRefused],
            Subject::Takeover(_) => &[Self::TakesOver, Self::StaysOut],
            Subject::OnPaper { .. } => &[Self::OnPaper, Self::OnPaperUnsigned],
            Subject::Chapter(_) => {
                let number = typed.split(DASH).next().unwrap_or(typed).trim();
                return (!number.is_empty()).then(|| Self::ChapterIs(number.to_owned()));
            }
        };
        // Who adds a sign of doubt has not decided.
        if typed.contains('?') {
            return None;
        }
        let folded = folded_name(typed);
        let mut fixed = fixed.iter();
        fixed
            .find(|answer| folded_name(&answer.words(&[])) == folded)
            .cloned()
    }
}

/// A chapter in the drop-down.
pub(super) fn choice((number, name): &(String, String)) -> String {
    format!("{number}{DASH}{name}")
}
