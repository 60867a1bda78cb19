//! The commands as they are typed: what they print, and their exit codes.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use calamine::{DataType, Reader, Xlsx};
use samlerapport_ingest::FormId;
use serde_json::Value as Json;

use crate::folder::{Folder, PROGRAM, SETTINGS, files, form_of, said};

const NAMSOS: (&str, &str) = ("1", "Samtalen Namsos");

fn samlerapport(words: &[&str], paths: &[&Path]) -> Output {
    Command::new(PROGRAM)
        .args(words)
        .args(paths)
        .output()
        .unwrap()
}

fn json(output: &Output) -> Json {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", said(output)))
}

#[test]
fn check_says_with_its_exit_code_what_it_found() {
    let folder = Folder::with(&[NAMSOS]);
    let sound = folder.dir().join("sound.xlsx");
    fs::write(&sound, form_of(NAMSOS.1, FormId::PeerSupporters, 0)).unwrap();
    let words = ["check", "--format", "json", "--today", "2026-06-01"];
    let fine = samlerapport(&words, &[&sound]);
    assert_eq!(fine.status.code(), Some(0), "{}", said(&fine));
    assert_eq!(json(&fine)["files"][0]["verdict"], "accepted");
    let odd = folder.dir().join("odd.xlsx");
    fs::write(&odd, "dette er ikke et regneark").unwrap();
    assert_eq!(samlerapport(&words, &[&sound, &odd]).status.code(), Some(1));
    let gone = folder.dir().join("finnes ikke.xlsx");
    assert_eq!(samlerapport(&words, &[&gone]).status.code(), Some(2));
}

#[test]
fn check_tells_what_was_read_when_asked() {
    let folder = Folder::with(&[NAMSOS]);
    let path = folder.dir().join("aktiviteter.xlsx");
    fs::write(&path, form_of(NAMSOS.1, FormId::Activities, 2)).unwrap();
    let words = [
        "check",
        "--values",
        "--format",
        "json",
        "--today",
        "2026-06-01",
    ];
    let file = json(&samlerapport(&words, &[&path]))["files"][0].clone();
    insta::assert_snapshot!(serde_json::to_string_pretty(&file).unwrap());
}

#[test]
fn init_makes_a_folder_that_a_run_accepts() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("arbeid");
    let made = samlerapport(&["init", "--today", "2026-02-01"], &[&dir]);
    assert!(made.status.success(), "{}", said(&made));
    let run = samlerapport(&["run", "--format", "json", "--dir"], &[&dir]);
    assert!(run.status.success(), "{}", said(&run));
    assert_eq!(json(&run)["basis_year"], 2025);
    let again = samlerapport(&["init"], &[&dir]);
    assert_eq!(again.status.code(), Some(2));
}

#[test]
fn forms_are_prefilled_and_read_back() {
    let folder = Folder::with(&[NAMSOS]);
    let out = folder.dir().join("blanketter");
    let made = samlerapport(
        &["forms", "--dir"],
        &[folder.dir(), Path::new("--out"), &out],
    );
    assert!(made.status.success(), "{}", said(&made));
    let blanks = files(&out.join("1 Samtalen Namsos"));
    assert_eq!(blanks.len(), 4);
    for blank in &blanks {
        let mut workbook: Xlsx<_> = calamine::open_workbook(blank).unwrap();
        assert!(hidden_properties(blank).contains("samlerapport.form"));
        let range = workbook.worksheet_range_at(0).unwrap().unwrap();
        let named = range
            .used_cells()
            .any(|(_, _, cell)| cell.as_string().as_deref() == Some(NAMSOS.1));
        assert!(named, "{} is not prefilled", blank.display());
    }
}

fn hidden_properties(path: &Path) -> String {
    let mut archive = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let mut part = archive.by_name("docProps/custom.xml").unwrap();
    let mut text = String::new();
    part.read_to_string(&mut text).unwrap();
    text
}

#[test]
fn broken_settings_and_register_are_told_whole() {
    let folder = Folder::with(&[NAMSOS]);
    folder.settings("[organisation]\nnavn = \"x\"\n");
    let refused = samlerapport(&["run", "--dir"], &[folder.dir()]);
    assert_eq!(refused.status.code(), Some(2));
    let told = said(&refused);
    for key in [
        "organisation.name",
        "organisation.navn",
        "year.basis",
        "mail.from",
    ] {
        assert!(told.contains(key), "{told}");
    }
    folder.settings(SETTINGS);
    folder.register(&[NAMSOS, NAMSOS]);
    let refused = samlerapport(&["run", "--dir"], &[folder.dir()]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(said(&refused).contains("Lag!"), "{}", said(&refused));
}

#[test]
fn the_service_runs_by_its_schedule_and_stops_when_asked() {
    let settings = format!("{SETTINGS}\n[schedule]\nruns = [\"* * * * * *\"]\n");
    let folder = Folder::set(&settings, &[NAMSOS]);
    folder.drop_all(NAMSOS.1, 2);
    let mut service = Command::new(PROGRAM)
        .args(["serve", "--dir"])
        .arg(folder.dir())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    while !folder.inbox().is_empty() && begun.elapsed() < Duration::from_mins(1) {
        thread::sleep(Duration::from_millis(100));
    }
    assert!(folder.inbox().is_empty(), "the service took nothing");
    let stop = Command::new("kill")
        .args(["-TERM", &service.id().to_string()])
        .status()
        .unwrap();
    assert!(stop.success());
    assert!(service.wait().unwrap().success());
    assert_eq!(folder.figure("activity_days"), 4);
}

#[test]
fn rules_explains_the_catalogue_and_one_rule() {
    let list = samlerapport(&["rules"], &[]);
    let text = String::from_utf8(list.stdout).unwrap();
    assert!(text.lines().count() >= 30, "{text}");
    let code = text.split_whitespace().next().unwrap();
    let one = samlerapport(&["rules", code], &[]);
    assert!(String::from_utf8(one.stdout).unwrap().contains(code));
    assert_eq!(samlerapport(&["rules", "K999"], &[]).status.code(), Some(2));
}
