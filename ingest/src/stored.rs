//! Readings as bytes, as the ledger keeps them.

use serde::{Deserialize, Serialize};

use crate::report::Reading;

/// Goes up by one whenever the reader reads more or otherwise, or the shape of a
/// [`Reading`] changes: what was stored under another version is read again.
pub const READING_VERSION: u16 = 4;

/// Why stored bytes are no reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoredError {
    /// Another version of the reader wrote them.
    #[error("the reading was stored by reader version {0}, this is version {READING_VERSION}")]
    OtherVersion(u16),
    /// They are broken.
    #[error("the stored reading is broken")]
    Broken,
}

/// What was read from one file, with the bytes that [`decode`] takes.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredReading {
    /// The readings of the forms in the file; never empty.
    pub readings: Vec<Reading>,
    /// The same, encoded.
    pub bytes: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
struct Versioned<T> {
    version: u16,
    readings: T,
}

/// Turns readings into bytes; the same readings give the same bytes.
pub fn encode(readings: &[Reading]) -> Vec<u8> {
    postcard::to_stdvec(&Versioned {
        version: READING_VERSION,
        readings,
    })
    .unwrap_or_default()
}

/// Turns bytes back into readings.
pub fn decode(bytes: &[u8]) -> Result<Vec<Reading>, StoredError> {
    let Ok((version, rest)) = postcard::take_from_bytes::<u16>(bytes) else {
        return Err(StoredError::Broken);
    };
    if version != READING_VERSION {
        return Err(StoredError::OtherVersion(version));
    }
    postcard::from_bytes(rest).or(Err(StoredError::Broken))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::FaultKind;

    fn reading() -> Vec<Reading> {
        vec![Reading::refused(FaultKind::SheetUnreadable {
            sheet: "Våren".to_owned(),
        })]
    }

    #[test]
    fn what_is_stored_comes_back() {
        assert_eq!(decode(&encode(&reading())), Ok(reading()));
    }

    #[test]
    fn other_bytes_are_told_apart() {
        let mut older = encode(&reading());
        older[0] = 200;
        older.insert(1, 1);
        assert_eq!(decode(&older), Err(StoredError::OtherVersion(200)));
        assert_eq!(decode(&[]), Err(StoredError::Broken));
        let cut = encode(&reading());
        assert_eq!(decode(&cut[..cut.len() - 3]), Err(StoredError::Broken));
    }
}
