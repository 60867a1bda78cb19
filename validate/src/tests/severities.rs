//! What the settings may let count, and what then holds as for any other row.

use samlerapport_ingest::FormId;

use super::stage::{Stage, row, rows};
use crate::{Accepted, ActivityKind, Hearing, Severity, catalogue};

fn heard(lowered: &[&str], row: &str) -> Hearing {
    let mut stage = Stage::new();
    for rule in lowered {
        let severities = &mut stage.settings.severities;
        severities.insert((*rule).to_owned(), Severity::Remark);
    }
    stage.deliver(FormId::Activities, "", &[row]);
    stage.hear()
}

#[test]
fn what_the_settings_let_count_is_heard_as_any_other_row() {
    let stand = "aktivitet=Stand på torget | type=stand";
    for (rule, changes, expected) in [
        ("stand", stand, "counted stand"),
        (
            "stand",
            &format!("deltakere=2 | {stand}"),
            "excluded too_few_participants stand",
        ),
        (
            "stand",
            &format!("til=18:20 | {stand}"),
            "excluded too_short stand",
        ),
        (
            "arranged_by_others",
            "arrangør=NAV Hamar",
            "counted arranged_by_others",
        ),
        (
            "outside_norway",
            "sted=Stockholm",
            "excluded outside_norway",
        ),
        (
            "theme_missing",
            "tema= | aktivitet=Torsdagstreffet",
            "counted theme_missing",
        ),
        (
            "too_few_participants",
            "deltakere=2",
            "excluded too_few_participants",
        ),
    ] {
        let hearing = heard(&[rule], &row(changes));
        assert_eq!(rows(&hearing, FormId::Activities), [expected], "{rule}");
        let days = usize::from(expected.starts_with("counted"));
        let accepted = Accepted::of(&hearing).unwrap();
        assert_eq!(accepted.days().len(), days, "{rule}");
        // A day of no kind would stand in some of the figures and not in others.
        let kind = |day: &crate::CountedDay| day.kind != ActivityKind::None;
        assert!(accepted.days().iter().all(kind), "{rule}");
    }
}

#[test]
fn a_leader_whom_the_settings_let_pass_has_an_address_and_a_telephone() {
    let unlisted = "leder=Kari Lund";
    let contact = "adresse=Veien 3 | telefon=40000103";
    for (changes, expected) in [
        (
            unlisted.to_owned(),
            "incomplete leader_contact_missing leader_not_listed",
        ),
        (
            format!("{unlisted} | {contact}"),
            "counted leader_not_listed",
        ),
    ] {
        let hearing = heard(&["leader_not_listed"], &row(&changes));
        assert_eq!(rows(&hearing, FormId::Activities), [expected]);
    }
    let later = format!("dato=21.01.2025 | {contact}");
    let mut stage = Stage::new();
    stage.deliveries.pop();
    let severities = &mut stage.settings.severities;
    severities.insert("peer_supporters_not_delivered".to_owned(), Severity::Remark);
    stage.deliver(FormId::Activities, "", &[&row(""), &row(&later)]);
    let fates = rows(&stage.hear(), FormId::Activities);
    assert!(
        fates[0].starts_with("incomplete leader_contact_missing"),
        "{fates:?}"
    );
}

#[test]
fn what_nobody_has_read_or_somebody_has_refused_cannot_be_let_count() {
    for rule in [
        "file_damaged",
        "chapter_unknown",
        "decided_against",
        "changed_after_decision",
        "worse_delivery",
        "two_readings",
        "joint_arrangement",
    ] {
        let rule = catalogue().iter().find(|known| known.name == rule).unwrap();
        assert!(rule.refuses(Severity::Remark).is_some(), "{}", rule.name);
    }
    let hearing = heard(&["needs_adviser"], &row("deltakere="));
    assert_eq!(
        rows(&hearing, FormId::Activities),
        ["waiting needs_adviser"]
    );
}
