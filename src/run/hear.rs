//! Hear and judge: every chapter whose deliveries, register entry, decisions,
//! settings or rules have changed since it was last heard.

mod docket;

use std::collections::{BTreeMap, BTreeSet};

use samlerapport_ingest::LastYear;
use samlerapport_validate::{self as validate, Accepted, Decision, Hearing, Joint, Setting};

use docket::{Docket, Stale};

use super::{Site, Summary};
use crate::cores;
use crate::digest;
use crate::ledger::{Heard, HeardKey, StoredDelivery};
use crate::progress::Progress;
use crate::reading;
use crate::scans;

/// What the step leaves to the next ones.
#[derive(Debug, Default)]
pub(super) struct Hearings {
    /// Every hearing of the basis year; filled in by [`Hearings::load`] where the
    /// ledger's outcome still stands.
    pub(super) all: BTreeMap<HeardKey, Hearing>,
    /// The digest of every outcome, and whether it has been worded.
    pub(super) outcomes: BTreeMap<HeardKey, Outcome>,
    /// The same as the ledger has it.
    recorded: BTreeMap<HeardKey, Outcome>,
    /// What is new, to be recorded.
    pub(super) changed: Vec<Heard>,
    /// Keys that are no more.
    pub(super) gone: Vec<HeardKey>,
}

/// An outcome in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Outcome {
    /// Its digest.
    pub(super) digest: String,
    /// Whether a letter has been worded from just this.
    pub(super) worded: bool,
}

/// Chapters whose deliveries are in memory at the same time.
const BATCH: usize = 64;

/// One hearing to be held.
struct Case {
    key: HeardKey,
    inputs: String,
    deliveries: Vec<StoredDelivery>,
    /// Those that a scanned page came beside.
    scanned: Vec<i64>,
    decisions: Vec<Decision>,
    joint: Vec<Joint>,
    last_year: Option<LastYear>,
}

/// A hearing that was held, as it is and as the ledger keeps it.
struct Held {
    hearing: Hearing,
    outcome: Vec<u8>,
    digest: String,
}

pub(super) fn hear(site: &mut Site, summary: &mut Summary) -> anyhow::Result<Hearings> {
    let year = site.config.basis_year;
    let before = site.ledger.hearing_inputs(year)?;
    let scans = scans::scans(&site.ledger, &site.register, year)?;
    let scanned: BTreeSet<i64> = scans.values().flatten().copied().collect();
    let wanted = wanted(site, &scans)?;
    let mut hearings = Hearings::default();
    for (key, digest, worded) in site.ledger.outcomes(year)? {
        if wanted.contains_key(&key) {
            hearings.outcomes.insert(key, Outcome { digest, worded });
        }
    }
    hearings.recorded = hearings.outcomes.clone();
    let docket = Docket::of(site, wanted, scanned)?;
    let mut stale = Vec::new();
    for key in docket.wanted.keys() {
        let case = docket.call(site, key, &[])?;
        if before.get(key) != Some(&case.inputs) {
            stale.push(case);
        }
    }
    hearings.gone = before
        .keys()
        .filter(|key| !docket.wanted.contains_key(*key))
        .cloned()
        .collect();
    summary.heard = stale.len();
    let any = !stale.is_empty() || !hearings.gone.is_empty();
    hold(site, stale, &mut hearings)?;
    if any {
        hear_of_shared(site, &docket, &mut hearings)?;
    }
    for heard in &hearings.changed {
        if let Some(hearing) = hearings.all.get(&heard.key) {
            summary.count_trials(&hearing.trials);
        }
    }
    Ok(hearings)
}

/// Holds hearings, some at a time.
fn hold(site: &Site, mut stale: Vec<Stale>, hearings: &mut Hearings) -> anyhow::Result<()> {
    let progress = Progress::over(stale.len(), "Vurderer", site.request.progress);
    while !stale.is_empty() {
        let rest = stale.split_off(stale.len().min(BATCH));
        let cases = load(site, std::mem::replace(&mut stale, rest))?;
        for (case, held) in judge(site, cases, &progress)? {
            hearings.add(case, held);
        }
    }
    Ok(())
}

/// When all have been heard, chapters that tell of one activity are heard again, with
/// the rows that they share; so are those that share them no more.
fn hear_of_shared(site: &Site, docket: &Docket, hearings: &mut Hearings) -> anyhow::Result<()> {
    hearings.load(site)?;
    let shared = validate::joint(hearings.all.values(), &site.register);
    let mut again = Vec::new();
    for (key, hearing) in &hearings.all {
        let joint = shared.get(key).map_or(&[][..], Vec::as_slice);
        if hearing.joint != joint {
            again.push(docket.call(site, key, joint)?);
        }
    }
    hold(site, again, hearings)
}

impl Hearings {
    fn add(&mut self, case: Case, held: Held) {
        let Held {
            hearing,
            outcome,
            digest,
        } = held;
        let worded = self
            .recorded
            .get(&case.key)
            .is_some_and(|before| before.worded && before.digest == digest);
        self.outcomes.insert(
            case.key.clone(),
            Outcome {
                digest: digest.clone(),
                worded,
            },
        );
        let figures = Accepted::of(&hearing).map(|accepted| figures(&accepted));
        let again = self.all.insert(case.key.clone(), hearing).is_some();
        let heard = Heard {
            key: case.key,
            inputs: case.inputs,
            outcome,
            digest,
            figures,
        };
        // Heard again in the same run, the last hearing stands.
        let same = |before: &&mut Heard| again && before.key == heard.key;
        match self.changed.iter_mut().rfind(same) {
            Some(before) => *before = heard,
            None => self.changed.push(heard),
        }
    }

