//! Labels outside the table in people's own words, where a form's fields lack one that
//! is spelt: "Når ble styret valgt?", "Vi hører til i kommune".

use super::grid::text;
use super::inline;
use super::label::Match;
use super::page::Page;
use super::scan::Found;
use super::table::Table;
use super::{caption, wording, years};
use crate::fold::folded_name;
use crate::form::{Field, FormId};
use crate::workbook::Cell;

/// So many texts are looked at; a head has fewer.
const MOST_TEXTS: usize = 200;

/// Adds them to the labels. A field is asked for once: the first words for it hold.
pub(super) fn add<'a>(page: &mut Page<'a>, table: &Table) {
    let mut lacking: Vec<Field> = lacking(page, table);
    // What a plain form leaves out is not worth a look.
    let needed = |field: &Field| !matches!(field, Field::ChangeReason | Field::MeetingPlaces);
    if !lacking.iter().any(needed) {
        return;
    }
    let mut found: Vec<Found<'a>> = Vec::new();
    let lines = page.grid.rows.iter();
    let lines = lines.filter(|line| !covers(page, table, line.row));
    let cells = lines.flat_map(|line| page.grid.line(*line));
    for cell in cells.filter(|cell| text(cell).is_some()).take(MOST_TEXTS) {
        let Some(matched) = asks(page, cell, &lacking) else {
            continue;
        };
        if is_value(page, &found, cell) {
            continue;
        }
        let field = matched.label.field(page.form.id);
        // Of two labels with a year in each the later one holds.
        let of_year = text(cell).is_some_and(|text| years::only(text).is_some());
        lacking.retain(|other| of_year || Some(*other) != field);
        found.push(Found {
            row: cell.row,
            column: cell.column,
            matched,
        });
    }
    if !found.is_empty() {
        page.labels.extend(found);
        page.labels.sort_by_key(|found| (found.row, found.column));
    }
}

/// The fields that no label outside the table asks for.
fn lacking(page: &Page<'_>, table: &Table) -> Vec<Field> {
    // A remark beside an answer may be spelt as a label, and asks for nothing.
    let outside = |found: &&Found<'_>| {
        let row = page.grid.row(found.row);
        let leads = row.first().is_some_and(|cell| cell.column == found.column);
        let last = row.last().is_none_or(|cell| cell.column == found.column);
        let asks = found.matched.inline.is_some() || leads || !last;
        !covers(page, table, found.row) && asks
    };
    let labels = page.labels.iter().filter(outside);
    let asked: Vec<Field> = labels
        .filter_map(|found| found.matched.label.field(page.form.id))
        .collect();
    let fields = page.form.fields.iter().map(|item| item.field);
    fields.filter(|field| !asked.contains(field)).collect()
}

/// Whether a row is the table's alone. Form 1's board may stand beside the questions.
fn covers(page: &Page<'_>, table: &Table, row: u32) -> bool {
    page.form.id != FormId::AnnualReport && table.covers(row)
}

fn asks<'a>(page: &Page<'a>, cell: &'a Cell, lacking: &[Field]) -> Option<Match<'a>> {
    let whole = text(cell)?;
    if page.label_at(cell.row, cell.column).is_some() || caption::is_any(cell) {
        return None;
    }
    let (asked, inline) = match whole.split_once(':') {
        Some((before, after)) if !after.trim().is_empty() => (before, Some(after.trim())),
        _ => inline::answered(whole).map_or((whole, None), |(asked, told)| (asked, Some(told))),
    };
    let label = wording::field(asked, page.form.id, |field| lacking.contains(&field))?;
    let field = label.field(page.form.id);
    // Among people "E-post" is a person's.
    let persons = matches!(page.form.id, FormId::PeerSupporters | FormId::Visits);
    if persons && field == Some(Field::ContactEmail) && !says_whose(asked) {
        return None;
    }
    Some(Match {
        label,
        exact: false,
        worded: true,
        inline,
    })
}

/// Whether a word for an address says that it is the chapter's.
fn says_whose(text: &str) -> bool {
    let folded = folded_name(text);
    let mut words = folded.split(' ');
    words.any(|word| word.starts_with("lag") || word.starts_with("kontakt") || word == "svar")
}

/// Whether a text stands right of a label that it may be the value of.
fn is_value(page: &Page<'_>, found: &[Found<'_>], cell: &Cell) -> bool {
    let row = page.grid.row(cell.row).iter().rev();
    let mut before = row.filter(|other| other.column < cell.column);
    let Some(left) = before.next() else {
        return false;
    };
    let mine = found
        .iter()
        .any(|it| (it.row, it.column) == (left.row, left.column));
    mine || page.is_label(left.row, left.column)
}
