//! The parts of a sheet that hold a form each.

use super::grid::Grid;
use super::scan::{self, FEWEST_COLUMNS, Found, columns};
use super::sections;
use super::side::{self, Beside};
use crate::form::{Field, FormId};
use crate::workbook::Sheet;

/// No head has more rows of fields.
const MOST_FIELDS: usize = 40;
/// No sheet holds more forms; a cut costs as much as the sheet has merged areas.
const MOST_CUTS: usize = 100;

/// A part of a sheet that holds one form.
pub(crate) struct Part<'a> {
    /// The sheet's name.
    pub(crate) name: &'a str,
    pub(crate) grid: Grid<'a>,
    pub(crate) labels: Vec<Found<'a>>,
    /// Whether the next part is a further section of the same report.
    pub(crate) goes_on: bool,
    /// The head, where it stands beside the table.
    pub(crate) side: Option<Beside<'a>>,
}

impl Part<'_> {
    /// Whether it is signed, if at all, at the end of the sections below it.
    pub(crate) fn leaves_signing(&self, form: FormId) -> bool {
        let signs = |found: &Found<'_>| found.matched.label.signs(form);
        self.goes_on && !self.labels.iter().any(signs)
    }
}

/// Cuts a sheet where a form's title stands below another form.
pub(crate) fn parts(sheet: &Sheet) -> Vec<Part<'_>> {
    let grid = Grid::new(sheet, 1, u32::MAX);
    let labels = scan::labels(&grid);
    let mut cuts = cuts(&labels);
    let mut sections = sections::cuts(&grid, &labels);
    sections.retain(|row| !cuts.contains(row));
    cuts.extend(&sections);
    cuts.sort_unstable();
    if cuts.is_empty() {
        let (grid, labels, side) =
            match side::split(&grid).filter(|(main, _)| !tells_of_days(&main.labels)) {
                Some((main, side)) => (main.grid, main.labels, Some(side)),
                None => (grid, labels, None),
            };
        return vec![Part {
            name: &sheet.name,
            grid,
            labels,
            goes_on: false,
            side,
        }];
    }
    let mut parts = Vec::new();
    let mut from = 1;
    for until in cuts.into_iter().chain([u32::MAX]) {
        let last = if until == u32::MAX { until } else { until - 1 };
        let mine = labels
            .iter()
            .copied()
            .filter(|found| (from..=last).contains(&found.row))
            .collect();
        parts.push(Part {
            name: &sheet.name,
            grid: Grid::new(sheet, from, last),
            labels: mine,
            goes_on: sections.contains(&until),
            side: None,
        });
        from = until;
    }
    parts
}

/// Whether a table's rows have a day each: what stands beside such a one is kept apart by
/// where its columns end.
fn tells_of_days(labels: &[Found<'_>]) -> bool {
    let logs = [FormId::MeetingPlace, FormId::Activities, FormId::Visits];
    labels.iter().any(|found| {
        let column = |form: &FormId| found.matched.label.column(*form) == Some(Field::Date);
        logs.iter().any(column)
    })
}

/// The rows at which a further form begins.
fn cuts(labels: &[Found<'_>]) -> Vec<u32> {
    let titles: Vec<(usize, u32, FormId)> = labels
        .iter()
        .enumerate()
        .filter_map(|(at, found)| Some((at, found.row, found.matched.label.title()?)))
        .collect();
    let mut cuts = Vec::new();
    let mut current: Option<FormId> = None;
    for (nth, (at, row, form)) in titles.iter().enumerate() {
        let until = titles
            .get(nth + 1)
            .map_or(labels.len(), |(next, _, _)| *next);
        let below = labels.get(at + 1..until).unwrap_or_default();
        let fields = below
            .iter()
            .filter(|found| found.matched.label.field(*form).is_some())
            .count();
        let own = below
            .iter()
            .filter(|found| found.matched.label.roles(*form).next().is_some())
            .count();
        let begins = match current {
            None => false,
            Some(known) if known == *form => fields >= 2,
            Some(_) => own >= 3,
        };
        if begins {
            cuts.push(*row);
        }
        if begins || current.is_none() {
            current = Some(*form);
        }
    }
    cuts.extend(by_name(labels));
    cuts.sort_unstable();
    cuts.dedup();
    cuts.truncate(MOST_CUTS);
    cuts
}

/// The rows at which a form with another name begins, without a title of its own: what
/// names the form comes again after a table, and has a table below it.
fn by_name(labels: &[Found<'_>]) -> Vec<u32> {
    let names = [
        (FormId::MeetingPlace, Field::MeetingPlaceName),
        (FormId::Visits, Field::PersonName),
    ];
    let mut cuts = Vec::new();
    for (form, name) in names {
        let is_name = |found: &&Found<'_>| found.matched.label.field(form) == Some(name);
        if labels.iter().filter(is_name).count() < 2 {
            continue;
        }
        let rows = labels.chunk_by(|one, other| one.row == other.row);
        let rows: Vec<&[Found<'_>]> = rows.collect();
        let heads = |row: &&[Found<'_>]| columns(row, form) >= FEWEST_COLUMNS;
        let headers = (rows.iter().position(heads), rows.iter().rposition(heads));
        let (Some(first), Some(last)) = headers else {
            continue;
        };
        for (at, row) in rows.iter().enumerate().take(last).skip(first + 1) {
            let above = rows.get(..at).unwrap_or_default();
            let leads = row.first().is_some_and(|found| is_name(&found));
            // The lower half of a header goes on with it.
            let half = above
                .last()
                .is_some_and(|last| heads(last) && touches(last, row));
            let begins = leads && !half && !heads(row);
            if begins {
                cuts.push(top(above, row, form));
            }
        }
    }
    cuts
}

/// Whether a row of labels stands right below another.
fn touches(above: &[Found<'_>], row: &[Found<'_>]) -> bool {
    let number = |row: &[Found<'_>]| row.first().map(|found| found.row);
    number(above).map(|above| above + 1) == number(row)
}

/// The first row of the block of fields that a row belongs to.
fn top(above: &[&[Found<'_>]], row: &[Found<'_>], form: FormId) -> u32 {
    let mut first = row.first().map_or(1, |found| found.row);
    for row in above.iter().rev().take(MOST_FIELDS) {
        let tells = |found: &Found<'_>| {
            let label = found.matched.label;
            label.field(form).is_some() && !label.signs(form)
        };
        let Some(found) = row.first().filter(|found| found.row + 2 >= first) else {
            break;
        };
        if !row.iter().all(tells) || columns(row, form) >= FEWEST_COLUMNS {
            break;
        }
        first = found.row;
    }
    first
}
