//! Whose delivery is it: each reading against the register and the advisers' decisions.
//!
//! Asked anew whenever one of them has changed, so that a chapter that was unknown is
//! found as soon as staff have added it.

use std::collections::BTreeMap;

use samlerapport_ingest::{Identified, Piece, Reading, Register, Report};
use samlerapport_validate::Decided;

use super::Site;
use crate::digest;
use crate::reading;

/// Knows a form's chapter, by an adviser's decision or by the register.
pub(super) struct Identifier {
    /// The chapter that an adviser has placed a form with, by piece.
    placed: BTreeMap<Piece, String>,
    /// Digest of all that it knows.
    digest: String,
}

impl Identifier {
    pub(super) fn of(site: &Site) -> anyhow::Result<Self> {
        let placed = placed(site)?;
        let digest = digest::of_parts([
            site.register_digest.as_bytes(),
            format!("{placed:?}").as_bytes(),
        ]);
        Ok(Self { placed, digest })
    }

    /// Changes whenever another answer may be given.
    pub(super) fn digest(&self) -> &str {
        &self.digest
    }

    /// The number of the chapter that a form is from; its rows are not looked at.
    pub(super) fn chapter(
        &self,
        register: &Register,
        sha256: &str,
        reading: &Reading,
    ) -> Option<String> {
        let report = reading.report.as_ref()?;
        let decided = Piece::of(sha256, reading).and_then(|piece| self.placed.get(&piece));
        decided.cloned().or_else(|| known(register, report))
    }
}

/// Identifies anew what was identified with another register or other decisions.
pub(super) fn identify(site: &mut Site) -> anyhow::Result<()> {
    let identifier = Identifier::of(site)?;
    loop {
        // A part at a time, so that memory does not grow with the ledger.
        let unidentified = site.ledger.unidentified(identifier.digest())?;
        if unidentified.is_empty() {
            return Ok(());
        }
        let mut chapters = Vec::with_capacity(unidentified.len());
        for stored in unidentified {
            let head = reading::head(&stored.readings, stored.position)?;
            let chapter = identifier.chapter(&site.register, &stored.file.sha256, &head);
            chapters.push((stored.id, chapter));
        }
        site.ledger
            .record_chapters(&chapters, identifier.digest())?;
    }
}

fn placed(site: &Site) -> anyhow::Result<BTreeMap<Piece, String>> {
    let decisions = site.ledger.last_decisions(site.config.basis_year)?;
    Ok(decisions
        .into_values()
        .filter_map(|decision| match decision.decided {
            Decided::ChapterIs { piece, chapter } => Some((piece, chapter)),
            Decided::SignatureSeen { .. }
            | Decided::SignatureRefused { .. }
            | Decided::Row { .. }
            | Decided::Ask { .. }
            | Decided::Takeover { .. }
            | Decided::OnPaper { .. } => None,
        })
        // A chapter may leave the register after it was chosen.
        .filter(|(_, chapter)| site.register.chapter(chapter).is_some())
        .collect())
}

fn known(register: &Register, report: &Report) -> Option<String> {
    match register.identify(report) {
        Identified::Chapter(chapter) => Some(chapter.number.clone()),
        Identified::Unknown | Identified::Uncertain => None,
    }
}
