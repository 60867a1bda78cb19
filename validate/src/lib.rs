//! What we think of what a chapter told us.
//!
//! Rules hear a chapter's reports as a whole and speak findings; findings become
//! a verdict for each form and a fate for each row.
//!
//! Invariants, as absences:
//! - No input and output, no clock, no ledger: the same scene gives the same hearing.
//! - Nobody outside this room can make an [`Accepted`], not from the ledger either.
//! - A form is never refused with an empty list of findings.

mod accepted;
mod activity;
mod catalogue;
mod change;
mod changed_rows;
mod classify;
mod columns;
mod current;
mod decided_rows;
mod delivery;
mod digest;
mod finding;
mod heard;
mod hearing;
mod holiday;
mod joint;
mod judge;
mod length;
mod municipality;
mod noun;
mod page;
mod participants;
mod people;
mod personal;
mod remarks;
mod row_key;
mod rule;
mod rules;
mod scene;
mod settings;
mod stored;
#[cfg(test)]
mod tests;
mod typed;
mod worth;

pub use accepted::{Accepted, CountedChapter, CountedDay, CountedPerson};
pub use catalogue::catalogue;
pub use change::{Change, Changed, Figure};
pub use delivery::{Decided, Decision, Delivery};
pub use digest::digest;
pub use finding::{Finding, Spot, Stretch, Text, stretches};
pub use hearing::{
    ActivityKind, Fate, Hearing, JudgedForm, JudgedRow, OnPaper, RowText, Standing, Verdict,
};
pub use joint::{Joint, joint};
pub use noun::Noun;
pub use page::{Example, rule_page, rules_page};
pub use personal::{mask, mask_numbers};
pub use remarks::Remarks;
pub use rule::{Basis, Rule, Scope, Severity, Words};
pub use scene::{Scene, Setting};
pub use settings::{EvidenceNeeded, Profile, Settings, TwoGroups};
