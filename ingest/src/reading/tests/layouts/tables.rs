//! The rows of a form, in a table or told downwards.

use crate::form::{Field, Item};
use crate::workbook::Content;

use super::canvas::Canvas;
use super::distortion::Distortion::*;
use super::model::{Entry, Model};

const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "Mars",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Desember",
];

/// Writes the rows the way that the distortions say.
pub(super) fn paint(canvas: &mut Canvas<'_>, model: &mut Model) {
    if canvas.has(DittoMarks) {
        ditto(model);
    }
    if canvas.has(MonthHeadings) || canvas.has(MonthSheets) {
        bare_days(model);
    }
    if canvas.has(Turned) {
        downwards(canvas, &model.rows);
    } else if canvas.has(Blocks) {
        model
            .rows
            .chunks(1)
            .for_each(|rows| downwards(canvas, rows));
    } else if canvas.has(Cards) {
        model.rows.chunks(2).for_each(|pair| cards(canvas, pair));
    } else if canvas.has(MonthSheets) {
        for (at, rows) in model.rows.chunks(1).enumerate() {
            canvas.sheet(MONTHS[2 * at]);
            across(canvas, rows);
        }
    } else {
        across(canvas, &model.rows);
    }
}

/// The leader and the theme again, as a mark.
fn ditto(model: &mut Model) {
    for at in 1..model.rows.len() {
        for column in 0..model.rows[at].len() {
            let field = model.rows[at][column].item.field;
            if at % 2 == 1 && matches!(field, Field::Leader | Field::Theme | Field::City) {
                let meaning = model.rows[at - 1][column].meaning.clone();
                let entry = &mut model.rows[at][column];
                entry.meaning = meaning;
                entry.content = Content::Text("\"".into());
            }
        }
    }
}

fn bare_days(model: &mut Model) {
    for entry in model.rows.iter_mut().flatten() {
        if entry.item.field == Field::Date {
            let mut parts = entry.meaning.split('.').map(str::to_owned);
            let (day, month) = (parts.next().unwrap(), parts.next().unwrap());
            entry.content = Content::Text(format!("{day}.").into());
            entry.meaning = format!("{day}.{month}");
        }
    }
}

/// A header and the rows below it.
fn across(canvas: &mut Canvas<'_>, rows: &[Vec<Entry>]) {
    let columns = columns(canvas, &rows[0]);
    header(canvas, &columns);
    for (at, row) in rows.iter().enumerate() {
        if at == 3 && canvas.has(HeaderRepeated) {
            canvas.text(canvas.row, 1, "Side 2");
            canvas.row += 1;
            header(canvas, &columns);
        }
        if canvas.has(MonthHeadings) {
            canvas.text(canvas.row, 1, MONTHS[2 * at]);
            canvas.row += 1;
        }
        for entry in row {
            let (_, column, _) = columns
                .iter()
                .find(|(item, ..)| item.field == entry.item.field)
                .unwrap();
            canvas.put(canvas.row, *column, entry.content.clone());
        }
        if canvas.has(ColumnsInserted) {
            let row = canvas.row;
            let number = Content::Number(f64::from(u32::try_from(at + 1).unwrap()));
            canvas.put(row, 1, number);
        }
        canvas.row += 1;
        between(canvas, at, &columns);
    }
    if canvas.has(Sums) {
        let row = canvas.row;
        canvas.text(row, 1, "Sum");
        canvas.put(row, columns.last().unwrap().1 + 1, Content::Number(99.0));
        canvas.row += 1;
    }
}

/// Blank rows, comments and part sums.
fn between(canvas: &mut Canvas<'_>, at: usize, columns: &[(&'static Item, u16, u16)]) {
    if at == 1 && canvas.has(RowsInserted) {
        canvas.row += 2;
    }
    if at == 2 && canvas.has(Comments) {
        canvas.text(canvas.row, 1, "Merk: vi hadde stengt i ferien");
        canvas.row += 1;
    }
    if at == 3 && canvas.has(Sums) {
        canvas.text(canvas.row, 1, "Sum hittil");
        if let Some((_, column, _)) = columns
            .iter()
            .find(|(item, column, _)| item.field == Field::Hours && *column > 1)
        {
            canvas.put(canvas.row, *column, Content::Number(6.0));
        }
        canvas.row += 1;
    }
}

/// Each item with its column and how many columns it takes.
fn columns(canvas: &Canvas<'_>, row: &[Entry]) -> Vec<(&'static Item, u16, u16)> {
    let mut next = if canvas.has(ColumnsInserted) { 2 } else { 1 };
    let mut columns = Vec::new();
    for (at, entry) in row.iter().enumerate() {
        let wide = if canvas.has(MergedHeader) && at % 3 == 1 {
            2
        } else {
            1
        };
        columns.push((entry.item, next, wide));
        next += wide;
        if canvas.has(ColumnsInserted) && at == 2 {
            next += 1;
        }
    }
    columns
}

fn header(canvas: &mut Canvas<'_>, columns: &[(&'static Item, u16, u16)]) {
    let row = canvas.row;
    let nested = canvas.has(NestedHeader);
    let split = canvas.has(SplitHeader);
    if canvas.has(ColumnsInserted) {
        canvas.text(row, 1, "Nr.");
        let gap = columns.get(2).map(|(_, column, wide)| column + wide);
        if let Some(gap) = gap {
            canvas.text(row, gap, "Merknad");
        }
    }
    for (item, column, wide) in columns {
        let label = canvas.label(item);
        let pair = columns.iter().any(|(other, at, _)| {
            *at == column + 1 && item.field == Field::From && other.field == Field::To
        });
        if nested && pair {
            canvas.text(row, *column, "Tid");
            canvas.merge((row, *column), 1, 2);
            canvas.text(row + 1, *column, "Fra");
            canvas.text(row + 1, column + 1, "Til");
            continue;
        }
        let after_from = columns
            .iter()
            .any(|(other, at, _)| at + 1 == *column && other.field == Field::From);
        if nested && item.field == Field::To && after_from {
            continue;
        }
        if *wide > 1 {
            canvas.merge((row, *column), 1, *wide);
        }
        match label.split_once(' ') {
            Some((upper, lower)) if split && !lower.starts_with(['(', '*']) => {
                canvas.text(row, *column, upper);
                canvas.text(row + 1, *column, lower);
            }
            _ => canvas.text(row, *column, &label),
        }
    }
    canvas.row += if nested || split { 2 } else { 1 };
}

/// Labels below each other, and a column for each row of the form.
fn downwards(canvas: &mut Canvas<'_>, rows: &[Vec<Entry>]) {
    for at in 0..rows[0].len() {
        let label = canvas.label(rows[0][at].item);
        let row = canvas.row;
        canvas.text(row, 1, &label);
        for (row_at, column) in rows.iter().zip(2..) {
            canvas.put(row, column, row_at[at].content.clone());
        }
        canvas.row += 1;
    }
    canvas.row += 1;
}

/// Two rows of the form side by side, each with its own labels.
fn cards(canvas: &mut Canvas<'_>, pair: &[Vec<Entry>]) {
    for at in 0..pair[0].len() {
        let row = canvas.row;
        for (entries, column) in pair.iter().zip([1, 4]) {
            let label = canvas.label(entries[at].item);
            canvas.text(row, column, &label);
            canvas.put(row, column + 1, entries[at].content.clone());
        }
        canvas.row += 1;
    }
    canvas.row += 1;
}
