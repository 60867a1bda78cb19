//! The mark of a form that somebody typed in from paper: "Ført inn fra papir av …".

use super::grid::text;
use crate::fold::folded_name;
use crate::workbook::{Sheet, Workbook};

/// How the mark begins, folded, in both written standards.
const MARKS: [&str; 4] = [
    "ført inn fra papir",
    "ført inn fraa papir",
    "avskrift fra papir",
    "avskrift fraa papir",
];

/// Nobody's name is longer; what is longer is cut.
const LONGEST_NAME: usize = 100;

/// Who typed the workbook's forms in from paper, as the mark says; the name may be
/// missing, and then it is empty.
pub(super) fn by(workbook: &Workbook) -> Option<String> {
    let mut shown = workbook.sheets.iter().filter(|sheet| !sheet.hidden);
    shown.find_map(on_sheet)
}

fn on_sheet(sheet: &Sheet) -> Option<String> {
    let (at, typed) = sheet.cells.iter().enumerate().find_map(|(at, cell)| {
        let typed = text(cell).filter(|text| begins(text.trim_start()))?;
        Some((at, typed))
    })?;
    let behind = typed.to_lowercase();
    let behind = behind.split_once("papir").map_or(0, |(before, _)| {
        before.chars().count() + "papir".chars().count()
    });
    let name: String = typed.chars().skip(behind).collect();
    let own = without_by(name.trim_matches([':', '.', ' ']));
    let beside = || {
        let found = sheet.cells.get(at)?;
        let next = sheet.cells.get(at + 1).filter(|next| next.row == found.row);
        next.and_then(text).map(str::trim)
    };
    let name = if own.is_empty() {
        beside().unwrap_or_default()
    } else {
        own
    };
    Some(name.chars().take(LONGEST_NAME).collect())
}

/// What stands behind the word "av".
fn without_by(words: &str) -> &str {
    let Some((first, rest)) = words.split_at_checked("av".len()) else {
        return words;
    };
    let by = first.eq_ignore_ascii_case("av") && !rest.starts_with(char::is_alphanumeric);
    if by {
        rest.trim_matches([':', '.', ' '])
    } else {
        words
    }
}

/// Every cell is asked, so only what looks like it is folded.
fn begins(text: &str) -> bool {
    let mut letters = text.chars();
    let may = match letters.next() {
        Some('F' | 'f') => matches!(letters.next(), Some('Ø' | 'ø' | 'Ö' | 'ö')),
        Some('A' | 'a') => matches!(letters.next(), Some('V' | 'v')),
        _ => false,
    };
    may && text.len() >= 18 && {
        let folded = folded_name(text);
        MARKS.iter().any(|mark| folded.starts_with(mark))
    }
}

#[cfg(test)]
mod tests {
    use crate::blank::{Entry, LaidCell, Page, Style, write_pages};
    use crate::workbook::Workbook;

    fn by(cells: &[&str]) -> Option<String> {
        let cells = (1..).zip(cells).map(|(column, text)| LaidCell {
            row: 2,
            column,
            across: 1,
            entry: Some(Entry::text(*text)),
            style: Style::Label,
        });
        let page = Page {
            sheet: "Ark1".to_owned(),
            widths: vec![20.0; 3],
            row_height: 20.0,
            cells: cells.collect(),
            ..Page::default()
        };
        let bytes = write_pages("", &[page], &[]).unwrap();
        super::by(&Workbook::open(&bytes).unwrap())
    }

    #[test]
    fn the_mark_is_read_with_the_name_behind_or_beside_it() {
        for (cells, expected) in [
            (&["Ført inn fra papir av Randi Ås"][..], Some("Randi Ås")),
            (&["FØRT INN FRÅ PAPIR AV: Randi Ås."], Some("Randi Ås")),
            (&["Ført inn fra papir av", "Randi Ås"], Some("Randi Ås")),
            (&["Avskrift fra papir", "Randi Ås"], Some("Randi Ås")),
            (&["Avskrift fra papir: Ava Lie"], Some("Ava Lie")),
            (&["Ført inn fra papir"], Some("")),
            (&["Førte inn nye medlemmer fra papir"], None),
            (&["Adresse", "Papirgata 1"], None),
        ] {
            assert_eq!(by(cells).as_deref(), expected, "{cells:?}");
        }
    }
}
