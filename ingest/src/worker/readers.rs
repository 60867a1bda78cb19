//! The parent: several reading processes at once, answers in the order of the files.

use std::collections::{BTreeMap, VecDeque};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvError, SendError, Sender, channel};
use std::sync::{Mutex, PoisonError, RwLock};
use std::thread;

use super::process::{Outcome, Process, Recipe};
use super::watch::Watch;
use super::{MEMORY, MEMORY_ALONE, WorkerError};
use crate::fault::FaultKind;
use crate::report::Reading;
use crate::stored::{StoredReading, decode_heads, encode};

/// Files under way or waiting for an earlier one, for each process: it bounds the
/// parent's memory, however many files there are.
const UNDER_WAY: usize = 8;

/// Reading processes that serve many files each.
pub struct Readers {
    recipe: Recipe,
    watch: Watch,
    processes: Vec<Option<Process>>,
    died: AtomicUsize,
}

/// A process is asked for so many files at once: it need not wait for its parent
/// between them.
const ASKED_AT_ONCE: usize = 4;

type Answer = Result<Vec<u8>, WorkerError>;
/// A file, by its number among those given.
type Asked = (usize, PathBuf);

/// No more files come, or nobody takes the answers.
struct Over;

impl From<RecvError> for Over {
    fn from(_closed: RecvError) -> Self {
        Self
    }
}

impl<T> From<SendError<T>> for Over {
    fn from(_closed: SendError<T>) -> Self {
        Self
    }
}

/// What the threads that wait for the processes share.
struct Desk<'a> {
    recipe: &'a Recipe,
    watch: &'a Watch,
    files: Mutex<Receiver<Asked>>,
    /// Held for reading by ordinary files, for writing by the one that is alone.
    alone: RwLock<()>,
    /// Files that a process died of.
    died: &'a AtomicUsize,
}

impl Readers {
    /// Starts `count` processes, at least one. The program must call
    /// [`serve`](super::serve) when it is started with these arguments.
    pub fn start<A: AsRef<OsStr>>(
        program: &Path,
        arguments: &[A],
        count: usize,
    ) -> Result<Self, WorkerError> {
        let recipe = Recipe {
            program: program.to_owned(),
            arguments: arguments
                .iter()
                .map(|argument| OsString::from(argument.as_ref()))
                .collect(),
        };
        let watch = Watch::start();
        // All are started before the first is waited for.
        let started: Vec<_> = (0..count.max(1))
            .map(|_| recipe.spawn(&watch))
            .collect::<Result<_, _>>()?;
        let processes = started
            .into_iter()
            .map(|process| recipe.greet(process, MEMORY).map(Some))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            recipe,
            watch,
            processes,
            died: AtomicUsize::new(0),
        })
    }

    /// Files that a process died of so far, also those that were read at the second try.
    pub fn died(&self) -> usize {
        self.died.load(Ordering::Relaxed)
    }

    /// Reads files, several at a time, and hands each on as it is done, in the
    /// order in which they were given and on this thread. It ends at the first
    /// error, its own or the receiver's.
    ///
    /// A file that its reader dies of is tried once more, alone and with more
    /// memory; then it is a [`FaultKind::GaveUp`].
    pub fn read_all<K, E: From<WorkerError>>(
        &mut self,
        files: impl IntoIterator<Item = (K, PathBuf)>,
        on_done: impl FnMut(K, StoredReading) -> Result<(), E>,
    ) -> Result<(), E> {
        let (give, take) = channel();
        let desk = Desk {
            recipe: &self.recipe,
            watch: &self.watch,
            files: Mutex::new(take),
            alone: RwLock::new(()),
            died: &self.died,
        };
        let window = self.processes.len().saturating_mul(UNDER_WAY);
        thread::scope(|scope| {
            let (done, answers) = channel();
            for process in &mut self.processes {
                let (desk, done) = (&desk, done.clone());
                scope.spawn(move || work(desk, process, &done));
            }
            drop(done);
            let outcome = in_order(files.into_iter(), window, &give, &answers, on_done);
            // The threads end when no more files can come.
            drop(give);
            outcome
        })
    }
}

