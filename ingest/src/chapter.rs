//! A chapter as the register knows it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A local chapter (*lokallag*), or a county chapter (*fylkeslag*) that works as one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chapter {
    /// The organisation's own number for it; unique in the register.
    pub number: String,
    /// The name.
    pub name: String,
    /// Names that it had before, or is also known by.
    pub former_names: Vec<String>,
    /// Nine digits, with a valid control digit.
    pub organisation_number: Option<String>,
    /// The county's present name.
    pub county: String,
    /// The municipality's name.
    pub municipality: String,
    /// The name of its region.
    pub region: String,
    /// Whether it is a county chapter.
    pub county_chapter: bool,
    /// Where letters to it go.
    pub email: Option<String>,
    /// Who led it on 31 December of the basis year.
    pub leader: Option<String>,
    /// The leader's own address: gets a copy of the letters.
    pub leader_email: Option<String>,
    /// The written standard of letters to it.
    pub language: Language,
    /// Members as the organisation has counted them.
    pub members: Option<u32>,
    /// The day it was dissolved; `None` while it is active.
    pub dissolved: Option<Dissolved>,
}

/// That a chapter is no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dissolved {
    /// The day, if the register has it.
    pub on: Option<NaiveDate>,
}

/// The two written standards of Norwegian.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Bokmål (`nb`).
    #[default]
    Bokmal,
    /// Nynorsk (`nn`).
    Nynorsk,
}
