//! How the second reader learns: the weights under which the labelled rows are most
//! likely, found step by step and always the same way.
//!
//! `UPDATE=1 cargo test -p samlerapport-validate second_reader -- --ignored` learns
//! anew from the lists and writes the weights; without `UPDATE` they are compared.

#![expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::print_stdout,
    reason = "counts of rows and words are small, and the shares are what one looks at"
)]

use std::path::Path;

use samlerapport_fixtures::{Labelled, TAUGHT, labelled};

use super::Opinion;
use super::features::{BUCKETS, Piece, parts, pieces};
use super::weights::{FINE, OPINIONS, likely};
use crate::classify::evidence::Ground;
use crate::classify::home::Home;
use crate::classify::reading::{Reading, page};
use crate::classify::row::{RowForm, RowWords};
use crate::classify::word::with_memory;

const ROUNDS: usize = 20;
const PACE: f32 = 0.1;
/// What keeps a weight small that few rows ask for.
const PULL: f32 = 3e-5;

/// What a row is worth that nobody told so.
const SPARSE: f32 = 0.1;

/// A row as the second reader sees it: buckets, each with what it weighs.
struct Lesson {
    pieces: Vec<(usize, f32)>,
    opinion: usize,
    /// How much it is worth beside a row as it was told.
    worth: f32,
}

struct Learnt {
    start: [f32; OPINIONS],
    table: Vec<f32>,
}

fn opinion(label: &str) -> Opinion {
    match label {
        "excluded:meeting" => Opinion::Excluded(Ground::Meeting),
        "excluded:stand" => Opinion::Excluded(Ground::Stand),
        "excluded:abroad" => Opinion::Excluded(Ground::Abroad),
        "excluded:other" => Opinion::Excluded(Ground::Others),
        "excluded:digital" => Opinion::Excluded(Ground::Digital),
        "ambiguous" => Opinion::Open,
        // Time and size are not told by words, theme and sharing by the lists.
        _ => Opinion::Ours,
    }
}

fn with_reading<T>(row: &Labelled, look: impl FnOnce(&Reading<'_>) -> T) -> T {
    let home = Home::of(&row["lag"], &[], "");
    let words = RowWords {
        form: RowForm::Activity,
        title: &row["aktivitet"],
        kind_word: &row["type"],
        theme: &row["tema"],
        sharing: &row["erfaringsutveksling"],
        venue: &row["sted"],
        organiser: &row["arrangor"],
        leader: &row["ledende_likeperson"],
        participants: None,
        free_of_substance: false,
        participants_typed: &row["deltakere"],
    };
    with_memory(|memory| {
        let page = page(std::slice::from_ref(&words), &home, memory);
        let lines = page.lines().next().unwrap();
        look(&Reading::of(&words, &home, &lines))
    })
}

fn lesson(row: &Labelled) -> Lesson {
    let mut buckets = Vec::new();
    with_reading(row, |reading| {
        pieces(reading, |piece| match piece {
            Piece::Word(word, group) => parts(&word.folded, group, |bucket| buckets.push(bucket)),
            Piece::Sign(bucket) => buckets.push(bucket),
        });
    });
    let each = 1.0 / (buckets.len().max(1) as f32).sqrt();
    buckets.sort_unstable();
    let pieces = buckets
        .chunk_by(|one, other| one == other)
        .map(|same| (same[0], same.len() as f32 * each))
        .collect();
    let wanted = opinion(&row["label"]);
    let opinion = Opinion::ALL.iter().position(|opinion| *opinion == wanted);
    Lesson {
        pieces,
        opinion: opinion.unwrap(),
        worth: 1.0,
    }
}

/// Learns from the lessons; a rare opinion weighs as much as a common one.
fn learn(lessons: &[Lesson]) -> Learnt {
    let mut seen = [0_u32; OPINIONS];
    for lesson in lessons {
        seen[lesson.opinion] += 1;
    }
    let fair = seen.map(|count| lessons.len() as f32 / (OPINIONS as u32 * count.max(1)) as f32);
    let size = BUCKETS as usize * OPINIONS;
    let (mut table, mut spent) = (vec![0_f32; size], vec![1e-6_f32; size]);
    let (mut start, mut spent_start) = ([0_f32; OPINIONS], [1e-6_f32; OPINIONS]);
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    let mut chance = 1_u64;
    for _ in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            chance = chance
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            order.swap(at, (chance >> 33) as usize % (at + 1));
        }
        for lesson in order.iter().map(|at| &lessons[*at]) {
            let mut weighed = start;
            for (bucket, value) in &lesson.pieces {
                let weights = &table[bucket * OPINIONS..][..OPINIONS];
                weighed
                    .iter_mut()
                    .zip(weights)
                    .for_each(|(sum, weight)| *sum += value * weight);
            }
            let mut wrong = likely(weighed);
            wrong[lesson.opinion] -= 1.0;
            let wrong = wrong.map(|share| share * fair[lesson.opinion] * lesson.worth);
            for (at, share) in wrong.iter().enumerate() {
                spent_start[at] += share * share;
                start[at] -= PACE * share / spent_start[at].sqrt();
            }
            for (bucket, value) in &lesson.pieces {
                for (at, share) in wrong.iter().enumerate() {
                    let slot = bucket * OPINIONS + at;
                    let slope = share * value + PULL * table[slot];
                    spent[slot] += slope * slope;
                    table[slot] -= PACE * slope / spent[slot].sqrt();
                }
            }
        }
    }
    Learnt { start, table }
}

