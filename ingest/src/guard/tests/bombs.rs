//! Files that would cost more than they may, and honest ones that look like them.

use super::made::{number, ods, ods_cell, package, record, relation, xls, xlsx, zip};
use super::refusal;
use crate::fault::FaultKind;
use crate::workbook::{Content, Workbook};

/// The filled cells by row and column, and the faults.
fn read(bytes: &[u8]) -> (Vec<(u32, u16)>, Vec<FaultKind>) {
    let workbook = Workbook::open(bytes).unwrap();
    let cells = workbook.sheets.iter().flat_map(|sheet| &sheet.cells);
    (
        cells.map(|cell| (cell.row, cell.column)).collect(),
        workbook
            .faults
            .into_iter()
            .map(|fault| fault.kind)
            .collect(),
    )
}

fn unreadable(sheet: &str) -> FaultKind {
    FaultKind::SheetUnreadable {
        sheet: sheet.to_owned(),
    }
}

#[test]
fn two_cells_far_apart_are_two_cells() {
    let far = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#;
    assert_eq!(
        read(&xlsx(far, "")),
        (vec![(1, 1), (1_048_576, 16_384)], vec![])
    );
    let xls = xls(&[], &[(0, [number(0, 0), number(65_535, 255)].concat())]);
    assert_eq!(read(&xls), (vec![(1, 1)], vec![FaultKind::TooLarge]));
    let gap = r#"<table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>"#;
    let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
    let blank = r#"<table:table-cell table:number-columns-repeated="16383"/>"#;
    let far = [
        &row(&ods_cell("")),
        gap,
        &row(&format!("{blank}{}", ods_cell(""))),
    ]
    .concat();
    assert_eq!(read(&ods(&far)), (vec![(1, 1)], vec![FaultKind::TooLarge]));
}

#[test]
fn cells_come_in_the_order_of_the_sheet() {
    let rows = r#"<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row><row r="1"><c r="C1"><v>3</v></c></row>"#;
    assert_eq!(
        read(&xlsx(rows, "")),
        (vec![(1, 3), (2, 1), (2, 2)], vec![])
    );
}

#[test]
fn a_sheet_formatted_to_its_end_is_fine() {
    let rows: String = (1..=100_000)
        .map(|row| {
            format!(
                "<row r=\"{row}\" s=\"1\"><c r=\"A{row}\" s=\"3\"/><c r=\"B{row}\" s=\"3\"/></row>"
            )
        })
        .collect();
    let filled = r#"<row r="100001"><c r="B100001"><v>1</v></c></row>"#;
    assert_eq!(
        read(&xlsx(&(rows + filled), "")),
        (vec![(100_001, 2)], vec![])
    );
    let row = format!("<table:table-row>\n {}\n</table:table-row>\n", ods_cell(""));
    let blank = r#"<table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384" table:style-name="ce1"/></table:table-row>"#;
    assert_eq!(read(&ods(&(row + blank))), (vec![(1, 1)], vec![]));
}

#[test]
fn what_is_packed_too_tight_is_too_large() {
    let spaces = " ".repeat(26 << 20);
    let strings = format!("<sst><si><t>{spaces}</t></si></sst>");
    assert_eq!(refusal(&xlsx("", &strings)), FaultKind::TooLarge);
    assert_eq!(
        refusal(&xlsx(&" ".repeat(3 << 20), "")),
        FaultKind::TooLarge
    );
    let entries: Vec<_> = (0..5_000).map(|n| (format!("xl/{n}.xml"), "")).collect();
    assert_eq!(refusal(&zip(&entries)), FaultKind::TooLarge);
    let formats = format!(
        "<styleSheet><cellXfs>{}</cellXfs></styleSheet>",
        "<xf/>".repeat(80_000)
    );
    let bytes = package("", "", &[("xl/styles.xml", &formats)]);
    assert_eq!(refusal(&bytes), FaultKind::TooLarge);
}

