//! Every delivery in the archive heard with today's rules and settings, on a copy of
//! the ledger: nothing is changed and nobody is told.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::Context;
use samlerapport_aggregate::{self as aggregate, Basis};
use samlerapport_ingest::Register;
use samlerapport_validate::{Accepted, Hearing};

use super::receive::Received;
use super::{
    Headline, Request, Site, Summary, compile, decide, hear, identify, load_register, read,
};
use crate::config::Config;
use crate::ledger::{HeardKey, Ledger};

/// What the ledger says, and what it would say.
pub(crate) struct Rejudged {
    /// The basis year.
    pub(crate) basis_year: i32,
    /// The register.
    pub(crate) register: Arc<Register>,
    /// As it was told. `None` where another version of the program judged, in a way
    /// that this one cannot read.
    pub(crate) before: BTreeMap<HeardKey, Option<Hearing>>,
    /// As it would be told.
    pub(crate) after: BTreeMap<HeardKey, Hearing>,
    /// The figures as they were; `None` where any hearing cannot be read.
    pub(crate) figures_before: Option<Headline>,
    /// The figures as they would be.
    pub(crate) figures_after: Headline,
}

/// Hears everything anew.
pub(crate) fn rejudge(request: Request) -> anyhow::Result<Rejudged> {
    let config = Config::load(&request.dir)?;
    let (register, register_digest) = load_register(&config.folders.register)?;
    let mut site = Site {
        ledger: Ledger::copy_of(&config.folders.ledger)?,
        request,
        config,
        register: Arc::new(register),
        register_digest,
    };
    let year = site.config.basis_year;
    let mut summary = Summary::begin(site.request.now, year, true);
    let before: BTreeMap<_, _> = site
        .ledger
        .hearings(year)?
        .into_iter()
        .map(|(key, bytes)| (key, Hearing::from_bytes(&bytes)))
        .collect();
    read::read(&mut site, &Received::default(), &mut summary)?;
    decide::decide(&mut site, &mut summary)?;
    identify::identify(&mut site)?;
    site.ledger.forget_hearings(year)?;
    let after = hear::hear(&mut site, &mut summary)?.all;
    let readable: Option<Vec<Hearing>> = before.values().cloned().collect();
    let figures_before = readable
        .map(|hearings| figures(&site, &hearings))
        .transpose()?;
    let hearings: Vec<Hearing> = after.values().cloned().collect();
    Ok(Rejudged {
        basis_year: year,
        figures_before,
        figures_after: figures(&site, &hearings)?,
        register: site.register,
        before,
        after,
    })
}

fn figures(site: &Site, hearings: &[Hearing]) -> anyhow::Result<Headline> {
    let settings = compile::settings(site);
    let accepted: Vec<Accepted> = hearings.iter().filter_map(Accepted::of).collect();
    let basis = Basis {
        register: &site.register,
        hearings,
        accepted: &accepted,
        settings: &settings,
    };
    let totals = aggregate::add_up(&basis).context("cannot add up what was accepted")?;
    let gaps = aggregate::gaps(&basis, &totals);
    let score = aggregate::score(&totals, &settings);
    Ok(Headline::of(&totals, &score, &gaps))
}
