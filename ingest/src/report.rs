//! One chapter's form, as far as it could be read.
//!
//! A report holds what we were told, so everything is optional. What we count
//! is `validate`'s `Accepted`, where nothing is.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::decisions::Decisions;
use crate::fault::{Fault, FaultKind};
use crate::form::{Field, FormId, SignatureRole};
use crate::place::Place;
use crate::sum::WrittenSum;
use crate::value::{Day, Told, Value};

/// What came out of one form in one file: the report if there was one, and what
/// could not be read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The report; `None` when the file or its form could not be made out, and
    /// then `faults` is not empty, or when an adviser's decisions came.
    pub report: Option<Report>,
    /// What could not be read, in the order of the cells.
    pub faults: Vec<Fault>,
    /// What an adviser decided: the file is a decision workbook, and nobody's form.
    pub decisions: Option<Decisions>,
    /// The harmless name of the attachment or packed file that it stood in, the
    /// innermost first; `None` when it was the file itself.
    pub part: Option<String>,
    /// How many readings of the same file before it have the same form and part.
    pub twins_before: u32,
    /// The address that the message around it names as its sender: what was
    /// claimed, never proof of anything.
    pub claimed_sender: Option<String>,
}

impl Reading {
    /// The reading of a decision workbook.
    pub(crate) fn of_decisions(decisions: Decisions) -> Self {
        Self {
            decisions: Some(decisions),
            ..Self::default()
        }
    }

    /// A file, or a part of one, that gave no report.
    pub fn refused(kind: FaultKind) -> Self {
        Self {
            faults: vec![Fault {
                kind,
                place: None,
                field: None,
            }],
            ..Self::default()
        }
    }
}

/// A form as a chapter filled it in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Which form it is.
    pub form: FormId,
    /// How the form was recognised.
    pub recognised: Recognised,
    /// The hidden chapter number of a blank that we made, if it is there.
    pub hidden_chapter: Option<String>,
    /// The hidden basis year of a blank that we made, if it is there.
    pub hidden_year: Option<i32>,
    /// The names of the workbook's sheets; [`Place::sheet`] points into it.
    pub sheets: Vec<String>,
    /// The fields outside the tables, each once, in the form's order.
    pub fields: Vec<(Field, Told)>,
    /// The rows of the form's main table, in the order of the sheet; they are stored
    /// apart from the rest.
    #[serde(skip)]
    pub rows: Vec<Row>,
    /// Form 1's table of the board: [`Field::Office`] and [`Field::Name`].
    pub board: Vec<Row>,
    /// The signature blocks that the form has, filled in or not.
    pub signatures: Vec<Signature>,
    /// What somebody wrote under the main table that its rows come to.
    pub sums: Vec<WrittenSum>,
    /// Who typed it in from paper, when it says so; the name may be empty. A claim:
    /// anybody can write it.
    pub copied_by: Option<String>,
}

/// How we knew which form it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Recognised {
    /// By the hidden document properties of a blank that we made.
    HiddenId {
        /// The blank's version.
        version: u16,
    },
    /// By the labels that people read.
    Labels,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// The row's first cell.
    pub place: Place,
    /// What was told, each field at most once, in the order of the columns.
    pub cells: Vec<(Field, Told)>,
}

/// A signature block: who should sign, and the evidence that someone did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// The cell of the block's signature field.
    pub place: Place,
    /// Who signs here.
    pub role: SignatureRole,
    /// The name that stands in the block, typed in the signature field or beside it.
    pub name: Option<String>,
    /// The date of signature.
    pub date: Option<Day>,
    /// What shows that it is signed.
    pub evidence: Evidence,
}

/// What shows that a field is signed, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Evidence {
    /// Nothing.
    None,
    /// A name typed in the signature field.
    Typed,
    /// A picture anchored in the signature field.
    Picture,
    /// A scanned page handed in with the file.
    Scan,
    /// A digital signature in the package.
    Digital,
}

impl Evidence {
    /// The word that the JSON output uses.
    pub fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Typed => "typed",
            Self::Picture => "picture",
            Self::Scan => "scan",
            Self::Digital => "digital",
        }
    }
}

impl Report {
    /// What was told in a field outside the tables.
    pub fn told(&self, field: Field) -> Option<&Told> {
        find(&self.fields, field)
    }

    /// The text of a field outside the tables, if any was typed.
    pub fn text(&self, field: Field) -> Option<&str> {
        text(self.told(field))
    }

    /// A whole number from a field outside the tables.
    pub fn count(&self, field: Field) -> Option<u32> {
        let Value::Count(count) = self.told(field)?.value.as_ref()? else {
            return None;
        };
        Some(*count)
    }

    /// A Ja or Nei from a field outside the tables.
    pub fn yes(&self, field: Field) -> Option<bool> {
        let Value::YesNo(yes) = self.told(field)?.value.as_ref()? else {
            return None;
        };
        Some(*yes)
    }

    /// The basis year that the form names, typed or hidden.
    pub fn basis_year(&self) -> Option<i32> {
        let typed = self.told(Field::BasisYear).and_then(|told| {
            let Value::Year(year) = told.value.as_ref()? else {
                return None;
            };
            Some(*year)
        });
        typed.or(self.hidden_year)
    }

    /// The name of the sheet that a place lies in.
    pub fn sheet_name(&self, place: Place) -> &str {
        self.sheets
            .get(usize::from(place.sheet))
            .map_or("", String::as_str)
    }
}

impl Row {
    /// What was told in a column of this row.
    pub fn told(&self, field: Field) -> Option<&Told> {
        find(&self.cells, field)
    }

    /// The text of a column, if any was typed.
    pub fn text(&self, field: Field) -> Option<&str> {
        text(self.told(field))
    }

    /// The days of a date column; empty when none could be had.
    pub fn days(&self, field: Field) -> &[Day] {
        match self.told(field).and_then(|told| told.value.as_ref()) {
            Some(Value::Days(days)) => days,
            _ => &[],
        }
    }

    /// The single day of a date column in the calendar.
    pub fn date(&self, field: Field, basis_year: i32) -> Option<NaiveDate> {
        self.days(field)
            .first()
            .and_then(|day| day.in_year(basis_year))
    }

    /// A Ja or Nei.
    pub fn yes(&self, field: Field) -> Option<bool> {
        let Value::YesNo(yes) = self.told(field)?.value.as_ref()? else {
            return None;
        };
        Some(*yes)
    }

    /// Start and end of the activity, whichever cells they stand in.
    pub fn times(&self) -> (Option<NaiveTime>, Option<NaiveTime>) {
        let (mut from, mut to) = (None, None);
        for field in [Field::From, Field::To, Field::Hours, Field::Date] {
            let value = self.told(field).and_then(|told| told.value.as_ref());
            if let Some(Value::Time(time)) = value {
                if field == Field::From {
                    from = from.or(Some(*time));
                } else if field == Field::To {
                    to = to.or(Some(*time));
                }
            } else if let Some(Value::TimeSpan {
                from: start,
                to: end,
            }) = value
            {
                from = from.or(Some(*start));
                to = to.or(Some(*end));
            }
        }
        (from, to)
    }
}

fn find(cells: &[(Field, Told)], field: Field) -> Option<&Told> {
    cells
        .iter()
        .find(|(found, _)| *found == field)
        .map(|(_, told)| told)
}

fn text(told: Option<&Told>) -> Option<&str> {
    told.map(|told| told.typed.as_str())
        .filter(|text| !text.is_empty())
}
