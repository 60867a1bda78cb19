//! What lies in the inbox and may be taken: files at rest, nothing else.

use std::collections::BTreeSet;
use std::fs::{self, Metadata, ReadDir};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::copies;

/// The folder in the inbox where taken files go, so that the adviser sees it.
pub(crate) const TAKEN: &str = "mottatt";

/// A file that lies in the inbox.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Waiting {
    /// Its path below the inbox, as text.
    pub(crate) found: String,
    /// Where it lies.
    pub(crate) path: PathBuf,
    size: u64,
    changed: Option<SystemTime>,
    written: Option<SystemTime>,
}

/// How deep the folders are that people make per region or adviser.
const DEEPEST: usize = 6;

/// What a look into the inbox found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Looked {
    /// What may be taken, in the order of the names; a file and its copies in the order
    /// in which they were written.
    pub(crate) waiting: Vec<Waiting>,
    /// How many things lie there that cannot be taken: links, folders that may not
    /// be entered, folders too deep.
    pub(crate) left: usize,
}

/// The files that have been at rest for the interval, after waiting for the
/// youngest if need be. What still changes is left for the next run.
pub(crate) fn at_rest(inbox: &Path, interval: Duration) -> io::Result<Looked> {
    let first = look(inbox)?;
    let longest = first
        .waiting
        .iter()
        .map(|file| interval.saturating_sub(file.age()))
        .max()
        .unwrap_or_default();
    if longest.is_zero() {
        return Ok(first);
    }
    std::thread::sleep(longest);
    let before: BTreeSet<Waiting> = first.waiting.into_iter().collect();
    let mut second = look(inbox)?;
    let found = second.waiting.len();
    second
        .waiting
        .retain(|file| before.contains(file) || file.age() >= interval);
    second.left += found - second.waiting.len();
    Ok(second)
}

/// Everything that may become a delivery. Only the inbox itself must be there to be
/// looked into: what cannot be entered or has just gone is passed over.
fn look(inbox: &Path) -> io::Result<Looked> {
    let mut looked = Looked::default();
    if inbox.exists() {
        look_in(inbox, fs::read_dir(inbox)?, 0, &mut looked);
    }
    looked.waiting.sort_by_cached_key(Waiting::turn);
    Ok(looked)
}

impl Waiting {
    /// Whether the file still is as it was when it was looked at.
    pub(crate) fn unchanged(&self) -> bool {
        fs::symlink_metadata(&self.path).is_ok_and(|data| {
            data.is_file() && data.len() == self.size && changed(&data) == self.changed
        })
    }

    /// Where it stands in the order of arrival. Which of two copies is the newer one,
    /// no name tells.
    fn turn(&self) -> (String, Option<SystemTime>, String) {
        let (folder, name) = self.found.rsplit_once('/').unwrap_or(("", &self.found));
        let original = format!("{folder}/{}", copies::original(name));
        (original, self.written, self.found.clone())
    }

    /// How long ago it changed; a file from the future counts as old, so that a
    /// wrong clock on a share does not keep it out for ever.
    fn age(&self) -> Duration {
        self.changed.map_or(Duration::MAX, |changed| {
            changed.elapsed().unwrap_or(Duration::MAX)
        })
    }
}

fn look_in(inbox: &Path, entries: ReadDir, depth: usize, looked: &mut Looked) {
    for entry in entries {
        let Some((entry, kind)) = entry
            .ok()
            .and_then(|entry| entry.file_type().ok().map(|kind| (entry, kind)))
        else {
            continue;
        };
        let name = entry.file_name().to_string_lossy().into_owned();
        if passing(&name) {
            continue;
        }
        let path = entry.path();
        if kind.is_dir() {
            let taken = depth == 0 && name.eq_ignore_ascii_case(TAKEN);
            if taken {
                continue;
            }
            match fs::read_dir(&path) {
                Ok(entries) if depth < DEEPEST => look_in(inbox, entries, depth + 1, looked),
                Ok(_) | Err(_) => looked.left += 1,
            }
        } else if kind.is_file() {
            // One that has just gone is nobody's delivery any more.
            let Ok(data) = entry.metadata() else {
                continue;
            };
            let found = path.strip_prefix(inbox).unwrap_or(&path);
            looked.waiting.push(Waiting {
                found: found.to_string_lossy().into_owned(),
                size: data.len(),
                changed: changed(&data),
                written: data.modified().ok(),
                path,
            });
        } else {
            // A link may lead out of the inbox.
            looked.left += 1;
        }
    }
}

/// Files that programs make beside the real ones while they work.
fn passing(name: &str) -> bool {
    let name = name.to_lowercase();
    // ".." at the start is a name that somebody gave; a single dot hides.
    (name.starts_with('.') && !name.starts_with(".."))
        || name.starts_with("~$")
        || [
            ".tmp",
            ".part",
            ".partial",
            ".filepart",
            ".crdownload",
            ".download",
            ".lock",
        ]
        .iter()
        .any(|ending| name.ends_with(ending))
        || matches!(name.as_str(), "thumbs.db" | "desktop.ini")
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
