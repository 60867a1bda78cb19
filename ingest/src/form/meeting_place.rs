//! Form declaration.

use super::{Form, FormId};

pub(super) static FORM: Form = Form {
    id: FormId::MeetingPlace,
    version: 1,
    title: "",
    title_nn: "",
    other_titles: &[],
    guidance: &[],
    guidance_nn: &[],
    fields: &[],
    table: None,
    signatures: &[],
};
