//! Open and read: files that have no reading yet go through the reading processes.

use std::path::Path;

use anyhow::Context;
use samlerapport_ingest::worker::Readers;
use samlerapport_ingest::{FaultKind, READING_VERSION, Reading, Report};

use super::identify::Identifier;
use super::receive::Received;
use super::{Site, Summary};
use crate::archive;
use crate::ledger::{ReadFile, ReadForm, Role};
use crate::progress::Progress;

/// How many readings are recorded in one transaction.
const BATCH: usize = 256;

pub(super) fn read(
    site: &mut Site,
    received: &Received,
    summary: &mut Summary,
) -> anyhow::Result<()> {
    let unread = site.ledger.unread(READING_VERSION)?;
    if unread.is_empty() {
        return Ok(());
    }
    let progress = Progress::over(unread.len(), "Leser", site.request.progress);
    let identifier = Identifier::of(site)?;
    let files = unread.iter().map(|file| {
        let path = received
            .beside_archive
            .get(&file.sha256)
            .cloned()
            .unwrap_or_else(|| archive::path(&site.config.folders.archive, &file.sha256));
        (file, path)
    });
    let mut readers = readers(&site.request.program, site.config.workers, unread.len())?;
    let (ledger, register) = (&mut site.ledger, &site.register);
    let mut batch = Vec::with_capacity(BATCH);
    readers
        .read_all(files, |file, stored| {
            progress.step();
            summary.files_read += 1;
            if stored.heads.iter().any(unreadable) {
                summary.files_unreadable += 1;
            }
            let forms = stored.heads.iter().filter(|head| head.decisions.is_none());
            batch.push(ReadFile {
                file: file.id,
                forms: forms
                    .map(|head| ReadForm {
                        year: head.report.as_ref().and_then(Report::basis_year),
                        chapter: identifier.chapter(register, &file.sha256, head),
                        role: role(head),
                        part: head.part.clone(),
                    })
                    .collect(),
                decisions: stored.heads.iter().any(|head| head.decisions.is_some()),
                readings: stored.bytes,
            });
            if batch.len() >= BATCH {
                ledger.record_readings(&batch, READING_VERSION, identifier.digest())?;
                batch.clear();
            }
            anyhow::Ok(())
        })
        .context("cannot read on")?;
    let died = readers.died();
    if died > 0 {
        // The files have their answers; but no honest form ends its reader.
        tracing::warn!(files = died, "reading_processes_died");
    }
    ledger.record_readings(&batch, READING_VERSION, identifier.digest())
}

/// Starts reading processes: as many as set or one for each core, and no more than
/// there are files.
pub(crate) fn readers(program: &Path, set: u32, files: usize) -> anyhow::Result<Readers> {
    let cores = || std::thread::available_parallelism().map_or(2, usize::from);
    let count = match usize::try_from(set) {
        Ok(0) | Err(_) => cores(),
        Ok(set) => set,
    };
    Ok(Readers::start(program, &["worker"], count.min(files))?)
}

/// A page that came in a message or an archive was joined there.
fn role(reading: &Reading) -> Option<Role> {
    if reading.report.is_some() {
        Some(Role::Form)
    } else {
        (reading.is_page() && reading.part.is_none()).then_some(Role::Page)
    }
}

fn unreadable(reading: &Reading) -> bool {
    reading.report.is_none()
        && reading.decisions.is_none()
        && reading.faults.iter().any(|fault| {
            !matches!(
                fault.kind,
                FaultKind::FormNotRecognised | FaultKind::FormUncertain(..)
            )
        })
}
