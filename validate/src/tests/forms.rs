//! Verdicts, what holds a form, and faults that no file shows at will.

use samlerapport_ingest::{Evidence, FaultKind, FormId};

use super::stage::{Stage, fault, row};
use crate::Accepted;
use crate::hearing::{Hearing, Verdict};

#[test]
fn a_fault_of_the_file_has_a_sentence_of_its_own() {
    for (kind, expected) in [
        (FaultKind::Empty, "file_empty"),
        (FaultKind::Encrypted, "file_encrypted"),
        (FaultKind::Damaged, "file_damaged"),
        (FaultKind::TooLarge, "file_too_large"),
        (FaultKind::GaveUp, "file_gave_up"),
        (FaultKind::FormNotRecognised, "form_not_recognised"),
        (
            FaultKind::FormUncertain(FormId::Activities, FormId::Visits),
            "form_uncertain",
        ),
        (FaultKind::TableNotFound, "form_not_recognised"),
    ] {
        let mut stage = Stage::new();
        stage.unreadable(kind);
        let hearing = stage.hear();
        assert_eq!(last_findings(&hearing), [expected]);
        assert_eq!(hearing.forms.last().unwrap().verdict, Verdict::Returned);
    }
}

#[test]
fn a_fault_beside_the_rows_is_told() {
    let sheet = FaultKind::SheetUnreadable {
        sheet: "Ark2".to_owned(),
    };
    for (kind, expected, verdict) in [
        (sheet, "sheet_unreadable", Verdict::AcceptedWithRemarks),
        (
            FaultKind::TableNotFound,
            "table_not_found",
            Verdict::Returned,
        ),
    ] {
        let mut stage = Stage::new();
        let delivery = stage.deliver(FormId::Activities, "", &[&row("")]);
        delivery.reading.faults.push(fault(kind));
        let hearing = stage.hear();
        assert_eq!(last_findings(&hearing), [expected]);
        assert_eq!(hearing.forms.last().unwrap().verdict, verdict);
    }
}

#[test]
fn what_holds_a_form_leaves_the_rows_their_fate() {
    let mut stage = Stage::new();
    stage.deliveries.remove(1);
    stage.deliver(FormId::Activities, "", &[&row("")]);
    let hearing = stage.hear();
    let form = hearing.forms.last().unwrap();
    assert_eq!(form.rows[0].fate.key(), "counted");
    assert_eq!(form.verdict, Verdict::Waiting);
    assert!(!form.in_totals(&form.rows[0]));
    assert_eq!(Accepted::of(&hearing).unwrap().days(), []);
}

#[test]
fn a_chapter_counts_what_stands() {
    let mut stage = Stage::new();
    let texts = [row("dato=30.12.2025-02.01.2026"), row("deltakere=2")];
    stage.deliver(FormId::Activities, "", &[&texts[0], &texts[1]]);
    let accepted = Accepted::of(&stage.hear()).unwrap();
    assert_eq!(accepted.counted().unwrap().members, 40);
    let days: Vec<_> = accepted
        .days()
        .iter()
        .map(|day| day.date.to_string())
        .collect();
    assert_eq!(days, ["2025-12-30", "2025-12-31"]);
    let people: Vec<_> = accepted
        .people()
        .iter()
        .map(|person| person.name.as_str())
        .collect();
    assert_eq!(people, ["Åse Bråthen", "Tønnes Moe"]);
}

#[test]
fn an_unsigned_annual_report_leaves_the_activities_alone() {
    let mut stage = Stage::new();
    let report = stage.deliveries[0].reading.report.as_mut().unwrap();
    report.signatures[0].evidence = Evidence::None;
    stage.deliver(FormId::Activities, "", &[&row("")]);
    let accepted = Accepted::of(&stage.hear()).unwrap();
    assert_eq!(accepted.counted(), None);
    assert_eq!(accepted.days().len(), 1);
}

#[test]
fn a_form_for_another_year_is_told_of_once() {
    let mut stage = Stage::new();
    stage.settings.deadline = super::stage::day("01.04.2026");
    stage.deliver(FormId::MeetingPlace, "møteplass=Åpen dør", &[&row("")]);
    stage.deliver(FormId::Activities, "år=2024", &[&row("dato=14.01.2024")]);
    let hearing = stage.hear();
    assert_eq!(hearing.findings, []);
    assert_eq!(last_findings(&hearing), ["wrong_basis_year"]);
    assert_eq!(Accepted::of(&hearing).unwrap().days().len(), 1);
}

fn last_findings(hearing: &Hearing) -> Vec<&'static str> {
    let findings = &hearing.forms.last().unwrap().findings;
    findings.iter().map(|finding| finding.rule.name).collect()
}
