//! A message or an archive at the door: what lies in it is read, file by file.
//!
//! Nothing is written anywhere: the parts are opened in memory, one at a time, and
//! all of them together may cost no more than one large file. Pages and pictures
//! are evidence for the forms beside them; the rest is read as if it had come alone.

mod archive;
mod bag;
mod beside;
mod mail;
mod outlook;

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::decisions;
use crate::fault::{Fault, FaultKind, LooksLike};
use crate::piece;
use crate::reading;
use crate::report::Reading;
use crate::workbook::Workbook;

use bag::Bag;

pub use beside::{FormName, shown_by};

/// Files that are looked into, in a message and all that is packed in it. A chapter
/// sends a handful, an adviser's whole region some hundreds.
const PARTS: usize = 500;
/// Bytes of all parts together.
const BYTES: usize = 128 << 20;
/// How many messages and archives may lie around a file.
const DEEPEST: usize = 3;

/// Reads a file, and when it is a message or an archive the files in it.
pub(crate) fn read(bytes: &[u8]) -> Vec<Reading> {
    let mut allowance = Allowance {
        parts: PARTS,
        bytes: BYTES,
    };
    let mut readings = allowance.read(bytes, 0);
    piece::number(&mut readings);
    readings
}

/// What a file and all that is packed in it may still cost.
struct Allowance {
    parts: usize,
    bytes: usize,
}

/// What may hold files.
#[derive(Clone, Copy, Debug)]
enum Container {
    Zip,
    Mail,
    Outlook,
}

impl Allowance {
    /// Reads a file around which lie so many messages and archives.
    fn read(&mut self, bytes: &[u8], depth: usize) -> Vec<Reading> {
        let fault = match Workbook::open(bytes) {
            Ok(workbook) => return workbook_at(&workbook, depth),
            Err(fault) => fault,
        };
        let Some(container) = container(&fault, bytes) else {
            return vec![Reading::refused(fault.kind)];
        };
        if depth >= DEEPEST {
            return vec![Reading::refused(FaultKind::TooDeep)];
        }
        // A library that falls over a message costs that message alone.
        let opened = catch_unwind(AssertUnwindSafe(|| {
            let mut bag = Bag::new(self, depth);
            match container {
                Container::Zip => archive::open(bytes, &mut bag),
                Container::Mail => mail::open(bytes, &mut bag),
                Container::Outlook => outlook::open(bytes, &mut bag),
            }?;
            Ok(bag.finish(fault.kind))
        }));
        opened
            .unwrap_or(Err(FaultKind::Damaged))
            .unwrap_or_else(|kind| vec![Reading::refused(kind)])
    }

    /// Takes a part's share; says whether there was enough left.
    fn spend(&mut self, bytes: usize) -> bool {
        match (self.parts.checked_sub(1), self.bytes.checked_sub(bytes)) {
            (Some(parts), Some(bytes)) => {
                (self.parts, self.bytes) = (parts, bytes);
                true
            }
            (_, _) => false,
        }
    }
}

/// An adviser lays a decision workbook in the inbox itself: one that a message or an
/// archive brings along may be anybody's, and decides nothing.
fn workbook_at(workbook: &Workbook, depth: usize) -> Vec<Reading> {
    let decided = if depth == 0 {
        decisions::read(workbook)
    } else {
        None
    };
    match decided {
        Some(decisions) => vec![Reading::of_decisions(decisions)],
        None => reading::read(workbook),
    }
}

/// Whether a file that is no workbook may hold some.
fn container(fault: &Fault, bytes: &[u8]) -> Option<Container> {
    if fault.kind == FaultKind::NotASpreadsheet(LooksLike::Zip) {
        Some(Container::Zip)
    } else if fault.kind != FaultKind::NotASpreadsheet(LooksLike::Email) {
        None
    } else if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        Some(Container::Outlook)
    } else {
        Some(Container::Mail)
    }
}

#[cfg(test)]
mod tests;
