//! Made-up forms, filled in, with what each value means.

use chrono::{NaiveDate, NaiveTime};

use crate::form::{Field, Form, FormId, Item, Kind};
use crate::workbook::Content;

use super::score::{Pair, Truth};

/// Numbers that look as if drawn by lot, the same for the same seed.
pub(super) struct Lot(u64);

impl Lot {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5bd1_e995)
    }

    pub(super) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end).unwrap()).unwrap()
    }

    pub(super) fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// A value: what stands in the cell, and what it means.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) item: &'static Item,
    pub(super) content: Content,
    pub(super) meaning: String,
}

/// A form filled in.
pub(super) struct Model {
    pub(super) form: &'static Form,
    pub(super) fields: Vec<Entry>,
    pub(super) rows: Vec<Vec<Entry>>,
    pub(super) signer: &'static str,
}

const TITLES: [&str; 5] = [
    "Fjelltur",
    "Strikkekafé",
    "Bokkveld",
    "Helgesamling",
    "Matlaging",
];
const THEMES: [&str; 6] = [
    "Håp",
    "Å si nei",
    "Søvn",
    "Ro i kroppen",
    "Trygghet",
    "Sorg",
];
const PLACES: [&str; 4] = ["Grendahuset", "Biblioteket", "Fjellheimen", "Låven på Å"];
const PEOPLE: [&str; 5] = [
    "Kari Nordlys",
    "Ola Sørbø",
    "Liv Åsen",
    "Åse Bø",
    "Per Ærfugl",
];
const WAYS: [&str; 3] = ["samtale i ring", "to og to", "åpen runde"];

/// A form with six rows.
pub(super) fn model(id: FormId, lot: &mut Lot) -> Model {
    let form = id.form();
    let fields = form.fields.iter().map(|item| entry(item, 2, lot)).collect();
    let rows = (0..6).map(|at| {
        let columns = form.table.as_ref().unwrap().columns.iter();
        columns.map(|item| entry(item, 2 * at + 1, lot)).collect()
    });
    Model {
        form,
        fields,
        rows: rows.collect(),
        signer: lot.of(&PEOPLE),
    }
}

/// An entry that suits the item, in the month given.
fn entry(item: &'static Item, month: u32, lot: &mut Lot) -> Entry {
    let text = |text: &str| (Content::Text(text.into()), text.to_owned());
    let day = u32::try_from(1 + lot.below(28)).unwrap();
    let (content, meaning) = match item.kind {
        Kind::Text => text(words(item.field, lot)),
        Kind::Choice(choices) => text(lot.of(choices)),
        Kind::Date => {
            let date = NaiveDate::from_ymd_opt(2025, month, day).unwrap();
            let typed = format!("{day:02}.{month:02}.2025");
            let shown = Content::DateTime(date.and_time(NaiveTime::MIN));
            let content = if lot.below(2) == 0 {
                Content::Text(typed.into())
            } else {
                shown
            };
            (content, format!("{day}.{month}.2025"))
        }
        Kind::Time => {
            let hour = 10 + lot.below(9);
            (
                Content::Text(format!("kl. {hour}").into()),
                format!("{hour}:00"),
            )
        }
        Kind::Hours => (Content::Number(1.5), "90min".to_owned()),
        Kind::Count => {
            let count = 3 + lot.below(20);
            (Content::Text(count.to_string().into()), count.to_string())
        }
        Kind::YesNo => (Content::Text("Ja".into()), "yes".to_owned()),
        Kind::Year => (Content::Number(2025.0), "2025".to_owned()),
        Kind::OrganisationNumber => text("123456785"),
        Kind::County => text("Vestland"),
        Kind::Municipality => text("Bømlo"),
        Kind::Email => text("post@lag.example"),
        Kind::Phone => text("90000001"),
        Kind::Postcode => text("5430"),
        Kind::Period => (Content::Text("hele året".into()), "whole year".to_owned()),
    };
    Entry {
        item,
        content,
        meaning,
    }
}

/// Words that suit a field of free text.
fn words(field: Field, lot: &mut Lot) -> &'static str {
    let known: [(&[Field], &[&'static str]); 10] = [
        (&[Field::ChapterName], &["Mental Helse Skarvøy"]),
        (&[Field::MeetingPlaceName], &["Kafé Håp"]),
        (&[Field::Title, Field::MemberActivityExample], &TITLES),
        (&[Field::Theme], &THEMES),
        (&[Field::Sharing], &WAYS),
        (&[Field::Leader, Field::Name, Field::PersonName], &PEOPLE),
        (&[Field::BoardTerm], &["2 år"]),
        (&[Field::Organiser], &["laget selv"]),
        (&[Field::Address], &["Havnegata 12"]),
        (&[Field::OpeningHours], &["tirsdager kl. 18-20"]),
    ];
    let mine = known.iter().find(|(fields, _)| fields.contains(&field));
    lot.of(mine.map_or(&PLACES[..], |(_, words)| words))
}

impl Model {
    pub(super) fn truth(&self) -> Truth {
        let pair =
            |entry: &Entry| -> Pair { (entry.item.field.key().to_owned(), entry.meaning.clone()) };
        Truth {
            form: Some(self.form.id),
            fields: self.fields.iter().map(pair).collect(),
            rows: self
                .rows
                .iter()
                .map(|row| row.iter().map(pair).collect())
                .collect(),
            signed: Some(self.signer.to_owned()),
        }
    }
}
