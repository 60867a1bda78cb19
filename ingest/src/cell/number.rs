//! Numbers from cells: whole ones, and the text that a Norwegian spreadsheet shows.

use smol_str::{SmolStr, ToSmolStr};

/// The number if it is whole and within reach.
pub(crate) fn whole(number: f64) -> Option<i64> {
    if !number.is_finite() || number.abs() > 1e15 || number.fract() != 0.0 {
        return None;
    }
    #[expect(
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        reason = "whole and within 10^15, which both types hold exactly"
    )]
    let whole = number as i64;
    Some(whole)
}

/// The nearest whole number, if the number is within a ten-thousandth of it.
pub(crate) fn nearly_whole(number: f64) -> Option<i64> {
    let rounded = number.round();
    ((number - rounded).abs() < 1e-4).then(|| whole(rounded))?
}

/// The number as shown in a cell without a format: decimal comma, no zeros at the end.
pub(crate) fn shown(number: f64) -> SmolStr {
    if let Some(whole) = whole(number) {
        return whole.to_smolstr();
    }
    // The shortest text is soon made, and mostly what was typed.
    let short = number.to_string();
    if short.len() <= 11 {
        return short.replace('.', ",").into();
    }
    let text = format!("{number:.10}");
    text.trim_end_matches('0')
        .trim_end_matches('.')
        .replace('.', ",")
        .into()
}
