//! Forms laid out as people lay them out: the share read right, told, lost and wrong.
//!
//! `cargo test -p samlerapport-ingest layouts -- --nocapture` prints the tables.

mod canvas;
mod distortion;
mod model;
mod paint;
mod score;
mod tables;

use crate::form::FormId;

use super::draw;
use model::Lot;
use score::{Score, Truth, score};

/// The truth of a case: lines of `key=value`, `row key=value | …`, `signed name`.
fn truth(text: &str) -> Truth {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let pair = |text: &str| {
        let (key, value) = text.split_once('=').unwrap();
        (key.trim().to_owned(), value.trim().to_owned())
    };
    let mut truth = Truth {
        form: FormId::from_key(lines.next().unwrap()),
        ..Truth::default()
    };
    for line in lines {
        if let Some(row) = line.strip_prefix("row ") {
            truth.rows.push(row.split('|').map(pair).collect());
        } else if let Some(signed) = line.strip_prefix("signed ") {
            let name = signed.split(|sign: char| sign.is_ascii_digit()).next();
            truth.signed = name.map(|name| name.trim().to_owned());
        } else {
            truth.fields.push(pair(line));
        }
    }
    truth
}

#[expect(clippy::print_stdout, reason = "a person looks at the table")]
fn print(title: &str, lines: &[(String, Score)]) -> Score {
    println!(
        "\n{title:<58} {:>6} {:>7} {:>6} {:>6} {:>6}",
        "values", "right", "told", "lost", "wrong"
    );
    let mut sum = Score::default();
    for (name, score) in lines {
        sum.add(score);
        line(name, score);
        for note in &score.notes {
            println!("    {note}");
        }
    }
    line("all", &sum);
    sum
}

#[expect(clippy::print_stdout, reason = "a person looks at the table")]
fn line(name: &str, score: &Score) {
    let share = 100 * score.right / score.all().max(1);
    println!(
        "{name:<58} {:>6} {share:>6}% {:>6} {:>6} {:>6}",
        score.all(),
        score.told,
        score.lost,
        score.wrong
    );
}

#[test]
fn layouts_by_hand() {
    let cases = include_str!("../layouts/by_hand.md").split("\n## ").skip(1);
    let mut lines = Vec::new();
    for case in cases {
        let (name, case) = case.split_once('\n').unwrap();
        let (sheets, expected) = case.split_once("\ntruth ").unwrap();
        let readings = super::super::read(&draw::workbook(sheets));
        lines.push((name.to_owned(), score(&truth(expected), &readings)));
    }
    assert_eq!(lines.len(), 12);
    let sum = print("layouts by hand", &lines);
    assert_eq!(sum.wrong, 0, "a value was read wrong");
    assert_eq!(sum.lost, 0, "a value was lost without a word");
}

/// So many layouts are made, each with at least three distortions.
const LAYOUTS: u64 = 504;

#[test]
fn layouts_by_distortion() {
    let mut lines: Vec<(String, Score)> = distortion::ALL
        .iter()
        .map(|distortion| (format!("{distortion:?}"), Score::default()))
        .collect();
    let mut whole = Vec::new();
    for (seed, first) in (1..=LAYOUTS).zip(distortion::ALL.iter().cycle()) {
        let mut lot = Lot::new(seed);
        let form = lot.of(&FormId::ALL);
        let distortions = distortion::drawn(*first, form, &mut lot);
        assert!(distortions.len() >= 3, "{distortions:?}");
        let mut model = model::model(form, &mut lot);
        let workbook = paint::paint(&mut model, &distortions, &mut lot);
        let score = score(&model.truth(), &super::super::read(&workbook));
        for (distortion, (_, sum)) in distortion::ALL.iter().zip(&mut lines) {
            if distortions.contains(distortion) {
                sum.add(&score);
            }
        }
        whole.push((format!("{seed} {} {distortions:?}", form.key()), score));
    }
    let troubled: Vec<(String, Score)> = whole
        .iter()
        .filter(|(_, score)| score.right < score.all())
        .cloned()
        .collect();
    print("layouts not read whole", &troubled);
    print("share by distortion", &lines);
    let sum = print("all layouts", &[("together".to_owned(), together(&whole))]);
    assert_eq!(sum.wrong, 0, "a value was read wrong");
    assert_eq!(sum.lost, 0, "a value was lost without a word");
    assert!(
        sum.right * 100 >= sum.all() * 99,
        "less than 99 % was read right"
    );
}

fn together(whole: &[(String, Score)]) -> Score {
    let mut sum = Score::default();
    for (_, score) in whole {
        sum.add(score);
    }
    sum
}
