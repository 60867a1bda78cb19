//! Checks as Excel knows them.

use chrono::{NaiveDate, NaiveTime};
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Formula, XlsxError,
};

use crate::blank::check::{Check, Limit};
use crate::place::Place;

/// The validation of a check: its limit, its help and what is said otherwise.
pub(super) fn of(check: &Check) -> Result<DataValidation, XlsxError> {
    let validation = limited(check)?
        .ignore_blank(true)
        .set_input_title(&check.title)?
        .set_input_message(&check.help)?;
    if check.refused.is_empty() {
        return Ok(validation.show_error_message(false));
    }
    let style = if check.limit.is_firm() {
        DataValidationErrorStyle::Stop
    } else {
        DataValidationErrorStyle::Warning
    };
    validation
        .set_error_title(&check.refused_title)?
        .set_error_message(&check.refused)
        .map(|validation| validation.set_error_style(style))
}

fn limited(check: &Check) -> Result<DataValidation, XlsxError> {
    let new = DataValidation::new();
    Ok(match &check.limit {
        Limit::Anything => new.allow_any_value(),
        Limit::List(choices) | Limit::Suggestions(choices) => new.allow_list_strings(choices)?,
        Limit::Range(area) => new.allow_list_formula(Formula::new(area)),
        Limit::DayOf(year) => between_days(new, (*year, 1, 1), (*year, 12, 31)),
        Limit::Day => between_days(new, (1950, 1, 1), (2100, 12, 31)),
        Limit::Time => new.allow_time(DataValidationRule::Between(
            NaiveTime::MIN,
            NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default(),
        )),
        Limit::Whole(least, most) => {
            new.allow_whole_number(DataValidationRule::Between(*least, *most))
        }
        Limit::Decimal(least, most) => {
            new.allow_decimal_number(DataValidationRule::Between(*least, *most))
        }
        Limit::Length(least, most) => {
            new.allow_text_length(DataValidationRule::Between(*least, *most))
        }
        Limit::Address => {
            let (row, column) = check.area.0;
            let first = Place {
                sheet: 0,
                row,
                column,
            };
            new.allow_custom(Formula::new(format!("ISNUMBER(FIND(\"@\",{first}))")))
        }
    })
}

fn between_days(
    new: DataValidation,
    first: (i32, u32, u32),
    last: (i32, u32, u32),
) -> DataValidation {
    let day = |(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    new.allow_date(DataValidationRule::Between(day(first), day(last)))
}
