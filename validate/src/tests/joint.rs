//! An activity that two chapters tell of counts once, and which of them keeps it can be
//! neither hurried nor written into being.

use std::collections::BTreeMap;

use samlerapport_ingest::{Chapter, FormId, Register};

use super::stage::{Stage, row};
use crate::{Decided, Fate, Hearing, joint};

/// A chapter of the test: number, municipality, rows of form 3.
type Told<'t> = (&'t str, &'t str, &'t [&'t str]);

const EVENING: &str = "aktivitet=Temakveld om søvn | fra=18:00 | leder=Åse Bråthen";

/// Hears the chapters as a run does: each by itself, then with what they share.
struct Round {
    stages: Vec<Stage>,
    register: Register,
}

impl Round {
    fn of(chapters: &[Told<'_>]) -> Self {
        let mut stages = Vec::new();
        for (number, municipality, rows) in chapters {
            let mut stage = Stage::new();
            stage.chapter = Chapter {
                number: (*number).to_owned(),
                name: format!("Lag {number}"),
                municipality: (*municipality).to_owned(),
                ..stage.chapter
            };
            let rows: Vec<String> = rows.iter().map(|changes| row(changes)).collect();
            let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
            stage.deliver(FormId::Activities, "", &rows);
            stages.push(stage);
        }
        let register = Register {
            chapters: stages.iter().map(|stage| stage.chapter.clone()).collect(),
            ..Register::default()
        };
        Self { stages, register }
    }

    fn hear(&mut self) -> Vec<Hearing> {
        let first: Vec<Hearing> = self.stages.iter().map(Stage::hear).collect();
        let shared = joint(first.iter(), &self.register);
        for stage in &mut self.stages {
            stage.register = Some(self.register.clone());
            stage.joint = shared
                .get(&stage.chapter.number)
                .cloned()
                .unwrap_or_default();
        }
        let second: Vec<Hearing> = self.stages.iter().map(Stage::hear).collect();
        // To be told of it makes no difference to what is shared.
        assert_eq!(joint(second.iter(), &self.register), shared);
        for stage in &mut self.stages {
            stage.joint.clear();
        }
        second
    }

    /// The fates of each chapter's rows.
    fn fates(&mut self) -> BTreeMap<String, Vec<Fate>> {
        let hearings = self.hear();
        let told = hearings.iter().map(|hearing| {
            let rows = hearing.forms.last().unwrap().rows.iter();
            (
                hearing.chapter.clone().unwrap(),
                rows.map(|row| row.fate).collect(),
            )
        });
        told.collect()
    }

    fn decide(&mut self, chapter: usize, counts: bool) {
        let hearing = self.stages[chapter].hear();
        let row = hearing.forms.last().unwrap().row_keys()[0].clone();
        self.stages[chapter].decide(Decided::Row {
            form: FormId::Activities,
            row,
            counts,
        });
    }
}

fn at(venue: &str) -> String {
    format!("{EVENING} | sted={venue}")
}

/// The fates of one row in each of two chapters.
fn of_two(one: (&str, &str, &str), other: (&str, &str, &str)) -> (Fate, Fate) {
    let mut round = Round::of(&[(one.0, one.1, &[one.2]), (other.0, other.1, &[other.2])]);
    let mut turned = Round::of(&[(other.0, other.1, &[other.2]), (one.0, one.1, &[one.2])]);
    let fates = round.fates();
    assert_eq!(fates, turned.fates(), "the order of arrival decided");
    (fates[one.0][0], fates[other.0][0])
}

#[test]
fn one_activity_counts_in_one_chapter_and_waits_in_the_other() {
    let (kept, waits) = (Fate::Counted, Fate::Waiting);
    let library = at("Biblioteket, Hamar");
    for (one, other, expected) in [
        // The first by number, where the place says nothing.
        (
            ("7", "Elverum", &*library),
            ("12", "Løten", &*library),
            (kept, waits),
        ),
        // The one whose municipality both name.
        (
            ("7", "Elverum", &library),
            ("12", "Hamar", &library),
            (waits, kept),
        ),
        // What only one of them writes takes nothing from the other.
        (
            ("7", "Hamar", &library),
            ("12", "Elverum", &*at("Biblioteket, Hamar, Elverum")),
            (kept, waits),
        ),
        (
            ("12", "Hamar", &library),
            ("7", "Elverum", &*at("Biblioteket, Hamar, Elverum")),
            (kept, waits),
        ),
    ] {
        assert_eq!(of_two(one, other), expected, "{one:?} {other:?}");
    }
}

#[test]
fn what_is_alike_is_not_yet_the_same() {
    let hamar = at("Biblioteket, Hamar");
    for other in [
        "aktivitet=Temakveld om søvn | fra=18:00 | leder=Tønnes Moe | sted=Biblioteket, Bodø",
        "aktivitet=Temakveld om søvn | fra=18:00 | leder=Tønnes Moe | sted=Biblioteket",
        "aktivitet=Temakveld om søvn | fra=19:00 | leder=Åse Bråthen | sted=Biblioteket, Hamar",
        "aktivitet=Turgruppe | fra=18:00 | leder=Tønnes Moe | sted=Biblioteket, Hamar",
        "aktivitet=Turgruppe | fra=18:00 | leder=Åse Bråthen | sted=Rådhuset, Bodø",
        "aktivitet=Temakveld om søvn | dato=15.01.2025 | fra=18:00 | sted=Biblioteket, Hamar",
    ] {
        let fates = of_two(("7", "Hamar", &hamar), ("12", "Bodø", other));
        assert_eq!(fates, (Fate::Counted, Fate::Counted), "{other}");
    }
    // In one town the library is one.
    let plain = "aktivitet=Temakveld om søvn | fra=18:00 | leder=Tønnes Moe | sted=Biblioteket";
    let fates = of_two(("7", "Hamar", &hamar), ("12", "Hamar", plain));
    assert_eq!(fates, (Fate::Counted, Fate::Waiting));
}

#[test]
fn a_chapter_that_copies_anothers_rows_shuts_none_out() {
    let rows = [
        at("Biblioteket, Hamar"),
        at("Kafé Håp | dato=15.01.2025"),
        at("Hamar | dato=16.01.2025"),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let mut round = Round::of(&[("7", "Bodø", &rows), ("12", "Hamar", &rows)]);
    let fates = round.fates();
    for (copied, own) in fates["7"].iter().zip(&fates["12"]) {
        assert!(*own < Fate::Incomplete, "shut out: {own:?}");
        // The day counts once meanwhile, wherever it counts.
        assert_eq!(
            [copied, own]
                .iter()
                .filter(|fate| ***fate == Fate::Counted)
                .count(),
            1
        );
    }
    // Where both name the chapter's own town, its own row is not moved at all.
    assert_eq!(
        (fates["12"][0], fates["12"][2]),
        (Fate::Counted, Fate::Counted)
    );
}

#[test]
fn a_row_that_gives_way_itself_makes_no_other_wait() {
    // The second is one with both, and the first and third are two.
    let mut round = Round::of(&[
        ("1", "Hamar", &[&at("Biblioteket, Hamar")]),
        (
            "2",
            "Hamar",
            &[
                "aktivitet=Temakveld om søvn | fra=18:00 | leder=Åse Bråthen og Tønnes Moe | sted=Biblioteket, Hamar",
            ],
        ),
        (
            "3",
            "Bodø",
            &["aktivitet=Temakveld om søvn | fra=18:00 | leder=Tønnes Moe | sted=Rådhuset, Bodø"],
        ),
    ]);
    let fates: Vec<Fate> = round.fates().into_values().flatten().collect();
    assert_eq!(fates, [Fate::Counted, Fate::Waiting, Fate::Counted]);
}

#[test]
fn the_adviser_decides_otherwise() {
    let library = at("Biblioteket, Hamar");
    let mut round = Round::of(&[("7", "Elverum", &[&library]), ("12", "Løten", &[&library])]);
    let fates = |round: &mut Round| -> Vec<Fate> {
        let fates = round.fates();
        vec![fates["7"][0], fates["12"][0]]
    };
    assert_eq!(fates(&mut round), [Fate::Counted, Fate::Waiting]);
    // The day moves; both count when both are decided.
    round.decide(1, true);
    assert_eq!(fates(&mut round), [Fate::Waiting, Fate::Counted]);
    round.decide(0, true);
    assert_eq!(fates(&mut round), [Fate::Counted, Fate::Counted]);
    round.decide(0, false);
    assert_eq!(fates(&mut round), [Fate::Excluded, Fate::Counted]);
}

#[test]
fn what_does_not_count_takes_no_day() {
    let library = at("Biblioteket, Hamar");
    let few = format!("{library} | deltakere=2");
    let fates = of_two(("7", "Elverum", &few), ("12", "Løten", &library));
    assert_eq!(fates, (Fate::Excluded, Fate::Counted));
    let unlisted = format!("leder=Kari Lund | {library}");
    let fates = of_two(("7", "Elverum", &unlisted), ("12", "Løten", &library));
    assert_eq!(fates, (Fate::Waiting, Fate::Counted));
}

#[test]
fn a_row_that_waits_for_something_else_is_told_that_another_chapter_has_the_day() {
    let open = format!("{} | deltakere=", at("Biblioteket, Hamar"));
    let mut round = Round::of(&[("7", "Elverum", &[&open]), ("12", "Løten", &[&open])]);
    let told = |round: &mut Round| -> Vec<bool> {
        let heard = round.hear().into_iter();
        let row = |hearing: Hearing| hearing.forms.last().unwrap().rows[0].clone();
        let shared = |rule: &&'static crate::Rule| rule.name == "joint_arrangement";
        heard
            .map(|hearing| row(hearing).reasons.iter().any(shared))
            .collect()
    };
    // Each waits for how many came; the adviser of the second sees why not to say yes.
    assert_eq!(told(&mut round), [false, true]);
    let rows = round.hear().pop().unwrap();
    let why = &rows.forms.last().unwrap().rows[0].explanation;
    assert!(why.contains("Dessuten: "), "{why}");
    // The one that counts goes before the one that waits.
    let sound = at("Biblioteket, Hamar");
    let (first, second) = of_two(("7", "Elverum", &open), ("12", "Løten", &sound));
    assert_eq!((first, second), (Fate::Waiting, Fate::Counted));
}

#[test]
fn a_row_that_the_chapter_is_asked_about_takes_no_day_from_another() {
    let sound = at("Biblioteket, Hamar");
    let mut round = Round::of(&[("7", "Elverum", &[&sound]), ("12", "Løten", &[&sound])]);
    let hearing = round.stages[0].hear();
    let row = hearing.forms.last().unwrap().row_keys()[0].clone();
    let form = FormId::Activities;
    round.stages[0].decide(Decided::Ask { form, row });
    let fates = round.fates();
    assert_eq!(fates["7"], [Fate::Waiting]);
    assert_eq!(fates["12"], [Fate::Counted]);
}
