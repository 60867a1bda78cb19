//! A folder of hostile files: each gets its own answer, none ends a run.

use std::collections::BTreeMap;
use std::path::Path;

use samlerapport_fixtures::{Hostile, hostile_files};
use samlerapport_ingest::worker::{Readers, WorkerError};
use samlerapport_ingest::{Fault, Reading, decode};

use crate::folder::{self, Folder, PROGRAM};

/// Fewer files would be no table.
const FEWEST: usize = 150;

#[test]
fn every_hostile_file_gets_the_answer_of_its_kind() {
    let folder = tempfile::tempdir().unwrap();
    let files = hostile_files().unwrap();
    assert!(files.len() >= FEWEST, "{} files", files.len());
    let paths = files.iter().enumerate().map(|(at, file)| {
        // The reader never sees a name.
        let path = folder.path().join(at.to_string());
        std::fs::write(&path, &file.bytes).unwrap();
        (at, path)
    });
    // A process with its limits of memory and processor time, as in the service.
    let mut readers = Readers::start(Path::new(PROGRAM), &["worker"], 1).unwrap();
    let mut wrong = Vec::new();
    readers
        .read_all(paths, |at: usize, stored| {
            let Hostile {
                what, name, answer, ..
            } = &files[at];
            let told = answer_of(&decode(&stored.bytes).unwrap());
            if told != *answer {
                wrong.push(format!("{what} ({name:?}): {told}, not {answer}"));
            }
            Ok::<_, WorkerError>(())
        })
        .unwrap();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    let mut answers: BTreeMap<&str, usize> = BTreeMap::new();
    for file in &files {
        *answers.entry(file.answer).or_default() += 1;
    }
    assert!(
        answers.len() >= 18,
        "too few answers for so many classes: {answers:?}"
    );
}

#[test]
fn a_hostile_name_goes_nowhere_as_it_is() {
    let folder = Folder::with(&[("1", "Samtalen Namsos")]);
    let mut dropped = 0;
    for (at, file) in hostile_files().unwrap().iter().enumerate() {
        let numbered = file
            .name
            .starts_with(|letter: char| letter.is_ascii_digit());
        if !numbered {
            // Each is another file that the adviser is told of by its name.
            folder.drop_file(&file.name, format!("Dato;{at}").as_bytes());
            dropped += 1;
        }
    }
    let output = folder.command().output().unwrap();
    assert!(output.status.success());
    assert_eq!(folder.inbox(), Vec::<std::path::PathBuf>::new());
    let mut told = vec![folder::said(&output)];
    for letter in folder.letters() {
        assert!(!letter.to.iter().any(|to| to.contains("alle@")));
        told.extend([letter.subject, letter.text]);
    }
    let taken = folder::files(&folder.dir().join("inbox/mottatt"));
    assert_eq!(taken.len(), dropped);
    told.extend(taken.iter().map(|path| path.to_string_lossy().into_owned()));
    for text in told {
        let harmful = |letter: char| {
            (letter.is_control() && letter != '\n' && letter != '\r')
                || matches!(letter, '\u{202E}' | '\u{200B}' | '\u{FEFF}')
        };
        assert!(!text.contains(harmful), "{text:?}");
        assert!(
            !text.contains("\nBcc:") && !text.contains("$(reboot)"),
            "{text}"
        );
    }
}

/// The form and the number of its rows, or `-`, then the faults' names.
fn answer_of(readings: &[Reading]) -> String {
    let told = readings.iter().map(|reading| {
        let form = match &reading.report {
            Some(report) => format!("{} {}", report.form.key(), report.rows.len()),
            None => "-".to_owned(),
        };
        let faults = reading.faults.iter().map(|Fault { kind, .. }| {
            let told = format!("{kind:?}");
            let name = told.split_once(" {").map(|(name, _)| name.to_owned());
            name.unwrap_or(told)
        });
        let mut words: Vec<String> = faults.collect();
        words.dedup();
        words.insert(0, form);
        words.join(" ")
    });
    told.collect::<Vec<_>>().join("; ")
}
