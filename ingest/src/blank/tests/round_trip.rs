//! What is written in a blank is what is read from it, in both written standards.

use std::sync::LazyLock;

use chrono::{NaiveDate, NaiveTime};

use crate::blank::{Entry, Filling, SignatureEntry, write};
use crate::chapter::Language;
use crate::form::{Field, FormId, Item, Kind, SignatureRole};
use crate::report::{Evidence, Recognised, Report, Row};
use crate::value::{Day, Value};

/// Something that may stand in a field, and what it is to be read as.
fn example(item: &Item) -> (Entry, Value) {
    let day = NaiveDate::from_ymd_opt(2025, 3, 4).unwrap();
    let time = NaiveTime::from_hms_opt(18, 30, 0).unwrap();
    let normal = |text: &str| (Entry::text(text), Value::Normal(text.to_owned()));
    match item.kind {
        Kind::Text | Kind::Choice(_) | Kind::County | Kind::Municipality => {
            (Entry::text("Skarvøy"), Value::Text)
        }
        Kind::Count => (Entry::Number(12.0), Value::Count(12)),
        Kind::Date => (Entry::Date(day), Value::Days(vec![Day::from(day)])),
        Kind::Time => (Entry::Time(time), Value::Time(time)),
        Kind::Hours => {
            let (minutes, per_day) = (90, false);
            (Entry::Number(1.5), Value::Duration { minutes, per_day })
        }
        Kind::YesNo => (Entry::text("Nei"), Value::YesNo(false)),
        Kind::Year => (Entry::Number(2025.0), Value::Year(2025)),
        Kind::OrganisationNumber => normal("123456785"),
        Kind::Email => normal("post@skarvoy.example"),
        Kind::Phone => normal("01234567"),
        Kind::Postcode => normal("0115"),
        Kind::Period => (Entry::text("hele året"), Value::WholeYear),
    }
}

fn filled(items: &[Item]) -> Vec<(Field, Entry)> {
    items
        .iter()
        .map(|item| (item.field, example(item).0))
        .collect()
}

fn filling(id: FormId, language: Language, hidden_id: bool) -> Filling {
    let columns = id.form().table.as_ref().unwrap().columns;
    let rows = vec![filled(columns); 3];
    let board = if id == FormId::AnnualReport {
        rows.clone()
    } else {
        Vec::new()
    };
    Filling {
        copied_by: None,
        language,
        chapter: Some("0417".to_owned()),
        basis_year: 2025,
        fields: filled(id.form().fields),
        rows,
        board,
        signatures: vec![
            SignatureEntry {
                name: Some("Åse Bø".to_owned()),
                date: Some(Entry::Date(NaiveDate::from_ymd_opt(2026, 2, 1).unwrap())),
                picture: true,
                ..SignatureEntry::new(id.form().signatures[0].role)
            },
            SignatureEntry {
                typed: Some("Odd Lie".to_owned()),
                ..SignatureEntry::new(SignatureRole::BoardMember)
            },
        ],
        hidden_id,
    }
}

fn report(id: FormId, language: Language, hidden_id: bool) -> Report {
    let bytes = write(id, &filling(id, language, hidden_id)).unwrap();
    let mut readings = crate::read(&bytes);
    assert_eq!(readings.len(), 1, "{id:?}");
    let reading = readings.remove(0);
    assert_eq!(reading.faults, [], "{id:?} {language:?}");
    reading.report.unwrap()
}

/// What was read from every form, in both written standards, with the hidden
/// properties and without.
static REPORTS: LazyLock<Vec<(FormId, Report)>> = LazyLock::new(|| {
    let mut reports = Vec::new();
    for id in FormId::ALL {
        for language in [Language::Bokmal, Language::Nynorsk] {
            for hidden_id in [true, false] {
                reports.push((id, report(id, language, hidden_id)));
            }
        }
    }
    reports
});

fn each_form(look: impl Fn(FormId, &Report)) {
    for (id, report) in REPORTS.iter() {
        look(*id, report);
    }
}

#[test]
fn every_field_comes_back() {
    each_form(|id, report| {
        assert_eq!(report.form, id);
        assert_eq!(report.basis_year(), Some(2025), "{id:?}");
        for item in id.form().fields {
            let told = report.told(item.field);
            let value = told.and_then(|told| told.value.clone());
            assert_eq!(value, Some(example(item).1), "{id:?} {:?}", item.field);
        }
    });
}

