//! What is told once for all rows: "Alle møtene varte fra kl. 18 til kl. 20", "Likeperson
//! hver gang: Kari Nordlys", "KN = Kari Nordlys, tlf. 900 00 001".
//!
//! Only what says itself that it holds for every row is taken, and no row that tells it
//! otherwise is changed. What is understood in two ways is told, and taken for none.

use super::apart;
use super::draft::Draft;
use super::fields::Fields;
use super::grid::text;
use super::keys;
use super::page::Page;
use super::said::{self, Said};
use super::signer;
use super::table::Table;
use super::wording;
use crate::fault::{Fault, FaultKind};
use crate::fold::folded_name;
use crate::form::{Field, FormId, Item, Kind};
use crate::place::Place;
use crate::report::Row;
use crate::value::{Told, Value};
use crate::workbook::{Cell, Content};

/// So many texts are looked through.
const MOST_TEXTS: usize = 300;
/// A value stands no further right from what asks for it.
const REACH: u16 = 6;
/// Address and telephone of the leader are not more lines.
const CONTACT_LINES: u32 = 3;
/// So close over a table's header a line may be about that table alone.
const CLOSE: u32 = 2;

/// Values that hold for every row.
#[derive(Debug, Default)]
pub(crate) struct Once {
    told: Vec<Statement>,
    pub(crate) faults: Vec<Fault>,
}

#[derive(Debug)]
struct Statement {
    field: Field,
    told: Told,
    /// Where it is said.
    at: Place,
    /// The rows that it is about, where several tables stand on the sheet.
    rows: Option<(u32, u32)>,
}

/// Gives the rows what is told once on their sheet; keeps it for the sheets that go on.
pub(super) fn read(page: &Page<'_>, table: &mut Table, fields: &mut Fields) -> Once {
    let mut once = find(page, table, fields);
    let mut taken: Vec<Place> = once.told.iter().map(|one| one.at).collect();
    let unsaid = once.share(&mut table.rows, true);
    taken.retain(|place| !unsaid.contains(place));
    taken.extend(keys::read(page, table));
    let told = |fault: &Fault| {
        fault.kind == FaultKind::HeadingNotUnderstood
            && fault.place.is_some_and(|place| taken.contains(&place))
    };
    table.faults.retain(|fault| !told(fault));
    fields.faults.retain(|fault| !told(fault));
    let unsaid = unsaid
        .iter()
        .map(|at| page.not_understood(at.row, at.column));
    table.faults.extend(unsaid);
    for fault in std::mem::take(&mut once.faults) {
        if !table.faults.contains(&fault) && !fields.faults.contains(&fault) {
            table.faults.push(fault);
        }
    }
    once
}

/// Finds what is told once outside the tables.
fn find(page: &Page<'_>, table: &Table, fields: &Fields) -> Once {
    let mut once = Once::default();
    let log = [FormId::MeetingPlace, FormId::Activities, FormId::Visits];
    if !log.contains(&page.form.id) {
        return once;
    }
    // What each row tells needs not be told once.
    let lacking = |fields: &[Field]| {
        let mut rows = table.rows.iter();
        !rows.all(|row| fields.iter().any(|field| tells(row, *field)))
    };
    let asked = page.form.table.iter().flat_map(|table| table.columns);
    let mut asked = asked.filter(|item| said::CAN_BE_TOLD.contains(&item.field));
    if !table.rows.is_empty() && !asked.any(|item| lacking(&[item.field])) {
        return once;
    }
    let outside = page.grid.cells.iter().filter(|cell| {
        !table.has(cell.row, cell.column)
            && !fields.claimed.contains(&(cell.row, cell.column))
            && text(cell).is_some()
    });
    let timed = table.rows.iter().all(|row| tells(row, Field::From));
    for cell in outside.take(MOST_TEXTS) {
        let Some(text) = text(cell) else { continue };
        let found = said::labelled(text, page.form.id)
            .map_or_else(|| said::sentences(text, page.form.id), |one| vec![one]);
        if found.is_empty() && said::is_doubtful(text) && !timed {
            once.faults.push(page.not_understood(cell.row, cell.column));
        }
        for said in found {
            once.take(page, table, cell, &said);
        }
    }
    once.settle(page);
    once
}