impl Learnt {
    /// As the program reads it.
    fn bytes(&self) -> Vec<u8> {
        let most = self
            .table
            .iter()
            .fold(0_f32, |most, weight| most.max(weight.abs()));
        let step = most / 127.0;
        let mut bytes = Vec::new();
        for number in [step].into_iter().chain(self.start) {
            bytes.extend(((number / FINE).round() as i32).to_le_bytes());
        }
        let steps = self
            .table
            .iter()
            .map(|weight| (weight / step).round() as i8);
        bytes.extend(steps.map(|step| step.to_le_bytes()[0]));
        bytes
    }

    fn likely(&self, lesson: &Lesson) -> [f32; OPINIONS] {
        let mut weighed = self.start;
        for (bucket, value) in &lesson.pieces {
            let weights = &self.table[bucket * OPINIONS..][..OPINIONS];
            weighed
                .iter_mut()
                .zip(weights)
                .for_each(|(sum, weight)| *sum += value * weight);
        }
        likely(weighed)
    }
}

/// The lessons of a list. Many chapters leave much blank, and no list shows it often
/// enough: each row of ours is shown once more without what need not be told.
fn lessons(list: &str) -> Vec<Lesson> {
    let rows = labelled(list);
    let ours = rows
        .iter()
        .filter(|row| opinion(&row["label"]) == Opinion::Ours);
    let sparse = ours.map(|row| {
        let mut row = row.clone();
        for column in ["type", "sted", "arrangor"] {
            row.insert(column.to_owned(), String::new());
        }
        Lesson {
            worth: SPARSE,
            ..lesson(&row)
        }
    });
    rows.iter().map(lesson).chain(sparse).collect()
}

#[test]
#[ignore = "needs a minute: the second reader learns anew"]
fn second_reader_is_what_the_labelled_rows_teach() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/second_reader.weights");
    let lessons: Vec<Lesson> = TAUGHT.iter().flat_map(|list| lessons(list)).collect();
    let learnt = learn(&lessons).bytes();
    #[expect(
        clippy::disallowed_methods,
        reason = "a person asks for fresh weights this way"
    )]
    let update = std::env::var_os("UPDATE").is_some();
    if update {
        std::fs::write(&path, &learnt).unwrap();
    }
    let kept = std::fs::read(&path).unwrap();
    // Another processor's last digit may round a weight the other way.
    let head = 4 * (1 + OPINIONS);
    let signed = |byte: u8| i8::from_le_bytes([byte]);
    let far = |(one, other): &(&u8, &u8)| signed(**one).abs_diff(signed(**other)) > 1;
    assert_eq!(kept.len(), learnt.len());
    let apart = kept.iter().zip(&learnt).skip(head).filter(far).count();
    assert_eq!(apart, 0, "learn anew with UPDATE=1");
    let numbers = |bytes: &[u8]| -> Vec<i32> {
        let numbers = bytes[..head].chunks(4);
        numbers
            .map(|bytes| i32::from_le_bytes(bytes.try_into().unwrap()))
            .collect()
    };
    for (one, other) in numbers(&kept).into_iter().zip(numbers(&learnt)) {
        assert!(one.abs_diff(other) < 1000, "learn anew with UPDATE=1");
    }
}

/// How it reads rows of lists that it did not learn from, one list left out at a time.
#[test]
#[ignore = "needs a minute: the second reader learns anew"]
fn second_reader_reads_lists_that_it_has_not_seen() {
    let mut all_right = true;
    for left_out in TAUGHT {
        let others = TAUGHT.iter().filter(|list| **list != left_out);
        let lessons: Vec<Lesson> = others.flat_map(|list| lessons(list)).collect();
        let learnt = learn(&lessons);
        let rows = labelled(left_out);
        let right = rows.iter().map(lesson).filter(|lesson| {
            let likely = learnt.likely(lesson);
            let best = (0..OPINIONS).max_by(|one, other| likely[*one].total_cmp(&likely[*other]));
            best == Some(lesson.opinion)
        });
        let (right, all) = (right.count(), rows.len());
        println!("{right} of {all}");
        all_right &= right * 10 >= all * 7;
    }
    assert!(all_right);
}
