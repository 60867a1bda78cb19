//! Signature blocks: who should sign, and what shows that someone did.

use super::caption;
use super::fields::Fields;
use super::grid::{Grid, text};
use super::label::Role;
use super::page::{Page, is_blank};
use super::scan::Found;
use super::seats::{self, Signed};
use super::signature_picture;
use super::signature_table;
use super::signed_line;
use super::signer::{self, Signer, last_day, name_and_date};
use super::table::Table;
use crate::cell;
use crate::fault::Fault;
use crate::form::{
    Caption, Field, FormId, Kind, SIGNATURE_DATE, SIGNER_NAME, SIGNER_OFFICE, SignatureRole,
};
use crate::report::{Evidence, Signature};
use crate::value::Day;
use crate::workbook::{Area, Cell, Content};

/// A signature further right than this from its label belongs to something else.
const REACH: u16 = 12;
/// Name and date stand within so many rows of the signature.
const ROWS: u32 = 3;

/// The blocks of a form, in its own order.
#[derive(Debug, Default)]
pub(crate) struct Signatures {
    pub(crate) blocks: Vec<Signature>,
    pub(crate) faults: Vec<Fault>,
    /// The rows of a table of those who signed: none of them is the board's.
    pub(crate) rows: Vec<u32>,
}

/// A block's label in the sheet.
#[derive(Clone, Copy)]
struct Block<'a> {
    index: usize,
    row: u32,
    area: Area,
    inline: Option<&'a str>,
    /// Whether the label leaves open whose signature it is.
    bare: bool,
    /// The row where the next block begins.
    until: u32,
}

/// The line over a signature's label, where the name and the day stand over their
/// words: it is no row of a table.
pub(crate) fn line_over(grid: &Grid<'_>, labels: &[Found<'_>], form: FormId) -> Option<u32> {
    let signs = labels
        .iter()
        .filter(|found| found.matched.label.signs(form) && found.matched.inline.is_none());
    signs.rev().find_map(|label| {
        let row = label.row.checked_sub(1)?;
        let (over, under) = (grid.row(row), grid.row(label.row));
        let caption = under
            .iter()
            .find(|cell| caption::is(cell, &SIGNATURE_DATE))?;
        let at = |column: u16| over.iter().find(|cell| cell.column == column);
        let (name, date) = (at(label.column)?, at(caption.column)?);
        let read = cell::understand(&date.content, Kind::Date);
        let dated = last_day(read.value.as_ref()).or_else(|| name_and_date(&read.typed).1);
        let signed = text(name).is_some_and(names) && dated.is_some();
        (signed && over.len() == 2 && under.len() == 2).then_some(row)
    })
}

/// Reads the signature blocks, filled in or not; who signed without any block
/// takes the place that the office gives.
pub(crate) fn read(
    page: &Page<'_>,
    table: &Table,
    fields: &Fields,
    closing: Vec<Signed>,
) -> Signatures {
    let blocks = blocks(page, table);
    let mut out = Signatures::default();
    let mut pictures = page.grid.pictures.clone();
    for (index, declared) in page.form.signatures.iter().enumerate() {
        let block = blocks.iter().find(|block| block.index == index);
        let signature = match block {
            Some(block) => {
                let mut found = one(page, block, (table, fields), &mut out.faults);
                found.role = seats::office(declared.role, found.role);
                let others: Vec<Area> = blocks
                    .iter()
                    .filter(|other| other.index != index)
                    .map(|other| other.area)
                    .collect();
                if signature_picture::takes(block.area, &others, &mut pictures) {
                    found.evidence = Evidence::Picture;
                }
                found
            }
            None => Signature {
                place: page.place(page.grid.last_row(), 1),
                role: declared.role,
                name: None,
                date: None,
                evidence: Evidence::None,
            },
        };
        out.blocks.push(signature);
    }
    let mut signed = closing;
    let bare = blocks.iter().find(|block| block.bare);
    if let (Some(bare), FormId::AnnualReport) = (bare, page.form.id)
        && let Some(block) = out.blocks.get_mut(bare.index)
    {
        signed.extend(seats::one_of_board(page, block));
    }
    if let Some(found) = signature_table::read(page) {
        out.rows = found.rows;
        signed.extend(found.signed);
    }
    if blocks.is_empty() && signed.is_empty() {
        let captioned = signature_table::captioned(page);
        signed.extend(captioned.or_else(|| signed_line::read(page, table)));
    }
    seats::seat(page, &mut out.blocks, signed);
    out
}

