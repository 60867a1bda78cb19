//! The adviser's decision workbook: what waits on a person goes out, answers come back.
//!
//! Each line has a hidden key that says what it is about, so that lines may be sorted,
//! moved and copied. Dropped into the inbox, the workbook is told from forms by its
//! hidden properties, or else by its labels.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::arrival::sha256;
use crate::blank::BlankError;
use crate::form::FormId;

mod answer;
mod book;
mod lines;
mod place;
mod read;
#[cfg(test)]
mod tests;

pub use answer::{Answer, Subject};
pub(crate) use read::read;

/// All that a region's adviser may decide today.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionBook {
    /// The region.
    pub region: String,
    /// The basis year.
    pub basis_year: i32,
    /// Who is to decide: the region's advisers.
    pub adviser: String,
    /// Forms that wait on a person.
    pub forms: Vec<OpenForm>,
    /// Rows that wait, rows that were decided, and rows that do not count.
    pub rows: Vec<OpenRow>,
    /// The chapters that a form may be placed with: number and name.
    pub chapters: Vec<(String, String)>,
    /// What could not be understood in the workbook that came last.
    pub complaints: Vec<String>,
    /// Subjects that were decided and are open again, by their keys: what marks them.
    pub taken_back: BTreeMap<String, String>,
    /// What shows that the workbook is ours: known only to who wrote it and to who
    /// was given it.
    pub token: String,
}

/// A form that waits on a person, or that has not come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenForm {
    /// What the line is about.
    pub subject: Subject,
    /// Whether it has not come: nothing waits on the adviser, who alone knows whether it
    /// came on paper.
    pub missing: bool,
    /// The chapter's name, or what the form says.
    pub chapter: String,
    /// The file.
    pub file: String,
    /// The form's title.
    pub form: String,
    /// The rule's code and title.
    pub rule: String,
    /// Why it waits.
    pub why: String,
    /// What has been decided, if anything.
    pub given: Option<Given>,
}

/// A row that may be decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenRow {
    /// What the line is about.
    pub subject: Subject,
    /// Under which heading it stands.
    pub group: RowGroup,
    /// The chapter's name.
    pub chapter: String,
    /// The file.
    pub file: String,
    /// The sheet in it.
    pub sheet: String,
    /// The row of the sheet, from 1.
    pub row: u32,
    /// What the chapter wrote.
    pub text: String,
    /// The rule's code and title.
    pub rule: String,
    /// Why it waits, or why it does not count.
    pub why: String,
    /// What has been decided, if anything.
    pub given: Option<Given>,
}

/// The headings of the sheet of rows, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowGroup {
    /// Til avklaring.
    Waiting,
    /// The chapter was asked about them, and has changed them.
    Answered,
    /// Decided before.
    Decided,
    /// Counted as one person with a row of another list.
    Merged,
    /// Ikke medregnet.
    Excluded,
}

/// A decision that was taken before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Which way it went.
    pub answer: Answer,
    /// Why.
    pub reason: String,
}

impl Given {
    /// What the line is marked with that this answer stands in: a line that comes back
    /// with the mark and without an answer has been cleared, while one without the mark
    /// never showed it.
    pub fn mark(&self) -> String {
        let told = format!("{}\u{1f}{}", self.answer.words(&[]), self.reason);
        sha256(told.as_bytes()).chars().take(16).collect()
    }

    /// What an open line is marked with when this answer was taken back: a copy from
    /// before that does not bring it back.
    pub fn mark_when_taken_back(&self, by: &str, on: NaiveDate) -> String {
        let told = format!("{}\u{1f}{by}\u{1f}{on}", self.mark());
        let digest: String = sha256(told.as_bytes()).chars().take(16).collect();
        format!("{TAKEN_BACK}{digest}")
    }
}

/// What the mark of an open line begins with.
const TAKEN_BACK: char = '-';

/// What an adviser wrote in a decision workbook.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decisions {
    /// The region that the workbook is for.
    pub region: Option<String>,
    /// The basis year that it is for.
    pub basis_year: Option<i32>,
    /// Who decided.
    pub by: Option<String>,
    /// What shows that the workbook is ours.
    pub token: Option<String>,
    /// The lines with an answer or a reason, or with one that was cleared, in the order
    /// of the sheets.
    pub lines: Vec<DecisionLine>,
    /// Sheets whose lines could not be read.
    pub unfound: Vec<UnfoundColumns>,
}

/// A sheet of lines in which columns are not to be found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnfoundColumns {
    /// The sheet.
    pub sheet: String,
    /// The labels of the columns that are not there.
    pub labels: Vec<String>,
}

/// One line of a decision workbook, as filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionLine {
    /// The sheet.
    pub sheet: String,
    /// The row, from 1.
    pub row: u32,
    /// Where its row stands, in the words of the line: chapter, file, form or sheet, row.
    pub place: String,
    /// Whether the hidden key beside these words is another line's.
    pub moved: bool,
    /// What it is about; `None` when its hidden key is gone or broken.
    pub subject: Option<Subject>,
    /// What was decided; `None` when there is no answer, or none that fits.
    pub answer: Option<Answer>,
    /// Whether anything stands in the cell for the answer.
    pub answered: bool,
    /// Why; empty when nothing was written.
    pub reason: String,
    /// The [`Given::mark`] of the answer that stood there when the workbook was written,
    /// or the [`Given::mark_when_taken_back`] of an open line.
    pub stood: Option<String>,
}

impl DecisionLine {
    /// Whether an answer that stood there is gone.
    pub fn is_cleared(&self) -> bool {
        !self.answered && shows_an_answer(self.stood.as_deref())
    }

    /// Whether the answer and the reason are those that stood there.
    pub fn is_untouched(&self) -> bool {
        let given = self.answer.clone().map(|answer| Given {
            answer,
            reason: self.reason.clone(),
        });
        given.is_some_and(|given| Some(given.mark()) == self.stood)
    }
}

/// Whether a line with this mark had an answer in it.
fn shows_an_answer(mark: Option<&str>) -> bool {
    mark.is_some_and(|mark| !mark.starts_with(TAKEN_BACK))
}

/// Writes a region's decision workbook.
pub fn write_decisions(book: &DecisionBook) -> Result<Vec<u8>, BlankError> {
    book::write(book)
}

/// The title that a form has for people.
pub fn form_title(form: FormId) -> &'static str {
    form.form().title
}

/// The hidden properties of the document.
const PROPERTY: &str = "samlerapport.decisions";
const REGION: &str = "samlerapport.region";
const YEAR: &str = "samlerapport.basis_year";
const TOKEN: &str = "samlerapport.token";

/// The labels that both the writer and the reader know.
const ANSWER_LABEL: &str = "Avgjørelse";
const REASON_LABEL: &str = "Begrunnelse";
const KEY_LABEL: &str = "Nøkkel";
const STOOD_LABEL: &str = "Sto her";
const PLACE_LABEL: &str = "Linje";
const TOKEN_LABEL: &str = "Merke";
const REGION_LABEL: &str = "Område";
const YEAR_LABEL: &str = "Grunnlagsår";
const ADVISER_LABEL: &str = "Rådgiver";
