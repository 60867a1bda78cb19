//! What parent and child say to each other: a tag, a length, and the bytes.

use std::io::{self, Read, Write};

/// Longer than any honest answer; the parent keeps a few of them at a time.
pub(super) const LONGEST: usize = 4 << 20;

/// Who says what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// Parent: so much memory is yours. Child: I am ready.
    Hello,
    /// Parent: read the file at this path. Child: this is the encoded reading.
    Read,
    /// Child: the file could not be opened, because.
    NotOpened,
}

/// Writes one frame and sends it off.
pub(super) fn write(to: &mut impl Write, tag: Tag, payload: &[u8]) -> io::Result<()> {
    let length = u32::try_from(payload.len()).map_err(io::Error::other)?;
    let letter = match tag {
        Tag::Hello => b'H',
        Tag::Read => b'R',
        Tag::NotOpened => b'N',
    };
    let mut frame = Vec::with_capacity(payload.len().saturating_add(5));
    frame.push(letter);
    frame.extend_from_slice(&length.to_le_bytes());
    frame.extend_from_slice(payload);
    to.write_all(&frame)?;
    to.flush()
}

/// Reads one frame; `None` when the other side has closed.
pub(super) fn read(from: &mut impl Read) -> io::Result<Option<(Tag, Vec<u8>)>> {
    let mut head = [0; 5];
    match from.read_exact(&mut head) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        outcome => outcome?,
    }
    let [letter, length @ ..] = head;
    let tag = match letter {
        b'H' => Tag::Hello,
        b'R' => Tag::Read,
        b'N' => Tag::NotOpened,
        _ => return Err(io::ErrorKind::InvalidData.into()),
    };
    let length = usize::try_from(u32::from_le_bytes(length)).map_err(io::Error::other)?;
    if length > LONGEST {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut payload = vec![0; length];
    from.read_exact(&mut payload)?;
    Ok(Some((tag, payload)))
}
