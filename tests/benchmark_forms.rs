//! The benchmark's forms: what a diligent chapter hands in, a form of each kind.

use chrono::{Days, NaiveDate};
use samlerapport_ingest::blank::{Entry, Filling, SignatureEntry};
use samlerapport_ingest::{Field, FormId, Language, SignatureRole};

type Cells = Vec<(Field, Entry)>;

/// The forms of a chapter; the others have no table of many rows.
const FORMS: [FormId; 4] = [
    FormId::MeetingPlace,
    FormId::Activities,
    FormId::PeerSupporters,
    FormId::Visits,
];

const FIRST_NAMES: [&str; 8] = [
    "Åse", "Bjørn", "Camilla", "Dag", "Eli", "Finn", "Gro", "Håkon",
];
const LAST_NAMES: [&str; 5] = ["Øygard", "Nordlys", "Fjellvang", "Sandvik", "Bråten"];
const PLACES: [&str; 4] = [
    "Frivilligsentralen",
    "Grendahuset",
    "Biblioteket, møterom 2",
    "Kafé Solsiden",
];
/// Title, type, theme and how experience was shared.
const ACTIVITIES: [[&str; 4]; 6] = [
    [
        "Samtalegruppe for pårørende",
        "samtalegruppe",
        "Hverdagen hjemme",
        "Alle fortalte om egne erfaringer i ring",
    ],
    [
        "Temakveld om søvn",
        "temakveld",
        "Å sove når uroen kommer",
        "Samtale i smågrupper etter innledningen",
    ],
    [
        "Turgruppa til Storåsen",
        "turgruppe",
        "Å komme seg ut",
        "Gikk to og to og delte erfaringer",
    ],
    [
        "Malekurs",
        "kurs",
        "Farger og følelser",
        "Hver fortalte om sitt eget bilde",
    ],
    [
        "Likepersonskafé",
        "åpen møteplass",
        "Å leve med angst",
        "Erfaringer delt rundt bordene",
    ],
    [
        "Studiesirkel",
        "studiesirkel",
        "Tilbake i arbeid",
        "Runde der alle fortalte sin historie",
    ],
];

/// The form with this number, filled in: 10 to 120 rows, four forms a chapter.
pub(crate) fn filled(index: usize) -> (FormId, Filling) {
    let (chapter, form) = (index / FORMS.len(), FORMS[index % FORMS.len()]);
    let text = |text: String| Entry::text(text);
    let mut fields = vec![
        (Field::ChapterName, text(format!("Prøvelaget {chapter}"))),
        (Field::BasisYear, Entry::Number(2025.0)),
    ];
    match form {
        FormId::MeetingPlace => {
            fields.push((Field::MeetingPlaceName, text(format!("Huset {chapter}"))));
        }
        FormId::Visits => fields.push((Field::PersonName, text(person(chapter, 0)))),
        FormId::Activities | FormId::PeerSupporters | FormId::AnnualReport => {}
    }
    let role = if form == FormId::Visits {
        SignatureRole::PeerSupporter
    } else {
        SignatureRole::Leader
    };
    let rows = 0..10 + (index * 37) % 111;
    let filling = Filling {
        language: Language::Bokmal,
        chapter: Some(chapter.to_string()),
        basis_year: 2025,
        fields,
        rows: rows
            .map(|row| match form {
                FormId::PeerSupporters => supporter(chapter, row),
                FormId::AnnualReport
                | FormId::MeetingPlace
                | FormId::Activities
                | FormId::Visits => activity(form, chapter, row),
            })
            .collect(),
        signatures: vec![SignatureEntry {
            name: Some(person(chapter, 0)),
            date: Some(text("02.02.2026".to_owned())),
            typed: Some(person(chapter, 0)),
            ..SignatureEntry::new(role)
        }],
        hidden_id: true,
        ..Filling::default()
    };
    (form, filling)
}

fn person(chapter: usize, number: usize) -> String {
    let first = FIRST_NAMES[number % FIRST_NAMES.len()];
    let last = LAST_NAMES[number / FIRST_NAMES.len() % LAST_NAMES.len()];
    let tail = number / (FIRST_NAMES.len() * LAST_NAMES.len());
    // A name has no figures; the chapter and the round are told by letters, each twice,
    // for one letter more or less is a slip of the pen in the same name.
    let letter = |number: usize| char::from(b'a' + u8::try_from(number % 26).unwrap());
    let (one, two, three) = (letter(chapter), letter(chapter / 26), letter(tail));
    format!("{first} {last}{one}{one}{two}{two}{three}{three}")
}

/// Each form has days of its own: two groups on a day would be asked about. Not all
/// chapters meet on the same days.
fn day(form: FormId, chapter: usize, row: usize) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(2025, 1, 4).unwrap();
    let own = FORMS.iter().position(|own| *own == form).unwrap();
    first + Days::new(u64::try_from((row + chapter) * 3 % 357 + own % 3).unwrap())
}

fn supporter(chapter: usize, row: usize) -> Cells {
    vec![
        (Field::Name, Entry::text(person(chapter, row))),
        (Field::Address, Entry::text(format!("Storgata {row}"))),
        (Field::Postcode, Entry::text("7800")),
        (Field::City, Entry::text("Namsos")),
        (
            Field::Phone,
            Entry::text(format!("40{:06}", chapter * 200 + row)),
        ),
        (Field::Appointed, Entry::text("12.03.2023")),
        (Field::Active, Entry::text("Ja")),
        (Field::Unpaid, Entry::text("Ja")),
    ]
}

fn activity(form: FormId, chapter: usize, row: usize) -> Cells {
    let [title, kind, theme, sharing] = ACTIVITIES[row % ACTIVITIES.len()];
    let (from, to) = if form == FormId::MeetingPlace {
        ("18.00", "20.00")
    } else {
        ("11.00", "13.30")
    };
    let hours = if form == FormId::MeetingPlace {
        2.0
    } else {
        2.5
    };
    // Each in a house of its own: else all would tell of one activity.
    let venue = format!("{}, Storgata {chapter}", PLACES[row % PLACES.len()]);
    let mut cells = vec![
        (Field::Date, Entry::Date(day(form, chapter, row))),
        (Field::From, Entry::text(from)),
        (Field::To, Entry::text(to)),
        (Field::Hours, Entry::Number(hours)),
        (Field::Theme, Entry::text(theme)),
        (Field::Venue, Entry::text(venue)),
    ];
    if form == FormId::Visits {
        cells.push((Field::ContactKind, Entry::text("Besøk")));
        return cells;
    }
    let leader = person(chapter, row % 10);
    cells.extend([
        (Field::Title, Entry::text(title)),
        (Field::Type, Entry::text(kind)),
        (Field::Sharing, Entry::text(sharing)),
        (Field::Organiser, Entry::text("laget")),
        (
            Field::Participants,
            Entry::Number(6.0 + f64::from(u8::try_from(row % 9).unwrap())),
        ),
        (Field::Leader, Entry::text(leader)),
        (Field::Address, Entry::text("Storgata 1, 7800 Namsos")),
        (Field::Phone, Entry::text("40000000")),
    ]);
    cells
}
