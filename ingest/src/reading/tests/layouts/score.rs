//! What was read of a sheet beside what a person reads in it.

use crate::fault::FaultKind;
use crate::form::{Field, FormId};
use crate::report::{Reading, Report, Row};
use crate::value::Told;

use super::super::told;

/// What a person reads: each value by its field's key, as `told` writes it.
#[derive(Clone, Debug, Default)]
pub(super) struct Truth {
    pub(super) form: Option<FormId>,
    pub(super) fields: Vec<Pair>,
    pub(super) rows: Vec<Vec<Pair>>,
    pub(super) signed: Option<String>,
}

/// A field's key and its meaning; `?` where nobody can know it.
pub(super) type Pair = (String, String);

/// How many values were read right, told as not understood, lost without a word,
/// or read wrong.
#[derive(Clone, Debug, Default)]
pub(super) struct Score {
    pub(super) right: usize,
    pub(super) told: usize,
    pub(super) lost: usize,
    pub(super) wrong: usize,
    pub(super) notes: Vec<String>,
}

impl Score {
    pub(super) fn all(&self) -> usize {
        self.right + self.told + self.lost + self.wrong
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.right += other.right;
        self.told += other.told;
        self.lost += other.lost;
        self.wrong += other.wrong;
    }

    fn is_wrong(&mut self, note: &str) {
        self.wrong += 1;
        self.notes.push(format!("WRONG {note}"));
    }

    fn is_absent(&mut self, note: &str, said: bool) {
        if said {
            self.told += 1;
            self.notes.push(format!("told {note}"));
        } else {
            self.lost += 1;
            self.notes.push(format!("LOST {note}"));
        }
    }

    fn pair(&mut self, wanted: &Pair, found: Option<&Pair>, said: bool) {
        let (key, value) = wanted;
        match found {
            Some((_, found)) if found == value => self.right += 1,
            Some((_, found)) if found.starts_with('?') && value == "?" => self.right += 1,
            Some((_, found)) if found.starts_with('?') => {
                self.is_absent(&format!("{key}={value}: {found}"), true);
            }
            Some((_, found)) => self.is_wrong(&format!("{key}={found} for {value}")),
            None => self.is_absent(&format!("{key}={value}"), said || value == "?"),
        }
    }
}

fn pair((field, told): &(Field, Told)) -> Pair {
    let text = told::cell(*field, told);
    let (key, value) = text.split_once('=').unwrap();
    (key.to_owned(), value.to_owned())
}

fn pairs(cells: &[(Field, Told)]) -> Vec<Pair> {
    cells.iter().map(pair).collect()
}

/// Compares a reading with the truth.
pub(super) fn score(truth: &Truth, readings: &[Reading]) -> Score {
    let mut score = Score::default();
    let reports: Vec<&Report> = readings
        .iter()
        .filter_map(|reading| reading.report.as_ref())
        .collect();
    for other in reports
        .iter()
        .filter(|report| Some(report.form) != truth.form)
    {
        score.is_wrong(&format!("form {}", other.form.key()));
    }
    let reports: Vec<&Report> = reports
        .into_iter()
        .filter(|report| Some(report.form) == truth.form)
        .collect();
    let faults: Vec<&FaultKind> = readings
        .iter()
        .flat_map(|reading| &reading.faults)
        .map(|fault| &fault.kind)
        .collect();
    // No layout tells a field twice.
    if faults
        .iter()
        .any(|kind| matches!(kind, FaultKind::ToldTwice { .. }))
    {
        score.is_wrong("a field that was told once is said to be told twice");
    }
    let no_form = reports.is_empty();
    let no_table = faults.iter().any(|kind| {
        matches!(
            kind,
            FaultKind::TableNotFound | FaultKind::FormUncertain(..)
        )
    });
    let strange = faults.iter().filter(|kind| {
        matches!(
            kind,
            FaultKind::HeadingNotUnderstood | FaultKind::RowsLeftOut
        )
    });
    let said = if no_form || no_table {
        usize::MAX
    } else {
        strange.count()
    };
    fields(truth, &reports, no_form, &mut score);
    rows(truth, &reports, said, &mut score);
    if let Some(wanted) = &truth.signed {
        let name = reports
            .iter()
            .flat_map(|report| &report.signatures)
            .find_map(|block| block.name.clone());
        let found = name.map(|name| ("signed".to_owned(), name));
        // Validate tells of a signature that is not there.
        score.pair(&("signed".to_owned(), wanted.clone()), found.as_ref(), true);
    }
    score
}

fn fields(truth: &Truth, reports: &[&Report], said: bool, score: &mut Score) {
    let form = truth.form.unwrap().form();
    for wanted in &truth.fields {
        let item = form.fields.iter().find(|item| item.field.key() == wanted.0);
        // Validate tells of a required field that is not there.
        let said = said || item.is_some_and(|item| item.required);
        let found = reports
            .iter()
            .flat_map(|report| pairs(&report.fields))
            .find(|found| found.0 == wanted.0);
        score.pair(wanted, found.as_ref(), said);
    }
    for report in reports {
        for (key, value) in pairs(&report.fields) {
            let wanted = truth.fields.iter().find(|(wanted, _)| *wanted == key);
            let other = match wanted {
                Some((_, wanted)) => *wanted != value && !value.starts_with('?'),
                None => true,
            };
            if other {
                score.is_wrong(&format!("{key}={value}, which was not asked or otherwise"));
            }
        }
    }
}

/// A heading that is told of excuses the values of one column, no more.
fn rows(truth: &Truth, reports: &[&Report], strange: usize, score: &mut Score) {
    let mut excused: Vec<&str> = Vec::new();
    let mut is_said = |key: &'_ str| {
        strange == usize::MAX || {
            let columns = truth.form.unwrap().form().table.as_ref().unwrap().columns;
            let item = columns.iter().find(|item| item.field.key() == key).unwrap();
            let key = item.field.key();
            if !excused.contains(&key) && excused.len() < strange {
                excused.push(key);
            }
            // Validate tells of a required value that is not there.
            item.required || excused.contains(&key)
        }
    };
    let all: Vec<&Row> = reports
        .iter()
        .flat_map(|report| report.rows.iter().chain(&report.board))
        .collect();
    let mut found: Vec<Option<Vec<Pair>>> = all.iter().map(|row| Some(pairs(&row.cells))).collect();
    for wanted in &truth.rows {
        let alike = |row: &Option<Vec<Pair>>| {
            let row = row.as_deref().unwrap_or_default();
            wanted.iter().filter(|pair| row.contains(pair)).count()
        };
        let best = (0..found.len()).rev().max_by_key(|at| alike(&found[*at]));
        let row = best
            .filter(|at| alike(&found[*at]) * 2 > wanted.len())
            .and_then(|at| found[at].take());
        let Some(row) = row else {
            for (key, value) in wanted {
                score.is_absent(&format!("row {key}={value}"), is_said(key));
            }
            continue;
        };
        for pair in wanted {
            let same = row.iter().find(|found| found.0 == pair.0);
            score.pair(pair, same, same.is_some() || is_said(&pair.0));
        }
        for (key, value) in &row {
            if !wanted.iter().any(|pair| pair.0 == *key) {
                score.is_wrong(&format!("row {key}={value}, which is not there"));
            }
        }
    }
    for row in found.into_iter().flatten() {
        for (key, value) in row {
            score.is_wrong(&format!("{key}={value} in a row too many"));
        }
    }
}
