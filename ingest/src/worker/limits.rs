//! The limits that a reading process sets itself, by the kernel's own means.

use std::io;

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use rustix::time::{ClockId, clock_gettime};

use super::CPU_SECONDS;

/// Sets what holds for the whole process: memory, and no core dumps, which would
/// lay a chapter's words on the disk.
pub(super) fn for_the_process(memory: u64) -> io::Result<()> {
    lower(Resource::Data, memory)?;
    lower(Resource::Core, 0)
}

/// Moves the limit of processor time on, so that each file has its own.
pub(super) fn for_the_next_file() -> io::Result<()> {
    let used = u64::try_from(clock_gettime(ClockId::ProcessCPUTime).tv_sec).unwrap_or_default();
    let now = getrlimit(Resource::Cpu);
    let wanted = used.saturating_add(CPU_SECONDS).saturating_add(1);
    let current = wanted.min(now.maximum.unwrap_or(u64::MAX));
    let limit = Rlimit {
        current: Some(current),
        maximum: now.maximum,
    };
    Ok(setrlimit(Resource::Cpu, limit)?)
}

/// A limit may already be lower than ours: then it stays.
fn lower(resource: Resource, limit: u64) -> io::Result<()> {
    let now = getrlimit(resource);
    let limit = limit.min(now.maximum.unwrap_or(u64::MAX));
    let new = Rlimit {
        current: Some(limit),
        maximum: Some(limit),
    };
    Ok(setrlimit(resource, new)?)
}
