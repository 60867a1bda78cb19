//! Those who signed, in a small table of their own: "Underskrift | Navn | Dato".

use super::caption;
use super::grid::{Grid, text};
use super::page::{Page, is_blank};
use super::seats::Signed;
use super::signer::{self, Signer, last_day, name_and_date};
use crate::cell;
use crate::form::{Caption, Kind, SIGNATURE_DATE, SIGNER_NAME, SIGNER_OFFICE, SignatureRole};
use crate::value::Day;
use crate::workbook::Cell;

/// No more people than this sign a form.
const MOST: u32 = 8;

/// A line of captions stands among so many of the last ones.
const LAST_LINES: usize = 6;

/// A table of those who signed.
pub(super) struct SignatureTable {
    pub(super) signed: Vec<Signed>,
    pub(super) rows: Vec<u32>,
}

/// The columns of such a table.
struct Header {
    row: u32,
    name: u16,
    date: Option<u16>,
    office: Option<u16>,
    /// A column for the signature itself, when the name has another.
    written: Option<u16>,
}

/// Finds and reads the table.
pub(super) fn read(page: &Page<'_>) -> Option<SignatureTable> {
    let signs: Vec<u32> = page
        .labels
        .iter()
        .filter(|found| found.matched.label.is_bare_signature())
        .map(|found| found.row)
        .collect();
    let header = signs
        .iter()
        .flat_map(|row| *row..=row.saturating_add(2))
        .find_map(|row| header(page, row))?;
    let mut found = SignatureTable {
        signed: Vec::new(),
        rows: vec![header.row],
    };
    let mut date = None;
    for row in (header.row + 1..).take_while(|row| *row <= header.row + MOST) {
        let cells = page.grid.row(row);
        let Some(cell) = page.grid.cell(row, header.name) else {
            break;
        };
        if cells
            .iter()
            .any(|cell| page.is_signature_label(cell.row, cell.column))
        {
            break;
        }
        let (line, evident) = line(page, &header, cell);
        date = line
            .date
            .or(date.filter(|_| header.date.is_some_and(|at| joined(page, row, at))));
        found.rows.push(row);
        if evident && line.name.as_deref().is_some_and(signer::is_name) {
            found.signed.push(Signed {
                at: (row, cell.column),
                signer: Signer { date, ..line },
            });
        }
    }
    (!found.signed.is_empty()).then_some(found)
}

/// The line of captions with a day and a name behind them, near the end of a form:
/// it is no row of a table.
pub(super) fn caption_line(grid: &Grid<'_>) -> Option<u32> {
    let mut lines = grid.rows.iter().rev().take(LAST_LINES);
    let found = lines.find(|line| {
        let cells = grid.line(**line);
        let after = |caption: &Caption| {
            let at = cells.iter().position(|cell| caption::is(cell, caption))?;
            cells.get(at + 1)
        };
        let day = after(&SIGNATURE_DATE).and_then(day_of);
        let name = after(&SIGNER_NAME).and_then(text);
        day.is_some() && name.is_some_and(signer::is_name)
    });
    found.map(|line| line.row)
}

/// Who signed on a line of captions alone: "Sted, dato | … | Navn leder | …". The
/// caption of the name has to say of which office.
pub(super) fn captioned(page: &Page<'_>) -> Option<Signed> {
    let row = caption_line(&page.grid)?;
    let cells = page.grid.row(row);
    let named = cells.iter().find(|cell| caption::is(cell, &SIGNER_NAME))?;
    let dated = cells
        .iter()
        .position(|cell| caption::is(cell, &SIGNATURE_DATE))?;
    let role = signer::role_among(text(named)?)?;
    let (at, name) = caption::value(page, named, Kind::Text, false)?;
    let signer = signer::signer(&cell::typed(&name));
    Some(Signed {
        at,
        signer: Signer {
            date: cells.get(dated + 1).and_then(day_of),
            role: signer.role.or(Some(role)),
            ..signer
        },
    })
}

/// The row whose cells are all captions of a signature.
fn header(page: &Page<'_>, row: u32) -> Option<Header> {
    let cells = page.grid.row(row);
    let column = |caption: &Caption| {
        let cell = cells.iter().find(|cell| caption::is(cell, caption))?;
        text(cell)
            .filter(|text| !text.contains(':'))
            .map(|_| cell.column)
    };
    let written = cells
        .iter()
        .find(|cell| {
            let label = page.label_at(cell.row, cell.column);
            label.is_some_and(|found| found.matched.label.is_bare_signature())
        })
        .map(|cell| cell.column);
    let (name, date, office) = (
        column(&SIGNER_NAME),
        column(&SIGNATURE_DATE),
        column(&SIGNER_OFFICE),
    );
    let known = [name, date, office, written].iter().flatten().count();
    if known < 2 || known < cells.len() {
        return None;
    }
    Some(Header {
        row,
        name: name.or(written)?,
        date,
        office,
        written: written.filter(|_| name.is_some()),
    })
}

/// One line, and whether it shows that somebody signed: a name where signatures
/// have a column of their own is printed only.
fn line(page: &Page<'_>, header: &Header, cell: &Cell) -> (Signer, bool) {
    let typed = |column: u16| {
        let cell = page.grid.cell(cell.row, column)?;
        (!is_blank(&cell.content, Kind::Text)).then(|| cell::typed(&cell.content))
    };
    let mut line = signer::signer(&cell::typed(&cell.content));
    let office = header.office.and_then(typed);
    let led = typed(header.written.unwrap_or(1)).filter(|_| header.written.is_some());
    let role = |text: &Option<smol_str::SmolStr>| -> Option<SignatureRole> {
        signer::role(text.as_deref()?)
    };
    line.role = line.role.or(role(&office)).or(role(&led));
    line.date = line.date.or_else(|| day(page, cell.row, header.date?));
    let evident = header.written.is_none() || led.is_some();
    (line, evident)
}

fn day(page: &Page<'_>, row: u32, column: u16) -> Option<Day> {
    page.grid.cell(row, column).and_then(day_of)
}

/// The day in a cell, perhaps after the place.
fn day_of(cell: &Cell) -> Option<Day> {
    let read = cell::understand(&cell.content, Kind::Date);
    last_day(read.value.as_ref()).or_else(|| name_and_date(&read.typed).1)
}

/// Whether a row's cell is a part of one merged from a row above.
fn joined(page: &Page<'_>, row: u32, column: u16) -> bool {
    page.grid.tall().any(|area| {
        area.from.0 < row && row <= area.to.0 && (area.from.1..=area.to.1).contains(&column)
    })
}
