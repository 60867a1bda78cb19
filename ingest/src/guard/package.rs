//! Door to zip: the parts of a package, counted before and while they are inflated.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::inflate::Inflater;
use super::sniff::{Format, contains};
use super::thin::Thin;
use crate::fault::{FaultKind, LooksLike};

/// An honest form has some dozens of parts, with twenty sheets some hundreds.
const PARTS: usize = 4_000;
/// Bytes kept of all parts together, after the empty cells are left out.
const KEPT: usize = 24 << 20;
/// Bytes inflated of all parts together.
const INFLATED: usize = 1 << 30;
/// From here on a sheet is made thin while it is inflated.
const LARGE: u64 = 2 << 20;

/// Up to here a part is unpacked in one go.
const SMALL: usize = 256 << 10;

/// A zip archive whose parts are read within what is left of the file's allowance.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    bytes: &'a [u8],
    inflater: Inflater,
    /// The parts' names, with strokes the usual way round.
    pub(crate) names: Vec<String>,
    kept: usize,
    inflated: usize,
}

impl<'a> Package<'a> {
    /// Opens the archive's list of parts.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, FaultKind> {
        if declared_parts(bytes) > PARTS {
            return Err(FaultKind::TooLarge);
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        let mut names = Vec::with_capacity(archive.len());
        let mut packed = 0_u64;
        for index in 0..archive.len() {
            let part = archive.by_index_raw(index).map_err(damaged)?;
            if part.encrypted() {
                return Err(FaultKind::EncryptedArchive);
            }
            packed = packed.saturating_add(part.compressed_size());
            names.push(part.name().map_err(damaged)?.replace('\\', "/"));
        }
        // Parts that lie over one another unpack the same bytes again and again.
        if usize::try_from(packed).map_or(true, |packed| packed > bytes.len()) {
            return Err(FaultKind::TooLarge);
        }
        Ok(Self {
            archive,
            bytes,
            inflater: Inflater::new(),
            names,
            kept: KEPT,
            inflated: INFLATED,
        })
    }

    /// Opens an archive of files, to be read one at a time: of them all together so
    /// many bytes may be unpacked.
    pub(crate) fn open_archive(bytes: &'a [u8], allowed: usize) -> Result<Self, FaultKind> {
        Ok(Self {
            kept: allowed,
            ..Self::open(bytes)?
        })
    }

    /// The beginning of a part, which gives away what it is.
    pub(crate) fn beginning(&mut self, index: usize, length: u64) -> Result<Vec<u8>, FaultKind> {
        let part = self.archive.by_index(index).map_err(damaged)?;
        let mut bytes = Vec::new();
        part.take(length).read_to_end(&mut bytes).map_err(damaged)?;
        self.spend(0, bytes.len())?;
        Ok(bytes)
    }

    /// What the package is.
    pub(super) fn format(&mut self) -> Result<Format, FaultKind> {
        let other = |kind| Err(FaultKind::NotASpreadsheet(kind));
        if let Some(mimetype) = self.part("mimetype")? {
            let kind = mimetype.trim_ascii();
            if kind.starts_with(b"application/vnd.oasis.opendocument.spreadsheet") {
                return Ok(Format::Ods);
            }
            if contains(kind, b"opendocument.text") {
                return other(LooksLike::TextDocument);
            }
            if contains(kind, b"opendocument.presentation") {
                return other(LooksLike::Presentation);
            }
            return other(LooksLike::Unknown);
        }
        let starts = |start: &str| self.names.iter().any(|name| begins(name, start));
        if starts("xl/workbook.bin") {
            return Ok(Format::Xlsb);
        }
        if starts("xl/") {
            return Ok(Format::Xlsx);
        }
        if starts("word/") {
            return other(LooksLike::TextDocument);
        }
        if starts("ppt/") || starts("Index/Slide") {
            return other(LooksLike::Presentation);
        }
        if starts("Index/CalculationEngine") || starts("index.xml") {
            return other(LooksLike::Numbers);
        }
        if starts("Index/Document.iwa") || starts("Index.zip") {
            return other(LooksLike::TextDocument);
        }
        // Some writers put the workbook in a folder of their own.
        match self.part("[Content_Types].xml")? {
            Some(types) if contains(&types, b"spreadsheetml.sheet.main") => Ok(Format::Xlsx),
            Some(types) if contains(&types, b"macroEnabled.main") => Ok(Format::Xlsx),
            Some(_) => other(LooksLike::Unknown),
            None => other(LooksLike::Zip),
        }
    }