/// Gives files out and hands answers on, never more than a window apart.
fn in_order<K, E: From<WorkerError>>(
    mut files: impl Iterator<Item = (K, PathBuf)>,
    window: usize,
    give: &Sender<Asked>,
    answers: &Receiver<(usize, Answer)>,
    mut on_done: impl FnMut(K, StoredReading) -> Result<(), E>,
) -> Result<(), E> {
    let (mut given, mut handed) = (0_usize, 0_usize);
    let mut keys = VecDeque::new();
    let mut early = BTreeMap::new();
    loop {
        while keys.len() < window {
            let Some((key, path)) = files.next() else {
                break;
            };
            keys.push_back(key);
            if give.send((given, path)).is_err() {
                break;
            }
            given = given.saturating_add(1);
        }
        if keys.is_empty() {
            return Ok(());
        }
        let Ok((number, answer)) = answers.recv() else {
            return Ok(());
        };
        early.insert(number, answer);
        while let Some(answer) = early.remove(&handed) {
            handed = handed.saturating_add(1);
            if let Some(key) = keys.pop_front() {
                on_done(key, stored(answer?))?;
            }
        }
    }
}

/// One process' share: a thread waits for it, so that a slow file holds up few others.
fn work(
    desk: &Desk<'_>,
    process: &mut Option<Process>,
    done: &Sender<(usize, Answer)>,
) -> Result<(), Over> {
    loop {
        let mut asked = take(desk)?;
        while !asked.is_empty() {
            let died = read(desk, process, &mut asked, done);
            if !matches!(died, Ok(None)) {
                // It is dead, or has answers left that nobody takes.
                *process = None;
            }
            let Some((number, path, of_age)) = died? else {
                continue;
            };
            desk.died.fetch_add(1, Ordering::Relaxed);
            let answer = if of_age {
                Ok(gave_up())
            } else {
                read_alone(desk, &path)
            };
            done.send((number, answer))?;
        }
    }
}

/// The next files, as many as may be asked for at once.
fn take(desk: &Desk<'_>) -> Result<VecDeque<Asked>, Over> {
    let files = desk.files.lock().unwrap_or_else(PoisonError::into_inner);
    let first = files.recv()?;
    let more = files.try_iter().take(ASKED_AT_ONCE.saturating_sub(1));
    Ok([first].into_iter().chain(more).collect())
}

/// Has files read until all are, or until the process dies: then tells of which file,
/// and whether of age.
fn read(
    desk: &Desk<'_>,
    process: &mut Option<Process>,
    asked: &mut VecDeque<Asked>,
    done: &Sender<(usize, Answer)>,
) -> Result<Option<(usize, PathBuf, bool)>, Over> {
    let _beside_others = desk.alone.read().unwrap_or_else(PoisonError::into_inner);
    let reader = match process {
        Some(reader) => reader,
        None => match desk.recipe.start(MEMORY, desk.watch) {
            Ok(started) => process.insert(started),
            Err(error) => {
                let number = asked.pop_front().map_or(0, |(number, _)| number);
                done.send((number, Err(error)))?;
                return Ok(None);
            }
        },
    };
    reader.request(asked.iter().map(|(_, path)| path.as_path()));
    while let Some((number, path)) = asked.pop_front() {
        let answer = match reader.answer(!asked.is_empty()) {
            Outcome::Read(bytes) => Ok(bytes),
            Outcome::NotOpened(reason) => Err(WorkerError::Open { path, reason }),
            Outcome::Died { of_age } => return Ok(Some((number, path, of_age))),
        };
        done.send((number, answer))?;
    }
    Ok(None)
}

/// Reads a file once more, while all others wait.
fn read_alone(desk: &Desk<'_>, path: &Path) -> Answer {
    let _alone = desk.alone.write().unwrap_or_else(PoisonError::into_inner);
    let mut reader = desk.recipe.start(MEMORY_ALONE, desk.watch)?;
    reader.request([path]);
    match reader.answer(false) {
        Outcome::Read(bytes) => Ok(bytes),
        Outcome::NotOpened(reason) => Err(WorkerError::Open {
            path: path.to_owned(),
            reason,
        }),
        Outcome::Died { .. } => Ok(gave_up()),
    }
}

/// An answer that cannot be decoded came from a process that a file had broken.
fn stored(bytes: Vec<u8>) -> StoredReading {
    if let Ok(heads) = decode_heads(&bytes) {
        return StoredReading { heads, bytes };
    }
    let bytes = gave_up();
    StoredReading {
        heads: decode_heads(&bytes).unwrap_or_default(),
        bytes,
    }
}

fn gave_up() -> Vec<u8> {
    encode(&[Reading::refused(FaultKind::GaveUp)])
}
