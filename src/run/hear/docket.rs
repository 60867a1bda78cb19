//! Whom there is to hear, and from what.

use std::collections::{BTreeMap, BTreeSet};

use samlerapport_ingest::{LastYear, READING_VERSION};
use samlerapport_validate::{self as validate, Decision, Joint};

use super::Site;
use crate::digest;
use crate::ledger::HeardKey;

/// Whom there is to hear, and what all hearings depend on.
pub(super) struct Docket {
    common: String,
    /// The deliveries of each hearing.
    pub(super) wanted: BTreeMap<HeardKey, Vec<i64>>,
    scanned: BTreeSet<i64>,
    last_year: BTreeMap<HeardKey, LastYear>,
}

impl Docket {
    /// The docket of a run. What the ledger knows of the year before goes before what
    /// stands in the register.
    pub(super) fn of(
        site: &Site,
        wanted: BTreeMap<HeardKey, Vec<i64>>,
        scanned: BTreeSet<i64>,
    ) -> anyhow::Result<Self> {
        let mut last_year = site.register.last_year.clone();
        last_year.extend(site.ledger.figures(site.config.basis_year - 1)?);
        Ok(Self {
            common: common_inputs(site)?,
            wanted,
            scanned,
            last_year,
        })
    }

    /// A hearing to be held. Shared rows are not among its inputs: they follow from what
    /// all chapters hand in, and are compared each time that any was heard.
    pub(super) fn call(&self, site: &Site, key: &str, joint: &[Joint]) -> anyhow::Result<Stale> {
        let deliveries = self.wanted.get(key).cloned().unwrap_or_default();
        let decisions = site.ledger.decisions(key, site.config.basis_year)?;
        let last_year = self.last_year.get(key).copied();
        let scanned = of_these(&deliveries, &self.scanned);
        let inputs = inputs(
            &self.common,
            key,
            &(&deliveries, &scanned, last_year),
            &decisions,
        )?;
        Ok(Stale {
            key: key.to_owned(),
            inputs,
            deliveries,
            scanned,
            decisions,
            joint: joint.to_vec(),
            last_year,
        })
    }
}

/// A hearing to be held, before its deliveries are brought.
pub(super) struct Stale {
    pub(super) key: HeardKey,
    pub(super) inputs: String,
    pub(super) deliveries: Vec<i64>,
    pub(super) scanned: Vec<i64>,
    pub(super) decisions: Vec<Decision>,
    pub(super) joint: Vec<Joint>,
    pub(super) last_year: Option<LastYear>,
}

/// What every hearing depends on beside its own deliveries.
fn common_inputs(site: &Site) -> anyhow::Result<String> {
    let settings = serde_json::to_vec(&site.config.judging)?;
    let severities = format!("{:?}", site.config.judging.severities);
    let today = site.request.now.today.to_string();
    let catalogue = validate::digest();
    Ok(digest::of_parts([
        catalogue.as_bytes(),
        settings.as_slice(),
        severities.as_bytes(),
        site.register_digest.as_bytes(),
        today.as_bytes(),
        &READING_VERSION.to_le_bytes(),
    ]))
}

fn inputs(
    common: &str,
    key: &str,
    told: &(&Vec<i64>, &Vec<i64>, Option<LastYear>),
    decisions: &[Decision],
) -> anyhow::Result<String> {
    let told = format!("{told:?}");
    let decisions = serde_json::to_vec(decisions)?;
    Ok(digest::of_parts([
        common.as_bytes(),
        key.as_bytes(),
        told.as_bytes(),
        decisions.as_slice(),
    ]))
}

fn of_these(deliveries: &[i64], scanned: &BTreeSet<i64>) -> Vec<i64> {
    let beside = deliveries
        .iter()
        .filter(|delivery| scanned.contains(delivery));
    beside.copied().collect()
}
