//! A binary worksheet with nothing but its cells, and what stands around them.

use super::Around;
use crate::guard::binary::{push, records, wide};
use crate::guard::compound::u32_at;
use crate::workbook::Area;

const ROW: u16 = 0x00;
const BLANK: u16 = 0x01;
const SHORT_NUMBER: u16 = 0x02;
const ERROR: u16 = 0x03;
const TRUTH: u16 = 0x04;
const NUMBER: u16 = 0x05;
const TEXT: u16 = 0x06;
const SHARED_TEXT: u16 = 0x07;
const TEXT_OF_FORMULA: u16 = 0x08;
const NUMBER_OF_FORMULA: u16 = 0x09;
const TRUTH_OF_FORMULA: u16 = 0x0A;
const ERROR_OF_FORMULA: u16 = 0x0B;
/// Cells without a column of their own; nobody is known to write them.
const WITHOUT_COLUMN: std::ops::RangeInclusive<u16> = 0x0C..=0x12;
const TEXT_WITH_FONTS: u16 = 0x3E;
const CELLS: u16 = 0x91;
const END_OF_CELLS: u16 = 0x92;
const EXTENT: u16 = 0x94;
const MERGED: u16 = 0xB0;
const COLUMNS: u16 = 0x3C;
const FILTER: u16 = 0xA1;
const FILTERED_COLUMN: u16 = 0xA3;

/// Bits of a row's and of a column's flags.
const HIDDEN_ROW: u8 = 0x10;
const HIDDEN_COLUMN: u8 = 0x01;

/// The last row and column of a sheet, from 0.
const LAST: (u32, u32) = (1_048_575, 16_383);
/// More merged areas are in no honest form.
const MERGED_AREAS: usize = 100_000;

/// A worksheet for the library.
pub(super) struct Copy {
    /// The part.
    pub(super) cells: Vec<u8>,
    pub(super) around: Around,
    /// Whether every cell could be copied, up to the end of the sheet.
    pub(super) whole: bool,
}

/// Copies a worksheet whose workbook has so many shared texts.
pub(super) fn copy(part: &[u8], texts: u32) -> Copy {
    let mut out = Vec::with_capacity(part.len());
    let mut around = Around::default();
    push(&mut out, EXTENT, &[0; 16]);
    push(&mut out, CELLS, &[]);
    let (mut sound, mut ended) = (true, false);
    let (mut row, mut hidden) = (None, Vec::new());
    // A filter stands below the rows that it hides.
    let (mut filter, mut filtered) = (None, None);
    for record in records(part) {
        let data = record.data;
        match record.kind {
            ROW if !ended => {
                row = u32_at(data, 0).filter(|row| *row <= LAST.0);
                let out_of_sight = data.get(11).is_some_and(|flags| flags & HIDDEN_ROW != 0);
                hidden.extend(row.filter(|_| out_of_sight));
            }
            END_OF_CELLS => ended = true,
            FILTER => filter = u32_at(data, 0).zip(u32_at(data, 4)),
            FILTERED_COLUMN => filtered = filter,
            COLUMNS => around.out_of_sight.columns.extend(hidden_columns(data)),
            MERGED if around.merged.len() < MERGED_AREAS => around.merged.extend(area(data)),
            BLANK => {}
            kind if ended || !is_cell(kind) => {}
            kind => match (row, plain(kind, data, texts)) {
                (Some(at), Some((kind, data))) => {
                    push(&mut out, ROW, &at.to_le_bytes());
                    push(&mut out, kind, &data);
                }
                _ => sound = false,
            },
        }
    }
    push(&mut out, END_OF_CELLS, &[]);
    for row in hidden {
        let by_filter = filtered.is_some_and(|(first, last)| (first..=last).contains(&row));
        around.out_of_sight.hide(row + 1, row + 1, by_filter);
    }
    Copy {
        cells: out,
        around,
        whole: sound && ended,
    }
}

fn is_cell(kind: u16) -> bool {
    (SHORT_NUMBER..=ERROR_OF_FORMULA).contains(&kind)
        || WITHOUT_COLUMN.contains(&kind)
        || kind == TEXT_WITH_FONTS
}

/// A cell as a value without a formula or fonts; `None` when it is no sound cell.
fn plain(kind: u16, data: &[u8], texts: u32) -> Option<(u16, Vec<u8>)> {
    u32_at(data, 0).filter(|column| *column <= LAST.1)?;
    let text = |at: usize| Some((TEXT, [data.get(..8)?, wide(data, at)?].concat()));
    let figure = |kind: u16, length: usize| Some((kind, data.get(..length)?.to_vec()));
    match kind {
        SHORT_NUMBER => figure(SHORT_NUMBER, 12),
        ERROR | ERROR_OF_FORMULA => figure(ERROR, 9),
        TRUTH | TRUTH_OF_FORMULA => figure(TRUTH, 9),
        NUMBER | NUMBER_OF_FORMULA => figure(NUMBER, 16),
        TEXT | TEXT_OF_FORMULA => text(8),
        TEXT_WITH_FONTS => text(9),
        SHARED_TEXT => {
            u32_at(data, 8).filter(|at| *at < texts)?;
            figure(SHARED_TEXT, 12)
        }
        _ => None,
    }
}

/// First and last column, from 1, of columns that are hidden.
fn hidden_columns(data: &[u8]) -> Option<(u16, u16)> {
    data.get(16).filter(|flags| **flags & HIDDEN_COLUMN != 0)?;
    let column = |at: usize| u16::try_from(u32_at(data, at)?.checked_add(1)?).ok();
    column(0).zip(column(4))
}

/// First and last row, first and last column, from 0.
fn area(data: &[u8]) -> Option<Area> {
    let corner = |row: u32, column: u32| {
        let column = u16::try_from(column.checked_add(1)?).ok()?;
        Some((row.checked_add(1)?, column))
    };
    Some(Area {
        from: corner(u32_at(data, 0)?, u32_at(data, 8)?)?,
        to: corner(u32_at(data, 4)?, u32_at(data, 12)?)?,
    })
}
