//! How cells are named, as a table.

use samlerapport_ingest::Place;
use samlerapport_validate::Verdict;

use super::*;
use crate::samples;

/// Names the spots of an activities form with these sheets.
fn told(sheets: &[&str], spots: &[Spot]) -> String {
    let mut form = samples::form(FormId::Activities, "a.xlsx", Verdict::Returned, Vec::new());
    form.sheets = sheets.iter().map(ToString::to_string).collect();
    places(&form, spots, Language::Bokmal)
}

fn spot(sheet: u16, row: u32, column: u16, field: Option<Field>) -> Spot {
    Spot {
        place: Place { sheet, row, column },
        field,
    }
}

#[test]
fn cells_are_named_by_column_and_by_sheet() {
    let date = Some(Field::Date);
    for (sheets, spots, wanted) in [
        (&["Ark1"][..], vec![], ""),
        (&["Ark1"], vec![spot(0, 9, 3, None)], "celle C9"),
        (
            &["Ark1"],
            vec![
                spot(0, 7, 1, date),
                spot(0, 9, 1, date),
                spot(0, 12, 1, date),
            ],
            "Dato, celle A7, A9 og A12",
        ),
        (
            &["Ark1"],
            vec![spot(0, 7, 1, date), spot(0, 7, 7, Some(Field::Theme))],
            "Dato, celle A7; Tema, celle G7",
        ),
        (
            &["Vår", "Høst"],
            vec![
                spot(0, 7, 1, date),
                spot(1, 8, 1, date),
                spot(1, 9, 1, date),
            ],
            "arket «Vår», Dato, celle A7; arket «Høst», Dato, celle A8 og A9",
        ),
        (
            &["Ark1"],
            vec![
                spot(0, 7, 1, date),
                spot(0, 9, 1, date),
                spot(0, 10, 1, date),
                spot(0, 11, 1, date),
                spot(0, 12, 1, date),
            ],
            "Dato, celle A7 og A9–A12",
        ),
        (
            &["Ark1"],
            // The same cell twice is one place to look.
            vec![spot(0, 7, 1, date), spot(0, 7, 1, date)],
            "Dato, celle A7",
        ),
        // Form 3 has no such field: the cell alone is told.
        (
            &["Ark1"],
            vec![spot(0, 4, 2, Some(Field::Members))],
            "celle B4",
        ),
    ] {
        assert_eq!(told(sheets, &spots), wanted);
    }
}

#[test]
fn many_cells_are_counted_after_the_twelfth() {
    let every_other = samples::spots(1, Field::Date, (10..40).step_by(2));
    let told = told(&["Ark1"], &every_other);
    assert!(told.starts_with("Dato, celle A10, A12, "), "{told}");
    assert!(told.ends_with("A30, A32 og 3 til"), "{told}");
}

#[test]
fn a_sheet_cannot_steer_the_letter() {
    let told = told(
        &["A\u{202e}B\nC", &"x".repeat(60)],
        &[spot(0, 1, 1, None), spot(1, 1, 1, None)],
    );
    assert!(
        told.starts_with("arket «A B C», celle A1; arket «xxx"),
        "{told}"
    );
    assert!(told.chars().count() < 80, "{told}");
}
