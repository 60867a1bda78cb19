//! The people of the secretariat: advisers, and who else is told.

use serde::{Deserialize, Serialize};

/// An adviser (*organisasjonsrådgiver*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adviser {
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The name of the region.
    pub region: String,
}

/// Someone else who is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// What for.
    pub role: Role,
}

/// What a recipient is told about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Økonomi: the workbook and its figures.
    Finance,
    /// Drift: that the service runs, and what it needs.
    Operations,
    /// Koordinator: the peer-support coordinator.
    Coordinator,
}
