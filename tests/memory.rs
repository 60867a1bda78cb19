//! What a process and everything below it holds in memory, by `/proc`.

use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// What came of a process that was watched.
pub(crate) struct Watched {
    pub(crate) status: ExitStatus,
    pub(crate) wall: Duration,
    /// The highest sum over the process and its children, in MiB.
    pub(crate) peak: u64,
}

/// Runs a command and watches its memory until it ends.
pub(crate) fn watch(command: &mut Command) -> Watched {
    let begun = Instant::now();
    let mut child = command.stdout(Stdio::null()).spawn().unwrap();
    let ended = Arc::new(AtomicBool::new(false));
    let peak = Arc::new(AtomicU64::new(0));
    let watcher = {
        let (ended, peak, root) = (Arc::clone(&ended), Arc::clone(&peak), child.id());
        thread::spawn(move || {
            while !ended.load(Ordering::Relaxed) {
                peak.fetch_max(under(root), Ordering::Relaxed);
                thread::sleep(Duration::from_millis(10));
            }
        })
    };
    let status = child.wait().unwrap();
    let wall = begun.elapsed();
    ended.store(true, Ordering::Relaxed);
    watcher.join().unwrap();
    Watched {
        status,
        wall,
        peak: peak.load(Ordering::Relaxed) / 1_024,
    }
}

/// KiB in memory of a process and all below it.
fn under(root: u32) -> u64 {
    let mut parents = BTreeMap::new();
    let mut sizes = BTreeMap::new();
    let Ok(entries) = fs::read_dir("/proc") else {
        return 0;
    };
    for entry in entries.flatten() {
        let Ok(pid) = entry.file_name().to_string_lossy().parse::<u32>() else {
            continue;
        };
        let status = fs::read_to_string(entry.path().join("status")).unwrap_or_default();
        let field = |name: &str| {
            let line = status.lines().find(|line| line.starts_with(name))?;
            line.split_whitespace().nth(1)?.parse::<u64>().ok()
        };
        let parent = field("PPid:").and_then(|pid| u32::try_from(pid).ok());
        parents.insert(pid, parent.unwrap_or(0));
        sizes.insert(pid, field("VmRSS:").unwrap_or(0));
    }
    let below = |mut pid: u32| {
        while pid > 1 && pid != root {
            pid = parents.get(&pid).copied().unwrap_or(0);
        }
        pid == root
    };
    sizes
        .iter()
        .filter(|(pid, _)| below(**pid))
        .map(|(_, size)| size)
        .sum()
}
