//! Where the pictures of an old Excel sheet are anchored.

use super::compound::{u16_at, u32_at};

/// Kinds of drawing records: a shape, and the cells that it hangs on.
const SHAPE: u16 = 0xF00A;
const ANCHOR: u16 = 0xF010;
/// The kind of shape that is a picture.
const PICTURE: u16 = 75;
/// The low bits that say that a record holds others.
const HOLDS_OTHERS: u16 = 0xF;

/// The anchor cells (row, column) of the pictures in a drawing, from 1.
pub(super) fn pictures(drawing: &[u8]) -> Vec<(u32, u16)> {
    let mut places = Vec::new();
    let (mut rest, mut picture) = (drawing, false);
    while let Some((flags, kind, length)) = header(rest) {
        let inside = rest.get(8..).unwrap_or_default();
        if kind == SHAPE {
            picture = flags >> 4 == PICTURE;
        } else if kind == ANCHOR && picture {
            places.extend(place(inside));
        }
        // What holds others is stepped into: their order is all that counts.
        let step = if flags & HOLDS_OTHERS == HOLDS_OTHERS {
            0
        } else {
            length
        };
        rest = inside.get(step..).unwrap_or_default();
    }
    places
}

fn header(drawing: &[u8]) -> Option<(u16, u16, usize)> {
    let length = usize::try_from(u32_at(drawing, 4)?).ok()?;
    Some((u16_at(drawing, 0)?, u16_at(drawing, 2)?, length))
}

fn place(anchor: &[u8]) -> Option<(u32, u16)> {
    let column = u16_at(anchor, 2)?.checked_add(1)?;
    let row = u32::from(u16_at(anchor, 6)?).checked_add(1)?;
    Some((row, column))
}
