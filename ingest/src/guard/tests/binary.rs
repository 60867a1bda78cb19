//! Binary workbooks: what lies in them, and what they promise.

use super::made;
use crate::fault::FaultKind;
use crate::guard::binary::push;
use crate::workbook::{Area, Content, Workbook};

const ROW: u16 = 0x00;
const END_OF_CELLS: u16 = 0x92;

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    push(&mut out, kind, data);
    out
}

fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let length = u32::try_from(units.len()).unwrap().to_le_bytes();
    let letters = units.into_iter().flat_map(u16::to_le_bytes);
    length.into_iter().chain(letters).collect()
}

/// A cell in a column, with what it holds.
fn cell(kind: u16, column: u32, value: &[u8]) -> Vec<u8> {
    let place = [column.to_le_bytes(), [0; 4]].concat();
    record(kind, &[&place, value].concat())
}

/// A workbook of one sheet with these records in its first row, and two texts.
fn xlsb(cells: &[Vec<u8>], after: &[Vec<u8>]) -> Vec<u8> {
    made::zip(&parts(cells, after))
}

fn parts(cells: &[Vec<u8>], after: &[Vec<u8>]) -> [(&'static str, Vec<u8>); 5] {
    let row = record(ROW, &[0; 17]);
    let begin = [record(0x81, &[]), record(0x91, &[]), row].concat();
    let sheet = [begin, cells.concat(), after.concat()].concat();
    let tab = [vec![0; 8], wide("s1"), wide("Ark1")].concat();
    let book = [
        record(0x99, &[0; 12]),
        record(0x9C, &tab),
        record(0x90, &[]),
    ]
    .concat();
    let texts = ["Dato", "Tema"].map(|text| record(0x13, &[vec![0], wide(text)].concat()));
    let texts = [record(0x9F, &[0xFF; 8]), texts.concat()].concat();
    let relations = made::relation("worksheet", "s1", "worksheets/sheet1.bin");
    let format = [&[0xA4, 0][..], &wide("dd.mm")].concat();
    let styles = [
        record(0x267, &[1, 0, 0, 0]),
        record(0x2C, &format),
        record(0x269, &[1, 0, 0, 0]),
        record(0x2F, &[0; 16]),
    ];
    [
        ("xl/workbook.bin", book),
        ("xl/_rels/workbook.bin.rels", relations.into_bytes()),
        ("xl/sharedStrings.bin", texts),
        ("xl/styles.bin", styles.concat()),
        ("xl/worksheets/sheet1.bin", sheet),
    ]
}

/// The parts of a workbook with a cell of most kinds.
fn sound() -> [(&'static str, Vec<u8>); 5] {
    let number = cell(0x05, 0, &2.5_f64.to_le_bytes());
    let texts = [cell(0x06, 1, &wide("kl. 18")), cell(0x07, 2, &[1, 0, 0, 0])];
    let area = [4_u32, 5, 1, 3].map(u32::to_le_bytes).concat();
    let after = [record(END_OF_CELLS, &[]), record(0xB0, &area)];
    parts(&[vec![number], texts.to_vec()].concat(), &after)
}

#[test]
fn no_byte_changed_within_a_part_makes_the_guard_fall() {
    let mut seed = 7_u32;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        usize::try_from(seed >> 8).unwrap() % below
    };
    let (mut read, tries) = (0, 2_000);
    for _ in 0..tries {
        let mut parts = sound();
        for _ in 0..=next(3) {
            let (_, part) = &mut parts[next(5)];
            let place = next(part.len());
            part[place] = u8::try_from(next(256)).unwrap();
        }
        let bytes = made::zip(&parts);
        // The library may fall, and is caught; what we make of the file may not.
        read += usize::from(crate::guard::lean(&bytes).is_ok());
        let _ = Workbook::open(&bytes);
    }
    assert!((1..tries).contains(&read), "{read}");
}

fn contents(bytes: &[u8]) -> (Vec<(u16, Content)>, Vec<FaultKind>) {
    let opened = Workbook::open(bytes).unwrap();
    let cells = opened.sheets.into_iter().flat_map(|sheet| sheet.cells);
    (
        cells.map(|cell| (cell.column, cell.content)).collect(),
        opened.faults.into_iter().map(|fault| fault.kind).collect(),
    )
}

fn unreadable() -> FaultKind {
    FaultKind::SheetUnreadable {
        sheet: "Ark1".to_owned(),
    }
}

#[test]
fn every_kind_of_cell_is_read() {
    let number = 2.5_f64.to_le_bytes();
    let formula = [0x1E, 0, 0, 0, 0xFF, 0xFF];
    let text = Content::Text;
    let cases: Vec<(Vec<u8>, Option<Content>)> = vec![
        (cell(0x01, 0, &[]), None),
        (cell(0x02, 1, &[0x0A, 0, 0, 0]), Some(Content::Number(2.0))),
        (cell(0x03, 2, &[0x17]), Some(Content::Error)),
        (cell(0x04, 3, &[1]), Some(Content::Bool(true))),
        (cell(0x05, 4, &number), Some(Content::Number(2.5))),
        (cell(0x06, 5, &wide("kl. 18")), Some(text("kl. 18".into()))),
        (cell(0x07, 6, &[1, 0, 0, 0]), Some(text("Tema".into()))),
        (
            cell(0x08, 7, &[wide("Åse"), formula.to_vec()].concat()),
            Some(text("Åse".into())),
        ),
        (
            cell(0x09, 8, &[&number[..], &formula].concat()),
            Some(Content::Number(2.5)),
        ),
        (
            cell(0x0A, 9, &[&[0][..], &formula].concat()),
            Some(Content::Bool(false)),
        ),
        (
            cell(0x0B, 10, &[&[0x2A][..], &formula].concat()),
            Some(Content::Error),
        ),
        (
            cell(0x3E, 11, &[vec![1], wide("to farger"), vec![1; 8]].concat()),
            Some(text("to farger".into())),
        ),
    ];
    let cells: Vec<Vec<u8>> = cases.iter().map(|(cell, _)| cell.clone()).collect();
    let wanted: Vec<(u16, Content)> = (1..)
        .zip(cases)
        .filter_map(|(column, (_, content))| Some((column, content?)))
        .collect();
    let (found, faults) = contents(&xlsb(&cells, &[record(END_OF_CELLS, &[])]));
    assert_eq!(found, wanted);
    assert_eq!(faults, []);
}

#[test]
fn merged_areas_stand_after_the_cells() {
    let area = [4_u32, 5, 1, 3].map(u32::to_le_bytes).concat();
    let after = [record(END_OF_CELLS, &[]), record(0xB0, &area)];
    let opened = Workbook::open(&xlsb(&[cell(0x04, 0, &[1])], &after)).unwrap();
    let area = Area {
        from: (5, 2),
        to: (6, 4),
    };
    assert_eq!(opened.sheets[0].merged, [area]);
}

#[test]
fn hidden_rows_and_columns_are_told() {
    let longs = |longs: &[u32]| {
        longs
            .iter()
            .flat_map(|long| long.to_le_bytes())
            .collect::<Vec<_>>()
    };
    let row = |row: u32, flags: u8| {
        let mut data = longs(&[row, 0]);
        data.extend([0x2C, 1, 0, flags, 0, 0, 0, 0, 0]);
        record(ROW, &data)
    };
    let columns = record(0x3C, &[longs(&[2, 4, 2000, 0]), vec![1, 0]].concat());
    let cells = [
        columns,
        row(1, 0x10),
        cell(0x04, 0, &[1]),
        row(2, 0x10),
        row(8, 0x10),
    ];
    let filter = [record(0xA1, &longs(&[0, 5, 0, 3])), record(0xA3, &[0; 6])].concat();
    for (filter, by_filter) in [(Vec::new(), false), (filter, true)] {
        let after = [record(END_OF_CELLS, &[]), filter];
        let opened = Workbook::open(&xlsb(&cells, &after)).unwrap();
        let hidden = &opened.sheets[0].out_of_sight;
        let rows = hidden
            .rows
            .iter()
            .map(|rows| (rows.from, rows.to, rows.filtered));
        let wanted = [(2, 3, by_filter), (9, 9, false)];
        assert!(rows.eq(wanted), "{hidden:?}");
        assert_eq!(hidden.columns, [(3, 5)]);
    }
}

#[test]
fn a_record_that_promises_too_much_costs_its_sheet_alone() {
    let sound = cell(0x04, 0, &[1]);
    let end = record(END_OF_CELLS, &[]);
    let read = (vec![(1, Content::Bool(true))], vec![unreadable()]);
    let cases: [(&str, Vec<Vec<u8>>); 6] = [
        (
            "two hundred megabytes that are not there",
            vec![vec![0x05, 0x80, 0x80, 0x80, 0x64]],
        ),
        ("the end is missing", vec![]),
        (
            "a text beyond the table",
            vec![cell(0x07, 1, &[9, 0, 0, 0]), end.clone()],
        ),
        (
            "a text longer than its cell",
            vec![cell(0x06, 1, &[0xFF; 4]), end.clone()],
        ),
        (
            "a column that no sheet has",
            vec![cell(0x04, u32::MAX, &[1]), end.clone()],
        ),
        ("a cell without a column", vec![record(0x0F, &[0; 4]), end]),
    ];
    for (name, after) in cases {
        let found = contents(&xlsb(std::slice::from_ref(&sound), &after));
        assert_eq!(found, read, "{name}");
    }
}
