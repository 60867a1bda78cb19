//! What becomes of files that are not as they should be: a table of each kind.

mod binary;
mod bombs;
mod kinds;
mod made;
mod sight;
mod signed;

use made::{compound, number, ods_with, record, workbook_stream, xls, xlsx};

use crate::fault::FaultKind;
use crate::workbook::Workbook;

/// Opens a file and says what is told of it.
fn refusal(bytes: &[u8]) -> FaultKind {
    match Workbook::open(bytes) {
        Err(fault) => fault.kind,
        Ok(workbook) => panic!("was read: {workbook:?}"),
    }
}

#[test]
fn a_file_without_anything_in_it_is_empty() {
    for bytes in [
        Vec::new(),
        xlsx("", ""),
        xlsx("<row r=\"1\"><c r=\"A1\" t=\"str\"><v> </v></c></row>", ""),
    ] {
        assert_eq!(refusal(&bytes), FaultKind::Empty);
    }
    // A synced folder shows noughts until the file has come.
    assert_eq!(refusal(&[0; 4096]), FaultKind::Damaged);
}

#[test]
fn a_password_is_told_as_such() {
    let secret = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    for bytes in [
        compound(&[("EncryptionInfo", b"..."), ("EncryptedPackage", &[7; 9000])]),
        // By a word of sixteen bits, and by RC4.
        xls(
            &record(0x002F, &[0, 0, 0x59, 0xB3, 0x0A, 0x9A]),
            &[(0, number(0, 0))],
        ),
        xls(&record(0x002F, &[1, 0, 1, 0, 1, 0]), &[(0, number(0, 0))]),
        ods_with("", secret),
    ] {
        assert_eq!(refusal(&bytes), FaultKind::Encrypted);
    }
}

#[test]
fn a_file_that_was_cut_is_never_read_as_whole() {
    let many = (0..400).flat_map(|row| number(row, 3)).collect();
    let whole_xls = xls(&[], &[(0, many), (0, number(1, 1))]);
    let rows: String = (1..400)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c></row>"))
        .collect();
    let whole_xlsx = xlsx(&rows, "");
    for whole in [whole_xls, whole_xlsx] {
        assert!(Workbook::open(&whole).unwrap().faults.is_empty());
        // From the first bytes that give the format away.
        for length in (8..whole.len() - 600).step_by(97) {
            assert_eq!(refusal(&whole[..length]), FaultKind::Damaged, "{length}");
            // Some copiers make room for the whole file first.
            let mut padded = whole[..length].to_vec();
            padded.resize(whole.len(), 0);
            assert_eq!(refusal(&padded), FaultKind::Damaged, "{length} padded");
        }
    }
}

#[test]
fn a_workbook_without_its_last_sheet_is_damaged() {
    let stream = workbook_stream(&[], &[(0, number(0, 0)), (0, number(1, 1))]);
    for length in (40..stream.len()).step_by(3) {
        assert_eq!(
            refusal(&compound(&[("Workbook", &stream[..length])])),
            FaultKind::Damaged
        );
    }
}

#[test]
fn no_byte_that_is_changed_makes_the_reader_fall() {
    let files = [
        xlsx(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
            "<sst><si><t>x</t></si></sst>",
        ),
        xls(&[], &[(0, number(0, 0))]),
        ods_with(
            &format!("<table:table-row>{}</table:table-row>", made::ods_cell("")),
            "",
        ),
    ];
    let mut seed = 1_u32;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        usize::try_from(seed >> 8).unwrap() % below
    };
    for whole in files {
        for _ in 0..300 {
            let mut changed = whole.clone();
            for _ in 0..=next(4) {
                let place = next(changed.len());
                changed[place] = u8::try_from(next(256)).unwrap();
            }
            // Whatever it is now, it is answered.
            let _ = Workbook::open(&changed);
        }
    }
}
