//! How a form ends where it has no signature block: place and day, and below them
//! who signed, as under a letter.

use super::caption;
use super::grid::{Grid, Line, text};
use super::letter_lines::{
    date_alone, day_of, is_greeting, is_place_and_day_caption, is_remark, office_alone,
};
use super::letter_rows::{Header, Place, begins_with_words};
use super::scan::Found;
use super::seats::Signed;
use super::signer::{self, Signer, name_and_date};
use crate::cell;
use crate::fold::fold_into;
use crate::form::{FormId, SignatureRole};
use crate::value::Day;
use crate::workbook::Cell;

/// Who signed stands among so many of the last lines.
const LAST_LINES: usize = 6;
/// A line of a letter's end has no more cells.
const CELLS: usize = 3;
/// Who signed stands within so many rows of the place and day.
const GAP: u32 = 4;
/// Longer words over those who signed are a text about something else.
const LONGEST: usize = 90;

/// The end of a form without a signature block.
pub(super) struct End {
    /// The row where it begins: what stands there is no table's.
    pub(super) row: u32,
    pub(super) signed: Vec<Signed>,
}

/// Finds the end, unless the form has a signature block.
pub(super) fn find(grid: &Grid<'_>, labels: &[Found<'_>], form: FormId) -> Option<End> {
    let signing = labels.iter().filter(|it| it.matched.label.signs(form));
    // "Underskrift:" on a line of its own may stand over a letter's end.
    let alone = |it: &Found<'_>| {
        it.matched.label.is_bare_signature()
            && it.matched.inline.is_none()
            && grid.row(it.row).len() == 1
    };
    if !signing.clone().all(alone) {
        return None;
    }
    let caption = signing.map(|it| it.row).max();
    let start = grid.rows.len().saturating_sub(LAST_LINES);
    let lines = grid.rows.get(start..)?;
    let table = Header::of(labels, form);
    let found = lines.iter().enumerate().find_map(|(at, line)| {
        let cells = grid.line(*line);
        let opening = opening(cells, form)?;
        let above = at.checked_sub(1).and_then(|at| lines.get(at));
        let apart = above.is_none_or(|above| above.row + 1 < line.row);
        let place = table
            .as_ref()
            .map_or(Place::Outside, |table| table.holds(cells, apart));
        match place {
            Place::Outside => end(grid, lines, (at, opening)),
            // Offices tell the end of a letter from a row.
            Place::Doubtful if !begins_with_words(cells) => None,
            Place::Doubtful => end(grid, lines, (at, opening)).filter(|end| {
                let mut signers = end.signed.iter().map(|one| &one.signer);
                signers.all(|signer| signer.role.is_some())
            }),
            Place::Within => None,
        }
    })?;
    match caption {
        None => Some(found),
        Some(row) if row < found.row && found.row <= row + GAP => Some(End { row, ..found }),
        Some(_) => None,
    }
}

/// The end that begins with an opening, if nothing else stands below it.
fn end(grid: &Grid<'_>, lines: &[Line], (at, opening): (usize, Opening)) -> Option<End> {
    let mut from = lines.get(at)?.row;
    let mut signed = opening.signed.clone();
    if opening.below {
        let above = at.checked_sub(1).and_then(|at| lines.get(at))?;
        let mut one = signer_in(grid.line(*above)).filter(|_| above.row + GAP >= from)?;
        one.signer.date = one.signer.date.or(opening.date);
        from = above.row;
        signed.push(one);
    }
    let mut last = from;
    for line in lines.get(at + 1..).unwrap_or_default() {
        let cells = grid.line(*line);
        let mut more = Vec::new();
        if line.row <= last + GAP {
            more = signers_in(cells);
        }
        last = line.row;
        if let Some(date) = date_alone(cells) {
            let undated = signed.iter_mut().filter(|one| one.signer.date.is_none());
            undated.for_each(|one| one.signer.date = Some(date));
        } else if let Some(role) = office_alone(cells)
            && let Some(before) = signed.last_mut()
        {
            before.signer.role = before.signer.role.or(Some(role));
        } else if more.is_empty() && !is_greeting(cells) && !is_remark(cells) {
            // Nothing but those who signed stands below the place and day.
            return None;
        }
        for one in &mut more {
            one.signer.date = one.signer.date.or(opening.date);
            one.signer.role = one.signer.role.or(opening.role);
        }
        signed.extend(more);
    }
    let lone = signed.len() == 1;
    let sure = |signed: &Signed| {
        let dated = !opening.undated || signed.signer.date.is_some();
        dated && (signed.signer.role.is_some() || lone)
    };
    (!signed.is_empty() && signed.iter().all(sure)).then_some(End { row: from, signed })
}

