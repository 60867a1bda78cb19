//! What a decision workbook would change, were it dropped in the inbox: it is taken on a
//! copy of the ledger, and all is heard.

use std::sync::Arc;

use samlerapport_ingest::{READING_VERSION, Reading, encode};

use super::follow::follow;
use super::{Site, Summary, decide};
use crate::config::Config;
use crate::ledger::{Ledger, NewFile, ReadFile};
use crate::run::receive::Received;
use crate::run::{Request, hear, identify, load_register, read};

/// What a workbook would change.
#[derive(Clone, Debug)]
pub(crate) struct Foretold {
    /// The basis year.
    pub(crate) basis_year: i32,
    /// Decisions that are new.
    pub(crate) taken: usize,
    /// Decisions that were cleared.
    pub(crate) taken_back: usize,
    /// Decisions that cannot be followed.
    pub(crate) unfollowed: usize,
    /// What cannot be used or followed, in sentences.
    pub(crate) left: Vec<String>,
}

/// Foretells what a workbook would change.
pub(crate) fn foretell(
    request: &Request,
    name: &str,
    readings: &[Reading],
) -> anyhow::Result<Foretold> {
    let config = Config::load(&request.dir)?;
    let (register, register_digest) = load_register(&config.folders.register)?;
    let site = &mut Site {
        ledger: Ledger::copy_of(&config.folders.ledger)?,
        request: request.clone(),
        config,
        register: Arc::new(register),
        register_digest,
    };
    let year = site.config.basis_year;
    let before = &mut Summary::begin(site.request.now, year, true);
    // What an older version has read is read anew by the next run, and here.
    read::read(site, &Received::default(), before)?;
    // Others are answered by the run that takes them.
    decide(site, before)?;
    site.ledger.books_answered()?;
    arrive(site, name, readings)?;
    let mut summary = Summary::begin(site.request.now, year, true);
    decide(site, &mut summary)?;
    if summary.decisions_taken > 0 {
        identify::identify(site)?;
        let mut heard = hear::hear(site, &mut summary)?;
        heard.load(site)?;
        let hearings: Vec<_> = heard.all.into_values().collect();
        follow(site, &hearings, &mut summary)?;
    }
    Ok(Foretold {
        basis_year: year,
        taken: summary.decisions_taken,
        taken_back: summary.decisions_taken_back,
        unfollowed: summary.decisions_unfollowed,
        left: summary.decisions_left,
    })
}

/// Notes the workbook as one that came in now and was read, also when it came before.
fn arrive(site: &mut Site, name: &str, readings: &[Reading]) -> anyhow::Result<()> {
    let file = NewFile {
        sha256: "foretold".to_owned(),
        name: name.to_owned(),
        found: name.to_owned(),
        size: 0,
    };
    let year = site.config.basis_year;
    let now = site.request.now.instant;
    site.ledger.record_arrivals(&[file], year, now)?;
    let mut files = site.ledger.files()?.into_iter();
    let Some(file) = files.find(|file| file.sha256 == "foretold") else {
        return Ok(());
    };
    let read = ReadFile {
        file: file.id,
        forms: Vec::new(),
        readings: encode(readings),
        decisions: true,
    };
    let digest = site.register_digest.clone();
    site.ledger
        .record_readings(&[read], READING_VERSION, &digest)
}
