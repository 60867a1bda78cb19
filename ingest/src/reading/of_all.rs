//! What is said of all peer supporters at once, outside the rows: "Alle på lista er
//! ulønnet", "Ingen får betalt".

use super::grid::text;
use super::page::Page;
use super::signer;
use super::table::Table;
use crate::fold::fold_into;
use crate::form::{Field, FormId};
use crate::report::Row;
use crate::value::{Told, Value};

/// A longer text says more than this.
const LONGEST: usize = 120;
/// So many words that end with a full stop are no name.
const MOST_NAMES: usize = 5;
/// A sheet with more texts outside its rows is no plain list.
const MOST_TEXTS: usize = 100;

/// What is said, and of which year, if of one.
struct Said {
    field: Field,
    year: Option<i32>,
}

/// Gives each row that lacks an answer the one that is said of all.
pub(super) fn read(page: &Page<'_>, table: &mut Table, year: Option<i32>) {
    if page.form.id != FormId::PeerSupporters {
        return;
    }
    let mut buffer = String::new();
    let mut rows: Vec<u32> = table.rows.iter().map(|row| row.place.row).collect();
    rows.sort_unstable();
    let lines = page.grid.rows.iter();
    let lines = lines.filter(|line| rows.binary_search(&line.row).is_err());
    let cells = lines.flat_map(|line| page.grid.line(*line));
    let texts = cells.filter_map(|cell| text(cell).map(|text| (cell, text)));
    for (cell, text) in texts.take(MOST_TEXTS) {
        let Some(said) = of_all(text, &mut buffer) else {
            continue;
        };
        if said.year.is_some() && said.year != year {
            continue;
        }
        let told = Told {
            place: page.place(cell.row, cell.column),
            typed: text.into(),
            value: Some(Value::YesNo(true)),
        };
        // Where some rows answer themselves, who knows why the others do not?
        let answers = |row: &Row| row.told(said.field).is_some();
        if table.rows.iter().any(answers) {
            if !table.rows.iter().all(answers) {
                table
                    .faults
                    .push(page.not_understood(cell.row, cell.column));
            }
            continue;
        }
        for row in &mut table.rows {
            row.cells.push((said.field, told.clone()));
        }
    }
}

/// Whether a text alone among the rows of a list of people is such a sentence or another
/// one, and so no name.
pub(super) fn is_remark(page: &Page<'_>, text: &str, buffer: &mut String) -> bool {
    let sentence = text.trim_end().ends_with('.') && text.split_whitespace().count() >= MOST_NAMES;
    // "Har hatt aktivitet i 2025", over those who have.
    let numbered = text.contains(|sign: char| sign.is_ascii_digit());
    // "Ola Berg, tlf. 900 00 002" is somebody.
    let head = text.split(|sign: char| sign.is_ascii_digit() || matches!(sign, ',' | '('));
    let numbered = numbered && !head.take(1).any(signer::is_name);
    page.form.id == FormId::PeerSupporters
        && (sentence || numbered || of_all(text, buffer).is_some())
}

/// Reads the sentence. Every word has to be known: "Alle unntatt Kari" says it of some.
fn of_all(text: &str, buffer: &mut String) -> Option<Said> {
    if text.len() > LONGEST || !text.starts_with(['A', 'a', 'I', 'i', 'S', 's']) {
        return None;
    }
    fold_into(text, buffer);
    let words: Vec<&str> = buffer.split(' ').collect();
    let is = |known: &'static [&'static str]| move |word: &&str| known.contains(word);
    let (first, rest) = words.split_first()?;
    let none = is(&["ingen"])(first);
    let mut years = rest.iter().filter_map(|word| year_of(word));
    let year = years.next();
    let (paid, unpaid, not) = (is(PAID), is(UNPAID), is(NOT));
    let (active, did) = (is(ACTIVE), is(DID));
    let beside = is(BESIDE);
    let known = |word: &&str| {
        paid(word)
            || unpaid(word)
            || not(word)
            || active(word)
            || did(word)
            || beside(word)
            || year_of(word).is_some()
    };
    if !(none || is(&["alle", "samtlige"])(first))
        || !rest.iter().all(known)
        || years.next().is_some()
    {
        return None;
    }
    let has = |test: &dyn Fn(&&str) -> bool| rest.iter().any(test);
    let denied = has(&not);
    let of_pay = match (none, has(&paid), has(&unpaid)) {
        (true, true, false) | (false, false, true) => !denied,
        (false, true, _) => denied,
        _ => false,
    };
    let of_activity =
        !none && !denied && (has(&active) || (has(&did) && rest.contains(&"aktivitet")));
    match (of_pay, of_activity) {
        (true, false) => Some(Said {
            field: Field::Unpaid,
            year: None,
        }),
        (false, true) => Some(Said {
            field: Field::Active,
            year,
        }),
        _ => None,
    }
}

fn year_of(word: &str) -> Option<i32> {
    word.parse().ok().filter(|year| (2000..2100).contains(year))
}

const PAID: &[&str] = &[
    "lønn", "løn", "lønnet", "lønna", "betalt", "betaling", "honorar",
];
const UNPAID: &[&str] = &[
    "ulønnet",
    "ulønna",
    "ulønnede",
    "ulønte",
    "ulønt",
    "ubetalt",
    "ubetalte",
    "frivillige",
    "frivillig",
    "frivillege",
];
const NOT: &[&str] = &["ikke", "ikkje", "uten", "utan"];
const ACTIVE: &[&str] = &["aktive"];
const DID: &[&str] = &["hatt", "hadde", "gjennomført", "gjennomførte"];
const BESIDE: &[&str] = &[
    "paa",
    "lista",
    "listen",
    "denne",
    "av",
    "likepersonene",
    "likepersonane",
    "likepersoner",
    "likepersonar",
    "vaare",
    "disse",
    "desse",
    "som",
    "staar",
    "her",
    "er",
    "var",
    "og",
    "i",
    "aaret",
    "aar",
    "faar",
    "fær",
    "fikk",
    "fekk",
    "har",
    "mottar",
    "mottatt",
    "faatt",
    "noe",
    "noko",
    "for",
    "det",
    "de",
    "dei",
    "dem",
    "gjør",
    "gjer",
    "gjorde",
    "arbeidet",
    "arbeid",
    "jobber",
    "jobbar",
    "arbeider",
    "arbeidde",
    "jobbet",
    "innsatsen",
    "minst",
    "en",
    "ein",
    "aktivitet",
    "aktiviteter",
    "aktivitetar",
    "hos",
    "oss",
    "laget",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_all() {
        let cases = [
            ("Alle på lista er ulønnet.", "unpaid"),
            (
                "Alle er frivillige og får ikke lønn for det de gjør",
                "unpaid",
            ),
            ("Ingen av likepersonene får betalt", "unpaid"),
            ("Alle jobber uten lønn", "unpaid"),
            ("Alle hadde aktivitet i 2025", "active"),
            ("Alle er aktive", "active"),
            ("Alle unntatt Kari er ulønnet", ""),
            ("Alle får lønn", ""),
            ("Ingen får ikke betalt", ""),
            ("Ingen er aktive", ""),
            ("Alle styremedlemmer er ulønnet", ""),
            ("Alle har ikke hatt aktivitet", ""),
            ("Alle er frivillige og har hatt aktivitet", ""),
        ];
        let mut buffer = String::new();
        for (text, wanted) in cases {
            let said = of_all(text, &mut buffer).map_or("", |said| said.field.key());
            assert_eq!(said, wanted, "{text}");
        }
    }
}
