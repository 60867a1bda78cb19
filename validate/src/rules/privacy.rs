//! What tells of a person and belongs in no form: told by its cell, never by its value.

use samlerapport_ingest::{Field, Place, Report, Row};

use crate::finding::Spot;
use crate::personal::{Found, Kind, found, numbers};
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
        let Some(report) = form.report() else {
            continue;
        };
        for (spot, finds) in cells(report) {
            if finds.iter().any(|found| found.kind == kind) {
                remarks.of_form(form, Some(spot), words.into());
            }
        }
    }
}

/// Every cell of a report that something was found in.
fn cells(report: &Report) -> impl Iterator<Item = (Spot, Vec<Found>)> {
    let rows = report.rows.iter().chain(&report.board);
    let told = report
        .fields
        .iter()
        .chain(rows.flat_map(|row: &Row| &row.cells));
    let typed = told.map(|(field, told)| {
        let finds = found(report.form, *field, &told.typed);
        (spot(told.place, Some(*field)), finds)
    });
    let signed = report.signatures.iter().filter_map(|signature| {
        let name = signature.name.as_deref()?;
        Some((spot(signature.place, None), numbers(name)))
    });
    typed.chain(signed).filter(|(_, finds)| !finds.is_empty())
}

fn spot(place: Place, field: Option<Field>) -> Spot {
    Spot { place, field }
}
