//! What a typed cell means: dates, times, numbers and ticks in our own words.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::place::Place;

/// What was told in one cell: where it stood, what was typed, what we read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// The cell that it stood in.
    pub place: Place,
    /// The text as typed, with outer blanks taken off; for a number or a date
    /// the text that a Norwegian spreadsheet program shows.
    pub typed: SmolStr,
    /// What we understood; `None` means that a [`Fault`](crate::Fault) tells why
    /// not, or that the words name days but no hours ("to dager").
    pub value: Option<Value>,
}

/// A cell's meaning.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// Free text: [`Told::typed`] is the value.
    Text,
    /// Text brought to one form: digits of a telephone or organisation number,
    /// a postcode with its leading zero, an e-mail address in lower case.
    Normal(String),
    /// A whole number.
    Count(u32),
    /// A number with room in it: "10-12", "ca. 20" is a [`Value::Count`].
    CountBetween {
        /// The lower end.
        min: u32,
        /// The upper end.
        max: u32,
    },
    /// One or more days, in the order typed; a range is written out.
    Days(Vec<Day>),
    /// Words about time that give no certain date: "hver tirsdag", "våren 2025".
    NoCertainDate,
    /// A time of day.
    Time(#[serde(with = "second_of_day")] NaiveTime),
    /// Both ends in one cell: "18-20", "fra kl. 10 til kl. 15".
    TimeSpan {
        /// The start.
        #[serde(with = "second_of_day")]
        from: NaiveTime,
        /// The end; earlier than the start when midnight lies between.
        #[serde(with = "second_of_day")]
        to: NaiveTime,
    },
    /// A length of time.
    Duration {
        /// Minutes; of each day when `per_day`, else of the whole activity.
        minutes: u32,
        /// "5 t per dag", "5 dager à 6 timer".
        per_day: bool,
    },
    /// Ja or Nei, also as a tick.
    YesNo(bool),
    /// The basis year or another year.
    Year(i32),
    /// A form's period, both days included.
    Period {
        /// The first day.
        from: Day,
        /// The last day.
        to: Day,
    },
    /// "hele året".
    WholeYear,
}

/// A day as typed, with or without its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day {
    /// The year if it was typed; a row without one is from the basis year.
    pub year: Option<i32>,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

impl Day {
    /// The day in the calendar; `None` when that year has no such day (29 February).
    pub fn in_year(self, basis_year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(
            self.year.unwrap_or(basis_year),
            u32::from(self.month),
            u32::from(self.day),
        )
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        use chrono::Datelike;
        Self {
            year: Some(date.year()),
            month: u8::try_from(date.month()).unwrap_or_default(),
            day: u8::try_from(date.day()).unwrap_or_default(),
        }
    }
}

/// A time of day is stored as a number: written out, it took more time than all else
/// in a row.
mod second_of_day {
    use chrono::{NaiveTime, Timelike};
    use serde::de::{Deserialize, Deserializer, Error};
    use serde::ser::Serializer;

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands out a reference"
    )]
    pub(super) fn serialize<S: Serializer>(
        time: &NaiveTime,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(time.num_seconds_from_midnight())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<NaiveTime, D::Error> {
        let seconds = u32::deserialize(deserializer)?;
        NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)
            .ok_or_else(|| Error::custom("no time of day"))
    }
}
