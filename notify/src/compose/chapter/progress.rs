//! What a chapter's letter says of the letter before: what was solved, and what is left.

use samlerapport_ingest::Language;
use samlerapport_validate::catalogue;
use serde::Serialize;

use super::norwegian;
use crate::calm::short_line;
use crate::points::{Compared, ToldPoint, compare};

/// What the hall knows of the time since the letter before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Since<'a> {
    /// What the last letter that left asked the chapter to mend.
    pub points: &'a [ToldPoint],
    /// When the same bytes last came a second time, in a form that sorts: news each time.
    pub repeated: Option<&'a str>,
    /// Whether that was after the letter before.
    pub repeated_since: bool,
}

/// What the templates are given.
#[derive(Serialize)]
pub(super) struct Progress {
    solved: usize,
    all: usize,
    new: usize,
    /// Whether the same bytes have come a second time since, and something is left.
    repeated: bool,
    lines: Vec<Line>,
}

/// One thing to mend in one form.
#[derive(Serialize)]
struct Line {
    form: Option<&'static str>,
    title: &'static str,
    /// The cells that are mended; the word for the whole form when there are none.
    solved: Option<String>,
    left: Option<String>,
}

/// A line names so many cells, and counts the rest.
const MOST: usize = 12;

/// `None` when the letter before asked for nothing.
pub(super) fn progress(
    since: Since<'_>,
    now: &[ToldPoint],
    language: Language,
) -> Option<Progress> {
    let before = since.points;
    if before.is_empty() {
        return None;
    }
    let compared = compare(before, now);
    Some(Progress {
        solved: compared.solved.len(),
        all: before.len(),
        new: compared.new,
        repeated: since.repeated_since && !now.is_empty(),
        lines: lines(&compared, language),
    })
}

fn lines(compared: &Compared<'_>, language: Language) -> Vec<Line> {
    let mut kinds: Vec<(&str, Option<samlerapport_ingest::FormId>)> = Vec::new();
    for point in compared.solved.iter().chain(&compared.left) {
        let kind = (point.code.as_str(), point.form);
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let of = |points: &[&ToldPoint], kind: (&str, Option<samlerapport_ingest::FormId>)| {
        let of_kind: Vec<&ToldPoint> = points
            .iter()
            .copied()
            .filter(|point| (point.code.as_str(), point.form) == kind)
            .collect();
        (!of_kind.is_empty()).then(|| cells(&of_kind, language))
    };
    kinds
        .into_iter()
        .filter_map(|kind| {
            let rule = catalogue().iter().find(|rule| rule.code == kind.0)?;
            Some(Line {
                form: kind.1.map(|form| norwegian::form_title(form, language)),
                title: norwegian::words(rule.title, language),
                solved: of(&compared.solved, kind),
                left: of(&compared.left, kind),
            })
        })
        .collect()
}

/// "celle B7 og B9 i arket «Vår»"; empty for a form as a whole.
fn cells(points: &[&ToldPoint], language: Language) -> String {
    let more = points.len().saturating_sub(MOST);
    let mut sheets: Vec<(&str, Vec<String>)> = Vec::new();
    for (sheet, cell) in points
        .iter()
        .take(MOST)
        .filter_map(|point| point.cell.as_ref())
    {
        match sheets.iter_mut().find(|(known, _)| known == sheet) {
            Some((_, cells)) => cells.push(cell.clone()),
            None => sheets.push((sheet, vec![cell.clone()])),
        }
    }
    let told: Vec<String> = sheets
        .into_iter()
        .map(|(sheet, cells)| {
            let cells = norwegian::list(&cells, "og");
            format!("celle {cells} i arket «{}»", short_line(sheet, 31))
        })
        .collect();
    let told = told.join("; ");
    match (more, language) {
        (0, _) => told,
        (_, Language::Bokmal) => format!("{told}, og {more} steder til"),
        (_, Language::Nynorsk) => format!("{told}, og {more} stader til"),
    }
}
