//! Honest workbooks, written by a library and read back cell by cell.

use chrono::{NaiveDate, TimeDelta};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format as CellFormat, Formula, Image, Workbook as Written,
};

use super::content::DAY_ZERO;
use super::{Area, Content, HiddenRows, Workbook};

/// A picture of one dot.
pub(crate) const DOT: &[u8] = &[
    0x89, b'P', b'N', b'G', 13, 10, 26, 10, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0,
    0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xDE, 0, 0, 0, 12, b'I', b'D', b'A', b'T', 8, 0xD7,
    0x63, 0xF8, 0xCF, 0xC0, 0, 0, 3, 1, 1, 0, 0x18, 0xDD, 0x8D, 0xB0, 0, 0, 0, 0, b'I', b'E', b'N',
    b'D', 0xAE, 0x42, 0x60, 0x82,
];

/// A sheet with one cell of each kind, and some that are as good as empty.
fn of_each_kind() -> Vec<u8> {
    let mut written = Written::new();
    let day = CellFormat::new().set_num_format("dd.mm.yyyy");
    let time = CellFormat::new().set_num_format("hh:mm");
    let both = CellFormat::new().set_num_format("dd.mm.yyyy hh:mm");
    let length = CellFormat::new().set_num_format("[h]:mm");
    let sheet = written.add_worksheet().set_name("Møteplass").unwrap();
    sheet.write(0, 0, "\u{a0} Lag for \u{c5}s \u{a0}").unwrap();
    sheet.write(0, 1, "A\u{30a}s").unwrap();
    sheet.write(0, 2, " \u{a0} ").unwrap();
    sheet.write(1, 0, 18.3).unwrap();
    sheet.write(1, 1, true).unwrap();
    let at = |text| ExcelDateTime::parse_from_str(text).unwrap();
    sheet
        .write_with_format(2, 0, at("2025-06-12"), &day)
        .unwrap();
    sheet
        .write_with_format(2, 1, at("18:30:00"), &time)
        .unwrap();
    sheet
        .write_with_format(2, 2, at("2025-06-12T18:30:00"), &both)
        .unwrap();
    sheet.write_with_format(2, 3, 1.0625, &length).unwrap();
    sheet.write_with_format(2, 4, 20_250_612, &day).unwrap();
    sheet
        .write_formula(3, 0, Formula::new("1/0").set_result("#DIV/0!"))
        .unwrap();
    sheet
        .write_formula(3, 1, Formula::new("2+2").set_result("4"))
        .unwrap();
    written.save_to_buffer().unwrap()
}

#[test]
fn what_a_chapter_typed_comes_back_cell_by_cell() {
    let opened = Workbook::open(&of_each_kind()).unwrap();

    let cells: Vec<_> = opened.sheets[0]
        .cells
        .iter()
        .map(|cell| (cell.row, cell.column, cell.content.clone()))
        .collect();
    let june = NaiveDate::from_ymd_opt(2025, 6, 12).unwrap();
    let zero = DAY_ZERO.unwrap();
    let text = |text: &str| Content::Text(text.into());
    assert_eq!(opened.sheets[0].name, "Møteplass");
    assert_eq!(
        cells,
        [
            (1, 1, text("Lag for Ås")),
            (1, 2, text("Ås")),
            (2, 1, Content::Number(18.3)),
            (2, 2, Content::Bool(true)),
            (3, 1, Content::DateTime(june.and_hms_opt(0, 0, 0).unwrap())),
            (
                3,
                2,
                Content::DateTime(zero.and_hms_opt(18, 30, 0).unwrap())
            ),
            (
                3,
                3,
                Content::DateTime(june.and_hms_opt(18, 30, 0).unwrap())
            ),
            (3, 4, Content::Duration(TimeDelta::minutes(25 * 60 + 30))),
            (3, 5, Content::Number(20_250_612.0)),
            (4, 1, Content::Error),
            (4, 2, Content::Number(4.0)),
        ]
    );
    assert!(opened.faults.is_empty());
}

