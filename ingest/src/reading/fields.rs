//! The fields outside the tables: each label, and the value right of it, below it
//! or after its colon.

use super::choice;
use super::head;
use super::labelled_below;
use super::mirrored;
use super::page::{Heard, Page, is_blank};
use super::region;
use super::scan::Found;
use super::table::Table;
use super::twice;
use super::years;
use crate::cell::Beside;
use crate::county::{CountyFound, county};
use crate::fault::Fault;
use crate::form::{Field, FormId, Item, Kind};
use crate::value::{Told, Value};
use crate::workbook::{Area, Cell, Content};

/// A value further right than this from its label belongs to something else.
const REACH: u16 = 12;

/// The fields of a form, in its own order.
#[derive(Debug, Default)]
pub(crate) struct Fields {
    pub(crate) told: Vec<(Field, Told)>,
    pub(crate) faults: Vec<Fault>,
    /// The cells that a field took.
    pub(crate) claimed: Vec<(u32, u16)>,
}

/// A label outside the table, and the field that it names.
pub(super) struct Asked<'a> {
    pub(super) item: &'static Item,
    pub(super) found: Found<'a>,
    pub(super) area: Area,
    /// The column where a table beside the label begins.
    until: u16,
    /// Whether its answer stands left of it.
    mirrored: bool,
}

/// Reads the fields outside the table.
pub(crate) fn read(page: &Page<'_>, table: &Table) -> Fields {
    let mut asked = asked(page, table);
    years::newest(page, &mut asked);
    // A label spelt as declared goes before one that is only close to it.
    asked.sort_by_key(|asked| !asked.found.matched.exact);
    let mirrored = mirrored::columns(page, &asked);
    for asked in &mut asked {
        asked.mirrored = mirrored.contains(&asked.found.column);
    }
    let mut fields = Fields::default();
    for further in [false, true] {
        for asked in &asked {
            if fields.has(asked.item.field) {
                continue;
            }
            let heard = if further {
                below(page, asked, &mut fields.claimed, table)
            } else {
                beside(page, asked, &mut fields.claimed)
            };
            if let Some(heard) = heard {
                let doubtful = asked.found.matched.worded || asked.mirrored;
                if doubtful && !is_sound(asked.item, &heard) {
                    let lost = page.not_understood(asked.found.row, asked.found.column);
                    fields.faults.push(lost);
                    continue;
                }
                fields.take(asked.item.field, heard);
            }
        }
    }
    labelled_below::read(page, &asked, &mut fields);
    for asked in &asked {
        count_after_answer(page, asked, &mut fields);
    }
    twice::read(&asked, &mut fields, |asked, claimed| {
        beside(page, asked, claimed)
    });
    region::read(page, &mut fields);
    head::read(page, table, &mut fields);
    years::of_another(page, &asked, &mut fields);
    let order = |field: &Field| {
        page.form
            .fields
            .iter()
            .position(|item| item.field == *field)
    };
    fields.told.sort_by_key(|(field, _)| order(field));
    fields
}

impl Fields {
    pub(super) fn has(&self, field: Field) -> bool {
        self.told.iter().any(|(told, _)| *told == field)
    }

    /// The year that the form is about.
    pub(super) fn year(&self) -> Option<i32> {
        let mut told = self.told.iter();
        let (_, told) = told.find(|(field, _)| *field == Field::BasisYear)?;
        match told.value {
            Some(Value::Year(year)) => Some(year),
            _ => None,
        }
    }

    pub(super) fn take(&mut self, field: Field, heard: Heard) {
        if let Some(Beside::Count(count)) = heard.beside
            && field == Field::HasMeetingPlace
            && !self.has(Field::MeetingPlaces)
        {
            let told = Told {
                value: Some(count),
                ..heard.told.clone()
            };
            self.told.push((Field::MeetingPlaces, told));
        }
        self.faults.extend(heard.fault);
        self.told.push((field, heard.told));
    }
}

