//! A sound chapter in memory, for tests: readings put together from short texts.

use chrono::{DateTime, NaiveDate, NaiveTime};
use samlerapport_ingest::{
    Chapter, Day, Evidence, Fault, FaultKind, Field, FormId, Language, LastYear, Piece, Place,
    Reading, Recognised, Register, Report, Row, Signature, SignatureRole, Told, Value,
};

use crate::{Decided, Decision, Delivery, Hearing, Joint, Setting, Settings};

/// Deliveries and the settings that they are heard in.
pub(crate) struct Stage {
    pub(crate) deliveries: Vec<Delivery>,
    pub(crate) settings: Settings,
    pub(crate) decisions: Vec<Decision>,
    pub(crate) chapter: Chapter,
    pub(crate) register: Option<Register>,
    pub(crate) joint: Vec<Joint>,
    pub(crate) last_year: Option<LastYear>,
}

impl Stage {
    /// Forms 1 and 4 of a chapter whose peer supporters are Åse Bråthen and Tønnes Moe.
    pub(crate) fn new() -> Self {
        let mut stage = Self {
            deliveries: Vec::new(),
            settings: Settings {
                deadline: day("31.05.2026"),
                ..Settings::default()
            },
            chapter: chapter(),
            register: None,
            joint: Vec::new(),
            last_year: None,
            decisions: Vec::new(),
        };
        stage.deliver(FormId::AnnualReport, ANNUAL_REPORT, &[]);
        stage.deliver(FormId::PeerSupporters, "", PEOPLE);
        stage
    }

    /// Adds a delivery: its head and its rows, each `Felt=verdi | Felt=verdi`.
    pub(crate) fn deliver(&mut self, form: FormId, head: &str, rows: &[&str]) -> &mut Delivery {
        let id = i64::try_from(self.deliveries.len()).unwrap() + 1;
        let mut faults = Vec::new();
        let mut fields = cells(head, 1, &mut faults);
        let fixed = cells("lag=Solvik lokallag | år=2025", 1, &mut faults);
        for (field, told) in fixed {
            if !fields.iter().any(|(known, _)| *known == field) {
                fields.push((field, told));
            }
        }
        fields.retain(|(_, told)| !told.typed.is_empty());
        let rows = rows.iter().enumerate().map(|(index, text)| {
            let row = u32::try_from(index).unwrap() + 10;
            Row {
                place: place(row, 1),
                cells: cells(text, row, &mut faults),
            }
        });
        let rows = rows.collect();
        let sha256 = format!("{}{head}{rows:?}", form.key());
        if form == FormId::AnnualReport {
            self.see_signature(&sha256, form);
        }
        let mut nothing = Vec::new();
        let board = vec![Row {
            place: place(40, 1),
            cells: cells("verv=Leder | navn=Gro Lie", 40, &mut nothing),
        }];
        let report = Report {
            copied_by: None,
            form,
            recognised: Recognised::Labels,
            hidden_chapter: None,
            hidden_year: None,
            sheets: vec!["Ark1".to_owned()],
            fields,
            rows,
            board: if form == FormId::AnnualReport {
                board
            } else {
                Vec::new()
            },
            signatures: vec![signature()],
            sums: Vec::new(),
        };
        self.deliveries.push(Delivery {
            id,
            file: format!("{}.xlsx", form.key()),
            sha256,
            arrived: DateTime::UNIX_EPOCH,
            reading: Reading {
                report: Some(report),
                faults,
                ..Reading::default()
            },
        });
        self.deliveries.last_mut().unwrap()
    }

    /// Adds a file that could not be read.
    pub(crate) fn unreadable(&mut self, kind: FaultKind) {
        let id = i64::try_from(self.deliveries.len()).unwrap() + 1;
        self.deliveries.push(Delivery {
            id,
            file: "ukjent.xlsx".to_owned(),
            sha256: format!("ulest{id}"),
            arrived: DateTime::UNIX_EPOCH,
            reading: Reading::refused(kind),
        });
    }

