//! What tells of a person and belongs in no form: told by its cell, never by its value.

use crate::finding::Spot;
use crate::personal::Kind;
use crate::remarks::Remarks;
use crate::rule::Words;
use crate::scene::Scene;

pub(crate) mod account_number;
pub(crate) mod diagnosis_of_person;
pub(crate) mod email_in_text;
pub(crate) mod identity_number;
pub(crate) mod telephone_in_text;
pub(crate) mod visited_person_named;

/// Speaks of every cell in which something of this kind stands.
fn speak_of(kind: Kind, words: Words, scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for form in &scene.forms {
        for ((place, field), finds) in &form.personal {
            if finds.iter().any(|found| found.kind == kind) {
                let spot = Spot {
                    place: *place,
                    field: *field,
                };
                remarks.of_form(form, Some(spot), words.into());
            }
        }
    }
}
