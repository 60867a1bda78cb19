//! Door to cron: when the next run is due, in Norwegian time.

use std::str::FromStr;

use chrono::{DateTime, Days, NaiveTime, TimeZone, Utc};
use cron::Schedule as Cron;

use crate::clock::ZONE;

/// A schedule: one or more cron expressions, read in Europe/Oslo.
///
/// The expressions are matched against the wall clock, not the zone: a time in
/// the hour that summer time skips runs when the hour is over, and a time in the
/// hour that comes twice runs the first time only. So every due time happens once.
#[derive(Clone, Debug)]
pub(crate) struct Schedule {
    expressions: Vec<Cron>,
}

impl Schedule {
    /// Reads cron expressions with six fields: second, minute, hour, day of the
    /// month, month, weekday by name. The error says in words what to write.
    pub(crate) fn read(expressions: &[String]) -> Result<Self, String> {
        let expressions = expressions
            .iter()
            .map(|expression| read_one(expression))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Self { expressions })
    }

    /// The first due time after an instant; `None` when there is none any more.
    pub(crate) fn next_after(&self, instant: DateTime<Utc>) -> Option<DateTime<Utc>> {
        // A wall-clock time in the doubled hour can lie up to an hour behind the
        // instant that it stands for, so the search begins a little earlier.
        let wall = instant.with_timezone(&ZONE).naive_local() - chrono::TimeDelta::hours(2);
        self.expressions
            .iter()
            .filter_map(|cron| {
                cron.after(&wall.and_utc())
                    .take(MAX_STEPS)
                    .map(|due| on_the_wall(due.naive_utc()))
                    .find(|due| *due > instant)
            })
            .min()
    }

    /// A schedule without a due time.
    pub(crate) fn never() -> Self {
        Self {
            expressions: Vec::new(),
        }
    }

    /// Whether a due time has passed since an instant, up to and including now.
    pub(crate) fn due_between(&self, since: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        self.next_after(since).is_some_and(|due| due <= now)
    }
}

/// Two hours of a schedule that fires every second.
const MAX_STEPS: usize = 4 * 60 * 60;

/// The first instant at which the wall clock in Norway shows this time or, when
/// summer time skips it, the first after the gap.
fn on_the_wall(wall: chrono::NaiveDateTime) -> DateTime<Utc> {
    let mut shown = wall;
    for _ in 0..8 {
        if let Some(local) = ZONE.from_local_datetime(&shown).earliest() {
            return local.with_timezone(&Utc);
        }
        // In the gap: the clock jumps to the next full hour.
        let next_hour = shown
            .time()
            .format("%H")
            .to_string()
            .parse::<u32>()
            .unwrap_or(0)
            + 1;
        shown = match NaiveTime::from_hms_opt(next_hour, 0, 0) {
            Some(time) => shown.date().and_time(time),
            None => (shown.date() + Days::new(1)).and_time(NaiveTime::MIN),
        };
    }
    wall.and_utc()
}

fn read_one(expression: &str) -> Result<Cron, String> {
    let fields: Vec<&str> = expression.split_whitespace().collect();
    let shorthand = expression.trim_start().starts_with('@');
    if !shorthand {
        match fields.len() {
            6 | 7 => {}
            5 => {
                return Err(format!(
                    "\"{expression}\" has five fields; a schedule here begins with the second: write \"0 {expression}\""
                ));
            }
            count => {
                return Err(format!(
                    "\"{expression}\" has {count} fields; write second, minute, hour, day of the month, month, weekday, such as \"0 0 7 * * Mon-Fri\""
                ));
            }
        }
        let weekday = fields.get(5).copied().unwrap_or("*");
        if weekday.chars().any(|char| char.is_ascii_digit()) {
            return Err(format!(
                "\"{expression}\" names the weekday by number, which programs count differently; write it by name: Mon, Tue, Wed, Thu, Fri, Sat, Sun"
            ));
        }
    }
    Cron::from_str(expression.trim()).map_err(|error| {
        let reason = error.to_string();
        let reason = reason.lines().next().unwrap_or("it cannot be read").trim();
        format!(
            "\"{expression}\" is no schedule ({reason}); write second, minute, hour, day of the month, month, weekday, such as \"0 0 7 * * Mon-Fri\""
        )
    })
}

#[cfg(test)]
mod tests;
