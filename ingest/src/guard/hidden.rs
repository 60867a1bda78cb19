//! Rows and columns of an Excel sheet that are hidden, by hand or by a filter.

use memchr::{memmem, memrchr};

use super::tags::{Tag, tags};
use super::xlsx::area;
use crate::workbook::OutOfSight;

/// No tag with a hidden row or column is longer.
const LONGEST_TAG: usize = 4096;

/// Looks for what is hidden; most sheets never say the word.
pub(super) fn of_sheet(sheet: &[u8]) -> OutOfSight {
    let mut hidden = OutOfSight::default();
    let mut filter = None;
    for at in memmem::find_iter(sheet, b"hidden=") {
        let Some(tag) = tag_around(sheet, at) else {
            continue;
        };
        if !matches!(tag.attribute("hidden"), Some("1" | "true")) {
            continue;
        }
        let number = |name: &str| tag.attribute(name)?.trim().parse::<u32>().ok();
        match tag.name {
            b"row" => {
                let Some(row) = number("r") else { continue };
                let (first, last) = *filter.get_or_insert_with(|| filtered(sheet));
                hidden.hide(row, row, (first..=last).contains(&row));
            }
            b"col" => {
                let column = |name: &str| u16::try_from(number(name)?).ok();
                hidden.columns.extend(column("min").zip(column("max")));
            }
            _ => {}
        }
    }
    hidden
}

/// The rows that a sheet's or a table's filter in use looks at; an empty stretch when there is none.
pub(super) fn filtered(sheet: &[u8]) -> (u32, u32) {
    let in_use = memmem::find(sheet, b"filterColumn").is_some();
    memmem::find_iter(sheet, b"autoFilter")
        .filter(|_| in_use)
        .filter_map(|at| tag_around(sheet, at))
        .filter(|tag| tag.name == b"autoFilter")
        .find_map(|tag| area(tag.attribute("ref")?))
        .map_or((1, 0), |area| (area.from.0, area.to.0))
}

/// The tag in which something stands.
fn tag_around(sheet: &[u8], at: usize) -> Option<Tag<'_>> {
    let before = sheet.get(at.saturating_sub(LONGEST_TAG)..at)?;
    let start = at - before.len() + memrchr(b'<', before)?;
    let end = sheet.len().min(start.saturating_add(LONGEST_TAG));
    tags(sheet.get(start..end)?).next()
}
