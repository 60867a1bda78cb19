//! The filled cells of a sheet, or of some of its rows, found by place.

use crate::workbook::{Area, Cell, Content, Sheet};

/// Rows of a sheet with what is needed to look around in them.
pub(crate) struct Grid<'a> {
    /// The filled cells, row by row.
    pub(crate) cells: &'a [Cell],
    /// The rows that have filled cells: where their cells begin and end.
    pub(crate) rows: Vec<Line>,
    /// Merged areas, in the order of their first cells.
    merged: Vec<Area>,
    /// The anchors of pictures in these rows.
    pub(crate) pictures: Vec<(u32, u16)>,
}

/// A row with filled cells.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    /// Its number, from 1.
    pub(crate) row: u32,
    start: usize,
    end: usize,
}

impl<'a> Grid<'a> {
    /// The rows of a sheet from one to another, both included.
    pub(crate) fn new(sheet: &'a Sheet, from: u32, to: u32) -> Self {
        let start = sheet.cells.partition_point(|cell| cell.row < from);
        let end = sheet.cells.partition_point(|cell| cell.row <= to);
        let cells = sheet.cells.get(start..end).unwrap_or_default();
        let mut rows: Vec<Line> = Vec::new();
        for (at, cell) in cells.iter().enumerate() {
            match rows.last_mut() {
                Some(line) if line.row == cell.row => line.end = at + 1,
                _ => rows.push(Line {
                    row: cell.row,
                    start: at,
                    end: at + 1,
                }),
            }
        }
        let mut merged = sheet.merged.clone();
        merged.sort_unstable_by_key(|area| area.from);
        let inside = |row: u32| (from..=to).contains(&row);
        let mut pictures: Vec<(u32, u16)> = sheet.pictures.clone();
        pictures.retain(|(row, _)| inside(*row));
        Self {
            cells,
            rows,
            merged,
            pictures,
        }
    }

    /// The rows above one of them.
    pub(crate) fn above(&self, row: u32) -> Self {
        let cells = self.cells.partition_point(|cell| cell.row < row);
        let rows = self.rows.partition_point(|line| line.row < row);
        Self {
            cells: self.cells.get(..cells).unwrap_or_default(),
            rows: self.rows.get(..rows).unwrap_or_default().to_vec(),
            merged: self.merged.clone(),
            pictures: self.pictures.clone(),
        }
    }

    /// The columns from one to another, both included.
    pub(crate) fn columns(&self, from: u16, to: u16) -> Self {
        let within = |line: &Line| {
            let cells = self.line(*line);
            let start = line.start + cells.partition_point(|cell| cell.column < from);
            let end = line.start + cells.partition_point(|cell| cell.column <= to);
            let row = line.row;
            (start < end).then_some(Line { row, start, end })
        };
        let inside = |column: u16| (from..=to).contains(&column);
        let mut own = Self {
            cells: self.cells,
            rows: self.rows.iter().filter_map(within).collect(),
            merged: self.merged.clone(),
            pictures: self.pictures.clone(),
        };
        own.merged.retain(|area| inside(area.from.1));
        own.pictures.retain(|(_, column)| inside(*column));
        own
    }

    /// The filled cells of a row.
    pub(crate) fn line(&self, line: Line) -> &'a [Cell] {
        self.cells.get(line.start..line.end).unwrap_or_default()
    }

    /// The filled cells of the row with this number.
    pub(crate) fn row(&self, row: u32) -> &'a [Cell] {
        match self.rows.binary_search_by_key(&row, |line| line.row) {
            Ok(at) => self.rows.get(at).map_or(&[], |line| self.line(*line)),
            Err(_) => &[],
        }
    }

    /// The next row below this one that has filled cells.
    pub(crate) fn next(&self, row: u32) -> Option<Line> {
        let at = self.rows.partition_point(|line| line.row <= row);
        self.rows.get(at).copied()
    }

    /// A filled cell.
    pub(crate) fn cell(&self, row: u32, column: u16) -> Option<&'a Cell> {
        let cells = self.row(row);
        cells
            .binary_search_by_key(&column, |cell| cell.column)
            .ok()
            .and_then(|at| cells.get(at))
    }

    /// The area that a cell takes: its merged area, or itself.
    pub(crate) fn extent(&self, row: u32, column: u16) -> Area {
        let place = (row, column);
        match self.merged.binary_search_by_key(&place, |area| area.from) {
            Ok(at) => self.merged.get(at).copied(),
            Err(_) => None,
        }
        .unwrap_or(Area {
            from: place,
            to: place,
        })
    }

    /// The merged areas of more than one row, in the order of their first cells.
    pub(crate) fn tall(&self) -> impl Iterator<Item = Area> + '_ {
        self.merged
            .iter()
            .copied()
            .filter(|area| area.to.0 > area.from.0)
    }

    /// The last row with a filled cell.
    pub(crate) fn last_row(&self) -> u32 {
        self.rows.last().map_or(1, |line| line.row)
    }
}

/// The text of a cell, if it is text.
pub(crate) fn text(cell: &Cell) -> Option<&str> {
    match &cell.content {
        Content::Text(text) => Some(text),
        Content::Number(_)
        | Content::DateTime(_)
        | Content::Duration(_)
        | Content::Bool(_)
        | Content::Error => None,
    }
}
