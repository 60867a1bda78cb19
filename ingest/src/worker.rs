//! Reading processes: whatever a file does to its reader, the service goes on.
//!
//! The parent is [`Readers`], the child a loop over one pure function,
//! [`serve`], in the same binary. The parent sends the path of a file that lies
//! still in the archive, and the child opens it: so the bytes are read once, no
//! file passes through the parent's memory, and a pipe that is full of one large
//! file never blocks the others. The answer is the encoded reading, which the
//! ledger stores as it is.
//!
//! A child limits itself before it reads. `RLIMIT_DATA` counts what it writes to
//! memory of its own, the heap above all; `RLIMIT_AS` would count the mapped
//! binary too, which is large in a debug build and says nothing about the file.
//! `RLIMIT_CPU` counts from the start of the process, so the soft limit is moved
//! on before each file. The wall clock is the parent's: it kills a child that
//! has been silent for too long.

mod frame;
#[cfg(target_os = "linux")]
mod limits;
mod process;
mod readers;
mod serve;
mod watch;

pub use readers::Readers;
pub use serve::{serve, serve_with};

use std::io;
use std::path::PathBuf;

/// What a child may write to memory.
const MEMORY: u64 = 128 << 20;
/// What a child may have for the one try that a file gets alone.
const MEMORY_ALONE: u64 = 512 << 20;
/// Seconds of processor time for a file.
const CPU_SECONDS: u64 = 10;
/// Seconds by the clock on the wall for a file.
const WALL_SECONDS: u32 = 30;

/// Why reading cannot go on: something for the operator, never for a chapter.
#[derive(Debug, thiserror::Error)]
pub enum WorkerError {
    /// The program could not be started.
    #[error("cannot start the reading process {}", program.display())]
    Start {
        /// The program.
        program: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It started, and did not answer as a reading process does.
    #[error("{} started, but is no reading process of this version", program.display())]
    NoGreeting {
        /// The program.
        program: PathBuf,
    },
    /// A file could not be opened.
    #[error("cannot open {} to read it: {reason}", path.display())]
    Open {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
}

/// Which limit of a reading process is missing on this system, if any.
pub fn limits_missing() -> Option<&'static str> {
    if cfg!(target_os = "linux") {
        None
    } else {
        Some("the limits of memory and processor time of the reading processes")
    }
}
