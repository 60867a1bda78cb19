//! What becomes of a chapter's forms and rows.

use chrono::{NaiveDate, NaiveTime};
use samlerapport_ingest::{Evidence, FormId, Piece, Place};
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::accepted::Accepted;
use crate::change::Change;
use crate::finding::Finding;
use crate::joint::Joint;
use crate::rule::Rule;
use crate::scene::Setting;
use crate::{judge, stored};

/// A chapter in a basis year, heard as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Hearing {
    /// The chapter's number in the register; `None` for an unknown chapter.
    pub chapter: Option<String>,
    /// The basis year.
    pub basis_year: i32,
    /// Every delivery, in the order of arrival.
    pub forms: Vec<JudgedForm>,
    /// Forms that have not come, and that form 1 does not say there is nothing to
    /// tell in; they may still come until the chapters' date.
    pub awaited: Vec<FormId>,
    /// Forms that an adviser has on paper, and that nobody has typed in yet.
    pub on_paper: Vec<OnPaper>,
    /// Findings about the chapter as a whole: forms that have not come.
    pub findings: Vec<Finding>,
    /// The rows that it was told other chapters tell of too.
    pub joint: Vec<Joint>,
    /// A large change from the year before, for finance.
    pub change: Option<Change>,
    /// What rules on trial would have said: for the operator alone.
    pub trials: Vec<Finding>,
    /// What counts, worked out when the chapter was heard. It is private, so that a
    /// hearing cannot be put together elsewhere and then counted.
    pub(crate) accepted: Option<Accepted>,
}

/// A form that came on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnPaper {
    /// The form.
    pub form: FormId,
    /// Whether the paper is signed.
    pub signed: bool,
    /// The adviser who said so.
    pub by: String,
    /// The day.
    pub on: NaiveDate,
}

/// A delivery and what became of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JudgedForm {
    /// The ledger's number of the delivery.
    pub delivery: i64,
    /// The file's name for people, with that of the part in it.
    pub file: String,
    /// The file's SHA-256.
    pub sha256: String,
    /// The form, when it could be made out.
    pub form: Option<FormId>,
    /// Which of several such forms in the file: the part of its [`Piece`].
    pub part: String,
    /// For form 2 the meeting place, for form 5 the person, as typed.
    pub of: Option<String>,
    /// The names of the workbook's sheets.
    pub sheets: Vec<String>,
    /// Whether it still stands for the chapter.
    pub standing: Standing,
    /// What we think of it.
    pub verdict: Verdict,
    /// What was found, in the catalogue's order.
    pub findings: Vec<Finding>,
    /// Rules of report scope that hold back what the form would count.
    pub held_by: Vec<&'static Rule>,
    /// The weakest evidence among the signatures that the form needs.
    pub signed: Evidence,
    /// Who typed it in from paper, when it says so; the name may be empty.
    pub copied_by: Option<String>,
    /// Its rows, in the order of the sheet.
    pub rows: Vec<JudgedRow>,
}

/// Whether a delivery is the one that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// It is.
    Current,
    /// Another delivery stands in its place, a newer one or the one that an adviser chose:
    /// that one's number.
    Superseded(i64),
}

/// What we think of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Verdict {
    /// Nobody objects.
    Accepted,
    /// It counts; something is told, or some rows do not count.
    AcceptedWithRemarks,
    /// A person decides, or another form must come first.
    Waiting,
    /// It cannot count as it is.
    Returned,
}

impl Verdict {
    /// The word that the JSON output uses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::AcceptedWithRemarks => "accepted_with_remarks",
            Self::Waiting => "waiting",
            Self::Returned => "returned",
        }
    }
}

/// A row and what became of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JudgedRow {
    /// The row's first cell.
    pub place: Place,
    /// The row's own fate, whatever becomes of the form.
    pub fate: Fate,
    /// What becomes of it apart from what other chapters tell.
    pub fate_alone: Fate,
    /// What took place.
    pub kind: ActivityKind,
    /// The days that it was held, in the basis year or not.
    pub dates: Vec<NaiveDate>,
    /// Of these, the days that stand in another row too, and count there.
    pub elsewhere: Vec<NaiveDate>,
    /// How many days count or would count.
    pub activity_days: u32,
    /// The start and end, if told.
    pub times: (Option<NaiveTime>, Option<NaiveTime>),
    /// Minutes of each day.
    pub minutes: Option<u32>,
    /// How many took part; the lower end of "10-12".
    pub participants: Option<u32>,
    /// Why it does not count, or what is remarked.
    pub reasons: Vec<&'static Rule>,
    /// Whether an adviser has decided something about it.
    pub decided: bool,
    /// One sentence that says which rule and which words decided, in bokmål, for
    /// the decision workbook and `check`; empty when the row counts by itself.
    pub explanation: String,
    /// The row's texts, for the workbook.
    pub text: RowText,
}

/// The texts of a row as typed, for the workbook and for decisions only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowText {
    /// Form 3's title; form 2's meeting place; form 4's and 5's person.
    pub title: SmolStr,
    /// The chapter's own word for it.
    pub kind: SmolStr,
    /// The theme.
    pub theme: SmolStr,
    /// How experience was shared.
    pub sharing: SmolStr,
    /// Where.
    pub venue: SmolStr,
    /// Who arranged it.
    pub organiser: SmolStr,
    /// The leading peer supporter.
    pub leader: SmolStr,
    /// The date as typed.
    pub date: SmolStr,
    /// What else weighs of a person in form 4: telephone, whether active, whether unpaid.
    pub details: SmolStr,
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Fate {
    /// Medregnet.
    Counted,
    /// Til avklaring: a person decides.
    Waiting,
    /// Mangelfull: could count if mended.
    Incomplete,
    /// Ikke medregnet.
    Excluded,
}

impl Fate {
    /// The word that the JSON output uses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Counted => "counted",
            Self::Waiting => "waiting",
            Self::Incomplete => "incomplete",
            Self::Excluded => "excluded",
        }
    }
}

/// What took place (regulation §§ 10-12).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ActivityKind {
    /// Samtale- eller aktivitetsgruppe.
    Group,
    /// Training of peer supporters.
    Course,
    /// Oppsøkende: one to one, in person.
    Outreach,
    /// None of these; a row of form 4 too.
    None,
}

impl ActivityKind {
    /// The word that the JSON output uses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Course => "course",
            Self::Outreach => "outreach",
            Self::None => "none",
        }
    }
}

impl JudgedForm {
    /// Which form in which file it is; `None` when no form could be made out.
    pub fn piece(&self) -> Option<Piece> {
        Some(Piece {
            sha256: self.sha256.clone(),
            form: self.form?,
            part: self.part.clone(),
        })
    }

    /// Whether the form adds to the totals today: it is current, and nothing holds it.
    pub fn stands(&self) -> bool {
        self.held_by.is_empty() && matches!(self.standing, Standing::Current)
    }

    /// Whether a row of this form is in the totals today.
    pub fn in_totals(&self, row: &JudgedRow) -> bool {
        row.fate == Fate::Counted && self.stands()
    }
}

impl Hearing {
    /// Hears a chapter: the whole catalogue, then verdicts and fates.
    pub fn of(setting: &Setting<'_>) -> Self {
        judge::hear(setting)
    }

    /// The hearing as bytes for the ledger.
    pub fn to_bytes(&self) -> Vec<u8> {
        stored::to_bytes(self)
    }

    /// The hearing that [`Hearing::to_bytes`] wrote; `None` when it was written by
    /// another version, or a rule in it is no more: then it must be heard again.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        stored::from_bytes(bytes)
    }
}
