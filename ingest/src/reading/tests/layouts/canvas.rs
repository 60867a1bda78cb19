//! Sheets to write on, and labels as people write them.

use crate::form::Item;
use crate::workbook::{Area, Cell, Content, Sheet, Workbook};

use super::distortion::Distortion;
use super::model::Lot;

/// A workbook in the making: the last sheet, and the row to write on next.
pub(super) struct Canvas<'l> {
    pub(super) workbook: Workbook,
    pub(super) row: u32,
    pub(super) distortions: &'l [Distortion],
    pub(super) lot: &'l mut Lot,
}

impl Canvas<'_> {
    pub(super) fn has(&self, distortion: Distortion) -> bool {
        self.distortions.contains(&distortion)
    }

    pub(super) fn sheet(&mut self, name: &str) {
        self.workbook.sheets.push(Sheet {
            name: name.to_owned(),
            ..Sheet::default()
        });
        self.row = if self.has(Distortion::Moved) { 4 } else { 1 };
    }

    fn shifted(&self, column: u16) -> u16 {
        column + if self.has(Distortion::Moved) { 2 } else { 0 }
    }

    pub(super) fn put(&mut self, row: u32, column: u16, content: Content) {
        let column = self.shifted(column);
        let cells = &mut self.workbook.sheets.last_mut().unwrap().cells;
        assert!(
            cells
                .iter()
                .all(|cell| (cell.row, cell.column) != (row, column))
        );
        cells.push(Cell {
            row,
            column,
            content,
        });
    }

    pub(super) fn text(&mut self, row: u32, column: u16, text: &str) {
        self.put(row, column, Content::Text(text.into()));
    }

    pub(super) fn merge(&mut self, (row, column): (u32, u16), rows: u32, columns: u16) {
        let column = self.shifted(column);
        self.workbook.sheets.last_mut().unwrap().merged.push(Area {
            from: (row, column),
            to: (row + rows - 1, column + columns - 1),
        });
    }

    /// The workbook, with its cells in order.
    pub(super) fn finish(mut self) -> Workbook {
        for sheet in &mut self.workbook.sheets {
            sheet.cells.sort_by_key(|cell| (cell.row, cell.column));
        }
        self.workbook
    }

    /// The label of an item, as this volunteer writes it.
    pub(super) fn label(&mut self, item: &Item) -> String {
        let mut label = if self.has(Distortion::Nynorsk) {
            item.label_nn
        } else if self.has(Distortion::Synonyms) && !item.synonyms.is_empty() {
            self.lot.of(item.synonyms)
        } else {
            item.label
        }
        .to_owned();
        if self.has(Distortion::Misspelt) && self.lot.below(2) == 0 {
            label = self.misspelt(&label);
        }
        if self.has(Distortion::Capitals) {
            label = label.to_uppercase();
        }
        if self.has(Distortion::Hints) && !label.contains('(') {
            label.push_str(self.lot.of(&[" *", " (fyll ut)", ":", " (skriv tydelig)"]));
        }
        label
    }

    /// A letter left out, doubled, or changed for another, in a long word.
    fn misspelt(&mut self, label: &str) -> String {
        let mut letters: Vec<char> = label.chars().collect();
        if letters.len() < 8 {
            return label.to_owned();
        }
        let at = 2 + self.lot.below(letters.len() - 4);
        if !letters[at].is_alphabetic() {
            return label.to_owned();
        }
        match self.lot.below(3) {
            0 => drop(letters.remove(at)),
            1 => letters.insert(at, letters[at]),
            _ => letters.swap(at, at - 1),
        }
        letters.into_iter().collect()
    }
}
