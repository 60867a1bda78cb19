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
#[expect(
    dead_code,
    unused_imports,
    reason = "the rules that ask it land after it; drop this line with the first"
)]
mod classify;
mod delivery;
mod finding;
mod hearing;
mod rule;
mod scene;
mod settings;

pub use accepted::{Accepted, CountedChapter, CountedDay, CountedPerson};
pub use delivery::{Decided, Decision, Delivery};
pub use finding::{Finding, Spot, Text};
pub use hearing::{ActivityKind, Fate, Hearing, JudgedForm, JudgedRow, RowText, Standing, Verdict};
pub use rule::{Rule, Scope, Severity, Words};
pub use scene::{Scene, Setting};
pub use settings::{EvidenceNeeded, Profile, Settings, TwoGroups};
