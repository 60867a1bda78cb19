//! The lean copy of an `OpenDocument` spreadsheet: its contents, with bounds on
//! what is said once and repeated.

use super::floor::{Extent, Floor};
use super::package::{Package, Packing};
use super::tags::{Tag, tags};
use super::{Around, Format, Lean, signed};
use crate::fault::FaultKind;
use crate::workbook::{Area, OutOfSight};

/// An honest form has at most some twenty sheets.
const SHEETS: usize = 250;
/// Bytes of text after every repetition is written out.
const TEXT: u64 = 32 << 20;

/// What is left of any repetition when the far cells are left out.
const REPEATS: u64 = 1_000_000;

const MIMETYPE: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
const MANIFEST: &[u8] = b"<manifest:manifest/>";

/// Makes the lean copy of an ods.
pub(super) fn lean(mut package: Package<'_>) -> Result<Lean, FaultKind> {
    if let Some(manifest) = package.part("META-INF/manifest.xml")?
        && tags(&manifest).any(|tag| tag.name == b"encryption-data")
    {
        return Err(FaultKind::Encrypted);
    }
    let signatures = package.part("META-INF/documentsignatures.xml")?;
    let content = package.part("content.xml")?.ok_or(FaultKind::Damaged)?;
    let mut packing = Packing::new();
    packing.add("mimetype", MIMETYPE)?;
    packing.add("META-INF/manifest.xml", MANIFEST)?;
    if let Some(meta) = package.part("meta.xml")? {
        packing.add("meta.xml", &meta)?;
    }
    let (extents, mut around) = measure(&content)?;
    let (content, lost) = cut(&content, &extents);
    packing.add("content.xml", &content)?;
    for (around, extent) in around.iter_mut().zip(&extents) {
        let holds = |(row, column): (u32, u16)| extent.holds(row - 1, u32::from(column) - 1);
        around.merged.retain(|area| holds(area.from));
    }
    Ok(Lean {
        format: Format::Ods,
        signed: signed::signatures(signatures.as_deref().unwrap_or_default()),
        bytes: packing.finish()?,
        around,
        faults: lost.then_some(FaultKind::TooLarge).into_iter().collect(),
    })
}

/// Where in a table a tag stands, in rows and columns from 0.
#[derive(Default)]
struct Cursor {
    /// Whether a table has begun, and how many had before it.
    table: Option<usize>,
    tables: usize,
    row: u32,
    rows: u32,
    column: u32,
    columns: u32,
    in_row: bool,
    in_cell: bool,
}

/// What a tag is to a table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Table,
    Column,
    Row,
    RowEnd,
    Cell,
    CellEnd,
    Other,
}

impl Cursor {
    /// Moves over a tag and says what it was.
    fn step(&mut self, tag: &Tag<'_>) -> Step {
        let cell = matches!(tag.name, b"table-cell" | b"covered-table-cell");
        match tag.name {
            b"table" if !self.in_cell => {
                if !tag.closes && tag.attribute("name").is_some() {
                    self.table = Some(self.tables);
                    self.tables = self.tables.saturating_add(1);
                    (self.row, self.rows) = (0, 0);
                    (self.column, self.columns) = (0, 0);
                    return Step::Table;
                }
                self.table = None;
                Step::Other
            }
            b"table-column" if self.table.is_some() && !self.in_row && !tag.closes => {
                self.column = self.column.saturating_add(self.columns);
                self.columns = repeats(tag, "number-columns-repeated");
                Step::Column
            }
            b"table-row" if self.table.is_some() && !self.in_cell => {
                if tag.closes {
                    self.in_row = false;
                    return Step::RowEnd;
                }
                self.row = self.row.saturating_add(self.rows);
                self.rows = repeats(tag, "number-rows-repeated");
                (self.column, self.columns) = (0, 0);
                self.in_row = !tag.empty;
                Step::Row
            }
            _ if cell && self.in_row && tag.closes => {
                self.in_cell = false;
                Step::CellEnd
            }
            _ if cell && self.in_row && !self.in_cell => {
                self.column = self.column.saturating_add(self.columns);
                self.columns = repeats(tag, "number-columns-repeated");
                self.in_cell = !tag.empty;
                Step::Cell
            }
            _ => Step::Other,
        }
    }

    fn place(&self) -> Option<(u32, u16)> {
        let column = u16::try_from(self.column.checked_add(1)?).ok()?;
        Some((self.row.checked_add(1)?, column))
    }
}

fn repeats(tag: &Tag<'_>, name: &str) -> u32 {
    let said = tag
        .attribute(name)
        .and_then(|said| said.trim().parse().ok());
    said.unwrap_or(1).max(1)
}

/// Whether a cell has a value of its own; the others only have a look.
fn is_filled(tag: &Tag<'_>) -> bool {
    ["value-type", "formula"]
        .iter()
        .any(|name| tag.attribute(name).is_some())
}

