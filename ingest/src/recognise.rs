//! Which form a sheet is: by the hidden id of a blank that we made, else by its labels.

pub(crate) mod kinds;
mod standing;
pub(crate) mod wording;

use crate::fault::FaultKind;
use crate::form::{Field, FormId};
use crate::reading::grid::{Grid, text};
use crate::reading::label::{Label, Role};
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
/// A list of the chapter's own leaves out what it likes; more tells no forms apart.
const MOST_MISSING: i32 = 4;
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
    let (grid, name) = sheet;
    let fields = standing::fields(labels, grid);
    let labels = (labels, fields.as_slice());
    let told = by_labels(labels, hidden, None);
    let titled = || {
        labels
            .0
            .iter()
            .any(|found| found.matched.label.title().is_some())
    };
    match told {
        // A peer supporter's own log may lack what makes it one but for the words in it.
        Ok((FormId::MeetingPlace | FormId::Activities, Recognised::Labels)) if !titled() => {
            return match kinds::about(grid) {
                Some(form) => by_labels(labels, hidden, Some((form, WORDING))),
                None => told,
            };
        }
        Ok(_) => return told,
        Err(_) if labels.0.is_empty() => return told,
        Err(_) => {}
    }
    let words = wording(grid, labels.0, name);
    match words.or_else(|| kinds::about(grid).map(|form| (form, WORDING))) {
        Some(words) => by_labels(labels, hidden, Some(words)),
        None => told,
    }
}

/// The labels of a sheet, and which of them can be a field's.
type Labels<'l, 'a> = (&'l [Found<'a>], &'l [bool]);

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
    labels: Labels<'_, '_>,
    hidden: &Hidden,
    words: Option<(FormId, i32)>,
) -> Result<(FormId, Recognised), FaultKind> {
    let mut scores: Vec<(i32, usize, FormId)> = Vec::new();
    let mut fit = Vec::new();
    for form in FormId::ALL {
        let Score {
            mut told,
            mut missing,
            mut roles,
        } = score(labels, form);
        let log = [FormId::MeetingPlace, FormId::Activities, FormId::Visits].contains(&form);
        if !log {
            told -= std::mem::take(&mut missing);
        }
        if let Some((_, weight)) = words.filter(|(about, _)| *about == form) {
            told += weight;
            roles += usize::from(weight == WORDING);
        }
        scores.push((told - missing, roles, form));
        fit.push((form, told));
    }
    scores.sort_by_key(|(score, _, form)| (-score, *form));
    let [(best, roles, form), (next, _, other), ..] = scores.as_slice() else {
        return Err(FaultKind::FormNotRecognised);
    };
    // What a list leaves out speaks for a form that does not ask for it, and not against
    // its being one of ours.
    let told = fit.iter().find(|(about, _)| about == form);
    let told = told.map_or(*best, |(_, told)| *told);
    let marked = scores
        .iter()
        .find(|(_, roles, form)| Some(*form) == hidden.form && *roles >= FEWEST_LABELS);
    if let Some((score, _, form)) = marked
        && best - score < HIDDEN_LEAD
    {
        let version = hidden.version;
        return Ok((*form, Recognised::HiddenId { version }));
    }
    if told < FLOOR || *roles < FEWEST_LABELS {
        return Err(FaultKind::FormNotRecognised);
    }
    if best - next < MARGIN {
        let (first, second) = (*form.min(other), *form.max(other));
        return Err(FaultKind::FormUncertain(first, second));
    }
    Ok((*form, Recognised::Labels))
}

/// How well labels fit a form.
struct Score {
    told: i32,
    /// What its header lacks, if there is one.
    missing: i32,
    /// How many different labels fit.
    roles: usize,
}

fn score((labels, fields): Labels<'_, '_>, form: FormId) -> Score {
    let mut roles: Vec<(Role, i32)> = Vec::new();
    let mut strangers: Vec<*const Label> = Vec::new();
    for (Found { matched, .. }, field) in labels.iter().zip(fields) {
        let label = matched.label;
        let shared = label.forms;
        let fits = |role: &Role| *field || !matches!(role, Role::Field(_));
        if !label.roles(form).any(|role| fits(&role)) {
            if !strangers.contains(&std::ptr::from_ref(label)) {
                strangers.push(std::ptr::from_ref(label));
            }
            continue;
        }
        for role in label.roles(form).filter(fits) {
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
    Score {
        told: told - 15 * strangers,
        missing: missing(&roles, form),
        roles: roles.len(),
    }
}

/// What a header that is there does not have of a form's columns.
fn missing(roles: &[(Role, i32)], form: FormId) -> i32 {
    let columns = form
        .form()
        .table
        .as_ref()
        .map_or(0, |table| table.columns.len());
    let found: Vec<Field> = roles
        .iter()
        .filter_map(|(role, _)| match role {
            Role::Column(field) => Some(*field),
            Role::Title | Role::Heading | Role::Field(_) | Role::Signature(_) => None,
        })
        .collect();
    if found.len() < FEWEST_LABELS {
        return 0;
    }
    let missing = i32::try_from(columns.saturating_sub(found.len())).unwrap_or_default();
    // What was done, and how somebody was met, is what these rows are about.
    let own: &[Field] = match form {
        FormId::Activities => &[Field::Title, Field::Type],
        FormId::Visits => &[Field::ContactKind],
        FormId::AnnualReport | FormId::MeetingPlace | FormId::PeerSupporters => {
            return 5 * if form == FormId::MeetingPlace {
                missing.min(MOST_MISSING)
            } else {
                missing
            };
        }
    };
    let lacks = !own.iter().any(|field| found.contains(field));
    5 * missing.min(MOST_MISSING) + if lacks { MARGIN } else { 0 }
}
