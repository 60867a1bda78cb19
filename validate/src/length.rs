//! How long an activity lasted each day, from its hours or from its start and end.

use chrono::{NaiveTime, Timelike};
use samlerapport_ingest::{Field, Row, Value};

/// Minutes of each day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Length {
    /// So many.
    Known(u32),
    /// The hours say one thing, the start and end another.
    Contradicts {
        /// Minutes a day by the hours.
        hours: u32,
        /// Minutes a day by start and end.
        times: u32,
    },
    /// Neither is there.
    Unknown,
}

/// A coffee break or a rounded quarter is no contradiction.
const TOLERANCE: u32 = 15;
const DAY: u32 = 24 * 60;

impl Length {
    /// The minutes of each day; the lower of two that contradict each other.
    pub(crate) fn minutes(self) -> Option<u32> {
        match self {
            Self::Known(minutes) => Some(minutes),
            Self::Contradicts { hours, times } => Some(hours.min(times)),
            Self::Unknown => None,
        }
    }
}

/// Works out the length of a row that was held on so many days.
pub(crate) fn length(
    row: &Row,
    times: (Option<NaiveTime>, Option<NaiveTime>),
    days: u32,
) -> Length {
    let days = days.max(1);
    let span = span(times, days);
    let Some((told, per_day)) = hours(row) else {
        return span.map_or(Length::Unknown, Length::Known);
    };
    let told_a_day = if per_day { told } else { told / days };
    let Some(times) = span else {
        return Length::Known(told_a_day);
    };
    // "to dager" or "2 døgn" beside a start and an end says how many days, not how long.
    let says_days = !per_day && told >= DAY;
    let agree = |minutes: u32| minutes.abs_diff(times) <= TOLERANCE;
    if says_days || agree(told) || agree(told_a_day) {
        Length::Known(times)
    } else {
        Length::Contradicts {
            hours: told_a_day,
            times,
        }
    }
}

fn hours(row: &Row) -> Option<(u32, bool)> {
    let Value::Duration { minutes, per_day } = row.told(Field::Hours)?.value.as_ref()? else {
        return None;
    };
    Some((*minutes, *per_day))
}

/// Minutes a day between start and end; an end before the start lies past midnight,
/// or on the last of several days.
fn span(times: (Option<NaiveTime>, Option<NaiveTime>), days: u32) -> Option<u32> {
    let (from, to) = (minute_of_day(times.0?), minute_of_day(times.1?));
    match to.cmp(&from) {
        std::cmp::Ordering::Greater => Some(to - from),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Less if days == 1 => Some(to + DAY - from),
        std::cmp::Ordering::Less => Some(((days - 1) * DAY + to - from) / days),
    }
}

fn minute_of_day(time: NaiveTime) -> u32 {
    time.hour() * 60 + time.minute()
}