/// How far each table reaches, and what stands around its cells.
fn measure(content: &[u8]) -> Result<(Vec<Extent>, Vec<Around>), FaultKind> {
    let mut cursor = Cursor::default();
    let mut reaches: Vec<Extent> = Vec::new();
    let mut around: Vec<Around> = Vec::new();
    let (mut text, mut filled) = (0_u64, false);
    for tag in tags(content) {
        let step = cursor.step(&tag);
        if step == Step::Table {
            reaches.push(Extent {
                rows: 0,
                columns: 0,
            });
            around.push(Around::default());
            if reaches.len() > SHEETS {
                return Err(FaultKind::TooLarge);
            }
        }
        let (Some(reach), Some(around)) = (reaches.last_mut(), around.last_mut()) else {
            continue;
        };
        if step == Step::Cell {
            filled = is_filled(&tag);
            if filled {
                reach.rows = reach.rows.max(cursor.row.saturating_add(cursor.rows));
                let columns = cursor.column.saturating_add(cursor.columns);
                reach.columns = reach.columns.max(columns);
            }
            around.merged.extend(merged(&tag, &cursor));
        } else if matches!(step, Step::Row | Step::Column) {
            hide(&tag, step, &cursor, &mut around.out_of_sight);
        } else if tag.name == b"image" && !tag.closes && cursor.in_cell {
            around.pictures.extend(cursor.place());
        }
        if filled && (cursor.in_cell || step == Step::Cell) {
            let length = u64::try_from(copied(&tag)).unwrap_or(u64::MAX);
            let times = u64::from(cursor.rows) * u64::from(cursor.columns);
            let times = times.min(REPEATS);
            text = text.saturating_add(length.saturating_mul(times));
        }
    }
    if text > TEXT {
        return Err(FaultKind::TooLarge);
    }
    let mut floor = Floor::new();
    let extents = reaches.into_iter().map(|reach| floor.lay(reach));
    Ok((extents.collect::<Result<_, _>>()?, around))
}

/// Notes a row or a column that is not shown.
fn hide(tag: &Tag<'_>, step: Step, cursor: &Cursor, hidden: &mut OutOfSight) {
    let (Some((row, column)), Some(seen)) = (cursor.place(), tag.attribute("visibility")) else {
        return;
    };
    let filtered = seen == "filter";
    if !filtered && seen != "collapse" {
        return;
    }
    if step == Step::Row {
        let last = row.saturating_add(cursor.rows).saturating_sub(1);
        hidden.hide(row, last, filtered);
    } else {
        let more = u16::try_from(cursor.columns).unwrap_or(u16::MAX);
        let last = column.saturating_add(more).saturating_sub(1);
        hidden.columns.push((column, last));
    }
}

/// Bytes that the library copies for each repetition: the text after the tag, and
/// what stands in it as text.
fn copied(tag: &Tag<'_>) -> usize {
    ["string-value", "formula"]
        .iter()
        .filter_map(|name| tag.attribute(name))
        .fold(tag.text.len(), |sum, text| sum.saturating_add(text.len()))
}

fn merged(tag: &Tag<'_>, cursor: &Cursor) -> Option<Area> {
    let rows = repeats(tag, "number-rows-spanned");
    let columns = u16::try_from(repeats(tag, "number-columns-spanned")).ok()?;
    if rows == 1 && columns == 1 {
        return None;
    }
    let from = cursor.place()?;
    Some(Area {
        from,
        to: (
            from.0.checked_add(rows)? - 1,
            from.1.checked_add(columns)? - 1,
        ),
    })
}

/// Copies the contents without what lies outside the extents and without blanks
/// between cells, which the library takes for a fault; says whether cells were lost.
fn cut(content: &[u8], extents: &[Extent]) -> (Vec<u8>, bool) {
    let mut cursor = Cursor::default();
    let mut copy = Vec::with_capacity(content.len());
    let (mut copied, mut lost, mut leaving_out) = (0_usize, false, false);
    for tag in tags(content) {
        let between = cursor.in_row && !cursor.in_cell;
        let step = cursor.step(&tag);
        let gap = content.get(copied..tag.start).unwrap_or_default();
        let blank = between && gap.trim_ascii().is_empty();
        if !leaving_out && !blank {
            copy.extend_from_slice(gap);
        }
        copied = tag.end;
        let extent = cursor
            .table
            .and_then(|table| extents.get(table))
            .copied()
            .unwrap_or(Extent::WHOLE);
        let whole = content.get(tag.start..tag.end).unwrap_or_default();
        if step == Step::CellEnd && leaving_out {
            leaving_out = false;
            continue;
        }
        if step == Step::Cell && is_filled(&tag) {
            if !extent.holds(cursor.row, cursor.column) {
                lost = true;
                leaving_out = !tag.empty;
                continue;
            }
            let room = extent.columns.saturating_sub(cursor.column);
            lost |= cursor.columns > room;
            lost |= cursor.row.saturating_add(cursor.rows) > extent.rows;
            copy.extend(limited(whole, cursor.columns, room));
        } else if step == Step::Row && cursor.row.saturating_add(cursor.rows) > extent.rows {
            let room = extent.rows.saturating_sub(cursor.row).max(1);
            copy.extend(limited(whole, cursor.rows, room));
        } else if !leaving_out {
            copy.extend_from_slice(whole);
        }
    }
    if let Some(rest) = content.get(copied..) {
        copy.extend_from_slice(rest);
    }
    (copy, lost)
}

/// A tag that repeats itself no oftener than there is room for.
fn limited(tag: &[u8], said: u32, room: u32) -> Vec<u8> {
    if said <= room {
        return tag.to_vec();
    }
    let text = String::from_utf8_lossy(tag);
    let (said, room) = (
        format!("-repeated=\"{said}\""),
        format!("-repeated=\"{room}\""),
    );
    text.replacen(&said, &room, 1).into_bytes()
}