/// Finds each block's label; two labels that name the same block, or none in
/// particular, are taken in the order of the sheet.
fn blocks<'a>(page: &Page<'a>, table: &Table) -> Vec<Block<'a>> {
    let mut found: Vec<Block<'a>> = Vec::new();
    // "Dato for underskrift" is nearly "Dato og underskrift", and no signature.
    let labels = page.labels.iter().filter(|found| {
        !table.takes(found.row, found.column)
            && !page
                .grid
                .cell(found.row, found.column)
                .is_some_and(caption::is_any)
    });
    let mut labels: Vec<_> = labels.collect();
    // A bare "Underskrift" may be the heading above the blocks.
    labels.sort_by_key(|found| found.matched.label.is_bare_signature());
    for label in labels {
        let free =
            |found: &[Block<'a>], index: usize| !found.iter().any(|block| block.index == index);
        let index = label
            .matched
            .label
            .roles(page.form.id)
            .find_map(|role| match role {
                Role::Signature(index) if free(&found, index) => Some(index),
                Role::Signature(_)
                | Role::Title
                | Role::Heading
                | Role::Field(_)
                | Role::Column(_) => None,
            });
        let Some(index) = index else { continue };
        found.push(Block {
            index,
            row: label.row,
            area: page.grid.extent(label.row, label.column),
            inline: label.matched.inline,
            bare: label.matched.label.leaves_open_who(),
            until: u32::MAX,
        });
    }
    let rows: Vec<u32> = found.iter().map(|block| block.row).collect();
    for block in &mut found {
        let next = rows.iter().copied().filter(|row| *row > block.row).min();
        block.until = next
            .unwrap_or(u32::MAX)
            .min(block.row.saturating_add(ROWS + 1));
    }
    found
}

fn one(
    page: &Page<'_>,
    block: &Block<'_>,
    (table, fields): (&Table, &Fields),
    faults: &mut Vec<Fault>,
) -> Signature {
    let field = (block.row, block.area.to.1.saturating_add(1));
    let label = page.grid.cell(block.row, block.area.from.1).and_then(text);
    let mut place = page.place(field.0, field.1);
    let mut found = Signer::default();
    let mut evidence = Evidence::None;
    let mut over = false;
    if let Some(Typed { at, text, above }) = typed(page, block, (table, fields)) {
        let text = text.trim_matches(|sign: char| sign.is_whitespace() || is_line(sign));
        place = page.place(at.0, at.1);
        found = signer::signer(text);
        over = above;
        if found.date.is_some() && !found.name.as_deref().is_some_and(signer::is_name) {
            // A word before a day is the place.
            found.name = None;
        }
        if found.name.is_some() {
            evidence = Evidence::Typed;
            found.role = found.role.or_else(|| role_beside(page, at));
        }
    }
    let captioned = |caption, kind| captioned(page, block, caption, (kind, over));
    if let Some((_, content)) = captioned(&SIGNER_NAME, Kind::Text) {
        let beside = cell::typed(&content);
        if beside.chars().any(char::is_alphabetic) && signer::role(&beside).is_none() {
            let printed = signer::signer(&beside);
            found.role = found.role.or(printed.role);
            found.name = printed.name.or(found.name);
        }
    }
    if let Some((_, content)) = captioned(&SIGNER_OFFICE, Kind::Text) {
        found.role = found.role.or(signer::role(&cell::typed(&content)));
    }
    if let Some((at, content)) = captioned(&SIGNATURE_DATE, Kind::Date) {
        let heard = page.hear_content(&content, at, Field::Date, Kind::Date);
        let day =
            last_day(heard.told.value.as_ref()).or_else(|| name_and_date(&heard.told.typed).1);
        match day {
            Some(day) => found.date = Some(day),
            None => faults.extend(heard.fault.map(|fault| Fault {
                field: None,
                ..fault
            })),
        }
    }
    if found.date.is_none() {
        let rows = [block.row, place.row];
        found.date = rows.iter().find_map(|row| date_beside(page, block, *row));
    }
    let role = found.role.or_else(|| signer::role_among(label?));
    Signature {
        place,
        role: role.unwrap_or(SignatureRole::Leader),
        name: found.name,
        date: found.date,
        evidence,
    }
}

/// What is typed in a signature field.
struct Typed {
    at: (u32, u16),
    text: String,
    /// Whether it stands on the line over its label.
    above: bool,
}

