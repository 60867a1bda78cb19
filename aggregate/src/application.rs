//! The application in words and numbers, sheet by sheet; no Excel.

use chrono::NaiveDate;

use crate::basis::Basis;
use crate::gaps::Gap;
use crate::sheet::Sheet;
use crate::totals::Totals;

mod activities;
mod awaiting;
mod changes;
mod chapters;
mod counties;
mod criteria;
mod figures;
mod open_gaps;
mod peer_supporters;
mod regions;
mod row;
mod settled;
mod source;
mod sources;
mod summary;
mod uncounted;
mod words;

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

/// Sets up the application: what finance hands on, and what every figure is made of.
pub fn application<'a>(basis: &Basis<'a>, totals: &'a Totals, gaps: &'a [Gap]) -> Application<'a> {
    let settings = basis.settings;
    let sources = source::Sources::of(basis);
    Application {
        title: format!(
            "Likepersonsarbeid {}: grunnlag for søknad {}",
            settings.basis_year,
            settings.application_year()
        ),
        organisation: settings.organisation.clone(),
        as_of: settings.as_of,
        sheets: vec![
            summary::sheet(basis, totals, gaps),
            regions::sheet(totals),
            counties::sheet(totals),
            chapters::sheet(totals),
            activities::sheet(basis, &sources),
            peer_supporters::sheet(totals, &sources),
            uncounted::sheet(&sources),
            awaiting::sheet(&sources),
            changes::sheet(basis),
            open_gaps::sheet(totals, gaps),
            sources::sheet(&sources),
        ],
    }
}
