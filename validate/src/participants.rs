//! How many took part in an activity, the leader not counted.

use samlerapport_ingest::{Field, Row, Value};

use crate::typed::says_something;

/// The number of participants, with the room that the cell leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Participants {
    /// From so many to so many.
    Between {
        /// At least.
        min: u32,
        /// At most.
        max: u32,
    },
    /// Nothing was typed.
    Blank,
    /// Something was typed that gives no number.
    NotUnderstood,
}

impl Participants {
    /// Reads the column of a row.
    pub(crate) fn of(row: &Row) -> Self {
        let Some(told) = row.told(Field::Participants) else {
            return Self::Blank;
        };
        match told.value.as_ref() {
            Some(Value::Count(count)) => Self::Between {
                min: *count,
                max: *count,
            },
            Some(Value::CountBetween { min, max }) => Self::Between {
                min: *min,
                max: *max,
            },
            Some(_) | None if !says_something(&told.typed) => Self::Blank,
            Some(_) | None => Self::NotUnderstood,
        }
    }

    /// Takes the leader out: "3 inkl. likepersonen" leaves open whether two or three
    /// took part beside the leader.
    pub(crate) fn without_leader(self) -> Self {
        match self {
            Self::Between { min, max } => Self::Between {
                min: min.saturating_sub(1),
                max,
            },
            Self::Blank | Self::NotUnderstood => self,
        }
    }

    /// Counts the leader too.
    pub(crate) fn with_leader(self) -> Self {
        match self {
            Self::Between { min, max } => Self::Between {
                min: min.saturating_add(1),
                max: max.saturating_add(1),
            },
            Self::Blank | Self::NotUnderstood => self,
        }
    }

    /// Least and most.
    pub(crate) fn bounds(self) -> Option<(u32, u32)> {
        match self {
            Self::Between { min, max } => Some((min, max)),
            Self::Blank | Self::NotUnderstood => None,
        }
    }
}
