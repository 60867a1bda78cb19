//! What an activity, a peer supporter and a chapter must meet to count.

use samlerapport_ingest::{Field, FormId, Report};

use crate::heard::HeardForm;
use crate::remarks::Remarks;
use crate::rule::Words;
use crate::scene::Scene;

pub(crate) mod annual_report_missing;
pub(crate) mod answered_by_chapter;
pub(crate) mod asked_by_adviser;
pub(crate) mod board_election_too_old;
pub(crate) mod board_missing;
pub(crate) mod changed_after_decision;
pub(crate) mod confidentiality_missing;
pub(crate) mod date_or_duration_missing;
pub(crate) mod leader_contact_missing;
pub(crate) mod leader_missing;
pub(crate) mod member_activity_missing;
pub(crate) mod needs_adviser;
pub(crate) mod outside_basis_year;
pub(crate) mod own_economy_missing;
pub(crate) mod partly_outside_basis_year;
pub(crate) mod peer_supporter_activity_unknown;
pub(crate) mod peer_supporter_course_missing;
pub(crate) mod peer_supporter_name_missing;
pub(crate) mod peer_supporter_not_active;
pub(crate) mod peer_supporter_not_appointed;
pub(crate) mod peer_supporter_paid;
pub(crate) mod peer_supporter_pay_unknown;
pub(crate) mod sharing_missing;
pub(crate) mod statutes_missing;
pub(crate) mod theme_missing;
pub(crate) mod too_few_members;
pub(crate) mod too_few_participants;
pub(crate) mod too_short;

/// Every form 1 with its report.
fn annual_reports<'s, 'a>(
    scene: &'s Scene<'a>,
) -> impl Iterator<Item = (&'s HeardForm<'a>, &'a Report)> {
    let forms = scene.forms.iter();
    forms
        .filter_map(|form| Some((form, form.report()?)))
        .filter(|(_, report)| report.form == FormId::AnnualReport)
}

/// Speaks of each form 1 that answers Nei.
fn say_of_no(question: Field, words: Words, scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for (form, report) in annual_reports(scene) {
        if report.yes(question) == Some(false) {
            remarks.of_form(form, form.spot(question), words.into());
        }
    }
}
