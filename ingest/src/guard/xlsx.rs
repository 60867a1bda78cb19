//! The lean copy of an Excel package: what its reader needs, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use memchr::memmem;

use super::package::{Package, Packing};
use super::tags::{Tag, tags};
use super::{Around, Format, Lean, hidden, styles, tables, thin};
use crate::fault::FaultKind;
use crate::workbook::Area;

/// An honest form has at most some twenty sheets.
const SHEETS: usize = 250;
/// Excel itself has no more formats of cells.
const CELL_FORMATS: usize = 70_000;

/// Parts that hold no cell, no name and no place of a picture.
const LEFT_OUT: &[&str] = &[
    "[content_types]",
    "theme/",
    "charts/",
    "comments",
    "threadedcomments",
    "persons/",
    "tables/",
    "pivot",
    "externallinks/",
    "customxml/",
    "printersettings/",
    "vmldrawing",
    "calcchain",
    "ctrlprops/",
    "activex/",
    "embeddings/",
    "diagrams/",
    "querytables/",
    "slicer",
    "vbaproject",
    "binaryindex",
    "docprops/app",
    "docprops/core",
    "_xmlsignatures/",
];

/// Makes the lean copy of an xlsx or xlsm.
pub(super) fn lean(mut package: Package<'_>) -> Result<Lean, FaultKind> {
    let mut packing = Packing::new();
    let mut found = BTreeMap::new();
    let mut workbook = None;
    let mut relations = None;
    let mut folder = "xl/".to_owned();
    for index in 0..package.names.len() {
        let name = package.names.get(index).cloned().unwrap_or_default();
        let lower = name.to_ascii_lowercase();
        if lower.contains("/media/") {
            // Where a picture lies is evidence; what it shows is not looked at.
            packing.add(&lower, &[])?;
            continue;
        }
        if !is_needed(&lower) {
            continue;
        }
        // Most writers say `xl/worksheets/sheet1.xml` and `xl/workbook.xml`, not all.
        let (above, file) = lower.rsplit_once('/').unwrap_or(("", &lower));
        let relates = above.strip_suffix("_rels");
        let sheet = relates.is_none() && (above.ends_with("sheets") || file.starts_with("sheet"));
        let part = if sheet {
            package.read_sheet(index)
        } else {
            package.read(index)
        };
        let mut part = match part {
            // The sheet is missed when it is asked for; the others can be read.
            Err(FaultKind::Damaged) if sheet || lower.contains("drawings/") => continue,
            part => part?,
        };
        if sheet {
            let end = thin::end_of_cells(&part);
            found.insert(lower.clone(), around(&part, end));
            part = thin::bare(thin::whole(&part, end));
        } else if lower.ends_with("sharedstrings.xml") {
            distrust_count(&mut part);
        } else if lower.ends_with("styles.xml") {
            part = styles::bare(&part);
            if count(&part, "xf") > CELL_FORMATS {
                return Err(FaultKind::TooLarge);
            }
        } else if let Some(above) = relates.filter(|_| file.starts_with("workbook")) {
            hide_macro_sheets(&mut part);
            above.clone_into(&mut folder);
            relations = Some(part.clone());
        } else if file.starts_with("workbook") {
            workbook = Some(part.clone());
        }
        packing.add(&name, &part)?;
    }
    tables::look(&mut package, &mut found);
    let sheets = sheet_parts(workbook.as_deref(), relations.as_deref(), &folder)?;
    Ok(Lean {
        format: Format::Xlsx,
        bytes: packing.finish()?,
        around: sheets
            .iter()
            .map(|part| found.remove(part).unwrap_or_default())
            .collect(),
        faults: Vec::new(),
        signed: super::signed::of_package(&mut package)?,
    })
}

fn is_needed(lower: &str) -> bool {
    let kind = lower.rsplit('.').next();
    matches!(kind, Some("xml" | "rels"))
        && !LEFT_OUT
            .iter()
            .any(|part| memmem::find(lower.as_bytes(), part.as_bytes()).is_some())
}

