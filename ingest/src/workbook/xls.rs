//! Workbooks of Excel 95 to 2003.

use std::io::Cursor;

use calamine::{Data, Range, Reader, SheetType, SheetVisible, Xls, XlsError};

use super::budget::{Budget, Spent};
use super::{Cell, Sheet, Workbook, content, whole_file, xlsx};
use crate::fault::FaultKind;
use crate::guard::Lean;

/// Opens an xls. Calamine has no stream for it: the guard bounds it beforehand.
pub(super) fn open(lean: &Lean) -> Result<Workbook, FaultKind> {
    let mut package: Xls<_> = Xls::new(Cursor::new(lean.bytes.as_slice())).map_err(|error| {
        if matches!(error, XlsError::Password) {
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
            pictures: around.pictures,
            out_of_sight: around.out_of_sight,
            ..Sheet::default()
        };
        if let Ok(areas) = package.merge_cells_by_sheet_name(&sheet.name) {
            sheet.merged = areas.iter().filter_map(xlsx::area).collect();
        }
        let spent = package
            .worksheet_range(&sheet.name)
            .map(|range| used(&range, &mut sheet.cells, &mut budget));
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

/// Takes the filled cells out of a dense range.
pub(super) fn used(
    range: &Range<Data>,
    cells: &mut Vec<Cell>,
    budget: &mut Budget,
) -> Result<(), Spent> {
    let Some((first_row, first_column)) = range.start() else {
        return Ok(());
    };
    for (row, column, value) in range.used_cells() {
        budget.look()?;
        let Some(content) = content::from_data(value, budget)? else {
            continue;
        };
        let (Ok(row), Ok(column)) = (u32::try_from(row), u32::try_from(column)) else {
            continue;
        };
        budget.keep(cells, (first_row + row, first_column + column), content)?;
    }
    Ok(())
}
