//! Whom a certificate is made out to, without asking whether it is genuine.

/// No honest certificate is larger.
const LARGEST: usize = 64 << 10;
/// No name is longer.
const LONGEST_NAME: usize = 100;

/// Kinds of elements.
const NUMBER: u8 = 0x02;
const OBJECT: u8 = 0x06;
const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
const VERSION: u8 = 0xA0;
/// Letters of two bytes; all other texts are read as they stand.
const WIDE_TEXT: u8 = 0x1E;

/// The objects that hold a person's name: whole, family name, given name.
const COMMON_NAME: &[u8] = &[0x55, 4, 3];
const FAMILY_NAME: &[u8] = &[0x55, 4, 4];
const GIVEN_NAME: &[u8] = &[0x55, 4, 0x2A];

/// The name that a certificate's subject has; base64 as it stands in the signature.
pub(super) fn subject(base64: &[u8]) -> Option<String> {
    let bytes = Some(base64).filter(|text| text.len() <= LARGEST)?;
    let bytes = decoded(bytes)?;
    let (certificate, _) = inside(&bytes, SEQUENCE)?;
    let (mut rest, _) = inside(certificate, SEQUENCE)?;
    if let Some((_, after)) = inside(rest, VERSION) {
        rest = after;
    }
    // Serial number, algorithm, issuer and time of validity stand before the subject.
    for kind in [NUMBER, SEQUENCE, SEQUENCE, SEQUENCE] {
        (_, rest) = inside(rest, kind)?;
    }
    let (mut subject, _) = inside(rest, SEQUENCE)?;
    let (mut common, mut family, mut given) = (None, None, None);
    while let Some((part, after)) = inside(subject, SET) {
        subject = after;
        let (pair, _) = inside(part, SEQUENCE)?;
        let (object, value) = inside(pair, OBJECT)?;
        let (kind, value, _) = element(value)?;
        match object {
            COMMON_NAME => common = common.or_else(|| name(kind, value)),
            FAMILY_NAME => family = family.or_else(|| name(kind, value)),
            GIVEN_NAME => given = given.or_else(|| name(kind, value)),
            _ => {}
        }
    }
    common.or_else(|| Some(format!("{} {}", given?, family?)))
}

/// An element of this kind at the beginning, and what comes after it.
fn inside(bytes: &[u8], wanted: u8) -> Option<(&[u8], &[u8])> {
    let (kind, inside, after) = element(bytes)?;
    (kind == wanted).then_some((inside, after))
}

fn element(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (kind, rest) = bytes.split_first()?;
    let (first, rest) = rest.split_first()?;
    let (length, rest) = if first & 0x80 == 0 {
        (usize::from(*first), rest)
    } else {
        let (digits, rest) = rest.split_at_checked(usize::from(first & 0x7F))?;
        // A length of more than two bytes is larger than any certificate.
        let length = match digits {
            [low] => usize::from(*low),
            [high, low] => usize::from(u16::from_be_bytes([*high, *low])),
            _ => return None,
        };
        (length, rest)
    };
    let (inside, after) = rest.split_at_checked(length)?;
    Some((*kind, inside, after))
}

/// A name of letters alone: numbers of persons stand in certificates too.
fn name(kind: u8, value: &[u8]) -> Option<String> {
    let text = if kind == WIDE_TEXT {
        let units = value.chunks_exact(2).map(|pair| match pair {
            [high, low] => u16::from_be_bytes([*high, *low]),
            _ => 0,
        });
        String::from_utf16_lossy(&units.collect::<Vec<_>>())
    } else {
        String::from_utf8_lossy(value).into_owned()
    };
    let plain = |letter: &char| letter.is_alphabetic() || matches!(letter, ' ' | '-' | '\'' | '.');
    let text: String = text.chars().filter(plain).take(LONGEST_NAME).collect();
    let text = text.trim();
    text.contains(char::is_alphabetic).then(|| text.to_owned())
}

/// Bytes written as base64, with blanks and line ends wherever they like.
fn decoded(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let (mut bits, mut count) = (0_u32, 0_u32);
    for letter in text.iter().filter(|letter| !letter.is_ascii_whitespace()) {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => return None,
        };
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from((bits >> count) & 0xFF).ok()?);
        }
    }
    Some(bytes)
}
