//! The application in words and numbers, sheet by sheet; no Excel.

use chrono::NaiveDate;

use crate::basis::Basis;
use crate::gaps::Gap;
use crate::sheet::Sheet;
use crate::totals::Totals;

/// The grant application's figures with all that they are made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Application<'a> {
    /// The title of the document.
    pub title: String,
    /// The organisation.
    pub organisation: String,
    /// The day that the figures are as of; stands as the document's day of creation.
    pub as_of: NaiveDate,
    /// The sheets, the headline first.
    pub sheets: Vec<Sheet<'a>>,
}

/// Sets up the application.
pub fn application<'a>(
    basis: &Basis<'a>,
    _totals: &'a Totals,
    _gaps: &'a [Gap],
) -> Application<'a> {
    let settings = basis.settings;
    Application {
        title: format!(
            "Likepersonsarbeid {}: grunnlag for søknad {}",
            settings.basis_year,
            settings.application_year()
        ),
        organisation: settings.organisation.clone(),
        as_of: settings.as_of,
        sheets: Vec::new(),
    }
}
