//! What the second reader learnt: how each part of a word speaks for each opinion.
//!
//! `data/second_reader.weights` is made from the labelled rows by one command, see
//! `tests`: the size of a step and the start of each opinion as numbers of four bytes,
//! then for every bucket a byte for each opinion.

use std::sync::LazyLock;

use super::Opinion;

/// How many opinions there are.
pub(super) const OPINIONS: usize = Opinion::ALL.len();

/// What the numbers in front of the table are multiplied by.
pub(super) const FINE: f32 = 1e-6;

/// The table as it lies in its file.
pub(crate) static LEARNT: &[u8] = include_bytes!("../../../data/second_reader.weights");

pub(super) static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::of(LEARNT));

/// The table as it is read.
pub(super) struct Weights {
    step: f32,
    start: [f32; OPINIONS],
    table: &'static [u8],
}

/// What the pieces of a row say together.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Votes {
    steps: [i32; OPINIONS],
    pieces: u16,
}

/// What the pieces of a word say together, in few bytes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WordVotes {
    steps: [i16; OPINIONS],
    pieces: u16,
}

/// Fewer pieces are a word or two.
const FEWEST: u16 = 40;

impl Votes {
    /// Whether there were enough pieces to go by.
    pub(super) fn say_something(&self) -> bool {
        self.pieces >= FEWEST
    }

    /// Adds one bucket's votes.
    pub(super) fn cast(&mut self, bucket: usize) {
        for (sum, byte) in self.steps.iter_mut().zip(WEIGHTS.of_bucket(bucket)) {
            *sum += i32::from(i8::from_le_bytes([*byte]));
        }
        self.pieces = self.pieces.saturating_add(1);
    }

    /// Adds the votes of a word.
    pub(super) fn add(&mut self, word: WordVotes) {
        for (sum, steps) in self.steps.iter_mut().zip(word.steps) {
            *sum += i32::from(steps);
        }
        self.pieces = self.pieces.saturating_add(word.pieces);
    }
}

impl WordVotes {
    /// Whether nothing was added.
    pub(crate) fn is_empty(self) -> bool {
        self.pieces == 0
    }

    /// Adds one bucket's votes; of a word of thousands of letters they stop at the most.
    pub(super) fn cast(&mut self, bucket: usize) {
        for (sum, byte) in self.steps.iter_mut().zip(WEIGHTS.of_bucket(bucket)) {
            *sum = sum.saturating_add(i16::from(i8::from_le_bytes([*byte])));
        }
        self.pieces = self.pieces.saturating_add(1);
    }

    /// How much more they speak for this opinion than for the row.
    pub(super) fn lead(self, opinion: Opinion) -> i32 {
        let of = |wanted| {
            let pairs = Opinion::ALL.into_iter().zip(self.steps);
            pairs
                .filter(|(opinion, _)| *opinion == wanted)
                .map(|(_, steps)| i32::from(steps))
                .sum::<i32>()
        };
        of(opinion) - of(Opinion::Ours)
    }
}

impl Weights {
    fn of(learnt: &'static [u8]) -> Self {
        let (head, table) = learnt
            .split_at_checked(4 * (1 + OPINIONS))
            .unwrap_or_default();
        let mut numbers = head.chunks(4).map(|bytes| {
            let bytes = bytes.try_into().unwrap_or_default();
            fraction(i32::from_le_bytes(bytes))
        });
        let mut next = || numbers.next().unwrap_or_default();
        Self {
            step: next(),
            start: std::array::from_fn(|_| next()),
            table,
        }
    }

    fn of_bucket(&self, bucket: usize) -> &[u8] {
        let from = bucket * OPINIONS;
        self.table.get(from..from + OPINIONS).unwrap_or_default()
    }

    /// How likely each opinion is, from 0 to 1, in the order of [`Opinion::ALL`].
    pub(super) fn likely(&self, votes: &Votes) -> [f32; OPINIONS] {
        let mut weighed = self.start;
        for (sum, steps) in weighed.iter_mut().zip(votes.steps) {
            *sum += self.weigh(steps, votes);
        }
        likely(weighed)
    }

    /// What some steps weigh in a row: a long one has more pieces to say the same with.
    pub(super) fn weigh(&self, steps: i32, row: &Votes) -> f32 {
        self.step * whole(steps) / f32::from(row.pieces.max(1)).sqrt()
    }
}

/// Weighed votes as shares of one.
pub(super) fn likely(weighed: [f32; OPINIONS]) -> [f32; OPINIONS] {
    let most = weighed.into_iter().fold(f32::MIN, f32::max);
    let raised = weighed.map(|sum| (sum - most).exp());
    let all: f32 = raised.iter().sum();
    raised.map(|share| share / all)
}

fn fraction(number: i32) -> f32 {
    whole(number) * FINE
}

#[expect(
    clippy::as_conversions,
    clippy::cast_precision_loss,
    reason = "no sum of votes comes near the numbers that a float cannot hold"
)]
fn whole(number: i32) -> f32 {
    number as f32
}
