//! Workbooks of Excel 2007 and later, and what other programs write as such.

use std::io::Cursor;

use calamine::{Dimensions, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::budget::{Budget, Spent};
use super::{Area, Sheet, Workbook, content, whole_file};
use crate::fault::{Fault, FaultKind};

type Package<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Opens an xlsx or xlsm and reads its sheets as streams.
pub(super) fn open(bytes: &[u8]) -> Result<Workbook, FaultKind> {
    let mut package: Package<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| kind(&error))?;
    let mut workbook = Workbook {
        properties: properties(&mut package),
        ..Workbook::default()
    };
    let mut budget = Budget::new();
    for tab in package.sheets_metadata().to_vec() {
        if tab.typ != SheetType::WorkSheet {
            // Charts and dialogs hold no cells of their own.
            continue;
        }
        let mut sheet = Sheet {
            name: tab.name,
            hidden: tab.visible != SheetVisible::Visible,
            ..Sheet::default()
        };
        let spent = cells(&mut package, &mut sheet, &mut budget, &mut workbook.faults);
        merged(&mut package, &mut sheet);
        workbook.sheets.push(sheet);
        if spent.is_err() {
            workbook.faults.push(whole_file(FaultKind::TooLarge));
            break;
        }
    }
    pictures(&package, &mut workbook.sheets);
    Ok(workbook)
}

/// Reads the filled cells of one sheet; a fault in it leaves the others readable.
fn cells(
    package: &mut Package<'_>,
    sheet: &mut Sheet,
    budget: &mut Budget,
    faults: &mut Vec<Fault>,
) -> Result<(), Spent> {
    let unreadable = |sheet: &Sheet| {
        whole_file(FaultKind::SheetUnreadable {
            sheet: sheet.name.clone(),
        })
    };
    let mut reader = match package.worksheet_cells_reader(&sheet.name) {
        Ok(reader) => reader,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
        Err(_) => {
            faults.push(unreadable(sheet));
            return Ok(());
        }
    };
    loop {
        match reader.next_cell() {
            Ok(Some(cell)) => {
                budget.look()?;
                if let Some(content) = content::from_ref(cell.get_value(), budget)? {
                    budget.keep(&mut sheet.cells, cell.get_position(), content)?;
                }
            }
            Ok(None) => return Ok(()),
            Err(_) => {
                faults.push(unreadable(sheet));
                return Ok(());
            }
        }
    }
}

fn properties(package: &mut Package<'_>) -> Vec<(String, String)> {
    let Ok(properties) = package.workbook_properties() else {
        return Vec::new();
    };
    super::sorted(properties.custom_properties)
}

fn merged(package: &mut Package<'_>, sheet: &mut Sheet) {
    if let Ok(areas) = package.merge_cells_by_sheet_name(&sheet.name) {
        sheet.merged = areas.iter().filter_map(area).collect();
    }
}

fn pictures(package: &Package<'_>, sheets: &mut [Sheet]) {
    for picture in package.pictures_with_metadata() {
        let place = u16::try_from(picture.col + 1).map(|column| (picture.row + 1, column));
        let sheet = sheets
            .iter_mut()
            .find(|sheet| sheet.name == picture.sheet_name);
        if let (Ok(place), Some(sheet)) = (place, sheet) {
            sheet.pictures.push(place);
        }
    }
}

/// An area as people count it.
pub(super) fn area(area: &Dimensions) -> Option<Area> {
    let corner = |(row, column): (u32, u32)| {
        let column = u16::try_from(column.checked_add(1)?).ok()?;
        Some((row.checked_add(1)?, column))
    };
    Some(Area {
        from: corner(area.start)?,
        to: corner(area.end)?,
    })
}

/// What an error means for the whole file.
fn kind(error: &XlsxError) -> FaultKind {
    if matches!(error, XlsxError::Password) {
        FaultKind::Encrypted
    } else {
        FaultKind::Damaged
    }
}