impl Once {
    fn take(&mut self, page: &Page<'_>, table: &Table, cell: &Cell, said: &Said<'_>) {
        let Some(item) = item(page, said.field) else {
            return;
        };
        if said.of_some && scope(table, cell.row).is_none() && !is_of_trips(page) {
            self.faults.push(page.not_understood(cell.row, cell.column));
            return;
        }
        let value = match said.value {
            Some(value) => Some((value.to_owned(), (cell.row, cell.column))),
            None => beside(page, table, cell),
        };
        let Some((value, place)) = value else { return };
        let (bare, says_all) = said::without_always(&value);
        let several = [" og ", " & ", "/"].iter().any(|mark| bare.contains(mark))
            || bare.split(',').skip(1).any(signer::is_name);
        let by_label = said.of_all && (said.by_words || !several);
        if !by_label && !says_all {
            // Over rows that lack it, it is told; below them it may be who signs.
            let first = table.stretches.iter().map(|(first, _)| *first).min();
            let above = first.is_some_and(|first| cell.row < first);
            let lacking = table.rows.iter().all(|row| !tells(row, item.field));
            if above && lacking && item.field != Field::Venue {
                self.faults.push(page.not_understood(cell.row, cell.column));
            }
            return;
        }
        let mut draft = Draft::new(3);
        draft.take(
            item.field,
            page.hear_content(
                &Content::Text(bare.as_str().into()),
                place,
                item.field,
                item.kind,
            ),
        );
        let sound = draft.faults.is_empty() && draft.told.iter().all(|(_, told)| fits(item, told));
        if !sound {
            self.faults.push(page.not_understood(cell.row, cell.column));
            return;
        }
        if item.field == Field::Leader {
            apart::take(
                page,
                &mut draft,
                &apart::lacking(page.form, |field| field == Field::Leader),
            );
            add_contact(page, table, (cell, place), &mut draft);
        }
        let rows = scope(table, cell.row);
        let at = page.place(cell.row, cell.column);
        let told = draft.told.into_iter();
        self.told.extend(told.map(|(field, told)| Statement {
            field,
            told,
            at,
            rows,
        }));
    }

    /// Takes out what is told twice and otherwise for the same rows.
    fn settle(&mut self, page: &Page<'_>) {
        let differs = |one: &Statement, other: &Statement| {
            one.field == other.field
                && (one.rows == other.rows)
                && (&one.told.typed, &one.told.value) != (&other.told.typed, &other.told.value)
        };
        let torn: Vec<bool> = self
            .told
            .iter()
            .map(|one| self.told.iter().any(|other| differs(one, other)))
            .collect();
        let mut torn = torn.into_iter();
        let mut faults = Vec::new();
        self.told.retain(|one| {
            let is_torn = torn.next().unwrap_or_default();
            if is_torn {
                faults.push(page.not_understood(one.told.place.row, one.told.place.column));
            }
            !is_torn
        });
        self.faults.extend(faults);
    }

    /// Gives the rows of a form what they do not tell themselves; tells where something
    /// is said that only some of them leave out.
    pub(crate) fn share(&self, rows: &mut [Row], same_sheet: bool) -> Vec<Place> {
        let mut unsaid = Vec::new();
        for one in &self.told {
            let about = one.rows.filter(|_| same_sheet);
            let is_mine = |row: &Row| {
                about.is_none_or(|(first, last)| (first..=last).contains(&row.place.row))
            };
            let mine = || rows.iter().filter(|row| is_mine(row));
            // What all the rows lack is told once; where some tell it, who knows why the
            // others do not?
            if mine().any(|row| tells(row, one.field)) {
                if !mine().all(|row| tells(row, one.field)) {
                    unsaid.push(one.at);
                }
                continue;
            }
            for row in rows.iter_mut().filter(|row| is_mine(row)) {
                row.cells.push((one.field, one.told.clone()));
            }
        }
        unsaid
    }

    /// Whether it is about all of a report, and not a table of its sheet.
    pub(crate) fn is_for_all(&self) -> bool {
        !self.told.is_empty() && self.told.iter().all(|one| one.rows.is_none())
    }
}

/// Whether a row has a value of a field, or the time in another's cell.
fn tells(row: &Row, field: Field) -> bool {
    row.told(field).is_some()
        || matches!(field, Field::From | Field::To | Field::Hours)
            && (row.times().0.is_some() || row.told(Field::Hours).is_some())
        || matches!(field, Field::Address | Field::Phone) && row.told(Field::Leader).is_none()
}

