//! Readings and deliveries out of the ledger.

use anyhow::Context;
use samlerapport_ingest::{Reading, StoredError};
use samlerapport_validate::Delivery;

use crate::ledger::StoredDelivery;

/// One of the readings of a file, as the ledger keeps them.
pub(crate) fn decode(readings: &[u8], position: u32) -> anyhow::Result<Reading> {
    at(samlerapport_ingest::decode(readings), position)
}

/// The same without the rows of its table: enough to know whose it is.
pub(crate) fn head(readings: &[u8], position: u32) -> anyhow::Result<Reading> {
    let heads = samlerapport_ingest::decode_heads(readings);
    at(heads, position)
}

/// A delivery as `validate` hears it.
pub(crate) fn delivery(stored: &StoredDelivery) -> anyhow::Result<Delivery> {
    Ok(Delivery {
        id: stored.id,
        reading: decode(&stored.readings, stored.position)?,
        file: stored.file.name.clone(),
        sha256: stored.file.sha256.clone(),
        arrived: stored.file.arrived,
    })
}

fn at(readings: Result<Vec<Reading>, StoredError>, position: u32) -> anyhow::Result<Reading> {
    let position = usize::try_from(position)?;
    readings
        .context("a reading in the ledger cannot be understood")?
        .into_iter()
        .nth(position)
        .context("a reading in the ledger is missing")
}
