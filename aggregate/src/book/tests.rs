//! The workbook reopened by another library.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx, open_workbook_from_rs};

use super::write;
use crate::sample::{Sample, eight};
use crate::{add_up, application, gaps};

fn bytes(sample: &Sample) -> Vec<u8> {
    let totals = add_up(&sample.basis()).unwrap();
    let gaps = gaps(&sample.basis(), &totals);
    write(&application(&sample.basis(), &totals, &gaps)).unwrap()
}

fn open(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    open_workbook_from_rs(Cursor::new(bytes)).unwrap()
}

/// The cell under a heading in the row that begins with a label.
fn under(sheet: &Range<Data>, heading: &str, label: &str) -> Data {
    let says = |cell: &Data, text: &str| matches!(cell, Data::String(found) if found == text);
    let rows: Vec<&[Data]> = sheet.rows().collect();
    let labelled = rows
        .iter()
        .rposition(|row| says(&row[0], label))
        .unwrap_or_else(|| panic!("no row {label}"));
    let above = rows[..labelled].iter().rev();
    let mut columns = above.filter_map(|row| row.iter().position(|cell| says(cell, heading)));
    let column = columns.next().unwrap_or_else(|| panic!("no {heading}"));
    rows[labelled][column].clone()
}

#[test]
fn the_summary_says_what_the_totals_say() {
    let bytes = bytes(&eight(60));
    let summary = open(&bytes).worksheet_range("Sammendrag").unwrap();
    for (heading, label, number) in [
        ("Antall", "Lokallag", 4.0),
        ("Poeng", "Lokallag", 200.0),
        ("Antall", "Likepersoner", 8.0),
        ("Poeng", "Likepersoner", 480.0),
        ("Antall", "Aktivitetsdager", 185.0),
        ("Poeng", "Aktivitetsdager", 784.0 + 800.0 + 36.0 * 4.0),
        ("Poeng", "Brutto poeng uten medlemmer", 2_758.0),
        (
            "Poeng",
            "Netto poeng uten medlemmer (gruppefaktor 1,3)",
            3_585.4,
        ),
        ("Aktivitetsdager", "Øst", 120.0),
        ("Aktivitetsdager", "I alt", 185.0),
    ] {
        assert_eq!(
            under(&summary, heading, label),
            Data::Float(number),
            "{heading}, {label}"
        );
    }
}

#[test]
fn every_formula_has_the_value_of_its_column() {
    let bytes = bytes(&eight(12));
    let mut book = open(&bytes);
    let mut formulas = 0;
    for name in book.sheet_names() {
        let values = book.worksheet_range(&name).unwrap();
        let sheet = book.worksheet_formula(&name).unwrap();
        for (row, column, formula) in sheet.used_cells() {
            let (top, left) = sheet.start().unwrap();
            let at = (
                top + u32::try_from(row).unwrap(),
                left + u32::try_from(column).unwrap(),
            );
            let told = number(values.get_value(at)).unwrap_or_else(|| panic!("{name} {formula}"));
            let worked_out = work_out(&values, formula, at);
            assert!(
                (told - worked_out).abs() < 1e-6,
                "{name}: {formula} = {told}, not {worked_out}"
            );
            formulas += 1;
        }
    }
    assert!(formulas > 40, "only {formulas} formulas");
}

/// SUM and SUBTOTAL over a range in the formula's own column, or a cell times a number.
fn work_out(values: &Range<Data>, formula: &str, (row, column): (u32, u32)) -> f64 {
    if let Some((_, factor)) = formula.split_once('*') {
        return number(values.get_value((row - 1, column))).unwrap()
            * factor.parse::<f64>().unwrap();
    }
    let range = formula
        .rsplit(['(', ','])
        .next()
        .unwrap()
        .trim_end_matches(')');
    let (first, last) = range.split_once(':').unwrap();
    let line = |cell: &str| -> u32 {
        let digits: String = cell.chars().filter(char::is_ascii_digit).collect();
        digits.parse().unwrap()
    };
    (line(first)..=line(last))
        .filter_map(|line| number(values.get_value((line - 1, column))))
        .sum()
}

fn number(cell: Option<&Data>) -> Option<f64> {
    if let Data::Float(number) = cell? {
        return Some(*number);
    }
    None
}

#[test]
fn every_row_stands_once_with_its_source() {
    let sample = eight(4);
    let bytes = bytes(&sample);
    let mut book = open(&bytes);
    let mut told: Vec<(String, u32)> = Vec::new();
    for name in [
        "Aktiviteter",
        "Likepersoner",
        "Ikke medregnet",
        "Til avklaring",
    ] {
        let sheet = book.worksheet_range(name).unwrap();
        for row in sheet.rows() {
            let [.., Data::String(file), Data::String(_), Data::Float(line)] = row else {
                continue;
            };
            told.push((file.clone(), line.to_string().parse().unwrap()));
        }
    }
    told.sort();
    let mut came: Vec<(String, u32)> = Vec::new();
    for form in sample.hearings.iter().flat_map(|hearing| &hearing.forms) {
        came.extend(
            form.rows
                .iter()
                .map(|row| (form.file.clone(), row.place.row)),
        );
    }
    // The second list that names the shared peer supporter stands behind the first.
    came.retain(|row| *row != ("6-likepersoner.xlsx".to_owned(), 20));
    came.sort();
    assert_eq!(told, came);
}

#[test]
fn a_chapters_text_never_becomes_a_formula() {
    let bytes = bytes(&eight(1));
    let waiting = open(&bytes).worksheet_range("Til avklaring").unwrap();
    let excluded = open(&bytes).worksheet_range("Ikke medregnet").unwrap();
    let told = waiting.used_cells().chain(excluded.used_cells());
    let texts: Vec<&Data> = told.map(|(_, _, cell)| cell).collect();
    assert!(texts.contains(&&Data::String("=1+1".to_owned())));
}

#[test]
fn the_same_application_gives_the_same_bytes() {
    assert_eq!(bytes(&eight(3)), bytes(&eight(3)));
}
