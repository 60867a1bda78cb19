//! What has not come, or has come without what it needs.

use samlerapport_ingest::{Field, FormId, Identified};

use crate::heard::HeardForm;
use crate::hearing::OnPaper;
use crate::scene::Scene;

pub(crate) mod basis_year_missing;
pub(crate) mod chapter_name_missing;
pub(crate) mod chapter_uncertain;
pub(crate) mod chapter_unknown;
pub(crate) mod delivered_late;
pub(crate) mod form_missing;
pub(crate) mod paper_not_seen;
pub(crate) mod paper_not_typed_in;
pub(crate) mod peer_supporters_not_delivered;
pub(crate) mod required_field_missing;
pub(crate) mod table_empty;
pub(crate) mod wrong_basis_year;

/// The forms of an unknown chapter, with what the register makes of each.
fn identified<'s, 'a>(
    scene: &'s Scene<'a>,
) -> impl Iterator<Item = (&'s HeardForm<'a>, Identified<'a>)> {
    let register = scene
        .setting
        .register
        .filter(|_| scene.setting.chapter.is_none());
    register.into_iter().flat_map(move |register| {
        let forms = scene.forms.iter();
        forms.filter_map(move |form| Some((form, register.identify(form.report()?))))
    })
}

/// The profile's forms that a known chapter has not handed in, and that form 1 does
/// not say there is nothing to tell in.
pub(crate) fn awaited(scene: &Scene<'_>) -> Vec<FormId> {
    if scene.setting.chapter.is_none() {
        return Vec::new();
    }
    let forms = scene.setting.settings.profile.forms().iter().copied();
    forms
        .filter(|form| !has_come(scene, *form) && !confirmed_nothing(scene, *form))
        .filter(|form| scene.on_paper(*form).is_none())
        .collect()
}

/// The forms that a known chapter has handed in on paper alone.
pub(crate) fn on_paper(scene: &Scene<'_>) -> Vec<OnPaper> {
    let setting = &scene.setting;
    if setting.chapter.is_none() {
        return Vec::new();
    }
    let forms = setting.settings.profile.forms().iter();
    forms
        .filter(|form| !has_come(scene, **form))
        .filter_map(|form| {
            let (decision, signed) = crate::scene::on_paper(setting, *form)?;
            Some(OnPaper {
                form: *form,
                signed,
                by: decision.by.clone(),
                on: decision.on,
            })
        })
        .collect()
}

/// Whether the form has come, for this year or, as `wrong_basis_year` tells, for another.
fn has_come(scene: &Scene<'_>, form: FormId) -> bool {
    let mut standing = scene.forms.iter().filter(|come| come.stands());
    standing.any(|come| come.form() == Some(form))
}

/// Whether form 1 says that there is nothing to tell in this form.
fn confirmed_nothing(scene: &Scene<'_>, form: FormId) -> bool {
    let question = match form {
        FormId::AnnualReport => return false,
        FormId::MeetingPlace => Field::HasMeetingPlace,
        FormId::Activities => Field::HasActivities,
        FormId::PeerSupporters | FormId::Visits => Field::HasPeerSupporters,
    };
    let annual_report = scene.annual_report();
    annual_report.and_then(|annual_report| annual_report.yes(question)) == Some(false)
}
