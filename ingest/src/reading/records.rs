//! Activities that are told downwards: blocks of label and value, cards side by
//! side, and tables turned so that each activity has a column.

use super::apart;
use super::columns;
use super::draft::Draft;
use super::grid::text;
use super::marks;
use super::page::{Page, is_blank};
use super::scan::Found;
use super::strange;
use super::table::Table;
use super::turned;
use super::wording;
use crate::fold::folded_name;
use crate::form::{Field, FormId, Item, Kind};
use crate::report::Row;
use crate::workbook::{Cell, Content};

/// Fewer labels below each other could stand in any block of fields.
const FEWEST_LABELS: usize = 3;
/// A label further down than this from the one above it begins something else.
const GAP: u32 = 2;
/// So many labels in a row may be unknown to us.
const MOST_UNKNOWN: u32 = 4;

/// Labels of one record below each other.
pub(super) struct Run {
    pub(super) column: u16,
    /// The labels' rows and what they ask for.
    pub(super) items: Vec<(u32, &'static Item)>,
    /// The next label's column in these rows: the values stand before it.
    until: u16,
    /// The rest of a card whose labels stand in two columns.
    rest: Option<Box<Run>>,
}

/// Reads what is told downwards outside the tables with a header.
pub(crate) fn read(page: &Page<'_>, table: &mut Table) {
    if page.form.id == FormId::AnnualReport {
        return;
    }
    let mut runs = paired(page, runs(page, table));
    runs.sort_by_key(|run| (run.first(), run.column));
    let begun = table.rows.len();
    let strange = strange::read(page, table, &mut runs);
    table.faults.extend(strange);
    for run in &runs {
        let rest = run.rest.as_deref();
        let asks = |field| run.asks(field) || rest.is_some_and(|rest| rest.asks(field));
        let lacking = apart::lacking(page.form, asks);
        let mut beside = columns(page, run);
        if beside.is_empty() {
            // The values stand in the labels' own column.
            beside.push(run.column);
        }
        for column in beside {
            let last = table.rows.get(begun..).and_then(<[Row]>::last);
            let mut draft = record(page, run, column, last);
            if let Some(rest) = rest {
                let column = columns(page, rest).first().copied();
                draft.add(record(page, rest, column.unwrap_or(rest.column), last));
            }
            if draft.own {
                apart::take(page, &mut draft, &lacking);
                table.faults.extend(draft.faults.iter().cloned());
                table.rows.push(draft.into_row(page, &[]));
            }
        }
    }
    table
        .stretches
        .extend(runs.iter().map(|run| (run.first(), run.last())));
}

/// Puts the two columns of labels of one card together: the right one lacks what every
/// activity begins with, and asks for nothing that the left one asks for.
fn paired(page: &Page<'_>, runs: Vec<Run>) -> Vec<Run> {
    let items = page.form.table.as_ref();
    let Some(key) = items.and_then(|table| table.columns.first()) else {
        return runs;
    };
    let (mut whole, rests): (Vec<Run>, Vec<Run>) =
        runs.into_iter().partition(|run| run.asks(key.field));
    for mut rest in rests {
        let one = |run: &Run| columns(page, run).len() <= 1;
        let host = whole.iter_mut().find(|run| {
            let over = run.first() <= rest.last() && rest.first() <= run.last();
            over && run.until == rest.column && run.rest.is_none() && one(run) && one(&rest)
        });
        if let Some(host) = host {
            title_beside_type(page, host, &mut rest);
            if !rest.items.iter().any(|(_, item)| host.asks(item.field)) {
                host.rest = Some(Box::new(rest));
                continue;
            }
        }
        whole.push(rest);
    }
    whole
}

/// "Hva slags aktivitet" asks for the title where "Type" stands beside it.
fn title_beside_type(page: &Page<'_>, one: &mut Run, other: &mut Run) {
    let table = page.form.table.as_ref();
    let mut items = table.iter().flat_map(|table| table.columns);
    let title = items.find(|item| item.field == Field::Title);
    let Some(title) = title.filter(|_| !one.asks(Field::Title) && !other.asks(Field::Title)) else {
        return;
    };
    if !one.asks(Field::Type) || !other.asks(Field::Type) {
        return;
    }
    for run in [one, other] {
        let column = run.column;
        let asked = run.items.iter_mut().find(|(row, item)| {
            let asks = page.grid.cell(*row, column).and_then(text);
            item.field == Field::Type && !asks.is_some_and(|it| folded_name(it).starts_with("type"))
        });
        if let Some((_, item)) = asked {
            *item = title;
            return;
        }
    }
}

impl Run {
    pub(super) fn first(&self) -> u32 {
        self.items.first().map_or(1, |(row, _)| *row)
    }

