//! Where the received bytes are kept, under their SHA-256.

use std::path::{Path, PathBuf};

/// The place of a file in the archive: `ab/abcdef…`.
pub(crate) fn path(archive: &Path, sha256: &str) -> PathBuf {
    let shelf: String = sha256.chars().take(2).collect();
    archive.join(shelf).join(sha256)
}