/// What begins the end: place and day, a greeting, or that somebody signed.
struct Opening {
    /// Whether it stands under the name: "sign. 3/1-26".
    below: bool,
    /// Whether only a day below shows that it is no list of offices.
    undated: bool,
    date: Option<Day>,
    /// The office of those who signed, if it says so: "Underskrevet av leder:".
    role: Option<SignatureRole>,
    signed: Vec<Signed>,
}

impl Opening {
    /// Words over those who signed.
    fn over(role: Option<SignatureRole>) -> Self {
        Self {
            below: false,
            undated: false,
            date: None,
            role,
            signed: Vec::new(),
        }
    }

    /// The first of those who signed.
    fn with(signed: Signed) -> Self {
        Self {
            below: false,
            undated: false,
            date: signed.signer.date,
            role: None,
            signed: vec![signed],
        }
    }
}

fn opening(cells: &[Cell], form: FormId) -> Option<Opening> {
    if let Some(signed) = office_line(cells).filter(|_| form != FormId::AnnualReport) {
        return Some(Opening::with(signed));
    }
    if let Some(opening) = says_who(cells) {
        return Some(opening);
    }
    if cells.is_empty() || cells.len() > CELLS {
        return None;
    }
    if is_greeting(cells) {
        return Some(Opening::over(None));
    }
    if let [cell, ..] = cells
        && text(cell).is_some_and(signer::opens)
        && let Some(signed) = signer_in(cells)
    {
        return Some(Opening::with(signed));
    }
    // "Kari Nordlys, leder, 3.1.2026"
    if let [_] = cells
        && let Some(signed) = signer_in(cells).filter(|one| one.signer.role.is_some())
        && signed.signer.date.is_some_and(|day| day.year.is_some())
    {
        return Some(Opening::with(signed));
    }
    // "Leder i laget: Kari Nordlys", over "Dato: 3.1.2026"
    if let [cell] = cells
        && let Some((office, _)) = text(cell).and_then(|text| text.split_once(':'))
        && signer::role(office).is_some()
        && let Some(signed) = signer_in(cells)
    {
        return Some(Opening {
            undated: signed.signer.date.is_none(),
            ..Opening::with(signed)
        });
    }
    if let [cell] = cells
        && let Some(text) = text(cell).filter(|text| signer::opens(text))
        && let Some(date) = name_and_date(text).1
    {
        return Some(Opening {
            below: true,
            date: Some(date),
            ..Opening::over(None)
        });
    }
    place_and_day(cells)
}

/// "Stokke 14. januar 2026", "Oslo," and the day in a cell of its own, or the day
/// with a name beside it.
fn place_and_day(cells: &[Cell]) -> Option<Opening> {
    // "Sted/dato:" before them.
    let cells = match cells {
        [first, rest @ ..] if text(first).is_some_and(is_place_and_day_caption) => rest,
        _ => cells,
    };
    let typed: Vec<_> = cells
        .iter()
        .map(|cell| cell::typed(&cell.content))
        .collect();
    let split = typed
        .iter()
        .position(|text| name_and_date(text).1.is_some_and(|day| day.year.is_some()))?;
    let mut place = typed.get(..split)?.join(" ");
    let (beside, date) = name_and_date(typed.get(split)?);
    place.push_str(beside.as_deref().unwrap_or_default());
    let words = || place.split_whitespace();
    // A place has a name of one word or two; what has more is told of a day.
    let alone = place.trim().is_empty() && split == 0;
    let named = words().count() <= 2
        && !signer::is_name(&place)
        && words()
            .next()
            .map_or(alone, |word| word.starts_with(char::is_uppercase))
        && !place.contains([':', '?', '!', '('])
        && place.chars().all(|sign| !sign.is_ascii_digit());
    let rest = cells.get(split + 1..).unwrap_or_default();
    let signed: Vec<Signed> = match rest {
        [] => Vec::new(),
        _ => vec![signer_in(rest)?],
    };
    let signed = signed.into_iter().map(|mut one| {
        one.signer.date = one.signer.date.or(date);
        one
    });
    let signed: Vec<Signed> = signed.collect();
    // A day without a place before it ends a letter beside somebody with an office.
    let sure = !alone || signed.iter().any(|one| one.signer.role.is_some());
    (named && sure).then_some(Opening {
        below: false,
        undated: false,
        date,
        role: None,
        signed,
    })
}

