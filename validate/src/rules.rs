//! The rules, by group.
//!
//! To add one: a file named after what is wrong, a `mod` line in its group, a line in
//! the catalogue with the next free code, a fixture of the same name, and the accepted
//! snapshot.

pub(crate) mod completeness;
pub(crate) mod consistency;
pub(crate) mod criteria;
pub(crate) mod duplicates;
pub(crate) mod exclusions;
pub(crate) mod plausibility;
pub(crate) mod privacy;
pub(crate) mod reading;
pub(crate) mod signatures;
