//! A row that is left out changes nothing for the others.

use proptest::prelude::*;
use samlerapport_ingest::FormId;

use super::stage::{Stage, row};

/// A few values for each cell, so that many rows are alike or nearly so.
const CHOICES: [&[&str]; 6] = [
    &[
        "dato=14.01.2025",
        "dato=15.01.2025",
        "dato=14.01.2025-15.01.2025",
    ],
    &["fra=18:00", "fra=12:00 | til=14:00", "fra=19:30"],
    &[
        "leder=Åse Bråthen",
        "leder=Tønnes Moe",
        "leder=Kari Lund",
        "leder=",
    ],
    &["tema=Sorg og savn", "tema=Angst", "tema="],
    &[
        "aktivitet=Samtalegruppe",
        "aktivitet=Turgruppe",
        "aktivitet=Kurs for likepersoner",
    ],
    &["deltakere=7", "deltakere=3", "deltakere=2", "deltakere=2-4"],
];

const EXCLUDED: [&str; 5] = [
    "aktivitet=Årsmøte | tema=Valg og regnskap",
    "deltakere=2",
    "dato=14.01.2024",
    "sted=København",
    "til=18:20",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_excluded_row_changes_no_other(
        rows in proptest::collection::vec(a_row(), 1..7),
        excluded in proptest::sample::select(&EXCLUDED[..]),
        at in any::<proptest::sample::Index>(),
    ) {
        let at = at.index(rows.len() + 1);
        let mut more = rows.clone();
        more.insert(at, row(excluded));
        let mut with = fates(&more);
        let (_, left_out) = with.remove(at);
        prop_assert!(left_out.starts_with("excluded"), "{}", left_out);
        prop_assert_eq!(with, fates(&rows));
    }
}

fn a_row() -> impl Strategy<Value = String> {
    let cells: Vec<_> = CHOICES
        .iter()
        .map(|cells| proptest::sample::select(*cells))
        .collect();
    cells.prop_map(|cells| row(&cells.join(" | ")))
}

/// Each row's text with its fate and reasons, in the order given.
fn fates(rows: &[String]) -> Vec<(String, String)> {
    let mut stage = Stage::new();
    let texts: Vec<&str> = rows.iter().map(String::as_str).collect();
    stage.deliver(FormId::Activities, "", &texts);
    let hearing = stage.hear();
    let judged = &hearing.forms.last().unwrap().rows;
    let fates = judged.iter().map(|judged| {
        let reasons: Vec<_> = judged.reasons.iter().map(|rule| rule.name).collect();
        format!("{} {reasons:?}", judged.fate.key())
    });
    rows.iter().cloned().zip(fates).collect()
}
