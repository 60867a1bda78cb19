//! Excel's binary workbooks.

use std::io::Cursor;

use calamine::{Reader, SheetType, SheetVisible, Xlsb, XlsbError};

use super::budget::{Budget, Spent};
use super::{Sheet, Workbook, content, whole_file};
use crate::fault::{Fault, FaultKind};

type Package<'a> = Xlsb<Cursor<&'a [u8]>>;

/// Opens an xlsb and reads its sheets as streams.
pub(super) fn open(bytes: &[u8]) -> Result<Workbook, FaultKind> {
    let mut package: Package<'_> = Xlsb::new(Cursor::new(bytes)).map_err(|error| {
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
    for tab in package.sheets_metadata().to_vec() {
        if tab.typ != SheetType::WorkSheet {
            continue;
        }
        let mut sheet = Sheet {
            name: tab.name,
            hidden: tab.visible != SheetVisible::Visible,
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
        loop {
            match reader.next_cell() {
                Ok(Some(cell)) => {
                    budget.look()?;
                    if let Some(content) = content::from_ref(cell.get_value(), budget)? {
                        budget.keep(&mut sheet.cells, cell.get_position(), content)?;
                    }
                }
                Ok(None) => return Ok(()),
                Err(_) => break,
            }
        }
    }
    faults.push(whole_file(FaultKind::SheetUnreadable {
        sheet: sheet.name.clone(),
    }));
    Ok(())
}