/// Whether what stands at words that only seem to ask for it is of the kind asked for.
fn is_sound(item: &Item, heard: &Heard) -> bool {
    let typed = &heard.told.typed;
    let short = !typed.contains(['.', '@', '?', ':']) && typed.len() < 40;
    let named = (item.kind != Kind::County || county(typed) != CountyFound::Unknown)
        && (item.kind != Kind::Municipality || short)
        && (item.field != Field::ChapterName || typed.contains(char::is_uppercase));
    named && heard.fault.is_none() && heard.told.value.is_some()
}

fn asked<'a>(page: &Page<'a>, table: &Table) -> Vec<Asked<'a>> {
    page.labels
        .iter()
        .filter(|found| !is_in_table(page, table, found.row, found.column))
        .filter_map(|found| {
            let field = found.matched.label.field(page.form.id)?;
            let item = page.form.fields.iter().find(|item| item.field == field)?;
            Some(Asked {
                item,
                found: *found,
                area: page.grid.extent(found.row, found.column),
                until: table_beside(page, table, found),
                mirrored: false,
            })
        })
        .collect()
}

/// Whether a cell is the table's. The board of form 1 may stand beside the questions,
/// and takes its own columns alone.
fn is_in_table(page: &Page<'_>, table: &Table, row: u32, column: u16) -> bool {
    let board = board(page, table).filter(|_| table.covers(row));
    board.map_or_else(
        || table.takes(row, column),
        |(first, last)| (first..=last).contains(&column),
    )
}

/// The first and last column of form 1's board.
fn board(page: &Page<'_>, table: &Table) -> Option<(u16, u16)> {
    let rows = table
        .rows
        .iter()
        .filter(|_| page.form.id == FormId::AnnualReport);
    let columns = rows
        .flat_map(|row| &row.cells)
        .map(|(_, told)| told.place.column);
    columns.clone().min().zip(columns.max())
}

/// Where the table begins that stands right of a label.
fn table_beside(page: &Page<'_>, table: &Table, found: &Found<'_>) -> u16 {
    if let Some(left) = table.right_of(found.row, found.column) {
        return left;
    }
    let first = table
        .stretches
        .first()
        .map_or(u32::MAX, |(first, _)| *first);
    board(page, table)
        .map(|(column, _)| column)
        .filter(|column| found.row >= first && found.column < *column)
        .unwrap_or(u16::MAX)
}

/// The value in the label's own cell, or right of it.
fn beside(page: &Page<'_>, asked: &Asked<'_>, claimed: &mut Vec<(u32, u16)>) -> Option<Heard> {
    if asked.mirrored {
        return mirrored::hear(page, asked, claimed);
    }
    let item = asked.item;
    let at = (asked.found.row, asked.found.column);
    if let Some(inline) = asked.found.matched.inline {
        let content = Content::Text(inline.into());
        if !is_blank(&content, item.kind) && !is_hint(&content) {
            return Some(page.hear_content(&content, at, item.field, item.kind));
        }
    }
    let right: Vec<&Cell> = right_of(page, asked).collect();
    if item.kind == Kind::YesNo
        && let Some(choice) = choice::printed(&right)
    {
        return choice::ticked(page, asked, &right, choice);
    }
    if (item.kind == Kind::YesNo || item.field == Field::AnnualMeeting)
        && let Some(heard) = choice::headed(page, asked, &right)
    {
        return Some(heard);
    }
    let cell = right
        .into_iter()
        .find(|cell| !is_blank(&cell.content, item.kind) && !is_hint(&cell.content))?;
    let place = (cell.row, cell.column);
    if claimed.contains(&place) {
        return None;
    }
    claimed.push(place);
    Some(page.hear(cell, item.field, item.kind))
}

