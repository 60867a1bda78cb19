//! The meeting place that a sheet is named after: "Onsdagskafeen" on its tab and on top.

use super::head::Head;
use super::label;
use crate::cell::month;
use crate::fold::folded_name;
use crate::form::{Field, Kind};
use crate::recognise::wording;

use super::fields::Fields;

/// A shorter name of a sheet may stand anywhere.
const SHORTEST: usize = 4;
/// So many texts of the head are looked at.
const TEXTS: usize = 3;

/// Words that a sheet and its title have in common though they name no place.
const GENERAL: [&str; 16] = [
    "rapport",
    "skjema",
    "liste",
    "oversikt",
    "oversyn",
    "logg",
    "møteplass",
    "møteplassen",
    "møteplasser",
    "aktiviteter",
    "aktivitetar",
    "likepersoner",
    "treff",
    "treffsted",
    "utfylt",
    "kopi",
];

/// Takes the name of the sheet for the meeting place's, where the title begins with it.
pub(super) fn meeting_place(head: &Head<'_, '_>, fields: &mut Fields) {
    let name = head.page.name;
    let sheet = folded_name(name);
    let general = sheet.split(' ').any(|word| GENERAL.contains(&word));
    let mut buffer = String::new();
    if sheet.chars().count() < SHORTEST
        || general
        || !sheet
            .chars()
            .all(|sign| sign.is_alphabetic() || sign == ' ')
        || month::heading(name).is_some()
        || label::exact(name, &mut buffer).is_some()
        || wording::about(name, &mut buffer).is_some()
    {
        return;
    }
    let titled = head.texts().take(TEXTS).find_map(|(cell, text)| {
        let ends =
            |sign: char| sign.is_ascii_digit() || matches!(sign, ',' | '(' | ':' | '–' | '|');
        let title = text.split(ends).next()?.trim();
        let title = title.split(" - ").next()?.trim();
        let folded = folded_name(title);
        // "Onsdagskafe" on the tab, "Onsdagskafeen" on top.
        let rest = folded.strip_prefix(sheet.as_str())?;
        matches!(rest, "" | "n" | "en" | "a" | "et").then_some((cell, title))
    });
    if let Some((cell, title)) = titled {
        let field = Field::MeetingPlaceName;
        fields.take(field, head.hear(cell, title, field, Kind::Text));
    }
}