/// The part of each tab, in the order of the tabs. A part that stands for several
/// tabs is read once for each: no honest file has one.
fn sheet_parts(
    workbook: Option<&[u8]>,
    relations: Option<&[u8]>,
    folder: &str,
) -> Result<Vec<String>, FaultKind> {
    let mut parts = BTreeMap::new();
    let mut targets = BTreeSet::new();
    for relation in tags(relations.unwrap_or_default()).filter(|tag| is(tag, "Relationship")) {
        let (Some(id), Some(target)) = (relation.attribute("Id"), relation.attribute("Target"))
        else {
            continue;
        };
        let target = target.to_ascii_lowercase();
        if target.contains("sheet") && !targets.insert(target.clone()) {
            return Err(FaultKind::TooLarge);
        }
        parts.insert(id, target);
    }
    if targets.len() > SHEETS {
        return Err(FaultKind::TooLarge);
    }
    let mut sheets = Vec::new();
    let mut used = BTreeSet::new();
    for sheet in tags(workbook.unwrap_or_default()).filter(|tag| is(tag, "sheet")) {
        let id = sheet.attribute("id").unwrap_or_default();
        if !used.insert(id) {
            return Err(FaultKind::TooLarge);
        }
        let target = parts.get(id).map(String::as_str).unwrap_or_default();
        // A path from the root, or from the workbook's own folder.
        sheets.push(match target.strip_prefix('/') {
            Some(path) => path.to_owned(),
            None => format!("{folder}{target}"),
        });
    }
    Ok(sheets)
}

fn is(tag: &Tag<'_>, name: &str) -> bool {
    !tag.closes && tag.name == name.as_bytes()
}

fn count(part: &[u8], name: &str) -> usize {
    tags(part).filter(|tag| is(tag, name)).count()
}

/// What stands around a sheet's cells; the library tells of its pictures.
fn around(sheet: &[u8], end: Option<usize>) -> Around {
    Around {
        merged: merged_areas(end.and_then(|end| sheet.get(end..)).unwrap_or_default()),
        pictures: Vec::new(),
        out_of_sight: hidden::of_sheet(sheet),
    }
}

/// The merged areas stand after the cells, and before much else.
fn merged_areas(after: &[u8]) -> Vec<Area> {
    // The tag of the list itself may have begun; the areas stand in it.
    let list = memmem::find(after, b"mergeCells").and_then(|start| after.get(start..));
    tags(list.unwrap_or_default())
        .take_while(|tag| !(tag.closes && tag.name == b"mergeCells"))
        .filter(|tag| is(tag, "mergeCell"))
        .filter_map(|tag| area(tag.attribute("ref")?))
        .collect()
}

/// `B5:D6`.
pub(super) fn area(reference: &str) -> Option<Area> {
    let (from, to) = reference.split_once(':')?;
    Some(Area {
        from: cell(from)?,
        to: cell(to)?,
    })
}

fn cell(reference: &str) -> Option<(u32, u16)> {
    let digits = reference.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, row) = reference.split_at_checked(digits)?;
    let mut column = 0_u16;
    for letter in letters.bytes() {
        let place = letter.to_ascii_uppercase().checked_sub(b'A' - 1)?;
        column = column.checked_mul(26)?.checked_add(u16::from(place))?;
    }
    Some((row.parse().ok()?, column))
}

/// A library takes the memory for as many strings as the part says it has: the
/// number is blotted out.
fn distrust_count(part: &mut [u8]) {
    let head = part.len().min(2048);
    let Some(head) = part.get_mut(..head) else {
        return;
    };
    let name = b"ount=";
    let mut from = 0;
    while let Some(found) = head
        .get(from..)
        .and_then(|rest| rest.windows(name.len()).position(|window| window == name))
    {
        from = from.saturating_add(found).saturating_add(name.len() + 1);
        for byte in head.iter_mut().skip(from) {
            if !byte.is_ascii_digit() {
                break;
            }
            *byte = b'0';
        }
    }
}

/// A sheet of old macros makes the library give up the whole file; as a dialogue
/// it is passed over. The word is shorter, so blanks fill the tag.
fn hide_macro_sheets(part: &mut [u8]) {
    for (kind, hidden) in [
        (&b"xlMacrosheet\""[..], &b"dialogsheet\" "[..]),
        (b"xlIntlMacrosheet\"", b"dialogsheet\"     "),
    ] {
        while let Some(place) = part
            .windows(kind.len())
            .position(|window| window == kind)
            .and_then(|start| part.get_mut(start..start + kind.len()))
        {
            place.copy_from_slice(hidden);
        }
    }
}
