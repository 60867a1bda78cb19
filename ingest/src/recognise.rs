//! Which form a sheet is: by the hidden id of a blank that we made, else by its labels.

pub(crate) mod wording;

use crate::fault::FaultKind;
use crate::form::FormId;
use crate::reading::grid::{Grid, text};
use crate::reading::label::Role;
use crate::reading::scan::Found;
use crate::report::Recognised;
use crate::workbook::Workbook;

/// What a blank that we made says about itself.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hidden {
    pub(crate) form: Option<FormId>,
    pub(crate) version: u16,
    pub(crate) chapter: Option<String>,
    pub(crate) year: Option<i32>,
}

/// Fewer different labels than this could stand in any spreadsheet.
const FEWEST_LABELS: usize = 3;
/// A form must reach this, and be ahead of the next by the margin; in tenths of
/// a point, so that no rounding decides.
const FLOOR: i32 = 50;
const MARGIN: i32 = 20;
/// The hidden id gives way only to labels that clearly are another form's.
const HIDDEN_LEAD: i32 = 60;

/// Reads the hidden document properties.
pub(crate) fn hidden(workbook: &Workbook) -> Hidden {
    let property = |name: &str| {
        workbook
            .properties
            .iter()
            .find(|(key, _)| key.strip_prefix("samlerapport.") == Some(name))
            .map(|(_, value)| value.trim())
    };
    Hidden {
        form: property("form").and_then(FormId::from_key),
        version: property("version")
            .and_then(|version| version.parse().ok())
            .unwrap_or_default(),
        chapter: property("chapter")
            .filter(|chapter| !chapter.is_empty())
            .map(str::to_owned),
        year: property("basis_year").and_then(|year| year.parse().ok()),
    }
}

/// So many of a sheet's first lines may be its title.
const TITLE_LINES: usize = 6;
/// What a title in own words is worth, and what the name of the sheet.
const WORDING: i32 = 40;
const SHEET_NAME: i32 = 20;

/// Which form the labels of a sheet, or of a part of it, belong to; where they
/// leave it open, a title in the chapter's own words or the sheet's name tells.
pub(crate) fn recognise(
    labels: &[Found<'_>],
    hidden: &Hidden,
    sheet: (&Grid<'_>, &str),
) -> Result<(FormId, Recognised), FaultKind> {
    let told = by_labels(labels, hidden, None);
    if told.is_ok() || labels.is_empty() {
        return told;
    }
    let (grid, name) = sheet;
    match wording(grid, labels, name) {
        Some(words) => by_labels(labels, hidden, Some(words)),
        None => told,
    }
}

/// The form that the title or else the sheet's name is about, if it is one.
fn wording(grid: &Grid<'_>, labels: &[Found<'_>], name: &str) -> Option<(FormId, i32)> {
    let mut buffer = String::new();
    // "Hvem ledet (likeperson)" among headings is no title.
    let heads = |row: u32| labels.iter().filter(|found| found.row == row).count() >= FEWEST_LABELS;
    let lines = grid.rows.iter().take(TITLE_LINES);
    let lines = lines.filter(|line| !heads(line.row));
    let cells = lines.flat_map(|line| grid.line(*line));
    let mut forms: Vec<FormId> = cells
        .filter_map(text)
        .filter_map(|text| wording::about(text, &mut buffer))
        .collect();
    forms.sort_unstable();
    forms.dedup();
    match forms.as_slice() {
        [form] => Some((*form, WORDING)),
        [] => wording::about(name, &mut buffer).map(|form| (form, SHEET_NAME)),
        _ => None,
    }
}

fn by_labels(
    labels: &[Found<'_>],
    hidden: &Hidden,
    words: Option<(FormId, i32)>,
) -> Result<(FormId, Recognised), FaultKind> {
    let mut scores: Vec<(i32, usize, FormId)> = FormId::ALL
        .into_iter()
        .map(|form| {
            let (score, roles) = score(labels, form);
            match words {
                Some((about, weight)) if about == form => {
                    (score + weight, roles + usize::from(weight == WORDING), form)
                }
                _ => (score, roles, form),
            }
        })
        .collect();
    scores.sort_by_key(|(score, _, form)| (-score, *form));
    let [(best, roles, form), (next, _, other), ..] = scores.as_slice() else {
        return Err(FaultKind::FormNotRecognised);
    };
    let marked = scores
        .iter()
        .find(|(_, roles, form)| Some(*form) == hidden.form && *roles >= FEWEST_LABELS);
    if let Some((score, _, form)) = marked
        && best - score < HIDDEN_LEAD
    {
        let version = hidden.version;
        return Ok((*form, Recognised::HiddenId { version }));
    }
    if *best < FLOOR || *roles < FEWEST_LABELS {
        return Err(FaultKind::FormNotRecognised);
    }
    if best - next < MARGIN {
        let (first, second) = (*form.min(other), *form.max(other));
        return Err(FaultKind::FormUncertain(first, second));
    }
    Ok((*form, Recognised::Labels))
}

/// How well the labels fit a form, and how many different ones do.
fn score(labels: &[Found<'_>], form: FormId) -> (i32, usize) {
    let mut roles: Vec<(Role, i32)> = Vec::new();
    let mut strangers: Vec<*const super::reading::label::Label> = Vec::new();
    for Found { matched, .. } in labels {
        let label = matched.label;
        let shared = label.forms;
        if label.roles(form).next().is_none() {
            if !strangers.contains(&std::ptr::from_ref(label)) {
                strangers.push(std::ptr::from_ref(label));
            }
            continue;
        }
        for role in label.roles(form) {
            let whole = match role {
                Role::Title => 60,
                Role::Field(_) | Role::Column(_) | Role::Signature(_) => 30,
                Role::Heading => continue,
            };
            let weight = whole / shared;
            let weight = if matched.exact {
                weight
            } else {
                weight * 2 / 3
            };
            match roles.iter_mut().find(|(known, _)| *known == role) {
                Some((_, known)) => *known = weight.max(*known),
                None => roles.push((role, weight)),
            }
        }
    }
    let told: i32 = roles.iter().map(|(_, weight)| weight).sum();
    let strangers = i32::try_from(strangers.len()).unwrap_or(i32::MAX / 100);
    (
        told - 15 * strangers - 5 * missing_columns(&roles, form),
        roles.len(),
    )
}

/// The columns of a form that a header which is there does not have.
fn missing_columns(roles: &[(Role, i32)], form: FormId) -> i32 {
    let columns = form
        .form()
        .table
        .as_ref()
        .map_or(0, |table| table.columns.len());
    let found = roles
        .iter()
        .filter(|(role, _)| matches!(role, Role::Column(_)))
        .count();
    if found < FEWEST_LABELS {
        return 0;
    }
    i32::try_from(columns.saturating_sub(found)).unwrap_or_default()
}
