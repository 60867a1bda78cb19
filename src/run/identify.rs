//! Whose delivery is it: each reading against the register and the advisers' decisions.
//!
//! Asked anew whenever one of them has changed, so that a chapter that was unknown is
//! found as soon as staff have added it.

use std::collections::BTreeMap;

use samlerapport_ingest::{FormId, Identified, Register, Report};
use samlerapport_validate::Decided;

use super::Site;
use crate::digest;
use crate::reading;

/// The chapter that an adviser has placed a form with, by file and form.
type Placed = BTreeMap<(String, FormId), String>;

pub(super) fn identify(site: &mut Site) -> anyhow::Result<()> {
    let placed = placed(site)?;
    let with = digest::of_parts([
        site.register_digest.as_bytes(),
        format!("{placed:?}").as_bytes(),
    ]);
    loop {
        // A part at a time, so that memory does not grow with the ledger.
        let unidentified = site.ledger.unidentified(&with)?;
        if unidentified.is_empty() {
            return Ok(());
        }
        let mut chapters = Vec::with_capacity(unidentified.len());
        for stored in unidentified {
            let delivery = reading::delivery(stored)?;
            let chapter = delivery.reading.report.as_ref().and_then(|report| {
                let decided = placed.get(&(delivery.sha256.clone(), report.form));
                decided.cloned().or_else(|| known(&site.register, report))
            });
            chapters.push((delivery.id, chapter));
        }
        site.ledger.record_chapters(&chapters, &with)?;
    }
}

fn placed(site: &Site) -> anyhow::Result<Placed> {
    let decisions = site.ledger.last_decisions(site.config.basis_year)?;
    Ok(decisions
        .into_values()
        .filter_map(|decision| match decision.decided {
            Decided::ChapterIs {
                sha256,
                form,
                chapter,
            } => Some(((sha256, form), chapter)),
            Decided::SignatureSeen { .. }
            | Decided::SignatureRefused { .. }
            | Decided::Row { .. }
            | Decided::Ask { .. } => None,
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
