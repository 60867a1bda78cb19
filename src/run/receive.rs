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
use crate::digest;
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

/// A file larger than this is archived, but no form is this large; reading says so.
const LARGEST: u64 = 256 * 1024 * 1024;

pub(super) fn receive(site: &mut Site, summary: &mut Summary) -> anyhow::Result<Received> {
    let folder = site.config.folders.inbox.clone();
    fs::create_dir_all(&folder)
        .with_context(|| format!("cannot make the inbox {}", folder.display()))?;
    let rest = Duration::from_secs(u64::from(site.config.rest_seconds));
    let waiting = inbox::at_rest(&folder, rest)
        .with_context(|| format!("cannot look into the inbox {}", folder.display()))?;
    let progress = Progress::over(waiting.len(), "Tar imot", site.request.progress);
    let mut received = Received::default();
    for batch in waiting.chunks(BATCH) {
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
    for waiting in batch {
        progress.step();
        let Some(file) = store(site, waiting, received)? else {
            summary.files_left += 1;
            continue;
        };
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
    let new = site
        .ledger
        .record_arrivals(&files, site.request.now.instant)?;
    let fresh = new.iter().filter(|new| **new).count();
    summary.files_new += fresh;
    summary.files_again += new.len() - fresh;
    if !site.request.dry {
        take(site, &files, &taken)?;
    }
    Ok(())
}

/// Copies one file to the archive; `None` when it changed meanwhile or cannot be
/// read now, and is left for the next run.
fn store(
    site: &Site,
    waiting: &Waiting,
    received: &mut Received,
) -> anyhow::Result<Option<NewFile>> {
    let length = fs::metadata(&waiting.path).map_or(u64::MAX, |data| data.len());
    if length > LARGEST {
        tracing::warn!(length, "file_too_large_left_in_inbox");
        return Ok(None);
    }
    let bytes = match fs::read(&waiting.path) {
        Ok(bytes) => bytes,
        Err(error) => {
            tracing::warn!(kind = ?error.kind(), "file_left_in_inbox");
            return Ok(None);
        }
    };
    if !waiting.unchanged() {
        return Ok(None);
    }
    let sha256 = digest::of(&bytes);
    if site.request.dry {
        received
            .beside_archive
            .insert(sha256.clone(), waiting.path.clone());
    } else if !site.ledger.has_file(&sha256)? {
        let path = archive::path(&site.config.folders.archive, &sha256);
        if let Some(folder) = path.parent() {
            durable::private_folder(folder)
                .with_context(|| format!("cannot make {}", folder.display()))?;
        }
        durable::write_in_batch(&path, &bytes)
            .with_context(|| format!("cannot write to the archive {}", path.display()))?;
    }
    let name = waiting
        .path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    Ok(Some(NewFile {
        sha256,
        name: harmless_name(&name),
        found: waiting.found.clone(),
        size: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
    }))
}

/// Moves recorded files out of the inbox. A file that cannot be moved (a share that
/// is away) stays, and is found again as the same arrival.
fn take(site: &mut Site, files: &[NewFile], waiting: &[&Waiting]) -> anyhow::Result<()> {
    let folder = site.config.folders.inbox.join(TAKEN);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut moved = Vec::with_capacity(files.len());
    for (file, waiting) in files.iter().zip(waiting) {
        let target = free_name(&folder, &file.name, &file.sha256);
        match fs::rename(&waiting.path, &target) {
            Ok(()) => moved.push(file.found.clone()),
            Err(error) => tracing::warn!(kind = ?error.kind(), "file_not_moved"),
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
