//! The judgement as one JSON object; its keys are part of the contract.

use samlerapport_ingest::FormId;
use samlerapport_validate::{Finding, JudgedForm, JudgedRow, Rule, Scope, Severity};
use serde::Serialize;
use serde_json::Value as Json;

use super::decisions::Told;
use super::hearing::Case;
use super::values;

/// Everything that was judged.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    files: Vec<File>,
    chapters: Vec<Chapter>,
    /// Decision workbooks among the files, and what they would change.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    decisions: Vec<Told>,
}

#[derive(Debug, Serialize)]
#[expect(
    clippy::struct_field_names,
    reason = "the names are the contract's keys"
)]
struct File {
    file: String,
    /// The attachment or packed file that the form stood in.
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<String>,
    /// What the message around it says of its sender; nobody has proved it.
    #[serde(skip_serializing_if = "Option::is_none")]
    claimed_sender: Option<String>,
    sha256: String,
    form: Option<&'static str>,
    chapter: Option<String>,
    basis_year: i32,
    verdict: &'static str,
    findings: Vec<Said>,
    rows: Vec<Row>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fields: Option<Json>,
    #[serde(skip_serializing_if = "Option::is_none")]
    signatures: Option<Json>,
}

/// What concerns a chapter as a whole: forms that have not come.
#[derive(Debug, Serialize)]
#[expect(
    clippy::struct_field_names,
    reason = "the names are the contract's keys"
)]
struct Chapter {
    chapter: Option<String>,
    basis_year: i32,
    findings: Vec<Said>,
}

#[derive(Debug, Serialize)]
struct Said {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    scope: &'static str,
    sheet: Option<String>,
    cell: Option<String>,
    row: Option<u32>,
    field: Option<&'static str>,
    message: String,
    remedy: &'static str,
    places: Vec<SaidAt>,
}

#[derive(Debug, Serialize)]
struct SaidAt {
    sheet: String,
    cell: String,
    row: u32,
    field: Option<&'static str>,
}

#[derive(Debug, Serialize)]
#[expect(
    clippy::struct_field_names,
    reason = "the names are the contract's keys"
)]
struct Row {
    sheet: String,
    row: u32,
    fate: &'static str,
    kind: &'static str,
    activity_days: u32,
    reasons: Vec<&'static str>,
    in_totals: bool,
    held_by: Vec<&'static str>,
    explanation: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    values: Option<Json>,
}

/// The object that is printed.
pub(super) fn report(cases: &[Case], decisions: Vec<Told>, with_values: bool) -> Report {
    Report {
        decisions,
        files: cases
            .iter()
            .flat_map(|case| {
                case.hearing
                    .forms
                    .iter()
                    .map(move |form| file(case, form, with_values))
            })
            .collect(),
        chapters: cases
            .iter()
            .map(|case| Chapter {
                chapter: case.chapter.clone(),
                basis_year: case.basis_year,
                findings: case
                    .hearing
                    .findings
                    .iter()
                    .map(|finding| said(finding, &[]))
                    .collect(),
            })
            .collect(),
    }
}

fn file(case: &Case, form: &JudgedForm, with_values: bool) -> File {
    let delivery = case
        .deliveries
        .iter()
        .find(|delivery| delivery.id == form.delivery);
    let told = delivery
        .and_then(|delivery| delivery.reading.report.as_ref())
        .filter(|_| with_values);
    File {
        file: delivery.map_or_else(|| form.file.clone(), |delivery| delivery.file.clone()),
        part: delivery.and_then(|delivery| delivery.reading.part.clone()),
        claimed_sender: delivery.and_then(|delivery| delivery.reading.claimed_sender.clone()),
        sha256: form.sha256.clone(),
        form: form.form.map(FormId::key),
        chapter: case.chapter.clone(),
        basis_year: case.basis_year,
        verdict: form.verdict.key(),
        findings: form
            .findings
            .iter()
            .map(|finding| said(finding, &form.sheets))
            .collect(),
        rows: form
            .rows
            .iter()
            .map(|judged| {
                let values = told.and_then(|report| {
                    let row = report.rows.iter().find(|row| row.place == judged.place)?;
                    Some(values::of_row(report.form, row, case.basis_year))
                });
                row(form, judged, values)
            })
            .collect(),
        fields: told.map(|report| values::of_fields(report, case.basis_year)),
        signatures: told.map(|report| values::of_signatures(report, case.basis_year)),
    }
}

fn row(form: &JudgedForm, row: &JudgedRow, values: Option<Json>) -> Row {
    Row {
        sheet: sheet(&form.sheets, row.place.sheet),
        row: row.place.row,
        fate: row.fate.key(),
        kind: row.kind.key(),
        activity_days: row.activity_days,
        reasons: names(&row.reasons),
        in_totals: form.in_totals(row),
        held_by: names(&form.held_by),
        explanation: row.explanation.clone(),
        values,
    }
}

fn said(finding: &Finding, sheets: &[String]) -> Said {
    let places: Vec<SaidAt> = finding
        .spots
        .iter()
        .map(|spot| SaidAt {
            sheet: sheet(sheets, spot.place.sheet),
            cell: spot.place.to_string(),
            row: spot.place.row,
            field: spot.field.map(samlerapport_ingest::Field::key),
        })
        .collect();
    let first = places.first();
    Said {
        code: finding.rule.code,
        name: finding.rule.name,
        severity: match finding.severity {
            Severity::Remark => "remark",
            Severity::Wait => "wait",
            Severity::Error => "error",
        },
        scope: match finding.rule.scope {
            Scope::Report => "report",
            Scope::Row => "row",
        },
        sheet: first.map(|place| place.sheet.clone()),
        cell: first.map(|place| place.cell.clone()),
        row: first.map(|place| place.row),
        field: first.and_then(|place| place.field),
        message: finding.message.nb.to_string(),
        remedy: finding.rule.remedy.nb,
        places,
    }
}

fn names(rules: &[&'static Rule]) -> Vec<&'static str> {
    rules.iter().map(|rule| rule.name).collect()
}

fn sheet(sheets: &[String], index: u16) -> String {
    sheets.get(usize::from(index)).cloned().unwrap_or_default()
}
