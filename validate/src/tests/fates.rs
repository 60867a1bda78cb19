//! What becomes of rows.

use samlerapport_ingest::FormId;

use super::stage::{Stage, row, rows};
use crate::settings::TwoGroups;

/// Hears form 3 with these rows, each a sound row with some cells changed.
fn check(changes: &[&str], expected: &[&str]) {
    check_as(|_| {}, changes, expected);
}

fn check_as(prepare: impl Fn(&mut Stage), changes: &[&str], expected: &[&str]) {
    let mut stage = Stage::new();
    prepare(&mut stage);
    let texts: Vec<String> = changes.iter().map(|changes| row(changes)).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    stage.deliver(FormId::Activities, "", &texts);
    assert_eq!(
        rows(&stage.hear(), FormId::Activities),
        expected,
        "{changes:?}"
    );
}

#[test]
fn a_group_needs_three_and_45_minutes() {
    for (changes, expected) in [
        ("", "counted"),
        ("deltakere=3", "counted"),
        ("deltakere=2", "excluded too_few_participants"),
        ("deltakere=2-4", "waiting needs_adviser"),
        ("deltakere=", "waiting needs_adviser"),
        ("deltakere=!mange", "waiting needs_adviser"),
        ("deltakere=10-12", "counted"),
        ("til=18:45", "counted"),
        ("til=18:44", "excluded too_short"),
        (
            "til=18:40 | deltakere=2",
            "excluded too_few_participants too_short",
        ),
        ("leder=", "waiting needs_adviser"),
        ("leder=-", "waiting needs_adviser"),
    ] {
        check(&[changes], &[expected]);
    }
}

#[test]
fn a_row_needs_a_day_and_a_length() {
    for (changes, expected) in [
        ("dato=", "incomplete date_or_duration_missing"),
        ("dato=hver tirsdag", "incomplete date_or_duration_missing"),
        ("dato=!31.02.2025", "incomplete date_or_duration_missing"),
        ("dato=?5-6", "incomplete two_readings"),
        ("til=", "incomplete date_or_duration_missing"),
        ("fra= | til=", "incomplete date_or_duration_missing"),
        ("fra= | til= | minutter=120", "counted"),
        ("til= | minutter=120", "counted"),
        ("minutter=120", "counted"),
        ("minutter=135", "counted"),
        ("minutter=240", "waiting needs_adviser"),
        ("minutter=#VALUE!", "counted duration_not_understood"),
        ("fra= | minutter=#VALUE!", "incomplete formula_error"),
        ("deltakere=#REF!", "incomplete formula_error"),
        ("fra=22:00 | til=01:00", "counted"),
        ("dato=14.01.2024", "excluded outside_basis_year"),
        (
            "dato=30.12.2025-02.01.2026",
            "counted partly_outside_basis_year",
        ),
        (
            "dato=hver tirsdag | deltakere=2",
            "excluded too_few_participants date_or_duration_missing",
        ),
    ] {
        check(&[changes], &[expected]);
    }
}

#[test]
fn a_leader_is_listed_with_address_and_telephone() {
    for (changes, expected) in [
        ("leder=Bråthen, Åse", "counted"),
        ("leder=Å. Bråthen", "counted"),
        ("leder=Kari Lund", "waiting leader_not_listed"),
        ("leder=Kari Lund og Tønnes Moe", "counted"),
    ] {
        check(&[changes], &[expected]);
    }
}

#[test]
fn the_same_activity_counts_once() {
    check(&["", ""], &["counted", "excluded duplicate"]);
    check(
        &["", "tema=", ""],
        &[
            "counted",
            "excluded duplicate theme_missing",
            "excluded duplicate",
        ],
    );
    // What is excluded takes nobody's place.
    check(
        &["deltakere=2", ""],
        &["excluded too_few_participants", "counted"],
    );
    check(
        &["leder=", ""],
        &["excluded duplicate needs_adviser", "counted"],
    );
    // Two rooms at once, each with its own leader and theme.
    check(
        &["", "leder=Tønnes Moe | tema=Angst"],
        &["counted", "counted"],
    );
    check(
        &["", "leder=Tønnes Moe"],
        &["excluded duplicate", "counted"],
    );
    check(
        &["", "fra=12:00 | til=14:00"],
        &["waiting same_day_open", "counted"],
    );
    check(
        &["", "fra=12:00 | til=14:00 | leder=Tønnes Moe"],
        &["counted", "counted"],
    );
}

