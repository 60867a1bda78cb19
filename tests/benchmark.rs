//! What reading and a whole run cost, against a plain calamine loop.
//!
//! Every variant is a whole process, in turn, the median of five; ratios are
//! printed and nothing is asserted. `cargo bench` runs it; the number of forms can
//! be given: `cargo bench -- 1000 10000`. `cargo bench -- lay FOLDER` lays a working
//! folder with 1,000 forms, to run the program in under a profiler, and `inside FOLDER`
//! reads the forms in a folder without other processes.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a measurement that fails is to stop, and its figures are printed"
)]

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use calamine::{ReaderRef, Xlsx};
use samlerapport_ingest::blank;
use samlerapport_ingest::worker::Readers;
use samlerapport_ingest::{Adviser, Chapter, Language, Region, Register, write_register};
use tempfile::TempDir;

mod benchmark_forms;
mod memory;

const PROGRAM: &str = env!("CARGO_BIN_EXE_samlerapport");
const ROUNDS: usize = 5;
/// So many chapters share a town that what they say is compared.
const MUNICIPALITIES: [&str; 20] = [
    "Namsos",
    "Steinkjer",
    "Levanger",
    "Verdal",
    "Stjørdal",
    "Trondheim",
    "Orkland",
    "Oppdal",
    "Røros",
    "Melhus",
    "Malvik",
    "Skaun",
    "Selbu",
    "Frosta",
    "Inderøy",
    "Overhalla",
    "Grong",
    "Høylandet",
    "Lierne",
    "Snåsa",
];

fn main() {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| argument != "--bench")
        .collect();
    match arguments.first().map(String::as_str) {
        Some("plain") => plain(Path::new(&arguments[1])),
        Some("readers") => readers(Path::new(&arguments[1])),
        Some("inside") => inside(Path::new(&arguments[1])),
        Some("lay") => lay(Path::new(&arguments[1])),
        _ => {
            let sizes: Vec<usize> = arguments
                .iter()
                .filter_map(|size| size.parse().ok())
                .collect();
            let sizes = if sizes.is_empty() {
                vec![1_000, 10_000]
            } else {
                sizes
            };
            compare(&sizes);
        }
    }
}

/// The yardstick: calamine's ranges, one thread, nothing kept.
fn plain(folder: &Path) {
    let mut filled = 0_usize;
    for path in files(folder) {
        let bytes = fs::read(path).unwrap();
        let mut workbook: Xlsx<_> =
            calamine::open_workbook_from_rs(Cursor::new(&bytes[..])).unwrap();
        let range = workbook.worksheet_range_at_ref(0).unwrap().unwrap();
        filled += range.used_cells().count();
    }
    assert!(filled > 0);
}

/// The reading stage: reading processes, the readings encoded.
fn readers(folder: &Path) {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut readers = Readers::start(Path::new(PROGRAM), &["worker"], cores).unwrap();
    let mut forms = 0_usize;
    let keyed = files(folder).into_iter().enumerate();
    readers
        .read_all(keyed, |_, stored| {
            forms += stored.heads.iter().flat_map(|head| &head.report).count();
            Ok::<(), samlerapport_ingest::worker::WorkerError>(())
        })
        .unwrap();
    assert_eq!(forms, files(folder).len());
}

/// What a reading process does, in this one: to be counted by a profiler.
fn inside(folder: &Path) {
    for path in files(folder) {
        let readings = samlerapport_ingest::read(&fs::read(path).unwrap());
        assert!(!samlerapport_ingest::encode(&readings).is_empty());
    }
}

fn compare(sizes: &[usize]) {
    // The folders stay until the end: for minutes after it has lost many files, ext4 looks
    // past their places one by one, and making files is several times slower.
    let homes: Vec<TempDir> = sizes.iter().map(|_| tempfile::tempdir().unwrap()).collect();
    for (size, home) in sizes.iter().zip(&homes) {
        let forms = home.path().join("forms");
        make_forms(&forms, *size);
        println!("\n{size} forms");
        let (mut plain, mut reading) = (Vec::new(), Vec::new());
        let (mut run, mut again) = (Vec::new(), Vec::new());
        for round in 0..ROUNDS {
            plain.push(timed(&this("plain", &forms)));
            reading.push(timed(&this("readers", &forms)));
            if *size <= 1_000 {
                let dir = home.path().join(format!("work{round}"));
                make_folder(&dir, &forms, *size);
                let command = |dir: &Path| {
                    let mut command = Command::new(PROGRAM);
                    command
                        .args(["run", "--today", "2026-06-01", "--dir"])
                        .arg(dir);
                    command
                };
                run.push(timed(&|| command(&dir)));
                again.push(timed(&|| command(&dir)));
            }
        }
        let yardstick = median(&plain).0;
        for (name, measured) in [
            ("plain calamine loop", plain),
            ("reading stage", reading),
            ("whole run", run),
            ("run with nothing new", again),
        ] {
            if measured.is_empty() {
                continue;
            }
            let (wall, peak) = median(&measured);
            let ratio = wall / yardstick;
            println!("{name:<22} {wall:>7.3} s   ratio {ratio:>5.2}   peak {peak:>5} MiB");
        }
    }
}

