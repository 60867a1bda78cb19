//! The labelled rows through real spreadsheets: what a careful adviser would decide,
//! and what the program decides.
//!
//! `cargo test --test main labelled -- --nocapture` prints the table.

use std::collections::BTreeMap;
use std::fmt::Write;

use chrono::NaiveDate;
use samlerapport_fixtures::{
    Content, File, Format, Labelled, SAMPLE, Scene, Sheet, TAUGHT, entry, labelled,
};
use samlerapport_ingest::blank::Entry;
use samlerapport_ingest::{Chapter, Field, FormId, Kind, Language, Region, Register};
use samlerapport_validate::{Fate, JudgedRow};

use crate::scene::hear;

/// The columns of form 3, by the names of the list.
const COLUMNS: [(Field, &str); 12] = [
    (Field::Date, "dato"),
    (Field::From, "fra"),
    (Field::To, "til"),
    (Field::Hours, "timer"),
    (Field::Title, "aktivitet"),
    (Field::Type, "type"),
    (Field::Theme, "tema"),
    (Field::Sharing, "erfaringsutveksling"),
    (Field::Venue, "sted"),
    (Field::Organiser, "arrangor"),
    (Field::Participants, "deltakere"),
    (Field::Leader, "ledende_likeperson"),
];

/// What became of the rows with one label.
#[derive(Clone, Copy, Debug, Default)]
struct Score {
    right: u32,
    wrong: u32,
    to_adviser: u32,
}

/// What became of a list.
#[derive(Debug, Default)]
struct Outcome<'r> {
    scores: BTreeMap<&'r str, Score>,
    over_counted: Vec<&'r str>,
    under_counted: Vec<&'r str>,
    /// Counted rows of the right kind, of all counted rows.
    kinds: (u32, u32),
    errors: String,
}

#[test]
fn labelled_rows_are_judged_as_a_careful_adviser_would() {
    let rows = labelled(SAMPLE);
    let outcome = outcome(&rows, &judge(&rows));
    assert_eq!(outcome.over_counted, [""; 0], "counted, but should not be");
    assert_eq!(outcome.under_counted, [""; 0], "excluded, but should count");
    assert_eq!(outcome.kinds.0, outcome.kinds.1, "kinds of counted rows");
    for (label, score) in &outcome.scores {
        assert_eq!(score.wrong, 0, "wrong: {label}");
    }
}

/// Rows by writers who knew the rules alone, and that judging was mended after: what is
/// reached is not given up again.
#[test]
fn labelled_rows_by_other_hands_stay_as_well_judged() {
    for (list, floor) in TAUGHT.into_iter().zip(FLOORS) {
        let rows = labelled(list);
        floor.holds(&outcome(&rows, &judge(&rows)));
    }
}

/// Rows that nobody looked at before the words were mended after the others, and that
/// nothing is mended by: the honest measure.
#[test]
fn labelled_rows_that_stayed_sealed_are_judged_as_they_were_found() {
    for (list, floor) in SEALED {
        let rows = labelled(list);
        floor.holds(&outcome(&rows, &judge(&rows)));
    }
}

/// How well a list is judged at least.
struct Floor {
    over_counted: usize,
    under_counted: usize,
    wrong: u32,
    to_adviser: u32,
}

impl Floor {
    const fn new(over_counted: usize, under_counted: usize, wrong: u32, to_adviser: u32) -> Self {
        Self {
            over_counted,
            under_counted,
            wrong,
            to_adviser,
        }
    }

    fn holds(&self, outcome: &Outcome<'_>) {
        let all = outcome.all();
        let (over, under) = (&outcome.over_counted, &outcome.under_counted);
        assert!(over.len() <= self.over_counted, "over-counted: {over:?}");
        assert!(under.len() <= self.under_counted, "shut out: {under:?}");
        assert!(all.wrong <= self.wrong, "{all:?}");
        assert!(all.to_adviser <= self.to_adviser, "{all:?}");
    }
}

const FLOORS: [Floor; TAUGHT.len()] = [
    Floor::new(0, 0, 0, 0),
    Floor::new(0, 0, 2, 2),
    Floor::new(0, 0, 0, 1),
    Floor::new(1, 0, 1, 1),
    Floor::new(5, 5, 69, 90),
];

