//! What reading costs beside opening, printed for a person to look at.

use std::hint::black_box;
use std::time::{Duration, Instant};

use chrono::{Days, NaiveDate, NaiveTime};

use crate::blank::{Entry, Filling, write};
use crate::form::{Field, FormId};
use crate::workbook::Workbook;

/// A row, every second one with its date and times typed as text.
fn row(at: u32) -> Vec<(Field, Entry)> {
    let first = NaiveDate::from_ymd_opt(2025, 1, 7).unwrap();
    let day = first
        .checked_add_days(Days::new(u64::from(at) * 5))
        .unwrap();
    let hour = 10 + at % 9;
    let time = |hour| Entry::Time(NaiveTime::from_hms_opt(hour, 30, 0).unwrap());
    let mut row = if at.is_multiple_of(2) {
        vec![
            (Field::Date, Entry::text(day.format("%d.%m.%Y").to_string())),
            (Field::From, Entry::text(format!("kl. {hour}"))),
            (Field::To, Entry::text("20.30")),
        ]
    } else {
        vec![
            (Field::Date, Entry::Date(day)),
            (Field::From, time(hour)),
            (Field::To, time(hour + 2)),
        ]
    };
    let text = |field, text: &str| (field, Entry::text(text));
    row.extend([
        (Field::Hours, Entry::Number(2.0)),
        text(Field::Title, &format!("Samtalegruppe {at} for pårørende")),
        text(Field::Type, "Samtalegruppe"),
        text(Field::Theme, &format!("Å leve med søvnløshet, del {at}")),
        text(Field::Sharing, "Samtale i ring om egne erfaringer"),
        text(Field::Venue, "Grendahuset på Skarvøya"),
        text(Field::Organiser, "Laget selv"),
        text(Field::Participants, &format!("ca. {}", 4 + at % 9)),
        text(Field::Leader, "Kari Nordlys"),
        text(Field::Address, "Havnegata 12, 5430 Bremnes"),
        text(Field::Phone, "900 00 001"),
    ]);
    row
}

fn long_form(hidden_id: bool) -> Vec<u8> {
    let filling = Filling {
        chapter: Some("0417".to_owned()),
        basis_year: 2025,
        fields: vec![(Field::ChapterName, Entry::text("Mental Helse Skarvøy"))],
        rows: (0..66).map(row).collect(),
        hidden_id,
        ..Filling::default()
    };
    write(FormId::Activities, &filling).unwrap()
}

fn median(mut work: impl FnMut()) -> Duration {
    let mut taken: Vec<Duration> = (0..2_000)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    taken.sort_unstable();
    taken[taken.len() / 2]
}

#[test]
#[ignore = "needs a release build to say anything"]
#[expect(clippy::print_stdout, reason = "a person looks at the figures")]
fn reading_costs_little_over_opening() {
    for (name, hidden) in [("by hidden id", true), ("by labels", false)] {
        let bytes = long_form(hidden);
        let open = median(|| drop(black_box(Workbook::open(&bytes))));
        let workbook = Workbook::open(&bytes).unwrap();
        let read = median(|| drop(black_box(super::super::read(&workbook))));
        println!("{name}: opening {open:?}, reading {read:?}");
    }
}