#[test]
fn parts_that_lie_over_one_another_are_too_large() {
    let rows: String = (1..400_u32)
        .map(|row| {
            format!(
                "<row r=\"{row}\"><c r=\"A{row}\"><v>{}</v></c></row>",
                row * row * 7
            )
        })
        .collect();
    let archive = xlsx(&rows, "");
    let place = |bytes: &[u8], wanted: &[u8]| {
        bytes
            .windows(wanted.len())
            .position(|window| window == wanted)
            .unwrap()
    };
    let (parts, rest) = archive.split_at(place(&archive, b"PK\x01\x02"));
    let (listed, end) = rest.split_at(place(rest, b"PK\x05\x06"));
    let mut bytes = parts.to_vec();
    for letter in b'A'..=b'T' {
        // The same bytes under another name each time.
        let mut listed = listed.to_vec();
        let name = place(&listed, b"sheet1.xml");
        listed[name + 5] = letter;
        bytes.extend(listed);
    }
    let mut end = end.to_vec();
    let count = u16::from_le_bytes([end[8], end[9]]) * 20;
    end[8..10].copy_from_slice(&count.to_le_bytes());
    end[10..12].copy_from_slice(&count.to_le_bytes());
    let size = u32::try_from(listed.len()).unwrap() * 20;
    end[12..16].copy_from_slice(&size.to_le_bytes());
    bytes.extend(end);
    assert_eq!(refusal(&bytes), FaultKind::TooLarge);
}

#[test]
fn a_promised_count_is_not_believed() {
    let strings = r#"<sst count="4000000000" uniqueCount="4000000000"><si><t>x</t></si></sst>"#;
    let row = r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#;
    assert_eq!(read(&xlsx(row, strings)), (vec![(1, 1)], vec![]));
    // The rectangle that an xls says it has.
    let size = [0_u32.to_le_bytes(), 65_536_u32.to_le_bytes()].concat();
    let size = record(0x0200, &[&size[..], &[0, 0, 0, 1, 0, 0]].concat());
    let bytes = xls(&[], &[(0, [size, number(0, 0)].concat())]);
    assert_eq!(read(&bytes), (vec![(1, 1)], vec![]));
}

#[test]
fn a_long_text_used_again_and_again_is_bounded() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "å".repeat(1 << 19));
    let rows: String = (1..=20_000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>"))
        .collect();
    let (cells, faults) = read(&xlsx(&rows, &strings));
    assert!(cells.len() <= 16);
    assert_eq!(faults, [FaultKind::TooLarge]);
    let cell = format!(
        r#"<table:table-cell office:value-type="string" table:number-columns-repeated="1000"><text:p>{}</text:p></table:table-cell>"#,
        "x".repeat(1 << 20)
    );
    let row = format!("<table:table-row>{cell}</table:table-row>");
    assert_eq!(refusal(&ods(&row)), FaultKind::TooLarge);
}

