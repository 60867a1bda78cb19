//! How a form ends where it has no signature block: place and day, and below them
//! who signed, as under a letter.

use super::grid::{Grid, text};
use super::scan::Found;
use super::seats::Signed;
use super::signer::{self, name_and_date};
use crate::cell;
use crate::fold::fold_into;
use crate::form::{FormId, Kind, SignatureRole};
use crate::value::Day;
use crate::workbook::Cell;

/// Who signed stands among so many of the last lines.
const LAST_LINES: usize = 6;
/// A line of a letter's end has no more cells.
const CELLS: usize = 3;
/// Who signed stands within so many rows of the place and day.
const GAP: u32 = 4;

/// The end of a form without a signature block.
pub(super) struct End {
    /// The row where it begins: what stands there is no table's.
    pub(super) row: u32,
    pub(super) signed: Vec<Signed>,
}

/// Finds the end, unless the form has a signature block.
pub(super) fn find(grid: &Grid<'_>, labels: &[Found<'_>], form: FormId) -> Option<End> {
    if labels.iter().any(|found| found.matched.label.signs(form)) {
        return None;
    }
    let start = grid.rows.len().saturating_sub(LAST_LINES);
    let lines = grid.rows.get(start..)?;
    let table = Header::of(labels, form);
    let (at, opening) = lines.iter().enumerate().find_map(|(at, line)| {
        let cells = grid.line(*line);
        let above = at.checked_sub(1).and_then(|at| lines.get(at));
        let apart = above.is_none_or(|above| above.row + 1 < line.row);
        let in_table = table
            .as_ref()
            .is_some_and(|table| table.holds(cells, apart));
        Some((at, opening(cells)?)).filter(|_| !in_table)
    })?;
    let mut from = lines.get(at)?.row;
    let mut signed = opening.signed.clone();
    if opening.below {
        let above = at.checked_sub(1).and_then(|at| lines.get(at))?;
        let mut one = signer_in(grid.line(*above)).filter(|_| above.row + GAP >= from)?;
        one.signer.date = one.signer.date.or(opening.date);
        from = above.row;
        signed.push(one);
    }
    let mut last = from;
    for line in lines.get(at + 1..).unwrap_or_default() {
        let cells = grid.line(*line);
        let mut more = Vec::new();
        if line.row <= last + GAP {
            more = signers_in(cells);
        }
        last = line.row;
        if let Some(role) = office_alone(cells)
            && let Some(before) = signed.last_mut()
        {
            before.signer.role = before.signer.role.or(Some(role));
        } else if more.is_empty() && !is_greeting(cells) && !is_remark(cells) {
            // Nothing but those who signed stands below the place and day.
            return None;
        }
        for one in &mut more {
            one.signer.date = one.signer.date.or(opening.date);
        }
        signed.extend(more);
    }
    let lone = signed.len() == 1;
    let sure = |signed: &Signed| signed.signer.role.is_some() || lone;
    (!signed.is_empty() && signed.iter().all(sure)).then_some(End { row: from, signed })
}

/// The header of the form's table, above the end.
struct Header {
    row: u32,
    /// The columns that hold days.
    days: Vec<u16>,
}

impl Header {
    fn of(labels: &[Found<'_>], form: FormId) -> Option<Self> {
        let columns = form.form().table.as_ref()?.columns;
        let heads = |found: &&Found<'_>| found.matched.label.column(form).is_some();
        let needed = columns.len().min(3);
        let mut rows = labels.chunk_by(|one, other| one.row == other.row);
        let header = rows.rfind(|row| row.iter().filter(heads).count() >= needed)?;
        let is_day = |found: &&Found<'_>| {
            let field = found.matched.label.column(form);
            let mut columns = columns.iter();
            columns.any(|item| Some(item.field) == field && item.kind == Kind::Date)
        };
        Some(Self {
            row: header.first()?.row,
            days: header
                .iter()
                .filter(is_day)
                .map(|found| found.column)
                .collect(),
        })
    }

    /// Whether a line of several cells is one of the table's: right below its rows and not
    /// said to sign, or with a day in a column of days.
    fn holds(&self, cells: &[Cell], apart: bool) -> bool {
        let Some(first) = cells.first().filter(|cell| cell.row > self.row) else {
            return false;
        };
        let signs = is_greeting(cells) || text(first).is_some_and(signer::opens);
        let dated = |cell: &Cell| {
            self.days.contains(&cell.column)
                && name_and_date(&cell::typed(&cell.content)).1.is_some()
        };
        let alone = cells.len() == 1;
        !signs && !alone && (!apart || cells.iter().any(dated))
    }
}

/// What begins the end: place and day, a greeting, or that somebody signed.
struct Opening {
    /// Whether it stands under the name: "sign. 3/1-26".
    below: bool,
    date: Option<Day>,
    signed: Vec<Signed>,
}

