//! The records of a binary part of an Excel package, one after the other.

use super::compound::u32_at;

/// A record, whole.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record<'a> {
    /// Its number in the format's list.
    pub(super) kind: u16,
    /// What it holds.
    pub(super) data: &'a [u8],
}

/// Goes through the records; ends before the first that is not whole.
pub(super) fn records(part: &[u8]) -> impl Iterator<Item = Record<'_>> {
    let mut rest = part;
    std::iter::from_fn(move || {
        let (kind, after) = number(rest, 2)?;
        let (length, after) = number(after, 4)?;
        let (data, after) = after.split_at_checked(length)?;
        rest = after;
        let kind = u16::try_from(kind).ok()?;
        Some(Record { kind, data })
    })
}

/// A number of at most so many bytes, seven bits in each, the lowest first.
fn number(bytes: &[u8], most: u32) -> Option<(usize, &[u8])> {
    let (mut value, mut rest) = (0_usize, bytes);
    for at in 0..most {
        let (byte, after) = rest.split_first()?;
        rest = after;
        value |= usize::from(byte & 0x7F) << (7 * at);
        if byte & 0x80 == 0 {
            break;
        }
    }
    Some((value, rest))
}

/// Adds a record to a part.
pub(super) fn push(part: &mut Vec<u8>, kind: u16, data: &[u8]) {
    let mut number = |mut value: usize| loop {
        let low = u8::try_from(value & 0x7F).unwrap_or_default();
        value >>= 7;
        if value == 0 {
            part.push(low);
            break;
        }
        part.push(low | 0x80);
    };
    number(usize::from(kind));
    number(data.len());
    part.extend_from_slice(data);
}

/// A text of two bytes a letter with its length before it, as it stands.
pub(super) fn wide(data: &[u8], at: usize) -> Option<&[u8]> {
    let length = usize::try_from(u32_at(data, at)?).ok()?;
    let end = length.checked_mul(2)?.checked_add(4)?.checked_add(at)?;
    data.get(at..end)
}

/// The text of [`wide`] in letters.
pub(super) fn letters(wide: &[u8]) -> String {
    let units = wide.get(4..).unwrap_or_default().chunks_exact(2);
    let units = units.map(|unit| match unit {
        [low, high] => u16::from_le_bytes([*low, *high]),
        _ => 0,
    });
    char::decode_utf16(units)
        .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}
