//! Door to flate2: small parts unpacked one after the other with the same tables.
//!
//! A reader of its own for each part costs a short form more than its bytes do.

use flate2::{Decompress, FlushDecompress, Status};

use crate::fault::FaultKind;

/// Unpacks parts; what it needs for that is made once.
pub(super) struct Inflater(Decompress);

impl Inflater {
    pub(super) fn new() -> Self {
        Self(Decompress::new(false))
    }

    /// The bytes of a part that says how long it is and what they add up to. More
    /// than that is never taken: a part that is longer, shorter or other is damaged.
    pub(super) fn unpack(
        &mut self,
        packed: &[u8],
        length: usize,
        crc: u32,
    ) -> Result<Vec<u8>, FaultKind> {
        self.0.reset(false);
        // Room for one byte more shows a part that is longer than it says.
        let mut bytes = Vec::with_capacity(length.saturating_add(1));
        let status = self
            .0
            .decompress_vec(packed, &mut bytes, FlushDecompress::Finish)
            .or(Err(FaultKind::Damaged))?;
        let whole = status == Status::StreamEnd && bytes.len() == length;
        if whole && crc32fast::hash(&bytes) == crc {
            Ok(bytes)
        } else {
            Err(FaultKind::Damaged)
        }
    }
}
