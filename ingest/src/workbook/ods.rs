//! Spreadsheets of `LibreOffice` and its kin.

use std::io::Cursor;

use calamine::{Ods, OdsError, Reader, SheetVisible};

use super::budget::{Budget, Spent};
use super::{Sheet, Workbook, whole_file, xls};
use crate::fault::FaultKind;
use crate::guard::Lean;

/// Opens an ods. Calamine has no stream for it: the guard bounds it beforehand.
pub(super) fn open(lean: &Lean) -> Result<Workbook, FaultKind> {
    let mut package: Ods<_> = Ods::new(Cursor::new(lean.bytes.as_slice())).map_err(|error| {
        if matches!(error, OdsError::Password) {
            FaultKind::Encrypted
        } else if matches!(error, OdsError::CellLimitExceeded { .. }) {
            FaultKind::TooLarge
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
        let mut sheet = Sheet {
            name: tab.name,
            hidden: tab.visible != SheetVisible::Visible,
            merged: around.merged,
            pictures: around.pictures,
            out_of_sight: around.out_of_sight,
            ..Sheet::default()
        };
        let spent = package
            .worksheet_range(&sheet.name)
            .map(|range| xls::used(&range, &mut sheet.cells, &mut budget));
        match spent {
            Ok(Ok(())) => workbook.sheets.push(sheet),
            Ok(Err(Spent)) => {
                workbook.sheets.push(sheet);
                workbook.faults.push(whole_file(FaultKind::TooLarge));
                break;
            }
            Err(_) => workbook
                .faults
                .push(whole_file(FaultKind::SheetUnreadable { sheet: sheet.name })),
        }
    }
    Ok(workbook)
}
