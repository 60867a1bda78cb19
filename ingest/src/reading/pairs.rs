//! A list of people in which each takes two lines, under a header of two lines: "Navn |
//! Telefon" over "Adresse | E-post".

use super::apart;
use super::draft::Draft;
use super::header::Header;
use super::page::{Page, is_blank};
use super::table::Table;
use crate::form::{FormId, Item};

/// Fewer columns with a heading in both lines are a header with groups.
const FEWEST: usize = 2;

/// A column's heading in a line of the header.
type Heading = (u16, &'static Item);

/// Reads the people below such a header; tells the last row.
pub(super) fn read(page: &Page<'_>, header: &Header, table: &mut Table) -> Option<u32> {
    let bottom = header.first + 1;
    if page.form.id != FormId::PeerSupporters || header.last > bottom {
        return None;
    }
    let (upper, lower) = (headings(page, header.first), headings(page, bottom));
    let asked = |items: &[Heading], item: &Item| items.iter().any(|(_, it)| it.field == item.field);
    let over = |(column, _): &&Heading| upper.iter().any(|(other, _)| other == column);
    let apart = lower.iter().all(|(_, item)| !asked(&upper, item));
    let merged = page.grid.tall().any(|area| area.from.0 == header.first);
    if !apart
        || merged
        || lower.iter().filter(over).count() < FEWEST.max(lower.len().saturating_sub(1))
    {
        return None;
    }
    let items = |field| asked_for(&upper, field) || asked_for(&lower, field);
    let lacking = apart::lacking(page.form, items);
    let (mut last, mut found) = (bottom, Vec::new());
    loop {
        let rows = (last + 1, last + 2);
        let ends = |row: u32| page.grid.row(row).is_empty() || page.labels_in(row).len() >= FEWEST;
        if ends(rows.0)
            || page.grid.row(rows.1).is_empty()
            || page.labels_in(rows.1).len() >= FEWEST
        {
            break;
        }
        let mut draft = Draft::new(upper.len() + lower.len());
        hear(page, &mut draft, (rows.0, &upper));
        hear(page, &mut draft, (rows.1, &lower));
        // The first of them shows whether the lines are what they seem.
        if found.is_empty() && (!draft.faults.is_empty() || draft.told.len() < upper.len()) {
            return None;
        }
        apart::take(page, &mut draft, &lacking);
        found.push(draft);
        last = rows.1;
    }
    for mut draft in found {
        table.faults.append(&mut draft.faults);
        table.rows.push(draft.into_row(page, &[]));
    }
    (last > bottom).then_some(last)
}

fn asked_for(items: &[Heading], field: crate::form::Field) -> bool {
    items.iter().any(|(_, item)| item.field == field)
}

/// The headings of a line, each in a column of its own.
fn headings(page: &Page<'_>, row: u32) -> Vec<Heading> {
    let columns = page
        .form
        .table
        .as_ref()
        .map_or(&[][..], |table| table.columns);
    let labels = page.labels_in(row).iter();
    let own = labels.filter(|found| {
        let area = page.grid.extent(found.row, found.column);
        area.from == area.to && found.matched.inline.is_none()
    });
    own.filter_map(|found| {
        let field = found.matched.label.column(page.form.id)?;
        let item = columns.iter().find(|item| item.field == field)?;
        Some((found.column, item))
    })
    .collect()
}

fn hear(page: &Page<'_>, draft: &mut Draft, (row, headings): (u32, &[Heading])) {
    for (column, item) in headings {
        let cell = page.grid.cell(row, *column);
        if let Some(cell) = cell.filter(|cell| !is_blank(&cell.content, item.kind)) {
            draft.take(item.field, page.hear(cell, item.field, item.kind));
        }
    }
}