/// A form with properties, a merged area, a picture and a hidden sheet.
fn with_surroundings() -> Vec<u8> {
    let mut written = Written::new();
    written.set_properties(
        &DocProperties::new().set_custom_property("samlerapport.form", "moteplass"),
    );
    let first = written.add_worksheet();
    first.write(0, 0, "Underskrift").unwrap();
    first
        .merge_range(4, 1, 5, 3, "Leder", &CellFormat::new())
        .unwrap();
    first
        .insert_image(9, 2, &Image::new_from_buffer(DOT).unwrap())
        .unwrap();
    first.write(12, 0, "Skjult rad").unwrap();
    first.set_row_hidden(12).unwrap();
    first.set_row_hidden(13).unwrap();
    first.set_column_hidden(5).unwrap();
    first.set_column_hidden(6).unwrap();
    first.write(12, 6, "Skjult kolonne").unwrap();
    written
        .add_worksheet()
        .set_hidden(true)
        .write(0, 0, "Skjult")
        .unwrap();
    written.save_to_buffer().unwrap()
}

#[test]
fn what_lies_around_the_cells_comes_along() {
    let opened = Workbook::open(&with_surroundings()).unwrap();

    let properties = [("samlerapport.form".to_owned(), "moteplass".to_owned())];
    assert_eq!(opened.properties, properties);
    let area = Area {
        from: (5, 2),
        to: (6, 4),
    };
    assert_eq!(opened.sheets[0].merged, [area]);
    assert_eq!(opened.sheets[0].pictures, [(10, 3)]);
    let hidden = HiddenRows {
        from: 13,
        to: 14,
        filtered: false,
    };
    assert_eq!(opened.sheets[0].out_of_sight.rows, [hidden]);
    assert_eq!(opened.sheets[0].out_of_sight.columns, [(6, 7)]);
    assert_eq!(
        opened
            .sheets
            .iter()
            .map(|sheet| sheet.hidden)
            .collect::<Vec<_>>(),
        [false, true]
    );
}

#[test]
#[ignore = "needs LibreOffice"]
fn other_programs_formats_tell_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("form.xlsx");
    let forms = [of_each_kind(), with_surroundings()];
    for (form, kind) in forms
        .iter()
        .flat_map(|form| ["xls", "ods", "xlsx"].map(|kind| (form, kind)))
    {
        std::fs::write(&path, form).unwrap();
        let told = Workbook::open(form).unwrap();
        let home = format!(
            "-env:UserInstallation=file://{}/home",
            folder.path().display()
        );
        let out = folder.path().join(kind);
        let done = std::process::Command::new("soffice")
            .args([&home, "--headless", "--convert-to", kind, "--outdir"])
            .args([&out, &path])
            .output()
            .unwrap();
        assert!(done.status.success());
        let bytes = std::fs::read(out.join(format!("form.{kind}"))).unwrap();

        let opened = Workbook::open(&bytes).unwrap();

        for property in &told.properties {
            assert!(opened.properties.contains(property), "{kind}");
        }
        for (opened, told) in opened.sheets.iter().zip(&told.sheets) {
            for (opened, told) in opened.cells.iter().zip(&told.cells) {
                // OpenDocument has no truth value without its format, and its years end.
                let lost = told.content == Content::Bool(true)
                    || told.content == Content::Number(20_250_612.0);
                if kind != "ods" || !lost {
                    assert_eq!(opened, told, "{kind}");
                }
            }
            assert_eq!(opened.cells.len(), told.cells.len(), "{kind}");
            assert_eq!(opened.merged, told.merged, "{kind}");
            assert_eq!(opened.hidden, told.hidden, "{kind}");
            assert_eq!(opened.out_of_sight, told.out_of_sight, "{kind}");
            assert_eq!(opened.pictures, told.pictures, "{kind}");
        }
        assert_eq!(opened.sheets.len(), told.sheets.len(), "{kind}");
        assert!(opened.faults.is_empty(), "{kind}");
    }
}
