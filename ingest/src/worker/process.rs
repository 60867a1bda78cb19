//! One reading process, seen from its parent.

use std::ffi::OsString;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::frame::{self, Tag};
use super::watch::Watch;
use super::{WALL_SECONDS, WorkerError};

/// What a child of this version says first.
pub(super) const GREETING: &[u8] = b"samlerapport reading 1";

/// What mimalloc, which the program may allocate with, must be told before a child's
/// first line runs. By itself it maps a gibibyte as writable when it starts, and deals
/// that out: no limit set later would bind what is taken from it, and the first page
/// beside it would be over the limit, so that about one start in a hundred died.
const ALLOCATOR: [(&str, &str); 1] = [("MIMALLOC_ARENA_EAGER_COMMIT", "0")];

/// How to start a child.
#[derive(Clone, Debug)]
pub(super) struct Recipe {
    pub(super) program: PathBuf,
    pub(super) arguments: Vec<OsString>,
}

/// A child at work.
pub(super) struct Process {
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
    life: Arc<Life>,
}

/// What came of a file.
pub(super) enum Outcome {
    /// The encoded readings.
    Read(Vec<u8>),
    /// The file could not be opened.
    NotOpened(String),
    /// The child died of it.
    Died {
        /// It used up its processor time: more memory would not help.
        of_age: bool,
    },
}

/// What the watch needs to know of a child.
pub(super) struct Life {
    child: Mutex<Child>,
    /// Seconds at the present file, by the watch's strokes; [`IDLE`] between files.
    age: AtomicU32,
}

const IDLE: u32 = u32::MAX;

impl Recipe {
    /// Starts a child and waits for its greeting.
    pub(super) fn start(&self, memory: u64, watch: &Watch) -> Result<Process, WorkerError> {
        self.greet(self.spawn(watch)?, memory)
    }

    /// Starts a child.
    pub(super) fn spawn(&self, watch: &Watch) -> Result<Process, WorkerError> {
        let mut child = Command::new(&self.program)
            .args(&self.arguments)
            .envs(ALLOCATOR)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // Panic texts hold the contents of cells.
            .stderr(Stdio::null())
            .spawn()
            .map_err(|source| WorkerError::Start {
                program: self.program.clone(),
                source,
            })?;
        let pipes = child.stdin.take().zip(child.stdout.take());
        let life = Arc::new(Life {
            child: Mutex::new(child),
            age: AtomicU32::new(0),
        });
        watch.over(&life);
        let (requests, answers) = pipes.ok_or_else(|| self.no_greeting())?;
        Ok(Process {
            requests,
            answers: BufReader::new(answers),
            life,
        })
    }

    /// Gives a child its share of memory and waits for its greeting.
    pub(super) fn greet(&self, mut process: Process, memory: u64) -> Result<Process, WorkerError> {
        let answer = process.ask(Tag::Hello, &memory.to_le_bytes());
        process.life.age.store(IDLE, Ordering::Relaxed);
        match answer {
            Some((Tag::Hello, greeting)) if greeting == GREETING => Ok(process),
            _ => Err(self.no_greeting()),
        }
    }

    fn no_greeting(&self) -> WorkerError {
        WorkerError::NoGreeting {
            program: self.program.clone(),
        }
    }
}

impl Process {
    /// Has files read, one after the other; an answer follows for each. A child that
    /// can no longer be asked gives no answer either.
    pub(super) fn request<'a>(&mut self, paths: impl IntoIterator<Item = &'a Path>) {
        self.life.age.store(0, Ordering::Relaxed);
        for path in paths {
            if frame::write(&mut self.requests, Tag::Read, &path_bytes(path)).is_err() {
                return;
            }
        }
    }

    /// What came of the next file, and whether there are more after it.
    pub(super) fn answer(&mut self, more: bool) -> Outcome {
        let answer = frame::read(&mut self.answers).ok().flatten();
        let age = if more { 0 } else { IDLE };
        self.life.age.store(age, Ordering::Relaxed);
        match answer {
            Some((Tag::Read, bytes)) => Outcome::Read(bytes),
            Some((Tag::NotOpened, reason)) => {
                Outcome::NotOpened(String::from_utf8_lossy(&reason).into_owned())
            }
            Some((Tag::Hello, _)) | None => Outcome::Died {
                of_age: self.life.end().is_some_and(ran_out_of_time),
            },
        }
    }

    fn ask(&mut self, tag: Tag, payload: &[u8]) -> Option<(Tag, Vec<u8>)> {
        frame::write(&mut self.requests, tag, payload).ok()?;
        frame::read(&mut self.answers).ok()?
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.life.end();
    }
}

impl Life {
    /// One second has passed: ends a child that has been at a file for too long.
    pub(super) fn stroke(&self) {
        let age = self.age.load(Ordering::Relaxed);
        if age == IDLE {
            return;
        }
        if age >= WALL_SECONDS {
            self.end();
            return;
        }
        // The child may have finished meanwhile; then the next file begins at nought.
        let older = age.saturating_add(1);
        let _ = self
            .age
            .compare_exchange(age, older, Ordering::Relaxed, Ordering::Relaxed);
    }

    /// Ends the child and says how it ended.
    fn end(&self) -> Option<ExitStatus> {
        let mut child = self.child.lock().unwrap_or_else(PoisonError::into_inner);
        // A child that has died of itself keeps its own status.
        if let Ok(Some(status)) = child.try_wait() {
            return Some(status);
        }
        child.kill().ok()?;
        child.wait().ok()
    }
}

#[cfg(target_os = "linux")]
fn ran_out_of_time(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;
    status.signal() == Some(rustix::process::Signal::XCPU.as_raw())
}

#[cfg(not(target_os = "linux"))]
fn ran_out_of_time(_status: ExitStatus) -> bool {
    false
}

#[cfg(unix)]
fn path_bytes(path: &Path) -> Vec<u8> {
    use std::os::unix::ffi::OsStrExt;
    path.as_os_str().as_bytes().to_vec()
}

#[cfg(not(unix))]
fn path_bytes(path: &Path) -> Vec<u8> {
    path.to_string_lossy().into_owned().into_bytes()
}
