//! The points that a letter asks a chapter to mend, cell by cell: kept with the letter, so
//! that the next one can say what was solved since.

use samlerapport_ingest::{FormId, sha256};
use samlerapport_validate::{Finding, JudgedForm, Scope, Spot};
use serde::{Deserialize, Serialize};

/// One cell, or a form as a whole, with one thing to mend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldPoint {
    /// The rule's code.
    pub code: String,
    /// The form; `None` when it could not be made out, or has not come.
    pub form: Option<FormId>,
    /// What tells the forms of several meeting places or persons apart, and what a
    /// finding about the chapter is about; a digest, not the words.
    about: String,
    /// The name of the sheet, and the cell; `None` when it is about the whole form.
    pub cell: Option<(String, String)>,
    /// The row's key, when it is about a row: the cell may move.
    row: Option<String>,
    /// The column or field, when it is about one.
    field: Option<String>,
}

/// What became of the points of the letter before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Compared<'p> {
    /// Those that are solved, as they stood.
    pub(crate) solved: Vec<&'p ToldPoint>,
    /// Those that are left, as they stand now.
    pub(crate) left: Vec<&'p ToldPoint>,
    /// How many have come since.
    pub(crate) new: usize,
}

/// Letters of a digest that are enough to tell a chapter's forms apart.
const SHORT: usize = 16;

/// The points of a finding about a form.
pub(crate) fn of_form(form: &JudgedForm, finding: &Finding, keys: &[String]) -> Vec<ToldPoint> {
    let about = form.of.as_deref().map(short).unwrap_or_default();
    let point = |spot: Option<&Spot>| ToldPoint {
        code: finding.rule.code.to_owned(),
        form: form.form,
        about: about.clone(),
        cell: spot.map(|spot| {
            let sheet = form.sheets.get(usize::from(spot.place.sheet));
            (sheet.cloned().unwrap_or_default(), spot.place.to_string())
        }),
        row: spot.and_then(|spot| row(form, finding, spot, keys)),
        field: spot.and_then(|spot| Some(spot.field?.key().to_owned())),
    };
    if finding.spots.is_empty() {
        return vec![point(None)];
    }
    let mut points: Vec<ToldPoint> = Vec::new();
    for spot in &finding.spots {
        let point = point(Some(spot));
        if !points.contains(&point) {
            points.push(point);
        }
    }
    points
}

/// The point of a finding about the chapter as a whole.
pub(crate) fn of_chapter(finding: &Finding) -> ToldPoint {
    ToldPoint {
        code: finding.rule.code.to_owned(),
        form: None,
        about: short(&finding.message.nb),
        cell: None,
        row: None,
        field: None,
    }
}

fn short(words: &str) -> String {
    sha256(words.as_bytes()).chars().take(SHORT).collect()
}

fn row(form: &JudgedForm, finding: &Finding, spot: &Spot, keys: &[String]) -> Option<String> {
    if finding.rule.scope != Scope::Row {
        return None;
    }
    let same = |place: samlerapport_ingest::Place| {
        (place.sheet, place.row) == (spot.place.sheet, spot.place.row)
    };
    let at = form.rows.iter().position(|row| same(row.place))?;
    keys.get(at).map(|key| key.chars().take(SHORT).collect())
}

/// Holds what is to be mended today against the letter before.
pub(crate) fn compare<'p>(before: &'p [ToldPoint], now: &'p [ToldPoint]) -> Compared<'p> {
    let mut compared = Compared::default();
    let mut open: Vec<&ToldPoint> = now.iter().collect();
    let mut unmatched: Vec<&ToldPoint> = Vec::new();
    // A row that is as it was is found wherever it stands; only then the cells are asked.
    for point in before {
        let same = |other: &&ToldPoint| point.row.is_some() && point.is_row_of(other);
        match take(&mut open, same) {
            Some(still) => compared.left.push(still),
            None => unmatched.push(point),
        }
    }
    for point in unmatched {
        match take(&mut open, |other| point.is_cell_of(other)) {
            Some(still) => compared.left.push(still),
            None => compared.solved.push(point),
        }
    }
    compared.new = open.len();
    compared
}

fn take<'p>(
    open: &mut Vec<&'p ToldPoint>,
    same: impl Fn(&&ToldPoint) -> bool,
) -> Option<&'p ToldPoint> {
    let at = open.iter().position(same)?;
    Some(open.remove(at))
}

impl ToldPoint {
    fn is_of(&self, other: &Self) -> bool {
        (&self.code, self.form, &self.about, &self.field)
            == (&other.code, other.form, &other.about, &other.field)
    }

    fn is_row_of(&self, other: &Self) -> bool {
        self.is_of(other) && self.row == other.row
    }

    /// Of a form as a whole it is all one in which cell it was shown.
    fn is_cell_of(&self, other: &Self) -> bool {
        self.is_of(other) && (self.row.is_none() || self.cell == other.cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(code: &str, cell: &str, row: &str) -> ToldPoint {
        ToldPoint {
            code: code.to_owned(),
            form: Some(FormId::Activities),
            about: String::new(),
            cell: Some(("Ark1".to_owned(), cell.to_owned())),
            row: (!row.is_empty()).then(|| row.to_owned()),
            field: None,
        }
    }

    /// The codes and cells of what was solved and is left, and how many are new.
    fn told(before: &[ToldPoint], now: &[ToldPoint]) -> (Vec<String>, Vec<String>, usize) {
        let compared = compare(before, now);
        let cells = |points: &[&ToldPoint]| {
            let cell = |point: &&ToldPoint| point.cell.clone().unwrap().1;
            points.iter().map(cell).collect()
        };
        (cells(&compared.solved), cells(&compared.left), compared.new)
    }

    fn words(list: &[&str]) -> Vec<String> {
        list.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn a_row_that_moved_is_left_and_one_that_is_gone_is_solved() {
        let before = [point("K1", "B5", "a"), point("K1", "B6", "b")];
        let moved = [point("K1", "B6", "a")];
        assert_eq!(told(&before, &moved), (words(&["B6"]), words(&["B6"]), 0));
    }

    #[test]
    fn a_row_with_something_else_mended_is_known_by_its_cell() {
        let before = [point("K1", "B5", "a"), point("K2", "C5", "a")];
        let now = [point("K1", "B5", "c"), point("K3", "D9", "d")];
        assert_eq!(told(&before, &now), (words(&["C5"]), words(&["B5"]), 1));
    }

    #[test]
    fn a_signature_that_is_missing_elsewhere_is_still_missing() {
        let (before, now) = ([point("K1", "B30", "")], [point("K1", "B31", "")]);
        assert_eq!(told(&before, &now), (words(&[]), words(&["B31"]), 0));
    }
}
