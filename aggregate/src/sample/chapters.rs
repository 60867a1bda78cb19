//! Eight invented chapters in three regions, each with a story.

use samlerapport_ingest::{Chapter, Dissolved, Evidence, Field, FormId};
use samlerapport_validate::Delivery;

use super::{Sample, chapter, date, delivery};

type Cells = Vec<(Field, String)>;

/// 101 and 102 are in order and share a peer supporter; 201 has not handed in form 1;
/// 202 has not signed it; 301 has rows of every fate; 302 has not signed form 3; 303
/// has handed in nothing; 304 is no more. `days` activity days in 101, 102 and 201.
pub(crate) fn eight(days: u32) -> Sample {
    eight_as_of(days, "2026-06-01")
}

/// The same on another day; the chapters' date is 31 May 2026.
pub(crate) fn eight_as_of(days: u32, as_of: &str) -> Sample {
    let chapters = [east(days), west(days), north()].concat();
    Sample::of(
        &chapters,
        &[form_3(18, Evidence::Scan, &groups(2))],
        date(as_of),
    )
}

fn east(days: u32) -> Vec<(Chapter, Vec<Delivery>)> {
    let shared = ("Ragnhild Øyehaug", "40000001");
    vec![
        (
            chapter("101", "Fjellbygd lokallag", "Østfold", "Øst"),
            vec![
                form_1(1, Evidence::Scan, 41),
                form_3(2, Evidence::Scan, &groups(days)),
                form_4(3, &[shared, ("Kari Nes", "40000002")]),
            ],
        ),
        (
            chapter("102", "Åsgrenda lokallag", "Akershus", "Øst"),
            vec![
                form_1(4, Evidence::Picture, 25),
                form_3(5, Evidence::Scan, &groups(days)),
                form_4(6, &[shared, ("Kari Nes", "40000003")]),
            ],
        ),
    ]
}

fn west(days: u32) -> Vec<(Chapter, Vec<Delivery>)> {
    vec![
        (
            chapter("201", "Havblikk lokallag", "Rogaland", "Vest"),
            vec![
                form_3(7, Evidence::Scan, &groups(days)),
                form_4(8, &[("Kari Nes", "40000004"), ("Ole Bø", "40000005")]),
            ],
        ),
        (
            chapter("202", "Ørneheia lokallag", "Vestland", "Vest"),
            vec![
                form_1(9, Evidence::None, 30),
                form_3(10, Evidence::Scan, &course()),
                form_4(11, &[("Kari Nes", "40000006")]),
            ],
        ),
    ]
}

fn north() -> Vec<(Chapter, Vec<Delivery>)> {
    let mut ended = chapter("304", "Tyttebærmoen lokallag", "Troms", "Nord");
    ended.dissolved = Some(Dissolved {
        on: Some(date("2024-05-01")),
    });
    vec![
        (
            chapter("301", "Nordlys lokallag", "Nordland", "Nord"),
            vec![
                form_1(12, Evidence::Scan, 19),
                form_3(13, Evidence::Scan, &every_fate()),
                form_4(14, &[("Kari Nes", "40000007")]),
            ],
        ),
        (
            chapter("302", "Isfjell lokallag", "Troms", "Nord"),
            vec![
                form_1(15, Evidence::Scan, 12),
                form_3(16, Evidence::None, &groups(4)),
                form_4(17, &[("Kari Nes", "40000008")]),
            ],
        ),
        (
            chapter("303", "Furulia lokallag", "Nordland", "Nord"),
            Vec::new(),
        ),
        (ended, Vec::new()),
    ]
}

