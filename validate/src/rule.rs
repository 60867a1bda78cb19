//! What a rule is: a value with one function, in a file named after what is wrong.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::catalogue;
use crate::remarks::Remarks;
use crate::scene::Scene;

/// One rule of the catalogue.
#[derive(Debug)]
pub struct Rule {
    /// The rule's name: its file, its fixture and its link; says what is wrong.
    pub name: &'static str,
    /// Short and neutral (`K017`), printed in letters; never changed, never reused.
    pub code: &'static str,
    /// What is wrong, as a heading of a few words.
    pub title: Words,
    /// Why it matters, with the paragraph of the regulation or the house rule.
    pub why: Words,
    /// What the chapter can do.
    pub remedy: Words,
    /// Whether it speaks of a whole form or of a row.
    pub scope: Scope,
    /// What it does to the form or row.
    pub severity: Severity,
    /// Whether the chapter can mend it: a row with such an error is *incomplete*
    /// (mangelfull), without it is *excluded* (ikke medregnet).
    pub mendable: bool,
    /// The basis year from which the rule holds.
    pub since: i32,
    /// On trial: counted and reported to the operator, told to nobody else.
    pub trial: bool,
    /// What it rests on, and so what the settings may make of its severity.
    pub rests_on: Basis,
    /// Looks at the scene and speaks.
    pub check: fn(&Scene<'_>, &mut Remarks<'_>),
}

/// What a rule rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The law's own minimum: its severity cannot be lowered.
    Law,
    /// What there is, not what we make of it: that nobody could read a file or knows whose
    /// form it is, that a day is told by two, what an adviser has said or must say. Its
    /// severity is not the organisation's to set: lowered it would count what nobody has
    /// read or somebody has refused.
    Fact,
    /// A rule of the house, which the organisation may raise and lower.
    House,
}

impl Rule {
    /// Why the settings may not give it this severity, if so.
    pub fn refuses(&self, severity: Severity) -> Option<&'static str> {
        match self.rests_on {
            Basis::Law if severity < self.severity => {
                Some("is the law's own minimum and cannot be lowered")
            }
            Basis::Fact => Some("tells what there is, not what to make of it: it cannot be set"),
            Basis::Law | Basis::House => None,
        }
    }
}

/// A text in both written standards, fixed when the program is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// Bokmål.
    pub nb: &'static str,
    /// Nynorsk.
    pub nn: &'static str,
}

/// How far a finding reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// The whole form: it is returned, waits, or is accepted with a remark.
    Report,
    /// That row alone.
    Row,
}

/// What a finding does; the mildest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Told, and counted anyway.
    Remark,
    /// A person decides; not counted until then.
    Wait,
    /// The form or row cannot count.
    Error,
}

/// A code is never reused, so it is the rule's identity.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Rule {}

/// A rule is stored by its code.
impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code)
    }
}

impl<'de> Deserialize<'de> for &'static Rule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        catalogue::rule(&code).ok_or_else(|| D::Error::custom("a rule that is no more"))
    }
}
