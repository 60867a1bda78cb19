//! What a form's head tells without a label that we know: the chapter's name or the
//! year in a title, an address alone in its cell. What stands at other words, while
//! the form lacks something, is told.

use std::ops::RangeInclusive;

use super::caption;
use super::chapter_line;
use super::choice;
use super::fields::Fields;
use super::grid::text;
use super::head_line;
use super::page::{Heard, Page, is_blank};
use super::sheet_title;
use super::signer;
use super::slip;
use super::table::Table;
use crate::fold::fold_into;
use crate::form::{Field, FormId, Item, Kind};
use crate::recognise::wording;
use crate::value::{Told, Value};
use crate::workbook::{Cell, Content};

/// A head has no more lines than this where no table follows it.
const LINES: usize = 14;
/// A value stands no further right from words that we do not know.
const REACH: u16 = 4;
/// The years that a title may be about.
const YEARS: RangeInclusive<i32> = 2000..=2099;
/// So many unknown labels are told.
const MOST_STRANGE: usize = 8;
/// A head has fewer texts.
const MOST_TEXTS: usize = 200;

/// Looks through the head for what the fields still lack.
pub(super) fn read(page: &Page<'_>, table: &Table, fields: &mut Fields) {
    let known = [
        Field::ChapterName,
        Field::BasisYear,
        Field::ContactEmail,
        Field::County,
        Field::Municipality,
    ];
    let lacks = |fields: &Fields| missing(page, fields).any(|item| item.required);
    if !lacks(fields) && known.iter().all(|field| fields.has(*field)) {
        return;
    }
    let head = Head::of(page, table, fields);
    let foot = Head::below(page, table, fields);
    for head in [&head, &foot] {
        if !fields.has(Field::ChapterName) {
            head.chapter(fields);
        }
    }
    if !fields.has(Field::BasisYear) {
        head.year(table, fields);
    }
    for head in [&head, &foot] {
        if !fields.has(Field::County) && !fields.has(Field::Municipality) {
            head_line::region(head, fields);
        }
        if !fields.has(Field::OrganisationNumber) {
            head_line::organisation(head, fields);
        }
    }
    if page.form.id == FormId::MeetingPlace {
        sheet_title::name(&head, fields);
    }
    for head in [&head, &foot] {
        if !fields.has(Field::ContactEmail) && !table.stretches.is_empty() {
            head.email(fields);
        }
    }
    if lacks(fields) {
        head.strange(fields);
    }
}

/// The fields that were not found, but for those that a plain form leaves empty.
fn missing<'a>(page: &Page<'_>, fields: &'a Fields) -> impl Iterator<Item = &'static Item> + 'a {
    slip::missing(page.form.fields, |field| fields.has(field))
}

/// The cells of a head that no label told of.
pub(super) struct Head<'p, 'a> {
    pub(super) page: &'p Page<'a>,
    cells: Vec<&'a Cell>,
}

impl<'p, 'a> Head<'p, 'a> {
    fn of(page: &'p Page<'a>, table: &Table, fields: &Fields) -> Self {
        let signed = page
            .labels
            .iter()
            .filter(|found| found.matched.label.signs(page.form.id))
            .map(|found| found.row)
            .min();
        let last = match table.stretches.iter().map(|(first, _)| *first).min() {
            // The answers of form 1 go on below the board.
            _ if page.form.id == FormId::AnnualReport => signed,
            // The head may stand below a table that begins the sheet.
            Some(first) if first > 2 => Some(first),
            Some(_) => signed,
            None => page.grid.rows.get(LINES).map(|line| line.row),
        };
        let last = last.unwrap_or(u32::MAX);
        let cells = page.grid.cells.iter();
        let cells = cells
            .filter(|cell| {
                cell.row < last && !table.covers(cell.row)
                    || table.has_beside(cell.row, cell.column)
            })
            .filter(|cell| !fields.claimed.contains(&(cell.row, cell.column)))
            .collect();
        Self { page, cells }
    }

    /// The lines below the last table, where a head may stand as well.
    fn below(page: &'p Page<'a>, table: &Table, fields: &Fields) -> Self {
        let last = table.stretches.iter().map(|(_, last)| *last).max();
        let from = last.unwrap_or(u32::MAX);
        let rows = page.grid.rows.iter().filter(|line| line.row > from);
        let cells = rows
            .take(LINES)
            .flat_map(|line| page.grid.line(*line))
            .filter(|cell| !fields.claimed.contains(&(cell.row, cell.column)))
            .collect();
        Self { page, cells }
    }

