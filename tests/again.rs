//! A run that is killed at any point, and started again, ends where an undisturbed one ends.

use std::thread;
use std::time::Instant;

use crate::folder::{Folder, Letter};

const CHAPTERS: [(&str, &str); 6] = [
    ("1", "Samtalen Namsos"),
    ("2", "Samtalen Bodø"),
    ("3", "Samtalen Røros"),
    ("4", "Samtalen Førde"),
    ("5", "Samtalen Ås"),
    ("6", "Samtalen Vadsø"),
];

fn dropped() -> Folder {
    let folder = Folder::with(&CHAPTERS);
    for (index, (_, name)) in CHAPTERS.iter().enumerate() {
        folder.drop_all(name, 20 + u32::try_from(index).unwrap());
    }
    folder
}

/// What matters of the letters: who was told what. Numbers differ between ledgers.
fn told(letters: &[Letter]) -> Vec<(Vec<String>, String, String)> {
    let mut told: Vec<_> = letters
        .iter()
        .map(|letter| {
            let text = letter.text.lines().filter(|line| !line.contains('/'));
            (letter.to.clone(), letter.subject.clone(), text.collect())
        })
        .collect();
    told.sort();
    told
}

fn kill_at(points: u32) {
    let calm = dropped();
    let begun = Instant::now();
    let expected = calm.run();
    let whole = begun.elapsed();
    let letters = told(&calm.letters());
    let workbook = calm.workbook("likepersonsarbeid-2025.xlsx");
    for point in 1..=points {
        let folder = dropped();
        let mut child = folder
            .command()
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(whole * point / (points + 1));
        // SIGKILL: nothing is tidied up. A run that was quicker has ended by itself.
        child.kill().unwrap();
        child.wait().unwrap();
        folder.run();
        let summary = folder.run();
        assert_eq!(summary["headline"], expected["headline"], "point {point}");
        assert!(folder.inbox().is_empty(), "point {point}");
        assert_eq!(told(&folder.letters()), letters, "point {point}");
        let again = folder.workbook("likepersonsarbeid-2025.xlsx");
        for sheet in ["Aktiviteter", "Likepersoner", "Ikke medregnet", "Mangler"] {
            let mut one = again[sheet].clone();
            let mut other = workbook[sheet].clone();
            one.sort();
            other.sort();
            assert_eq!(one, other, "point {point}: {sheet}");
        }
        let mut ids: Vec<String> = folder.letters().into_iter().map(|one| one.id).collect();
        let letters = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), letters, "a Message-ID twice");
    }
}

#[test]
fn killed_at_several_points() {
    kill_at(8);
}

/// The long form: by hand, or where outside judges run.
#[test]
#[ignore = "needs several minutes"]
fn killed_at_sixty_points() {
    kill_at(60);
}
