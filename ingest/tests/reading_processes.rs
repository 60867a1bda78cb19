//! What becomes of files that their reader dies of.
//!
//! This test is its own reading process: started with one argument it serves,
//! with a reader that does to itself what the file says.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test without the harness, so that it can be its own reading process"
)]

use std::fs;
use std::hint::black_box;
use std::io;
use std::path::{Path, PathBuf};

use samlerapport_ingest::worker::{Readers, WorkerError, serve_with};
use samlerapport_ingest::{FaultKind, Reading, decode};

/// The program's own: a limit of memory must bind it too.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    if std::env::args().nth(1).as_deref() == Some("serve") {
        serve_with(io::stdin().lock(), io::stdout().lock(), obey).unwrap();
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    every_file_is_answered_in_its_order(folder.path());
    many_files_pass_through_few_processes(folder.path());
    what_the_operator_must_mend_is_an_error(folder.path());
}

/// A reader that does what the file says.
fn obey(bytes: &[u8]) -> Vec<Reading> {
    let text = String::from_utf8_lossy(bytes);
    match text.split_once(' ').unwrap_or((&text, "")) {
        ("eat", megabytes) => {
            let size = megabytes.parse::<usize>().unwrap() << 20;
            black_box(vec![1_u8; size]);
        }
        ("spin", _) => spin(),
        ("panic", _) => panic!("the reader fell over"),
        ("long", _) => return vec![reading(&"x".repeat(8 << 20))],
        _ => {}
    }
    vec![reading(&text)]
}

/// Uses up what processor time the file has; the test has not ten seconds to give.
fn spin() -> ! {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        let limit = getrlimit(Resource::Cpu);
        assert!(limit.current.unwrap() <= 12);
        let current = Some(1);
        setrlimit(Resource::Cpu, Rlimit { current, ..limit }).unwrap();
    }
    loop {
        black_box(());
    }
}

fn reading(sheet: &str) -> Reading {
    let kind = FaultKind::SheetUnreadable {
        sheet: sheet.to_owned(),
    };
    told(kind)
}

fn told(kind: FaultKind) -> Reading {
    Reading::refused(kind)
}

fn readers(count: usize) -> Readers {
    let program = std::env::current_exe().unwrap();
    Readers::start(&program, &["serve"], count).unwrap()
}

fn file(folder: &Path, text: &str) -> PathBuf {
    let path = folder.join(text);
    fs::write(&path, text).unwrap();
    path
}

fn every_file_is_answered_in_its_order(folder: &Path) {
    let mut expected = vec![
        ("one", reading("one")),
        ("panic", told(FaultKind::GaveUp)),
        ("two", reading("two")),
        ("long", told(FaultKind::TooLarge)),
    ];
    if cfg!(target_os = "linux") {
        expected.extend([
            // Too much for the first try, not for the one that it has alone.
            ("eat 200", reading("eat 200")),
            ("three", reading("three")),
            // Less than an allocator may have set aside for later.
            ("eat 600", told(FaultKind::GaveUp)),
            ("eat 2000", told(FaultKind::GaveUp)),
            ("spin", told(FaultKind::GaveUp)),
        ]);
    }
    expected.push(("four", reading("four")));
    let files = expected.iter().map(|(text, _)| (*text, file(folder, text)));

    let mut answers = Vec::new();
    let mut readers = readers(2);
    readers
        .read_all(files, |text, stored| {
            let readings = decode(&stored.bytes).unwrap();
            answers.push((text, readings));
            Ok::<_, WorkerError>(())
        })
        .unwrap();

    let expected: Vec<_> = expected
        .into_iter()
        .map(|(text, reading)| (text, vec![reading]))
        .collect();
    assert_eq!(answers, expected);
    let deaths = if cfg!(target_os = "linux") { 5 } else { 1 };
    assert_eq!(readers.died(), deaths);
}

fn many_files_pass_through_few_processes(folder: &Path) {
    let paths = [file(folder, "even"), file(folder, "odd")];
    let files = || paths.iter().cloned().cycle().enumerate().take(500);
    let text = |key| if key % 2 == 0 { "even" } else { "odd" };
    let mut handed = Vec::new();
    let mut readers = readers(3);
    // Readers serve again after a first round, and after one that was broken off.
    for _ in 0..2 {
        let stopped = readers.read_all(files(), |key, stored| {
            assert_eq!(stored.heads, [reading(text(key))]);
            handed.push(key);
            if key < 400 {
                Ok(())
            } else {
                Err(io::Error::other("enough"))
            }
            .map_err(Stopped::Receiver)
        });
        assert!(matches!(stopped, Err(Stopped::Receiver(_))));
    }
    let once = 0..=400;
    assert!(handed.into_iter().eq(once.clone().chain(once)));
}

#[derive(Debug)]
enum Stopped {
    Receiver(#[expect(dead_code, reason = "shown when the test fails")] io::Error),
    Worker(#[expect(dead_code, reason = "shown when the test fails")] WorkerError),
}

impl From<WorkerError> for Stopped {
    fn from(error: WorkerError) -> Self {
        Self::Worker(error)
    }
}

fn what_the_operator_must_mend_is_an_error(folder: &Path) {
    let missing = folder.join("no such program");
    let outcome = Readers::start(&missing, &["serve"], 1);
    assert!(matches!(outcome, Err(WorkerError::Start { .. })));
    if cfg!(unix) {
        for other in ["true", "cat"] {
            let outcome = Readers::start(Path::new(other), &[""; 0], 1);
            assert!(matches!(outcome, Err(WorkerError::NoGreeting { .. })));
        }
    }
    let gone = folder.join("no such file");
    let outcome = readers(1).read_all([((), gone.clone())], |(), _| Ok::<_, WorkerError>(()));
    assert!(matches!(outcome, Err(WorkerError::Open { path, .. }) if path == gone));
}
