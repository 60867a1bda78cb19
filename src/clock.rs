//! The only place that asks what time it is.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Oslo;
use chrono_tz::Tz;

/// The time zone of chapters, advisers and schedules.
pub(crate) const ZONE: Tz = Oslo;

/// What time it is, for the whole of one run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Now {
    /// The instant.
    pub(crate) instant: DateTime<Utc>,
    /// The day in Norway.
    pub(crate) today: NaiveDate,
}

impl Now {
    /// The time by the machine's clock.
    pub(crate) fn by_the_clock() -> Self {
        #[expect(
            clippy::disallowed_methods,
            reason = "this is the one place that asks the clock"
        )]
        let instant = Utc::now();
        Self::at(instant)
    }

    /// Noon in Norway on a given day: what `--today` means.
    pub(crate) fn on(day: NaiveDate) -> Self {
        let noon = day.and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default());
        // Summer time never begins or ends at noon, so there is exactly one.
        let instant = ZONE
            .from_local_datetime(&noon)
            .earliest()
            .map_or_else(|| noon.and_utc(), |local| local.with_timezone(&Utc));
        Self {
            instant,
            today: day,
        }
    }

    /// The first instant of the day in Norway.
    pub(crate) fn midnight(self) -> DateTime<Utc> {
        let midnight = self.today.and_time(NaiveTime::MIN);
        // Summer time never begins or ends at midnight either.
        ZONE.from_local_datetime(&midnight)
            .earliest()
            .map_or_else(|| midnight.and_utc(), |local| local.with_timezone(&Utc))
    }

    /// The day chosen on the command line, or the clock's.
    pub(crate) fn chosen(today: Option<NaiveDate>) -> Self {
        today.map_or_else(Self::by_the_clock, Self::on)
    }

    /// The time at an instant.
    pub(crate) fn at(instant: DateTime<Utc>) -> Self {
        Self {
            instant,
            today: instant.with_timezone(&ZONE).date_naive(),
        }
    }
}
