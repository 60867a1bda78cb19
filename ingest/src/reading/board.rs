//! Form 1's board without the headings of a table: the offices beside each other over the
//! names, below each other before the names, or each with its name in one cell.

use super::grid::text;
use super::label;
use super::page::{Heard, Page, is_blank};
use super::signer;
use super::table::Table;
use crate::fault::FaultKind;
use crate::form::{Field, FormId, Kind};
use crate::report::Row;
use crate::value::Told;
use crate::workbook::{Cell, Content};

/// Fewer offices may stand by the signatures.
const FEWEST: usize = 3;
/// So many rows are looked through.
const ROWS: usize = 300;
/// A longer text is no name.
const LONGEST: usize = 60;

/// One member of the board: the office, the name, and the cells they stand in.
struct Member<'a> {
    office: (&'a str, (u32, u16)),
    name: (&'a str, (u32, u16)),
}

/// Reads the board, if there is one so.
pub(super) fn read(page: &Page<'_>, table: &mut Table) {
    if page.form.id != FormId::AnnualReport || !table.stretches.is_empty() {
        return;
    }
    let Some(members) = lying(page).or_else(|| standing(page)) else {
        return;
    };
    let rows = members
        .iter()
        .flat_map(|member| [member.office.1.0, member.name.1.0]);
    let span = rows.clone().min().zip(rows.max());
    table.stretches.extend(span);
    table
        .rows
        .extend(members.iter().map(|member| row(page, member)));
    table
        .faults
        .retain(|fault| fault.kind != FaultKind::TableNotFound);
}

/// A row of offices, and the names on the row below it.
fn lying<'a>(page: &Page<'a>) -> Option<Vec<Member<'a>>> {
    page.grid.rows.iter().take(ROWS).find_map(|line| {
        let cells = page.grid.line(*line);
        if cells.len() < FEWEST || !cells.iter().all(|cell| text(cell).is_some_and(is_office)) {
            return None;
        }
        let members = cells.iter().filter_map(|cell| {
            let below = page.grid.cell(line.row + 1, cell.column)?;
            member(cell, below)
        });
        board(members.collect())
    })
}

/// Offices below each other, each with its name beside it or behind a mark.
fn standing<'a>(page: &Page<'a>) -> Option<Vec<Member<'a>>> {
    let lines = page.grid.rows.iter().take(ROWS);
    let cells = lines.flat_map(|line| page.grid.line(*line));
    let mut members: Vec<Member<'a>> = cells.filter_map(|cell| led(page, cell)).collect();
    // Below each other, column by column.
    members.sort_by_key(|member| (member.office.1.1, member.office.1.0));
    let mut runs = members
        .into_iter()
        .fold(Vec::<Vec<Member<'a>>>::new(), |mut runs, next| {
            let (row, column) = next.office.1;
            match runs.last_mut() {
                Some(run)
                    if run
                        .last()
                        .is_some_and(|last| last.office.1 == (row.saturating_sub(1), column)) =>
                {
                    run.push(next);
                }
                _ => runs.push(vec![next]),
            }
            runs
        });
    runs.retain(|run| run.len() >= FEWEST);
    let mut boards = runs.into_iter().filter_map(board);
    boards.next().filter(|_| boards.next().is_none())
}

/// The office that a cell is or begins with, and the name that it leads.
fn led<'a>(page: &Page<'a>, cell: &'a Cell) -> Option<Member<'a>> {
    let whole = text(cell).filter(|text| text.len() <= LONGEST)?;
    if is_office(whole) {
        let row = page.grid.row(cell.row).iter();
        let mut right = row.filter(|other| other.column > cell.column);
        let name = right.next()?;
        return (name.column <= cell.column.saturating_add(3))
            .then(|| member(cell, name))
            .flatten();
    }
    let marks = [" – ", " - ", " — ", ": ", "\t"];
    let (office, name) = marks.iter().find_map(|mark| whole.split_once(mark))?;
    let at = (cell.row, cell.column);
    (is_office(office) && signer::is_name(name)).then_some(Member {
        office: (office.trim(), at),
        name: (name.trim(), at),
    })
}

fn member<'a>(office: &'a Cell, name: &'a Cell) -> Option<Member<'a>> {
    let named = text(name).filter(|text| {
        let letters = text.chars().any(char::is_alphabetic);
        letters && text.len() <= LONGEST && !is_blank(&name.content, Kind::Text) && !is_office(text)
    })?;
    Some(Member {
        office: (text(office)?, (office.row, office.column)),
        name: (named, (name.row, name.column)),
    })
}

/// The members as a board: with a leader, and names but for the odd one.
fn board(members: Vec<Member<'_>>) -> Option<Vec<Member<'_>>> {
    let named = members
        .iter()
        .filter(|it| signer::is_name(it.name.0))
        .count();
    let led = members.iter().any(|it| is_leader(it.office.0));
    (members.len() >= FEWEST && named * 2 > members.len() && led).then_some(members)
}

fn is_leader(office: &str) -> bool {
    signer::role(office) == Some(crate::form::SignatureRole::Leader)
}

/// "Leder", "Nestleder og sekretær", "1. vara", "Styremedlem 2".
fn is_office(text: &str) -> bool {
    let text = label::without_number(text).trim().trim_end_matches(':');
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default();
    let goes_on = |word: &str| {
        let short = matches!(
            word,
            "og" | "/" | "1" | "2" | "3" | "4" | "5" | "i" | "styret"
        );
        short
            || word
                .chars()
                .all(|sign| sign.is_ascii_digit() || sign == '.')
            || signer::role(word).is_some()
    };
    signer::role_among(first).is_some() && words.clone().count() <= 3 && words.all(goes_on)
}

fn row(page: &Page<'_>, member: &Member<'_>) -> Row {
    let hear = |field: Field, (text, at): (&str, (u32, u16))| {
        let items = page.form.table.iter().flat_map(|table| table.columns);
        let mut mine = items.filter(|item| item.field == field);
        let kind = mine.next().map_or(Kind::Text, |item| item.kind);
        let Heard { told, .. } = page.hear_content(&Content::Text(text.into()), at, field, kind);
        (field, told)
    };
    let cells: Vec<(Field, Told)> = vec![
        hear(Field::Office, member.office),
        hear(Field::Name, member.name),
    ];
    Row {
        place: page.place(member.office.1.0, member.office.1.1),
        cells,
    }
}
