//! What the adding-up stands on: the register, what was heard, what was accepted.

use samlerapport_ingest::Register;
use samlerapport_validate::{Accepted, Hearing};

use crate::grant::GrantSettings;

/// Everything that totals, gaps and the application are made from.
///
/// Hearings and accepted chapters of other basis years are passed over.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    /// The roll of chapters and regions.
    pub register: &'a Register,
    /// Every chapter's hearing, those of unknown chapters too.
    pub hearings: &'a [Hearing],
    /// What counts of them.
    pub accepted: &'a [Accepted],
    /// What the organisation has settled.
    pub settings: &'a GrantSettings,
}

impl<'a> Basis<'a> {
    /// The hearings of the basis year.
    pub fn heard(&self) -> impl Iterator<Item = &'a Hearing> + use<'a> {
        let year = self.settings.basis_year;
        self.hearings
            .iter()
            .filter(move |hearing| hearing.basis_year == year)
    }

    /// What counts in the basis year.
    pub fn counted(&self) -> impl Iterator<Item = &'a Accepted> + use<'a> {
        let year = self.settings.basis_year;
        self.accepted
            .iter()
            .filter(move |accepted| accepted.basis_year() == year)
    }
}