    /// Hears the chapter on 20 April 2026.
    pub(crate) fn hear(&self) -> Hearing {
        Hearing::of(&Setting {
            chapter: Some(&self.chapter),
            basis_year: 2025,
            deliveries: &self.deliveries,
            register: self.register.as_ref(),
            joint: &self.joint,
            last_year: self.last_year,
            decisions: &self.decisions,
            settings: &self.settings,
            today: day("20.04.2026"),
        })
    }

    /// Adds a decision of the adviser's.
    pub(crate) fn decide(&mut self, decided: Decided) {
        self.decisions.push(Decision {
            decided,
            by: "Jørn Sæterbø".to_owned(),
            on: day("01.04.2026"),
            reason: String::new(),
        });
    }

    fn see_signature(&mut self, sha256: &str, form: FormId) {
        let piece = Piece {
            sha256: sha256.to_owned(),
            form,
            part: String::new(),
        };
        self.decide(Decided::SignatureSeen { piece });
    }
}

/// A fault of the file as a whole.
pub(crate) fn fault(kind: FaultKind) -> Fault {
    Fault {
        kind,
        place: None,
        field: None,
    }
}

/// A day written as 31.12.2025.
pub(crate) fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%d.%m.%Y").unwrap()
}

/// The rows of a hearing as `fate reason reason`, form by form.
pub(crate) fn rows(hearing: &Hearing, form: FormId) -> Vec<String> {
    let forms = hearing
        .forms
        .iter()
        .filter(|judged| judged.form == Some(form));
    let rows = forms.flat_map(|judged| &judged.rows);
    rows.map(|row| {
        let mut words = vec![row.fate.key()];
        words.extend(row.reasons.iter().map(|rule| rule.name));
        words.join(" ")
    })
    .collect()
}

/// A sound row of form 3 with some of its cells changed.
pub(crate) fn row(changes: &str) -> String {
    format!("{changes} | {SOUND}")
}

const SOUND: &str = "dato=14.01.2025 | fra=18:00 | til=20:00 | aktivitet=Samtalegruppe | \
    tema=Sorg og savn | deling=Alle delte egne erfaringer | sted=Hamar | \
    arrangør=Solvik lokallag | deltakere=7 | leder=Åse Bråthen";

const ANNUAL_REPORT: &str = "fylke=Innlandet | kommune=Hamar | medlemmer=40 | \
    styrevalg=12.02.2025 | tid=to år | årsmøte=12.02.2025 | vedtekter=Ja | årsmelding=Ja | \
    medlemsaktivitet=Ja | økonomi=Ja | har møteplass=Ja | har aktiviteter=Ja | \
    har likepersoner=Ja";

const PEOPLE: &[&str] = &[
    "navn=Åse Bråthen | adresse=Veien 1 | telefon=40000101 | oppnevnt=12.02.2023 | aktiv=Ja | ulønnet=Ja",
    "navn=Tønnes Moe | adresse=Veien 2 | telefon=40000102 | oppnevnt=12.02.2023 | aktiv=Ja | ulønnet=Ja",
];