type Measured = (f64, u64);

fn median(measured: &[Measured]) -> Measured {
    let mut walls: Vec<f64> = measured.iter().map(|(wall, _)| *wall).collect();
    let mut peaks: Vec<u64> = measured.iter().map(|(_, peak)| *peak).collect();
    walls.sort_by(f64::total_cmp);
    peaks.sort_unstable();
    (walls[walls.len() / 2], peaks[peaks.len() / 2])
}

fn this(what: &'static str, folder: &Path) -> impl Fn() -> Command {
    let folder = folder.to_owned();
    move || {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.arg(what).arg(&folder);
        command
    }
}

/// Wall time in seconds and peak memory in MiB.
fn timed(command: &dyn Fn() -> Command) -> Measured {
    let watched = memory::watch(&mut command());
    assert!(watched.status.success(), "a measured process failed");
    (watched.wall.as_secs_f64(), watched.peak)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

/// Forms of 10 to 120 rows, of the four kinds that have a table in turn.
fn make_forms(folder: &Path, count: usize) {
    fs::create_dir_all(folder).unwrap();
    for index in 0..count {
        let (form, filling) = benchmark_forms::filled(index);
        let bytes = blank::write(form, &filling).unwrap();
        fs::write(folder.join(format!("skjema {index:05}.xlsx")), bytes).unwrap();
    }
}

fn lay(dir: &Path) {
    let forms = dir.join("forms");
    make_forms(&forms, 1_000);
    make_folder(dir, &forms, 1_000);
}

/// A working folder with the forms in its inbox and their chapters in its register.
fn make_folder(dir: &Path, forms: &Path, count: usize) {
    let inbox = dir.join("inbox");
    fs::create_dir_all(&inbox).unwrap();
    for path in files(forms) {
        fs::copy(&path, inbox.join(path.file_name().unwrap())).unwrap();
    }
    let settings = "[organisation]\nname = \"Prøven\"\n\n[year]\nbasis = 2025\ndeadline = 2026-05-31\n\n\
         [mail]\nfrom = \"post@proven.example\"\nquiet_hours = 0\nrelease = true\n\n\
         [reading]\nrest_seconds = 0\n";
    fs::write(dir.join("samlerapport.toml"), settings).unwrap();
    let register = Register {
        chapters: (0..count.div_ceil(4)).map(chapter).collect(),
        regions: vec![Region {
            name: "Midt".to_owned(),
            counties: vec!["Trøndelag".to_owned()],
        }],
        advisers: vec![Adviser {
            name: "Ola Nordby".to_owned(),
            email: "ola@proven.example".to_owned(),
            region: "Midt".to_owned(),
        }],
        recipients: Vec::new(),
        last_year: std::collections::BTreeMap::new(),
    };
    fs::write(
        dir.join("register.xlsx"),
        write_register(&register).unwrap(),
    )
    .unwrap();
    // What an adviser dropped some time ago is on the disk; the run pays for its own.
    #[cfg(target_os = "linux")]
    rustix::fs::syncfs(fs::File::open(dir).unwrap()).unwrap();
}

fn chapter(number: usize) -> Chapter {
    Chapter {
        number: number.to_string(),
        name: format!("Prøvelaget {number}"),
        former_names: Vec::new(),
        organisation_number: None,
        county: "Trøndelag".to_owned(),
        municipality: MUNICIPALITIES[number % MUNICIPALITIES.len()].to_owned(),
        region: "Midt".to_owned(),
        county_chapter: false,
        email: Some(format!("lag{number}@proven.example")),
        leader: None,
        leader_email: None,
        language: Language::Bokmal,
        members: None,
        dissolved: None,
    }
}
