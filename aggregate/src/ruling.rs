//! Where the rows of a table come to stand, and the formulas that follow from it.

use crate::sheet::{Cell, Column, Format, Style, Table};

/// More than any honest text, and well below what a cell can hold.
const LONGEST_TEXT: usize = 8_000;

/// The rows of a table on its sheet; rows and columns count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lines {
    /// The first row under the header.
    pub(crate) first: u32,
    /// How many rows there are.
    pub(crate) rows: u32,
    /// How many columns there are.
    pub(crate) columns: u16,
    /// Whether the sums stand for the rows that a filter lets through.
    filtered: bool,
}

impl Lines {
    /// The lines of a table whose header stands in this row.
    pub(crate) fn below(header: u32, table: &Table<'_>) -> Self {
        Self {
            first: header + 1,
            rows: u32::try_from(table.rows().len()).unwrap_or(u32::MAX),
            columns: u16::try_from(table.columns.len()).unwrap_or(u16::MAX),
            filtered: table.style == Style::List,
        }
    }

    /// The last row; the header's row when there are none.
    pub(crate) fn last(self) -> u32 {
        (self.first + self.rows).saturating_sub(1)
    }

    /// The first row after the table; one is kept for the words of an empty one.
    pub(crate) fn after(self) -> u32 {
        self.first + self.rows.max(1)
    }

    /// The sum of a column as a formula, and its value.
    pub(crate) fn sum(self, table: &Table<'_>, column: u16) -> (String, String) {
        let letters = column_letters(column);
        let (first, last) = (self.first + 1, self.after());
        let range = format!("{letters}{first}:{letters}{last}");
        let formula = if self.filtered {
            format!("=SUBTOTAL(109,{range})")
        } else {
            format!("=SUM({range})")
        };
        (formula, decimal(added(table, usize::from(column))))
    }

    /// The last column's sum, which stands in the row above `row`, times a factor.
    pub(crate) fn product(self, table: &Table<'_>, tenths: u32, row: u32) -> (String, String) {
        let last = self.columns.saturating_sub(1);
        let letters = column_letters(last);
        let factor = decimal(u64::from(tenths) * 6);
        let sum = added(table, usize::from(last));
        (
            format!("={letters}{row}*{factor}"),
            decimal(sum * u64::from(tenths) / 10),
        )
    }
}

/// A column's letters, from 0: A, Z, AA.
pub(crate) fn column_letters(column: u16) -> String {
    let mut letters = String::new();
    let mut rest = u32::from(column) + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters
}

/// How many lines the wrapped text of a row takes, since not every reader of the
/// file works it out.
pub(crate) fn lines_of(cells: &[Cell<'_>], columns: &[Column], widths: &[u16]) -> u16 {
    let of_cell = |((cell, column), width): ((&Cell<'_>, &Column), &u16)| match cell {
        Cell::Text(text) if column.format == Format::Wrapped => {
            let letters = u16::try_from(clipped(text).chars().count()).unwrap_or(u16::MAX);
            letters.div_ceil(width.saturating_sub(1).max(1))
        }
        Cell::Text(_)
        | Cell::Empty
        | Cell::Whole(_)
        | Cell::Tenths(_)
        | Cell::Minutes(_)
        | Cell::Day(_) => 1,
    };
    let lines = cells.iter().zip(columns).zip(widths).map(of_cell);
    lines.max().unwrap_or(1).min(20)
}

/// The part of a text that a cell takes.
pub(crate) fn clipped(text: &str) -> &str {
    let end = text.char_indices().nth(LONGEST_TEXT);
    end.and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// The sum of a column in sixtieths, so that minutes and tenths stay whole.
fn added(table: &Table<'_>, column: usize) -> u64 {
    table
        .rows()
        .filter_map(|row| row.get(column))
        .map(Cell::sixtieths)
        .sum()
}

/// A number of sixtieths as a formula's value is written.
fn decimal(sixtieths: u64) -> String {
    let (whole, rest) = (sixtieths / 60, sixtieths % 60);
    if rest == 0 {
        return whole.to_string();
    }
    let digits = format!("{:010}", (rest * 10_000_000_000 + 30) / 60);
    format!("{whole}.{}", digits.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::{column_letters, decimal};

    #[test]
    fn columns_are_lettered_as_spreadsheets_do() {
        let letters: Vec<String> = [0, 25, 26, 51, 701, 702].map(column_letters).to_vec();
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "ZZ", "AAA"]);
    }

    #[test]
    fn sixtieths_are_written_as_decimals() {
        let written: Vec<String> = [0, 60, 90, 75, 78, 20].map(decimal).to_vec();
        assert_eq!(written, ["0", "1", "1.5", "1.25", "1.3", "0.3333333333"]);
    }
}
