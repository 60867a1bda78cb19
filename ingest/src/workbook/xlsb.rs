//! Excel's binary workbooks.

use std::io::Cursor;

use calamine::{Reader, SheetType, SheetVisible, Xlsb, XlsbError};

use super::budget::{Budget, Spent};
use super::stream::{self, Broken};
use super::{Sheet, Workbook, whole_file};
use crate::fault::{Fault, FaultKind};
use crate::guard::Lean;

type Package<'a> = Xlsb<Cursor<&'a [u8]>>;

/// Opens an xlsb and reads its sheets as streams.
pub(super) fn open(lean: &Lean) -> Result<Workbook, FaultKind> {
    let mut package: Package<'_> =
        Xlsb::new(Cursor::new(lean.bytes.as_slice())).map_err(|error| {
            if matches!(error, XlsbError::Password) {
                FaultKind::Encrypted
            } else {
                FaultKind::Damaged
            }
        })?;
    let mut workbook = Workbook::default();
    if let Ok(properties) = package.workbook_properties() {
        workbook.properties = super::sorted(properties.custom_properties);
    }
    let mut budget = Budget::new();
    let mut around = lean.around.iter().cloned();
    for tab in package.sheets_metadata().to_vec() {
        let around = around.next().unwrap_or_default();
        if tab.typ != SheetType::WorkSheet {
            continue;
        }
        let mut sheet = Sheet {
            name: tab.name,
            hidden: tab.visible != SheetVisible::Visible,
            merged: around.merged,
            pictures: around.pictures,
            out_of_sight: around.out_of_sight,
            ..Sheet::default()
        };
        let spent = cells(&mut package, &mut sheet, &mut budget, &mut workbook.faults);
        workbook.sheets.push(sheet);
        if spent.is_err() {
            workbook.faults.push(whole_file(FaultKind::TooLarge));
            break;
        }
    }
    Ok(workbook)
}

fn cells(
    package: &mut Package<'_>,
    sheet: &mut Sheet,
    budget: &mut Budget,
    faults: &mut Vec<Fault>,
) -> Result<(), Spent> {
    if let Ok(mut reader) = package.worksheet_cells_reader(&sheet.name) {
        return stream::read(sheet, budget, faults, || {
            reader.next_cell().map_err(|error| broken(&error))
        });
    }
    faults.push(stream::unreadable(&sheet.name));
    Ok(())
}

/// How much of a sheet an error costs.
fn broken(error: &XlsbError) -> Broken {
    if matches!(error, XlsbError::CellError(_)) {
        Broken::Cell(FaultKind::FormulaError)
    } else {
        Broken::Rest
    }
}
