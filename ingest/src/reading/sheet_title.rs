//! The meeting place that a sheet is named after: "Onsdagskafeen" on its tab and on top.

use super::grid::text;
use super::head::Head;
use super::head_line;
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

/// What may be the word for the place as well as for its name.
const EITHER: [&str; 4] = ["treffsted", "treffstad", "treffstedet", "treffstaden"];

/// Takes the name that the title gives: "Møteplassen Kafé Håp – oppmøte 2025". What stands
/// at "Treffsted" is then where it is, if it is something else.
fn titled(head: &Head<'_, '_>, fields: &mut Fields) {
    let mut names = head
        .texts()
        .filter_map(|(cell, text)| Some((cell, named(text)?)));
    let (Some((cell, name)), None) = (names.next(), names.next()) else {
        return;
    };
    let field = Field::MeetingPlaceName;
    let told = fields.told.iter().position(|(told, _)| *told == field);
    if let Some(at) = told {
        let Some((_, told)) = fields.told.get(at) else {
            return;
        };
        let asked = head.page.labels_in(told.place.row).iter().rev();
        let mut asked = asked.filter(|found| found.column <= told.place.column);
        let label = asked.find_map(|found| text(head.page.grid.cell(found.row, found.column)?));
        let label = label.map(|label| label.split(':').next().unwrap_or(label));
        let either = label.is_some_and(|label| EITHER.contains(&folded_name(label).as_str()));
        let same = folded_name(&told.typed).starts_with(&folded_name(name));
        if !either || same || fields.has(Field::Venue) {
            return;
        }
        if let Some((told, _)) = fields.told.get_mut(at) {
            *told = Field::Venue;
        }
    }
    fields.take(field, head.hear(cell, name, field, Kind::Text));
}

/// The name behind the word for a meeting place, if it begins a line.
fn named(text: &str) -> Option<&str> {
    let begins = [
        "møteplassen ",
        "møteplass ",
        "rapport fra møteplassen ",
        "rapport frå møteplassen ",
    ];
    let lower = text.to_lowercase();
    let begin = begins.iter().find(|begin| lower.starts_with(**begin))?;
    let rest = text.get(begin.len()..)?;
    let ends =
        |sign: char| sign.is_ascii_digit() || matches!(sign, ',' | '(' | ':' | '–' | '|' | '.');
    let name = rest.split(ends).next()?.split(" - ").next()?;
    let name = name.split(" i Mental Helse").next()?.trim();
    let named = name.starts_with(char::is_uppercase) && (3..=40).contains(&name.len());
    named.then_some(name)
}

/// The meeting place's name, where no label asks for it.
pub(super) fn name(head: &Head<'_, '_>, fields: &mut Fields) {
    if !fields.has(Field::MeetingPlaceName) {
        head_line::meeting_place(head, fields);
    }
    titled(head, fields);
    if !fields.has(Field::MeetingPlaceName) {
        meeting_place(head, fields);
    }
}

/// Takes the name of the sheet for the meeting place's, where the title begins with it.
fn meeting_place(head: &Head<'_, '_>, fields: &mut Fields) {
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

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_title_names_the_meeting_place() {
        for (text, name) in [
            ("Møteplassen Kafé Håp – oppmøte 2025", "Kafé Håp"),
            (
                "Rapport fra møteplassen Stua i Mental Helse Skarvøy",
                "Stua",
            ),
            ("Møteplassen vår", ""),
            ("Møteplassen i Bømlo", ""),
            ("MØTEPLASSEN STUA 2025", "STUA"),
            ("Møteplasser 2025", ""),
        ] {
            assert_eq!(named(text).unwrap_or_default(), name, "{text}");
        }
    }
}
