//! A scanned page beside a form shows its signature, and is no form of its own.

use std::process::Command;

use samlerapport_ingest::{FormId, blank};
use serde_json::Value as Json;

use crate::containers::zip;
use crate::folder::{Folder, PROGRAM, sound};

const NAMSOS: (&str, &str) = ("1", "Samtalen Namsos");
const PAGE: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/// A folder with all forms of a chapter; the annual report is signed by a typed name.
fn with_a_typed_signature(report: &str) -> Folder {
    let folder = Folder::with(&[NAMSOS]);
    folder.drop_all(NAMSOS.1, 3);
    std::fs::remove_file(folder.dir().join("inbox/Samtalen Namsos arsrapport.xlsx")).unwrap();
    folder.drop_file(report, &annual_report());
    folder
}

fn annual_report() -> Vec<u8> {
    let mut filling = sound(NAMSOS.1, FormId::AnnualReport, 0);
    for block in &mut filling.signatures {
        block.picture = false;
        block.typed = Some("Åse Øygard Namsos".to_owned());
    }
    blank::write(FormId::AnnualReport, &filling).unwrap()
}

#[test]
fn a_page_counts_for_the_form_beside_it_and_no_other() {
    for (page, counts) in [
        ("lag/Namsos årsrapport.pdf", true),
        ("lag/namsos ÅRSRAPPORT.PDF", true),
        ("lag/A\u{30A}rsrapport.pdf", false),
        ("Namsos årsrapport.pdf", false),
        ("annet/Namsos årsrapport.pdf", false),
        ("lag/Namsos årsrapport 2.pdf", false),
        ("lag/Namsos årsrapport - signert.pdf", true),
        (
            "lag/Namsos A\u{30A}RSRAPPORT_underskrift (side 2).pdf",
            true,
        ),
    ] {
        let folder = with_a_typed_signature("lag/Namsos årsrapport.xlsx");
        folder.drop_file(page, PAGE);
        assert_eq!(
            folder.figure("chapters_counted"),
            u64::from(counts),
            "{page}"
        );
        let told = folder.letters();
        let asked = told
            .iter()
            .any(|letter| letter.text.contains("Filer vi ikke vet"));
        assert_eq!(asked, !counts, "{page}: {told:?}");
    }
}

#[test]
fn a_page_and_its_form_may_come_one_after_the_other() {
    let folder = with_a_typed_signature("Namsos.xlsx");
    assert_eq!(folder.figure("chapters_counted"), 0);
    folder.drop_file("Namsos.png", b"\x89PNG\r\n\x1A\n....");
    assert_eq!(folder.figure("chapters_counted"), 1);
    let traced = folder.ask(&["trace", "--file", "Namsos.png"]);
    let lines = traced.as_array().unwrap();
    assert!(
        lines.iter().all(|line| line["file"] == "Namsos.xlsx"),
        "{traced}"
    );
    assert!(!lines.is_empty());

    let folder = Folder::with(&[NAMSOS]);
    folder.drop_all(NAMSOS.1, 3);
    std::fs::remove_file(folder.dir().join("inbox/Samtalen Namsos arsrapport.xlsx")).unwrap();
    folder.drop_file("Namsos.pdf", PAGE);
    assert_eq!(folder.figure("chapters_counted"), 0);
    folder.drop_file("Namsos.xlsx", &annual_report());
    assert_eq!(folder.figure("chapters_counted"), 1);
}

#[test]
fn a_page_that_comes_days_later_joins_the_form_that_waits_for_it() {
    for (form, page, counts) in [
        ("Namsos.xlsx", "Namsos.pdf", true),
        ("Namsos.xlsx", "namsos signert.jpg", true),
        (
            "Namsos/Årsrapport.xlsx",
            "Namsos/A\u{30A}rsrapport side 2.png",
            true,
        ),
        // The name tells no chapter, so the page may be anybody's.
        ("Årsrapport.xlsx", "Årsrapport.pdf", false),
        ("Namsos.xlsx", "Namsos 2.pdf", false),
    ] {
        let mut folder = with_a_typed_signature(form);
        assert_eq!(folder.figure("chapters_counted"), 0);
        folder.today("2026-06-05");
        folder.drop_file(page, PAGE);
        let counted = folder.figure("chapters_counted");
        assert_eq!(counted, u64::from(counts), "{form}, {page}");
        let asked = folder.letters();
        let mut asked = asked.iter().map(|letter| &letter.text);
        let stray = asked.any(|text| text.contains("Filer vi ikke vet"));
        assert_eq!(stray, !counts, "{form}, {page}");
    }
}

#[test]
fn a_later_page_adds_nothing_to_a_form_that_is_signed() {
    let mut folder = Folder::with(&[NAMSOS]);
    folder.drop_all(NAMSOS.1, 3);
    assert_eq!(folder.figure("chapters_counted"), 1);
    folder.today("2026-06-05");
    folder.drop_file("Samtalen Namsos arsrapport.pdf", PAGE);
    folder.run();
    let letters = folder.letters();
    let stray = |text: &str| text.contains("Filer vi ikke vet");
    assert!(letters.iter().any(|letter| stray(&letter.text)));
}

#[test]
fn a_page_beside_a_zip_is_for_the_form_in_it() {
    for (page, counts) in [
        ("Årsrapport for Namsos.pdf", true),
        ("Alt fra Namsos signert.pdf", true),
        ("Noe annet.pdf", false),
    ] {
        let folder = with_a_typed_signature("borte.xlsx");
        std::fs::remove_file(folder.dir().join("inbox/borte.xlsx")).unwrap();
        let form = annual_report();
        folder.drop_file(
            "Alt fra Namsos.zip",
            &zip(&[("skjema/Årsrapport for Namsos.xlsx", &form)]),
        );
        folder.drop_file(page, PAGE);
        let counted = folder.figure("chapters_counted");
        assert_eq!(counted, u64::from(counts), "{page}");
        let traced = folder.ask(&["trace", "--file", "Årsrapport for Namsos.xlsx"]);
        let lines = traced.as_array().unwrap();
        assert_eq!(
            lines[0]["file"],
            "Årsrapport for Namsos.xlsx i skjema i Alt fra Namsos.zip"
        );
    }
}

#[test]
fn a_page_is_checked_with_its_form() {
    let folder = tempfile::tempdir().unwrap();
    let form = folder.path().join("Namsos.xlsx");
    let page = folder.path().join("Namsos.pdf");
    std::fs::write(&form, annual_report()).unwrap();
    std::fs::write(&page, PAGE).unwrap();
    for (files, wanted) in [
        (vec![&form], vec!["typed"]),
        (vec![&form, &page], vec!["scan"]),
        (vec![&page, &form], vec!["scan"]),
        (vec![&page], vec![]),
    ] {
        let output = Command::new(PROGRAM)
            .args([
                "check",
                "--format",
                "json",
                "--values",
                "--today",
                "2026-06-01",
            ])
            .args(&files)
            .output()
            .unwrap();
        let judged: Json = serde_json::from_slice(&output.stdout).unwrap();
        let listed = judged["files"].as_array().unwrap();
        assert_eq!(listed.len(), 1, "{judged}");
        let signatures = listed[0]["signatures"].as_array();
        let first = signatures.and_then(|all| all.first());
        let evidence: Vec<&str> = first
            .iter()
            .map(|one| one["evidence"].as_str().unwrap())
            .collect();
        assert_eq!(evidence, wanted, "{files:?}");
    }
}
