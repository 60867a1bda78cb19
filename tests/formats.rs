//! The same form saved as .xlsx, .xls and .ods is the same report.

use samlerapport_fixtures::{Content, Format, MAKERS, SOUND, Sheet, odd_file, organisation, sound};
use samlerapport_ingest::{Evidence, Field, FormId, Report, Value, read};

#[test]
fn a_form_reads_alike_from_xlsx_xls_and_ods() {
    for mut sheet in sound_sheets() {
        // Our .xls cannot carry a picture, so all are signed by a typed name.
        for block in &mut sheet.filling.signatures {
            block.picture = false;
            block.typed = Some("Gro Ødegård".to_owned());
        }
        let xlsx = report(&sheet, Format::Xlsx);
        for format in [Format::Xls, Format::Ods] {
            let other = report(&sheet, format);
            let form = sheet.form.key();
            let ending = format.ending();
            assert_eq!(values(&other), values(&xlsx), "{form}.{ending}");
            assert_eq!(other.signatures, xlsx.signatures, "{form}.{ending}");
        }
    }
}

#[test]
fn a_picture_in_the_signature_field_is_seen() {
    for sheet in sound_sheets() {
        let report = report(&sheet, Format::Xlsx);
        assert_eq!(
            report.signatures[0].evidence,
            Evidence::Picture,
            "{}",
            sheet.form.key()
        );
    }
}

#[test]
fn every_odd_file_is_answered_with_a_fault() {
    for (name, _) in MAKERS {
        let readings = read(&odd_file(name).unwrap().unwrap());
        assert!(!readings.is_empty(), "{name}");
        for reading in readings {
            assert!(!reading.faults.is_empty(), "{name}");
            let form = [
                "uten-tabellhode",
                "ark-i-stykker",
                "ark-skjult",
                "formelfeil",
                "ukjent-overskrift",
            ]
            .contains(&name);
            assert_eq!(reading.report.is_some(), form, "{name}");
        }
    }
}

#[test]
fn every_form_of_the_demo_is_read_with_its_rows() {
    for file in organisation().unwrap().files {
        let Content::Sheet(sheet, _) = &file.content else {
            continue;
        };
        let readings = read(&file.bytes().unwrap());
        let report = readings[0].report.as_ref();
        let report = report.unwrap_or_else(|| panic!("{}: {readings:?}", file.name));
        assert_eq!(report.form, sheet.form, "{}", file.name);
        assert_eq!(report.rows.len(), sheet.filling.rows.len(), "{}", file.name);
        assert_eq!(
            report.board.len(),
            sheet.filling.board.len(),
            "{}",
            file.name
        );
        let faults = readings.iter().flat_map(|reading| &reading.faults);
        assert_eq!(faults.count(), 0, "{}: {readings:?}", file.name);
    }
}

fn sound_sheets() -> Vec<Sheet> {
    let files = sound(SOUND).unwrap().files.into_iter();
    files
        .filter_map(|file| match file.content {
            Content::Sheet(sheet, _) => Some(sheet),
            Content::Odd(_) => None,
        })
        .collect()
}

fn report(sheet: &Sheet, format: Format) -> Report {
    let mut readings = read(&format.write(sheet).unwrap());
    assert_eq!(readings.len(), 1, "{readings:?}");
    assert_eq!(readings[0].faults, [], "{}", sheet.form.key());
    readings.remove(0).report.unwrap()
}

/// What was told, without what a format shows in its own way.
fn values(report: &Report) -> (FormId, Vec<(Field, String, Option<Value>)>) {
    let rows = report
        .rows
        .iter()
        .chain(&report.board)
        .flat_map(|row| &row.cells);
    let told = report.fields.iter().chain(rows);
    let values = told.map(|(field, told)| (*field, told.typed.clone(), told.value.clone()));
    (report.form, values.collect())
}