/// What is typed in the signature field: in the label's cell after a colon, right
/// of it, below it, or on the line above it.
fn typed(page: &Page<'_>, block: &Block<'_>, (table, fields): (&Table, &Fields)) -> Option<Typed> {
    if let Some(inline) = block.inline {
        let content = Content::Text(inline.into());
        return (!is_blank(&content, Kind::Text)).then(|| Typed {
            at: block.area.from,
            text: inline.to_owned(),
            above: false,
        });
    }
    let usable = |cell: &&Cell| {
        !is_blank(&cell.content, Kind::Text)
            && text(cell).is_some_and(|text| {
                text.chars().any(char::is_alphabetic)
                    && !text.starts_with('(')
                    && signer::role(text).is_none()
            })
            && !fields.claimed.contains(&(cell.row, cell.column))
    };
    let is_label = |cell: &Cell| page.is_label(cell.row, cell.column) || caption::is_any(cell);
    let right = || {
        page.grid
            .row(block.row)
            .iter()
            .filter(|cell| cell.column > block.area.to.1)
            .take_while(|cell| {
                cell.column <= block.area.to.1.saturating_add(REACH) && !is_label(cell)
            })
            .filter(usable)
    };
    // "Bømlo 3.1.2026" may stand before the name.
    let named = right().find(|cell| text(cell).is_some_and(names));
    let right = named.or_else(|| right().next());
    let within = |row: u32| {
        page.grid
            .row(row)
            .iter()
            .filter(|cell| (block.area.from.1..=block.area.to.1).contains(&cell.column))
            .find(|cell| usable(cell) && !is_label(cell))
            .filter(|cell| text(cell).is_some_and(names))
    };
    let below = || {
        let row = block.area.to.0.checked_add(1)?;
        within(row).filter(|cell| cell.row < block.until)
    };
    let over = || {
        let row = block.row.checked_sub(1)?;
        let of_table = table.rows.iter().any(|line| line.place.row == row);
        let rest = page.grid.row(row);
        // A line to sign on has nothing on it but the name and the day.
        let bare = rest.len() <= 2 && !rest.iter().any(is_label);
        within(row).filter(|_| bare && !of_table && page.labels_in(row).is_empty())
    };
    let beside = right.or_else(below);
    let above = beside.is_none();
    let cell = beside.or_else(over)?;
    Some(Typed {
        at: (cell.row, cell.column),
        text: cell::typed(&cell.content).to_string(),
        above,
    })
}

/// Whether a text away from its label is a name all the same.
fn names(text: &str) -> bool {
    signer::is_name(text)
        || signer::signer(text)
            .name
            .is_some_and(|name| signer::is_name(&name))
}

/// The office in a cell of its own right of the name.
fn role_beside(page: &Page<'_>, (row, column): (u32, u16)) -> Option<SignatureRole> {
    page.grid
        .row(row)
        .iter()
        .filter(|cell| cell.column > column)
        .take_while(|cell| !caption::is_any(cell))
        .find_map(|cell| text(cell).and_then(signer::role))
}

/// The value at a caption in the block's rows.
fn captioned(
    page: &Page<'_>,
    block: &Block<'_>,
    wanted: &Caption,
    (kind, over): (Kind, bool),
) -> Option<((u32, u16), Content)> {
    let rows = (block.row..block.until.min(block.row + ROWS + 1)).chain(
        block
            .row
            .checked_sub(1)
            .filter(|_| block.until > block.row + 1),
    );
    for row in rows {
        let cells = page.grid.row(row);
        let mine = cells.iter().filter(|cell| {
            (row != block.row || cell.column != block.area.from.1) && caption::is(cell, wanted)
        });
        // Of two blocks side by side each has its own captions: the nearest.
        let nearest = mine.min_by_key(|cell| cell.column.abs_diff(block.area.from.1));
        let Some(cell) = nearest else { continue };
        return caption::value(page, cell, kind, over);
    }
    None
}

/// The line that a signature is written on, drawn with signs.
fn is_line(sign: char) -> bool {
    matches!(sign, '_' | '…' | '.')
}

/// A date that stands in a row of the block without a caption.
fn date_beside(page: &Page<'_>, block: &Block<'_>, row: u32) -> Option<Day> {
    let after = |cell: &&Cell| row != block.row || cell.column > block.area.to.1;
    page.grid.row(row).iter().filter(after).find_map(|cell| {
        let read = cell::understand(&cell.content, Kind::Date);
        last_day(read.value.as_ref()).or_else(|| {
            // "Bømlo, 3.1.2026", but not the next one who signed.
            let (place, day) = name_and_date(&read.typed);
            day.filter(|_| !place.as_deref().is_some_and(signer::is_name))
        })
    })
}
