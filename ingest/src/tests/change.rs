//! Changes to a file's bytes: where they lie, and within its parts and streams.

use std::fmt;
use std::io::{Cursor, Read, Write};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A real file with some changes.
#[derive(Clone)]
pub(super) struct Changed {
    /// The file that is changed.
    pub(super) name: &'static str,
    original: &'static [u8],
    /// The part or stream of it; the file's own bytes otherwise.
    part: Option<Index>,
    changes: Vec<Change>,
}

/// What is done to some bytes.
#[derive(Clone, Debug)]
enum Change {
    Bit(Index, u8),
    Byte(Index, u8),
    Number(Index, u64, u8),
    Insert(Index, Vec<u8>),
    Remove(Index, usize),
    Copy(Index, usize, Index),
    Cut(Index),
    /// The nth value or text between tags.
    Token(Index, &'static str),
    /// A tag to another place.
    Tag(Index, Index),
}

/// Numbers at which counts and lengths turn over.
const NUMBERS: [u64; 12] = [
    0,
    1,
    0x7F,
    0x80,
    0xFF,
    0x7FFF,
    0xFFFF,
    0x7FFF_FFFF,
    0x8000_0000,
    0xFFFF_FFFE,
    0xFFFF_FFFF,
    u64::MAX,
];

const TOKENS: [&str; 22] = [
    "",
    "-1",
    "0",
    "1",
    "1048576",
    "1048577",
    "4294967295",
    "18446744073709551616",
    "1e309",
    "NaN",
    "A0",
    "XFD1048576",
    "A1:XFD1048576",
    "B2:A1",
    "ZZZZZ99999999",
    "inlineStr",
    "s",
    "d",
    "e",
    "2025-02-30T25:00:00",
    "&#0;&lt;&bogus;",
    "../../xl/worksheets/sheet1.xml",
];

/// Files with any changes, anywhere in them.
pub(super) fn changed(files: &[(&'static str, &'static [u8])]) -> impl Strategy<Value = Changed> {
    let part = prop_oneof![2 => Just(None), 3 => any::<Index>().prop_map(Some)];
    (select(files.to_vec()), part, vec(change(), 1..6)).prop_map(
        |((name, original), part, changes)| Changed {
            name,
            original,
            part,
            changes,
        },
    )
}

/// Files with what a bad line or disk does to their bytes.
pub(super) fn damaged(files: &[(&'static str, &'static [u8])]) -> impl Strategy<Value = Changed> {
    (select(files.to_vec()), vec(damage(), 1..4)).prop_map(|((name, original), changes)| Changed {
        name,
        original,
        part: None,
        changes,
    })
}

fn damage() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    let number = (at(), select(&NUMBERS[..]), select(&[1_u8, 2, 4, 8][..]));
    prop_oneof![
        4 => (at(), 0..8_u8).prop_map(|(at, bit)| Change::Bit(at, bit)),
        2 => (at(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        2 => number.prop_map(|(at, number, width)| Change::Number(at, number, width)),
        1 => (at(), vec(any::<u8>(), 1..40)).prop_map(|(at, bytes)| Change::Insert(at, bytes)),
        1 => (at(), 1..2_000_usize).prop_map(|(at, length)| Change::Remove(at, length)),
        1 => (at(), 1..2_000_usize, at()).prop_map(|(at, length, to)| Change::Copy(at, length, to)),
        1 => at().prop_map(Change::Cut),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        3 => damage(),
        3 => (at(), select(&TOKENS[..])).prop_map(|(at, token)| Change::Token(at, token)),
        1 => (at(), at()).prop_map(|(at, to)| Change::Tag(at, to)),
    ]
}

impl fmt::Debug for Changed {
    /// All but the file itself.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = self.part.map(|part| part.index(100));
        write!(f, "{}, part {part:?} of 100: {:?}", self.name, self.changes)
    }
}

impl Changed {
    /// The changed bytes.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let Some(part) = self.part else {
            return self.change(self.original.to_vec());
        };
        if let Ok(archive) = ZipArchive::new(Cursor::new(self.original)) {
            return self.repacked(archive, part);
        }
        self.restreamed(part)
            .unwrap_or_else(|| self.change(self.original.to_vec()))
    }

    fn change(&self, bytes: Vec<u8>) -> Vec<u8> {
        self.changes
            .iter()
            .fold(bytes, |bytes, change| change.apply(bytes))
    }

    fn repacked(&self, mut archive: ZipArchive<Cursor<&[u8]>>, part: Index) -> Vec<u8> {
        let changed = part.index(archive.len());
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for at in 0..archive.len() {
            let mut bytes = Vec::new();
            // A package under a password is changed as it is.
            let Ok(mut entry) = archive.by_index(at) else {
                return self.change(self.original.to_vec());
            };
            let name = entry.name().unwrap().into_owned();
            entry.read_to_end(&mut bytes).unwrap();
            if at == changed {
                bytes = self.change(bytes);
            }
            writer
                .start_file(name, SimpleFileOptions::default())
                .unwrap();
            writer.write_all(&bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn restreamed(&self, part: Index) -> Option<Vec<u8>> {
        let mut file = cfb::CompoundFile::open(Cursor::new(self.original.to_vec())).ok()?;
        let streams = file.walk().filter(cfb::Entry::is_stream);
        let paths: Vec<_> = streams.map(|entry| entry.path().to_owned()).collect();
        let path = paths.get(part.index(paths.len().max(1)))?;
        let mut bytes = Vec::new();
        file.open_stream(path).ok()?.read_to_end(&mut bytes).ok()?;
        file.create_stream(path)
            .ok()?
            .write_all(&self.change(bytes))
            .ok()?;
        file.flush().ok()?;
        Some(file.into_inner().into_inner())
    }
}

impl Change {
    fn apply(&self, mut bytes: Vec<u8>) -> Vec<u8> {
        if bytes.is_empty() {
            return bytes;
        }
        let length = bytes.len();
        match self {
            Self::Bit(at, bit) => bytes[at.index(length)] ^= 1 << bit,
            Self::Byte(at, byte) => bytes[at.index(length)] = *byte,
            Self::Number(at, number, width) => {
                let digits = number.to_le_bytes();
                let there = bytes.iter_mut().skip(at.index(length));
                for (byte, digit) in there.zip(&digits[..usize::from(*width)]) {
                    *byte = *digit;
                }
            }
            Self::Insert(at, more) => {
                let at = at.index(length);
                bytes.splice(at..at, more.iter().copied());
            }
            Self::Remove(at, some) => {
                let at = at.index(length);
                bytes.drain(at..(at + some).min(length));
            }
            Self::Copy(from, some, to) => {
                let from = from.index(length);
                let copy = bytes[from..(from + some).min(length)].to_vec();
                let to = to.index(length);
                bytes.splice(to..to, copy);
            }
            Self::Cut(at) => bytes.truncate(at.index(length)),
            Self::Token(at, token) => {
                if let Some((from, to)) = nth(&token_ends(&bytes), *at) {
                    bytes.splice(from..to, token.bytes());
                }
            }
            Self::Tag(at, to) => {
                let tags = tag_ends(&bytes);
                if let (Some((from, until)), Some((to, _))) = (nth(&tags, *at), nth(&tags, *to)) {
                    let copy = bytes[from..until].to_vec();
                    bytes.splice(to..to, copy);
                }
            }
        }
        bytes
    }
}

fn nth(ends: &[(usize, usize)], at: Index) -> Option<(usize, usize)> {
    (!ends.is_empty()).then(|| ends[at.index(ends.len())])
}

/// Where attributes' values and texts between tags begin and end.
fn token_ends(bytes: &[u8]) -> Vec<(usize, usize)> {
    let marks = ends(bytes, |byte| matches!(byte, b'"' | b'>' | b'<'));
    marks
        .windows(2)
        .filter(|two| matches!((bytes[two[0]], bytes[two[1]]), (b'"', b'"') | (b'>', b'<')))
        .map(|two| (two[0] + 1, two[1]))
        .collect()
}

fn tag_ends(bytes: &[u8]) -> Vec<(usize, usize)> {
    let marks = ends(bytes, |byte| matches!(byte, b'>' | b'<'));
    marks
        .windows(2)
        .filter(|two| (bytes[two[0]], bytes[two[1]]) == (b'<', b'>'))
        .map(|two| (two[0], two[1] + 1))
        .collect()
}

fn ends(bytes: &[u8], mark: fn(&u8) -> bool) -> Vec<usize> {
    let marks = bytes.iter().enumerate().filter(|(_, byte)| mark(byte));
    marks.map(|(at, _)| at).collect()
}
