//! What took place: a row's words become its kind, its grounds and its doubts.

mod evidence;
mod row;

#[cfg(test)]
mod tests;

pub(crate) use evidence::{Classification, Doubt, Evidence, Exclusion, Ground, Question, Seen};
pub(crate) use row::{RowForm, RowWords};

use crate::hearing::ActivityKind;

/// Classifies a row: pure, and the same words always give the same answer.
///
/// Dates, durations and sizes are not looked at here; an exclusion goes before a
/// doubt, and a doubt before what is missing.
pub(crate) fn classify(row: &RowWords<'_>) -> Classification {
    Classification {
        kind: ActivityKind::Group,
        excluded: Vec::new(),
        theme: !row.theme.trim().is_empty(),
        sharing: !row.sharing.trim().is_empty(),
        open: Vec::new(),
        leader_among_participants: false,
    }
}
