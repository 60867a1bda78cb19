//! The roll of chapters, regions, advisers and recipients.

mod chapter_line;
mod email;

pub use email::is_address;
mod identify;
mod names;
mod read;
mod sheets;
mod table;
mod write;

use std::collections::BTreeMap;

use crate::adviser::{Adviser, Recipient, Role};
use crate::blank::BlankError;
use crate::chapter::Chapter;
use crate::last_year::LastYear;
use crate::region::Region;
use crate::report::Report;

/// The register as staff keep it in `register.xlsx`, read and checked whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// The chapters, in the order of the sheet.
    pub chapters: Vec<Chapter>,
    /// The regions, in the order of the sheet.
    pub regions: Vec<Region>,
    /// The advisers.
    pub advisers: Vec<Adviser>,
    /// Finance, operations and coordinators.
    pub recipients: Vec<Recipient>,
    /// What chapters had the year before, by number: for an organisation whose ledger
    /// does not know it.
    pub last_year: BTreeMap<String, LastYear>,
}

/// Something wrong in the register: where it stands and what to do, in Norwegian.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterFault {
    /// The sheet.
    pub sheet: String,
    /// The cell, `C7`; empty when the fault is a missing sheet or column.
    pub cell: String,
    /// What is wrong and what to do.
    pub message: String,
}

/// Which chapter a report is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Identified<'a> {
    /// This one.
    Chapter(&'a Chapter),
    /// No chapter in the register fits.
    Unknown,
    /// Several fit as well, or what the report tells points to different chapters.
    Uncertain,
}

impl Register {
    /// Reads `register.xlsx`. All faults are told at once.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<RegisterFault>> {
        read::read(bytes)
    }

    /// Finds the chapter that a report is from: by the blank's hidden number, by
    /// organisation number, by name or former name over spelling variants.
    pub fn identify(&self, report: &Report) -> Identified<'_> {
        identify::identify(self, report)
    }

    /// The chapter with this number.
    pub fn chapter(&self, number: &str) -> Option<&Chapter> {
        self.chapters
            .iter()
            .find(|chapter| chapter.number == number)
    }

    /// The advisers of a region.
    pub fn advisers_of<'a>(&'a self, region: &'a str) -> impl Iterator<Item = &'a Adviser> + 'a {
        self.advisers
            .iter()
            .filter(move |adviser| adviser.region == region)
    }

    /// Those with a role.
    pub fn recipients_of(&self, role: Role) -> impl Iterator<Item = &Recipient> {
        self.recipients
            .iter()
            .filter(move |recipient| recipient.role == role)
    }
}

/// Writes a register as `register.xlsx`.
pub fn write_register(register: &Register) -> Result<Vec<u8>, BlankError> {
    write::write(register)
}

/// Writes the empty register that a new working folder starts with: its sheets,
/// columns, lists and help.
pub fn register_template() -> Result<Vec<u8>, BlankError> {
    write_register(&Register::default())
}

#[cfg(test)]
mod tests;