#[test]
fn two_groups_on_a_day_are_as_the_organisation_says() {
    let changes = ["", "fra=12:00 | til=14:00 | leder=Tønnes Moe"];
    let again = ["", "fra=12:00 | til=14:00"];
    let set = |two_groups| move |stage: &mut Stage| stage.settings.two_groups_one_day = two_groups;
    check_as(
        set(TwoGroups::One),
        &changes,
        &["excluded duplicate", "counted"],
    );
    check_as(set(TwoGroups::Two), &again, &["counted", "counted"]);
}

#[test]
fn a_meeting_place_reported_twice_counts_once() {
    let mut stage = Stage::new();
    stage.deliver(
        FormId::MeetingPlace,
        "møteplass=Åpen dør",
        &[&row("aktivitet=")],
    );
    let named = row("aktivitet=Møteplassen Åpen dør | tema=Vinter");
    let themed = row("aktivitet=Kveld med prat");
    let other = row("aktivitet=Turgruppe | tema=Bevegelse | leder=Tønnes Moe");
    stage.deliver(FormId::Activities, "", &[&named, &themed, &other]);
    let hearing = stage.hear();
    assert_eq!(rows(&hearing, FormId::MeetingPlace), ["counted"]);
    assert_eq!(
        rows(&hearing, FormId::Activities),
        ["excluded duplicate", "excluded duplicate", "counted"]
    );
}

#[test]
fn the_order_of_arrival_changes_no_fate() {
    let parts = [
        (
            FormId::MeetingPlace,
            "møteplass=Åpen dør",
            row("aktivitet="),
        ),
        (FormId::Activities, "", row("aktivitet=Åpen dør")),
        (FormId::Activities, "", row("dato=15.02.2025 | fra=12:00")),
    ];
    let hear = |order: [usize; 3]| {
        let mut stage = Stage::new();
        for part in order {
            let (form, head, text) = &parts[part];
            stage.deliver(*form, head, &[text.as_str()]);
        }
        let mut told: Vec<_> = stage
            .hear()
            .forms
            .into_iter()
            .flat_map(|form| {
                form.rows
                    .into_iter()
                    .map(move |row| (form.sha256.clone(), row.fate))
            })
            .collect();
        told.sort();
        told
    };
    let first = hear([0, 1, 2]);
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        assert_eq!(hear(order), first, "{order:?}");
    }
}

#[test]
fn the_deciding_reason_explains() {
    let mut stage = Stage::new();
    stage.deliver(
        FormId::Activities,
        "",
        &[&row("deltakere=2"), &row("dato=02.02.2025")],
    );
    let hearing = stage.hear();
    let form = hearing.forms.last().unwrap();
    assert_eq!(
        form.rows[0].explanation,
        "Ikke medregnet: Antall deltakere er 2. Det skal være minst 3."
    );
    assert_eq!(
        (form.rows[0].activity_days, form.rows[1].activity_days),
        (0, 1)
    );
    assert_eq!(form.rows[1].explanation, "");
}

#[test]
fn many_cells_with_one_fault_are_one_finding() {
    let mut stage = Stage::new();
    let texts = [
        row("dato=hver tirsdag"),
        row("dato=hver onsdag"),
        row("dato="),
    ];
    stage.deliver(FormId::Activities, "", &[&texts[0], &texts[1], &texts[2]]);
    let hearing = stage.hear();
    let findings = &hearing.forms.last().unwrap().findings;
    let spots: Vec<_> = findings.iter().map(|finding| finding.spots.len()).collect();
    assert_eq!(spots, [2, 1]);
}

#[test]
fn a_blank_cell_is_pointed_at_in_its_column() {
    let mut stage = Stage::new();
    let full = "dato=14.01.2025 | deltakere=7 | leder=Åse Bråthen | fra=18:00 | til=20:00 | \
        aktivitet=Samtalegruppe | tema=Sorg | deling=Alle delte egne erfaringer";
    let blank = full
        .replace("deltakere=7", "deltakere=")
        .replace("14.01", "15.01");
    stage.deliver(FormId::Activities, "", &[full, &blank]);
    let hearing = stage.hear();
    let findings = &hearing.forms.last().unwrap().findings;
    assert_eq!(findings[0].spots[0].place.to_string(), "B11");
}
