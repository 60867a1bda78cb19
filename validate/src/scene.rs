//! All that a rule may look at.

use chrono::NaiveDate;
use samlerapport_ingest::{Chapter, Register};

use crate::delivery::{Decision, Delivery};
use crate::settings::Settings;

/// What the hall knows of one chapter in one basis year: the input of a hearing.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The chapter, or whose it is not: an unknown chapter's deliveries are heard
    /// file by file.
    pub chapter: Option<&'a Chapter>,
    /// The basis year.
    pub basis_year: i32,
    /// Everything that was handed in, the older first; superseded ones too.
    pub deliveries: &'a [Delivery],
    /// The register; `None` when files are checked without one.
    pub register: Option<&'a Register>,
    /// What advisers have decided about these deliveries.
    pub decisions: &'a [Decision],
    /// The organisation's choices.
    pub settings: &'a Settings,
    /// Today.
    pub today: NaiveDate,
}

/// A setting with everything that rules share worked out once.
#[derive(Debug)]
pub struct Scene<'a> {
    /// What the hall told.
    pub setting: Setting<'a>,
}
