//! Invented chapters for the tests: reports as ingest gives them, heard by validate.

use chrono::{NaiveDate, NaiveTime};
use samlerapport_ingest::{
    Chapter, Day, Evidence, Field, FormId, Language, Place, Reading, Recognised, Region, Register,
    Report, Row, Signature, SignatureRole, Told, Value,
};
use samlerapport_validate::{Accepted, Decided, Decision, Delivery, Hearing, Setting, Settings};

use crate::basis::Basis;
use crate::grant::{GrantSettings, GroupFactor};

mod chapters;

pub(crate) use chapters::{eight, eight_as_of};

pub(crate) const YEAR: i32 = 2025;

/// All that a basis is made of.
pub(crate) struct Sample {
    pub(crate) register: Register,
    pub(crate) hearings: Vec<Hearing>,
    pub(crate) accepted: Vec<Accepted>,
    pub(crate) settings: GrantSettings,
}

impl Sample {
    pub(crate) fn basis(&self) -> Basis<'_> {
        Basis {
            register: &self.register,
            hearings: &self.hearings,
            accepted: &self.accepted,
            settings: &self.settings,
        }
    }

    /// Hears the chapters with what each has handed in; an unknown chapter last.
    pub(crate) fn of(
        chapters: &[(Chapter, Vec<Delivery>)],
        stray: &[Delivery],
        as_of: NaiveDate,
    ) -> Self {
        let settings = grant_settings(as_of);
        let register = Register {
            chapters: chapters
                .iter()
                .map(|(chapter, _)| chapter.clone())
                .collect(),
            regions: regions(),
            ..Register::default()
        };
        let hear = |chapter: Option<&Chapter>, deliveries: &[Delivery]| {
            Hearing::of(&Setting {
                chapter,
                basis_year: YEAR,
                deliveries,
                register: Some(&register),
                joint: &[],
                last_year: None,
                decisions: &deliveries.iter().filter_map(seen).collect::<Vec<_>>(),
                settings: &settings.judging,
                today: settings.as_of,
            })
        };
        let mut hearings: Vec<Hearing> = chapters
            .iter()
            .map(|(chapter, deliveries)| hear(Some(chapter), deliveries))
            .collect();
        for delivery in stray {
            hearings.push(hear(None, std::slice::from_ref(delivery)));
        }
        Self {
            accepted: hearings.iter().filter_map(Accepted::of).collect(),
            hearings,
            register,
            settings,
        }
    }
}

fn grant_settings(as_of: NaiveDate) -> GrantSettings {
    GrantSettings {
        organisation: "Fellesskap & Mestring".to_owned(),
        basis_year: YEAR,
        members: None,
        telephone_service: true,
        digital_exchange: false,
        group_factor: GroupFactor::from_tenths(13).unwrap(),
        last_rate: None,
        application_deadline: None,
        frozen: None,
        as_of,
        judging: Settings {
            deadline: date("2026-05-31"),
            ..Settings::default()
        },
    }
}

fn regions() -> Vec<Region> {
    let region = |name: &str, counties: &[&str]| Region {
        name: name.to_owned(),
        counties: counties.iter().map(|county| (*county).to_owned()).collect(),
    };
    vec![
        region("Øst", &["Østfold", "Akershus"]),
        region("Vest", &["Rogaland", "Vestland"]),
        region("Nord", &["Nordland", "Troms"]),
    ]
}

pub(crate) fn chapter(number: &str, name: &str, county: &str, region: &str) -> Chapter {
    Chapter {
        number: number.to_owned(),
        name: name.to_owned(),
        former_names: Vec::new(),
        organisation_number: None,
        county: county.to_owned(),
        municipality: "Fjellbygd".to_owned(),
        region: region.to_owned(),
        county_chapter: false,
        email: None,
        leader: Some("Åse Fjelde".to_owned()),
        leader_email: None,
        language: Language::Bokmal,
        members: None,
        dissolved: None,
    }
}

/// A delivery of a form with the texts of its cells.
pub(crate) fn delivery(
    id: i64,
    form: FormId,
    evidence: Evidence,
    fields: &[(Field, &str)],
    rows: &[Vec<(Field, String)>],
) -> Delivery {
    let head = (1..).zip(fields);
    let report = Report {
        copied_by: None,
        form,
        recognised: Recognised::HiddenId { version: 1 },
        hidden_chapter: None,
        hidden_year: Some(YEAR),
        sheets: vec!["Skjema".to_owned()],
        fields: head
            .map(|(row, (field, text))| (*field, told(*field, text, row, 2)))
            .collect(),
        rows: (20..)
            .zip(rows)
            .map(|(row, cells)| table_row(row, cells))
            .collect(),
        board: if form == FormId::AnnualReport {
            vec![board_member(5, "Leder"), board_member(6, "Nestleder")]
        } else {
            Vec::new()
        },
        signatures: vec![Signature {
            place: place(500, 2),
            role: SignatureRole::Leader,
            name: Some("Åse Fjelde".to_owned()),
            date: Some(Day::from(date("2026-02-01"))),
            evidence,
        }],
        sums: Vec::new(),
    };
    Delivery {
        id,
        file: format!("{id}-{}.xlsx", form.key()),
        sha256: format!("{id:064x}"),
        arrived: NaiveDate::from_ymd_opt(2026, 3, 1)
            .and_then(|day| day.and_hms_opt(12, 0, 0))
            .unwrap()
            .and_utc(),
        reading: Reading {
            report: Some(report),
            ..Reading::default()
        },
    }
}

/// An adviser has seen the signature of every form 1.
fn seen(delivery: &Delivery) -> Option<Decision> {
    let piece = delivery.piece()?;
    (piece.form == FormId::AnnualReport).then(|| Decision {
        decided: Decided::SignatureSeen { piece },
        by: "Rådgiver".to_owned(),
        on: date("2026-03-02"),
        reason: String::new(),
    })
}

pub(crate) fn date(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

fn table_row(row: u32, cells: &[(Field, String)]) -> Row {
    Row {
        place: place(row, 1),
        cells: (1..)
            .zip(cells)
            .map(|(column, (field, text))| (*field, told(*field, text, row, column)))
            .collect(),
    }
}

fn board_member(row: u32, office: &str) -> Row {
    let cells = [(Field::Office, office), (Field::Name, "Åse Fjelde")];
    table_row(row, &cells.map(|(field, text)| (field, text.to_owned())))
}

fn place(row: u32, column: u16) -> Place {
    Place {
        sheet: 0,
        row,
        column,
    }
}

fn told(field: Field, text: &str, row: u32, column: u16) -> Told {
    Told {
        place: place(row, column),
        typed: text.into(),
        value: Some(value(field, text)),
    }
}

/// What ingest would make of the text.
fn value(field: Field, text: &str) -> Value {
    if let Ok(time) = NaiveTime::parse_from_str(text, "%H:%M") {
        return Value::Time(time);
    }
    let days: Option<Vec<Day>> = text
        .split(", ")
        .map(|day| day.parse::<NaiveDate>().ok().map(Day::from))
        .collect();
    if let Some(days) = days {
        return Value::Days(days);
    }
    match (field, text, text.parse::<u32>()) {
        (Field::BasisYear, ..) => Value::Year(text.parse().unwrap()),
        (Field::Phone | Field::Postcode | Field::OrganisationNumber, ..) => {
            Value::Normal(text.to_owned())
        }
        (Field::Period, ..) => Value::WholeYear,
        (_, "Ja" | "Nei", _) => Value::YesNo(text == "Ja"),
        (_, _, Ok(count)) => Value::Count(count),
        (_, _, Err(_)) => Value::Text,
    }
}
