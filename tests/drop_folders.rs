//! Folders that people make in the inbox, copies of a form, and files that still grow.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, SystemTime};

use samlerapport_ingest::FormId;

use crate::folder::{Folder, SETTINGS, files, form_of};

const NAMSOS: (&str, &str) = ("1", "Samtalen Namsos");
const VERDAL: (&str, &str) = ("2", "Samtalen Verdal");

/// A file of the inbox was written at an hour of a day in 2026.
fn written(folder: &Folder, name: &str, hour: u64) {
    let path = folder.dir().join("inbox").join(name);
    let file = File::options().append(true).open(path).unwrap();
    let since = Duration::from_secs(1_780_000_000 + hour * 3600);
    file.set_modified(SystemTime::UNIX_EPOCH + since).unwrap();
}

#[test]
fn folders_for_regions_and_advisers_are_looked_into() {
    let plain = Folder::with(&[NAMSOS, VERDAL]);
    let sorted = Folder::with(&[NAMSOS, VERDAL]);
    for (nth, (_, chapter)) in [NAMSOS, VERDAL].into_iter().enumerate() {
        let home = ["Område 4 – Midt/Namsos", "Randi Ås/2026/mai/Verdal"][nth];
        plain.drop_all(chapter, 3);
        for form in [
            FormId::AnnualReport,
            FormId::MeetingPlace,
            FormId::Activities,
            FormId::PeerSupporters,
        ] {
            // The same names in each folder.
            let name = format!("{home}/{}.xlsx", form.key());
            sorted.drop_file(&name, &form_of(chapter, form, 3));
        }
    }
    assert_eq!(plain.run()["headline"], sorted.run()["headline"]);
    let taken = files(&sorted.dir().join("inbox/mottatt"));
    assert_eq!(taken.len(), 8);
    assert!(sorted.dir().join("inbox/Område 4 – Midt/Namsos").is_dir());
    let traced = sorted.ask(&[
        "trace",
        "--file",
        "Randi Ås/2026/mai/Verdal/aktiviteter.xlsx",
    ]);
    assert_eq!(traced[0]["chapter"], VERDAL.1);
}

#[test]
fn a_copy_with_the_same_bytes_is_no_delivery_of_its_own() {
    let folder = Folder::with(&[NAMSOS]);
    folder.drop_all(NAMSOS.1, 3);
    let form = form_of(NAMSOS.1, FormId::Activities, 3);
    for copy in [
        "Samtalen Namsos aktiviteter (1).xlsx",
        "Samtalen Namsos aktiviteter - Kopi.xlsx",
        "Samtalen Namsos aktiviteter (konfliktkopi 2026-05-01).xlsx",
        "Midt/Kopi av Samtalen Namsos aktiviteter.xlsx",
    ] {
        folder.drop_file(copy, &form);
    }
    let run = folder.run();
    assert_eq!(
        (&run["files_new"], &run["files_again"]),
        (&4.into(), &4.into())
    );
    assert_eq!(run["headline"]["activity_days"], 6);
    let letters = folder.letters().len();
    folder.drop_file("Samtalen Namsos aktiviteter - Kopi (2).xlsx", &form);
    assert_eq!(folder.run()["files_again"], 1);
    assert_eq!(folder.letters().len(), letters);
}

#[test]
fn of_copies_that_differ_the_one_written_last_stands() {
    for (older, newer) in [
        ("Namsos.xlsx", "Namsos (1).xlsx"),
        ("Namsos (1).xlsx", "Namsos.xlsx"),
        ("Namsos.xlsx", "Namsos - Kopi.xlsx"),
        ("Namsos.xlsx", "Namsos (konfliktkopi 2026-05-01).xlsx"),
        (
            "Namsos (Randis motstridende kopi 2026-05-01).xlsx",
            "Namsos.xlsx",
        ),
        ("Namsos.xlsx", "Namsos-RANDISPC.xlsx"),
    ] {
        let folder = Folder::with(&[NAMSOS]);
        folder.drop_file(older, &form_of(NAMSOS.1, FormId::Activities, 3));
        folder.drop_file(newer, &form_of(NAMSOS.1, FormId::Activities, 5));
        written(&folder, older, 1);
        written(&folder, newer, 2);
        folder.run();
        let traced = folder.ask(&["trace", "--file", older]);
        assert_eq!(traced[0]["superseded_by"], newer, "{traced}");
    }
}

#[test]
fn what_programs_lay_beside_files_is_left() {
    let folder = Folder::with(&[NAMSOS]);
    let form = form_of(NAMSOS.1, FormId::Activities, 3);
    let beside = [
        "~$Namsos.xlsx",
        ".~lock.Namsos.xlsx#",
        "Namsos.xlsx.tmp",
        "Namsos.xlsx.part",
        "Namsos.xlsx.partial",
        "Namsos.xlsx.filepart",
        "Namsos.xlsx.crdownload",
        "~WRL0001.tmp",
        ".Namsos.xlsx.a1b2c3",
        "Midt/Thumbs.db",
        "Midt/desktop.ini",
    ];
    for name in beside {
        folder.drop_file(name, &form);
    }
    let run = folder.run();
    assert_eq!(
        (&run["files_new"], &run["files_left"]),
        (&0.into(), &0.into())
    );
    for name in beside {
        assert!(folder.dir().join("inbox").join(name).is_file(), "{name}");
    }
    // What was growing under such a name comes when it has its own.
    let inbox = folder.dir().join("inbox");
    std::fs::rename(inbox.join("Namsos.xlsx.part"), inbox.join("Namsos.xlsx")).unwrap();
    assert_eq!(folder.run()["files_new"], 1);
}

#[test]
fn a_file_that_still_grows_is_left_until_it_rests() {
    let settings = SETTINGS.replace("rest_seconds = 0", "rest_seconds = 1");
    let folder = Folder::set(&settings, &[NAMSOS]);
    folder.drop_file("Namsos.xlsx", &form_of(NAMSOS.1, FormId::Activities, 3));
    let growing = folder.dir().join("inbox/Namsos.csv");
    let run = while_growing(&growing, || folder.run());
    assert_eq!(
        (&run["files_new"], &run["files_left"]),
        (&1.into(), &1.into())
    );
    assert!(growing.is_file());
    assert_eq!(folder.run()["files_new"], 1);
    assert!(!growing.is_file());
}

/// Does something while a file is written to.
fn while_growing<T>(path: &Path, work: impl FnOnce() -> T) -> T {
    let done = AtomicBool::new(false);
    let mut file = File::create(path).unwrap();
    thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                file.write_all(b"Dato;Fra;Til\n").unwrap();
                thread::sleep(Duration::from_millis(20));
            }
        });
        let outcome = work();
        done.store(true, Ordering::Relaxed);
        outcome
    })
}