    pub(super) fn last(&self) -> u32 {
        let rest = self.rest.as_deref().map_or(1, Self::last);
        self.items.last().map_or(1, |(row, _)| *row).max(rest)
    }

    pub(super) fn asks(&self, field: Field) -> bool {
        self.items.iter().any(|(_, item)| item.field == field)
    }
}

/// Every run of labels that may tell what a table's rows tell.
fn runs(page: &Page<'_>, table: &Table) -> Vec<Run> {
    let Some(declared) = &page.form.table else {
        return Vec::new();
    };
    let mut columns: Vec<u16> = page.labels.iter().map(|found| found.column).collect();
    columns.sort_unstable();
    columns.dedup();
    let mut runs = Vec::new();
    for column in columns {
        let mut open: Option<Run> = None;
        let labels = page.labels.iter().filter(|found| found.column == column);
        for found in labels.filter(|found| !table.covers(found.row)) {
            let field = asked(page, found, open.as_ref());
            let field = field.or_else(|| foreign(page, found));
            let item = declared
                .columns
                .iter()
                .find(|item| Some(item.field) == field);
            let Some(item) = item else {
                // A signature's date is no activity's.
                if found.matched.label.signs(page.form.id) {
                    runs.extend(open.take());
                }
                continue;
            };
            let goes_on = open.as_ref().is_some_and(|run| {
                (run.last() + step(page, run, column) >= found.row
                    || is_bridged(page, (run.last(), found.row), column))
                    && !run.asks(item.field)
            });
            if !goes_on {
                runs.extend(open.take());
            }
            open.get_or_insert_with(|| Run {
                column,
                items: Vec::new(),
                until: u16::MAX,
                rest: None,
            })
            .items
            .push((found.row, item));
        }
        runs.extend(open);
    }
    joined(&mut runs);
    runs.retain(|run| run.items.len() >= FEWEST_LABELS);
    let spans: Vec<(u16, u32, u32)> = runs
        .iter()
        .map(|run| (run.column, run.first(), run.last()))
        .collect();
    for run in &mut runs {
        let (first, last) = (run.first(), run.last());
        let beside = spans
            .iter()
            .filter(|(column, from, to)| *column > run.column && *from <= last && *to >= first);
        run.until = beside
            .map(|(column, _, _)| *column)
            .min()
            .unwrap_or(u16::MAX);
    }
    runs
}

/// What a label asks for: "Postadresse" behind "Adresse", or with these at it, for postcode
/// and town.
fn asked(page: &Page<'_>, found: &Found<'_>, run: Option<&Run>) -> Option<Field> {
    let field = found.matched.label.column(page.form.id)?;
    let postal = field == Field::Address && text_at(page, found).is_some_and(columns::is_postal);
    let behind = || run.is_some_and(|run| run.asks(Field::Address));
    let told = || beside(page, found).is_some_and(apart::is_code_and_town);
    Some(if postal && (behind() || told()) {
        Field::Postcode
    } else {
        field
    })
}

/// The text of a label's cell.
fn text_at<'a>(page: &Page<'a>, found: &Found<'_>) -> Option<&'a str> {
    text(page.grid.cell(found.row, found.column)?)
}

/// The text right of a label.
fn beside<'a>(page: &Page<'a>, found: &Found<'_>) -> Option<&'a str> {
    let mut right = page.grid.row(found.row).iter();
    text(right.find(|cell| cell.column > found.column)?)
}

/// Whether labels that we do not know, with values beside them, stand between two that we
/// do: they are one record's.
fn is_bridged(page: &Page<'_>, (above, below): (u32, u32), column: u16) -> bool {
    below - above <= MOST_UNKNOWN
        && (above + 1..below).all(|row| {
            let label = page.grid.cell(row, column);
            label.and_then(text).is_some()
                && page.label_at(row, column).is_none()
                && page.grid.row(row).len() > 1
        })
}

/// What the label of another form's field asks for here, by its words: "Dato og tid".
fn foreign(page: &Page<'_>, found: &Found<'_>) -> Option<Field> {
    let label = found.matched.label;
    if label.roles(page.form.id).next().is_some() {
        return None;
    }
    let text = page.grid.cell(found.row, found.column).and_then(text)?;
    wording::column(text, page.form.id, |_| true)
}

/// How far below a run's last label its next one stands: two rows where the value
/// has a line of its own below the label.
fn step(page: &Page<'_>, run: &Run, column: u16) -> u32 {
    if below(page, run.last(), column).is_some() {
        2
    } else {
        1
    }
}

/// The value on the line below a label that has none beside it.
fn below<'a>(page: &Page<'a>, row: u32, column: u16) -> Option<&'a Cell> {
    let bare = page.label_at(row, column)?.matched.inline.is_none();
    let [_] = page.grid.row(row) else {
        return None;
    };
    let [cell] = page.grid.row(row + 1) else {
        return None;
    };
    // "telefon" below "Form" is an answer, though a label elsewhere in the form.
    let asks = |found: &Found<'_>| found.matched.label.column(page.form.id).is_some();
    let asks = page.label_at(row + 1, column).is_some_and(asks);
    (bare && cell.column == column && !asks).then_some(cell)
}

