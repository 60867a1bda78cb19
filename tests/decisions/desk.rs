//! The adviser's desk: the workbook as it lies in `out`, saved again with some answers.

use std::collections::BTreeMap;

use rust_xlsxwriter::{DocProperties, Workbook};

use super::BOOK;
use crate::folder::Folder;

/// Which of a sheet's columns hold what.
pub(super) struct Columns {
    pub(super) answer: usize,
    pub(super) reason: usize,
    pub(super) key: usize,
}

impl Columns {
    fn of(rows: &[Vec<String>]) -> Option<Self> {
        rows.iter().find_map(|row| {
            let column = |label: &str| row.iter().position(|cell| cell == label);
            Some(Self {
                answer: column("Avgjørelse")?,
                reason: column("Begrunnelse")?,
                key: column("Nøkkel")?,
            })
        })
    }
}

/// Every line of the region's workbook with its hidden key: the texts of its cells, the
/// answer and the reason last.
pub(super) fn lines(folder: &Folder) -> BTreeMap<String, Vec<String>> {
    let mut lines = BTreeMap::new();
    for rows in folder.workbook(BOOK).into_values() {
        let Some(columns) = Columns::of(&rows) else {
            continue;
        };
        for mut row in rows {
            let key = row[columns.key].clone();
            if key.contains('|') {
                row.truncate(columns.key);
                lines.insert(key, row);
            }
        }
    }
    lines
}

/// What the advisers are told that could not be used.
pub(super) fn left(summary: &serde_json::Value) -> Vec<String> {
    let left = summary["decisions_left"].as_array().unwrap().iter();
    left.map(|words| words.as_str().unwrap().to_owned())
        .collect()
}

/// The workbook with these lines answered: key, answer, reason. A program that is not
/// ours saves it, and keeps nothing but the cells.
pub(super) fn filled(folder: &Folder, answers: &[(&str, &str, &str)]) -> Vec<u8> {
    saved(folder, answers, |_| {})
}

/// The same, with something done to the texts of every row before it is saved.
pub(super) fn saved(
    folder: &Folder,
    answers: &[(&str, &str, &str)],
    spoil: impl Fn(&mut Vec<String>),
) -> Vec<u8> {
    let mut found = 0;
    let bytes = remade(folder, |columns, rows| {
        for row in rows {
            for (key, answer, reason) in answers {
                if let Some(columns) = columns
                    && row[columns.key] == **key
                {
                    row[columns.answer] = (*answer).to_owned();
                    row[columns.reason] = (*reason).to_owned();
                    found += 1;
                }
            }
            spoil(row);
        }
    });
    assert_eq!(found, answers.len(), "a line of the workbook is not there");
    bytes
}

/// The workbook with something done to the rows of each sheet.
pub(super) fn remade(
    folder: &Folder,
    mut change: impl FnMut(Option<&Columns>, &mut Vec<Vec<String>>),
) -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new());
    for (name, mut rows) in folder.workbook(BOOK) {
        change(Columns::of(&rows).as_ref(), &mut rows);
        let sheet = workbook.add_worksheet();
        sheet.set_name(&name).unwrap();
        for (at, row) in (0..).zip(&rows) {
            for (column, text) in (0..).zip(row) {
                if !text.is_empty() {
                    sheet.write_string(at, column, text).unwrap();
                }
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}
