//! File names that do harm where a name is taken at its word: harmless everywhere they
//! go, and still to be found.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader, Xlsx};
use mail_parser::MessageParser;

use crate::containers::zip;
use crate::folder::{Folder, PROGRAM, files, form_of, said};
use samlerapport_ingest::FormId;

const NAMSOS: (&str, &str) = ("1", "Samtalen Namsos");

/// Stems of names that files are dropped under.
fn stems() -> Vec<OsString> {
    let mut stems: Vec<OsString> = [
        "linje\nBcc: alle@lag.example\r\n\r\n",
        "snudd\u{202E}xslx.",
        "usynlig\u{200B}\u{FEFF}",
        "=cmd|' -C calc'!A0",
        "+1+1",
        "@SUM(A1)",
        "\u{1B}[2J\u{7}skjerm",
        "<img src=x onerror=alert(1)>",
        "Årsmøte på Bømlo",
        "A\u{30A}rsmøte på Rødøya",
        "  blanke foran og bak  ",
        "glad 😀 og sint 😡",
        "--dry-run",
    ]
    .into_iter()
    .map(OsString::from)
    .collect();
    stems.push("å".repeat(125).into());
    stems.push(OsString::from_vec(b"latin-\xE6\xF8\xE5".to_vec()));
    stems
}

/// A folder in which each name stands for a chapter's form, for a stray file, for an
/// archive and for a file in one; with an adviser who is asked.
fn dropped() -> (Folder, Vec<OsString>) {
    let folder = Folder::with(&[NAMSOS]);
    let inbox = folder.dir().join("inbox");
    let mut names = Vec::new();
    let mut lay = |name: &OsStr, bytes: &[u8]| {
        std::fs::write(inbox.join(name), bytes).unwrap();
        names.push(name.to_owned());
    };
    for (nth, stem) in (0_u32..).zip(stems()) {
        let with = |ending: &str| {
            let mut name = stem.clone();
            name.push(ending);
            name
        };
        // Each delivery takes the place of the one before.
        let form = form_of(NAMSOS.1, FormId::Activities, 3 + nth);
        lay(&with(".xlsx"), &form);
        lay(&with(".csv"), format!("Dato;{nth}").as_bytes());
        let unknown = form_of(&format!("Ukjent lag {nth}"), FormId::Activities, 2);
        let inner = format!("../../{}.xlsx", stem.to_string_lossy());
        lay(&with(".zip"), &zip(&[(&inner, &unknown)]));
    }
    (folder, names)
}

#[test]
fn a_hostile_name_is_harmless_everywhere_and_still_found() {
    let (folder, names) = dropped();
    let output = folder.command().env("RUST_LOG", "trace").output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    assert!(folder.inbox().is_empty());
    assert_eq!(
        files(&folder.dir().join("inbox/mottatt")).len(),
        names.len()
    );
    // Nothing was written outside of the folder or of its own places.
    let beside = folder.dir().parent().unwrap();
    assert!(!beside.join("linje").exists());

    harmless("log", &said(&output));
    letters(&folder);
    workbooks(&folder);
    let status = command(&folder, &["status"], None);
    harmless("status", &status);
    for name in &names {
        let traced = command(&folder, &["trace"], Some(name));
        harmless("trace", &traced);
        assert!(!traced.trim().is_empty(), "{name:?} is not found");
    }
    let paths = files(&folder.dir().join("inbox/mottatt"));
    let paths: Vec<&OsStr> = paths.iter().map(|path| path.as_os_str()).collect();
    for path in &paths {
        harmless(
            "mottatt",
            &Path::new(path).file_name().unwrap().to_string_lossy(),
        );
    }
}

#[test]
fn a_hostile_name_is_harmless_where_it_is_checked() {
    let (folder, names) = dropped();
    for name in names {
        let path = folder.dir().join("inbox").join(&name);
        for format in ["text", "json"] {
            let output = Command::new(PROGRAM)
                .args(["check", "--today", "2026-06-01", "--format", format])
                .arg(&path)
                .output()
                .unwrap();
            assert!(matches!(output.status.code(), Some(0 | 1)), "{name:?}");
            harmless("check", &said(&output));
        }
    }
}

/// What a command prints, with any bytes among its words.
fn command(folder: &Folder, words: &[&str], file: Option<&OsString>) -> String {
    let output = Command::new(PROGRAM)
        .args(words)
        .args(file.map(|name| {
            let mut asked = OsString::from("--file=");
            asked.push(name);
            asked
        }))
        .arg("--dir")
        .arg(folder.dir())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", said(&output));
    String::from_utf8(output.stdout).unwrap()
}

/// The letters' heads, texts and pages.
fn letters(folder: &Folder) {
    let letters = files(&folder.dir().join("outbox"));
    assert!(!letters.is_empty());
    for path in letters {
        let bytes = std::fs::read(&path).unwrap();
        let message = MessageParser::default().parse(&bytes).unwrap();
        let to: Vec<_> = message.to().unwrap().iter().collect();
        assert!(
            to.iter()
                .all(|to| to.address().unwrap().ends_with("@samtalen.example"))
        );
        assert!(message.header("Bcc").is_none());
        harmless("subject", message.subject().unwrap());
        harmless("letter", &message.body_text(0).unwrap());
        let page = message.body_html(0).unwrap();
        harmless("page", &page);
        assert!(!page.contains("<img src=x"), "{page}");
    }
}

/// Every cell of every workbook that was written is text or number, no formula of ours.
fn workbooks(folder: &Folder) {
    let written = files(&folder.dir().join("out"));
    let books = written
        .iter()
        .filter(|path| path.extension() == Some(OsStr::new("xlsx")));
    let mut seen = 0;
    for path in books {
        let mut book: Xlsx<_> = calamine::open_workbook(path).unwrap();
        for (sheet, range) in book.worksheets() {
            seen += 1;
            for cell in range.used_cells() {
                if let (_, _, Data::String(text)) = cell {
                    harmless(&sheet, text);
                    assert!(!text.starts_with(['=', '@']), "{sheet}: {text}");
                }
            }
            let formulas = book.worksheet_formula(&sheet).unwrap();
            for (_, _, formula) in formulas.used_cells() {
                assert!(!formula.contains("cmd"), "{formula}");
            }
        }
    }
    assert!(seen > 3);
}

fn harmless(place: &str, text: &str) {
    let harmful = |letter: char| {
        (letter.is_control() && !matches!(letter, '\n' | '\r' | '\t'))
            || matches!(letter, '\u{202E}' | '\u{200B}' | '\u{FEFF}')
    };
    assert!(!text.contains(harmful), "{place}: {text:?}");
    assert!(!text.contains("\nBcc:"), "{place}: {text}");
}

/// The bytes of a name are what the system gives, letters or not.
#[test]
fn a_name_that_is_no_text_is_kept_apart_from_its_like() {
    let folder = Folder::with(&[NAMSOS]);
    let inbox = folder.dir().join("inbox");
    for (nth, byte) in [0xE6_u8, 0xF8].into_iter().enumerate() {
        let name = [b"lag ", &[byte][..], b".csv"].concat();
        let path = inbox.join(OsStr::from_bytes(&name));
        std::fs::write(path, format!("Dato;{nth}")).unwrap();
    }
    assert_eq!(folder.run()["files_new"], 2);
    assert!(folder.inbox().is_empty());
    assert_eq!(folder.run()["files_again"], 0);
}
