//! Arrive: files in the inbox go to the archive, are recorded, and are taken.
//!
//! A batch is written, synced once, recorded, and only then moved to `mottatt`.
//! So a file is either still in the inbox or safe in archive and ledger.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context;
use samlerapport_ingest::harmless_name;

use super::{Site, Summary};
use crate::archive;
use crate::cores;
use crate::durable;
use crate::inbox::{self, TAKEN, Waiting};
use crate::ledger::NewFile;
use crate::progress::Progress;

/// Where the bytes of files lie that only this run knows of: in a dry run they
/// stay in the inbox.
#[derive(Debug, Default)]
pub(super) struct Received {
    /// Path by SHA-256.
    pub(super) beside_archive: BTreeMap<String, PathBuf>,
}

/// How many files share one sync.
const BATCH: usize = 512;

pub(super) fn receive(site: &mut Site, summary: &mut Summary) -> anyhow::Result<Received> {
    let folder = site.config.folders.inbox.clone();
    if !site.request.dry {
        fs::create_dir_all(&folder)
            .with_context(|| format!("cannot make the inbox {}", folder.display()))?;
    }
    let rest = Duration::from_secs(u64::from(site.config.rest_seconds));
    let looked = inbox::at_rest(&folder, rest)
        .with_context(|| format!("cannot look into the inbox {}", folder.display()))?;
    summary.files_left += looked.left;
    let progress = Progress::over(looked.waiting.len(), "Tar imot", site.request.progress);
    let mut received = Received::default();
    for batch in looked.waiting.chunks(BATCH) {
        receive_batch(site, batch, &mut received, summary, &progress)?;
    }
    Ok(received)
}

fn receive_batch(
    site: &mut Site,
    batch: &[Waiting],
    received: &mut Received,
    summary: &mut Summary,
    progress: &Progress,
) -> anyhow::Result<()> {
    let mut files = Vec::with_capacity(batch.len());
    let mut taken = Vec::with_capacity(batch.len());
    for (waiting, file) in batch.iter().zip(store_all(site, batch, progress)?) {
        let Some(file) = file else {
            summary.files_left += 1;
            continue;
        };
        if site.request.dry {
            let known = &mut received.beside_archive;
            known.insert(file.sha256.clone(), waiting.path.clone());
        }
        files.push(file);
        taken.push(waiting);
    }
    if files.is_empty() {
        return Ok(());
    }
    if !site.request.dry {
        durable::sync_all_under(&site.config.folders.archive)
            .context("cannot bring the archive onto the disk")?;
    }
    let arrivals =
        site.ledger
            .record_arrivals(&files, site.config.basis_year, site.request.now.instant)?;
    summary.files_new += arrivals.new;
    summary.files_again += arrivals.again;
    if !site.request.dry {
        take(site, &files, &taken, summary)?;
    }
    Ok(())
}

/// Copies files to the archive on all cores: what a small file costs is its place in
/// a folder, more than its bytes.
fn store_all(
    site: &Site,
    batch: &[Waiting],
    progress: &Progress,
) -> anyhow::Result<Vec<Option<NewFile>>> {
    let archive = (!site.request.dry).then_some(site.config.folders.archive.as_path());
    let stored = cores::on_all(batch, |lane, waiting| {
        progress.step();
        store(archive, lane, waiting)
    });
    stored.into_iter().collect()
}

/// Copies one file to the archive, or in a dry run to nowhere; `None` when it changed
/// meanwhile or cannot be read now, and is left for the next run.
fn store(
    archive: Option<&Path>,
    lane: usize,
    waiting: &Waiting,
) -> anyhow::Result<Option<NewFile>> {
    let source = match fs::File::open(&waiting.path) {
        Ok(source) => source,
        Err(error) => {
            tracing::warn!(kind = ?error.kind(), "file_left_in_inbox");
            return Ok(None);
        }
    };
    let stored = match archive {
        None => archive::weigh(source).context("cannot read a file in the inbox")?,
        Some(archive) => archive::store(archive, lane, source)
            .with_context(|| format!("cannot write to the archive {}", archive.display()))?,
    };
    if !waiting.unchanged() {
        return Ok(None);
    }
    let name = waiting
        .path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    Ok(Some(NewFile {
        sha256: stored.sha256,
        name: harmless_name(&name),
        found: waiting.found.clone(),
        size: stored.size,
    }))
}

/// Moves recorded files out of the inbox. A file that cannot be moved (a share that
/// is away) or was saved anew meanwhile stays, and is found again by the next run.
fn take(
    site: &mut Site,
    files: &[NewFile],
    waiting: &[&Waiting],
    summary: &mut Summary,
) -> anyhow::Result<()> {
    let folder = site.config.folders.inbox.join(TAKEN);
    if let Err(error) = fs::create_dir_all(&folder) {
        tracing::warn!(kind = ?error.kind(), "files_not_moved");
        summary.files_left += files.len();
        return Ok(());
    }
    let mut moved = Vec::with_capacity(files.len());
    for (file, waiting) in files.iter().zip(waiting) {
        if !waiting.unchanged() {
            summary.files_left += 1;
            continue;
        }
        let target = free_name(&folder, &file.name, &file.sha256);
        match fs::rename(&waiting.path, &target) {
            Ok(()) => moved.push(file.found.clone()),
            Err(error) => {
                summary.files_left += 1;
                tracing::warn!(kind = ?error.kind(), "file_not_moved");
            }
        }
    }
    site.ledger.mark_taken(&moved)
}

/// A name in the folder that no other file has: a second file of the same name
/// gets the beginning of its digest.
fn free_name(folder: &Path, name: &str, sha256: &str) -> PathBuf {
    let plain = folder.join(name);
    if !plain.exists() {
        return plain;
    }
    let short: String = sha256.chars().take(8).collect();
    let path = Path::new(name);
    let stem = path.file_stem().map(|stem| stem.to_string_lossy());
    let stem = stem.unwrap_or_default();
    let ending = path
        .extension()
        .map(|ending| format!(".{}", ending.to_string_lossy()))
        .unwrap_or_default();
    let mut count = 1_u32;
    let mut path = folder.join(format!("{stem} {short}{ending}"));
    while path.exists() {
        count += 1;
        path = folder.join(format!("{stem} {short} {count}{ending}"));
    }
    path
}
