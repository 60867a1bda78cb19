//! Door to calamine: bytes become text cells with places, streamed and capped.

mod budget;
mod content;
mod ods;
mod stream;
mod xls;
mod xlsb;
mod xlsx;

use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use smol_str::SmolStr;

use crate::fault::{Fault, FaultKind};
use crate::guard::{self, Format};

/// A received workbook, as far as it could be opened: nothing but filled cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Workbook {
    /// The worksheets, in the order of the tabs.
    pub(crate) sheets: Vec<Sheet>,
    /// Custom document properties, as text.
    pub(crate) properties: Vec<(String, String)>,
    /// Sheets that could not be read.
    pub(crate) faults: Vec<Fault>,
    /// The digital signatures of the file, untried.
    pub(crate) signed: Vec<Signed>,
}

/// A digital signature: what it claims.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signed {
    /// Whom the certificate is made out to.
    pub(crate) name: Option<String>,
    /// The day that it says it was made.
    pub(crate) on: Option<NaiveDate>,
}

/// One worksheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Sheet {
    /// The name on the tab.
    pub(crate) name: String,
    /// Whether the tab is hidden.
    pub(crate) hidden: bool,
    /// The filled cells, row by row and from left to right.
    pub(crate) cells: Vec<Cell>,
    /// Merged areas.
    pub(crate) merged: Vec<Area>,
    /// The anchor cells (row, column) of pictures, from 1.
    pub(crate) pictures: Vec<(u32, u16)>,
    /// What is hidden of a sheet that is shown.
    pub(crate) out_of_sight: OutOfSight,
}

/// Rows and columns that are hidden on a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct OutOfSight {
    /// Hidden rows, in the order of the sheet.
    pub(crate) rows: Vec<HiddenRows>,
    /// First and last column of each hidden stretch, from 1.
    pub(crate) columns: Vec<(u16, u16)>,
}

/// Rows below each other that are hidden for the same reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct HiddenRows {
    /// The first, from 1.
    pub(crate) from: u32,
    /// The last.
    pub(crate) to: u32,
    /// Whether a filter hides them, and not a person's hand.
    pub(crate) filtered: bool,
}

impl OutOfSight {
    /// Adds hidden rows, counted from 1.
    pub(crate) fn hide(&mut self, from: u32, to: u32, filtered: bool) {
        match self.rows.last_mut() {
            Some(last) if last.filtered == filtered && last.to.saturating_add(1) == from => {
                last.to = to;
            }
            _ => self.rows.push(HiddenRows { from, to, filtered }),
        }
    }
}

/// A filled cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cell {
    /// Row, from 1.
    pub(crate) row: u32,
    /// Column, from 1.
    pub(crate) column: u16,
    /// What stands in it.
    pub(crate) content: Content,
}

/// What stands in a cell, before anybody asks what it means.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Content {
    /// Text; never empty after trimming.
    Text(SmolStr),
    /// A number.
    Number(f64),
    /// A number that the cell shows as a date, a time, or both; a time alone
    /// lies on [`content::DAY_ZERO`], 31 December 1899.
    DateTime(NaiveDateTime),
    /// A number that the cell shows as a length of time (`[h]:mm`).
    Duration(TimeDelta),
    /// TRUE or FALSE.
    Bool(bool),
    /// An error value (#REF!, #DIV/0!).
    Error,
}

/// A rectangle of cells, both ends included, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Area {
    /// First row and column.
    pub(crate) from: (u32, u16),
    /// Last row and column.
    pub(crate) to: (u32, u16),
}

impl Workbook {
    /// Opens a workbook of any of the five formats, by its content.
    ///
    /// What can be read is read: a sheet that cannot is a fault among
    /// [`Workbook::faults`], and only a file that gives nothing is an `Err`.
    pub(crate) fn open(bytes: &[u8]) -> Result<Self, Fault> {
        // Calamine panics on some honest files; to the chapter they are damaged.
        let opened = catch_unwind(AssertUnwindSafe(|| {
            let mut lean = guard::lean(bytes)?;
            let lost = std::mem::take(&mut lean.faults);
            let signed = std::mem::take(&mut lean.signed);
            let mut workbook = match lean.format {
                Format::Xlsx => xlsx::open(lean),
                Format::Xlsb => xlsb::open(&lean),
                Format::Xls => xls::open(&lean),
                Format::Ods => ods::open(&lean),
            }?;
            workbook.faults.extend(lost.into_iter().map(whole_file));
            workbook.signed = signed;
            Ok(workbook)
        }));
        let mut workbook = opened
            .unwrap_or(Err(FaultKind::Damaged))
            .map_err(whole_file)?;
        for sheet in &mut workbook.sheets {
            // Most writers keep the order; the others are brought into it.
            let place = |cell: &Cell| (cell.row, cell.column);
            if !sheet.cells.is_sorted_by_key(place) {
                sheet.cells.sort_by_key(place);
            }
        }
        let filled = workbook.sheets.iter().any(|sheet| !sheet.cells.is_empty());
        if filled || !workbook.faults.is_empty() {
            Ok(workbook)
        } else {
            Err(whole_file(FaultKind::Empty))
        }
    }
}

/// A fault of the file as a whole.
fn whole_file(kind: FaultKind) -> Fault {
    Fault {
        kind,
        place: None,
        field: None,
    }
}

/// Properties in the order of their names: calamine gives them in any.
fn sorted(properties: std::collections::HashMap<String, String>) -> Vec<(String, String)> {
    let properties: std::collections::BTreeMap<_, _> = properties.into_iter().collect();
    properties.into_iter().collect()
}

#[cfg(test)]
mod tests;
