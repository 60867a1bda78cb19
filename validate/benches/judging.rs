//! What it costs to judge a row with the whole catalogue, on one core.
//!
//! The labelled rows, dealt out to chapters, are written as forms, read, and heard
//! chapter by chapter; medians of five are printed beside what reading the same rows
//! costs, and nothing is asserted. `cargo bench -p samlerapport-validate` runs it.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement that fails is to stop, and its figures are printed"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use chrono::{DateTime, Days, NaiveDate};
use samlerapport_fixtures::{TAUGHT, labelled};
use samlerapport_ingest::blank::{self, Entry, Filling, SignatureEntry};
use samlerapport_ingest::{
    Chapter, Field, FormId, Language, Reading, Register, SignatureRole, read, sha256,
};
use samlerapport_validate::{Delivery, Hearing, Setting, Settings, joint};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ROUNDS: usize = 5;
const CHAPTERS: usize = 150;
const ROWS: usize = 60;
const DAYS: usize = 30;
const PEOPLE: usize = 12;

fn main() {
    let chapters: Vec<(Chapter, Vec<Vec<u8>>)> = {
        let mut rows = rows().into_iter().cycle();
        (0..CHAPTERS)
            .map(|number| (chapter(number), forms(number, &mut rows)))
            .collect()
    };
    let mut read_times = Vec::new();
    let mut judged_times = Vec::new();
    let mut shared_times = Vec::new();
    let register = Register {
        chapters: chapters
            .iter()
            .map(|(chapter, _)| chapter.clone())
            .collect(),
        ..Register::default()
    };
    for _ in 0..ROUNDS {
        let started = Instant::now();
        let readings: Vec<Vec<Reading>> = chapters
            .iter()
            .map(|(_, forms)| forms.iter().flat_map(|bytes| read(bytes)).collect())
            .collect();
        read_times.push(started.elapsed());
        let deliveries: Vec<Vec<Delivery>> = readings.into_iter().map(delivered).collect();
        let started = Instant::now();
        for ((chapter, _), deliveries) in chapters.iter().zip(&deliveries) {
            black_box(hear(chapter, deliveries));
        }
        judged_times.push(started.elapsed());
        let told = chapters.iter().zip(&deliveries);
        let hearings: Vec<Hearing> = told
            .map(|((chapter, _), deliveries)| hear(chapter, deliveries))
            .collect();
        let started = Instant::now();
        black_box(joint(hearings.iter(), &register));
        shared_times.push(started.elapsed());
    }
    let rows = CHAPTERS * (ROWS + DAYS);
    let (reading, judging) = (median(read_times), median(judged_times));
    let per_row =
        |time: Duration| time.as_secs_f64() * 1e6 / f64::from(u32::try_from(rows).unwrap());
    let sharing = median(shared_times);
    println!("{rows} rows of {CHAPTERS} chapters, one core, medians of {ROUNDS}");
    println!("reading {:>8.2} µs a row", per_row(reading));
    println!(
        "judging {:>8.2} µs a row   {:>9.0} rows a second   {:.2} of reading",
        per_row(judging),
        1e6 / per_row(judging),
        judging.as_secs_f64() / reading.as_secs_f64(),
    );
    println!(
        "sharing {:>8.2} µs a row, when all have been heard",
        per_row(sharing)
    );
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    *times.get(times.len() / 2).unwrap()
}

fn hear(chapter: &Chapter, deliveries: &[Delivery]) -> Hearing {
    let settings = Settings::default();
    Hearing::of(&Setting {
        chapter: Some(chapter),
        basis_year: 2025,
        deliveries,
        register: None,
        joint: &[],
        last_year: None,
        decisions: &[],
        settings: &settings,
        today: day(500),
    })
}

fn delivered(readings: Vec<Reading>) -> Vec<Delivery> {
    let numbered = (1_i64..).zip(readings);
    numbered
        .map(|(id, reading)| Delivery {
            id,
            file: format!("skjema {id}.xlsx"),
            sha256: sha256(&id.to_be_bytes()),
            arrived: DateTime::UNIX_EPOCH,
            reading,
        })
        .collect()
}

/// The cells of a labelled row.
type Row = Vec<(Field, String)>;

