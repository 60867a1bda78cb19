//! Days of a date cell: what one leaves out is taken from the next, ranges are written out.

use chrono::NaiveDate;

use crate::fault::FaultKind;
use crate::value::Day;

/// No activity lasts longer; a longer range is a period.
const LONGEST: usize = 60;

/// One day with as much of its month and year as was typed at it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item {
    day: u32,
    month: Option<u32>,
    year: Option<u32>,
}

/// How a day is joined to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Join {
    /// It is the first.
    First,
    /// Every day from the one before to this one.
    Range,
    /// This one too.
    List,
    /// "12/13. mai".
    Slash,
    /// Nothing but a blank stands between them.
    Nothing,
}

impl Item {
    pub(crate) fn new(day: u32, month: Option<u32>, year: Option<u32>) -> Self {
        Self { day, month, year }
    }

    fn complete(self) -> Result<Day, FaultKind> {
        let wrong = FaultKind::DateNotUnderstood;
        let (Some(month), Ok(day)) = (self.month, u8::try_from(self.day)) else {
            return Err(wrong);
        };
        let Ok(month) = u8::try_from(month) else {
            return Err(wrong);
        };
        let year = self.year.and_then(|year| i32::try_from(year).ok());
        let day = Day { year, month, day };
        // 2024 has a 29 February, as the year that was not typed may have.
        match day.in_year(2024) {
            Some(_) if year.is_none_or(|year| (1920..=2100).contains(&year)) => Ok(day),
            _ => Err(wrong),
        }
    }
}

/// Every day, in the order typed.
pub(crate) fn written_out(items: &[(Join, Item)]) -> Result<Vec<Day>, FaultKind> {
    let items = filled_in(items)?;
    let mut days: Vec<Day> = Vec::new();
    for (join, day) in items {
        if join == Join::Range {
            let Some(from) = days.last().copied() else {
                return Err(FaultKind::DateNotUnderstood);
            };
            extend(&mut days, from, day)?;
        } else if !days.contains(&day) {
            days.push(day);
        }
        if days.len() > LONGEST {
            return Err(FaultKind::DateNotUnderstood);
        }
    }
    Ok(days)
}

/// Gives each day the month and year of the one after it, as in "3.-6. juni 2025".
fn filled_in(items: &[(Join, Item)]) -> Result<Vec<(Join, Day)>, FaultKind> {
    let mut days: Vec<(Join, Day)> = Vec::with_capacity(items.len());
    let mut next: Option<(Join, Item)> = None;
    for (join, item) in items.iter().rev() {
        let mut item = *item;
        if let Some((joined, next)) = next {
            if item.month.is_none() {
                // Without month and sign between, "5 6. mai" has lost something.
                if joined == Join::Nothing
                    || (joined == Join::Slash && next.month == Some(next.day))
                {
                    return Err(FaultKind::TwoReadings);
                }
                item.month = next.month;
            } else if joined == Join::Slash {
                return Err(FaultKind::DateNotUnderstood);
            }
            if item.year.is_none() {
                item.year = next.year;
                if let (Some(month), Some(after), Some(year)) = (item.month, next.month, next.year)
                    && (month, item.day) > (after, next.day)
                {
                    // "28. desember - 3. januar 2026" begins the year before.
                    if joined != Join::Range || month == after {
                        return Err(FaultKind::TwoReadings);
                    }
                    item.year = year.checked_sub(1);
                }
            }
        }
        next = Some((*join, item));
        days.push((*join, item.complete()?));
    }
    days.reverse();
    // "5.6.2025 og 7.6": a later day without a year lies in the year before it.
    let mut year = None;
    for (_, day) in &mut days {
        if day.year.is_none() {
            day.year = year;
        }
        year = day.year;
        // The year that was lent may have no 29 February.
        if in_calendar(*day).is_none() {
            return Err(FaultKind::DateNotUnderstood);
        }
    }
    Ok(days)
}

fn extend(days: &mut Vec<Day>, from: Day, to: Day) -> Result<(), FaultKind> {
    // Without a year the range must be the same in every year.
    let turns_with_the_year = from.year.is_none() && from.month <= 2 && to.month > 2;
    let crosses_new_year = to.year.is_none() && from.month > to.month;
    if turns_with_the_year || crosses_new_year {
        return Err(FaultKind::TwoReadings);
    }
    let (Some(start), Some(end)) = (in_calendar(from), in_calendar(to)) else {
        return Err(FaultKind::DateNotUnderstood);
    };
    if start >= end {
        return Err(FaultKind::DateNotUnderstood);
    }
    for date in start.iter_days().skip(1).take_while(|date| *date <= end) {
        if days.len() > LONGEST {
            return Err(FaultKind::DateNotUnderstood);
        }
        let day = Day::from(date);
        let year = to.year.and(day.year);
        days.push(Day { year, ..day });
    }
    Ok(())
}

fn in_calendar(day: Day) -> Option<NaiveDate> {
    day.in_year(2024)
}
