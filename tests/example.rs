//! The example organisation of the demo, heard chapter by chapter.

use std::collections::{BTreeMap, BTreeSet};

use samlerapport_fixtures::{Organisation, Scene, organisation};
use samlerapport_validate::{Accepted, Fate, Hearing, Verdict};

use crate::scene::hear;

#[test]
fn the_example_looks_like_a_year_of_real_life() {
    let hearings = hear(&scene(organisation().unwrap()));
    let accepted: Vec<_> = hearings.iter().filter_map(Accepted::of).collect();
    let days: usize = accepted.iter().map(|chapter| chapter.days().len()).sum();
    let people: BTreeSet<_> = accepted
        .iter()
        .flat_map(Accepted::people)
        .map(|person| &person.folded_name)
        .collect();
    let chapters = accepted
        .iter()
        .filter(|chapter| chapter.counted().is_some())
        .count();
    let said = said(&hearings);
    println!(
        "{days} days, {} people, {chapters} chapters\n{said:#?}",
        people.len()
    );
    // The organisation is made by hand: a day more or fewer is judged otherwise than before.
    assert_eq!(days, 776, "activity days");
    assert_eq!(people.len(), 167, "peer supporters");
    assert!((33..=37).contains(&chapters), "{chapters} chapters count");
    let forms: Vec<_> = hearings.iter().flat_map(|hearing| &hearing.forms).collect();
    let fine = forms
        .iter()
        .filter(|form| form.verdict <= Verdict::AcceptedWithRemarks);
    let share = fine.count() * 100 / forms.len();
    assert!(
        (80..=95).contains(&share),
        "{share} per cent of the forms are accepted"
    );
    for fate in [
        Fate::Counted,
        Fate::Waiting,
        Fate::Incomplete,
        Fate::Excluded,
    ] {
        let mut rows = forms.iter().flat_map(|form| &form.rows);
        assert!(rows.any(|row| row.fate == fate), "no row is {}", fate.key());
    }
}

/// How many forms, rows and chapters each rule speaks of.
fn said(hearings: &[Hearing]) -> BTreeMap<&str, usize> {
    let mut said = BTreeMap::new();
    for hearing in hearings {
        let forms = hearing.forms.iter().flat_map(|form| &form.findings);
        for finding in hearing.findings.iter().chain(forms) {
            *said.entry(finding.rule.name).or_default() += finding.spots.len().max(1);
        }
    }
    said
}

/// The organisation on the demo's day, with the demo's choices.
fn scene(organisation: Organisation) -> Scene {
    Scene {
        register: organisation.register,
        basis_year: organisation.basis_year,
        today: organisation.today,
        files: organisation.files,
        signature_seen: Vec::new(),
        decided: Vec::new(),
        on_paper: Vec::new(),
        settings: vec![(
            "bevis arsrapport".to_owned(),
            "bilde, skann, digital".to_owned(),
        )],
    }
}
