//! A sheet of a workbook that we write, in words that name no library.

use super::check::Check;
use super::layout::{LaidCell, Layout};

/// A sheet with all that belongs to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Page {
    /// The name on the tab.
    pub(crate) sheet: String,
    /// Whether the page lies on its side.
    pub(crate) landscape: bool,
    /// The widths of the columns, in characters; a column without width is hidden.
    pub(crate) widths: Vec<f64>,
    /// The height of the other rows, in points.
    pub(crate) row_height: f64,
    /// Rows with a height of their own, in points.
    pub(crate) heights: Vec<(u32, f64)>,
    /// The cells.
    pub(crate) cells: Vec<LaidCell>,
    /// What may be typed where.
    pub(crate) checks: Vec<Check>,
    /// The row that stays at the top of the screen with all above it; 0 for none.
    pub(crate) frozen: u32,
    /// The row that is printed again on each page; 0 for none.
    pub(crate) repeated: u32,
    /// The rows after which a new printed page begins.
    pub(crate) breaks: Vec<u32>,
    /// The upper corners of each printed page.
    pub(crate) head: (String, String),
    /// The lower corners.
    pub(crate) foot: (String, String),
    /// The cells with a picture of a signature.
    pub(crate) pictures: Vec<(u32, u16)>,
    /// Notes on cells.
    pub(crate) notes: Vec<((u32, u16), String)>,
    /// The cell that is chosen when the workbook opens.
    pub(crate) chosen: Option<(u32, u16)>,
}

impl Page {
    /// The sheet of a form.
    pub(super) fn of(layout: &Layout) -> Self {
        // Where fields stand below each other the header lies too far down to be frozen.
        let header = if layout.landscape || layout.widths.len() > 2 {
            layout.header_row
        } else {
            0
        };
        let signed = layout.signatures.iter().filter(|block| block.picture);
        Self {
            sheet: layout.sheet.clone(),
            landscape: layout.landscape,
            widths: layout.widths.clone(),
            row_height: layout.row_height,
            breaks: layout.page_breaks.clone(),
            heights: layout.heights.clone(),
            cells: layout.cells.clone(),
            checks: layout.checks.clone(),
            frozen: header,
            repeated: header,
            head: layout.page_head.clone(),
            foot: layout.page_foot.clone(),
            pictures: signed.map(|block| block.field).collect(),
            notes: Vec::new(),
            chosen: layout.fields.first().map(|(_, place)| *place),
        }
    }
}
