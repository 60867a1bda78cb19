//! The lean copy of an old Excel workbook: the records that its reader needs, in
//! a fresh container.

use std::io::{Cursor, Write};

use super::compound::{self, Compound, u16_at, u32_at};
use super::floor::{Extent, Floor};
use super::{Around, Format, Lean, drawing};
use crate::fault::{FaultKind, LooksLike};
use crate::workbook::OutOfSight;

/// An honest form has at most some twenty sheets.
const SHEETS: usize = 250;
/// Where custom document properties lie.
const PROPERTIES: &str = "\u{5}DocumentSummaryInformation";
const PROPERTIES_BYTES: usize = 1 << 20;

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000A;
const CONTINUE: u16 = 0x003C;
const FILE_PASS: u16 = 0x002F;
const BOUND_SHEET: u16 = 0x0085;
const FORMULA: u16 = 0x0006;
const MUL_RK: u16 = 0x00BD;
const DRAWING: u16 = 0x00EC;
const ROW: u16 = 0x0208;
const COLUMNS: u16 = 0x007D;
const FILTER_IN_USE: u16 = 0x009B;

/// What the reader needs of the workbook as a whole: code page, date system,
/// formats, shared strings.
const GLOBALS: &[u16] = &[0x0042, 0x0022, 0x041E, 0x00E0, BOUND_SHEET, 0x00FC];
/// Cells: number, label, rich label, truth or error, small number, several of
/// them, shared label, formula.
const CELLS: &[u16] = &[
    0x0203, 0x0204, 0x00D6, 0x0205, 0x027E, MUL_RK, 0x00FD, FORMULA,
];
/// A formula's text, merged areas.
const BESIDE_CELLS: &[u16] = &[0x0207, 0x00E5];

/// Makes the lean copy of an xls.
pub(super) fn lean(bytes: &[u8]) -> Result<Lean, FaultKind> {
    let (stream, compound) = compound::workbook_stream(bytes)?;
    let mut copy = Copy {
        stream: &stream,
        records: Vec::with_capacity(stream.len()),
        floor: Floor::new(),
        around: Vec::new(),
        faults: Vec::new(),
    };
    let sheets = copy.globals()?;
    for (place, start, kind) in sheets {
        let start_in_copy = u32::try_from(copy.records.len()).or(Err(FaultKind::TooLarge))?;
        let slot = copy.records.get_mut(place..place + 4);
        slot.ok_or(FaultKind::Damaged)?
            .copy_from_slice(&start_in_copy.to_le_bytes());
        copy.sheet(start, kind == 0)?;
    }
    Ok(Lean {
        format: Format::Xls,
        bytes: contained(&copy.records, &compound).map_err(|_io| FaultKind::Damaged)?,
        around: copy.around,
        faults: copy.faults,
        signed: Vec::new(),
    })
}

/// A stream of records being copied.
struct Copy<'a> {
    stream: &'a [u8],
    records: Vec<u8>,
    floor: Floor,
    around: Vec<Around>,
    faults: Vec<FaultKind>,
}

/// A record of the stream.
#[derive(Clone, Copy)]
struct Record<'a> {
    kind: u16,
    data: &'a [u8],
}

impl<'a> Copy<'a> {
    /// Copies what holds for the whole workbook; gives for each sheet where its
    /// start is to be noted in the copy, where it starts in the stream, its kind.
    fn globals(&mut self) -> Result<Vec<(usize, usize, u8)>, FaultKind> {
        let mut sheets = Vec::new();
        let mut starts = std::collections::BTreeSet::new();
        let mut kept = false;
        for record in self.substream(0)? {
            kept = match record.kind {
                FILE_PASS => return Err(FaultKind::Encrypted),
                CONTINUE => kept && !record.data.is_empty(),
                kind => GLOBALS.contains(&kind),
            };
            if record.kind == BOUND_SHEET {
                let place = self.records.len().saturating_add(4);
                let start = u32_at(record.data, 0).and_then(|start| usize::try_from(start).ok());
                let (Some(start), Some(kind)) = (start, record.data.get(5)) else {
                    return Err(FaultKind::Damaged);
                };
                if !starts.insert(start) || sheets.len() >= SHEETS {
                    return Err(FaultKind::TooLarge);
                }
                sheets.push((place, start, *kind));
            }
            if kept {
                self.push(record.kind, record.data);
            } else if record.kind == BOF {
                self.push(BOF, record.data);
            }
        }
        self.push(EOF, &[]);
        Ok(sheets)
    }

    /// Copies a sheet; of a chart or a sheet of macros nothing but the frame.
    fn sheet(&mut self, start: usize, worksheet: bool) -> Result<(), FaultKind> {
        let records = self.substream(start)?;
        self.around.push(Around {
            merged: Vec::new(),
            pictures: drawing::pictures(&drawing_of(&records)),
            out_of_sight: out_of_sight(&records),
        });
        let kept_extent = self.floor.lay(extent(&records))?;
        let (mut kept, mut lost) = (false, false);
        for record in records {
            let place = record.place();
            let near = place.is_none_or(|(row, column)| kept_extent.holds(row, column));
            kept = match record.kind {
                BOF => true,
                CONTINUE => kept && !record.data.is_empty(),
                kind if CELLS.contains(&kind) => worksheet && near,
                kind => worksheet && BESIDE_CELLS.contains(&kind),
            };
            lost |= !near;
            if !kept {
                continue;
            }
            if record.kind == FORMULA {
                // The value counts; the formula behind it is not looked at.
                let mut data = record.data.get(..20).ok_or(FaultKind::Damaged)?.to_vec();
                data.extend([0, 0]);
                self.push(FORMULA, &data);
            } else {
                self.push(record.kind, record.data);
            }
        }
        self.push(EOF, &[]);
        if lost {
            self.faults.push(FaultKind::TooLarge);
        }
        Ok(())
    }

