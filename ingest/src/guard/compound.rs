//! Compound files: what they hold, and whether their chains of sectors end.

use std::collections::BTreeSet;

use crate::fault::{FaultKind, LooksLike};

const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
/// From here on a number is no sector.
const FIRST_RESERVED: u32 = 0xFFFF_FFFA;
/// Streams shorter than this lie in the small sectors.
const SMALL: usize = 4096;
/// Kinds of directory lines.
const STREAM: u8 = 2;
const ROOT: u8 = 5;
const SMALL_SECTOR: usize = 64;

/// An opened compound file; every chain in it was walked to its end.
pub(crate) struct Compound<'a> {
    sectors: Sectors<'a>,
    small: Vec<u8>,
    small_table: Vec<u32>,
    entries: Vec<Entry>,
}

struct Sectors<'a> {
    bytes: &'a [u8],
    size: usize,
    table: Vec<u32>,
}

/// A line of the directory.
pub(crate) struct Entry {
    /// Its name.
    pub(crate) name: String,
    kind: u8,
    start: u32,
    length: usize,
    links: [u32; 3],
}

/// The workbook's stream, told apart from the other files that come in this
/// container.
pub(super) fn workbook_stream(bytes: &[u8]) -> Result<(Vec<u8>, Compound<'_>), FaultKind> {
    let compound = Compound::open(bytes).ok_or(FaultKind::Damaged)?;
    for name in ["Workbook", "Book"] {
        if let Some(entry) = compound.at_top(name) {
            let stream = compound.stream(entry).ok_or(FaultKind::Damaged)?;
            return Ok((stream, compound));
        }
    }
    // A directory without a single stream was cut off.
    if !compound.entries.iter().any(|entry| entry.kind == STREAM) {
        return Err(FaultKind::Damaged);
    }
    let other = |kind| Err(FaultKind::NotASpreadsheet(kind));
    let has = |name| compound.at_top(name).is_some();
    if has("EncryptedPackage") {
        Err(FaultKind::Encrypted)
    } else if has("WordDocument") {
        other(LooksLike::TextDocument)
    } else if has("PowerPoint Document") {
        other(LooksLike::Presentation)
    } else if has("__properties_version1.0") {
        other(LooksLike::Email)
    } else {
        other(LooksLike::Unknown)
    }
}

impl<'a> Compound<'a> {
    /// Opens a compound file; `None` when a chain in it does not end.
    pub(crate) fn open(bytes: &'a [u8]) -> Option<Self> {
        let size = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut sectors = Sectors {
            bytes,
            size,
            table: Vec::new(),
        };
        sectors.load_table()?;
        let directory = sectors.chain(u32_at(bytes, 48)?, usize::MAX)?;
        let entries: Vec<_> = directory
            .chunks_exact(128)
            .map_while(|entry| Entry::read(entry, size))
            .collect();
        let root = entries.first().filter(|root| root.kind == ROOT)?;
        let (small, small_table) = if u32_at(bytes, 64)? == 0 {
            (Vec::new(), Vec::new())
        } else {
            let table = sectors.chain(u32_at(bytes, 60)?, usize::MAX)?;
            let small = sectors.chain(root.start, root.length)?;
            (small, numbers(&table).collect())
        };
        Some(Self {
            sectors,
            small,
            small_table,
            entries,
        })
    }

    /// A stream at the top level: what lies deeper belongs to embedded files.
    pub(super) fn at_top(&self, name: &str) -> Option<&Entry> {
        let mut inside = self.inside(self.root()?).into_iter();
        inside.find(|entry| entry.kind == STREAM && entry.name.eq_ignore_ascii_case(name))
    }

    /// The topmost storage.
    pub(crate) fn root(&self) -> Option<&Entry> {
        self.entries.first()
    }

    /// What lies straight in a storage, in the order of the directory.
    pub(crate) fn inside(&self, storage: &Entry) -> Vec<&Entry> {
        let [_, _, first] = storage.links;
        let mut open = vec![first];
        let mut found = BTreeSet::new();
        // Each entry is visited at most once, however the links go round.
        while let Some(link) = open.pop() {
            let index = usize::try_from(link).unwrap_or(usize::MAX);
            if let Some(entry) = self.entries.get(index).filter(|_| found.insert(index)) {
                let [before, after, _] = entry.links;
                open.extend([before, after]);
            }
        }
        let entries = found.into_iter();
        entries
            .filter_map(|index| self.entries.get(index))
            .collect()
    }

