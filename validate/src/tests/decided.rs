//! A decision about a row is never lost: it follows the row, or the row is shown again.

use proptest::prelude::*;
use samlerapport_ingest::FormId;

use super::stage::{Stage, day, row, rows};
use crate::{Decided, Decision, Fate};

const SEVERAL: [&str; 4] = [
    "",
    "dato=15.02.2025 | deltakere=2-4",
    "dato=16.02.2025 | aktivitet=Stand på torget",
    "dato=17.02.2025 | tema=",
];

/// Delivers rows, decides about one of them, and delivers again.
fn decide(first: &[String], at: usize, counts: bool, again: &[String]) -> Stage {
    let mut stage = Stage::new();
    deliver(&mut stage, first);
    let hearing = stage.hear();
    let key = hearing.forms.last().unwrap().row_keys()[at].clone();
    stage
        .decisions
        .push(decision(FormId::Activities, key, counts));
    deliver(&mut stage, again);
    stage
}

fn decision(form: FormId, row: String, counts: bool) -> Decision {
    Decision {
        decided: Decided::Row { form, row, counts },
        by: "Jørn Sæterbø".to_owned(),
        on: day("05.04.2026"),
        reason: "Laget har svart.".to_owned(),
    }
}

fn deliver(stage: &mut Stage, rows: &[String]) {
    let texts: Vec<&str> = rows.iter().map(String::as_str).collect();
    stage.deliver(FormId::Activities, "", &texts);
}

fn told(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| row(text)).collect()
}

#[test]
fn a_changed_row_is_shown_again() {
    for (at, counts, change, expected) in [
        (0, false, "tema=Angst", "waiting changed_after_decision"),
        (0, false, "deltakere=9", "waiting changed_after_decision"),
        // What is right about the row now needs nobody's decision.
        (1, true, "dato=15.02.2025 | deltakere=5", "counted"),
    ] {
        let mut again = told(&SEVERAL);
        again[at] = row(change);
        let stage = decide(&told(&SEVERAL), at, counts, &again);
        let fates = rows(&stage.hear(), FormId::Activities);
        assert_eq!(fates[SEVERAL.len() + at], expected, "{change}");
        let others = (0..SEVERAL.len()).filter(|other| *other != at);
        for other in others {
            assert_eq!(fates[SEVERAL.len() + other], fates[other], "{change}");
        }
    }
}

#[test]
fn a_stand_that_was_let_count_is_shown_again_when_it_has_changed() {
    let mut again = told(&SEVERAL);
    again[2] = row(&format!("leder=Tønnes Moe | {}", SEVERAL[2]));
    again.push(row("dato=18.02.2025"));
    let stage = decide(&told(&SEVERAL), 2, true, &again);
    let fates = rows(&stage.hear(), FormId::Activities);
    let changed = &fates[SEVERAL.len() + 2];
    assert!(
        changed.starts_with("waiting") && changed.ends_with("changed_after_decision"),
        "{changed}"
    );
}

#[test]
fn a_row_that_the_chapter_is_asked_about_is_not_shut_out_too() {
    let mut stage = Stage::new();
    deliver(&mut stage, &told(&SEVERAL));
    let row = stage.hear().forms.last().unwrap().row_keys()[2].clone();
    let form = FormId::Activities;
    stage.decide(Decided::Ask { form, row });
    let fates = rows(&stage.hear(), FormId::Activities);
    assert_eq!(fates[2], "waiting asked_by_adviser");
}

#[test]
fn a_row_of_a_meeting_place_that_moved_to_another_day_is_shown_again() {
    let mut stage = Stage::new();
    stage.deliver(FormId::MeetingPlace, PLACE, &[&row("aktivitet=")]);
    let key = stage.hear().forms.last().unwrap().row_keys()[0].clone();
    stage
        .decisions
        .push(decision(FormId::MeetingPlace, key, false));
    let moved = row("dato=21.01.2025 | aktivitet=");
    stage.deliver(FormId::MeetingPlace, PLACE, &[&moved]);
    assert_eq!(
        rows(&stage.hear(), FormId::MeetingPlace),
        ["excluded decided_against", "waiting changed_after_decision"]
    );
}

const PLACE: &str = "møteplass=Åpen dør";

#[test]
fn another_row_is_not_taken_for_the_one_that_was_decided_about() {
    // The row is gone; a new one on another day has another theme.
    let mut again = told(&SEVERAL);
    again[0] = row("dato=21.01.2025 | tema=Angst");
    let stage = decide(&told(&SEVERAL), 0, false, &again);
    let fates = rows(&stage.hear(), FormId::Activities);
    assert!(
        fates
            .iter()
            .all(|fate| !fate.contains("changed_after_decision")),
        "{fates:?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_decision_follows_its_row_or_is_asked_for_again(
        at in 0..SEVERAL.len(),
        counts in any::<bool>(),
        order in Just(vec![0_usize, 1, 2, 3]).prop_shuffle(),
        change in proptest::sample::select(&["", "leder=Tønnes Moe", "deltakere=11", "sted=Løten"][..]),
    ) {
        let changed = |index: usize| {
            let text = SEVERAL[index];
            row(&if index == at && !change.is_empty() { format!("{change} | {text}") } else { text.to_owned() })
        };
        let again: Vec<String> = order.iter().map(|index| changed(*index)).collect();
        let stage = decide(&told(&SEVERAL), at, counts, &again);
        let hearing = stage.hear();
        let place = order.iter().position(|index| *index == at).unwrap();
        let judged = &hearing.forms.last().unwrap().rows[place];
        if change.is_empty() {
            prop_assert!(judged.decided);
            prop_assert_eq!(judged.fate == Fate::Excluded, !counts);
        } else {
            let asked = judged.reasons.iter().any(|rule| rule.name == "changed_after_decision");
            prop_assert!(!judged.decided);
            // Where it gives less than before, the older form with the decided row stands.
            let held = hearing.forms.last().unwrap().held_by.iter().any(|rule| rule.name == "worse_delivery");
            let counted = judged.fate == Fate::Counted;
            prop_assert!(asked || held || counts && counted, "{:?}", judged);
        }
    }
}