    pub(super) fn texts(&self) -> impl Iterator<Item = (&'a Cell, &'a str)> + '_ {
        self.cells
            .iter()
            .filter_map(|cell| text(cell).map(|text| (*cell, text)))
    }

    pub(super) fn hear(&self, cell: &Cell, told: &str, field: Field, kind: Kind) -> Heard {
        let content = Content::Text(told.into());
        self.page
            .hear_content(&content, (cell.row, cell.column), field, kind)
    }

    /// The one chapter that the head names.
    fn chapter(&self, fields: &mut Fields) {
        let mut named = self
            .texts()
            .filter_map(|(cell, text)| Some((cell, chapter_line::named(text)?)));
        let Some((cell, name)) = named.next() else {
            return;
        };
        if named.all(|(_, other)| other == name) {
            let heard = self.hear(cell, name, Field::ChapterName, Kind::Text);
            fields.take(Field::ChapterName, heard);
        }
    }

    /// The one year in the title, or in the sheet's name, unless the rows tell of
    /// another.
    fn year(&self, table: &Table, fields: &mut Fields) {
        let mut buffer = String::new();
        let mut found: Vec<(&Cell, i32, bool)> = Vec::new();
        for (cell, text) in self.texts() {
            let label = self.page.label_at(cell.row, cell.column);
            let title = label.is_some_and(|found| found.matched.label.title().is_some())
                || wording::about(text, &mut buffer).is_some()
                || is_titled(text, &mut buffer)
                || is_year_alone(text, &mut buffer)
                || chapter_line::named(text).is_some();
            found.extend(years(text).map(|year| (cell, year, title)));
        }
        let titled = found.iter().find(|(_, _, title)| *title).copied();
        let first = self.cells.first().copied();
        let of_sheet = || {
            let mut years = years(self.page.name);
            let year = years.next().filter(|_| years.next().is_none())?;
            Some((first?, year, true))
        };
        let Some((cell, year, _)) = titled.or_else(of_sheet) else {
            return;
        };
        let alike = found.iter().all(|(_, other, _)| *other == year);
        if alike && !told_otherwise(table, year) {
            let typed = year.to_string();
            let heard = self.hear(cell, &typed, Field::BasisYear, Kind::Year);
            fields.take(Field::BasisYear, heard);
        }
    }

    /// The one address that stands alone, or at a word for e-mail.
    fn email(&self, fields: &mut Fields) {
        let mut buffer = String::new();
        let mut addresses: Vec<(&Cell, Told)> = Vec::new();
        for (cell, text) in self.texts().filter(|(_, text)| text.contains('@')) {
            let alone = head_line::beside_names(text)
                .split_whitespace()
                .all(|word| word.contains('@') || is_mail_word(word, &mut buffer));
            let mut left = self.page.grid.row(cell.row).iter().rev();
            let beside = left.find(|other| other.column < cell.column);
            let fits = beside.is_none_or(|other| {
                fields.claimed.contains(&(other.row, other.column))
                    || super::grid::text(other).is_some_and(|text| {
                        let mut words = text.split_whitespace();
                        words.all(|word| is_mail_word(word, &mut buffer))
                    })
            });
            let heard = self.hear(cell, text, Field::ContactEmail, Kind::Email);
            if heard.fault.is_none() {
                addresses.push((cell, heard.told));
            }
            if !alone || !fits {
                return;
            }
        }
        let Some((cell, told)) = addresses.first() else {
            return;
        };
        if addresses.iter().all(|(_, other)| other.value == told.value) {
            fields.claimed.push((cell.row, cell.column));
            fields.told.push((Field::ContactEmail, told.clone()));
        }
    }

    /// Labels that we do not know with values at them: nearly spelt as what is
    /// missing they are read, and else told.
    fn strange(&self, fields: &mut Fields) {
        let mut buffer = String::new();
        let mut strange = Vec::new();
        for (cell, text) in self.texts().take(MOST_TEXTS) {
            let (label, inline) = match text.split_once(':') {
                Some((label, inline)) if !inline.trim().is_empty() => (label, Some(inline.trim())),
                Some((label, _)) => (label, None),
                None => (text, None),
            };
            let asks = self.page.label_at(cell.row, cell.column).is_none()
                && !caption::is_any(cell)
                && !self.page.past.is_head(cell.row)
                && slip::may_head(label, &mut buffer)
                && !label.trim_end().ends_with(['.', '!', ','])
                && !label.contains('@')
                && chapter_line::named(label).is_none()
                && !choice::is_word(label)
                && !signer::is_name(label)
                // "Bømlo 3. januar 2026" beside who signed.
                && signer::name_and_date(text).1.is_none()
                && wording::about(text, &mut buffer).is_none();
            if !asks || self.is_value(cell) {
                continue;
            }
            let value = match inline {
                Some(inline) => Some((Content::Text(inline.into()), (cell.row, cell.column))),
                None => self.beside(cell, fields),
            };
            let Some((content, at)) = value else { continue };
            match slip::nearest(label, missing(self.page, fields)) {
                Some(item) => {
                    let heard = self.page.hear_content(&content, at, item.field, item.kind);
                    fields.claimed.push(at);
                    fields.take(item.field, heard);
                }
                None => strange.push(cell),
            }
        }
        if !missing(self.page, fields).any(|item| item.required) {
            return;
        }
        let told = strange.into_iter().take(MOST_STRANGE);
        let faults = told.map(|cell| self.page.not_understood(cell.row, cell.column));
        fields.faults.extend(faults);
    }

    /// Whether a text stands right of words that it may be the value of.
    fn is_value(&self, cell: &Cell) -> bool {
        let row = self.page.grid.row(cell.row);
        let before = row.iter().rev().find(|other| other.column < cell.column);
        before.is_some_and(|other| {
            self.page.is_label(other.row, other.column)
                || self.cells.iter().any(|mine| std::ptr::eq(*mine, other))
        })
    }

    /// The value right of a text, which nothing else took.
    fn beside(&self, cell: &Cell, fields: &Fields) -> Option<(Content, (u32, u16))> {
        let to = self.page.grid.extent(cell.row, cell.column).to.1;
        let row = self.page.grid.row(cell.row).iter();
        let next = row
            .filter(|other| other.column > to && other.column <= to.saturating_add(REACH))
            .find(|other| !is_blank(&other.content, Kind::Text))?;
        let at = (next.row, next.column);
        let free = !self.page.is_label(at.0, at.1) && !fields.claimed.contains(&at);
        free.then(|| (next.content.clone(), at))
    }
}

