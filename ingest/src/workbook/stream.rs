//! The cells of one sheet as a stream, within the file's budget.

use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Cell as Streamed, DataRef};

use super::budget::{Budget, Spent};
use super::{Sheet, content, whole_file};
use crate::fault::{Fault, FaultKind};

/// Cells in a row that may be broken before the sheet is given up.
const BROKEN_CELLS: usize = 1_000;

/// What went wrong in a stream.
pub(super) enum Broken {
    /// One cell; the stream goes on after it.
    Cell(FaultKind),
    /// The rest of the sheet.
    Rest,
}

/// Reads a sheet. What was read before a fault stays, and the fault is told:
/// the other sheets are read all the same.
pub(super) fn read<'a>(
    sheet: &mut Sheet,
    budget: &mut Budget,
    faults: &mut Vec<Fault>,
    next: impl FnMut() -> Result<Option<Streamed<DataRef<'a>>>, Broken>,
) -> Result<(), Spent> {
    // Calamine panics on some honest files; that too is the sheet's fault alone.
    let outcome = catch_unwind(AssertUnwindSafe(|| drain(sheet, budget, faults, next)));
    let whole = outcome.unwrap_or(Ok(false))?;
    if !whole {
        faults.push(unreadable(&sheet.name));
    }
    Ok(())
}

/// The fault of a sheet that cannot be read.
pub(super) fn unreadable(name: &str) -> Fault {
    whole_file(FaultKind::SheetUnreadable {
        sheet: name.to_owned(),
    })
}

/// Takes cell after cell; says whether the sheet was whole.
fn drain<'a>(
    sheet: &mut Sheet,
    budget: &mut Budget,
    faults: &mut Vec<Fault>,
    mut next: impl FnMut() -> Result<Option<Streamed<DataRef<'a>>>, Broken>,
) -> Result<bool, Spent> {
    let (mut whole, mut broken) = (true, 0_usize);
    loop {
        match next() {
            Ok(Some(cell)) => {
                budget.look()?;
                if let Some(content) = content::from_ref(cell.get_value(), budget)? {
                    budget.keep(&mut sheet.cells, cell.get_position(), content)?;
                }
            }
            Ok(None) => return Ok(whole),
            Err(Broken::Cell(kind)) if broken < BROKEN_CELLS => {
                broken = broken.saturating_add(1);
                if kind == FaultKind::FormulaError {
                    faults.push(whole_file(kind));
                } else {
                    whole = false;
                }
            }
            Err(Broken::Cell(_) | Broken::Rest) => return Ok(false),
        }
    }
}