const SEALED: [(&str, Floor); 2] = [
    (
        include_str!("../fixtures/cases/sealed_2.csv"),
        Floor::new(0, 1, 3, 5),
    ),
    (
        include_str!("../fixtures/cases/sealed_3.csv"),
        Floor::new(1, 1, 11, 0),
    ),
];

/// Compares each row's answer with its label, and prints the table.
fn outcome<'r>(rows: &'r [Labelled], judged: &[JudgedRow]) -> Outcome<'r> {
    let mut outcome = Outcome::default();
    for (row, judged) in rows.iter().zip(judged) {
        let (label, got) = (row["label"].as_str(), label(judged));
        let score = outcome.scores.entry(label).or_default();
        match (got.as_str() == label, judged.fate == Fate::Waiting) {
            (true, _) => score.right += 1,
            (false, true) => score.to_adviser += 1,
            (false, false) => score.wrong += 1,
        }
        if label == "counted" {
            outcome.kinds.0 += u32::from(judged.kind.key() == row["kind"]);
            outcome.kinds.1 += 1;
        }
        if got != label {
            let _ = writeln!(
                outcome.errors,
                "{}: {label}, got {got}: {} [{}]",
                row["id"], row["aktivitet"], judged.explanation
            );
        }
        if got == "counted" && label != "counted" {
            outcome.over_counted.push(&row["id"]);
        }
        if got.starts_with("excluded") && label == "counted" {
            outcome.under_counted.push(&row["id"]);
        }
    }
    println!("{}", table(&outcome));
    println!(
        "kind right on {} of {} counted rows\n\n{}",
        outcome.kinds.0, outcome.kinds.1, outcome.errors
    );
    outcome
}

impl Outcome<'_> {
    /// The whole list.
    fn all(&self) -> Score {
        let sum = |pick: fn(&Score) -> u32| self.scores.values().map(pick).sum();
        Score {
            right: sum(|score| score.right),
            wrong: sum(|score| score.wrong),
            to_adviser: sum(|score| score.to_adviser),
        }
    }
}

fn table(outcome: &Outcome<'_>) -> String {
    let line = |name: &str, score: Score| {
        let Score {
            right,
            wrong,
            to_adviser,
        } = score;
        let all = right + wrong + to_adviser;
        format!("{name:<22}{all:>6}{right:>8}{wrong:>8}{to_adviser:>12}\n")
    };
    let mut text = format!(
        "\n{:<22}{:>6}{:>8}{:>8}{:>12}\n",
        "label", "rows", "right", "wrong", "to adviser"
    );
    for (name, score) in &outcome.scores {
        text.push_str(&line(name, *score));
    }
    text + &line("all", outcome.all())
}

/// The label that a row's fate and first reason come to.
fn label(row: &JudgedRow) -> String {
    let reason = row.reasons.first().map_or("", |rule| rule.name);
    let label = match (row.fate, reason) {
        (Fate::Counted, _) => "counted",
        (Fate::Excluded, "annual_or_board_meeting") => "excluded:meeting",
        (Fate::Excluded, "stand") => "excluded:stand",
        (Fate::Excluded, "outside_norway") => "excluded:abroad",
        (Fate::Excluded, "arranged_by_others") => "excluded:other",
        (Fate::Excluded, "not_in_person") => "excluded:digital",
        (Fate::Excluded, "too_few_participants") => "below:size",
        (Fate::Excluded, "too_short") => "below:duration",
        (Fate::Incomplete, "date_or_duration_missing") => "incomplete:time",
        (Fate::Incomplete, "theme_missing") => "incomplete:theme",
        (Fate::Incomplete, "sharing_missing") => "incomplete:sharing",
        (Fate::Waiting, "needs_adviser") => "ambiguous",
        (fate, reason) => return format!("{} ({reason})", fate.key()),
    };
    label.to_owned()
}

