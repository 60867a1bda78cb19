//! What one file may cost while its cells are read, over all its sheets.

use super::{Cell, Content};

/// An honest form has some thousand filled cells.
const FILLED_CELLS: usize = 200_000;
/// Cells looked at, empty ones too: formatted down to the last row is common.
const SEEN_CELLS: usize = 20_000_000;
/// Bytes of text kept; the same shared string counts each time that it is used.
const TEXT_BYTES: usize = 16 << 20;

/// What is left to spend.
pub(super) struct Budget {
    filled: usize,
    seen: usize,
    text: usize,
}

/// The file asked for more than any honest form.
pub(super) struct Spent;

impl Budget {
    /// A whole file's allowance.
    pub(super) fn new() -> Self {
        Self {
            filled: FILLED_CELLS,
            seen: SEEN_CELLS,
            text: TEXT_BYTES,
        }
    }

    /// Pays for looking at a cell.
    pub(super) fn look(&mut self) -> Result<(), Spent> {
        self.seen = self.seen.checked_sub(1).ok_or(Spent)?;
        Ok(())
    }

    /// Pays for text before it is copied.
    pub(super) fn text(&mut self, bytes: usize) -> Result<(), Spent> {
        self.text = self.text.checked_sub(bytes).ok_or(Spent)?;
        Ok(())
    }

    /// Pays for a filled cell and keeps it; rows and columns count from 0 here.
    pub(super) fn keep(
        &mut self,
        cells: &mut Vec<Cell>,
        (row, column): (u32, u32),
        content: Content,
    ) -> Result<(), Spent> {
        // No spreadsheet program has a column beyond 16,384: such a cell is not there.
        let (Some(row), Ok(column)) = (row.checked_add(1), u16::try_from(column + 1)) else {
            return Ok(());
        };
        self.filled = self.filled.checked_sub(1).ok_or(Spent)?;
        cells.push(Cell {
            row,
            column,
            content,
        });
        Ok(())
    }
}
