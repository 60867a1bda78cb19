//! Blanks as they are laid out and written.

use std::io::Read;

use chrono::{NaiveDate, NaiveTime};

use super::{Entry, Filling, Limit, SignatureEntry, layout, write};
use crate::chapter::{Chapter, Language};
use crate::form::{Field, FormId, SignatureRole};
use crate::workbook::{Content, Workbook};

mod round_trip;

fn filling(language: Language) -> Filling {
    let day = NaiveDate::from_ymd_opt(2025, 3, 4).unwrap();
    Filling {
        copied_by: None,
        language,
        chapter: Some("0417".to_owned()),
        basis_year: 2025,
        fields: vec![
            (Field::ChapterName, Entry::text("Mental Helse Skarvøy & Ås")),
            (Field::OrganisationNumber, Entry::text("123456785")),
            (Field::BasisYear, Entry::Number(2025.0)),
        ],
        rows: vec![vec![
            (Field::Date, Entry::Date(day)),
            (
                Field::From,
                Entry::Time(NaiveTime::from_hms_opt(18, 0, 0).unwrap()),
            ),
            (Field::Theme, Entry::text("Ensomhet")),
            (Field::Phone, Entry::text("01234567")),
            (Field::Postcode, Entry::text("0115")),
        ]],
        board: vec![vec![(Field::Office, Entry::text("Leder"))]],
        signatures: vec![
            SignatureEntry {
                name: Some("Åse Bø".to_owned()),
                date: Some(Entry::Date(day)),
                picture: true,
                ..SignatureEntry::new(SignatureRole::Leader)
            },
            SignatureEntry {
                typed: Some("Odd Lie".to_owned()),
                ..SignatureEntry::new(SignatureRole::BoardMember)
            },
        ],
        hidden_id: true,
    }
}

