//! A sheet of the register as lines whose cells are found by column.

use chrono::NaiveDate;

use super::RegisterFault;
use super::sheets::{Column, Holds, RegisterSheet};
use crate::fold::folded_name;
use crate::place::Place;
use crate::workbook::{Cell, Content, Sheet, Workbook};

/// The faults found so far.
#[derive(Debug, Default)]
pub(super) struct Faults(pub(super) Vec<RegisterFault>);

impl Faults {
    /// Tells of something wrong in a cell; without a cell, in the sheet.
    pub(super) fn tell(&mut self, sheet: &str, cell: &str, message: impl Into<String>) {
        self.0.push(RegisterFault {
            sheet: sheet.to_owned(),
            cell: cell.to_owned(),
            message: message.into(),
        });
    }
}

/// A filled row of a sheet.
#[derive(Debug)]
pub(super) struct Line {
    sheet: &'static str,
    row: u32,
    cells: Vec<Filled>,
    /// Where each column of the sheet stands.
    columns: Vec<(Holds, u16)>,
}

/// A filled cell of a line.
#[derive(Debug)]
struct Filled {
    holds: Holds,
    text: String,
    day: Option<NaiveDate>,
}

impl Line {
    /// The text of a column's cell.
    pub(super) fn text(&self, holds: Holds) -> Option<&str> {
        self.filled(holds).map(|cell| cell.text.as_str())
    }

    /// The text of a column's cell, empty when nothing stands there.
    pub(super) fn or_empty(&self, holds: Holds) -> String {
        self.text(holds).unwrap_or_default().to_owned()
    }

    /// The day in a column's cell: a date, or one typed as text.
    pub(super) fn day(&self, holds: Holds) -> Option<NaiveDate> {
        let cell = self.filled(holds)?;
        let typed = ["%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y"];
        let parsed = || {
            let mut days = typed
                .iter()
                .filter_map(|form| NaiveDate::parse_from_str(&cell.text, form).ok());
            days.next()
        };
        cell.day.or_else(parsed)
    }

    /// The address of a column's cell in this line.
    pub(super) fn cell(&self, holds: Holds) -> String {
        let mut columns = self.columns.iter();
        let column = columns.find(|(other, _)| *other == holds);
        column.map_or_else(String::new, |(_, column)| address(self.row, *column))
    }

    /// Tells of something wrong in one of this line's cells.
    pub(super) fn fault(&self, faults: &mut Faults, holds: Holds, message: impl Into<String>) {
        faults.tell(self.sheet, &self.cell(holds), message);
    }

    fn filled(&self, holds: Holds) -> Option<&Filled> {
        self.cells.iter().find(|cell| cell.holds == holds)
    }
}

/// The filled lines of a sheet. A missing sheet, a missing column, a cell that
/// must be filled and an error value are told.
pub(super) fn lines(
    workbook: &Workbook,
    wanted: &'static RegisterSheet,
    faults: &mut Faults,
) -> Vec<Line> {
    let Some(sheet) = find(workbook, wanted) else {
        let message = format!(
            "Arket «{}» mangler. Legg det til, med de samme kolonnene som i malen.",
            wanted.name
        );
        faults.tell(wanted.name, "", message);
        return Vec::new();
    };
    let rows = by_row(sheet);
    let Some((header, columns)) = header(&rows, wanted) else {
        let labels: Vec<&str> = wanted.columns.iter().map(|column| column.label).collect();
        let message = format!(
            "Vi finner ingen rad med overskrifter. Kolonnene heter {}.",
            labels.join(", ")
        );
        faults.tell(wanted.name, "", message);
        return Vec::new();
    };
    missing_columns(wanted, &columns, faults);
    let below = rows.iter().filter(|(row, _)| *row > header);
    let lines = below.filter_map(|(row, cells)| line(wanted, *row, cells, &columns, faults));
    lines.collect()
}

/// Whether the workbook has the sheet.
pub(super) fn has(workbook: &Workbook, wanted: &RegisterSheet) -> bool {
    find(workbook, wanted).is_some()
}

fn find<'w>(workbook: &'w Workbook, wanted: &RegisterSheet) -> Option<&'w Sheet> {
    let name = folded_name(wanted.name);
    let mut sheets = workbook.sheets.iter();
    sheets.find(|sheet| folded_name(&sheet.name) == name)
}