    /// Brings in the hearings whose outcome in the ledger still stands.
    pub(super) fn load(&mut self, site: &Site) -> anyhow::Result<()> {
        for (key, bytes) in site.ledger.hearings(site.config.basis_year)? {
            if self.all.contains_key(&key) || !self.outcomes.contains_key(&key) {
                continue;
            }
            let Some(hearing) = Hearing::from_bytes(&bytes) else {
                anyhow::bail!(
                    "the verdict on {key} in the ledger was written by another version of the rules"
                );
            };
            self.all.insert(key, hearing);
        }
        Ok(())
    }
}

/// What next year's figures are held against.
fn figures(accepted: &Accepted) -> LastYear {
    let count = |len: usize| Some(u32::try_from(len).unwrap_or(u32::MAX));
    let participants = accepted.days().iter().map(|day| day.participants);
    LastYear {
        days: count(accepted.days().len()),
        participants: Some(participants.fold(0, u32::saturating_add)),
        peer_supporters: count(accepted.people().len()),
    }
}

/// Every hearing that there is to be: each chapter that lived in the basis year or
/// has handed something in, and each delivery whose chapter is not known.
fn wanted(
    site: &Site,
    scans: &BTreeMap<i64, Vec<i64>>,
) -> anyhow::Result<BTreeMap<HeardKey, Vec<i64>>> {
    let mut wanted: BTreeMap<HeardKey, Vec<i64>> = BTreeMap::new();
    for chapter in &site.register.chapters {
        if expected(chapter, site.config.basis_year) {
            wanted.insert(chapter.number.clone(), Vec::new());
        }
    }
    for (delivery, chapter) in site.ledger.deliveries_of(site.config.basis_year)? {
        // A page beside a form is heard as the form's evidence.
        if scans.contains_key(&delivery) {
            continue;
        }
        let key = chapter.unwrap_or_else(|| format!("?{delivery}"));
        wanted.entry(key).or_default().push(delivery);
    }
    Ok(wanted)
}

/// Whether a chapter lived on 31 December of the basis year (§ 8).
pub(crate) fn expected(chapter: &samlerapport_ingest::Chapter, basis_year: i32) -> bool {
    let last_day = chrono::NaiveDate::from_ymd_opt(basis_year, 12, 31).unwrap_or_default();
    chapter
        .dissolved
        .is_none_or(|dissolved| dissolved.on.is_some_and(|day| day > last_day))
}

fn load(site: &Site, stale: Vec<Stale>) -> anyhow::Result<Vec<Case>> {
    let mut cases = Vec::with_capacity(stale.len());
    for case in stale {
        let mut deliveries = Vec::with_capacity(case.deliveries.len());
        for id in case.deliveries {
            if let Some(stored) = site.ledger.delivery(id)? {
                deliveries.push(stored);
            }
        }
        cases.push(Case {
            key: case.key,
            inputs: case.inputs,
            deliveries,
            scanned: case.scanned,
            decisions: case.decisions,
            joint: case.joint,
            last_year: case.last_year,
        });
    }
    Ok(cases)
}

/// Hears the cases on all cores; the order of the outcomes is that of the cases.
fn judge(site: &Site, cases: Vec<Case>, progress: &Progress) -> anyhow::Result<Vec<(Case, Held)>> {
    let stage = Stage::of(site);
    let held = cores::on_all(&cases, |_, case| {
        progress.step();
        stage.hear(case)
    });
    let held = held.into_iter().collect::<anyhow::Result<Vec<Held>>>()?;
    Ok(cases.into_iter().zip(held).collect())
}

/// The part of a site that hearings need; it can be shared between threads.
struct Stage<'a> {
    register: &'a samlerapport_ingest::Register,
    settings: &'a validate::Settings,
    basis_year: i32,
    today: chrono::NaiveDate,
    numbers: BTreeSet<&'a str>,
}

impl<'a> Stage<'a> {
    fn of(site: &'a Site) -> Self {
        Self {
            register: &site.register,
            settings: &site.config.judging,
            basis_year: site.config.basis_year,
            today: site.request.now.today,
            numbers: site
                .register
                .chapters
                .iter()
                .map(|chapter| chapter.number.as_str())
                .collect(),
        }
    }

    /// Holds a hearing; the readings are decoded here, where there are threads for it.
    fn hear(&self, case: &Case) -> anyhow::Result<Held> {
        let chapter = self
            .numbers
            .contains(case.key.as_str())
            .then(|| self.register.chapter(&case.key))
            .flatten();
        let deliveries = case.deliveries.iter().map(|stored| {
            let mut delivery = reading::delivery(stored)?;
            if case.scanned.contains(&delivery.id) {
                delivery.reading.lay_scan();
            }
            anyhow::Ok(delivery)
        });
        let hearing = Hearing::of(&Setting {
            chapter,
            basis_year: self.basis_year,
            deliveries: &deliveries.collect::<anyhow::Result<Vec<_>>>()?,
            register: Some(self.register),
            joint: &case.joint,
            last_year: case.last_year,
            decisions: &case.decisions,
            settings: self.settings,
            today: self.today,
        });
        let outcome = hearing.to_bytes();
        Ok(Held {
            digest: digest::of(&outcome),
            hearing,
            outcome,
        })
    }
}