    /// A part by its name, in whatever case it is written.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, FaultKind> {
        let index = self
            .names
            .iter()
            .position(|part| part.eq_ignore_ascii_case(name));
        index.map(|index| self.read(index)).transpose()
    }

    /// A part as it is.
    pub(crate) fn read(&mut self, index: usize) -> Result<Vec<u8>, FaultKind> {
        let allowed = self.kept.min(self.inflated);
        if let Some(bytes) = self.read_small(index, allowed)? {
            self.spend(bytes.len(), bytes.len())?;
            return Ok(bytes);
        }
        let part = self.archive.by_index(index).map_err(damaged)?;
        // What a part says of its size is a hint and no more.
        let hint = usize::try_from(part.size()).unwrap_or(allowed).min(allowed);
        let mut bytes = Vec::with_capacity(hint.min(1 << 20));
        let limit = u64::try_from(allowed).unwrap_or(u64::MAX).saturating_add(1);
        part.take(limit).read_to_end(&mut bytes).map_err(damaged)?;
        self.spend(bytes.len(), bytes.len())?;
        Ok(bytes)
    }

    /// A part that is packed in the usual way and says that it is small; one that says
    /// less than the truth is left to the other way of reading.
    fn read_small(&mut self, index: usize, allowed: usize) -> Result<Option<Vec<u8>>, FaultKind> {
        let part = self.archive.by_index_raw(index).map_err(damaged)?;
        let usual = part.compression() == CompressionMethod::Deflated;
        let number = |number: u64| usize::try_from(number).ok();
        let (Some(start), Some(packed), Some(length)) = (
            part.data_start().and_then(number),
            number(part.compressed_size()),
            number(part.size()).filter(|length| *length <= allowed.min(SMALL)),
        ) else {
            return Ok(None);
        };
        let crc = part.crc32();
        drop(part);
        let end = start.saturating_add(packed);
        let Some(packed) = self.bytes.get(start..end).filter(|_| usual) else {
            return Ok(None);
        };
        Ok(self.inflater.unpack(packed, length, crc).ok())
    }

    /// A sheet; when it is large, without its empty cells.
    pub(super) fn read_sheet(&mut self, index: usize) -> Result<Vec<u8>, FaultKind> {
        let mut part = self.archive.by_index(index).map_err(damaged)?;
        // Deflate packs a thousand bytes into one at best.
        if part.size() < LARGE && part.compressed_size() < LARGE / 32 {
            drop(part);
            return self.read(index);
        }
        let mut thin = Thin::default();
        let mut piece = vec![0; 64 << 10];
        let mut inflated = 0_usize;
        loop {
            let length = part.read(&mut piece).map_err(damaged)?;
            let Some(taken) = piece.get(..length).filter(|taken| !taken.is_empty()) else {
                break;
            };
            inflated = inflated.saturating_add(length);
            let whole = thin.take(taken).is_ok();
            if !whole || inflated > self.inflated || thin.len() > self.kept {
                return Err(FaultKind::TooLarge);
            }
        }
        drop(part);
        let kept = thin.finish();
        self.spend(kept.len(), inflated)?;
        Ok(kept)
    }

    fn spend(&mut self, kept: usize, inflated: usize) -> Result<(), FaultKind> {
        let left = |from: usize, bytes| from.checked_sub(bytes).ok_or(FaultKind::TooLarge);
        self.kept = left(self.kept, kept)?;
        self.inflated = left(self.inflated, inflated)?;
        Ok(())
    }
}

/// A package of parts that are only stored, for a library to read.
pub(super) struct Packing(ZipWriter<Cursor<Vec<u8>>>);

impl Packing {
    /// An empty package.
    pub(super) fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::with_capacity(64 << 10))))
    }

    /// Adds a part.
    pub(super) fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), FaultKind> {
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        self.0.start_file(name, stored).map_err(damaged)?;
        self.0.write_all(bytes).map_err(damaged)
    }

    /// The package's bytes.
    pub(super) fn finish(self) -> Result<Vec<u8>, FaultKind> {
        let cursor = self.0.finish().map_err(damaged)?;
        Ok(cursor.into_inner())
    }
}

/// Whatever the library says: to the chapter the file is damaged.
fn damaged<E>(_said: E) -> FaultKind {
    FaultKind::Damaged
}

fn begins(name: &str, start: &str) -> bool {
    name.get(..start.len())
        .is_some_and(|begin| begin.eq_ignore_ascii_case(start))
}

/// How many parts the end of the archive says there are; a list of millions
/// would cost the library hundreds of megabytes.
fn declared_parts(bytes: &[u8]) -> usize {
    let tail = bytes.len().saturating_sub((64 << 10) + 22);
    let tail = bytes.get(tail..).unwrap_or(bytes);
    let end = tail.windows(4).rposition(|window| window == b"PK\x05\x06");
    let count = end
        .and_then(|end| tail.get(end + 10..end + 12)?.try_into().ok())
        .map_or(0, u16::from_le_bytes);
    if count < u16::MAX {
        return usize::from(count);
    }
    // The true count lies elsewhere: count the entries of the list.
    bytes
        .windows(4)
        .filter(|window| window == b"PK\x01\x02")
        .count()
}