fn item(page: &Page<'_>, field: Field) -> Option<&'static Item> {
    let mut items = page.form.table.iter().flat_map(|table| table.columns);
    items.find(|item| item.field == field)
}

/// Whether a value is one that rows can have.
fn fits(item: &Item, told: &Told) -> bool {
    match item.kind {
        Kind::Time => matches!(told.value, Some(Value::TimeSpan { .. })),
        Kind::Hours => matches!(told.value, Some(Value::Duration { .. })),
        Kind::Text
        | Kind::Count
        | Kind::Date
        | Kind::YesNo
        | Kind::Choice(_)
        | Kind::Year
        | Kind::OrganisationNumber
        | Kind::County
        | Kind::Municipality
        | Kind::Email
        | Kind::Phone
        | Kind::Postcode
        | Kind::Period => told.value.is_some() && !told.typed.is_empty() && told.typed.len() <= 120,
    }
}

/// The value right of a cell, or below it under a caption of its own.
fn beside(page: &Page<'_>, table: &Table, cell: &Cell) -> Option<(String, (u32, u16))> {
    let mut right = page.grid.row(cell.row).iter();
    let right = right.find(|other| other.column > cell.column);
    let found = if let Some(right) = right {
        (right.column <= cell.column + REACH).then_some(right)?
    } else {
        let below = page.grid.cell(cell.row + 1, cell.column)?;
        if keys::is_name_caption(text(below)?) {
            page.grid.cell(cell.row + 2, cell.column)?
        } else {
            below
        }
    };
    let free = !table.has(found.row, found.column) && !page.is_label(found.row, found.column);
    let text = text(found).filter(|_| free)?;
    Some((text.to_owned(), (found.row, found.column)))
}

/// Adds the leader's address and telephone that stand around the name.
fn add_contact(page: &Page<'_>, table: &Table, at: (&Cell, (u32, u16)), draft: &mut Draft) {
    let (cell, name) = at;
    let below = contact_below(page, cell, name).into_iter();
    for (field, told) in below.chain(contact_under(page, table, cell)) {
        if !draft.told.iter().any(|(known, _)| *known == field) {
            draft.told.push((field, told));
        }
    }
}

/// Address and telephone under captions beside the name's.
fn contact_below(page: &Page<'_>, cell: &Cell, name: (u32, u16)) -> Vec<(Field, Told)> {
    if name.0 != cell.row + 2 {
        return Vec::new();
    }
    let mut told = Vec::new();
    for caption in page.grid.row(cell.row + 1) {
        let label = page.label_at(caption.row, caption.column);
        let field = label.and_then(|found| found.matched.label.column(page.form.id));
        let field = field.filter(|it| matches!(it, Field::Address | Field::Phone));
        let value = page.grid.cell(name.0, caption.column);
        let item = field.and_then(|field| item(page, field));
        if let (Some(item), Some(value)) = (item, value) {
            let heard = page.hear(value, item.field, item.kind);
            if heard.fault.is_none() {
                told.push((item.field, heard.told));
            }
        }
    }
    told
}

/// Address and telephone on the lines below the leader's: "Hennes adresse | Havnegata 1".
fn contact_under(page: &Page<'_>, table: &Table, cell: &Cell) -> Vec<(Field, Told)> {
    let is_contact = |field: &Field| matches!(field, Field::Address | Field::Phone);
    let asked = |label: &Cell| {
        let known = page.label_at(label.row, label.column);
        let own = known.and_then(|found| found.matched.label.column(page.form.id));
        own.or_else(|| wording::column(text(label)?, page.form.id, |it| is_contact(&it)))
    };
    let lines = (1..=CONTACT_LINES).map_while(|down| page.grid.cell(cell.row + down, cell.column));
    let told = lines.map_while(|label| {
        let item = item(page, asked(label).filter(is_contact)?)?;
        let (value, at) = beside(page, table, label)?;
        let content = Content::Text(value.as_str().into());
        let heard = page.hear_content(&content, at, item.field, item.kind);
        heard.fault.is_none().then_some((item.field, heard.told))
    });
    told.collect()
}

/// Whether the title of a sheet says that it tells of trips and nothing else.
fn is_of_trips(page: &Page<'_>) -> bool {
    let title = page.grid.rows.first().map(|line| page.grid.line(*line));
    let mut texts = title.unwrap_or_default().iter().filter_map(text);
    texts.any(|text| {
        let folded = folded_name(text);
        let mut words = folded.split(' ');
        words.any(|word| {
            word.starts_with("turgrupp") || matches!(word, "turer" | "turar" | "turene" | "turane")
        })
    })
}

/// The rows that a line is about: those of the table right below it where there are
/// several, else all.
fn scope(table: &Table, row: u32) -> Option<(u32, u32)> {
    let mut begins: Vec<u32> = table.stretches.iter().map(|(first, _)| *first).collect();
    begins.extend(&table.captions);
    begins.sort_unstable();
    begins.dedup();
    if begins.len() < 2 {
        return None;
    }
    let at = begins.partition_point(|begin| *begin <= row);
    // Below all of them it may be about all.
    let next = *begins.get(at)?;
    let until = begins.get(at + 1).map_or(u32::MAX, |below| below - 1);
    // Above all of them too, but for the line right over the first.
    let own = at > 0 || next <= row + CLOSE;
    own.then_some((next, until))
}
