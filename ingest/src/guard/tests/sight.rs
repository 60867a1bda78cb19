//! Hidden rows and columns, in each format as its programs write them.

use super::made::{self, number, ods, ods_cell, record, relation, xls};
use crate::workbook::{HiddenRows, OutOfSight, Workbook};

fn out_of_sight(bytes: &[u8]) -> OutOfSight {
    let workbook = Workbook::open(bytes).unwrap();
    workbook.sheets.into_iter().next().unwrap().out_of_sight
}

fn xlsx(around: &str, rows: &str) -> Vec<u8> {
    let (before, after) = around.split_once('|').unwrap();
    let sheet = format!("<worksheet>{before}<sheetData>{rows}</sheetData>{after}</worksheet>");
    let relations = relation("worksheet", "s1", "worksheets/sheet1.xml");
    let sheets = r#"<sheet name="Ark1" sheetId="1" r:id="s1"/>"#;
    made::package(sheets, &relations, &[("xl/worksheets/sheet1.xml", &sheet)])
}

fn rows(hidden: &[(u32, u32, bool)]) -> Vec<HiddenRows> {
    let rows = hidden.iter().map(|(from, to, filtered)| HiddenRows {
        from: *from,
        to: *to,
        filtered: *filtered,
    });
    rows.collect()
}

const ROWS: &str = concat!(
    r#"<row r="1"><c r="A1" t="str"><v>hidden="1"</v></c></row>"#,
    r#"<row r="2" spans="1:2" hidden="1"><c r="A2"><v>7</v></c></row>"#,
    r#"<row r="3" hidden="true"/><row r="4" hidden="0"><c r="A4"><v>7</v></c></row>"#,
    r#"<row r="9" hidden="1"><c r="A9"><v>7</v></c></row>"#,
);

#[test]
fn a_sheet_of_a_package_says_what_it_hides() {
    let columns =
        r#"<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" hidden="0"/></cols>"#;
    let used = r#"<sheetProtection autoFilter="0"/><autoFilter ref="A1:C5"><filterColumn colId="0"/></autoFilter>"#;
    let unused = r#"<autoFilter ref="A1:C5"/>"#;
    let by_hand = [(2, 3, false), (9, 9, false)];
    let by_filter = [(2, 3, true), (9, 9, false)];
    for (around, wanted) in [
        (format!("{columns}|"), by_hand),
        (format!("{columns}|{unused}"), by_hand),
        (format!("{columns}|{used}"), by_filter),
    ] {
        let found = out_of_sight(&xlsx(&around, ROWS));
        assert_eq!(found.rows, rows(&wanted), "{around}");
        assert_eq!(found.columns, [(2, 3)], "{around}");
    }
}

#[test]
fn a_filter_on_a_table_of_the_sheet_is_a_filter() {
    let sheet = format!("<worksheet><sheetData>{ROWS}</sheetData></worksheet>");
    let relations = relation("worksheet", "s1", "worksheets/sheet1.xml");
    let sheets = r#"<sheet name="Ark1" sheetId="1" r:id="s1"/>"#;
    let own = relation("table", "t1", "../tables/table1.xml");
    let own = format!("<Relationships>{own}</Relationships>");
    let in_use = r#"<filterColumn colId="0"/>"#;
    for (filter, wanted) in [
        ("", &[(2, 3, false), (9, 9, false)][..]),
        (in_use, &[(2, 2, false), (3, 3, true), (9, 9, false)]),
    ] {
        let table =
            format!(r#"<table ref="A3:B8"><autoFilter ref="A3:B8">{filter}</autoFilter></table>"#);
        let found = out_of_sight(&made::package(
            sheets,
            &relations,
            &[
                ("xl/worksheets/sheet1.xml", &sheet),
                ("xl/worksheets/_rels/sheet1.xml.rels", &own),
                ("xl/tables/table1.xml", &table),
            ],
        ));
        assert_eq!(found.rows, rows(wanted), "{filter}");
    }
}

#[test]
fn a_table_of_an_ods_says_what_it_hides() {
    let cell = ods_cell("");
    let row = |more: &str| format!("<table:table-row {more}>{cell}</table:table-row>");
    let columns = concat!(
        r#"<table:table-column table:number-columns-repeated="3"/>"#,
        r#"<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>"#,
    );
    let twice = r#"table:visibility="collapse" table:number-rows-repeated="2""#;
    let all = [
        columns.to_owned(),
        row(""),
        row(twice),
        row(r#"table:visibility="filter""#),
        row(r#"table:visibility="visible""#),
    ];
    let found = out_of_sight(&ods(&all.concat()));
    assert_eq!(found.rows, rows(&[(2, 3, false), (4, 4, true)]));
    assert_eq!(found.columns, [(4, 5)]);
}

#[test]
fn an_old_sheet_says_what_it_hides() {
    let words = |words: &[u16]| {
        words
            .iter()
            .flat_map(|word| word.to_le_bytes())
            .collect::<Vec<_>>()
    };
    let row = |row: u16, flags: u16| record(0x0208, &words(&[row, 0, 1, 300, 0, 0, flags, 15]));
    let column = record(0x007D, &words(&[1, 3, 2000, 15, 1, 0]));
    let cells = [
        column,
        row(0, 0x0100),
        row(1, 0x0120),
        row(2, 0x0120),
        number(0, 0),
        number(1, 0),
    ];
    for filtered in [false, true] {
        let filter = if filtered {
            record(0x009B, &[])
        } else {
            Vec::new()
        };
        let sheet = [filter, cells.concat()].concat();
        let found = out_of_sight(&xls(&[], &[(0, sheet)]));
        assert_eq!(found.rows, rows(&[(2, 3, filtered)]));
        assert_eq!(found.columns, [(2, 4)]);
    }
}