fn by_row(sheet: &Sheet) -> Vec<(u32, Vec<&Cell>)> {
    let mut rows: Vec<(u32, Vec<&Cell>)> = Vec::new();
    for cell in &sheet.cells {
        match rows.last_mut() {
            Some((row, cells)) if *row == cell.row => cells.push(cell),
            Some(_) | None => rows.push((cell.row, vec![cell])),
        }
    }
    rows
}

/// The first row in which most of the needed labels stand.
fn header(rows: &[(u32, Vec<&Cell>)], wanted: &RegisterSheet) -> Option<(u32, Vec<(Holds, u16)>)> {
    let needed = wanted.columns.iter().filter(|column| column.needed).count();
    rows.iter().take(30).find_map(|(row, cells)| {
        let mut columns: Vec<(Holds, u16)> = Vec::new();
        for cell in cells {
            let found = wanted.columns.iter().find(|column| names(column, cell));
            if let Some(column) = found
                && !columns.iter().any(|(other, _)| *other == column.holds)
            {
                columns.push((column.holds, cell.column));
            }
        }
        let known = columns.len();
        (known * 2 >= needed && known >= 2).then_some((*row, columns))
    })
}

fn names(column: &Column, cell: &Cell) -> bool {
    let Content::Text(text) = &cell.content else {
        return false;
    };
    let plain = |text: &str| folded_name(text).replace(' ', "");
    let typed = plain(text);
    let labels = std::iter::once(&column.label).chain(column.synonyms);
    labels.into_iter().any(|label| plain(label) == typed)
}

fn missing_columns(wanted: &RegisterSheet, columns: &[(Holds, u16)], faults: &mut Faults) {
    for column in wanted.columns.iter().filter(|column| column.needed) {
        if !columns.iter().any(|(holds, _)| *holds == column.holds) {
            let message = format!("Kolonnen «{}» mangler. Legg den til.", column.label);
            faults.tell(wanted.name, "", message);
        }
    }
}

fn line(
    wanted: &'static RegisterSheet,
    row: u32,
    cells: &[&Cell],
    columns: &[(Holds, u16)],
    faults: &mut Faults,
) -> Option<Line> {
    let mut filled = Vec::new();
    for (holds, number) in columns {
        let Some(cell) = cells.iter().find(|cell| cell.column == *number) else {
            continue;
        };
        match text(&cell.content) {
            Some(text) if text.is_empty() => {}
            Some(text) => filled.push(Filled {
                holds: *holds,
                text,
                day: day(&cell.content),
            }),
            None => faults.tell(
                wanted.name,
                &address(row, *number),
                "Cellen viser en feil i en formel. Skriv verdien i stedet.",
            ),
        }
    }
    if filled.is_empty() {
        return None;
    }
    let line = Line {
        sheet: wanted.name,
        row,
        cells: filled,
        columns: columns.to_vec(),
    };
    for column in wanted.columns.iter().filter(|column| column.filled) {
        let stands = columns.iter().any(|(holds, _)| *holds == column.holds);
        if stands && line.text(column.holds).is_none() {
            let message = format!("«{}» er tom. {}", column.label, column.help);
            line.fault(faults, column.holds, message);
        }
    }
    Some(line)
}

/// A cell as text, with single blanks and without line ends; `None` for an
/// error value.
fn text(content: &Content) -> Option<String> {
    let text = match content {
        Content::Text(text) => text.to_string(),
        Content::Number(number) => number.to_string(),
        Content::DateTime(at) => at.format("%d.%m.%Y").to_string(),
        Content::Duration(length) => length.num_minutes().to_string(),
        Content::Bool(true) => "Ja".to_owned(),
        Content::Bool(false) => "Nei".to_owned(),
        Content::Error => return None,
    };
    let kept = |letter: char| if letter.is_control() { ' ' } else { letter };
    let text: String = text.chars().map(kept).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    Some(words.join(" "))
}

fn day(content: &Content) -> Option<NaiveDate> {
    match content {
        Content::DateTime(at) => Some(at.date()),
        Content::Text(_)
        | Content::Number(_)
        | Content::Duration(_)
        | Content::Bool(_)
        | Content::Error => None,
    }
}

fn address(row: u32, column: u16) -> String {
    let sheet = 0;
    Place { sheet, row, column }.to_string()
}
