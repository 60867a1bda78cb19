//! Norwegian public holidays, with those that follow Easter.

use chrono::{Datelike, Days, NaiveDate};

use crate::rule::Words;

/// What a day is called when it is a public holiday.
pub(crate) fn holiday(date: NaiveDate) -> Option<Words> {
    let fixed = FIXED
        .iter()
        .find(|(month, day, _)| (*month, *day) == (date.month(), date.day()));
    if let Some((_, _, name)) = fixed {
        return Some(*name);
    }
    let after = date.signed_duration_since(easter(date.year())?).num_days();
    let movable = MOVABLE.iter().find(|(day, _)| *day == after);
    movable.map(|(_, name)| *name)
}

const FIXED: &[(u32, u32, Words)] = &[
    (1, 1, words("første nyttårsdag", "første nyttårsdag")),
    (5, 1, words("1. mai", "1. mai")),
    (5, 17, words("17. mai", "17. mai")),
    (12, 25, words("første juledag", "første juledag")),
    (12, 26, words("andre juledag", "andre juledag")),
];

/// Days after Easter Sunday.
const MOVABLE: &[(i64, Words)] = &[
    (-3, words("skjærtorsdag", "skjertorsdag")),
    (-2, words("langfredag", "langfredag")),
    (0, words("første påskedag", "første påskedag")),
    (1, words("andre påskedag", "andre påskedag")),
    (39, words("Kristi himmelfartsdag", "Kristi himmelfartsdag")),
    (49, words("første pinsedag", "første pinsedag")),
    (50, words("andre pinsedag", "andre pinsedag")),
];

const fn words(nb: &'static str, nn: &'static str) -> Words {
    Words { nb, nn }
}

/// Easter Sunday: the Sunday after the first full moon of the church's spring.
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let century = year.div_euclid(100);
    // The moon's age, with the corrections for skipped leap days and the moon's drift.
    let epact = (19 * golden + century - century / 4 - (8 * century + 13) / 25 + 15).rem_euclid(30);
    let moon = epact - (epact / 28) * (1 - (29 / (epact + 1)) * ((21 - golden) / 11));
    let weekday = (year + year / 4 + moon + 2 - century + century / 4).rem_euclid(7);
    let from_march = moon - weekday + 28;
    let first = NaiveDate::from_ymd_opt(year, 3, 1)?;
    first.checked_add_days(Days::new(u64::try_from(from_march - 1).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holidays_are_known_year_by_year() {
        for (day, name) in [
            ("2025-01-01", Some("første nyttårsdag")),
            ("2025-04-17", Some("skjærtorsdag")),
            ("2025-04-18", Some("langfredag")),
            ("2025-04-19", None),
            ("2025-04-20", Some("første påskedag")),
            ("2025-04-21", Some("andre påskedag")),
            ("2025-05-01", Some("1. mai")),
            ("2025-05-17", Some("17. mai")),
            ("2025-05-29", Some("Kristi himmelfartsdag")),
            ("2025-06-08", Some("første pinsedag")),
            ("2025-06-09", Some("andre pinsedag")),
            ("2025-12-24", None),
            ("2025-12-26", Some("andre juledag")),
            ("2024-03-31", Some("første påskedag")),
            ("2026-04-05", Some("første påskedag")),
            ("2038-04-25", Some("første påskedag")),
            ("2008-03-23", Some("første påskedag")),
            ("2049-04-18", Some("første påskedag")),
        ] {
            let found = holiday(day.parse().unwrap()).map(|words| words.nb);
            assert_eq!(found, name, "{day}");
        }
    }
}
