//! Whose delivery is it: each reading against the register.
//!
//! Asked anew whenever the register has changed, so that a chapter that was
//! unknown is found as soon as staff have added it.

use samlerapport_ingest::{Identified, Register};

use super::Site;
use crate::reading;

pub(super) fn identify(site: &mut Site) -> anyhow::Result<()> {
    loop {
        // A part at a time, so that memory does not grow with the ledger.
        let unidentified = site.ledger.unidentified(&site.register_digest)?;
        if unidentified.is_empty() {
            return Ok(());
        }
        let mut chapters = Vec::with_capacity(unidentified.len());
        for (id, position, readings) in &unidentified {
            let reading = reading::decode(readings, *position)?;
            let chapter = reading
                .report
                .as_ref()
                .and_then(|report| known(&site.register, report));
            chapters.push((*id, chapter));
        }
        site.ledger
            .record_chapters(&chapters, &site.register_digest)?;
    }
}

fn known(register: &Register, report: &samlerapport_ingest::Report) -> Option<String> {
    match register.identify(report) {
        Identified::Chapter(chapter) => Some(chapter.number.clone()),
        Identified::Unknown | Identified::Uncertain => None,
    }
}
