//! What a row under a table says that the rows above it come to.

use serde::{Deserialize, Serialize};

use crate::place::Place;

/// A number that somebody wrote under a table's rows. It counts for nothing: the rows
/// do, and this is there to be held against them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenSum {
    /// The cell of the number.
    pub place: Place,
    /// What is added up.
    pub of: Summed,
    /// What it says that they come to; of [`Summed::Hours`] in minutes.
    pub amount: u32,
    /// The sum before it in the same table, if there is one: it may add up only what
    /// stands below that row.
    pub since: Option<u32>,
}

/// What a sum adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Summed {
    /// Days, or activities.
    Days,
    /// Participants.
    Participants,
    /// Hours.
    Hours,
}
