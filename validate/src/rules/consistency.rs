//! What does not agree: within a chapter's forms, or with what came before.

use samlerapport_ingest::{Field, FormId, Report};

use crate::remarks::Remarks;
use crate::rule::Words;
use crate::scene::Scene;

pub(crate) mod activities_unexpected;
pub(crate) mod county_differs;
pub(crate) mod delivery_overlap;
pub(crate) mod leader_not_listed;
pub(crate) mod meeting_place_unexpected;
pub(crate) mod meeting_places_differ;
pub(crate) mod members_differ;
pub(crate) mod municipality_differs;
pub(crate) mod organisation_number_differs;
pub(crate) mod organisation_number_invalid;
pub(crate) mod peer_supporters_unexpected;
pub(crate) mod worse_delivery;
pub(crate) mod written_sum_differs;

/// Speaks of a form that came though form 1 answers Nei.
fn say_of_unexpected(
    form: FormId,
    question: Field,
    words: Words,
    scene: &Scene<'_>,
    remarks: &mut Remarks<'_>,
) {
    let annual_report = scene.annual_report();
    if annual_report.and_then(|annual_report| annual_report.yes(question)) != Some(false) {
        return;
    }
    // An empty form says the same as the Nei.
    let with_rows = |report: &Report| !report.rows.is_empty();
    for form in scene.standing(form) {
        if form.report().is_some_and(with_rows) {
            remarks.of_form(form, None, words.into());
        }
    }
}