/// Whether any row has its whole date in another year and none in this one.
fn told_otherwise(table: &Table, year: i32) -> bool {
    let rows = table.rows.iter().flat_map(|row| &row.cells);
    let days = rows
        .filter(|(field, _)| *field == Field::Date)
        .filter_map(|(_, told)| match &told.value {
            Some(Value::Days(days)) => Some(days),
            _ => None,
        });
    let mut told = days.flatten().filter_map(|day| day.year).peekable();
    told.peek().is_some() && !told.any(|other| other == year)
}

/// The years in a text that is no date.
fn years(text: &str) -> impl Iterator<Item = i32> + '_ {
    let dated = signer::name_and_date(text.trim_end_matches([':', ' ']))
        .1
        .is_some();
    let numbers = text.split(|sign: char| !sign.is_alphanumeric());
    numbers
        .filter(move |number| !dated && number.len() == 4)
        .filter_map(|number| number.parse::<i32>().ok())
        .filter(|year| YEARS.contains(year))
}

/// Whether a text has a word that titles have, and is no more than a line.
fn is_titled(text: &str, buffer: &mut String) -> bool {
    if text.len() > 90 || text.trim_end().ends_with('.') {
        return false;
    }
    fold_into(text, buffer);
    [
        "rapport",
        "oversikt",
        "oversyn",
        "likeperson",
        "aktivitet",
        "møteplass",
        "grunnlagsaar",
    ]
    .iter()
    .any(|word| buffer.contains(word))
}

/// "for 2025", beside a title.
fn is_year_alone(text: &str, buffer: &mut String) -> bool {
    fold_into(text, buffer);
    let mut words = buffer.split(' ');
    words.all(|word| {
        matches!(
            word,
            "for" | "i" | "aar" | "aaret" | "per" | "pr" | "kalenderaaret"
        ) || word.parse::<i32>().is_ok_and(|year| YEARS.contains(&year))
    })
}

/// Whether a word beside an address says that it is one, or the chapter's.
fn is_mail_word(word: &str, buffer: &mut String) -> bool {
    fold_into(word, buffer);
    matches!(
        buffer.as_str(),
        "" | "e post"
            | "epost"
            | "e"
            | "post"
            | "mail"
            | "e mail"
            | "email"
            | "adresse"
            | "epostadresse"
            | "e postadresse"
            | "mailadresse"
            | "kontakt"
            | "svar"
            | "gjerne"
            | "til"
            | "laget"
            | "lagets"
            | "vaar"
            | "laget s"
            | "kontaktadresse"
            | "kontaktinfo"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_years_of_a_line() {
        for (text, wanted) in [
            ("Årsrapport 2025", &[2025][..]),
            ("Årsrapport 2024/2025", &[2024, 2025]),
            ("Bodø 3.1.2026", &[]),
            ("Organisasjon 999991017", &[]),
            ("Postboks 1234", &[]),
        ] {
            assert_eq!(years(text).collect::<Vec<_>>(), wanted, "{text}");
        }
    }
}
