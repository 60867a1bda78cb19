//! Sheets drawn as grids, and what each of them tells.
//!
//! A case is a heading, a sheet (or several, each after a line `sheet: name`) and,
//! after a line `tells`, all that is read from it. In a cell `#2.5` is a number,
//! `@2025-03-04` a date, `@18:30` a time, `!` a formula's error, `text >3` is
//! merged over three columns, `text ^2` over two rows, and `[picture]` an anchor.
//! A row after the word `hidden` or `filtered` is out of sight.

mod blanks;
mod draw;
mod layouts;
mod told;

use crate::workbook::Workbook;

fn check(cases: &str) {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for case in cases.split("\n## ").skip(1) {
        let (name, case) = case.split_once('\n').unwrap();
        let (sheet, expected) = case.split_once("\ntells\n").unwrap();
        let workbook: Workbook = draw::workbook(sheet);
        let found = told::told(&super::read(&workbook));
        seen += 1;
        if found.trim() != expected.trim() {
            wrong.push(format!("## {name}\n{found}"));
        }
    }
    assert!(seen > 0, "no cases were found");
    assert!(wrong.is_empty(), "read otherwise:\n{}", wrong.join("\n"));
}

#[test]
fn each_form_as_it_is_printed() {
    check(include_str!("cases/printed.md"));
}
#[test]
fn labels_moved_renamed_and_misspelt() {
    check(include_str!("cases/labels.md"));
}

#[test]
fn headers_and_rows_as_people_leave_them() {
    check(include_str!("cases/tables.md"));
}

#[test]
fn heads_in_own_words() {
    check(include_str!("cases/heads.md"));
}

#[test]
fn questions_and_lists_in_own_words() {
    check(include_str!("cases/asked_in_own_words.md"));
}

#[test]
fn several_things_in_one_cell_or_sheet() {
    check(include_str!("cases/in_one.md"));
}

#[test]
fn layouts_made_without_our_blank() {
    check(include_str!("cases/own_words.md"));
}

#[test]
fn values_told_once_for_all_rows() {
    check(include_str!("cases/told_once.md"));
}

#[test]
fn what_stands_around_a_table() {
    check(include_str!("cases/beside.md"));
}

#[test]
fn rows_in_other_shapes() {
    check(include_str!("cases/lines.md"));
}

#[test]
fn signatures_and_their_evidence() {
    check(include_str!("cases/signatures.md"));
}

#[test]
fn several_forms_sheets_and_doubts() {
    check(include_str!("cases/workbooks.md"));
}
