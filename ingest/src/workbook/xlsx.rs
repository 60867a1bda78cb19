//! Workbooks of Excel 2007 and later, and what other programs write as such.

use std::io::Cursor;

use calamine::{Dimensions, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::budget::{Budget, Spent};
use super::stream::{self, Broken};
use super::{Area, Sheet, Workbook, whole_file};
use crate::fault::{Fault, FaultKind};
use crate::guard::Lean;

type Package<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Opens an xlsx or xlsm and reads its sheets as streams.
pub(super) fn open(lean: Lean) -> Result<Workbook, FaultKind> {
    let bytes = lean.bytes.as_slice();
    let mut package: Package<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| kind(&error))?;
    let mut workbook = Workbook::default();
    if let Ok(properties) = package.workbook_properties() {
        workbook.properties = super::sorted(properties.custom_properties);
    }
    let mut budget = Budget::new();
    let mut around = lean.around.into_iter();
    for tab in package.sheets_metadata().to_vec() {
        let around = around.next().unwrap_or_default();
        if tab.typ != SheetType::WorkSheet {
            // Charts and dialogues hold no cells of their own.
            continue;
        }
        let mut sheet = Sheet {
            name: tab.name,
            hidden: tab.visible != SheetVisible::Visible,
            merged: around.merged,
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
    pictures(&package, &mut workbook.sheets);
    Ok(workbook)
}

/// Reads the filled cells of one sheet.
fn cells(
    package: &mut Package<'_>,
    sheet: &mut Sheet,
    budget: &mut Budget,
    faults: &mut Vec<Fault>,
) -> Result<(), Spent> {
    match package.worksheet_cells_reader(&sheet.name) {
        Ok(mut reader) => stream::read(sheet, budget, faults, || {
            reader.next_cell().map_err(|error| broken(&error))
        }),
        Err(XlsxError::NotAWorksheet(_)) => Ok(()),
        Err(_) => {
            faults.push(stream::unreadable(&sheet.name));
            Ok(())
        }
    }
}

/// How much of a sheet an error costs.
fn broken(error: &XlsxError) -> Broken {
    if matches!(error, XlsxError::CellError(_)) {
        // An error value that calamine does not know, such as #SPILL!.
        Broken::Cell(FaultKind::FormulaError)
    } else if matches!(
        error,
        XlsxError::CellTAttribute(_)
            | XlsxError::ParseFloat(_)
            | XlsxError::Unrecognized { .. }
            | XlsxError::Unexpected(_)
            | XlsxError::UnexpectedNode(_)
    ) {
        Broken::Cell(FaultKind::Damaged)
    } else {
        Broken::Rest
    }
}

fn pictures(package: &Package<'_>, sheets: &mut [Sheet]) {
    for picture in package.pictures_with_metadata() {
        let row = picture.row.checked_add(1);
        let column = picture.col.checked_add(1).map(u16::try_from);
        let sheet = sheets
            .iter_mut()
            .find(|sheet| sheet.name == picture.sheet_name);
        if let (Some(row), Some(Ok(column)), Some(sheet)) = (row, column, sheet) {
            sheet.pictures.push((row, column));
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
