//! What stands twice. These rules come last: a row that does not count takes no place.

use crate::activity::{Activity, When};
use crate::heard::HeardForm;
use crate::hearing::Fate;
use crate::remarks::Remarks;
use crate::scene::Scene;

pub(crate) mod duplicate;
mod likeness;
pub(crate) mod person_listed_twice;
pub(crate) mod same_day_open;

/// The dated rows that could take a day, those that count first and then by content:
/// form, file, place in the sheet. The order of arrival plays no part.
fn in_order<'s, 'a>(scene: &'s Scene<'a>, remarks: &Remarks<'_>) -> Vec<&'s Activity<'a>> {
    let mut rows: Vec<_> = scene
        .asked_about()
        .filter_map(|activity| {
            let form = scene.form(activity.id.form)?;
            let fate = remarks.fate_so_far(activity.id);
            let takes_a_day = form.speaks_for_the_year()
                && activity.when == When::Certain
                && activity.days_inside().next().is_some()
                && fate != Fate::Excluded;
            takes_a_day.then_some((order(fate, form, activity), activity))
        })
        .collect();
    rows.sort_by(|(one, _), (other, _)| one.cmp(other));
    rows.into_iter().map(|(_, activity)| activity).collect()
}

fn order<'s>(fate: Fate, form: &HeardForm<'s>, activity: &Activity<'_>) -> impl Ord + use<'s> {
    let place = activity.row.place;
    (fate, activity.form, form.delivery.sha256.as_str(), place)
}
