//! Sections of one report on a sheet: one head, a table under each heading in own words
//! ("Del 2: aktiviteter utenom møteplassen"), and one signature at the end.

use super::Content;
use super::grid::{Grid, text};
use super::merge::CHAPTER;
use super::scan::{FEWEST_COLUMNS, Found, columns};
use crate::form::{Field, FormId, SignatureRole};
use crate::recognise::wording;
use crate::report::{Evidence, Recognised, Signature};

/// Fewer of form 1's questions may be asked elsewhere.
const FEWEST_ANSWERS: usize = 3;
/// A section's heading stands so close over its table's header.
const CLOSE: u32 = 3;

/// The rows at which a section about another form begins.
pub(super) fn cuts(grid: &Grid<'_>, labels: &[Found<'_>]) -> Vec<u32> {
    let rows = labels.chunk_by(|one, other| one.row == other.row);
    let heads = |row: &&[Found<'_>]| {
        row.len() >= FEWEST_COLUMNS
            && FormId::ALL
                .iter()
                .any(|form| columns(row, *form) >= FEWEST_COLUMNS)
    };
    let headers: Vec<u32> = rows
        .filter(heads)
        .filter_map(|row| row.first().map(|found| found.row))
        .collect();
    let begun = headers.first().and_then(|header| heading(grid, *header));
    let below_report =
        begun.is_some_and(|(row, form)| answers(labels, row) && form != FormId::AnnualReport);
    if headers.len() < 2 && !below_report {
        return Vec::new();
    }
    let mut cuts = Vec::new();
    let mut current = Some(FormId::AnnualReport).filter(|_| below_report);
    for header in headers {
        let Some((row, form)) = heading(grid, header) else {
            continue;
        };
        if current.is_some_and(|known| known != form) {
            cuts.push(row);
        }
        current = Some(form);
    }
    cuts
}

/// Whether the rows above one ask what form 1 alone asks.
fn answers(labels: &[Found<'_>], row: u32) -> bool {
    let above = labels.iter().filter(|found| found.row < row);
    let mut asked: Vec<Field> = above
        .filter_map(|found| found.matched.label.field(FormId::AnnualReport))
        .filter(|field| !CHAPTER.contains(field))
        .collect();
    asked.sort_unstable();
    asked.dedup();
    asked.len() >= FEWEST_ANSWERS
}

/// The line close over a header that says in own words what its table is about.
fn heading(grid: &Grid<'_>, header: u32) -> Option<(u32, FormId)> {
    let mut buffer = String::new();
    let mut above = (1..=CLOSE).filter_map(|up| header.checked_sub(up));
    above.find_map(|row| {
        let [cell] = grid.row(row) else { return None };
        let form = wording::about(text(cell)?, &mut buffer)?;
        Some((row, form))
    })
}

/// Who signed the last section signed those above it, which have no place to sign.
pub(super) fn sign(sections: &mut [(Content, Recognised, bool)]) {
    let mut last: Option<Vec<Signature>> = None;
    for (content, _, signed_below) in sections.iter_mut().rev() {
        let blocks = &mut content.signatures.blocks;
        let nobody = blocks.iter().all(|it| it.evidence == Evidence::None);
        // One block of the chapter's; three are the annual report's (§ 9).
        let chapters = |blocks: &[Signature]| matches!(blocks, [block] if block.role != SignatureRole::PeerSupporter);
        if let Some(below) = last.as_ref().filter(|_| *signed_below && nobody)
            && chapters(below)
            && chapters(blocks)
        {
            blocks.clone_from(below);
        }
        last = Some(blocks.clone());
    }
}