fn form_1(id: i64, evidence: Evidence, members: u32) -> Delivery {
    let members = members.to_string();
    let mut fields = head();
    fields.extend([
        (Field::Members, members.as_str()),
        (Field::ElectionDate, "2025-02-20"),
        (Field::BoardTerm, "2 år"),
        (Field::AnnualMeeting, "2025-02-20"),
        (Field::Statutes, "Ja"),
        (Field::AnnualReportMade, "Ja"),
        (Field::MemberActivity, "Ja"),
        (Field::MemberActivityExample, "Turkveld"),
        (Field::OwnEconomy, "Ja"),
        (Field::HasMeetingPlace, "Nei"),
        (Field::HasActivities, "Ja"),
        (Field::HasPeerSupporters, "Ja"),
    ]);
    delivery(id, FormId::AnnualReport, evidence, &fields, &[])
}

fn form_3(id: i64, evidence: Evidence, rows: &[Cells]) -> Delivery {
    let mut fields = head();
    fields.push((Field::Period, "hele året"));
    delivery(id, FormId::Activities, evidence, &fields, rows)
}

fn form_4(id: i64, people: &[(&str, &str)]) -> Delivery {
    let rows: Vec<Cells> = people
        .iter()
        .map(|(name, phone)| {
            cells(&[
                (Field::Name, name),
                (Field::Address, "Storgata 1"),
                (Field::Postcode, "0001"),
                (Field::City, "Fjellbygd"),
                (Field::Phone, phone),
                (Field::Appointed, "2024-03-01"),
                (Field::Active, "Ja"),
                (Field::Unpaid, "Ja"),
            ])
        })
        .collect();
    delivery(id, FormId::PeerSupporters, Evidence::Scan, &head(), &rows)
}

fn head() -> Vec<(Field, &'static str)> {
    vec![
        (Field::ChapterName, "Laget"),
        (Field::County, "Østfold"),
        (Field::Municipality, "Fjellbygd"),
        (Field::BasisYear, "2025"),
        (Field::ContactEmail, "post@laget.example"),
    ]
}

/// A sound row on a day, with some cells changed.
fn activity(day: &str, changes: &[(Field, &str)]) -> Cells {
    let sound = [
        (Field::Date, day),
        (Field::From, "18:00"),
        (Field::To, "20:00"),
        (Field::Title, "Samtalegruppe"),
        (Field::Type, "Samtalegruppe"),
        (Field::Theme, "Søvn og hvile"),
        (
            Field::Sharing,
            "Deltakerne delte egne erfaringer rundt bordet",
        ),
        (Field::Venue, "Fjellbygd bibliotek"),
        (Field::Organiser, "Lokallaget"),
        (Field::Participants, "8"),
        (Field::Leader, "Kari Nes"),
        (Field::Address, "Storgata 1"),
        (Field::Phone, "40000002"),
    ];
    let told = sound.map(|(field, text)| {
        let change = changes.iter().find(|(column, _)| *column == field);
        (field, change.map_or(text, |(_, text)| *text))
    });
    cells(&told)
}

fn groups(days: u32) -> Vec<Cells> {
    (0..days)
        .map(|day| {
            let day = date("2025-01-02") + chrono::Days::new(u64::from(day));
            activity(&day.to_string(), &[])
        })
        .collect()
}

/// Three days in one row.
fn course() -> Vec<Cells> {
    let days = "2025-10-03, 2025-10-04, 2025-10-05";
    let course = [
        (Field::From, "10:00"),
        (Field::To, "16:00"),
        (Field::Title, "Likepersonkurs for nye likepersoner"),
        (Field::Type, "Kurs"),
        (Field::Theme, "Opplæring av likepersoner"),
    ];
    vec![activity(days, &course)]
}

fn every_fate() -> Vec<Cells> {
    vec![
        activity("2025-03-04", &[]),
        activity("2025-03-11", &[]),
        activity("2025-04-01", &[(Field::Theme, "")]),
        activity("2025-04-08", &[(Field::Leader, "Navn Utenfor Listen")]),
        activity("2024-04-15", &[(Field::Title, "=1+1")]),
    ]
}

fn cells(cells: &[(Field, &str)]) -> Cells {
    cells
        .iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(field, text)| (*field, (*text).to_owned()))
        .collect()
}
