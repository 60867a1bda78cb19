//! Names and numbers that stand beside each other in one line of a head, without a
//! label of their own: "Org.nr 999 888 777 - Bømlo kommune - Vestland".

use super::chapter_line;
use super::fields::Fields;
use super::head::Head;
use super::region;
use crate::form::{Field, FormId, Kind};
use crate::recognise::wording;

/// A longer text is no line of names.
const LONGEST: usize = 80;

/// The one number that stands behind the word for it: "Org 999 888 777".
pub(super) fn organisation(head: &Head<'_, '_>, fields: &mut Fields) {
    let field = Field::OrganisationNumber;
    let texts = head
        .texts()
        .filter(|(cell, _)| head.page.label_at(cell.row, cell.column).is_none());
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

/// "Nordland, Hadsel kommune" in a cell of its own.
pub(super) fn region(head: &Head<'_, '_>, fields: &mut Fields) {
    let named = head.texts().find_map(|(cell, text)| {
        let says = text.to_lowercase().contains("kommune") && text.len() < LONGEST;
        let label = head.page.label_at(cell.row, cell.column).is_some();
        if !says || label {
            return None;
        }
        let names = pieces(text).filter(|piece| {
            !is_organisation(piece) && !piece.contains('@') && chapter_line::named(piece).is_none()
        });
        let both = region::both(&names.collect::<Vec<_>>().join(", "))?;
        Some((cell, both))
    });
    if let Some((cell, both)) = named {
        let at = (cell.row, cell.column);
        fields.claimed.push(at);
        region::take(head.page, fields, at, &both);
    }
}

/// What a line holds beside the names and numbers that heads have: an address perhaps.
pub(super) fn beside_names(text: &str) -> String {
    let is_name = |piece: &str| is_organisation(piece) || chapter_line::named(piece).is_some();
    let rest = pieces(text).filter(|piece| piece.contains('@') || !is_name(piece));
    rest.collect::<Vec<_>>().join(" ")
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
    let pieces = pieces.flat_map(|piece| piece.split(" – ")).map(str::trim);
    pieces.filter(|piece| !piece.is_empty())
}

/// Whether a piece of a line may tell the organisation number.
fn is_organisation(piece: &str) -> bool {
    piece.len() < 40 && piece.to_lowercase().starts_with("org")
}
