//! Fires when a sum that somebody wrote under a table is not what its rows come to.
//!
//! The rows count, and nothing else: a sum without rows is `table_empty`'s business.

use samlerapport_ingest::{Field, Report, Row, Summed, WrittenSum};

use crate::activity::Activity;
use crate::finding::{Spot, Text};
use crate::participants::Participants;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "written_sum_differs",
    code: "K125",
    title: Words {
        nb: "Summen under tabellen stemmer ikke med radene",
        nn: "Summen under tabellen stemmer ikkje med radene",
    },
    why: Words {
        nb: "Bare radene teller. En sum som ikke stemmer, kan bety at en rad mangler eller er feil.",
        nn: "Berre radene tel. Ein sum som ikkje stemmer, kan bety at ei rad manglar eller er feil.",
    },
    remedy: Words {
        nb: "Se etter om en rad mangler, og send skjemaet på nytt hvis noe er feil. Er radene riktige, trenger dere ikke gjøre noe.",
        nn: "Sjå etter om ei rad manglar, og send skjemaet på nytt om noko er feil. Er radene rette, treng de ikkje gjere noko.",
    },
    scope: Scope::Report,
    severity: Severity::Remark,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::House,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for form in &scene.forms {
        let Some(report) = form.report() else {
            continue;
        };
        let activities = scene.activities_of(form.index);
        for sum in &report.sums {
            if let Some(ours) = differs(sum, report, activities) {
                let spot = Spot {
                    place: sum.place,
                    field: Some(field(sum.of)),
                };
                remarks.of_form(form, Some(spot), words(sum, ours));
            }
        }
    }
}

/// What the rows come to, when the sum is neither that of all rows, nor of those on its
/// sheet, nor of those below the sum before it; the nearest of these.
fn differs(sum: &WrittenSum, report: &Report, activities: &[Activity<'_>]) -> Option<u32> {
    let on_sheet = |row: &Row| row.place.sheet == sum.place.sheet && row.place.row < sum.place.row;
    let below = |row: &Row| sum.since.is_none_or(|since| row.place.row > since);
    let reaches: [&dyn Fn(&Row) -> bool; 3] =
        [&|row| on_sheet(row) && below(row), &on_sheet, &|_row| true];
    if !report.rows.iter().any(on_sheet) {
        return None;
    }
    let mut nearest: Option<u32> = None;
    for reach in reaches {
        let rows: Vec<_> = activities.iter().filter(|row| reach(row.row)).collect();
        if rows.is_empty() {
            continue;
        }
        let ways = ways(sum.of, &rows)?;
        if ways.iter().any(|way| way.fits(sum)) {
            return None;
        }
        let ours = ways.iter().map(|way| way.min);
        nearest = nearest
            .into_iter()
            .chain(ours)
            .min_by_key(|ours| ours.abs_diff(sum.amount));
    }
    nearest
}

/// What rows come to, in one way of adding them up.
struct Way {
    min: u32,
    max: u32,
    slack: u32,
}

impl Way {
    fn exactly(amount: u32) -> Self {
        Self {
            min: amount,
            max: amount,
            slack: 0,
        }
    }

    fn fits(&self, sum: &WrittenSum) -> bool {
        let least = self.min.saturating_sub(self.slack);
        (least..=self.max.saturating_add(self.slack)).contains(&sum.amount)
    }
}

/// The ways in which people add rows up, each day of a row once or the row once; `None`
/// when a row does not say enough.
fn ways(of: Summed, rows: &[&Activity<'_>]) -> Option<Vec<Way>> {
    let days = |row: &Activity<'_>| u32::try_from(row.days.len()).unwrap_or(u32::MAX);
    match of {
        Summed::Days => {
            let told = rows
                .iter()
                .map(|row| Some(days(row)).filter(|days| *days > 0));
            let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
            Some(vec![Way::exactly(total(told)?), Way::exactly(count)])
        }
        Summed::Participants => {
            let bounds = |row: &&Activity<'_>| match Participants::of(row.row) {
                Participants::Between { min, max } => Some((min, max, days(row).max(1))),
                Participants::Blank => Some((0, 0, 1)),
                Participants::NotUnderstood => None,
            };
            let told: Vec<_> = rows.iter().map(bounds).collect::<Option<_>>()?;
            let sum =
                |each: fn(&(u32, u32, u32)) -> u32| total(told.iter().map(|row| Some(each(row))));
            Some(vec![
                Way {
                    min: sum(|row| row.0)?,
                    max: sum(|row| row.1)?,
                    slack: 0,
                },
                Way {
                    min: sum(|row| row.0.saturating_mul(row.2))?,
                    max: sum(|row| row.1.saturating_mul(row.2))?,
                    slack: 0,
                },
            ])
        }
        Summed::Hours => {
            // Each row may be rounded by a minute.
            let slack = u32::try_from(rows.len()).unwrap_or(u32::MAX);
            let length = |row: &Activity<'_>| row.length.minutes();
            let told = total(rows.iter().map(|row| length(row)))?;
            let daily = total(
                rows.iter()
                    .map(|row| Some(length(row)?.saturating_mul(days(row).max(1)))),
            )?;
            Some(vec![
                Way {
                    slack,
                    ..Way::exactly(told)
                },
                Way {
                    slack,
                    ..Way::exactly(daily)
                },
            ])
        }
    }
}

fn total(amounts: impl Iterator<Item = Option<u32>>) -> Option<u32> {
    amounts
        .into_iter()
        .try_fold(0_u32, |sum, amount| Some(sum.saturating_add(amount?)))
}

fn field(of: Summed) -> Field {
    match of {
        Summed::Days => Field::Date,
        Summed::Participants => Field::Participants,
        Summed::Hours => Field::Hours,
    }
}

fn words(sum: &WrittenSum, ours: u32) -> Text {
    let hours = |minutes: u32| format!("{:.2}", f64::from(minutes) / 60.0);
    let shown = |amount: u32| match sum.of {
        Summed::Days | Summed::Participants => amount.to_string(),
        Summed::Hours => {
            let hours = hours(amount);
            let hours = hours.trim_end_matches('0').trim_end_matches('.');
            hours.replace('.', ",")
        }
    };
    let (nb, nn) = match sum.of {
        Summed::Days => ("dager", "dagar"),
        Summed::Participants => ("deltakere", "deltakarar"),
        Summed::Hours => ("timer", "timar"),
    };
    let (theirs, ours) = (shown(sum.amount), shown(ours));
    Text::new(
        format!("Summen er {theirs} {nb}, men radene gir {ours}. Vi regner etter radene."),
        format!("Summen er {theirs} {nn}, men radene gir {ours}. Vi reknar etter radene."),
    )
}
