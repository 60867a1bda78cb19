//! Sheets that go on with the form of another sheet: a month or a quarter each,
//! with the table alone.

use super::scan::{FEWEST_COLUMNS, Found, columns};
use crate::cell::month::{self, Month, Span};
use crate::fault::FaultKind;
use crate::form::FormId;
use crate::report::{Reading, Recognised};

/// Whether a sheet is named after a part of the year and tells nothing but a table.
pub(crate) fn may_be(name: &str, labels: &[Found<'_>]) -> bool {
    let heads = |found: &Found<'_>| {
        let columns = |form: &FormId| found.matched.label.column(*form).is_some();
        found.matched.label.title().is_none() && FormId::ALL.iter().any(columns)
    };
    month::heading(name).is_some() && labels.iter().all(heads)
}

/// The month that a sheet is named after.
pub(crate) fn month(name: &str) -> Option<Month> {
    match month::heading(name)? {
        Span::Month(month) => Some(month),
        Span::Other => None,
    }
}

/// The one form that the other sheets told of; two leave open which goes on.
pub(crate) fn form(readings: &[Reading]) -> Option<FormId> {
    let mut forms = readings
        .iter()
        .filter_map(|reading| reading.report.as_ref());
    let only = forms.next()?;
    forms.next().is_none().then_some(only.form)
}

/// The form that a sheet's table belongs to: the one begun on another sheet, or its
/// own where there is none. A table that looks like another form's is asked about.
pub(crate) fn goes_on(
    begun: Option<FormId>,
    own: Result<(FormId, Recognised), FaultKind>,
    labels: &[Found<'_>],
) -> Result<(FormId, Recognised), FaultKind> {
    let Some(begun) = begun else { return own };
    match own {
        Ok((form, _)) if form != begun => {
            Err(FaultKind::FormUncertain(begun.min(form), begun.max(form)))
        }
        Err(fault) if columns(labels, begun) < FEWEST_COLUMNS => Err(fault),
        Ok(_) | Err(_) => Ok((begun, Recognised::Labels)),
    }
}
