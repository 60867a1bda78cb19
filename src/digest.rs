//! SHA-256 over what a step depends on, in lower-case hexadecimal.

use std::io::{self, Read, Write};

use sha2::{Digest, Sha256};

/// The digest of some bytes.
pub(crate) fn of(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// The digest of several parts; the parts cannot run into each other.
pub(crate) fn of_parts<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        let length = u64::try_from(part.len()).unwrap_or(u64::MAX);
        hasher.update(length.to_le_bytes());
        hasher.update(part);
    }
    hex(&hasher.finalize())
}

/// The keyed digest of several parts (HMAC, RFC 2104): only who has the key can make it.
/// The construction is ten lines over the hash that is here already, and tried against
/// published vectors; a library for it would be one more to trust.
pub(crate) fn keyed<'a>(key: &[u8], parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    const BLOCK: usize = 64;
    let mut block = [0_u8; BLOCK];
    let hashed = Sha256::digest(key);
    let key = if key.len() > BLOCK {
        hashed.as_slice()
    } else {
        key
    };
    for (byte, key) in block.iter_mut().zip(key) {
        *byte = *key;
    }
    let mut inner = Sha256::new_with_prefix(block.map(|byte| byte ^ 0x36));
    for part in parts {
        inner.update(part);
    }
    let mut outer = Sha256::new_with_prefix(block.map(|byte| byte ^ 0x5c));
    outer.update(inner.finalize());
    hex(&outer.finalize())
}

/// Copies everything, and gives the digest and the number of bytes of what was copied.
pub(crate) fn of_copy(from: &mut impl Read, to: &mut impl Write) -> io::Result<(String, u64)> {
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 32 * 1024];
    let mut size = 0;
    loop {
        let count = from.read(&mut buffer)?;
        let Some(part) = buffer.get(..count).filter(|part| !part.is_empty()) else {
            return Ok((hex(&hasher.finalize()), size));
        };
        hasher.update(part);
        to.write_all(part)?;
        size += u64::try_from(count).unwrap_or(0);
    }
}

fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first, second and sixth test case of RFC 4231.
    #[test]
    fn the_keyed_digest_is_the_published_one() {
        for (key, data, expected) in [
            (
                vec![0x0b; 20],
                "Hi There",
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
            ),
            (
                b"Jefe".to_vec(),
                "what do ya want for nothing?",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            ),
            (
                vec![0xaa; 131],
                "Test Using Larger Than Block-Size Key - Hash Key First",
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
            ),
        ] {
            assert_eq!(keyed(&key, [data.as_bytes()]), expected, "{data}");
        }
    }
}
