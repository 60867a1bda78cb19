//! Widths, heights and spans: how a form fits its page.

use crate::form::{Field, FormId};

/// Neighbouring columns that are merged into one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) first: u16,
    pub(super) across: u16,
}

impl Span {
    /// A single column.
    pub(super) fn one(column: u16) -> Self {
        Self {
            first: column,
            across: 1,
        }
    }
}

/// Whether the form's page lies on its side.
pub(super) fn landscape(form: FormId) -> bool {
    matches!(
        form,
        FormId::MeetingPlace | FormId::Activities | FormId::PeerSupporters
    )
}

/// The width of a column, in characters.
pub(super) fn width(form: FormId, field: Field) -> f64 {
    let roomy = form != FormId::Activities;
    let pick = |wide: f64, tight: f64| if roomy { wide } else { tight };
    let widths = [
        (Field::Office, 46.0),
        (Field::Date, 11.5),
        (Field::From, 8.0),
        (Field::To, 8.0),
        (Field::Hours, 9.5),
        (Field::Title, 23.0),
        (Field::Type, 17.0),
        (Field::Theme, pick(26.0, 20.0)),
        (Field::Sharing, pick(28.0, 22.0)),
        (Field::Venue, pick(20.0, 15.0)),
        (Field::Organiser, 15.0),
        (Field::Participants, 10.5),
        (Field::Leader, pick(22.0, 18.0)),
        (Field::Address, pick(24.0, 19.0)),
        (Field::Phone, 12.5),
        (Field::ContactKind, 17.0),
        (Field::Postcode, 8.0),
        (Field::City, 14.0),
        (Field::Email, 26.0),
        (Field::Appointed, 12.0),
        (Field::Active, 15.0),
        (Field::Unpaid, 10.0),
        (Field::CourseDate, 15.5),
        (Field::ConfidentialityDate, 18.0),
    ];
    if form == FormId::AnnualReport && field == Field::Name {
        return 46.0;
    }
    let mut widths = widths.iter();
    widths
        .find(|(other, _)| *other == field)
        .map_or(24.0, |(_, width)| *width)
}

/// The height of a row without a height of its own, in points: two lines of a
/// table's text, or room for a pen.
pub(super) fn row_height(form: FormId) -> f64 {
    if landscape(form) { 27.0 } else { 23.0 }
}

/// The height of the table's header, in points.
pub(super) fn header_height(form: FormId) -> f64 {
    match form {
        FormId::AnnualReport => 24.0,
        FormId::MeetingPlace | FormId::Activities | FormId::PeerSupporters | FormId::Visits => 36.0,
    }
}

/// The places of labels and values, from left to right: one pair on a page of
/// two columns, else two.
pub(super) fn pairs(widths: &[f64]) -> Vec<(Span, Span)> {
    let mut first = 1;
    let mut next = |wanted: f64| {
        let span = span_of(widths, first, wanted);
        first = span.first + span.across;
        span
    };
    let wanted = if widths.len() > 2 { 2 } else { 1 };
    (0..wanted).map(|_| (next(22.0), next(26.0))).collect()
}

/// The places of a signature block's caption and field.
pub(super) fn signature_spans(widths: &[f64]) -> (Span, Span) {
    let label = span_of(widths, 1, 26.0);
    (label, span_of(widths, label.first + label.across, 34.0))
}

/// The height of a text that is broken into lines over some columns, in points.
pub(super) fn height(text: &str, widths: &[f64]) -> f64 {
    // Excel has no higher row.
    const HIGHEST: f64 = 409.0;
    let line = widths.iter().sum::<f64>().max(1.0);
    let letters = f64::from(u32::try_from(text.chars().count()).unwrap_or(u32::MAX));
    let lines = (letters / line).ceil().max(1.0);
    (3.0 + 14.5 * lines).min(HIGHEST)
}

/// As many columns from `first` on as are needed for a width.
fn span_of(widths: &[f64], first: u16, wanted: f64) -> Span {
    let mut across = 0;
    let mut width = 0.0;
    for column in widths.iter().skip(usize::from(first) - 1) {
        if width >= wanted {
            break;
        }
        width += column;
        across += 1;
    }
    Span {
        first,
        across: across.max(1),
    }
}
