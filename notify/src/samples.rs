//! A made-up organisation, for the tests of this room.

use chrono::{DateTime, NaiveDate, Utc};
use samlerapport_ingest::{
    Adviser, Chapter, Evidence, Field, FormId, Language, Place, Recipient, Region, Register, Role,
};
use samlerapport_validate::{
    Finding, Hearing, JudgedForm, Rule, Setting, Settings, Spot, Standing, Text, Verdict,
};

use crate::compose::LetterSettings;
use crate::letter::Address;
use crate::post::MessageKey;

mod figures;
mod letters;
mod rules;

pub(crate) use figures::{gaps, score, totals};
pub(crate) use letters::{all_letters, book, letter};
pub(crate) use rules::{ASKED, DATE, MISSING, STAND, TYPED, UNSIGNED};

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub(crate) fn settings() -> LetterSettings {
    LetterSettings {
        organisation: "Medmenneske Norge".to_owned(),
        from: Address::new("Medmenneske Norge", "rapport@medmenneske.example"),
        language: Language::Bokmal,
        basis_year: 2025,
        deadline: day(2026, 5, 31),
        today: day(2026, 5, 20),
    }
}

pub(crate) fn key() -> MessageKey {
    MessageKey {
        id: "17.3fa9c2d1@medmenneske.example".to_owned(),
        date: DateTime::<Utc>::from_timestamp(1_780_000_000, 0).unwrap(),
    }
}

fn chapter(number: &str, name: &str, region: &str, language: Language) -> Chapter {
    Chapter {
        number: number.to_owned(),
        name: name.to_owned(),
        former_names: Vec::new(),
        organisation_number: None,
        county: "Innlandet".to_owned(),
        municipality: "Løten".to_owned(),
        region: region.to_owned(),
        county_chapter: false,
        email: Some(format!("post{number}@lag.example")),
        leader: Some("Åse Bjørnstad".to_owned()),
        leader_email: Some(format!("leder{number}@lag.example")),
        language,
        members: Some(80),
        dissolved: None,
    }
}

/// Two chapters in the region «Område 4», one in bokmål and one in nynorsk, and
/// one without an address in a region without an adviser.
pub(crate) fn register() -> Register {
    let mut silent = chapter("103", "Ytre Skjær lokallag", "Område 9", Language::Bokmal);
    silent.email = None;
    silent.leader_email = None;
    let region = |name: &str| Region {
        name: name.to_owned(),
        counties: vec!["Innlandet".to_owned()],
    };
    let recipient = |name: &str, email: &str, role| Recipient {
        name: name.to_owned(),
        email: email.to_owned(),
        role,
    };
    Register {
        chapters: vec![
            chapter("101", "Bjørkåsen lokallag", "Område 4", Language::Bokmal),
            chapter("102", "Høgfjell lokallag", "Område 4", Language::Nynorsk),
            silent,
        ],
        regions: vec![region("Område 4"), region("Område 9")],
        advisers: vec![Adviser {
            name: "Ingrid Sølvberg".to_owned(),
            email: "ingrid@medmenneske.example".to_owned(),
            region: "Område 4".to_owned(),
        }],
        recipients: vec![
            recipient("Økonomi", "okonomi@medmenneske.example", Role::Finance),
            recipient("Drift", "drift@medmenneske.example", Role::Operations),
        ],
        last_year: std::collections::BTreeMap::new(),
    }
}

/// An empty hearing of a chapter of the sample register.
pub(crate) fn hearing(number: &str) -> Hearing {
    let register = register();
    let settings = Settings::default();
    let mut hearing = Hearing::of(&Setting {
        chapter: register.chapter(number),
        basis_year: 2025,
        deliveries: &[],
        register: None,
        joint: &[],
        last_year: None,
        decisions: &[],
        settings: &settings,
        today: day(2026, 5, 20),
    });
    hearing.findings.clear();
    hearing.awaited.clear();
    hearing
}

pub(crate) fn form(id: FormId, file: &str, verdict: Verdict, findings: Vec<Finding>) -> JudgedForm {
    JudgedForm {
        delivery: 1,
        file: file.to_owned(),
        sha256: format!("sha-of-{file}"),
        form: Some(id),
        part: String::new(),
        of: None,
        sheets: vec!["Ark1".to_owned()],
        standing: Standing::Current,
        verdict,
        findings,
        held_by: Vec::new(),
        signed: Evidence::Picture,
        copied_by: None,
        rows: Vec::new(),
    }
}

pub(crate) fn finding(rule: &'static Rule, nb: &str, nn: &str, spots: Vec<Spot>) -> Finding {
    Finding {
        rule,
        severity: rule.severity,
        spots,
        message: Text::new(nb.to_owned(), nn.to_owned()),
    }
}

/// Cells of one column of the first sheet.
pub(crate) fn spots(column: u16, field: Field, rows: impl IntoIterator<Item = u32>) -> Vec<Spot> {
    rows.into_iter()
        .map(|row| Spot {
            place: Place {
                sheet: 0,
                row,
                column,
            },
            field: Some(field),
        })
        .collect()
}

/// A chapter with every kind of finding.
pub(crate) fn full_hearing(number: &str) -> Hearing {
    let mut hearing = hearing(number);
    let unsigned = finding(
        &UNSIGNED,
        "Feltet for leders underskrift er tomt.",
        "Feltet for underskrifta til leiaren er tomt.",
        spots(2, Field::Leader, [31]),
    );
    let dates = finding(
        &DATE,
        "2 rader har ingen dato.",
        "2 rader har ingen dato.",
        spots(1, Field::Date, [12, 17]),
    );
    let asked = finding(
        &ASKED,
        "Dere har to grupper den 4. mars. Ledes de av hver sin likeperson?",
        "De har to grupper den 4. mars. Blir dei leidde av kvar sin likeperson?",
        spots(1, Field::Date, [20, 21]),
    );
    let stand = finding(
        &STAND,
        "Vi leste ordet «stand» i Aktivitet.",
        "Vi las ordet «stand» i Aktivitet.",
        spots(5, Field::Title, [23]),
    );
    let typed = finding(
        &TYPED,
        "Underskriften er et navn skrevet på tastaturet.",
        "Underskrifta er eit namn skrive på tastaturet.",
        spots(2, Field::Leader, [40]),
    );
    let missing = finding(
        &MISSING,
        "Vi har ikke fått «Oversikt over aktive likepersoner».",
        "Vi har ikkje fått «Oversikt over aktive likepersonar».",
        Vec::new(),
    );
    hearing.forms = vec![
        form(
            FormId::AnnualReport,
            "årsrapport 2025.xlsx",
            Verdict::Returned,
            vec![unsigned],
        ),
        form(
            FormId::Activities,
            "aktiviteter 2025.xlsx",
            Verdict::AcceptedWithRemarks,
            vec![dates, asked, stand],
        ),
        form(
            FormId::MeetingPlace,
            "møteplass.ods",
            Verdict::AcceptedWithRemarks,
            vec![typed],
        ),
    ];
    hearing.findings = vec![missing];
    hearing
}

/// A chapter whose forms are all in order.
pub(crate) fn fine_hearing(number: &str) -> Hearing {
    let mut hearing = hearing(number);
    hearing.forms = vec![form(
        FormId::AnnualReport,
        "årsrapport 2025.xlsx",
        Verdict::Accepted,
        Vec::new(),
    )];
    hearing
}
