//! What really comes, and worse: each gets an answer, and the run ends well.

use std::collections::BTreeMap;
use std::time::Duration;

use samlerapport_fixtures::{MAKERS, hostile_files, odd_file};
use samlerapport_ingest::FormId;
use serde_json::Value as Json;

use crate::folder::{Folder, form_of};
use crate::memory;

const NAMSOS: (&str, &str) = ("1", "Samtalen Namsos");

/// All processes of a run together may hold so much, in MiB.
const MOST_MEMORY: u64 = 700;

/// No run over such files may take longer: the reading processes give up in time.
const LONGEST: Duration = Duration::from_secs(100);

fn with_odd_files() -> Folder {
    let folder = Folder::with(&[NAMSOS]);
    for (name, _) in MAKERS {
        let bytes = odd_file(name).unwrap().unwrap();
        folder.drop_file(&format!("{name}.xlsx"), &bytes);
    }
    folder.drop_file(
        "aktiviteter.xlsx",
        &form_of(NAMSOS.1, FormId::Activities, 3),
    );
    folder
}

#[test]
fn hostile_files_end_no_run_and_take_no_memory() {
    let folder = with_odd_files();
    for file in hostile_files().unwrap() {
        folder.drop_file(&file.name, &file.bytes);
    }
    let watched = memory::watch(&mut folder.command());
    assert!(watched.status.success());
    assert!(watched.peak < MOST_MEMORY, "{} MiB", watched.peak);
    assert!(watched.wall < LONGEST, "{:?}", watched.wall);
    assert!(folder.inbox().is_empty());
}

#[test]
fn every_odd_file_gets_a_finding_of_its_own() {
    let folder = with_odd_files();
    let mut answers = BTreeMap::new();
    for (name, _) in MAKERS {
        let path = folder.dir().join("inbox").join(format!("{name}.xlsx"));
        let judged = check(&path);
        let file = &judged["files"][0];
        let codes: Vec<String> = file["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|finding| {
                let name = finding["name"].as_str().unwrap();
                let message = finding["message"].as_str().unwrap();
                format!("{name}: {message}")
            })
            .collect();
        assert!(!codes.is_empty(), "{name} got no answer");
        answers.insert(name, codes);
    }
    insta::assert_snapshot!(serde_json::to_string_pretty(&answers).unwrap());
}

fn check(path: &std::path::Path) -> Json {
    let output = std::process::Command::new(crate::folder::PROGRAM)
        .args(["check", "--format", "json", "--today", "2026-06-01"])
        .arg(path)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    serde_json::from_slice(&output.stdout).unwrap()
}