    /// A stream's bytes; `None` when fewer came than it says it has.
    pub(crate) fn stream(&self, entry: &Entry) -> Option<Vec<u8>> {
        if entry.length >= SMALL {
            return self.sectors.chain(entry.start, entry.length);
        }
        let sector = |id: u32| {
            let start = usize::try_from(id).ok()?.checked_mul(SMALL_SECTOR)?;
            let rest = self.small.get(start..)?;
            Some(rest.get(..SMALL_SECTOR).unwrap_or(rest))
        };
        follow(entry.start, entry.length, &self.small_table, sector)
    }
}

impl Sectors<'_> {
    /// Loads the table of chains, which itself lies in sectors listed by a chain.
    fn load_table(&mut self) -> Option<()> {
        let count = self.bytes.len() / self.size + 1;
        let mut list: Vec<u32> = numbers(self.bytes.get(76..512)?).collect();
        let mut next = u32_at(self.bytes, 68)?;
        let mut lists = 0;
        while next < FIRST_RESERVED {
            lists += 1;
            if lists > count {
                return None;
            }
            list.extend(numbers(self.sector(next)?));
            next = list.pop()?;
        }
        for id in list.into_iter().filter(|id| *id < FIRST_RESERVED) {
            if self.table.len() > count.saturating_mul(2).saturating_add(self.size) {
                break;
            }
            let numbers: Vec<u32> = numbers(self.sector(id)?).collect();
            self.table.extend(numbers);
        }
        Some(())
    }

    fn sector(&self, id: u32) -> Option<&[u8]> {
        let start = usize::try_from(id)
            .ok()?
            .checked_add(1)?
            .checked_mul(self.size)?;
        let rest = self.bytes.get(start..).filter(|rest| !rest.is_empty())?;
        // Some writers leave the last sector short.
        Some(rest.get(..self.size).unwrap_or(rest))
    }

    fn chain(&self, start: u32, length: usize) -> Option<Vec<u8>> {
        follow(start, length, &self.table, |id| self.sector(id))
    }
}

/// Follows a chain until it ends or gives the wanted length. A chain that goes
/// round is longer than its table, and one that is cut gives too little.
fn follow<'s>(
    start: u32,
    length: usize,
    table: &[u32],
    sector: impl Fn(u32) -> Option<&'s [u8]>,
) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut next, mut steps) = (start, 0_usize);
    while next != END_OF_CHAIN && length > 0 {
        steps += 1;
        if steps > table.len() {
            return None;
        }
        bytes.extend_from_slice(sector(next)?);
        if bytes.len() >= length {
            break;
        }
        next = *table.get(usize::try_from(next).ok()?)?;
    }
    if length != usize::MAX && bytes.len() < length {
        return None;
    }
    bytes.truncate(length);
    Some(bytes)
}

impl Entry {
    fn read(entry: &[u8], sector: usize) -> Option<Self> {
        let units = entry.get(..64)?.chunks_exact(2);
        let units = units.filter_map(|unit| Some(u16::from_le_bytes(unit.try_into().ok()?)));
        let name = char::decode_utf16(units.take_while(|unit| *unit != 0))
            .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect();
        let low = u32_at(entry, 120)?;
        // Only the later version uses the upper half; in the other it may be rubbish.
        let high = if sector == 512 {
            0
        } else {
            u32_at(entry, 124)?
        };
        Some(Self {
            name,
            kind: *entry.get(66)?,
            start: u32_at(entry, 116)?,
            length: usize::try_from(u64::from(high) << 32 | u64::from(low)).ok()?,
            links: [u32_at(entry, 68)?, u32_at(entry, 72)?, u32_at(entry, 76)?],
        })
    }
}

/// A number of two bytes, the lower first.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let number = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(number.try_into().ok()?))
}

/// A number of four bytes, the lowest first.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let number = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(number.try_into().ok()?))
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes
        .chunks_exact(4)
        .filter_map(|number| Some(u32::from_le_bytes(number.try_into().ok()?)))
}