/// The judged rows, in the order of the list: each chapter hands in its form 3, and
/// a form 4 with everyone who led, so that the row alone decides.
fn judge(rows: &[Labelled]) -> Vec<JudgedRow> {
    let mut by_chapter: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        by_chapter.entry(&row["lag"]).or_default().push(index);
    }
    let mut judged = vec![None; rows.len()];
    for (number, (name, indices)) in by_chapter.iter().enumerate() {
        let own: Vec<_> = indices.iter().map(|index| &rows[*index]).collect();
        let scene = scene(name, number, &own);
        let hearings = hear(&scene);
        let form = hearings
            .iter()
            .flat_map(|hearing| &hearing.forms)
            .find(|form| form.form == Some(FormId::Activities))
            .unwrap_or_else(|| panic!("{name}: no form 3 was read"));
        assert_eq!(form.rows.len(), own.len(), "{name}: rows read");
        for (index, row) in indices.iter().zip(&form.rows) {
            judged[*index] = Some(row.clone());
        }
    }
    judged.into_iter().map(Option::unwrap).collect()
}

fn scene(name: &str, number: usize, rows: &[&Labelled]) -> Scene {
    let chapter = chapter(name, number);
    let mut activities = begun(FormId::Activities, &chapter);
    activities.filling.rows = rows.iter().map(|row| cells(row)).collect();
    let mut people = begun(FormId::PeerSupporters, &chapter);
    let mut leaders: Vec<&str> = rows
        .iter()
        .map(|row| row["ledende_likeperson"].as_str())
        .collect();
    leaders.retain(|leader| !leader.is_empty());
    leaders.sort_unstable();
    leaders.dedup();
    people.filling.rows = leaders.iter().map(|leader| person(leader)).collect();
    let file = |sheet: Sheet| File {
        name: format!("{}.xlsx", sheet.form.key()),
        arrived: NaiveDate::from_ymd_opt(2026, 4, 1).unwrap(),
        content: Content::Sheet(sheet, Format::Xlsx),
    };
    Scene {
        register: Register {
            regions: vec![Region {
                name: chapter.region.clone(),
                counties: vec![chapter.county.clone()],
            }],
            chapters: vec![chapter],
            ..Register::default()
        },
        basis_year: 2025,
        today: NaiveDate::from_ymd_opt(2026, 4, 20).unwrap(),
        files: vec![file(activities), file(people)],
        signature_seen: Vec::new(),
        decided: Vec::new(),
        on_paper: Vec::new(),
        settings: Vec::new(),
    }
}

/// A row as typed: only digits in a date field are a spreadsheet's day number.
fn cells(row: &Labelled) -> Vec<(Field, Entry)> {
    COLUMNS
        .iter()
        .filter(|(_, name)| !row[*name].is_empty())
        .map(|(field, name)| {
            let text = row[*name].as_str();
            let digits = text.chars().all(|sign| sign.is_ascii_digit());
            let kind = if *field == Field::Date && digits {
                Kind::Date
            } else {
                Kind::Text
            };
            (*field, entry(kind, text).unwrap())
        })
        .collect()
}

fn person(name: &str) -> Vec<(Field, Entry)> {
    [
        (Field::Name, name),
        (Field::Address, "Bjørkeveien 4"),
        (Field::Postcode, "2318"),
        (Field::City, "Hamar"),
        (Field::Phone, "400 00 101"),
        (Field::Appointed, "12.02.2023"),
        (Field::Active, "Ja"),
        (Field::Unpaid, "Ja"),
    ]
    .map(|(field, text)| (field, Entry::text(text)))
    .to_vec()
}

fn begun(form: FormId, chapter: &Chapter) -> Sheet {
    let mut sheet = Sheet::empty(form, 2025);
    sheet.filling.hidden_id = true;
    sheet.filling.chapter = Some(chapter.number.clone());
    sheet.filling.fields = vec![
        (Field::ChapterName, Entry::text(&chapter.name)),
        (Field::BasisYear, Entry::Number(2025.0)),
    ];
    sheet
}

fn chapter(name: &str, number: usize) -> Chapter {
    Chapter {
        number: (2001 + number).to_string(),
        name: name.to_owned(),
        former_names: Vec::new(),
        organisation_number: None,
        county: "Innlandet".to_owned(),
        municipality: String::new(),
        region: "Øst".to_owned(),
        county_chapter: name.contains("fylkeslag"),
        email: None,
        leader: None,
        leader_email: None,
        language: Language::Bokmal,
        members: None,
        dissolved: None,
    }
}
