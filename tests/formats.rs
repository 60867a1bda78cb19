//! The same form saved as .xlsx, .xlsb, .xls and .ods is the same report.

use samlerapport_fixtures::{Content, Format, MAKERS, SOUND, Sheet, odd_file, organisation, sound};
use samlerapport_ingest::{Evidence, Field, FormId, Report, Value, read};

#[test]
fn a_form_reads_alike_from_every_format() {
    for mut sheet in sound_sheets() {
        // Our .xls cannot carry a picture, so all are signed by a typed name.
        for block in &mut sheet.filling.signatures {
            block.picture = false;
            block.typed = Some("Gro Ødegård".to_owned());
        }
        let xlsx = report(&sheet, Format::Xlsx);
        for format in [Format::Xlsb, Format::Xls, Format::Ods] {
            let other = report(&sheet, format);
            let form = sheet.form.key();
            let ending = format.ending();
            assert_eq!(values(&other), values(&xlsx), "{form}.{ending}");
            assert_eq!(other.signatures, xlsx.signatures, "{form}.{ending}");
        }
    }
}

#[test]
#[ignore = "needs LibreOffice"]
fn another_program_opens_our_xlsb_and_saves_the_same_form() {
    for (sheet, at) in sound_sheets().into_iter().zip(1..) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(format!("skjema{at}.xlsb"));
        std::fs::write(&path, Format::Xlsb.write(&sheet).unwrap()).unwrap();
        let known = report(&sheet, Format::Xlsb);
        for kind in ["xlsx", "xls", "ods"] {
            let home = format!(
                "-env:UserInstallation=file://{}/home",
                folder.path().display()
            );
            let done = std::process::Command::new("soffice")
                .args([&home, "--headless", "--convert-to", kind, "--outdir"])
                .args([folder.path(), &path])
                .output()
                .unwrap();
            assert!(done.status.success());
            let saved = folder.path().join(format!("skjema{at}.{kind}"));
            let readings = read(&std::fs::read(saved).unwrap());
            let other = readings[0].report.as_ref().unwrap();
            assert_eq!(values(other), values(&known), "{kind} {:?}", sheet.form);
            assert_eq!(
                other.signatures, known.signatures,
                "{kind} {:?}",
                sheet.form
            );
        }
    }
}

#[test]
fn a_picture_in_the_signature_field_is_seen() {
    for sheet in sound_sheets() {
        for format in [Format::Xlsx, Format::Xlsb] {
            let report = report(&sheet, format);
            let evidence = report.signatures[0].evidence;
            assert_eq!(evidence, Evidence::Picture, "{format:?} {:?}", sheet.form);
        }
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
                "avlyst-kveld",
                "felt-to-ganger",
                "ark-uten-overskrifter",
                "rader-skjult",
                "rader-filtrert",
                "kolonne-skjult",
                "likeperson-skjult",
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
    let values = told.map(|(field, told)| (*field, told.typed.to_string(), told.value.clone()));
    (report.form, values.collect())
}
