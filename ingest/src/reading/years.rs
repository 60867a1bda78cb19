//! Last year's figures beside this year's: "I fjor (2024)" and "I år (2025)" over two
//! columns of values. The newest year is the one that is reported.

use super::fields::{Asked, Fields};
use super::grid::{Grid, text};
use super::page::Page;
use crate::form::Field;
use crate::workbook::Content;

/// A longer text is a sentence that happens to hold a year.
const LONGEST: usize = 30;
/// The heads of such columns stand near the top.
const DEPTH: u32 = 40;

/// The columns of earlier years, below the row that names them.
#[derive(Debug, Default)]
pub(crate) struct Past {
    row: u32,
    columns: Vec<u16>,
}

impl Past {
    /// Finds the row that heads columns with two years or more.
    pub(crate) fn of(grid: &Grid<'_>) -> Self {
        let mut lines = grid.rows.iter().take_while(|line| line.row <= DEPTH);
        lines
            .find_map(|line| {
                let cells = grid.line(*line);
                // A range of years in the title is no head of columns.
                let years: Option<Vec<(u16, u16)>> = cells
                    .iter()
                    .map(|cell| Some((cell.column, year(&cell.content, text(cell))?)))
                    .collect();
                let years = years?;
                let newest = years.iter().map(|(_, year)| *year).max()?;
                let past = years.iter().filter(|(_, year)| *year < newest);
                let columns: Vec<u16> = past.map(|(column, _)| *column).collect();
                (!columns.is_empty()).then_some(Self {
                    row: line.row,
                    columns,
                })
            })
            .unwrap_or_default()
    }

    /// Whether a row is the one that names the years.
    pub(crate) fn is_head(&self, row: u32) -> bool {
        row == self.row
    }

    /// Whether a value belongs to an earlier year.
    pub(crate) fn holds(&self, row: u32, column: u16) -> bool {
        row > self.row && self.columns.contains(&column)
    }
}

/// The year that a label outside the table names: "Medlemmer per 31.12.2024".
fn of_label(page: &Page<'_>, asked: &Asked<'_>) -> Option<u16> {
    let cell = page.grid.cell(asked.found.row, asked.found.column)?;
    let label = text(cell)?.split(':').next()?;
    (asked.item.field != Field::BasisYear).then(|| only(label))?
}

/// Leaves out the labels of an earlier year where another one asks for the same of a later.
pub(super) fn newest(page: &Page<'_>, asked: &mut Vec<Asked<'_>>) {
    let years: Vec<(Field, u16)> = asked
        .iter()
        .filter_map(|it| Some((it.item.field, of_label(page, it)?)))
        .collect();
    if years.len() < 2 {
        return;
    }
    asked.retain(|it| {
        let own = of_label(page, it);
        let mut others = years.iter().filter(|(field, _)| *field == it.item.field);
        own.is_none_or(|own| !others.any(|(_, other)| *other > own))
    });
}

/// Takes back the number of members of another year than the form's, and tells it.
pub(super) fn of_another(page: &Page<'_>, asked: &[Asked<'_>], fields: &mut Fields) {
    let Some(basis) = fields.year() else { return };
    let members = asked.iter().filter(|it| it.item.field == Field::Members);
    let other = |it: &&Asked<'_>| of_label(page, it).is_some_and(|year| i32::from(year) != basis);
    let lost: Vec<(u32, u16)> = members
        .filter(other)
        .map(|it| (it.found.row, it.found.column))
        .collect();
    for (row, column) in lost {
        let told = fields.told.len();
        fields
            .told
            .retain(|(field, told)| *field != Field::Members || told.place.row != row);
        if fields.told.len() < told {
            fields.faults.push(page.not_understood(row, column));
        }
    }
}

/// The one year that a cell names.
fn year(content: &Content, text: Option<&str>) -> Option<u16> {
    let number;
    let text = match (content, text) {
        (_, Some(text)) => text,
        (Content::Number(value), None) => {
            number = value.to_string();
            &number
        }
        _ => return None,
    };
    (text.len() <= LONGEST).then(|| only(text))?
}

/// The one year in a text.
pub(super) fn only(text: &str) -> Option<u16> {
    let mut years = text
        .split(|sign: char| !sign.is_ascii_digit())
        .filter(|digits| digits.len() == 4 && digits.starts_with("20"))
        .filter_map(|digits| digits.parse().ok());
    let year = years.next()?;
    years.next().is_none().then_some(year)
}
