//! The lean copy of a binary Excel package: its cells and little else, written anew.
//!
//! A library takes the memory that a record asks for before it looks whether the
//! record is there, passes over cells of kinds that it does not know, and reads
//! formulas that nobody asked for: it gets plain cells with values only.

use std::collections::BTreeMap;

use super::binary::{letters, push, records, wide};
use super::compound::{u16_at, u32_at};
use super::package::{Package, Packing};
use super::tags::tags;
use super::{Around, Format, Lean, signed};
use crate::fault::FaultKind;

mod drawing;
mod sheet;

/// An honest form has at most some twenty sheets.
const SHEETS: usize = 250;
/// Excel itself has no more formats of cells.
const CELL_FORMATS: usize = 70_000;

/// A worksheet's tab.
struct Tab {
    /// Shown, hidden, or hidden from the menu as well.
    state: u32,
    /// The name as it stands in the workbook.
    name: Vec<u8>,
    /// The part with its cells, in lower case.
    part: String,
}

/// Makes the lean copy.
pub(super) fn lean(mut package: Package<'_>) -> Result<Lean, FaultKind> {
    let book = package.part("xl/workbook.bin")?.ok_or(FaultKind::Damaged)?;
    let relations = package.part("xl/_rels/workbook.bin.rels")?;
    let tabs = tabs(&book, &targets(relations.as_deref(), "xl"))?;
    let mut packing = Packing::new();
    for name in ["[Content_Types].xml", "_rels/.rels", "docProps/custom.xml"] {
        if let Some(part) = package.part(name)? {
            packing.add(name, &part)?;
        }
    }
    let (mut count, mut strings) = (0, Vec::new());
    if let Some(part) = package.part("xl/sharedStrings.bin")? {
        (count, strings) = texts(&part);
    }
    packing.add("xl/sharedStrings.bin", &strings)?;
    if let Some(part) = package.part("xl/styles.bin")? {
        packing.add("xl/styles.bin", &styles(&part)?)?;
    }
    let (mut around, mut faults) = (Vec::new(), Vec::new());
    for (tab, at) in tabs.iter().zip(1..) {
        let part = match package.part(&tab.part) {
            Err(FaultKind::Damaged) => None,
            part => part?,
        };
        let mut copy = sheet::copy(part.as_deref().unwrap_or_default(), count);
        if !copy.whole {
            let sheet = letters(&tab.name);
            faults.push(FaultKind::SheetUnreadable { sheet });
        }
        copy.around.pictures = drawing::pictures(&mut package, &tab.part)?;
        packing.add(&format!("xl/worksheets/sheet{at}.bin"), &copy.cells)?;
        around.push(copy.around);
    }
    packing.add("xl/workbook.bin", &workbook(&book, &tabs))?;
    packing.add(
        "xl/_rels/workbook.bin.rels",
        relation_of(tabs.len()).as_bytes(),
    )?;
    Ok(Lean {
        signed: signed::of_package(&mut package)?,
        format: Format::Xlsb,
        bytes: packing.finish()?,
        around,
        faults,
    })
}

/// The worksheets in the order of their tabs. Charts and sheets of macros hold no
/// cells that count; a part that stands for several tabs is in no honest file.
fn tabs(book: &[u8], parts: &BTreeMap<String, String>) -> Result<Vec<Tab>, FaultKind> {
    let mut tabs: Vec<Tab> = Vec::new();
    let mut ended = false;
    for record in records(book) {
        ended |= record.kind == END_OF_TABS;
        if record.kind != TAB {
            continue;
        }
        let Some(id) = wide(record.data, 8) else {
            continue;
        };
        let name = wide(record.data, 8 + id.len()).ok_or(FaultKind::Damaged)?;
        let Some(part) = parts.get(&letters(id)) else {
            continue;
        };
        if tabs.iter().any(|tab| tab.part == *part) || tabs.len() >= SHEETS {
            return Err(FaultKind::TooLarge);
        }
        if part.starts_with("xl/worksheets/") {
            tabs.push(Tab {
                state: u32_at(record.data, 0).unwrap_or_default().min(2),
                name: name.to_vec(),
                part: part.clone(),
            });
        }
    }
    if ended {
        Ok(tabs)
    } else {
        Err(FaultKind::Damaged)
    }
}

