//! Door to libdeflate: small parts unpacked one after the other with the same tables.
//!
//! A reader of its own for each part costs a short form more than its bytes do. The
//! library unpacks into room of a given size and not a byte beyond it.

use libdeflater::Decompressor;

use crate::fault::FaultKind;

/// Unpacks parts; what it needs for that is made once.
pub(super) struct Inflater(Decompressor);

impl Inflater {
    pub(super) fn new() -> Self {
        Self(Decompressor::new())
    }

    /// The bytes of a part that says how long it is and what they add up to. More
    /// than that is never taken: a part that is longer, shorter or other is damaged.
    pub(super) fn unpack(
        &mut self,
        packed: &[u8],
        length: usize,
        crc: u32,
    ) -> Result<Vec<u8>, FaultKind> {
        let mut bytes = vec![0; length];
        let written = self
            .0
            .deflate_decompress(packed, &mut bytes)
            .or(Err(FaultKind::Damaged))?;
        if written == length && crc32fast::hash(&bytes) == crc {
            Ok(bytes)
        } else {
            Err(FaultKind::Damaged)
        }
    }
}
