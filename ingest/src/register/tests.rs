//! Registers as staff keep them, with what is wrong told by cell.

use super::{Register, register_template, write_register};
use crate::blank::{Entry, LaidCell, Page, Style, write_pages};
use crate::chapter::{Chapter, Dissolved, Language};
use crate::{Adviser, Recipient, Region, Role};

mod faults;
mod identify;

/// A sheet: its name, its header, its rows, with cells between bars.
type Sheet = (&'static str, Vec<String>);

fn rows(text: &str) -> Vec<String> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

fn sound() -> Vec<Sheet> {
    vec![
        (
            "Lag",
            rows(
                "Nummer|Navn|Tidligere navn|Organisasjonsnummer|Fylke|Kommune|Område|Fylkeslag|E-post|Leder 31.12.|Leders e-post|Målform|Medlemmer|Status|Nedlagt dato
                 0417|Mental Helse Skarvøy|Skarvøy lag; MH Ytre|123456785|Nordland|Vågan|Nord||post@skarvoy.example|Åse Bø|aase@bo.example|nn|41||
                 0502|Mental Helse Lia|||Oslo|Oslo|Nord|Nei|||||||",
            ),
        ),
        ("Områder", rows("Område|Fylker\n Nord|Oslo, Nordland, Troms og Finnmark\n Vest|Rogaland og Vestland")),
        ("Rådgivere", rows("Navn|E-post|Område\n Odd Lie|odd@mh.example|Nord\n Eva Ek|eva@mh.example|Vest")),
        ("Mottakere", rows("Navn|E-post|Rolle\n Per Ås|per@mh.example|Økonomi")),
    ]
}

fn workbook(sheets: &[Sheet]) -> Vec<u8> {
    let page = |(name, rows): &Sheet| {
        let mut page = Page {
            sheet: (*name).to_owned(),
            row_height: 15.0,
            ..Page::default()
        };
        for (row, line) in (1..).zip(rows) {
            for (column, text) in (1..)
                .zip(line.split('|'))
                .filter(|(_, text)| !text.is_empty())
            {
                page.cells.push(LaidCell {
                    row,
                    column,
                    across: 1,
                    entry: Some(Entry::text(text)),
                    style: Style::Guidance,
                });
            }
        }
        page
    };
    let pages: Vec<Page> = sheets.iter().map(page).collect();
    write_pages("Register", &pages, &[]).unwrap()
}

fn told(sheets: &[Sheet]) -> Vec<String> {
    let Err(faults) = Register::read(&workbook(sheets)) else {
        return Vec::new();
    };
    let told = faults.iter();
    told.map(|fault| format!("{} {} {}", fault.sheet, fault.cell, fault.message))
        .collect()
}

#[test]
fn a_sound_register_is_read_whole() {
    let register = Register::read(&workbook(&sound())).unwrap();
    let chapter = register.chapter("0417").unwrap();
    assert_eq!(chapter.former_names, ["Skarvøy lag", "MH Ytre"]);
    assert_eq!(chapter.language, Language::Nynorsk);
    assert_eq!(chapter.members, Some(41));
    let bare = register.chapter("0502").unwrap();
    assert_eq!((&bare.email, bare.dissolved), (&None, None));
    assert_eq!(
        register.regions[0].counties,
        ["Oslo", "Nordland", "Troms", "Finnmark"]
    );
    assert_eq!(register.recipients[0].role, Role::Finance);
}

#[test]
fn columns_stand_in_any_order_beside_others_and_below_a_heading() {
    let mut sheets = sound();
    sheets[1].1 = rows(
        "Områdene våre
         MERKNAD|fylker|OMRÅDE
         |Oslo, Nordland|Nord
         bra|Rogaland|Vest",
    );
    assert_eq!(told(&sheets), Vec::<String>::new());
}

#[test]
fn every_fault_is_told_with_its_cell() {
    for &(sheet, from, to, wanted) in faults::FAULTS {
        let mut sheets = sound();
        let (_, lines) = sheets.iter_mut().find(|(name, _)| *name == sheet).unwrap();
        let changed = lines
            .iter()
            .map(|line| line.replacen(from, to, 1))
            .collect();
        assert_ne!(*lines, changed, "{from}");
        *lines = changed;
        let told = told(&sheets);
        assert!(
            told.iter().any(|fault| fault.starts_with(wanted)),
            "{wanted}: {told:#?}"
        );
    }
}

#[test]
fn all_faults_are_told_at_once() {
    let mut sheets = sound();
    sheets[0].1[1] = sheets[0].1[1]
        .replace("Nordland", "Norland")
        .replace("|nn|", "|xx|");
    sheets.remove(3);
    let told = told(&sheets);
    assert_eq!(told.len(), 3, "{told:#?}");
    assert!(told[0].contains("Arket «Mottakere» mangler."), "{told:#?}");
}

#[test]
fn what_is_no_workbook_is_one_fault() {
    let faults = Register::read(b"%PDF-1.7").unwrap_err();
    assert_eq!(faults.len(), 1);
    assert!(faults[0].message.starts_with("Registeret kan ikke leses."));
}

#[test]
fn the_template_is_a_sound_register_without_chapters() {
    let template = register_template().unwrap();
    assert_eq!(Register::read(&template), Ok(Register::default()));
    assert_eq!(template, register_template().unwrap());
}

#[test]
fn a_register_written_is_the_register_read() {
    let chapter = |number: &str, name: &str| Chapter {
        number: number.to_owned(),
        name: name.to_owned(),
        former_names: vec!["Ytre lag".to_owned()],
        organisation_number: None,
        county: "Troms".to_owned(),
        municipality: "Senja".to_owned(),
        region: "Nord".to_owned(),
        county_chapter: false,
        email: Some("post@lag.example".to_owned()),
        leader: Some("Åse Bø".to_owned()),
        leader_email: None,
        language: Language::Nynorsk,
        members: Some(12),
        dissolved: None,
    };
    let mut chapters = vec![
        chapter("001", "Mental Helse Ytterøy"),
        chapter("2", "Mental Helse Åsen"),
    ];
    chapters[1].county_chapter = true;
    chapters[1].dissolved = Some(Dissolved {
        on: chrono::NaiveDate::from_ymd_opt(2025, 6, 30),
    });
    let register = Register {
        chapters,
        regions: vec![Region {
            name: "Nord".to_owned(),
            counties: vec!["Troms".to_owned(), "Finnmark".to_owned()],
        }],
        advisers: vec![Adviser {
            name: "Odd Lie".to_owned(),
            email: "odd@mh.example".to_owned(),
            region: "Nord".to_owned(),
        }],
        recipients: vec![Recipient {
            name: "Per Ås".to_owned(),
            email: "per@mh.example".to_owned(),
            role: Role::Coordinator,
        }],
        last_year: std::collections::BTreeMap::from([(
            "2".to_owned(),
            crate::LastYear {
                days: Some(41),
                participants: None,
                peer_supporters: Some(0),
            },
        )]),
    };
    assert_eq!(
        Register::read(&write_register(&register).unwrap()),
        Ok(register)
    );
}
