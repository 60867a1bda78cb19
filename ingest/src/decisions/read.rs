//! A decision workbook that came back, whatever has been moved about in it.

use super::answer::{Answer, Subject};
use super::{
    ADVISER_LABEL, ANSWER_LABEL, DecisionLine, Decisions, KEY_LABEL, PROPERTY, REASON_LABEL,
    REGION, REGION_LABEL, STOOD_LABEL, TOKEN, TOKEN_LABEL, YEAR, YEAR_LABEL, shows_an_answer,
};
use crate::reading::grid::{Grid, Line, text};
use crate::workbook::{Cell, Content, Sheet, Workbook};

/// Nobody needs more words than these; what is longer is cut.
const LONGEST_REASON: usize = 1_000;

/// Reads a workbook as decisions; `None` when it is no decision workbook.
pub(crate) fn read(workbook: &Workbook) -> Option<Decisions> {
    let property = |name: &str| {
        let mut properties = workbook.properties.iter();
        let found = properties.find(|(key, _)| key == name);
        found
            .map(|(_, value)| value.trim().to_owned())
            .filter(|value| !value.is_empty())
    };
    let headed: Vec<(&Sheet, Columns)> = workbook
        .sheets
        .iter()
        .filter(|sheet| sheet.cells.iter().any(|cell| is_label(cell, KEY_LABEL)))
        .filter_map(|sheet| Some((sheet, Columns::of(&Grid::new(sheet, 1, u32::MAX))?)))
        .collect();
    if headed.is_empty() && property(PROPERTY).is_none() {
        return None;
    }
    let labelled = |label: &str| {
        let mut sheets = workbook.sheets.iter();
        sheets.find_map(|sheet| beside(sheet, label))
    };
    let year = property(YEAR).or_else(|| labelled(YEAR_LABEL));
    Some(Decisions {
        region: property(REGION).or_else(|| labelled(REGION_LABEL)),
        basis_year: year.and_then(|year| year.parse().ok()),
        by: labelled(ADVISER_LABEL),
        // A program may lose the properties of a document, never its cells.
        token: property(TOKEN).or_else(|| labelled(TOKEN_LABEL)),
        lines: headed
            .iter()
            .flat_map(|(sheet, columns)| lines(sheet, columns))
            .collect(),
    })
}

/// Where a sheet of lines has its header, and what stands below it.
struct Columns {
    header: u32,
    answer: u16,
    reason: u16,
    key: u16,
    stood: Option<u16>,
}

impl Columns {
    /// A form has no column of keys beside one of decisions.
    fn of(grid: &Grid<'_>) -> Option<Self> {
        grid.rows.iter().find_map(|line| {
            let column = |label: &str| {
                let mut cells = grid.line(*line).iter();
                cells
                    .find(|cell| is_label(cell, label))
                    .map(|cell| cell.column)
            };
            Some(Self {
                header: line.row,
                answer: column(ANSWER_LABEL)?,
                reason: column(REASON_LABEL)?,
                key: column(KEY_LABEL)?,
                stood: column(STOOD_LABEL),
            })
        })
    }
}

/// Every cell of every form is asked, so nothing is copied to compare it.
fn is_label(cell: &Cell, label: &str) -> bool {
    text(cell).is_some_and(|text| {
        let text = text.trim();
        // The labels' letters are as long in either case.
        text.len() == label.len() && lower(text).eq(lower(label))
    })
}

fn lower(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().flat_map(char::to_lowercase)
}

fn lines(sheet: &Sheet, columns: &Columns) -> Vec<DecisionLine> {
    let grid = Grid::new(sheet, columns.header.saturating_add(1), u32::MAX);
    grid.rows
        .iter()
        .filter_map(|line| filled(&grid, *line, sheet, columns))
        .collect()
}

/// A line that the adviser wrote in.
fn filled(grid: &Grid<'_>, line: Line, sheet: &Sheet, columns: &Columns) -> Option<DecisionLine> {
    let typed = |column| grid.cell(line.row, column).map(typed).unwrap_or_default();
    let answer = typed(columns.answer);
    let reason = typed(columns.reason);
    let stood = columns.stood.map(typed).filter(|mark| !mark.is_empty());
    if answer.is_empty() && reason.is_empty() && !shows_an_answer(stood.as_deref()) {
        return None;
    }
    let subject = Subject::from_key(&typed(columns.key));
    Some(DecisionLine {
        sheet: sheet.name.clone(),
        row: line.row,
        answer: subject
            .as_ref()
            .and_then(|subject| Answer::understand(&answer, subject)),
        answered: !answer.is_empty(),
        reason: reason.chars().take(LONGEST_REASON).collect(),
        subject,
        stood,
    })
}

/// The value to the right of a label.
fn beside(sheet: &Sheet, label: &str) -> Option<String> {
    let at = sheet.cells.iter().position(|cell| is_label(cell, label))?;
    let found = sheet.cells.get(at)?;
    let next = sheet.cells.get(at + 1)?;
    let value = typed(next);
    (next.row == found.row && !value.is_empty()).then_some(value)
}

fn typed(cell: &Cell) -> String {
    match &cell.content {
        Content::Text(text) => text.trim().to_owned(),
        Content::Number(number) => number.to_string(),
        Content::DateTime(_) | Content::Duration(_) | Content::Bool(_) | Content::Error => {
            String::new()
        }
    }
}
