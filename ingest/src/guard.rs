//! What a file may cost before any library sees it.

use std::io::Cursor;

use zip::ZipArchive;

use crate::fault::{FaultKind, LooksLike};

/// The largest file that is looked into: a form with many photographs of signatures.
pub(crate) const FILE_BYTES: u64 = 64 << 20;

/// The formats that a workbook can be read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// Excel 2007 and later, with or without macros.
    Xlsx,
    /// Excel's binary workbook.
    Xlsb,
    /// Excel 95 to 2003.
    Xls,
    /// What `LibreOffice` and its kin save.
    Ods,
}

/// Tells a workbook's format by its content, never by its name.
pub(crate) fn format(bytes: &[u8]) -> Result<Format, FaultKind> {
    if bytes.is_empty() {
        return Err(FaultKind::Empty);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Ok(Format::Xls);
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return Err(FaultKind::NotASpreadsheet(LooksLike::Unknown));
    }
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return Err(FaultKind::Damaged);
    };
    if archive.index_for_name("mimetype").is_some() {
        Ok(Format::Ods)
    } else if archive.index_for_name("xl/workbook.bin").is_some() {
        Ok(Format::Xlsb)
    } else {
        Ok(Format::Xlsx)
    }
}
