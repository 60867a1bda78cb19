//! What is hardly true as it stands: told or asked about, never left out for it.

pub(crate) mod change_from_last_year;
pub(crate) mod copied_series;
pub(crate) mod public_holiday;
pub(crate) mod too_long;
pub(crate) mod too_many_participants;
pub(crate) mod weekday_differs;
