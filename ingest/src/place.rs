//! Where a value stood: sheet, row and column, as people count them.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A cell in a received workbook.
///
/// Rows and columns count from 1, as the spreadsheet program shows them; the
/// sheet is an index into [`Report::sheets`](crate::Report::sheets).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Index into the names of the workbook's sheets, from 0.
    pub sheet: u16,
    /// Row, from 1.
    pub row: u32,
    /// Column, from 1.
    pub column: u16,
}

impl fmt::Display for Place {
    /// Writes the cell's address without its sheet: `C7`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut rest = self.column;
        while rest > 0 {
            letters.push(char::from(
                b'A' + u8::try_from((rest - 1) % 26).unwrap_or_default(),
            ));
            rest = (rest - 1) / 26;
        }
        for letter in letters.iter().rev() {
            write!(f, "{letter}")?;
        }
        write!(f, "{}", self.row)
    }
}
