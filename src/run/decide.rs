//! Decide: what advisers wrote in decision workbooks goes into the ledger.
//!
//! A line that says too little is told, never guessed; a workbook that is not ours
//! decides nothing.

use anyhow::Context;
use samlerapport_ingest::decisions::Decisions;

use super::{Site, Summary};
use crate::ledger::ReadBook;

mod clerk;
mod follow;
mod foretell;

use clerk::Clerk;
pub(super) use follow::follow;
pub(crate) use foretell::{Foretold, foretell};

/// Takes what has come in together, so that a workbook does not wipe out what is to be
/// told of another.
pub(super) fn decide(site: &mut Site, summary: &mut Summary) -> anyhow::Result<()> {
    let clerk = Clerk {
        ledger: &site.ledger,
        register: &site.register,
        basis_year: site.config.basis_year,
        today: site.request.now.today,
    };
    let mut latest = clerk.latest()?;
    let mut books = Vec::new();
    for book in site.ledger.untaken_books()? {
        let told = decisions_in(&book)?;
        let taken = clerk.read(book.file, &book.name, &told, &mut latest)?;
        let back = taken.decisions.iter().filter(|new| !new.holds).count();
        tracing::info!(
            taken = taken.decisions.len() - back,
            taken_back = back,
            left = taken.complaints.len(),
            trusted = taken.trusted,
            "decisions_read"
        );
        summary.decisions_taken += taken.decisions.len() - back;
        summary.decisions_taken_back += back;
        summary.decisions_left.extend(taken.complaints.clone());
        summary.decision_files += 1;
        books.push(taken);
    }
    site.ledger.take_books(&books)
}

fn decisions_in(book: &ReadBook) -> anyhow::Result<Decisions> {
    let readings = samlerapport_ingest::decode(&book.readings)
        .context("a reading in the ledger cannot be understood")?;
    let mut decisions = readings.into_iter().filter_map(|reading| reading.decisions);
    decisions
        .next()
        .context("a decision workbook in the ledger has no decisions")
}
