//! What never counts, whatever else is right about it.

use samlerapport_ingest::Field;

use crate::activity::{Activity, column};
use crate::classify::{Exclusion, Ground};
use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::Words;
use crate::scene::Scene;

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
        let mut excluded = activity.nature.excluded.iter();
        if let Some(exclusion) = excluded.find(|exclusion| exclusion.ground == ground) {
            let field = field(activity, exclusion);
            remarks.of_row(activity.id, activity.spot(field), message(words, exclusion));
        }
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
