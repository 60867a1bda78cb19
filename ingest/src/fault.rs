//! What could not be read, and where.
//!
//! A fault states a fact about the file. What it means for the chapter, and the
//! words for it, are `validate`'s business.

use serde::{Deserialize, Serialize};

use crate::form::{Field, FormId};
use crate::place::Place;

/// Something that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// The cell, when the fault lies in one.
    pub place: Option<Place>,
    /// The field that the cell belongs to.
    pub field: Option<Field>,
}

/// The kinds of fault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum FaultKind {
    /// The file holds no bytes, or a workbook without a filled cell.
    Empty,
    /// Protected by a password.
    Encrypted,
    /// A zip archive whose files are protected by a password.
    EncryptedArchive,
    /// Messages or archives packed within one another, deeper than we open.
    TooDeep,
    /// Another kind of file.
    NotASpreadsheet(LooksLike),
    /// Starts like a spreadsheet, but is broken or cut short.
    Damaged,
    /// Larger than any honest form: too many entries, bytes, sheets, rows or columns.
    TooLarge,
    /// The reading process gave up within its limits of memory and time.
    GaveUp,
    /// No form's labels were found.
    FormNotRecognised,
    /// The labels fit two forms as well.
    FormUncertain(FormId, FormId),
    /// One sheet could not be read; the others were.
    SheetUnreadable {
        /// The sheet's name.
        sheet: String,
    },
    /// A hidden sheet was left out.
    HiddenSheet {
        /// The sheet's name.
        sheet: String,
    },
    /// The table of rows has no header that we know.
    TableNotFound,
    /// A date was typed that is no date.
    DateNotUnderstood,
    /// A time was typed that is no time of day.
    TimeNotUnderstood,
    /// A length was typed that is no duration.
    DurationNotUnderstood,
    /// A number was typed that is no number.
    NumberNotUnderstood,
    /// Something other than an e-mail address.
    EmailNotUnderstood,
    /// Something other than Ja or Nei.
    YesNoNotUnderstood,
    /// A formula gave an error value (#REF!, #DIV/0!).
    FormulaError,
    /// What was typed can be read in two ways.
    TwoReadings,
    /// Values stand at a heading or a label that we do not know.
    HeadingNotUnderstood,
    /// Values were read from hidden rows of a sheet that is shown.
    HiddenRows {
        /// First and last row of each stretch.
        rows: Vec<(u32, u32)>,
        /// Whether a filter hides them, and not a person's hand.
        filtered: bool,
    },
    /// Values were read from hidden columns of a sheet that is shown.
    HiddenColumns {
        /// First and last column of each stretch.
        columns: Vec<(u16, u16)>,
    },
    /// A sheet beside the forms has dated rows, but no form's labels.
    SheetNotRecognised {
        /// The sheet's name.
        sheet: String,
    },
    /// A field was told in another cell too, and otherwise: the value there stands.
    ToldTwice {
        /// The cell of the value that stands.
        first: Place,
    },
    /// The cell says that a row, or those below it, were not held or are another year's.
    RowsLeftOut,
}

/// What a file looks like that is no spreadsheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum LooksLike {
    /// A PNG, JPEG, GIF, TIFF, BMP, WebP or HEIC picture.
    Picture,
    /// A PDF.
    Pdf,
    /// A Word, Pages or Writer document.
    TextDocument,
    /// A presentation.
    Presentation,
    /// A web page saved under a spreadsheet's name.
    WebPage,
    /// Plain or comma-separated text.
    PlainText,
    /// An e-mail message without anything to read.
    Email,
    /// Outlook's parcel of attachments, winmail.dat.
    Winmail,
    /// A zip archive without anything to read.
    Zip,
    /// Another archive: .7z, .rar, .gz, .tar.
    Archive,
    /// An Apple Numbers document.
    Numbers,
    /// A spreadsheet from Excel 2, 3 or 4.
    VeryOldExcel,
    /// None of these.
    Unknown,
}
