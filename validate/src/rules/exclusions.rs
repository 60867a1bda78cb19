//! What never counts, whatever else is right about it.

use samlerapport_ingest::Field;

use crate::activity::{Activity, column};
use crate::classify::{Exclusion, Ground};
use crate::finding::Text;
use crate::hearing::ActivityKind;
use crate::remarks::Remarks;
use crate::rule::{Rule, Words};
use crate::scene::Scene;
use crate::settings::Settings;

pub(crate) mod annual_or_board_meeting;
pub(crate) mod arranged_by_others;
pub(crate) mod cancelled;
pub(crate) mod decided_against;
pub(crate) mod not_in_person;
pub(crate) mod outside_norway;
pub(crate) mod stand;

/// Speaks of every row that the classification leaves out on this ground, with the
/// word that decided when it stands in a closed list.
fn speak_of(ground: Ground, words: Words, scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for activity in &scene.activities {
        let excluded = &activity.nature.excluded;
        let mut named = excluded.iter().chain(&activity.remarked);
        if let Some(exclusion) = named.find(|exclusion| exclusion.ground == ground) {
            let field = field(activity, exclusion);
            remarks.of_row(activity.id, activity.spot(field), message(words, exclusion));
        }
    }
}

/// Leaves it to a remark that an activity is what the settings let count: the row is heard
/// as any other from then on, and passes as a group where it was nothing of the kind.
pub(crate) fn lower(activity: &mut Activity<'_>, settings: &Settings) {
    let nature = &mut activity.nature;
    let lets_count = |exclusion: &mut Exclusion| settings.lets_count(rule_of(exclusion.ground));
    activity.remarked = nature.excluded.extract_if(.., lets_count).collect();
    if nature.excluded.is_empty()
        && !activity.remarked.is_empty()
        && nature.kind == ActivityKind::None
    {
        nature.kind = ActivityKind::Group;
    }
}

fn rule_of(ground: Ground) -> &'static Rule {
    match ground {
        Ground::Meeting => &annual_or_board_meeting::RULE,
        Ground::Stand => &stand::RULE,
        Ground::Abroad => &outside_norway::RULE,
        Ground::Others => &arranged_by_others::RULE,
        Ground::Digital => &not_in_person::RULE,
        Ground::Cancelled => &cancelled::RULE,
    }
}

fn field(activity: &Activity<'_>, exclusion: &Exclusion) -> Field {
    let seen = column(exclusion.evidence.field);
    if seen == Field::Type && activity.row.told(seen).is_none() {
        return Field::ContactKind;
    }
    seen
}

fn message(words: Words, exclusion: &Exclusion) -> Text {
    match exclusion.evidence.listed {
        Some(word) => Text::new(
            [words.nb, " Vi leste «", word, "»."].concat(),
            [words.nn, " Vi las «", word, "»."].concat(),
        ),
        None => words.into(),
    }
}
