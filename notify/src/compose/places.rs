//! Where a finding holds, so that a person finds the cell.

use samlerapport_ingest::{Field, FormId, Language};
use samlerapport_validate::{JudgedForm, Spot, stretches};

use super::norwegian;
use crate::calm::short_line;

#[cfg(test)]
mod tests;

/// A letter names so many cells and series of one finding, and counts the rest.
const MOST: usize = 12;

/// The longest name that a spreadsheet program gives a sheet.
const SHEET_NAME: usize = 31;

/// "arket «Vår», Dato, celle B7, B9 og B12–B40; Tema, celle G7"; empty without spots.
pub(super) fn places(form: &JudgedForm, spots: &[Spot], language: Language) -> String {
    let stretches = stretches(spots);
    let rest = stretches.iter().skip(MOST);
    let more: usize = rest.map(|stretch| stretch.spots).sum();
    let several_sheets = form.sheets.len() > 1;
    let mut groups: Vec<(u16, Option<Field>, Vec<String>)> = Vec::new();
    for stretch in stretches.iter().take(MOST) {
        let spot = stretch.first;
        let cell = if stretch.last == spot.place {
            spot.place.to_string()
        } else {
            format!("{}–{}", spot.place, stretch.last)
        };
        match groups
            .iter_mut()
            .find(|(sheet, field, _)| *sheet == spot.place.sheet && *field == spot.field)
        {
            Some((_, _, cells)) if cells.contains(&cell) => {}
            Some((_, _, cells)) => cells.push(cell),
            None => groups.push((spot.place.sheet, spot.field, vec![cell])),
        }
    }
    let mut told = Vec::new();
    let mut last_sheet = None;
    for (sheet, field, cells) in groups {
        let mut words = String::new();
        if several_sheets && last_sheet != Some(sheet) {
            last_sheet = Some(sheet);
            words.push_str(&sheet_words(form, sheet));
        }
        if let Some(label) = field.and_then(|field| label(form.form, field, language)) {
            words.push_str(label);
            words.push_str(", ");
        }
        words.push_str("celle ");
        words.push_str(&if more > 0 {
            cells.join(", ")
        } else {
            norwegian::list(&cells, "og")
        });
        told.push(words);
    }
    let told = told.join("; ");
    if more > 0 {
        format!("{told} og {more} til")
    } else {
        told
    }
}

fn sheet_words(form: &JudgedForm, sheet: u16) -> String {
    form.sheets
        .get(usize::from(sheet))
        .map_or_else(String::new, |name| {
            format!("arket «{}», ", short_line(name, SHEET_NAME))
        })
}

fn label(form: Option<FormId>, field: Field, language: Language) -> Option<&'static str> {
    norwegian::label(form?, field, language).filter(|label| !label.is_empty())
}
