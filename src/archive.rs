//! Where the received bytes are kept, under their SHA-256.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::digest;
use crate::durable;

/// The place of a file in the archive: `a/abcdef…`.
pub(crate) fn path(archive: &Path, sha256: &str) -> PathBuf {
    let shelf: String = sha256.chars().take(1).collect();
    archive.join(shelf).join(sha256)
}

/// What went into the archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stored {
    /// SHA-256, hexadecimal.
    pub(crate) sha256: String,
    /// Bytes.
    pub(crate) size: u64,
}

/// Copies a file into the archive, whatever its size, through a small buffer. The
/// bytes are safe after the next sync of the archive. Copies that are made at the
/// same time have lanes of their own.
pub(crate) fn store(archive: &Path, lane: usize, mut source: File) -> io::Result<Stored> {
    // One run at a time writes here, so a name for each lane is enough; what a run
    // that was broken off left under it is written over.
    let incoming = archive.join(format!("incoming-{lane}.part"));
    let mut target = match durable::create(&incoming) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            durable::private_folder(archive)?;
            durable::create(&incoming)?
        }
        target => target?,
    };
    let (sha256, size) = digest::of_copy(&mut source, &mut target)?;
    drop(target);
    let place = path(archive, &sha256);
    match fs::rename(&incoming, &place) {
        // The shelf's first file.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            durable::private_folder(place.parent().unwrap_or(archive))?;
            fs::rename(&incoming, &place)?;
        }
        outcome => outcome?,
    }
    Ok(Stored { sha256, size })
}

/// What [`store`] would say of a file, with nothing written.
pub(crate) fn weigh(mut source: File) -> io::Result<Stored> {
    let (sha256, size) = digest::of_copy(&mut source, &mut io::sink())?;
    Ok(Stored { sha256, size })
}
