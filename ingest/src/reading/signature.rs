//! Signature blocks: who should sign, and what shows that someone did.

use std::sync::LazyLock;

use super::fields::Fields;
use super::grid::text;
use super::label::Role;
use super::page::{Page, is_blank};
use super::table::Table;
use crate::cell::{self};
use crate::fault::Fault;
use crate::fold::fold_into;
use crate::form::{Caption, Field, Kind, SIGNATURE_DATE, SIGNER_NAME};
use crate::report::{Evidence, Signature};
use crate::value::{Day, Value};
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
}

/// A block's label in the sheet.
#[derive(Clone, Copy)]
struct Block<'a> {
    index: usize,
    row: u32,
    area: Area,
    inline: Option<&'a str>,
    /// The row where the next block begins.
    until: u32,
}

/// Reads the signature blocks, filled in or not.
pub(crate) fn read(page: &Page<'_>, table: &Table, fields: &Fields) -> Signatures {
    let blocks = blocks(page, table);
    let mut out = Signatures::default();
    let mut pictures = page.grid.pictures.clone();
    for (index, declared) in page.form.signatures.iter().enumerate() {
        let block = blocks.iter().find(|block| block.index == index);
        let signature = match block {
            Some(block) => {
                let mut found = one(page, block, fields, &mut out.faults);
                found.role = declared.role;
                if takes_picture(block, &blocks, &mut pictures) {
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
    out
}

/// Finds each block's label; two labels that name the same block, or none in
/// particular, are taken in the order of the sheet.
fn blocks<'a>(page: &Page<'a>, table: &Table) -> Vec<Block<'a>> {
    let mut found: Vec<Block<'a>> = Vec::new();
    let labels = page.labels.iter().filter(|found| !table.covers(found.row));
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

fn one(page: &Page<'_>, block: &Block<'_>, fields: &Fields, faults: &mut Vec<Fault>) -> Signature {
    let field = (block.row, block.area.to.1.saturating_add(1));
    let typed = typed(page, block, fields);
    let mut place = page.place(field.0, field.1);
    let mut name = None;
    let mut date = None;
    let mut evidence = Evidence::None;
    if let Some((at, text)) = typed {
        let text = text.trim_matches(|sign: char| sign.is_whitespace() || is_line(sign));
        place = page.place(at.0, at.1);
        (name, date) = name_and_date(text);
        if name.is_some() {
            evidence = Evidence::Typed;
        }
    }
    if let Some((_, content)) = captioned(page, block, &SIGNER_NAME, Kind::Text) {
        let beside = cell::typed(&content);
        if beside.chars().any(char::is_alphabetic) {
            name = Some(beside.to_string());
        }
    }
    if let Some((at, content)) = captioned(page, block, &SIGNATURE_DATE, Kind::Date) {
        let heard = page.hear_content(&content, at, Field::Date, Kind::Date);
        let day =
            last_day(heard.told.value.as_ref()).or_else(|| name_and_date(&heard.told.typed).1);
        match day {
            Some(day) => date = Some(day),
            None => faults.extend(heard.fault.map(|fault| Fault {
                field: None,
                ..fault
            })),
        }
    }
    if date.is_none() {
        date = date_beside(page, block);
    }
    Signature {
        place,
        role: crate::form::SignatureRole::Leader,
        name,
        date,
        evidence,
    }
}

/// What is typed in the signature field: in the label's cell after a colon, right
/// of it, below it, or on the line above it.
fn typed(page: &Page<'_>, block: &Block<'_>, fields: &Fields) -> Option<((u32, u16), String)> {
    let at = block.area.from;
    if let Some(inline) = block.inline {
        let content = Content::Text(inline.into());
        return (!is_blank(&content, Kind::Text)).then(|| (at, inline.to_owned()));
    }
    let usable = |cell: &&Cell| {
        !is_blank(&cell.content, Kind::Text)
            && text(cell)
                .is_some_and(|text| text.chars().any(char::is_alphabetic) && !text.starts_with('('))
            && !fields.claimed.contains(&(cell.row, cell.column))
    };
    let is_label = |cell: &Cell| {
        page.is_label(cell.row, cell.column)
            || is_caption(cell, &SIGNATURE_DATE)
            || is_caption(cell, &SIGNER_NAME)
    };
    let right = page
        .grid
        .row(block.row)
        .iter()
        .filter(|cell| cell.column > block.area.to.1)
        .take_while(|cell| cell.column <= block.area.to.1.saturating_add(REACH) && !is_label(cell))
        .find(usable);
    let under = |row: u32| {
        page.grid
            .row(row)
            .iter()
            .filter(|cell| (block.area.from.1..=block.area.to.1).contains(&cell.column))
            .find(|cell| usable(cell) && !is_label(cell))
    };
    let cell = right.or_else(|| {
        let below = block
            .area
            .to
            .0
            .checked_add(1)
            .filter(|row| *row < block.until);
        below.and_then(under).filter(|cell| is_name(cell))
    })?;
    Some((
        (cell.row, cell.column),
        cell::typed(&cell.content).to_string(),
    ))
}

/// A name is two to five words, each with a capital, and no sentence.
fn is_name(cell: &Cell) -> bool {
    text(cell).is_some_and(|text| {
        let mut words = text.split_whitespace();
        (2..=5).contains(&words.clone().count())
            && words.all(|word| word.chars().next().is_some_and(char::is_uppercase))
            && !text.contains(['.', ':', '?', '!', '('])
            && text.len() < 60
    })
}

/// The value at a caption in the block's rows.
fn captioned(
    page: &Page<'_>,
    block: &Block<'_>,
    caption: &Caption,
    kind: Kind,
) -> Option<((u32, u16), Content)> {
    let rows = (block.row..block.until.min(block.row + ROWS + 1)).chain(
        block
            .row
            .checked_sub(1)
            .filter(|_| block.until > block.row + 1),
    );
    for row in rows {
        let cells = page.grid.row(row);
        let mine = cells.iter().enumerate().filter(|(_, cell)| {
            (row != block.row || cell.column != block.area.from.1) && is_caption(cell, caption)
        });
        // Of two blocks side by side each has its own captions: the nearest.
        let nearest = mine.min_by_key(|(_, cell)| cell.column.abs_diff(block.area.from.1));
        let Some((at, cell)) = nearest else { continue };
        if let Some((_, inline)) = text(cell).and_then(|text| text.split_once(':')) {
            let content = Content::Text(inline.trim().into());
            if !inline.trim().is_empty() && !is_blank(&content, kind) {
                return Some(((cell.row, cell.column), content));
            }
        }
        let area = page.grid.extent(cell.row, cell.column);
        let right = cells
            .get(at + 1..)
            .unwrap_or_default()
            .iter()
            .take_while(|other| {
                !is_caption(other, &SIGNATURE_DATE)
                    && !is_caption(other, &SIGNER_NAME)
                    && !page.is_label(other.row, other.column)
            })
            .find(|other| !is_blank(&other.content, kind));
        let below = || {
            page.grid.cell(area.to.0 + 1, cell.column).filter(|other| {
                !is_blank(&other.content, kind)
                    && !page.is_label(other.row, other.column)
                    && !is_caption(other, &SIGNATURE_DATE)
                    && !is_caption(other, &SIGNER_NAME)
            })
        };
        return right
            .or_else(below)
            .map(|found| ((found.row, found.column), found.content.clone()));
    }
    None
}

/// The line that a signature is written on, drawn with signs.
fn is_line(sign: char) -> bool {
    matches!(sign, '_' | '…' | '.')
}

fn is_caption(cell: &Cell, caption: &Caption) -> bool {
    let Some(text) = text(cell).filter(|text| text.len() < 100) else {
        return false;
    };
    let text = text.split_once(':').map_or(text, |(label, _)| label);
    let mut folded = String::new();
    fold_into(text, &mut folded);
    let known = CAPTIONS
        .iter()
        .find(|(known, _)| std::ptr::eq(*known, caption));
    known.is_some_and(|(_, labels)| labels.contains(&folded))
}

/// The captions' labels as they are compared.
static CAPTIONS: LazyLock<[(&Caption, Vec<String>); 2]> = LazyLock::new(|| {
    [&SIGNATURE_DATE, &SIGNER_NAME].map(|caption| {
        let labels = [caption.label, caption.label_nn];
        let folded = labels.iter().chain(caption.synonyms).map(|name| {
            let mut folded = String::new();
            fold_into(name, &mut folded);
            folded
        });
        (caption, folded.collect())
    })
});

/// A date that stands in the block's row without a caption.
fn date_beside(page: &Page<'_>, block: &Block<'_>) -> Option<Day> {
    page.grid
        .row(block.row)
        .iter()
        .filter(|cell| cell.column > block.area.to.1)
        .find_map(|cell| {
            let read = cell::understand(&cell.content, Kind::Date);
            last_day(read.value.as_ref())
        })
}

fn last_day(value: Option<&Value>) -> Option<Day> {
    match value {
        Some(Value::Days(days)) => days.last().copied(),
        _ => None,
    }
}

/// "Kari Nordmann 3.1.2026", "Moss 3/1-26": words, and a date after or before them.
fn name_and_date(text: &str) -> (Option<String>, Option<Day>) {
    let date = |part: &str| {
        let part = part.trim_matches(|sign: char| sign == ',' || sign.is_whitespace());
        let content = Content::Text(part.into());
        last_day(cell::understand(&content, Kind::Date).value.as_ref())
    };
    let named = |part: &str| {
        let part =
            part.trim_matches(|sign: char| sign == ',' || sign == '-' || sign.is_whitespace());
        let part = part.strip_suffix(" den").unwrap_or(part);
        part.chars()
            .any(char::is_alphabetic)
            .then(|| part.to_owned())
    };
    if let Some(at) = text.find(|sign: char| sign.is_ascii_digit())
        && let (Some(before), Some(after)) = (text.get(..at), text.get(at..))
        && let Some(day) = date(after)
    {
        return (named(before), Some(day));
    }
    if let Some(at) = text.rfind(|sign: char| sign.is_ascii_digit())
        && let (Some(before), Some(after)) = (text.get(..=at), text.get(at + 1..))
        && let Some(day) = date(before)
    {
        return (named(after), Some(day));
    }
    (named(text), None)
}

/// Whether a picture lies in or over a block's field; each lies in one only.
fn takes_picture(block: &Block<'_>, blocks: &[Block<'_>], pictures: &mut Vec<(u32, u16)>) -> bool {
    let near = |block: &Block<'_>, row: u32, column: u16| {
        let (from, to) = (block.area.from, block.area.to);
        let rows = from.0.saturating_sub(2)..=to.0.saturating_add(2);
        let columns = from.1.saturating_sub(1)..=to.1.saturating_add(REACH);
        (rows.contains(&row) && columns.contains(&column)).then(|| {
            let down = if row < from.0 {
                from.0 - row
            } else {
                row.saturating_sub(to.0)
            };
            (down, column.abs_diff(to.1.saturating_add(1)))
        })
    };
    let mine = pictures.iter().position(|(row, column)| {
        near(block, *row, *column).is_some_and(|distance| {
            !blocks.iter().any(|other| {
                other.index != block.index
                    && near(other, *row, *column).is_some_and(|others| others < distance)
            })
        })
    });
    mine.is_some_and(|at| {
        pictures.remove(at);
        true
    })
}
