//! Add up: what was accepted becomes totals, gaps and the application workbook.

use std::path::{Path, PathBuf};

use anyhow::Context;
use chrono::{DateTime, Days, TimeDelta, Utc};
use samlerapport_aggregate::{self as aggregate, Basis, Frozen, Gap, GrantSettings, Score, Totals};
use samlerapport_ingest::Register;
use samlerapport_notify::WorkbookNews;
use samlerapport_validate::{Accepted, Hearing};

use super::hear::Hearings;
use super::summary::Headline;
use super::{Site, Summary, word};
use crate::clock::Now;
use crate::digest;
use crate::durable;
use crate::ledger::{QueuedLetter, WrittenWorkbook};

/// What the chapters add up to today.
pub(super) struct Compiled {
    /// Digest of all that it was compiled from.
    inputs: String,
    /// Whether the workbook that lies there was made of just this: it is compiled
    /// again for the letters alone.
    pub(super) stands: bool,
    pub(super) hearings: Vec<Hearing>,
    accepted: Vec<Accepted>,
    pub(super) settings: GrantSettings,
    pub(super) totals: Totals,
    pub(super) gaps: Vec<Gap>,
    score: Score,
}

/// Compiles anew when any outcome has changed since the last workbook, or when the
/// workbook is no longer where it was put.
pub(super) fn compile(
    site: &Site,
    heard: &mut Hearings,
    summary: &mut Summary,
) -> anyhow::Result<Option<Compiled>> {
    let settings = settings(site);
    let inputs = inputs(site, heard, &settings);
    let last = site.ledger.last_workbook(site.config.basis_year)?;
    let last = last.filter(|last| last.inputs == inputs && path(site, &last.name).exists());
    let stands = last.is_some();
    if let Some(last) = last {
        summary.workbook = Some(path(site, &last.name));
        // An adviser who sent decisions is answered, also when none could be used.
        if !site.ledger.owes_an_answer()? {
            summary.headline = serde_json::from_str(&last.headline).ok();
            return Ok(None);
        }
    }
    heard.load(site)?;
    let hearings: Vec<Hearing> = std::mem::take(&mut heard.all).into_values().collect();
    let accepted: Vec<Accepted> = hearings.iter().filter_map(Accepted::of).collect();
    let basis = Basis {
        register: &site.register,
        hearings: &hearings,
        accepted: &accepted,
        settings: &settings,
    };
    let totals = aggregate::add_up(&basis).context("cannot add up what was accepted")?;
    let gaps = aggregate::gaps(&basis, &totals);
    let score = aggregate::score(&totals, &settings);
    summary.headline = Some(Headline::of(&totals, &score, &gaps));
    Ok(Some(Compiled {
        inputs,
        stands,
        hearings,
        accepted,
        settings,
        totals,
        gaps,
        score,
    }))
}

impl Compiled {
    /// The bytes of the application's workbook.
    pub(super) fn workbook(&self, register: &Register) -> anyhow::Result<Vec<u8>> {
        let basis = Basis {
            register,
            hearings: &self.hearings,
            accepted: &self.accepted,
            settings: &self.settings,
        };
        let application = aggregate::application(&basis, &self.totals, &self.gaps);
        aggregate::write(&application).context("cannot write the workbook")
    }
}

/// Puts the workbook in its place and records it.
pub(super) fn write(
    site: &mut Site,
    compiled: &Compiled,
    bytes: &[u8],
    summary: &mut Summary,
) -> anyhow::Result<()> {
    let year = site.config.basis_year;
    freeze(site)?;
    let path = workbook_path(site)?;
    if let Some(folder) = path.parent() {
        durable::private_folder(folder)
            .with_context(|| format!("cannot make {}", folder.display()))?;
    }
    durable::write(&path, bytes, true)
        .with_context(|| format!("cannot write the workbook {}", path.display()))?;
    let headline = Headline::of(&compiled.totals, &compiled.score, &compiled.gaps);
    let letter = finance_letter(site, compiled, &path)?;
    site.ledger.record_workbook(
        year,
        &WrittenWorkbook {
            id: 0,
            written: site.request.now.instant,
            inputs: compiled.inputs.clone(),
            sha256: digest::of(bytes),
            name: path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default(),
            headline: serde_json::to_string(&headline)?,
            letter,
            published: None,
            frozen: false,
        },
    )?;
    summary.workbook = Some(path);
    summary.workbook_written = true;
    Ok(())
}