/// What each relation of a part leads to, in lower case, from the package's root.
fn targets(relations: Option<&[u8]>, folder: &str) -> BTreeMap<String, String> {
    let relations = tags(relations.unwrap_or_default()).filter(|tag| tag.name == b"Relationship");
    relations
        .filter_map(|tag| {
            let target = tag.attribute("Target")?.to_ascii_lowercase();
            let path = match target.strip_prefix('/') {
                Some(path) => path.to_owned(),
                None => match target.strip_prefix("../") {
                    Some(beside) => format!("xl/{beside}"),
                    None => format!("{folder}/{target}"),
                },
            };
            Some((tag.attribute("Id")?.to_owned(), path))
        })
        .collect()
}

const WORKBOOK_PROPERTIES: u16 = 0x99;
const TAB: u16 = 0x9C;
const END_OF_TABS: u16 = 0x90;
const END_OF_BOOK: u16 = 0x84;

/// The workbook: from which day it counts, and its tabs.
fn workbook(book: &[u8], tabs: &[Tab]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut properties = records(book).filter(|record| record.kind == WORKBOOK_PROPERTIES);
    if let Some(flags) = properties.next().and_then(|record| record.data.get(..4)) {
        push(&mut out, WORKBOOK_PROPERTIES, flags);
    }
    for (tab, at) in tabs.iter().zip(1_u32..) {
        let mut data = tab.state.to_le_bytes().to_vec();
        data.extend(at.to_le_bytes());
        let id: Vec<u16> = format!("rId{at}").encode_utf16().collect();
        data.extend(u32::try_from(id.len()).unwrap_or_default().to_le_bytes());
        data.extend(id.into_iter().flat_map(u16::to_le_bytes));
        data.extend_from_slice(&tab.name);
        push(&mut out, TAB, &data);
    }
    push(&mut out, END_OF_TABS, &[]);
    push(&mut out, END_OF_BOOK, &[]);
    out
}

fn relation_of(sheets: usize) -> String {
    let relations = (1..=sheets)
        .map(|at| format!(r#"<Relationship Id="rId{at}" Target="worksheets/sheet{at}.bin"/>"#));
    let relations: String = relations.collect();
    format!("<Relationships>{relations}</Relationships>")
}

const TEXTS: u16 = 0x9F;
const TEXT: u16 = 0x13;

/// The shared texts without their fonts, and how many there are.
fn texts(part: &[u8]) -> (u32, Vec<u8>) {
    let texts: Vec<&[u8]> = records(part)
        .filter(|record| record.kind == TEXT)
        .map(|record| wide(record.data, 1).unwrap_or(&[0; 4]))
        .collect();
    let count = u32::try_from(texts.len()).unwrap_or_default();
    let mut out = Vec::new();
    push(
        &mut out,
        TEXTS,
        &[count.to_le_bytes(), count.to_le_bytes()].concat(),
    );
    for text in texts {
        push(&mut out, TEXT, &[&[0], text].concat());
    }
    (count, out)
}

const NUMBER_FORMATS: u16 = 0x267;
const NUMBER_FORMAT: u16 = 0x2C;
const CELL_FORMATS_BEGIN: u16 = 0x269;
const CELL_FORMATS_END: u16 = 0x26A;
const CELL_FORMAT: u16 = 0x2F;

/// Which number formats there are, and which each format of cells has.
fn styles(part: &[u8]) -> Result<Vec<u8>, FaultKind> {
    let sound = |data: &&[u8]| u16_at(data, 0).is_some() && wide(data, 2).is_some();
    let numbers: Vec<&[u8]> = records(part)
        .filter(|record| record.kind == NUMBER_FORMAT)
        .map(|record| record.data)
        .filter(sound)
        .collect();
    let cells: Vec<&[u8]> = records(part)
        .skip_while(|record| record.kind != CELL_FORMATS_BEGIN)
        .take_while(|record| record.kind != CELL_FORMATS_END)
        .filter(|record| record.kind == CELL_FORMAT)
        .filter_map(|record| record.data.get(..4))
        .collect();
    if cells.len() > CELL_FORMATS || numbers.len() > CELL_FORMATS {
        return Err(FaultKind::TooLarge);
    }
    let mut out = Vec::new();
    for (begin, kind, all) in [
        (NUMBER_FORMATS, NUMBER_FORMAT, numbers),
        (CELL_FORMATS_BEGIN, CELL_FORMAT, cells),
    ] {
        let count = u32::try_from(all.len()).unwrap_or_default();
        push(&mut out, begin, &count.to_le_bytes());
        for data in all {
            push(&mut out, kind, data);
        }
    }
    Ok(out)
}
