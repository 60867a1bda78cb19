//! A workbook from grids of text.

use chrono::{NaiveDate, NaiveTime};

use crate::workbook::{Area, Cell, Content, Sheet, Workbook};

/// Draws the sheets of a case.
pub(super) fn workbook(text: &str) -> Workbook {
    let mut workbook = Workbook::default();
    let mut row = 0;
    for line in text.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix("sheet: ") {
            let (name, hidden) = match name.strip_suffix(" (hidden)") {
                Some(name) => (name, true),
                None => (name, false),
            };
            workbook.sheets.push(sheet(name, hidden));
            row = 0;
        } else if let Some(property) = line.strip_prefix("property: ") {
            let (name, value) = property.split_once('=').unwrap();
            let name = format!("samlerapport.{name}");
            workbook.properties.push((name, value.to_owned()));
        } else if let Some(columns) = line.strip_prefix("hidden columns: ") {
            let (from, to) = columns.split_once('-').unwrap();
            let columns = (from.parse().unwrap(), to.parse().unwrap());
            let sheet = workbook.sheets.last_mut().unwrap();
            sheet.out_of_sight.columns.push(columns);
        } else if let Some((sight, cells)) = line.split_once('|') {
            if workbook.sheets.is_empty() {
                workbook.sheets.push(sheet("Ark1", false));
            }
            row += 1;
            let sheet = workbook.sheets.last_mut().unwrap();
            if !sight.is_empty() {
                sheet.out_of_sight.hide(row, row, sight == "filtered ");
            }
            for (cell, column) in cells.trim_end_matches('|').split('|').zip(1..) {
                put(sheet, row, column, cell.trim());
            }
        }
    }
    workbook
}

fn sheet(name: &str, hidden: bool) -> Sheet {
    Sheet {
        name: name.to_owned(),
        hidden,
        ..Sheet::default()
    }
}

fn put(sheet: &mut Sheet, row: u32, column: u16, text: &str) {
    if text == "[picture]" {
        sheet.pictures.push((row, column));
        return;
    }
    let (text, across) = suffix(text, " >");
    let (text, down) = suffix(text, " ^");
    if across > 1 || down > 1 {
        sheet.merged.push(Area {
            from: (row, column),
            to: (row + u32::from(down) - 1, column + across - 1),
        });
    }
    let content = if text.is_empty() {
        return;
    } else if let Some(number) = text.strip_prefix('#') {
        Content::Number(number.parse().unwrap())
    } else if let Some(moment) = text.strip_prefix('@') {
        moment_of(moment)
    } else if text == "!" {
        Content::Error
    } else {
        Content::Text(text.replace("\\n", "\n").into())
    };
    sheet.cells.push(Cell {
        row,
        column,
        content,
    });
}

fn suffix<'a>(text: &'a str, sign: &str) -> (&'a str, u16) {
    match text.rsplit_once(sign) {
        Some((text, count)) if count.parse::<u16>().is_ok() => (text, count.parse().unwrap()),
        _ => (text, 1),
    }
}

fn moment_of(text: &str) -> Content {
    let zero = NaiveDate::from_ymd_opt(1899, 12, 31).unwrap();
    Content::DateTime(match text.parse::<NaiveDate>() {
        Ok(date) => date.and_time(NaiveTime::MIN),
        Err(_) => zero.and_time(NaiveTime::parse_from_str(text, "%H:%M").unwrap()),
    })
}
