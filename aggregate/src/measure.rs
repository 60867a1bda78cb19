//! The figures by number, for the columns of the frame.

use samlerapport_validate::ActivityKind;

use crate::totals::Figures;

/// One figure of [`Figures`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Measure {
    ChapterExpected,
    ChapterDelivered,
    ChapterCounted,
    DayGroup,
    DayCourse,
    DayOutreach,
    Participants,
    Minutes,
    PeerSupporter,
    PersonListed,
    RowCounted,
    RowHeld,
    RowWaiting,
    RowIncomplete,
    RowExcluded,
    Members,
}

impl Measure {
    const ALL: [Self; 16] = [
        Self::ChapterExpected,
        Self::ChapterDelivered,
        Self::ChapterCounted,
        Self::DayGroup,
        Self::DayCourse,
        Self::DayOutreach,
        Self::Participants,
        Self::Minutes,
        Self::PeerSupporter,
        Self::PersonListed,
        Self::RowCounted,
        Self::RowHeld,
        Self::RowWaiting,
        Self::RowIncomplete,
        Self::RowExcluded,
        Self::Members,
    ];

    /// The measure's number.
    pub(crate) fn code(self) -> u32 {
        let found = Self::ALL.iter().position(|measure| *measure == self);
        found
            .and_then(|index| u32::try_from(index).ok())
            .unwrap_or(u32::MAX)
    }

    /// The measure with this number.
    pub(crate) fn from_code(code: u32) -> Option<Self> {
        Self::ALL.get(usize::try_from(code).ok()?).copied()
    }

    /// The measure that a day of this kind adds to; `None` for no activity.
    pub(crate) fn of_day(kind: ActivityKind) -> Option<Self> {
        match kind {
            ActivityKind::Group => Some(Self::DayGroup),
            ActivityKind::Course => Some(Self::DayCourse),
            ActivityKind::Outreach => Some(Self::DayOutreach),
            ActivityKind::None => None,
        }
    }

    /// Writes a sum into its figure.
    pub(crate) fn write(self, figures: &mut Figures, amount: u64) {
        let count = u32::try_from(amount).unwrap_or(u32::MAX);
        match self {
            Self::ChapterExpected => figures.chapters_expected = count,
            Self::ChapterDelivered => figures.chapters_delivered = count,
            Self::ChapterCounted => figures.chapters_counted = count,
            Self::DayGroup => figures.days_group = count,
            Self::DayCourse => figures.days_course = count,
            Self::DayOutreach => figures.days_outreach = count,
            Self::Participants => figures.participants = amount,
            Self::Minutes => figures.minutes = amount,
            Self::PeerSupporter => figures.peer_supporters = count,
            Self::PersonListed => figures.people_listed = count,
            Self::RowCounted => figures.rows_counted = count,
            Self::RowHeld => figures.rows_held = count,
            Self::RowWaiting => figures.rows_waiting = count,
            Self::RowIncomplete => figures.rows_incomplete = count,
            Self::RowExcluded => figures.rows_excluded = count,
            Self::Members => figures.members_reported = amount,
        }
    }
}
