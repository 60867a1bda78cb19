//! What could not be read: the file, the form, a field.

use samlerapport_ingest::{FaultKind, Field, Kind, Value};

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::Words;
use crate::scene::Scene;
use crate::typed::says_something;

pub(crate) mod date_not_understood;
pub(crate) mod duration_not_understood;
pub(crate) mod email_not_understood;
pub(crate) mod file_damaged;
pub(crate) mod file_empty;
pub(crate) mod file_encrypted;
pub(crate) mod file_gave_up;
pub(crate) mod file_not_spreadsheet;
pub(crate) mod file_too_large;
pub(crate) mod file_very_old_excel;
pub(crate) mod form_not_recognised;
pub(crate) mod form_uncertain;
pub(crate) mod formula_error;
pub(crate) mod heading_not_understood;
pub(crate) mod hidden_but_read;
pub(crate) mod number_not_understood;
pub(crate) mod rows_hidden;
pub(crate) mod rows_left_out;
pub(crate) mod sheet_hidden;
pub(crate) mod sheet_not_recognised;
pub(crate) mod sheet_unreadable;
pub(crate) mod table_not_found;
pub(crate) mod time_not_understood;
pub(crate) mod told_twice;
pub(crate) mod two_readings;
pub(crate) mod yes_no_not_understood;

/// Speaks of each file that gave no report, when its fault is the rule's own.
fn speak_of_file(
    scene: &Scene<'_>,
    remarks: &mut Remarks<'_>,
    message: impl Fn(&FaultKind) -> Option<Words>,
) {
    for form in scene.forms.iter().filter(|form| form.report().is_none()) {
        let mut faults = form.delivery.reading.faults.iter();
        if let Some(words) = faults.find_map(|fault| message(&fault.kind)) {
            remarks.of_form(form, None, words.into());
        }
    }
}

/// Speaks of the fields in a form's head that it cannot do without and that were
/// filled in, but hold no value of their kind. The basis year has rules of its own.
fn speak_of_head(
    scene: &Scene<'_>,
    remarks: &mut Remarks<'_>,
    unusable: impl Fn(Kind, Option<&Value>) -> bool,
    words: Words,
) {
    for form in &scene.forms {
        let Some(report) = form.report() else {
            continue;
        };
        for item in report.form.form().fields {
            let told = report.told(item.field);
            let Some(told) = told.filter(|told| says_something(&told.typed)) else {
                continue;
            };
            let needed = item.required && item.field != Field::BasisYear;
            if needed && unusable(item.kind, told.value.as_ref()) {
                let message = Text::new(
                    format!("{} «{}».", words.nb, item.label),
                    format!("{} «{}».", words.nn, item.label_nn),
                );
                remarks.of_form(form, form.spot(item.field), message);
            }
        }
    }
}