#[test]
fn every_row_comes_back() {
    each_form(|id, report| {
        let rows: &[Row] = if id == FormId::AnnualReport {
            &report.board
        } else {
            &report.rows
        };
        assert_eq!(rows.len(), 3, "{id:?}");
        for row in rows {
            for item in id.form().table.as_ref().unwrap().columns {
                let value = row.told(item.field).and_then(|told| told.value.clone());
                assert_eq!(value, Some(example(item).1), "{id:?} {:?}", item.field);
            }
        }
    });
}

#[test]
fn every_signature_block_comes_back() {
    each_form(|id, report| {
        let blocks = id.form().signatures;
        assert_eq!(report.signatures.len(), blocks.len(), "{id:?}");
        for (signature, block) in report.signatures.iter().zip(blocks) {
            assert_eq!(signature.role, block.role, "{id:?}");
        }
        let first = &report.signatures[0];
        assert_eq!(first.evidence, Evidence::Picture, "{id:?}");
        assert_eq!(first.name.as_deref(), Some("Åse Bø"), "{id:?}");
        assert!(first.date.is_some(), "{id:?}");
        if id == FormId::AnnualReport {
            let told: Vec<Evidence> = report
                .signatures
                .iter()
                .map(|block| block.evidence)
                .collect();
            assert_eq!(told, [Evidence::Picture, Evidence::Typed, Evidence::None]);
        }
    });
}

#[test]
fn a_blank_is_known_by_its_hidden_id_and_without_it_by_its_labels() {
    each_form(|id, report| {
        let hidden = report.recognised
            == Recognised::HiddenId {
                version: id.form().version,
            };
        assert_eq!(
            hidden,
            report.hidden_chapter.as_deref() == Some("0417"),
            "{id:?}"
        );
        assert!(hidden || report.recognised == Recognised::Labels, "{id:?}");
    });
}

#[test]
fn an_empty_blank_tells_nothing_but_who_it_is_for() {
    for id in FormId::ALL {
        let empty = Filling {
            basis_year: 2025,
            hidden_id: true,
            ..Filling::default()
        };
        let readings = crate::read(&write(id, &empty).unwrap());
        let [reading] = readings.as_slice() else {
            panic!("{id:?}: {} readings", readings.len());
        };
        let report = reading.report.as_ref().unwrap();
        assert_eq!(reading.faults, [], "{id:?}");
        assert!(report.rows.is_empty() && report.board.is_empty(), "{id:?}");
        let told: Vec<_> = report
            .fields
            .iter()
            .filter(|(_, told)| !told.typed.is_empty())
            .collect();
        assert!(told.is_empty(), "{id:?}: {told:?}");
        let signed = report
            .signatures
            .iter()
            .any(|block| block.evidence != Evidence::None);
        assert!(!signed, "{id:?}");
    }
}

#[test]
fn a_field_left_empty_takes_no_other_value() {
    for id in FormId::ALL {
        let items = || id.form().fields.iter();
        for left_out in items() {
            let mut filling = filling(id, Language::Bokmal, true);
            filling.fields.retain(|(field, _)| *field != left_out.field);
            let readings = crate::read(&write(id, &filling).unwrap());
            let report = readings[0].report.as_ref().unwrap();
            assert_eq!(readings[0].faults, [], "{id:?} {:?}", left_out.field);
            for item in items() {
                let told = report.told(item.field);
                let value = told.and_then(|told| told.value.clone());
                let wanted = (item.field != left_out.field).then(|| example(item).1);
                assert_eq!(
                    value, wanted,
                    "{id:?} without {:?}: {:?}",
                    left_out.field, item.field
                );
            }
        }
    }
}

#[test]
fn a_column_left_empty_takes_no_other_value() {
    for id in FormId::ALL {
        let items = || id.form().table.as_ref().unwrap().columns.iter();
        for left_out in items() {
            let mut filling = filling(id, Language::Bokmal, true);
            for row in filling.rows.iter_mut().chain(&mut filling.board) {
                row.retain(|(field, _)| *field != left_out.field);
            }
            let readings = crate::read(&write(id, &filling).unwrap());
            let report = readings[0].report.as_ref().unwrap();
            assert_eq!(readings[0].faults, [], "{id:?} {:?}", left_out.field);
            let rows = report.rows.iter().chain(&report.board);
            for (row, item) in rows.flat_map(|row| items().map(move |item| (row, item))) {
                let value = row.told(item.field).and_then(|told| told.value.clone());
                let wanted = (item.field != left_out.field).then(|| example(item).1);
                assert_eq!(
                    value, wanted,
                    "{id:?} without {:?}: {:?}",
                    left_out.field, item.field
                );
            }
        }
    }
}
