//! The settings of the application itself.

use samlerapport_aggregate::{GroupFactor, LastRate, Members};

use super::Grant;
use super::sheet::{Problem, Sheet};

/// Reads `[grant]`.
pub(super) fn read(root: &mut Sheet<'_>, problems: &mut Vec<Problem>) -> Grant {
    let mut sheet = root.table("grant");
    let grant = Grant {
        members: members(&mut sheet),
        telephone_service: sheet.flag("telephone_service").unwrap_or(false),
        digital_exchange: sheet.flag("digital_exchange").unwrap_or(false),
        group_factor: group_factor(&mut sheet),
        last_rate: last_rate(&mut sheet),
        application_deadline: sheet.date("application_deadline"),
    };
    problems.append(&mut sheet.close());
    grant
}

fn members(sheet: &mut Sheet<'_>) -> Option<Members> {
    let count = sheet.count("members", 0..10_000_000);
    let source = sheet.text("members_source").unwrap_or_default();
    let count = count?;
    if source.trim().is_empty() {
        sheet.reject(
            "members",
            "needs members_source beside it: where the figure comes from",
        );
    }
    Some(Members { count, source })
}

fn group_factor(sheet: &mut Sheet<'_>) -> GroupFactor {
    let Some(factor) = sheet.number("group_factor") else {
        return GroupFactor::default();
    };
    let known = GroupFactor::TENTHS
        .into_iter()
        .find(|tenths| (f64::from(*tenths) / 10.0 - factor).abs() < 1e-9)
        .and_then(GroupFactor::from_tenths);
    known.unwrap_or_else(|| {
        sheet.reject("group_factor", "should be 1.0, 1.1, 1.3, 1.6 or 2.0");
        GroupFactor::default()
    })
}

/// The three keys of the last rate go together.
fn last_rate(sheet: &mut Sheet<'_>) -> Option<LastRate> {
    let year = sheet.count("rate_year", 2020..2100);
    let base = sheet.count("base_grant", 0..1_000_000_000);
    let ore = sheet.count("ore_per_point", 0..100_000_000);
    match (year, base, ore) {
        (Some(year), Some(base), Some(ore)) => Some(LastRate {
            grant_year: i32::try_from(year).ok()?,
            base_grant: u64::from(base),
            ore_per_point: u64::from(ore),
        }),
        (None, None, None) => None,
        (_, _, _) => {
            sheet.reject(
                "ore_per_point",
                "goes together with rate_year and base_grant (whole kroner)",
            );
            None
        }
    }
}
