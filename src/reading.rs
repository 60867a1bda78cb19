//! Readings and deliveries out of the ledger.

use anyhow::Context;
use samlerapport_ingest::Reading;
use samlerapport_validate::Delivery;

use crate::ledger::StoredDelivery;

/// One of the readings of a file, as the ledger keeps them.
pub(crate) fn decode(readings: &[u8], position: u32) -> anyhow::Result<Reading> {
    let position = usize::try_from(position)?;
    let readings = samlerapport_ingest::decode(readings)
        .context("a reading in the ledger cannot be understood")?;
    readings
        .into_iter()
        .nth(position)
        .context("a reading in the ledger is missing")
}

/// A delivery as `validate` hears it.
pub(crate) fn delivery(stored: StoredDelivery) -> anyhow::Result<Delivery> {
    Ok(Delivery {
        id: stored.id,
        reading: decode(&stored.readings, stored.position)?,
        file: stored.file.name,
        sha256: stored.file.sha256,
        arrived: stored.file.arrived,
    })
}
