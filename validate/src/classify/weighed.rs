//! The outcome of weighing one ground.

use super::evidence::{Evidence, Question};

/// Whether a ground holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Weighed {
    /// Nothing speaks for it, or only in passing.
    No,
    /// It holds, by these words.
    Yes(Evidence),
    /// A careful person would ask.
    Open(Question, Evidence),
}