/// The cells of a text; the first of two with the same name counts. An empty value
/// leaves the cell out, `!tekst` is one that was not understood, `?tekst` has two readings.
fn cells(text: &str, row: u32, faults: &mut Vec<Fault>) -> Vec<(Field, Told)> {
    let mut cells: Vec<(Field, Told)> = Vec::new();
    for (index, part) in text
        .split(" | ")
        .filter(|part| !part.trim().is_empty())
        .enumerate()
    {
        let (name, typed) = part.trim().split_once('=').unwrap();
        let (field, _) = NAMES.iter().find(|(_, known)| *known == name).unwrap();
        if cells.iter().any(|(known, _)| known == field) {
            continue;
        }
        let place = place(row, u16::try_from(index).unwrap() + 1);
        let kind = match typed.chars().next() {
            Some('!') => Some(FaultKind::DateNotUnderstood),
            Some('?') => Some(FaultKind::TwoReadings),
            Some('#') => Some(FaultKind::FormulaError),
            _ => None,
        };
        faults.extend(kind.clone().map(|kind| Fault {
            kind,
            place: Some(place),
            field: Some(*field),
        }));
        let value = kind.is_none().then(|| value(*field, typed));
        cells.push((
            *field,
            Told {
                place,
                typed: typed.into(),
                value,
            },
        ));
    }
    cells.retain(|(_, told)| !told.typed.is_empty());
    cells
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "every other field is free text or a tick"
)]
fn value(field: Field, typed: &str) -> Value {
    match field {
        _ if typed.is_empty() => Value::Text,
        Field::Date | Field::ElectionDate | Field::Appointed if typed.starts_with("hver") => {
            Value::NoCertainDate
        }
        Field::Date | Field::ElectionDate | Field::Appointed => {
            let (from, to) = typed.split_once('-').unwrap_or((typed, typed));
            let days = day(from).iter_days().take_while(|date| *date <= day(to));
            Value::Days(days.map(Day::from).collect())
        }
        Field::From | Field::To => Value::Time(NaiveTime::parse_from_str(typed, "%H:%M").unwrap()),
        Field::Hours => Value::Duration {
            minutes: typed.trim_end_matches("/dag").parse().unwrap(),
            per_day: typed.ends_with("/dag"),
        },
        Field::Participants | Field::Members | Field::MeetingPlaces => {
            match typed.split_once('-') {
                Some((min, max)) => Value::CountBetween {
                    min: min.parse().unwrap(),
                    max: max.parse().unwrap(),
                },
                None => Value::Count(typed.parse().unwrap()),
            }
        }
        Field::BasisYear => Value::Year(typed.parse().unwrap()),
        _ if matches!(typed, "Ja" | "Nei") => Value::YesNo(typed == "Ja"),
        _ => Value::Text,
    }
}

const NAMES: &[(Field, &str)] = &[
    (Field::ChapterName, "lag"),
    (Field::BasisYear, "år"),
    (Field::County, "fylke"),
    (Field::Municipality, "kommune"),
    (Field::Members, "medlemmer"),
    (Field::ElectionDate, "styrevalg"),
    (Field::BoardTerm, "tid"),
    (Field::AnnualMeeting, "årsmøte"),
    (Field::Statutes, "vedtekter"),
    (Field::AnnualReportMade, "årsmelding"),
    (Field::MemberActivity, "medlemsaktivitet"),
    (Field::OwnEconomy, "økonomi"),
    (Field::HasMeetingPlace, "har møteplass"),
    (Field::HasActivities, "har aktiviteter"),
    (Field::HasPeerSupporters, "har likepersoner"),
    (Field::MeetingPlaceName, "møteplass"),
    (Field::PersonName, "person"),
    (Field::ContactKind, "form"),
    (Field::Date, "dato"),
    (Field::From, "fra"),
    (Field::To, "til"),
    (Field::Hours, "minutter"),
    (Field::Title, "aktivitet"),
    (Field::Type, "type"),
    (Field::Theme, "tema"),
    (Field::Sharing, "deling"),
    (Field::Venue, "sted"),
    (Field::Organiser, "arrangør"),
    (Field::Participants, "deltakere"),
    (Field::Leader, "leder"),
    (Field::Name, "navn"),
    (Field::Office, "verv"),
    (Field::Address, "adresse"),
    (Field::Phone, "telefon"),
    (Field::Appointed, "oppnevnt"),
    (Field::Active, "aktiv"),
    (Field::Unpaid, "ulønnet"),
];

fn place(row: u32, column: u16) -> Place {
    Place {
        sheet: 0,
        row,
        column,
    }
}

fn signature() -> Signature {
    Signature {
        place: place(60, 2),
        role: SignatureRole::Leader,
        name: Some("Gro Lie".to_owned()),
        date: Some(Day::from(day("02.03.2026"))),
        evidence: Evidence::Picture,
    }
}

fn chapter() -> Chapter {
    Chapter {
        number: "1001".to_owned(),
        name: "Solvik lokallag".to_owned(),
        former_names: Vec::new(),
        organisation_number: None,
        county: "Innlandet".to_owned(),
        municipality: "Hamar".to_owned(),
        region: "Øst".to_owned(),
        county_chapter: false,
        email: None,
        leader: None,
        leader_email: None,
        language: Language::Bokmal,
        members: None,
        dissolved: None,
    }
}
