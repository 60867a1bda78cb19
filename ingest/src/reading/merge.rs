//! Several sheets of one form in one workbook: one report, unless they differ in
//! what tells forms apart.

use super::once::Once;
use crate::fault::FaultKind;
use crate::fold::folded_name;
use crate::form::{Field, FormId};
use crate::report::{Evidence, Reading, Report, Signature};
use crate::value::Told;

/// The fields that tell two forms of one kind apart.
const IDENTITY: [Field; 4] = [
    Field::ChapterName,
    Field::BasisYear,
    Field::MeetingPlaceName,
    Field::PersonName,
];

/// What tells of the chapter, and is typed once in a workbook of several forms.
pub(super) const CHAPTER: [Field; 6] = [
    Field::ChapterName,
    Field::OrganisationNumber,
    Field::County,
    Field::Municipality,
    Field::BasisYear,
    Field::ContactEmail,
];

/// Gives the forms that name no chapter what the others of the workbook tell of
/// theirs, if those agree; each value keeps the place where it was typed.
pub(crate) fn share_chapter(readings: &mut [Reading]) {
    let told = |reading: &Reading| {
        let report = reading.report.as_ref()?;
        report
            .told(Field::ChapterName)
            .cloned()
            .map(|_| report.fields.clone())
    };
    let mut named: Vec<Vec<(Field, Told)>> = readings.iter().filter_map(told).collect();
    let name = |fields: &[(Field, Told)]| {
        fields
            .iter()
            .find(|(field, _)| *field == Field::ChapterName)
            .map(|(_, told)| told.typed.clone())
    };
    named.dedup_by_key(|fields| name(fields));
    let [fields] = named.as_slice() else { return };
    for report in readings
        .iter_mut()
        .filter_map(|reading| reading.report.as_mut())
    {
        if report.told(Field::ChapterName).is_some() {
            continue;
        }
        let missing: Vec<(Field, Told)> = fields
            .iter()
            .filter(|(field, _)| CHAPTER.contains(field) && report.told(*field).is_none())
            .cloned()
            .collect();
        report.fields.extend(missing);
        in_order(report);
    }
}

/// Gives the rows of a form what its front sheet tells once for all of them, where there
/// is one such form.
pub(crate) fn share_once(readings: &mut [Reading], onces: &[(FormId, Once)]) {
    for (form, once) in onces {
        let reports = readings.iter_mut().filter_map(|it| it.report.as_mut());
        let mut own = reports.filter(|report| report.form == *form);
        if let (Some(report), None) = (own.next(), own.next()) {
            once.share(&mut report.rows, false);
        }
    }
}

pub(super) fn in_order(report: &mut Report) {
    let order = report.form.form().fields;
    report
        .fields
        .sort_by_key(|(field, _)| order.iter().position(|item| item.field == *field));
}

/// Adds a sheet's reading to those of the sheets before it.
pub(crate) fn add(readings: &mut Vec<Reading>, next: Reading) {
    let Some(report) = &next.report else {
        readings.push(next);
        return;
    };
    let same = readings.iter_mut().find(|reading| {
        reading
            .report
            .as_ref()
            .is_some_and(|known| goes_with(known, report))
    });
    match same {
        Some(known) => join(known, next),
        None => readings.push(next),
    }
}

fn goes_with(one: &Report, other: &Report) -> bool {
    one.form == other.form
        && !is_nameless(one, other)
        && !are_halves(one, other)
        && IDENTITY
            .iter()
            .all(|field| match (one.told(*field), other.told(*field)) {
                (Some(one), Some(other)) => {
                    one.typed == other.typed || folded_name(&one.typed) == folded_name(&other.typed)
                }
                _ => true,
            })
}

/// Whether each of two reports has a period of its own, and is signed.
fn are_halves(one: &Report, other: &Report) -> bool {
    let signed = |report: &Report| {
        let mut blocks = report.signatures.iter();
        blocks.any(|it| it.evidence != Evidence::None)
    };
    let period = |report: &Report| report.told(Field::Period).map(|told| told.typed.clone());
    let differ = period(one)
        .zip(period(other))
        .is_some_and(|(one, other)| folded_name(&one) != folded_name(&other));
    differ && signed(one) && signed(other)
}

/// Whether a whole form names no meeting place beside one that does: it may be another's.
fn is_nameless(one: &Report, other: &Report) -> bool {
    let names = |report: &Report| report.told(Field::MeetingPlaceName).is_some();
    let whole =
        |report: &Report| report.told(Field::ChapterName).is_some() && !report.rows.is_empty();
    one.form == FormId::MeetingPlace && names(one) != names(other) && whole(one) && whole(other)
}

fn join(known: &mut Reading, next: Reading) {
    let (Some(report), Some(more)) = (&mut known.report, next.report) else {
        return;
    };
    let missing: Vec<(Field, Told)> = more
        .fields
        .into_iter()
        .filter(|(field, _)| report.told(*field).is_none())
        .collect();
    report.fields.extend(missing);
    in_order(report);
    report.rows.extend(more.rows);
    report.board.extend(more.board);
    report.sums.extend(more.sums);
    for (one, other) in report.signatures.iter_mut().zip(more.signatures) {
        if is_stronger(&other, one) {
            *one = other;
        }
    }
    known.faults.extend(next.faults);
    // The table stands on one of the sheets.
    if !report.rows.is_empty() {
        known
            .faults
            .retain(|fault| fault.kind != FaultKind::TableNotFound);
    }
}

pub(super) fn is_stronger(one: &Signature, other: &Signature) -> bool {
    (one.evidence, one.date.is_some(), one.name.is_some())
        > (other.evidence, other.date.is_some(), other.name.is_some())
}
