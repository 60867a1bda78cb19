//! How large a rectangle of cells a library may lay out.
//!
//! For xls and ods the library takes memory for every cell between the first and
//! the last, filled or not; one stray cell at the sheet's far corner is enough.

use crate::fault::FaultKind;

/// Cells laid out for all sheets of a file together, of some 50 bytes each.
const CELLS: u64 = 1_000_000;
/// In a sheet that is larger, the rows and columns that no form reaches beyond.
const NEAR: (u32, u32) = (5_000, 100);

/// What is left for a file.
pub(super) struct Floor(u64);

/// The rows and columns of a sheet that may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    pub(super) rows: u32,
    pub(super) columns: u32,
}

impl Extent {
    /// No more than a spreadsheet program has.
    pub(super) const WHOLE: Self = Self {
        rows: 1 << 20,
        columns: 1 << 14,
    };

    /// Whether a cell lies within, counted from 0.
    pub(super) fn holds(self, row: u32, column: u32) -> bool {
        row < self.rows && column < self.columns
    }

    fn cells(self) -> u64 {
        u64::from(self.rows) * u64::from(self.columns)
    }
}

impl Floor {
    /// A whole file's allowance.
    pub(super) fn new() -> Self {
        Self(CELLS)
    }

    /// Takes the room for a sheet that needs so much, or for its near part.
    pub(super) fn lay(&mut self, needed: Extent) -> Result<Extent, FaultKind> {
        let (rows, columns) = NEAR;
        let near = Extent {
            rows: needed.rows.min(rows),
            columns: needed.columns.min(columns),
        };
        for (extent, kept) in [(needed, Extent::WHOLE), (near, near)] {
            if let Some(left) = self.0.checked_sub(extent.cells()) {
                self.0 = left;
                return Ok(kept);
            }
        }
        Err(FaultKind::TooLarge)
    }
}
