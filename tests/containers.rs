//! Forms in messages and archives: counted like others, and named where they stood.

use std::fs;
use std::io::{Cursor, Write};
use std::process::Command;

use samlerapport_ingest::FormId;
use serde_json::{Value as Json, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::folder::{Folder, PROGRAM, files, form_of, said};

const NAMSOS: (&str, &str) = ("1", "Samtalen Namsos");
const FORMS: [FormId; 4] = [
    FormId::AnnualReport,
    FormId::MeetingPlace,
    FormId::Activities,
    FormId::PeerSupporters,
];

/// The four forms of a chapter in one archive, in a folder.
fn packed() -> Vec<u8> {
    let forms = FORMS.map(|form| {
        let name = format!("Namsos/{}.xlsx", form.key());
        (name, form_of(NAMSOS.1, form, 3))
    });
    zip(&forms
        .each_ref()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice())))
}

/// An archive of these files.
pub(crate) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_zip_counts_like_its_files_and_each_is_named() {
    let alone = Folder::with(&[NAMSOS]);
    alone.drop_all(NAMSOS.1, 3);
    let packed_up = Folder::with(&[NAMSOS]);
    packed_up.drop_file("alt.zip", &packed());
    let (one, other) = (alone.run(), packed_up.run());
    assert_eq!(one["headline"], other["headline"]);
    let name = "aktiviteter.xlsx i Namsos i alt.zip";
    let workbook = packed_up.workbook("likepersonsarbeid-2025.xlsx");
    let named = |sheet: &str| workbook[sheet].iter().flatten().any(|cell| cell == name);
    assert!(named("Kilder") && named("Aktiviteter"), "{workbook:?}");
    let traced = packed_up.ask(&["trace", "--file", "alt.zip"]);
    let lines = traced.as_array().unwrap();
    assert!(lines.iter().any(|line| line["file"] == name), "{traced}");
}

#[test]
#[ignore = "needs python3"]
fn a_message_by_another_program_is_opened() {
    let folder = Folder::with(&[NAMSOS]);
    let home = folder.dir().join("post");
    fs::create_dir(&home).unwrap();
    for form in FORMS {
        let bytes = form_of(NAMSOS.1, form, 3);
        fs::write(home.join(format!("{} på Røst.xlsx", form.key())), bytes).unwrap();
    }
    let script = "
import sys, pathlib
from email.message import EmailMessage
from email.policy import SMTP
home = pathlib.Path(sys.argv[1])
inner = EmailMessage(policy=SMTP)
inner['From'], inner['Subject'] = 'Laget på Røst <laget@lag.example>', 'Årets skjemaer'
inner.set_content('Her er skjemaene for året.')
for file in sorted(home.iterdir()):
    inner.add_attachment(file.read_bytes(), maintype='application', subtype='octet-stream', filename=file.name)
outer = EmailMessage(policy=SMTP)
outer['From'], outer['Subject'] = 'randi@samtalen.example', 'Fwd: Årets skjemaer'
outer.set_content('Se under.')
outer.add_attachment(inner)
(home / 'post.eml').write_bytes(bytes(outer))
";
    let made = Command::new("python3")
        .args(["-c", script])
        .arg(&home)
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", said(&made));
    let judged = check(&home.join("post.eml"));
    let listed = judged["files"].as_array().unwrap();
    assert_eq!(listed.len(), FORMS.len(), "{judged}");
    for file in listed {
        assert_eq!(file["file"], "post.eml");
        assert_eq!(file["claimed_sender"], "laget@lag.example");
        let part = file["part"].as_str().unwrap();
        let form = file["form"].as_str().unwrap();
        assert!(
            part.starts_with(&format!("{form} på Røst.xlsx i ")),
            "{part}"
        );
    }
    assert_eq!(files(&home).len(), FORMS.len() + 1);
}

fn check(path: &std::path::Path) -> Json {
    let output = Command::new(PROGRAM)
        .args(["check", "--format", "json", "--today", "2026-06-01"])
        .arg(path)
        .output()
        .unwrap();
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| json!(said(&output)))
}