/// What finance will be told of this workbook, against what it was told last.
fn finance_letter(
    site: &Site,
    compiled: &Compiled,
    path: &Path,
) -> anyhow::Result<Option<QueuedLetter>> {
    let before: Option<Headline> = site
        .ledger
        .last_published(site.config.basis_year)?
        .map(|before| serde_json::from_str(&before.headline))
        .transpose()?;
    let news = WorkbookNews {
        path: &path.display().to_string(),
        totals: &compiled.totals,
        score: &compiled.score,
        before: before.as_ref().map(Headline::told),
    };
    word::finance(site, &news)
}

/// Tells finance of the last workbook, when the schedule says so.
pub(super) fn publish(site: &mut Site, summary: &mut Summary) -> anyhow::Result<()> {
    let year = site.config.basis_year;
    let now = site.request.now.instant;
    let Some(last) = site.ledger.last_workbook(year)? else {
        return Ok(());
    };
    if last.published.is_some() {
        return Ok(());
    }
    let before = site.ledger.last_published(year)?;
    if !site.config.publishing.due_between(told(site, before)?, now) {
        return Ok(());
    }
    summary.letters_queued += usize::from(last.letter.is_some());
    site.ledger.publish(year, &last, now)
}

/// Since when a due time has to have passed: finance was told last, or there has been
/// something to tell. The first workbook of all may be told on a publishing day itself.
fn told(site: &Site, before: Option<WrittenWorkbook>) -> anyhow::Result<DateTime<Utc>> {
    let now = site.request.now.instant;
    if let Some(before) = before {
        return Ok(before.published.unwrap_or(before.written));
    }
    let first = site.ledger.first_workbook(site.config.basis_year)?;
    let yesterday = now - TimeDelta::days(1);
    Ok(first.map_or(yesterday, |first| first.written.min(yesterday)))
}

/// From the day of submission on, the last workbook from before it stands: later ones
/// get a name of their own, even if the setting is taken out again.
fn freeze(site: &mut Site) -> anyhow::Result<()> {
    let year = site.config.basis_year;
    let Some(day) = after_submission(site) else {
        return Ok(());
    };
    if site.ledger.submitted_workbook(year)?.is_some() {
        return Ok(());
    }
    // What was written on the day itself may be what was sent.
    let next_day = Now::on(day + Days::new(1)).midnight();
    if let Some(last) = site.ledger.last_workbook_before(year, next_day)? {
        let frozen = WrittenWorkbook {
            frozen: true,
            ..last
        };
        site.ledger.record_workbook(year, &frozen)?;
    }
    Ok(())
}

/// The day of submission, once it has come.
fn after_submission(site: &Site) -> Option<chrono::NaiveDate> {
    let today = site.request.now.today;
    site.config.submitted.filter(|day| *day <= today)
}

/// What the grant is worked out with.
pub(super) fn settings(site: &Site) -> GrantSettings {
    GrantSettings {
        organisation: site.config.organisation.clone(),
        basis_year: site.config.basis_year,
        members: site.config.grant.members.clone(),
        telephone_service: site.config.grant.telephone_service,
        digital_exchange: site.config.grant.digital_exchange,
        group_factor: site.config.grant.group_factor,
        last_rate: site.config.grant.last_rate,
        application_deadline: site.config.grant.application_deadline,
        frozen: after_submission(site).map(|on| Frozen {
            on,
            note: String::new(),
        }),
        as_of: site.request.now.today,
        judging: site.config.judging.clone(),
    }
}

/// The day alone makes no new workbook.
fn inputs(site: &Site, heard: &Hearings, settings: &GrantSettings) -> String {
    let dateless = GrantSettings {
        as_of: chrono::NaiveDate::default(),
        ..settings.clone()
    };
    let settings = format!("{dateless:?}");
    let version = env!("CARGO_PKG_VERSION");
    let mut parts: Vec<&[u8]> = vec![
        version.as_bytes(),
        settings.as_bytes(),
        site.register_digest.as_bytes(),
    ];
    for (key, outcome) in &heard.outcomes {
        parts.push(key.as_bytes());
        parts.push(outcome.digest.as_bytes());
    }
    digest::of_parts(parts)
}

/// Where today's workbook goes: beside the one that was submitted, once there is one.
pub(super) fn workbook_path(site: &Site) -> anyhow::Result<PathBuf> {
    let year = site.config.basis_year;
    let submitted = site.ledger.submitted_workbook(year)?.is_some();
    let about_to = after_submission(site).is_some() && site.ledger.last_workbook(year)?.is_some();
    let stands = submitted || about_to;
    Ok(path(
        site,
        &if stands {
            format!("likepersonsarbeid-{year}-etter-innsending.xlsx")
        } else {
            format!("likepersonsarbeid-{year}.xlsx")
        },
    ))
}

fn path(site: &Site, name: &str) -> PathBuf {
    site.config.folders.out.join(name)
}
