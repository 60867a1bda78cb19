//! Who signed under a line that says so with its day, wherever it stands outside the
//! table: "Signert 15/1 2026:" over the name, and the office below it.

use super::grid::text;
use super::page::Page;
use super::seats::Signed;
use super::signer::{self, Signer, name_and_date};
use super::table::Table;
use crate::fold::fold_into;
use crate::value::Day;
use crate::workbook::Cell;

/// A longer text is a sentence.
const LONGEST: usize = 40;

/// The one who signed so; two are asked about nobody.
pub(super) fn read(page: &Page<'_>, table: &Table) -> Option<Signed> {
    let mut buffer = String::new();
    let cells = page.grid.cells.iter();
    let cells = cells.filter(|cell| !table.takes(cell.row, cell.column));
    let mut signed = cells.filter_map(|cell| one(page, cell, &mut buffer));
    let found = signed.next()?;
    signed.next().is_none().then_some(found)
}

fn one(page: &Page<'_>, cell: &Cell, buffer: &mut String) -> Option<Signed> {
    let date = day(text(cell)?, buffer)?;
    let right = page.grid.row(cell.row).iter();
    let right = right.filter(|other| other.column > cell.column).take(1);
    let below = page.grid.cell(cell.row + 1, cell.column);
    let named = |other: &&Cell| {
        let signer = text(other).map(signer::signer);
        let name = signer.and_then(|signer| signer.name);
        name.is_some_and(|name| signer::is_name(&name))
    };
    let name = right.chain(below).find(named)?;
    let signer = signer::signer(text(name)?);
    let office = page.grid.cell(name.row + 1, name.column).and_then(text);
    Some(Signed {
        at: (name.row, name.column),
        signer: Signer {
            date: Some(date),
            role: signer.role.or_else(|| signer::role(office?)),
            ..signer
        },
    })
}

/// The day behind a word that says that somebody signed.
fn day(text: &str, buffer: &mut String) -> Option<Day> {
    if text.len() > LONGEST || !text.starts_with(['s', 'S', 'u', 'U']) {
        return None;
    }
    let (before, day) = name_and_date(text.trim_end_matches([':', ' ', '.']));
    fold_into(&before?, buffer);
    let signs = [
        "signert",
        "sign",
        "underskrevet",
        "underskrive",
        "underteikna",
        "undertegnet",
    ];
    day.filter(|_| signs.contains(&buffer.as_str()))
}