fn opening(cells: &[Cell]) -> Option<Opening> {
    if cells.is_empty() || cells.len() > CELLS {
        return None;
    }
    if is_greeting(cells) {
        return Some(Opening {
            below: false,
            date: None,
            signed: Vec::new(),
        });
    }
    if let [cell, ..] = cells
        && text(cell).is_some_and(signer::opens)
        && let Some(signed) = signer_in(cells)
    {
        return Some(Opening {
            below: false,
            date: signed.signer.date,
            signed: vec![signed],
        });
    }
    // "Kari Nordlys, leder, 3.1.2026"
    if let [_] = cells
        && let Some(signed) = signer_in(cells).filter(|one| one.signer.role.is_some())
        && signed.signer.date.is_some_and(|day| day.year.is_some())
    {
        return Some(Opening {
            below: false,
            date: signed.signer.date,
            signed: vec![signed],
        });
    }
    if let [cell] = cells
        && let Some(text) = text(cell).filter(|text| signer::opens(text))
        && let Some(date) = name_and_date(text).1
    {
        return Some(Opening {
            below: true,
            date: Some(date),
            signed: Vec::new(),
        });
    }
    place_and_day(cells)
}

/// "Stokke 14. januar 2026", "Oslo," and the day in a cell of its own, or the day
/// with a name beside it.
fn place_and_day(cells: &[Cell]) -> Option<Opening> {
    let typed: Vec<_> = cells
        .iter()
        .map(|cell| cell::typed(&cell.content))
        .collect();
    let split = typed
        .iter()
        .position(|text| name_and_date(text).1.is_some_and(|day| day.year.is_some()))?;
    let mut place = typed.get(..split)?.join(" ");
    let (beside, date) = name_and_date(typed.get(split)?);
    place.push_str(beside.as_deref().unwrap_or_default());
    let words = || place.split_whitespace();
    // A place has a name of one word or two; what has more is told of a day.
    let named = words().count() <= 2
        && !signer::is_name(&place)
        && words()
            .next()
            .is_some_and(|word| word.starts_with(char::is_uppercase))
        && !place.contains([':', '?', '!', '('])
        && place.chars().all(|sign| !sign.is_ascii_digit());
    let rest = cells.get(split + 1..).unwrap_or_default();
    let signed: Vec<Signed> = match rest {
        [] => Vec::new(),
        _ => vec![signer_in(rest)?],
    };
    let signed = signed.into_iter().map(|mut one| {
        one.signer.date = one.signer.date.or(date);
        one
    });
    named.then(|| Opening {
        below: false,
        date,
        signed: signed.collect(),
    })
}

/// One who signed, alone on a line: a name, perhaps with the office beside it.
fn signer_in(cells: &[Cell]) -> Option<Signed> {
    if cells.len() > CELLS {
        return None;
    }
    let texts: Option<Vec<&str>> = cells.iter().map(text).collect();
    let first = cells.first()?;
    let signer = signer::signer(&texts?.join(", "));
    let named = signer.name.as_deref().is_some_and(signer::is_name);
    let at = (first.row, first.column);
    named.then_some(Signed { at, signer })
}

/// Those who signed on one line, each in a cell, or one with the office beside.
fn signers_in(cells: &[Cell]) -> Vec<Signed> {
    let each: Option<Vec<Signed>> = cells
        .iter()
        .map(|cell| signer_in(std::slice::from_ref(cell)))
        .collect();
    match each {
        Some(each) if cells.len() <= CELLS => each,
        _ => signer_in(cells).into_iter().collect(),
    }
}

/// The office of who signed, on a line of its own.
fn office_alone(cells: &[Cell]) -> Option<SignatureRole> {
    let [cell] = cells else { return None };
    signer::role(text(cell)?)
}

/// A remark in brackets below those who signed.
fn is_remark(cells: &[Cell]) -> bool {
    matches!(cells, [cell] if text(cell).is_some_and(|text| text.trim().starts_with('(')))
}

/// The words before a name at the end of a letter.
fn is_greeting(cells: &[Cell]) -> bool {
    let [cell] = cells else { return false };
    let mut folded = String::new();
    fold_into(text(cell).unwrap_or_default(), &mut folded);
    matches!(
        folded.as_str(),
        "hilsen"
            | "mvh"
            | "vennlig hilsen"
            | "venleg helsing"
            | "med vennlig hilsen"
            | "med venleg helsing"
            | "med hilsen"
            | "med helsing"
            | "helsing"
            | "beste hilsen"
            | "for styret"
            | "for laget"
            | "paa vegne av styret"
            | "paa vegner av styret"
            | "underskrifter"
            | "signaturer"
            | "underskrevet av"
            | "underskrive av"
            | "signert av"
    )
}