const COLUMNS: [(&str, Field); 12] = [
    ("fra", Field::From),
    ("til", Field::To),
    ("timer", Field::Hours),
    ("aktivitet", Field::Title),
    ("type", Field::Type),
    ("tema", Field::Theme),
    ("erfaringsutveksling", Field::Sharing),
    ("sted", Field::Venue),
    ("arrangor", Field::Organiser),
    ("deltakere", Field::Participants),
    ("ledende_likeperson", Field::Leader),
    ("dato", Field::Date),
];

fn rows() -> Vec<Row> {
    let rows = TAUGHT.iter().flat_map(|list| labelled(list));
    rows.map(|row| {
        COLUMNS
            .iter()
            .filter_map(|(column, field)| Some((*field, row.get(*column)?.clone())))
            .filter(|(_, typed)| !typed.is_empty())
            .collect()
    })
    .collect()
}

/// Forms 2, 3 and 4 of a chapter, as bytes.
fn forms(number: usize, rows: &mut impl Iterator<Item = Row>) -> Vec<Vec<u8>> {
    let mut activity = |index: usize, form: FormId| -> Vec<(Field, Entry)> {
        let known = |field: &Field| form == FormId::Activities || !FORM_3_ALONE.contains(field);
        let mut cells: Vec<(Field, Entry)> = rows
            .next()
            .unwrap()
            .into_iter()
            .filter(|(field, _)| known(field) && *field != Field::Date)
            .map(|(field, typed)| (field, Entry::text(typed)))
            .collect();
        cells.push((Field::Date, Entry::Date(day(index * 6))));
        cells
    };
    let in_form = |form, rows| filling(number, form, rows);
    let activities = (0..ROWS)
        .map(|index| activity(index, FormId::Activities))
        .collect();
    let days = (0..DAYS)
        .map(|index| activity(index * 2, FormId::MeetingPlace))
        .collect();
    let people = (0..PEOPLE).map(person).collect();
    [
        (FormId::Activities, in_form(FormId::Activities, activities)),
        (FormId::MeetingPlace, in_form(FormId::MeetingPlace, days)),
        (
            FormId::PeerSupporters,
            in_form(FormId::PeerSupporters, people),
        ),
    ]
    .into_iter()
    .map(|(form, filling)| blank::write(form, &filling).unwrap())
    .collect()
}

const FORM_3_ALONE: [Field; 4] = [Field::Title, Field::Type, Field::Venue, Field::Organiser];

fn person(index: usize) -> Vec<(Field, Entry)> {
    vec![
        (Field::Name, Entry::text(format!("Åse Øygard {index}"))),
        (Field::Address, Entry::text("Storgata 1")),
        (Field::Phone, Entry::text(format!("400000{index:02}"))),
        (Field::Appointed, Entry::Date(day(0))),
        (Field::Active, Entry::text("Ja")),
        (Field::Unpaid, Entry::text("Ja")),
    ]
}

fn filling(number: usize, form: FormId, rows: Vec<Vec<(Field, Entry)>>) -> Filling {
    let mut fields = vec![
        (
            Field::ChapterName,
            Entry::text(format!("Prøvelaget {number}")),
        ),
        (Field::BasisYear, Entry::Number(2025.0)),
    ];
    if form == FormId::MeetingPlace {
        fields.push((Field::MeetingPlaceName, Entry::text("Kaffestua")));
    }
    Filling {
        language: Language::Bokmal,
        chapter: Some(number.to_string()),
        basis_year: 2025,
        fields,
        rows,
        signatures: vec![SignatureEntry {
            name: Some("Åse Øygard".to_owned()),
            date: Some(Entry::text("02.02.2026")),
            typed: Some("Åse Øygard".to_owned()),
            ..SignatureEntry::new(SignatureRole::Leader)
        }],
        hidden_id: true,
        ..Filling::default()
    }
}

fn day(after: usize) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(2025, 1, 2).unwrap();
    first + Days::new(u64::try_from(after).unwrap())
}

fn chapter(number: usize) -> Chapter {
    Chapter {
        number: number.to_string(),
        name: format!("Prøvelaget {number}"),
        former_names: Vec::new(),
        organisation_number: None,
        county: "Trøndelag".to_owned(),
        municipality: "Namsos".to_owned(),
        region: "Midt".to_owned(),
        county_chapter: false,
        email: None,
        leader: None,
        leader_email: None,
        language: Language::Bokmal,
        members: None,
        dissolved: None,
    }
}