/// The text of a part of a workbook's package.
fn part(bytes: &[u8], name: &str) -> String {
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    package
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn every_form_can_be_written_in_both_written_standards() {
    for id in FormId::ALL {
        for language in [Language::Bokmal, Language::Nynorsk] {
            let filling = filling(language);
            let bytes = write(id, &filling).unwrap();
            assert_eq!(bytes, write(id, &filling).unwrap(), "{id:?}");
            let hidden = part(&bytes, "docProps/custom.xml");
            for wanted in [
                "samlerapport.form",
                id.key(),
                "samlerapport.version",
                "0417",
                "2025",
            ] {
                assert!(hidden.contains(wanted), "{id:?}: {wanted} in {hidden}");
            }
            let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
            for wanted in ["<dataValidations", "paperSize=\"9\"", "Side &amp;P av"] {
                assert!(sheet.contains(wanted), "{id:?}: {wanted}");
            }
        }
    }
}

#[test]
fn a_copy_without_hidden_properties_has_none() {
    let bare = Filling {
        hidden_id: false,
        ..filling(Language::Bokmal)
    };
    assert!(layout(FormId::Visits, &bare).properties.is_empty());
}

#[test]
fn the_header_stands_in_one_row_with_the_labels_of_the_form() {
    for id in FormId::ALL {
        let layout = layout(id, &filling(Language::Bokmal));
        let header: Vec<&str> = layout
            .cells
            .iter()
            .filter(|cell| cell.row == layout.header_row)
            .filter_map(|cell| match &cell.entry {
                Some(Entry::Text(text)) => Some(text.as_str()),
                _ => None,
            })
            .collect();
        let columns = id.form().table.as_ref().unwrap().columns;
        let labels: Vec<&str> = columns.iter().map(|item| item.label).collect();
        assert_eq!(header, labels, "{id:?}");
        assert_eq!(layout.columns.len(), labels.len(), "{id:?}");
    }
}

#[test]
fn no_two_cells_lie_over_each_other() {
    for id in FormId::ALL {
        let layout = layout(id, &filling(Language::Nynorsk));
        let mut taken = std::collections::BTreeSet::new();
        let width = u16::try_from(layout.widths.len()).unwrap();
        for cell in &layout.cells {
            for column in cell.column..cell.column + cell.across {
                assert!(column <= width, "{id:?} {cell:?}");
                assert!(taken.insert((cell.row, column)), "{id:?} {cell:?}");
            }
        }
    }
}

#[test]
fn rows_beyond_the_printed_ones_get_room_before_the_signature() {
    let mut filling = filling(Language::Bokmal);
    filling.rows = vec![filling.rows[0].clone(); 200];
    let layout = layout(FormId::Activities, &filling);
    let (first, last) = layout.table_rows;
    assert_eq!(last - first + 1, 200);
    assert!(layout.signatures.iter().all(|block| block.field.0 > last));
}

#[test]
fn each_signature_goes_to_its_own_block() {
    let layout = layout(FormId::AnnualReport, &filling(Language::Bokmal));
    let pictures: Vec<bool> = layout
        .signatures
        .iter()
        .map(|block| block.picture)
        .collect();
    assert_eq!(pictures, [true, false, false]);
    let typed: Vec<u32> = layout
        .cells
        .iter()
        .filter(|cell| cell.entry == Some(Entry::text("Odd Lie")))
        .map(|cell| cell.row)
        .collect();
    assert_eq!(typed, [layout.signatures[1].field.0]);
}

#[test]
fn a_date_of_an_activity_is_asked_about_outside_the_basis_year() {
    let layout = layout(FormId::Activities, &filling(Language::Bokmal));
    let date = layout
        .checks
        .iter()
        .find(|check| check.title == "Dato")
        .unwrap();
    assert_eq!(date.limit, Limit::DayOf(2025));
    assert!(date.refused.contains("2025"));
    let ((first, _), (last, _)) = date.area;
    assert_eq!((first, last), layout.table_rows);
}

#[test]
fn the_workbook_says_what_was_laid_out() {
    for id in FormId::ALL {
        let filling = filling(Language::Nynorsk);
        let layout = layout(id, &filling);
        let opened = Workbook::open(&write(id, &filling).unwrap()).unwrap();
        let sheet = &opened.sheets[0];
        let laid: Vec<(u32, u16)> = layout
            .cells
            .iter()
            .filter(|cell| cell.entry.is_some())
            .map(|cell| (cell.row, cell.column))
            .collect();
        let filled: Vec<(u32, u16)> = sheet
            .cells
            .iter()
            .map(|cell| (cell.row, cell.column))
            .collect();
        assert_eq!(filled, laid, "{id:?}");
        let signed: Vec<(u32, u16)> = layout
            .signatures
            .iter()
            .filter(|block| block.picture)
            .map(|block| block.field)
            .collect();
        assert_eq!(sheet.pictures, signed, "{id:?}");
        let mut hidden = layout.properties.clone();
        hidden.sort();
        assert_eq!(opened.properties, hidden, "{id:?}");
    }
}

#[test]
fn leading_zeros_live_and_dates_are_dates() {
    let bytes = write(FormId::PeerSupporters, &filling(Language::Bokmal)).unwrap();
    let opened = Workbook::open(&bytes).unwrap();
    let contents = || opened.sheets[0].cells.iter().map(|cell| &cell.content);
    for text in ["01234567", "0115"] {
        assert!(
            contents().any(|content| *content == Content::Text(text.into())),
            "{text}"
        );
    }
    assert!(contents().any(|content| matches!(content, Content::DateTime(_))));
}

#[test]
fn a_chapters_blank_knows_the_chapter() {
    let chapter = Chapter {
        number: "0417".to_owned(),
        name: "Mental Helse Skarvøy".to_owned(),
        former_names: Vec::new(),
        organisation_number: None,
        county: "Nordland".to_owned(),
        municipality: "Vågan".to_owned(),
        region: "Nord".to_owned(),
        county_chapter: false,
        email: Some("post@skarvoy.example".to_owned()),
        leader: None,
        leader_email: None,
        language: Language::Nynorsk,
        members: None,
        dissolved: None,
    };
    let layout = layout(FormId::MeetingPlace, &Filling::prefilled(&chapter, 2025));
    let texts: Vec<&Entry> = layout
        .cells
        .iter()
        .filter_map(|cell| cell.entry.as_ref())
        .collect();
    for text in [
        "Mental Helse Skarvøy",
        "Nordland",
        "Vågan",
        "post@skarvoy.example",
        "Tal på deltakarar",
    ] {
        assert!(texts.contains(&&Entry::text(text)), "{text}");
    }
    assert!(
        layout
            .properties
            .contains(&("samlerapport.chapter".to_owned(), "0417".to_owned()))
    );
}