/// One who signed, alone on a line: a name, perhaps with the office beside it.
fn signer_in(cells: &[Cell]) -> Option<Signed> {
    if cells.len() > CELLS {
        return None;
    }
    let texts: Option<Vec<&str>> = cells.iter().map(text).collect();
    let first = cells.first()?;
    let signer = signer::signer(&texts?.join(", "));
    let name = signer
        .name
        .as_deref()
        .filter(|name| signer::is_name(name))?;
    let mut cells = cells.iter();
    // "Undertegnet 9. januar 2026" before the name is not where it stands.
    let opens = text(first).is_some_and(signer::opens);
    let of_name = cells.find(|cell| text(cell).is_some_and(|text| text.contains(name)));
    let at = of_name.filter(|_| opens).unwrap_or(first);
    let at = (at.row, at.column);
    Some(Signed { at, signer })
}

/// Those who signed on one line, each in a cell, or one with the office beside.
fn signers_in(cells: &[Cell]) -> Vec<Signed> {
    let each: Option<Vec<Signed>> = cells
        .iter()
        .map(|cell| signer_in(std::slice::from_ref(cell)))
        .collect();
    match each {
        Some(each) if cells.len() <= CELLS => each,
        _ => signer_in(cells).into_iter().collect(),
    }
}

/// "Leder: | Kari Nordlys | dato 3.1.2026": with its day and year the line of an office is
/// signed, and not one of a list of who holds which.
fn office_line(cells: &[Cell]) -> Option<Signed> {
    let [office, name, rest @ ..] = cells else {
        return None;
    };
    let role = signer::role(text(office)?)?;
    let printed = signer::signer(text(name)?);
    let named = printed.name.as_deref().is_some_and(signer::is_name);
    let days = rest
        .iter()
        .filter(|cell| !caption::is_any(cell) || text(cell).is_some_and(|text| text.contains(':')));
    let mut days = days.map(day_of);
    let date = match (days.next(), days.next()) {
        (Some(day), None) => day?,
        (None, None) => printed.date?,
        _ => return None,
    };
    (named && rest.len() <= 2 && date.year.is_some()).then_some(Signed {
        at: (name.row, name.column),
        signer: Signer {
            date: Some(date),
            role: Some(role),
            ..printed
        },
    })
}

/// Words over those who signed that end with a colon: "Alt i denne boka er lest og
/// underskrevet av leder:"; the office that they name, if any.
fn says_who(cells: &[Cell]) -> Option<Opening> {
    let [cell] = cells else { return None };
    let text = text(cell)?.trim();
    if text.len() > LONGEST || !text.ends_with(':') {
        return None;
    }
    let mut folded = String::new();
    fold_into(text, &mut folded);
    let mut words = folded.split(' ');
    let signs = [
        "underskrevet",
        "underskrive",
        "underteikna",
        "undertegnet",
        "signert",
        "underskrift",
        "underskrifter",
        "signatur",
        "signaturer",
        "bekreftes",
        "bekreftet",
        "stadfestast",
    ];
    let signed = words.any(|word| signs.contains(&word))
        || ["skrevet under", "skrive under"]
            .iter()
            .any(|said| folded.contains(said));
    let denied = folded
        .split(' ')
        .any(|word| matches!(word, "ikke" | "ikkje" | "maa" | "skal" | "bør" | "alle"));
    let dated = signer::signer(text).date.is_some();
    (signed && !denied && !dated).then(|| Opening::over(signer::role_among(text)))
}
