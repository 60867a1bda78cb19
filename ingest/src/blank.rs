//! Blank forms, empty, prefilled or filled in, made from the declarations.
//!
//! `layout` says what stands where without naming a library, so that the same
//! grid can be written in other formats; `blank/xlsx.rs` is the door.

use chrono::{NaiveDate, NaiveTime};

use crate::chapter::{Chapter, Language};
use crate::form::{Field, FormId, SignatureRole};

mod check;
mod layout;
mod measure;
mod page;
mod place_fields;
mod place_signatures;
mod scribble;
mod words;
mod xlsx;

pub use check::{Check, Limit};
pub use layout::{LaidCell, Layout, SignaturePlace, Style, layout};
pub(crate) use page::Page;
pub(crate) use words::standing_texts;

/// What is to stand in a form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filling {
    /// The written standard of the labels.
    pub language: Language,
    /// The chapter's number, for the hidden property.
    pub chapter: Option<String>,
    /// The basis year, for the hidden property and the checks of dates.
    pub basis_year: i32,
    /// What stands in the fields outside the tables.
    pub fields: Vec<(Field, Entry)>,
    /// The rows of the form's main table.
    pub rows: Vec<Vec<(Field, Entry)>>,
    /// The rows of form 1's table of the board.
    pub board: Vec<Vec<(Field, Entry)>>,
    /// The signature blocks that are filled in; a second entry with the same
    /// role goes to the second block of that role.
    pub signatures: Vec<SignatureEntry>,
    /// Who typed the form in from paper, if anybody did.
    pub copied_by: Option<String>,
    /// Whether the file carries the hidden document properties.
    pub hidden_id: bool,
}

impl Filling {
    /// What a chapter's blanks are prefilled with: who it is, and the year.
    pub fn prefilled(chapter: &Chapter, basis_year: i32) -> Self {
        let told = |field: Field, text: Option<&str>| {
            let text = text.filter(|text| !text.is_empty())?;
            Some((field, Entry::text(text)))
        };
        let number = chapter.organisation_number.as_deref();
        let fields = [
            told(Field::ChapterName, Some(&chapter.name)),
            told(Field::OrganisationNumber, number),
            told(Field::County, Some(&chapter.county)),
            told(Field::Municipality, Some(&chapter.municipality)),
            Some((Field::BasisYear, Entry::Number(f64::from(basis_year)))),
            told(Field::ContactEmail, chapter.email.as_deref()),
        ];
        Self {
            language: chapter.language,
            chapter: Some(chapter.number.clone()),
            basis_year,
            fields: fields.into_iter().flatten().collect(),
            hidden_id: true,
            ..Self::default()
        }
    }
}

/// What stands in one cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Date(NaiveDate),
    /// A time of day.
    Time(NaiveTime),
}

impl Entry {
    /// Text, from anything that is text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

/// What stands in one signature block.
#[derive(Clone, Debug, PartialEq)]
pub struct SignatureEntry {
    /// Whose block it is.
    pub role: SignatureRole,
    /// The name in block letters, beside the signature field.
    pub name: Option<String>,
    /// The date of signature.
    pub date: Option<Entry>,
    /// A name typed in the signature field itself.
    pub typed: Option<String>,
    /// Whether a picture of a signature lies in the field.
    pub picture: bool,
}

impl SignatureEntry {
    /// An empty block.
    pub fn new(role: SignatureRole) -> Self {
        Self {
            role,
            name: None,
            date: None,
            typed: None,
            picture: false,
        }
    }
}

/// A workbook could not be written; always an error for the operator.
#[derive(Debug, thiserror::Error)]
#[error("cannot write the workbook «{what}»")]
pub struct BlankError {
    /// Which workbook.
    pub what: String,
    /// What the library said.
    #[source]
    pub source: Box<dyn std::error::Error + Send + Sync>,
}

/// Writes a form as an Excel workbook.
pub fn write(form: FormId, filling: &Filling) -> Result<Vec<u8>, BlankError> {
    write_layout(&layout(form, filling))
}

/// Writes a grid that was laid out, perhaps moved about since, as an Excel workbook.
pub fn write_layout(layout: &Layout) -> Result<Vec<u8>, BlankError> {
    write_pages(&layout.title, &[Page::of(layout)], &layout.properties)
}

/// Writes sheets of any kind through the door.
pub(crate) fn write_pages(
    title: &str,
    pages: &[Page],
    properties: &[(String, String)],
) -> Result<Vec<u8>, BlankError> {
    xlsx::write(title, pages, properties).map_err(|source| BlankError {
        what: title.to_owned(),
        source: source.into(),
    })
}

/// The picture that stands for a signature: a small PNG.
pub fn signature_picture() -> Vec<u8> {
    scribble::png()
}

#[cfg(test)]
mod tests;
