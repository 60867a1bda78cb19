//! Names and numbers that stand beside each other in one line of a head, without a
//! label of their own: "Org.nr 999 888 777 - Bømlo kommune - Vestland".

use super::chapter_line;
use super::fields::Fields;
use super::grid::{Line, text};
use super::head::Head;
use super::page::Page;
use super::region;
use crate::form::{Field, FormId, Kind};
use crate::organisation_number::organisation_number_valid;
use crate::recognise::wording;
use crate::workbook::Cell;

/// A longer text is no line of names.
const LONGEST: usize = 140;
/// A head below a table has no more lines, and no longer ones.
const MOST_LINES: usize = 20;
const MOST_CELLS: usize = 4;

/// The one number that stands behind the word for it, "Org 999 888 777", or alone between
/// marks, if it can be one.
pub(super) fn organisation(head: &Head<'_, '_>, fields: &mut Fields) {
    let field = Field::OrganisationNumber;
    let texts = head.texts().filter(|(cell, text)| {
        has_number(text) && head.page.label_at(cell.row, cell.column).is_none()
    });
    let mut numbers = texts
        .flat_map(|(cell, text)| pieces(text).map(move |piece| (cell, piece)))
        .filter(|(_, piece)| is_organisation(piece))
        .map(|(cell, piece)| head.hear(cell, piece, field, Kind::OrganisationNumber))
        .filter(|heard| heard.fault.is_none());
    if let (Some(heard), None) = (numbers.next(), numbers.next()) {
        let place = heard.told.place;
        fields.claimed.push((place.row, place.column));
        fields.take(field, heard);
    }
}

/// "Nordland, Hadsel kommune" or "Hadsel (Nordland)" in a cell of its own, or "Hadsel i
/// Nordland" beside what else heads tell.
pub(super) fn region(head: &Head<'_, '_>, fields: &mut Fields) {
    let named = head.texts().find_map(|(cell, text)| {
        let label = head.page.label_at(cell.row, cell.column).is_some();
        if label || text.len() > LONGEST || !has_two_names(text) {
            return None;
        }
        let says = text.to_lowercase().contains("kommune");
        let all = pieces(text).count();
        let names: Vec<&str> = pieces(text).filter(|piece| !is_told(piece)).collect();
        let both = if says {
            region::both(&names.join(", "))
                .or_else(|| names.iter().find_map(|it| region::within(it)))
        } else if names.len() < all {
            let within = names.iter().find_map(|it| region::within(it));
            within.or_else(|| region::plain(&names))
        } else {
            region::plain(&names)
        };
        Some((cell, both?))
    });
    if let Some((cell, both)) = named {
        let at = (cell.row, cell.column);
        fields.claimed.push(at);
        region::take(head.page, fields, at, &both);
    }
}

/// Whether a text has digits enough for an organisation number.
fn has_number(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_digit).count() >= 9
}

/// Whether there is something in a text that can stand between two names.
fn has_two_names(text: &str) -> bool {
    text.contains([',', ';', '|', '/', '(', '\n', '-', '–', '.']) || text.contains(" i ")
}

/// Whether a piece of a line tells the number, the address or the chapter.
fn is_told(piece: &str) -> bool {
    is_organisation(piece) || piece.contains('@') || chapter_line::named(piece).is_some()
}

/// What a line holds beside the names and numbers that heads have: an address perhaps.
/// Whose it is may be said where a person is named.
pub(super) fn beside_names(text: &str) -> String {
    let is_name = |piece: &str| {
        let region = piece.to_lowercase().contains("kommune") || region::within(piece).is_some();
        is_organisation(piece) || chapter_line::named(piece).is_some() || region
    };
    let rest = pieces(text).filter(|piece| piece.contains('@') || !is_name(piece));
    rest.collect::<Vec<_>>().join(" ")
}

/// Whether a line below a table's rows begins a head that stands there: it names the
/// chapter or the number, and nothing below it is as long as a row.
pub(super) fn begins_foot(page: &Page<'_>, cells: &[Cell]) -> bool {
    let [cell] = cells else { return false };
    let Some(text) = text(cell) else { return false };
    let told = chapter_line::named(text).is_some() || pieces(text).any(is_organisation);
    let start = page.grid.rows.partition_point(|line| line.row <= cell.row);
    let rest = page.grid.rows.get(start..).unwrap_or_default();
    let short = |line: &Line| page.grid.line(*line).len() <= MOST_CELLS;
    told && rest.len() <= MOST_LINES && rest.iter().all(short)
}

/// The meeting place that a title puts between quotes: "Del 1: møteplass «Kafé Håp»".
pub(super) fn meeting_place(head: &Head<'_, '_>, fields: &mut Fields) {
    let mut buffer = String::new();
    let mut named = head.texts().filter_map(|(cell, text)| {
        let name = quoted(text)?;
        let about = wording::about(text, &mut buffer) == Some(FormId::MeetingPlace);
        about.then_some((cell, name))
    });
    if let (Some((cell, name)), None) = (named.next(), named.next()) {
        let field = Field::MeetingPlaceName;
        fields.take(field, head.hear(cell, name, field, Kind::Text));
    }
}

/// What stands between the one pair of quotes of a text.
fn quoted(text: &str) -> Option<&str> {
    let quotes = ['"', '«', '»', '”', '“', '„'];
    let mut parts = text.split(quotes);
    let (_, name, _) = (parts.next()?, parts.next()?, parts.next()?);
    let name = name.trim();
    (parts.next().is_none() && name.chars().any(char::is_alphabetic)).then_some(name)
}

/// What stands beside each other in one line: "Org.nr 999 888 777 - Bømlo kommune".
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let pieces = text.split([',', ';', '|', '/', '(', ')', '\n']);
    let pieces = pieces.flat_map(|piece| piece.split(" - "));
    let pieces = pieces.flat_map(|piece| piece.split(" – "));
    let pieces = pieces.flat_map(sentences).map(str::trim);
    pieces.filter(|piece| !piece.is_empty())
}

/// A text cut behind a full stop, but not behind "Org." and "nr.".
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let at = text.match_indices(". ").map(|(at, _)| at);
    let mut ends = at.filter(|at| {
        let before = text.get(..*at).unwrap_or_default();
        let word = before.rsplit(' ').next().unwrap_or_default();
        let number = text.get(at + 2..).unwrap_or_default();
        let number = number.starts_with(|sign: char| sign.is_ascii_digit());
        word.chars().count() > 3 && word.chars().all(char::is_alphabetic) && !number
    });
    let end = ends.next().unwrap_or(text.len());
    let rest = text
        .get(end..)
        .map(|rest| rest.trim_start_matches(['.', ' ']));
    [text.get(..end), rest].into_iter().flatten()
}

/// Whether a piece of a line may tell the organisation number.
fn is_organisation(piece: &str) -> bool {
    let digits = || piece.chars().filter(|sign| *sign != ' ');
    let bare = digits().count() == 9 && digits().all(|sign| sign.is_ascii_digit());
    let begin = piece.get(..3).filter(|_| piece.len() < 40);
    let behind = begin.is_some_and(|begin| begin.eq_ignore_ascii_case("org"));
    behind || (bare && organisation_number_valid(&digits().collect::<String>()))
}