/// Joins what a blank row, or a label that we do not know, cut in two: the rest of
/// a record asks for nothing that was asked for before it.
fn joined(runs: &mut Vec<Run>) {
    let mut whole: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs.drain(..) {
        let fits = whole.last_mut().filter(|before| {
            before.column == run.column
                && run.first() <= before.last() + GAP
                && !run.items.iter().any(|(_, item)| before.asks(item.field))
        });
        match fits {
            Some(before) => before.items.extend(run.items),
            None => whole.push(run),
        }
    }
    *runs = whole;
}

/// The columns in which a run's records stand.
pub(super) fn columns(page: &Page<'_>, run: &Run) -> Vec<u16> {
    let mut filled: Vec<(u16, bool)> = Vec::new();
    for (row, item) in &run.items {
        for cell in values(page, run, *row) {
            if !is_blank(&cell.content, item.kind) {
                filled.push((cell.column, item.kind == Kind::Date));
            }
        }
    }
    // A column of sums is no record.
    let mut buffer = String::new();
    let days = run.items.iter().filter(|(_, item)| item.kind == Kind::Date);
    let mut sums = days.flat_map(|(row, _)| values(page, run, *row));
    let mut is_sum = |cell: &&Cell| text(cell).is_some_and(|it| marks::is_sum(it, &mut buffer));
    let sum = sums.find(&mut is_sum).map(|cell| cell.column);
    filled.retain(|(column, _)| Some(*column) != sum);
    filled.sort_unstable();
    let mut columns: Vec<u16> = filled.iter().map(|(column, _)| *column).collect();
    columns.dedup();
    let many = columns.len() > 2;
    columns.retain(|column| {
        let mine = filled.iter().filter(|(other, _)| other == column);
        let (count, dated) = mine.fold((0, false), |(count, dated), (_, date)| {
            (count + 1, dated || *date)
        });
        // One cell beside a value says its unit, or how to fill it in.
        count > 1 || dated || many
    });
    columns
}

/// The filled cells right of a run's label.
pub(super) fn values<'a>(page: &Page<'a>, run: &Run, row: u32) -> impl Iterator<Item = &'a Cell> {
    let from = page.grid.extent(row, run.column).to.1;
    let until = run.until;
    let cells = page.grid.row(row).iter();
    cells.filter(move |cell| cell.column > from && cell.column < until)
}

fn record(page: &Page<'_>, run: &Run, column: u16, above: Option<&Row>) -> Draft {
    let mut draft = Draft::new(run.items.len());
    for (row, item) in &run.items {
        let labels = page.labels_in(*row).iter();
        let mut mine = labels.filter(|found| found.column == run.column);
        let inline = mine
            .find(|found| found.matched.label.column(page.form.id) == Some(item.field))
            .and_then(|found| found.matched.inline);
        let mut cells = values(page, run, *row).chain(below(page, *row, run.column));
        let cell = cells.find(|cell| cell.column == column && !is_blank(&cell.content, item.kind));
        let Some(cell) = cell else {
            if let Some(inline) = inline {
                let content = Content::Text(inline.into());
                let heard = page.hear_content(&content, (*row, run.column), item.field, item.kind);
                draft.take(item.field, heard);
            }
            continue;
        };
        if text(cell).is_some_and(marks::is_ditto) {
            draft.repeat(page.place(cell.row, cell.column), item.field, above);
        } else {
            let asks = page.grid.cell(*row, run.column).and_then(text);
            let mut heard = page.hear(cell, item.field, item.kind);
            if item.field == Field::Unpaid && asks.is_some_and(turned::asks) {
                turned::turn(&mut heard);
            }
            draft.take(item.field, heard);
        }
    }
    draft
}
