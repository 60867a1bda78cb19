//! What lies in the inbox and may be taken: files at rest, nothing else.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// The folder in the inbox where taken files go, so that the adviser sees it.
pub(crate) const TAKEN: &str = "mottatt";

/// A file that lies in the inbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Waiting {
    /// Where it lies.
    pub(crate) path: PathBuf,
    /// Its path below the inbox, as text.
    pub(crate) found: String,
    size: u64,
    changed: Option<SystemTime>,
}

/// How deep the folders are that people make per region or adviser.
const DEEPEST: usize = 6;

/// Everything that may become a delivery, in the order of the names.
pub(crate) fn look(inbox: &Path) -> io::Result<Vec<Waiting>> {
    let mut found = Vec::new();
    look_in(inbox, inbox, 0, &mut found)?;
    found.sort_by(|one, other| one.found.cmp(&other.found));
    Ok(found)
}

/// The files that have been at rest for the interval, after waiting for the
/// youngest if need be. What still changes is left for the next run.
pub(crate) fn at_rest(inbox: &Path, interval: Duration) -> io::Result<Vec<Waiting>> {
    let first = look(inbox)?;
    if interval.is_zero() {
        return Ok(first);
    }
    let longest = first
        .iter()
        .map(|file| interval.saturating_sub(file.age()))
        .max()
        .unwrap_or_default();
    if longest.is_zero() {
        return Ok(first);
    }
    std::thread::sleep(longest);
    let second = look(inbox)?;
    Ok(second
        .into_iter()
        .filter(|file| first.contains(file) || file.age() >= interval)
        .collect())
}

impl Waiting {
    /// Whether the file still is as it was when it was looked at.
    pub(crate) fn unchanged(&self) -> bool {
        fs::symlink_metadata(&self.path).is_ok_and(|data| {
            data.is_file() && data.len() == self.size && changed(&data) == self.changed
        })
    }

    /// How long ago it changed; a file from the future counts as old, so that a
    /// wrong clock on a share does not keep it out for ever.
    fn age(&self) -> Duration {
        self.changed.map_or(Duration::MAX, |changed| {
            changed.elapsed().unwrap_or(Duration::MAX)
        })
    }
}

fn look_in(inbox: &Path, folder: &Path, depth: usize, found: &mut Vec<Waiting>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        // A link may lead out of the inbox; it is nobody's delivery.
        let kind = entry.file_type()?;
        if kind.is_dir() {
            let taken = depth == 0 && name == TAKEN;
            if !taken && !hidden(&name) && depth < DEEPEST {
                look_in(inbox, &path, depth + 1, found)?;
            }
        } else if kind.is_file() && !passing(&name) {
            let data = entry.metadata()?;
            found.push(Waiting {
                found: path
                    .strip_prefix(inbox)
                    .unwrap_or(&path)
                    .to_string_lossy()
                    .into_owned(),
                path,
                size: data.len(),
                changed: changed(&data),
            });
        }
    }
    Ok(())
}

/// Files that programs make beside the real ones while they work.
fn passing(name: &str) -> bool {
    let name = name.to_lowercase();
    hidden(&name)
        || name.starts_with("~$")
        || [
            ".tmp",
            ".part",
            ".partial",
            ".crdownload",
            ".download",
            ".lock",
        ]
        .iter()
        .any(|ending| name.ends_with(ending))
        || matches!(name.as_str(), "thumbs.db" | "desktop.ini")
}

fn hidden(name: &str) -> bool {
    name.starts_with('.')
}

/// When the file last changed: its content, or on Unix also its name and place.
fn changed(data: &Metadata) -> Option<SystemTime> {
    let modified = data.modified().ok();
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let seconds = u64::try_from(data.ctime()).unwrap_or(0);
        let moved = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds));
        modified.max(moved)
    }
    #[cfg(not(unix))]
    modified
}
