//! What the organisation has settled about this year's application.

use chrono::NaiveDate;
use samlerapport_validate::Settings;

/// The settings that the figures and the workbook depend on.
#[derive(Clone, Debug, PartialEq)]
pub struct GrantSettings {
    /// The organisation's name.
    pub organisation: String,
    /// The year whose activity is counted, to 31 December.
    pub basis_year: i32,
    /// The counting members (§§ 5-6), settled centrally; `None` until somebody has.
    pub members: Option<Members>,
    /// A telephone service that the organisation made public that year (§ 12).
    pub telephone_service: bool,
    /// A digital exchange that the organisation made public that year (§ 12).
    pub digital_exchange: bool,
    /// The group factor.
    pub group_factor: GroupFactor,
    /// Last year's rate, for an estimate in kroner; `None` gives points alone.
    pub last_rate: Option<LastRate>,
    /// The directorate's date for the application, if it is known.
    pub application_deadline: Option<NaiveDate>,
    /// That the figures are frozen.
    pub frozen: Option<Frozen>,
    /// The day that the figures are as of.
    pub as_of: NaiveDate,
    /// How the law's open questions are answered, the profile, and the chapters' date.
    pub judging: Settings,
}

/// The number of counting members and where it is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Members {
    /// How many.
    pub count: u32,
    /// The source, as finance wrote it.
    pub source: String,
}

/// That the figures were frozen after submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frozen {
    /// The day.
    pub on: NaiveDate,
    /// Why, or what was sent; may be empty.
    pub note: String,
}

/// The factor that gross points are multiplied by: 1.0, 1.1, 1.3, 1.6 or 2.0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GroupFactor(u32);

/// The rate of the last decision that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastRate {
    /// The grant year that it was decided for.
    pub grant_year: i32,
    /// The base grant in whole kroner.
    pub base_grant: u64,
    /// Øre for each net point.
    pub ore_per_point: u64,
}

impl GrantSettings {
    /// The year in which is applied.
    pub fn application_year(&self) -> i32 {
        self.basis_year + 1
    }

    /// The year for which is paid.
    pub fn grant_year(&self) -> i32 {
        self.basis_year + 2
    }
}

impl GroupFactor {
    /// The factors of the regulation, in tenths.
    pub const TENTHS: [u32; 5] = [10, 11, 13, 16, 20];

    /// The factor of so many tenths; `None` when the regulation has no such factor.
    pub fn from_tenths(tenths: u32) -> Option<Self> {
        Self::TENTHS.contains(&tenths).then_some(Self(tenths))
    }

    /// The factor in tenths.
    pub fn tenths(self) -> u32 {
        self.0
    }
}

impl Default for GroupFactor {
    fn default() -> Self {
        Self(10)
    }
}

impl LastRate {
    /// Base grant and points at this rate, in whole kroner, rounded down.
    pub fn estimate(self, net_tenths: u64) -> u64 {
        self.base_grant + net_tenths * self.ore_per_point / 1_000
    }
}
