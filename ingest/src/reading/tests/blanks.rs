//! Every blank that we make is read back whole, as real bytes.

use chrono::{NaiveDate, NaiveTime};

use super::told::told;
use crate::blank::{Entry, Filling, SignatureEntry, write};
use crate::chapter::Language;
use crate::form::{Field, FormId, Item, Kind};

/// What is typed in a field of this kind, and what it means.
fn entry(item: &Item) -> (Entry, &'static str) {
    let day = NaiveDate::from_ymd_opt(2025, 3, 4).unwrap();
    let time = NaiveTime::from_hms_opt(18, 30, 0).unwrap();
    match item.kind {
        Kind::Text if item.field == Field::AnnualMeeting => (Entry::Date(day), "04.03.2025"),
        Kind::Text => (Entry::text("Blåbær og ærfugl"), "Blåbær og ærfugl"),
        Kind::Count => (Entry::Number(12.0), "12"),
        Kind::Date => (Entry::Date(day), "4.3.2025"),
        Kind::Time => (Entry::Time(time), "18:30"),
        Kind::Hours => (Entry::Number(1.5), "90min"),
        Kind::YesNo => (Entry::text("Ja"), "yes"),
        Kind::Choice(choices) => (Entry::text(choices[0]), choices[0]),
        Kind::Year => (Entry::Number(2025.0), "2025"),
        Kind::OrganisationNumber => (Entry::text("123456785"), "123456785"),
        Kind::County => (Entry::text("Vestland"), "Vestland"),
        Kind::Municipality => (Entry::text("Bømlo"), "Bømlo"),
        Kind::Email => (Entry::text("post@lag.example"), "post@lag.example"),
        Kind::Phone => (Entry::text("90000001"), "90000001"),
        Kind::Postcode => (Entry::text("0115"), "0115"),
        Kind::Period => (Entry::text("hele året"), "whole year"),
    }
}

#[test]
fn every_blank_is_read_back() {
    let day = NaiveDate::from_ymd_opt(2026, 1, 12).unwrap();
    for id in FormId::ALL {
        let form = id.form();
        for (language, hidden_id) in [
            (Language::Bokmal, true),
            (Language::Bokmal, false),
            (Language::Nynorsk, false),
        ] {
            let columns = form.table.as_ref().unwrap().columns;
            let row: Vec<(Field, Entry)> = columns
                .iter()
                .map(|item| (item.field, entry(item).0))
                .collect();
            let rows = vec![row.clone(), row];
            let board = id == FormId::AnnualReport;
            let filling = Filling {
                copied_by: None,
                language,
                chapter: Some("0417".to_owned()),
                basis_year: 2025,
                fields: form
                    .fields
                    .iter()
                    .map(|item| (item.field, entry(item).0))
                    .collect(),
                rows: if board { Vec::new() } else { rows.clone() },
                board: if board { rows } else { Vec::new() },
                signatures: form
                    .signatures
                    .iter()
                    .map(|block| SignatureEntry {
                        name: Some("ÅSE BØ".to_owned()),
                        date: Some(Entry::Date(day)),
                        picture: true,
                        ..SignatureEntry::new(block.role)
                    })
                    .collect(),
                hidden_id,
            };
            let found = told(&crate::read(&write(id, &filling).unwrap()));
            let way = format!("{id:?} {language:?} hidden {hidden_id}:\n{found}");
            for item in form.fields {
                let line = format!(" {}={}", item.field.key(), entry(item).1);
                assert!(
                    found.lines().any(|told| told.ends_with(&line)),
                    "{line}: {way}"
                );
            }
            let cells: Vec<String> = columns
                .iter()
                .map(|item| format!("{}={}", item.field.key(), entry(item).1))
                .collect();
            let cells = cells.join(" | ");
            assert_eq!(found.matches(&cells).count(), 2, "{cells}: {way}");
            let signed = found.matches("picture, ÅSE BØ, 12.1.2026").count();
            assert_eq!(signed, form.signatures.len(), "{way}");
            assert!(!found.contains("fault"), "{way}");
            assert_eq!(found.contains("hidden id"), hidden_id, "{way}");
        }
    }
}

#[test]
fn an_empty_blank_tells_nothing() {
    for id in FormId::ALL {
        for language in [Language::Bokmal, Language::Nynorsk] {
            let filling = Filling {
                language,
                basis_year: 2025,
                ..Filling::default()
            };
            let found = told(&crate::read(&write(id, &filling).unwrap()));
            let values = found.lines().filter(|line| line.contains('=')).count();
            assert_eq!(values, 0, "{id:?}:\n{found}");
            assert_eq!(
                found.matches("none, -, -").count(),
                id.form().signatures.len(),
                "{found}"
            );
            assert!(!found.contains("fault"), "{found}");
        }
    }
}
