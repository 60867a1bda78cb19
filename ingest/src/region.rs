//! A region: the counties that one adviser looks after.

use serde::{Deserialize, Serialize};

/// An adviser's area (*område*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Region {
    /// Its name; unique in the register.
    pub name: String,
    /// The present names of its counties (*fylker*).
    pub counties: Vec<String>,
}
