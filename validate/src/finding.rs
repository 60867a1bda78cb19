//! What a rule says: for a person to act on.

use samlerapport_ingest::{Field, Place};

use crate::rule::{Rule, Severity};

/// A text in both written standards.
///
/// It may reach a letter, so it never quotes a row's free text: at most a date, a
/// time, a number, or a word from a closed list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Bokmål.
    pub nb: String,
    /// Nynorsk.
    pub nn: String,
}

/// What one rule found, with every place where it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule that spoke.
    pub rule: &'static Rule,
    /// The rule's severity, with the settings' override.
    pub severity: Severity,
    /// Where it holds; empty when it is about the file or the chapter as a whole.
    pub spots: Vec<Spot>,
    /// What was found, a whole sentence or two.
    pub message: Text,
}

/// A place that a finding points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The cell.
    pub place: Place,
    /// The field or column that the cell belongs to.
    pub field: Option<Field>,
}

/// Where the rules leave their findings.
#[derive(Debug)]
pub struct Remarks<'a> {
    _scene: std::marker::PhantomData<&'a ()>,
}