/// The cells right of a label, up to the next label.
fn right_of<'p, 'a>(
    page: &'p Page<'a>,
    asked: &Asked<'_>,
) -> impl Iterator<Item = &'a Cell> + use<'p, 'a> {
    let Area { to, .. } = asked.area;
    let item = asked.item;
    let (row, until) = (asked.found.row, asked.until);
    page.grid
        .row(row)
        .iter()
        .filter(move |cell| cell.column > to.1 && cell.column < until)
        .filter(move |cell| !page.past.holds(row, cell.column))
        .take_while(move |cell| {
            cell.column <= to.1.saturating_add(REACH)
                && (!page.is_label(row, cell.column) || is_a_municipality(item, cell))
        })
}

/// "Kommune | Stad": a municipality that is called as the nynorsk label of a place.
fn is_a_municipality(item: &Item, cell: &Cell) -> bool {
    item.field == Field::Municipality
        && matches!(&cell.content, Content::Text(text) if text.trim() == "Stad")
}

/// "(Ja/Nei)", "Ja / Nei" and "(antall)" beside a field say what to type in it.
fn is_hint(content: &Content) -> bool {
    let Content::Text(text) = content else {
        return false;
    };
    let text = text.trim();
    let bare: String = text
        .chars()
        .filter(|sign| sign.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect();
    (text.starts_with('(') && text.ends_with(')'))
        || bare == "janei"
        || matches!(bare.as_str(), "ddmmåååå" | "ddmmåå" | "ååååmmdd")
}

/// The value in the row below the label.
fn below(
    page: &Page<'_>,
    asked: &Asked<'_>,
    claimed: &mut Vec<(u32, u16)>,
    table: &Table,
) -> Option<Heard> {
    let item = asked.item;
    let row = asked
        .area
        .to
        .0
        .checked_add(1)
        .filter(|_| !asked.found.matched.worded && !asked.mirrored)?;
    // Under another label this one stands in a column of labels with their
    // values at the right; what stands below it is a heading.
    if is_in_table(page, table, row, asked.found.column) || in_label_column(page, asked) {
        return None;
    }
    let cell = page.grid.row(row).iter().find(|cell| {
        (asked.area.from.1..=asked.area.to.1).contains(&cell.column)
            && !is_blank(&cell.content, item.kind)
    })?;
    let place = (cell.row, cell.column);
    let taken = claimed.contains(&place)
        || page.is_label(place.0, place.1)
        || is_hint(&cell.content)
        || page.grid.extent(place.0, place.1).to.1 > asked.area.to.1
        || is_long_text(&cell.content, item.kind);
    if taken {
        return None;
    }
    claimed.push(place);
    Some(page.hear(cell, item.field, item.kind))
}

fn in_label_column(page: &Page<'_>, asked: &Asked<'_>) -> bool {
    let (row, column) = asked.area.from;
    row.checked_sub(1)
        .and_then(|row| page.label_at(row, column))
        .is_some_and(|found| found.matched.label.field(page.form.id).is_some())
}

/// A paragraph below a label is guidance or a heading, not a value of a short kind.
fn is_long_text(content: &Content, kind: Kind) -> bool {
    let Content::Text(text) = content else {
        return false;
    };
    let free = matches!(kind, Kind::Text | Kind::Choice(_));
    let most = if free { 80 } else { 40 };
    text.chars().count() > most
}

/// "Har laget møteplass | Ja | 2": the number stands in a cell of its own.
fn count_after_answer(page: &Page<'_>, asked: &Asked<'_>, fields: &mut Fields) {
    if asked.item.field != Field::HasMeetingPlace || fields.has(Field::MeetingPlaces) {
        return;
    }
    let count = right_of(page, asked)
        .filter(|cell| !fields.claimed.contains(&(cell.row, cell.column)))
        .map(|cell| (cell, page.hear(cell, Field::MeetingPlaces, Kind::Count)))
        .find(|(_, heard)| matches!(heard.told.value, Some(Value::Count(_))));
    if let Some((cell, heard)) = count {
        fields.claimed.push((cell.row, cell.column));
        fields.told.push((Field::MeetingPlaces, heard.told));
    }
}