    /// The records from a beginning to its end, without the end and without what
    /// is nested in it. A stream that stops before was cut short.
    fn substream(&self, start: usize) -> Result<Vec<Record<'a>>, FaultKind> {
        let mut records = Vec::new();
        let mut depth = 0_usize;
        let mut rest = self.stream.get(start..).ok_or(FaultKind::Damaged)?;
        while let Some((record, after)) = Record::first(rest) {
            rest = after;
            if records.is_empty() && record.kind != BOF {
                return Err(match record.kind {
                    0x0009 | 0x0209 | 0x0409 => FaultKind::NotASpreadsheet(LooksLike::VeryOldExcel),
                    _ => FaultKind::Damaged,
                });
            }
            match record.kind {
                BOF => depth = depth.saturating_add(1),
                EOF if depth == 1 => return Ok(records),
                EOF => {
                    depth = depth.saturating_sub(1);
                    continue;
                }
                _ => {}
            }
            if depth == 1 {
                records.push(record);
            }
        }
        Err(FaultKind::Damaged)
    }

    fn push(&mut self, kind: u16, data: &[u8]) {
        let length = u16::try_from(data.len()).unwrap_or_default();
        self.records.extend_from_slice(&kind.to_le_bytes());
        self.records.extend_from_slice(&length.to_le_bytes());
        self.records.extend_from_slice(data);
    }
}

impl<'a> Record<'a> {
    fn first(stream: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let length = usize::from(u16_at(stream, 2)?);
        let record = Self {
            kind: u16_at(stream, 0)?,
            data: stream.get(4..length + 4)?,
        };
        Some((record, stream.get(length + 4..)?))
    }

    /// The row and the last column of a cell.
    fn place(self) -> Option<(u32, u32)> {
        if !CELLS.contains(&self.kind) {
            return None;
        }
        let column = if self.kind == MUL_RK {
            u16_at(self.data, self.data.len().checked_sub(2)?)?
        } else {
            u16_at(self.data, 2)?
        };
        Some((u32::from(u16_at(self.data, 0)?), u32::from(column)))
    }
}

/// A sheet's drawing, which lies in pieces between the objects that it shows.
fn drawing_of(records: &[Record<'_>]) -> Vec<u8> {
    let mut drawing = Vec::new();
    let mut within = false;
    for record in records {
        within = record.kind == DRAWING || (within && record.kind == CONTINUE);
        if within {
            drawing.extend_from_slice(record.data);
        }
    }
    drawing
}

/// Hidden rows and columns. The sheet does not say which rows a filter in use looks
/// at: what is hidden then, is taken to be hidden by it.
fn out_of_sight(records: &[Record<'_>]) -> OutOfSight {
    let mut hidden = OutOfSight::default();
    let filtered = records.iter().any(|record| record.kind == FILTER_IN_USE);
    for record in records {
        let number = |at: usize| u16_at(record.data, at);
        let flags = |at: usize| number(at).unwrap_or_default();
        if record.kind == ROW && flags(12) & 0x20 != 0 {
            if let Some(row) = number(0).map(|row| u32::from(row) + 1) {
                hidden.hide(row, row, filtered);
            }
        } else if record.kind == COLUMNS && flags(8) & 1 != 0 {
            let column = |at: usize| number(at)?.checked_add(1);
            hidden.columns.extend(column(0).zip(column(2)));
        }
    }
    hidden
}

/// The rectangle from the corner to the last cell.
fn extent(records: &[Record<'_>]) -> Extent {
    let places = records.iter().filter_map(|record| record.place());
    let nothing = Extent {
        rows: 0,
        columns: 0,
    };
    places.fold(nothing, |extent, (row, column)| Extent {
        rows: extent.rows.max(row.saturating_add(1)),
        columns: extent.columns.max(column.saturating_add(1)),
    })
}

/// A fresh container with the workbook in it, and the properties beside it.
fn contained(records: &[u8], compound: &Compound<'_>) -> std::io::Result<Vec<u8>> {
    let cursor = Cursor::new(Vec::with_capacity(records.len().saturating_add(8192)));
    let mut container = cfb::CompoundFile::create_with_version(cfb::Version::V3, cursor)?;
    container.create_stream("/Workbook")?.write_all(records)?;
    let properties = compound
        .at_top(PROPERTIES)
        .and_then(|entry| compound.stream(entry))
        .filter(|stream| stream.len() < PROPERTIES_BYTES);
    if let Some(properties) = properties {
        container
            .create_stream(format!("/{PROPERTIES}"))?
            .write_all(&properties)?;
    }
    container.flush()?;
    Ok(container.into_inner().into_inner())
}
