//! Who vouches for a form, and how we know.

use chrono::NaiveDate;
use samlerapport_ingest::Evidence;

use crate::heard::HeardForm;
use crate::scene::Scene;
use crate::settings::EvidenceNeeded;

pub(crate) mod annual_report_signature_missing;
pub(crate) mod form_signer_not_in_office;
mod office;
pub(crate) mod signature_before_activity;
pub(crate) mod signature_date_ahead;
pub(crate) mod signature_date_missing;
pub(crate) mod signature_missing;
pub(crate) mod signature_not_confirmed;
pub(crate) mod signature_typed;
pub(crate) mod signer_not_in_office;

/// The forms that could be read, all of which are signed.
fn signed_forms<'s, 'a>(scene: &'s Scene<'a>) -> impl Iterator<Item = &'s HeardForm<'a>> {
    scene.forms.iter().filter(|form| form.report().is_some())
}

/// The evidence that the settings ask of a form.
fn needed<'a>(scene: &Scene<'a>, form: &HeardForm<'_>) -> Option<&'a EvidenceNeeded> {
    scene.setting.settings.evidence.get(&form.form()?)
}

/// The date of signature, where there is a signature and its year was given.
fn signed_on(form: &HeardForm<'_>) -> Option<NaiveDate> {
    let signature = form.signature()?;
    let date = signature.date?;
    if signature.evidence == Evidence::None {
        return None;
    }
    NaiveDate::from_ymd_opt(date.year?, date.month.into(), date.day.into())
}
