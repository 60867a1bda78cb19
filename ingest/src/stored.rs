//! Readings as bytes, as the ledger keeps them.

use crate::report::{Reading, Row};

/// Goes up by one whenever the reader reads more or otherwise, or the shape of a
/// [`Reading`] changes: what was stored under another version is read again.
pub const READING_VERSION: u16 = 21;

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

/// What was read from one file, as bytes, and what can be told of it in short.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredReading {
    /// The readings of the forms in the file without the rows of their tables;
    /// never empty.
    pub heads: Vec<Reading>,
    /// The whole readings: the bytes that [`decode`] takes.
    pub bytes: Vec<u8>,
}

/// Turns readings into bytes; the same readings give the same bytes. The rows stand
/// after all else, so that who only asks whose form it is need not read them.
pub fn encode(readings: &[Reading]) -> Vec<u8> {
    let rows: Vec<&[Row]> = readings
        .iter()
        .map(|reading| {
            reading
                .report
                .as_ref()
                .map_or(&[][..], |report| &report.rows)
        })
        .collect();
    postcard::to_stdvec(&(READING_VERSION, readings, rows)).unwrap_or_default()
}

/// Turns bytes back into readings.
pub fn decode(bytes: &[u8]) -> Result<Vec<Reading>, StoredError> {
    let (mut readings, rest) = split(bytes)?;
    let rows: Vec<Vec<Row>> = postcard::from_bytes(rest).or(Err(StoredError::Broken))?;
    if rows.len() != readings.len() {
        return Err(StoredError::Broken);
    }
    for (reading, rows) in readings.iter_mut().zip(rows) {
        if let Some(report) = &mut reading.report {
            report.rows = rows;
        }
    }
    Ok(readings)
}

/// Turns bytes back into readings without the rows of their tables.
pub fn decode_heads(bytes: &[u8]) -> Result<Vec<Reading>, StoredError> {
    split(bytes).map(|(readings, _rows)| readings)
}

/// The readings without rows, and the bytes of the rows.
fn split(bytes: &[u8]) -> Result<(Vec<Reading>, &[u8]), StoredError> {
    let Ok((version, rest)) = postcard::take_from_bytes::<u16>(bytes) else {
        return Err(StoredError::Broken);
    };
    if version != READING_VERSION {
        return Err(StoredError::OtherVersion(version));
    }
    postcard::take_from_bytes(rest).or(Err(StoredError::Broken))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blank::{Entry, Filling, write};
    use crate::fault::FaultKind;
    use crate::form::{Field, FormId};

    #[test]
    fn heads_lack_nothing_but_the_rows() {
        let filling = Filling {
            fields: vec![(Field::ChapterName, Entry::text("Skarvøy lag"))],
            rows: vec![vec![(Field::Title, Entry::text("Turgruppe"))]],
            hidden_id: true,
            ..Filling::default()
        };
        let mut readings = crate::read(&write(FormId::Activities, &filling).unwrap());
        readings.extend(reading());
        let bytes = encode(&readings);
        assert_eq!(decode(&bytes).as_ref(), Ok(&readings));
        let report = readings[0].report.as_mut().unwrap();
        assert_eq!(report.rows.len(), 1);
        report.rows.clear();
        assert_eq!(decode_heads(&bytes), Ok(readings));
    }

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
