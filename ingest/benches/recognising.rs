//! What it costs to know a form by its labels, against knowing it by its hidden id.
//!
//! The same forms with and without the hidden properties are read in turn, in one
//! process on one core; medians are printed and nothing is asserted of them.
//! `cargo bench -p samlerapport-ingest` runs it; the ratio is to stay under 1.3.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a measurement that fails is to stop, and its figures are printed"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use samlerapport_ingest::blank::{self, Filling};
use samlerapport_ingest::{Recognised, read};

#[path = "../../tests/benchmark_forms.rs"]
mod benchmark_forms;

const FORMS: usize = 200;
const ROUNDS: usize = 9;

fn main() {
    let (hidden, labelled) = (forms(true), forms(false));
    assert!(hidden.iter().all(|form| by_id(form)));
    assert!(labelled.iter().all(|form| !by_id(form)));
    let (mut by_id, mut by_labels) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let (one, other) = timed(&hidden, &labelled);
        by_id.push(one);
        by_labels.push(other);
    }
    let (by_id, by_labels) = (median(by_id), median(by_labels));
    println!("{FORMS} forms, one core, medians of {ROUNDS}");
    println!("by hidden id {by_id:>10.3} ms a form");
    println!(
        "by labels    {by_labels:>10.3} ms a form   ratio {:.2}",
        by_labels / by_id
    );
}

fn forms(hidden_id: bool) -> Vec<Vec<u8>> {
    let written = (0..FORMS).map(|index| {
        let (form, filling) = benchmark_forms::filled(index);
        let filling = Filling {
            hidden_id,
            ..filling
        };
        blank::write(form, &filling).unwrap()
    });
    written.collect()
}

fn by_id(form: &[u8]) -> bool {
    let readings = read(form);
    let report = readings[0].report.as_ref().unwrap();
    matches!(report.recognised, Recognised::HiddenId { .. })
}

/// The two kinds in turn, form by form, so that a busy machine slows both.
fn timed(hidden: &[Vec<u8>], labelled: &[Vec<u8>]) -> (Duration, Duration) {
    let once = |form: &[u8]| {
        let started = Instant::now();
        black_box(read(form));
        started.elapsed()
    };
    let pairs = hidden.iter().zip(labelled);
    let zero = (Duration::ZERO, Duration::ZERO);
    pairs.fold(zero, |(by_id, by_labels), (one, other)| {
        (by_id + once(one), by_labels + once(other))
    })
}

/// The median, in milliseconds a form.
fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    let forms = f64::from(u32::try_from(FORMS).unwrap());
    times[times.len() / 2].as_secs_f64() * 1e3 / forms
}
