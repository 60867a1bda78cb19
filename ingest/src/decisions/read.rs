//! A decision workbook that came back, whatever has been moved about in it.

use super::answer::{Answer, Subject};
use super::place::{self, Place};
use super::{
    ADVISER_LABEL, ANSWER_LABEL, DecisionLine, Decisions, KEY_LABEL, PLACE_LABEL, PROPERTY,
    REASON_LABEL, REGION, REGION_LABEL, STOOD_LABEL, TOKEN, TOKEN_LABEL, UnfoundColumns, YEAR,
    YEAR_LABEL, shows_an_answer,
};
use crate::cell::typed;
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
        .filter(|sheet| has(sheet, KEY_LABEL))
        .filter(|sheet| needed(sheet).all(|label| has(sheet, label)))
        .filter_map(|sheet| Some((sheet, Columns::of(&Grid::new(sheet, 1, u32::MAX))?)))
        .collect();
    let marked = |sheet| has(sheet, KEY_LABEL) && has(sheet, TOKEN_LABEL);
    let ours = property(PROPERTY).is_some() || workbook.sheets.iter().any(marked);
    if headed.is_empty() && !ours {
        return None;
    }
    let is_headed = |sheet: &Sheet| headed.iter().any(|(known, _)| std::ptr::eq(*known, sheet));
    let unfound = workbook.sheets.iter().filter(|sheet| {
        let mut signs = SIGNS.into_iter();
        !is_headed(sheet) && signs.any(|label| has(sheet, label))
    });
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
        unfound: unfound.map(without_columns).collect(),
    })
}

/// The columns without which a sheet of lines says nothing.
const NEEDED: [&str; 3] = [ANSWER_LABEL, REASON_LABEL, KEY_LABEL];

/// The same for a sheet; where a line is tied to its place, the place must be seen too.
fn needed(sheet: &Sheet) -> impl Iterator<Item = &'static str> + use<> {
    let tied = has(sheet, PLACE_LABEL);
    let always = place::ALWAYS.into_iter().filter(move |_| tied);
    NEEDED.into_iter().chain(always)
}

/// What a sheet of lines is known by when some of its columns are gone.
const SIGNS: [&str; 5] = [
    ANSWER_LABEL,
    REASON_LABEL,
    KEY_LABEL,
    ADVISER_LABEL,
    TOKEN_LABEL,
];

fn has(sheet: &Sheet, label: &str) -> bool {
    sheet.cells.iter().any(|cell| is_label(cell, label))
}

/// Those of the needed columns that are nowhere in a sheet; all, when they only are not
/// in one row.
fn without_columns(sheet: &Sheet) -> UnfoundColumns {
    let mut missing: Vec<&str> = needed(sheet).filter(|label| !has(sheet, label)).collect();
    if missing.is_empty() {
        missing.extend(NEEDED);
    }
    UnfoundColumns {
        sheet: sheet.name.clone(),
        labels: missing.into_iter().map(str::to_owned).collect(),
    }
}

/// Where a sheet of lines has its header, and what stands below it.
struct Columns {
    header: u32,
    answer: u16,
    reason: u16,
    key: u16,
    stood: Option<u16>,
    place: Option<u16>,
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
                place: column(PLACE_LABEL),
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
    let header = Grid::new(sheet, columns.header, columns.header);
    let labelled = |label: &str| {
        let mut cells = header.cells.iter();
        cells
            .find(|cell| is_label(cell, label))
            .map(|cell| cell.column)
    };
    let grid = Grid::new(sheet, columns.header.saturating_add(1), u32::MAX);
    grid.rows
        .iter()
        .filter_map(|line| filled(&grid, *line, sheet, (columns, &labelled)))
        .collect()
}

/// A line that the adviser wrote in.
fn filled(
    grid: &Grid<'_>,
    line: Line,
    sheet: &Sheet,
    (columns, labelled): (&Columns, &impl Fn(&str) -> Option<u16>),
) -> Option<DecisionLine> {
    let cell = |column| grid.cell(line.row, column);
    let shown = |column| cell(column).map(shown).unwrap_or_default();
    let answer = shown(columns.answer);
    let reason = cell(columns.reason).map(reason).unwrap_or_default();
    let hidden = |column: Option<u16>| column.map(shown).filter(|mark| !mark.is_empty());
    let stood = hidden(columns.stood);
    if answer.is_empty() && reason.is_empty() && !shows_an_answer(stood.as_deref()) {
        return None;
    }
    let key = shown(columns.key);
    let place = Place::of(|label| Some(shown(labelled(label)?)));
    let subject = Subject::from_key(&key);
    Some(DecisionLine {
        sheet: sheet.name.clone(),
        row: line.row,
        place: place.words(),
        moved: hidden(columns.place).is_some_and(|mark| mark != place.mark(&key)),
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
    let value = shown(next);
    (next.row == found.row && !value.is_empty()).then_some(value)
}

/// Whatever a spreadsheet program made of what was typed, as it shows it.
fn shown(cell: &Cell) -> String {
    typed(&cell.content).trim().to_owned()
}

/// A reason may have become a day or a number; what went wrong in a formula is none.
fn reason(cell: &Cell) -> String {
    match cell.content {
        Content::Bool(_) | Content::Error => String::new(),
        Content::Text(_) | Content::Number(_) | Content::DateTime(_) | Content::Duration(_) => {
            shown(cell)
        }
    }
}
