//! What a file is, by its first bytes and never by its name.

use crate::fault::{FaultKind, LooksLike};

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

/// What may hold a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Container {
    /// A zip archive.
    Zip,
    /// A compound file.
    Compound,
}

/// First bytes that give a kind of file away.
const MAGIC: &[(&[u8], LooksLike)] = &[
    (b"\x89PNG", LooksLike::Picture),
    (b"\xFF\xD8\xFF", LooksLike::Picture),
    (b"GIF8", LooksLike::Picture),
    (b"II*\0", LooksLike::Picture),
    (b"MM\0*", LooksLike::Picture),
    (b"%PDF", LooksLike::Pdf),
    (b"{\\rtf", LooksLike::TextDocument),
    (b"7z\xBC\xAF\x27\x1C", LooksLike::Archive),
    (b"Rar!\x1A\x07", LooksLike::Archive),
    (b"\x1F\x8B", LooksLike::Archive),
    (b"BZh", LooksLike::Archive),
    (b"\xFD7zXZ\0", LooksLike::Archive),
    // Outlook's winmail.dat.
    (b"\x78\x9F\x3E\x22", LooksLike::Winmail),
    // The first record of Excel 2, 3 and 4, and of Excel 5 without its container.
    (b"\x09\x00\x04\x00", LooksLike::VeryOldExcel),
    (b"\x09\x00\x06\x00", LooksLike::VeryOldExcel),
    (b"\x09\x02\x06\x00", LooksLike::VeryOldExcel),
    (b"\x09\x04\x06\x00", LooksLike::VeryOldExcel),
    (b"\x09\x08\x08\x00", LooksLike::VeryOldExcel),
];

/// How much of a text is looked at.
pub(crate) const LOOKED_AT: usize = 4096;

/// Tells what may hold a workbook from what is another kind of file.
pub(crate) fn container(bytes: &[u8]) -> Result<Container, FaultKind> {
    if bytes.is_empty() {
        return Err(FaultKind::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Container::Zip);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Ok(Container::Compound);
    }
    if bytes.iter().all(|byte| *byte == 0) {
        // What a synced folder shows of a file that has not come yet.
        return Err(FaultKind::Damaged);
    }
    Err(FaultKind::NotASpreadsheet(looks_like(bytes)))
}

fn looks_like(bytes: &[u8]) -> LooksLike {
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return *kind;
    }
    let at =
        |from: usize, what: &[u8]| bytes.get(from..).is_some_and(|rest| rest.starts_with(what));
    if bytes.starts_with(b"BM") && at(6, &[0; 4]) {
        return LooksLike::Picture;
    }
    if at(8, b"WEBP") || (at(4, b"ftyp") && (at(8, b"hei") || at(8, b"mif1") || at(8, b"avif"))) {
        return LooksLike::Picture;
    }
    if at(257, b"ustar") {
        return LooksLike::Archive;
    }
    let start = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    if contains(start, b"%PDF-") {
        return LooksLike::Pdf;
    }
    text(start).map_or(LooksLike::Unknown, |text| kind_of_text(&text))
}

/// The start of a file as text in lower case; `None` when it is no text.
fn text(start: &[u8]) -> Option<String> {
    let text = if start.starts_with(b"\xFF\xFE") || start.starts_with(b"\xFE\xFF") {
        let little = start.starts_with(b"\xFF\xFE");
        let units = start.chunks_exact(2).filter_map(|pair| {
            let pair = pair.try_into().ok()?;
            Some(if little {
                u16::from_le_bytes(pair)
            } else {
                u16::from_be_bytes(pair)
            })
        });
        char::decode_utf16(units)
            .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect()
    } else {
        String::from_utf8_lossy(start).into_owned()
    };
    let strange = |letter: &char| letter.is_control() && !letter.is_whitespace();
    // Bytes that make no letter, and none that makes a plain one, are no text.
    let broken = text.contains(char::REPLACEMENT_CHARACTER);
    let plain = text.chars().any(|letter| letter.is_ascii());
    if text.chars().any(|letter| strange(&letter)) || (broken && !plain) {
        return None;
    }
    Some(
        text.trim_start_matches('\u{FEFF}')
            .trim_start()
            .to_lowercase(),
    )
}

fn kind_of_text(text: &str) -> LooksLike {
    // The message's own text may be a web page, and a page may quote a message.
    if !text.starts_with('<') && has_headers(text) {
        return LooksLike::Email;
    }
    if text.contains("schemas-microsoft-com:office:spreadsheet") {
        // A workbook as XML, from Excel 2002 and 2003.
        return LooksLike::VeryOldExcel;
    }
    if text.starts_with("<!doctype html") || text.contains("<html") || text.contains("<table") {
        return LooksLike::WebPage;
    }
    LooksLike::PlainText
}

/// Whether a text opens as a message does.
fn has_headers(text: &str) -> bool {
    let headers = text
        .lines()
        .take(60)
        .take_while(|line| !line.trim().is_empty())
        .filter(|line| HEADERS.iter().any(|header| line.starts_with(header)));
    headers.count() >= 2
}

/// What stands at the top of a message.
const HEADERS: &[&str] = &[
    "from:",
    "received:",
    "return-path:",
    "mime-version:",
    "subject:",
    "delivered-to:",
    "to:",
    "date:",
];

/// Whether some bytes stand anywhere in others.
pub(super) fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