#[test]
fn what_an_ods_repeats_is_bounded() {
    let cell = ods_cell(r#"table:number-columns-repeated="16384""#);
    let rows = format!(
        r#"<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>"#
    );
    let (cells, faults) = read(&ods(&rows));
    assert!(cells.len() <= 200_001);
    assert!(faults.contains(&FaultKind::TooLarge));
    // What is cut off is told, though it is the same cell in every row.
    let rows = format!(
        r#"<table:table-row table:number-rows-repeated="1048576">{}</table:table-row>"#,
        ods_cell("")
    );
    let (cells, faults) = read(&ods(&rows));
    assert_eq!((cells.len(), faults), (5_000, vec![FaultKind::TooLarge]));
    let row = format!(
        "<table:table-row>{}</table:table-row>",
        ods_cell(r#"table:number-columns-repeated="3""#)
    );
    assert_eq!(read(&ods(&row)), (vec![(1, 1), (1, 2), (1, 3)], vec![]));
}

#[test]
fn a_part_that_stands_for_many_sheets_is_too_large() {
    let sheet =
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>";
    let part = [("xl/worksheets/sheet1.xml", sheet)];
    let tabs = |of: &dyn Fn(usize) -> usize| -> String {
        (0..2_000)
            .map(|n| format!("<sheet name=\"{n}\" sheetId=\"{n}\" r:id=\"s{}\"/>", of(n)))
            .collect()
    };
    let relations: String = (0..2_000)
        .map(|n| relation("worksheet", &format!("s{n}"), "worksheets/sheet1.xml"))
        .collect();
    let one = relation("worksheet", "s1", "worksheets/sheet1.xml");
    for bytes in [
        package(&tabs(&|n| n), &relations, &part),
        package(&tabs(&|_| 1), &one, &part),
    ] {
        assert_eq!(refusal(&bytes), FaultKind::TooLarge);
    }
}

#[test]
fn a_chain_that_goes_round_ends() {
    let many: Vec<u8> = (0..400).flat_map(|row| number(row, 3)).collect();
    let whole = xls(&[], &[(0, many)]);
    assert_eq!(read(&whole).0.len(), 400);
    // The table of chains is the sector that the header names first.
    let table = usize::try_from(u32::from_le_bytes(whole[76..80].try_into().unwrap())).unwrap();
    let table = (table + 1) * 512;
    for target in [0_u32, 1, 2, 3] {
        let mut round = whole.clone();
        for entry in round[table..table + 512].chunks_exact_mut(4) {
            entry.copy_from_slice(&target.to_le_bytes());
        }
        assert_eq!(refusal(&round), FaultKind::Damaged);
    }
}

#[test]
fn one_broken_sheet_leaves_the_others() {
    let sound =
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>";
    let cut = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c";
    let tabs: String = (1..=4)
        .map(|n| format!("<sheet name=\"Ark{n}\" sheetId=\"{n}\" r:id=\"s{n}\"/>"))
        .collect();
    let relations = [
        relation("worksheet", "s1", "worksheets/sheet1.xml"),
        relation("worksheet", "s2", "worksheets/gone.xml"),
        relation("xlMacrosheet", "s3", "macrosheets/sheet1.xml"),
        relation("worksheet", "s4", "worksheets/sheet4.xml"),
    ];
    let parts = [
        ("xl/worksheets/sheet1.xml", cut),
        ("xl/worksheets/sheet4.xml", sound),
    ];
    let told = read(&package(&tabs, &relations.concat(), &parts));
    assert_eq!(
        told,
        (
            vec![(1, 1), (1, 1)],
            vec![unreadable("Ark1"), unreadable("Ark2")]
        )
    );
    // A chart or a sheet of macros in an xls holds no rows of a form.
    let chart = record(0x1002, &[0; 16]);
    let bytes = xls(&[], &[(2, chart), (1, number(0, 0)), (0, number(1, 1))]);
    assert_eq!(read(&bytes), (vec![(2, 2)], vec![]));
}

#[test]
fn a_value_that_is_not_known_costs_its_cell_alone() {
    let row = r#"<row r="1"><c r="A1" t="e"><v>#SPILL!</v></c><c r="B1" t="e"><v>#REF!</v></c><c r="C1"><f>A1</f></c></row>"#;
    let workbook = Workbook::open(&xlsx(row, "")).unwrap();
    assert_eq!(workbook.sheets[0].cells[0].content, Content::Error);
    assert_eq!(
        read(&xlsx(row, "")),
        (vec![(1, 2)], vec![FaultKind::FormulaError])
    );
}

#[test]
fn an_empty_continuation_is_passed_over() {
    let label = [&[0, 0, 0, 0, 0, 0, 2, 0, 0][..], b"Hi"].concat();
    let records = [record(0x0204, &label), record(0x003C, &[]), number(1, 1)].concat();
    let strings = [
        record(0x00FC, &[1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, b'x']),
        record(0x003C, &[]),
    ];
    assert_eq!(
        read(&xls(&strings.concat(), &[(0, records)])),
        (vec![(1, 1), (2, 2)], vec![])
    );
}

#[test]
fn parts_in_other_folders_are_found() {
    let main = relation("officeDocument", "w", "/Workbook2.xml");
    let sheet = relation("worksheet", "s1", "/Sheet1.xml");
    let row = "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>";
    let merged = "<mergeCells><mergeCell ref=\"A2:C3\"/></mergeCells>";
    let bytes = zip(&[
        (
            "[Content_Types].xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        ),
        (
            "_rels/.rels",
            &format!("<Relationships>{main}</Relationships>"),
        ),
        (
            "Workbook2.xml",
            "<x:workbook><x:sheets><x:sheet name=\"Ark1\" sheetId=\"1\" r:id=\"s1\"/></x:sheets></x:workbook>",
        ),
        (
            "_rels/Workbook2.xml.rels",
            &format!("<Relationships>{sheet}</Relationships>"),
        ),
        (
            "Sheet1.xml",
            &format!("<worksheet><sheetData>{row}</sheetData>{merged}</worksheet>"),
        ),
    ]);
    let workbook = Workbook::open(&bytes).unwrap();
    assert_eq!(workbook.sheets[0].cells.len(), 1);
    assert_eq!(
        (
            workbook.sheets[0].merged[0].from,
            workbook.sheets[0].merged[0].to
        ),
        ((2, 1), (3, 3))
    );
    assert!(workbook.faults.is_empty());
}
