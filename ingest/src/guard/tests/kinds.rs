//! Files of other kinds, each named by what it is.

use super::made::{compound, record, zip};
use super::refusal;
use crate::fault::{FaultKind, LooksLike};

/// Files that their first bytes give away.
const BY_THEIR_BYTES: &[(&str, &[u8], LooksLike)] = &[
    ("png", b"\x89PNG\r\n\x1A\n....", LooksLike::Picture),
    ("jpeg", b"\xFF\xD8\xFF\xE0..JFIF", LooksLike::Picture),
    ("gif", b"GIF89a....", LooksLike::Picture),
    ("bmp", b"BM\x36\0\0\0\0\0\0\0\x36", LooksLike::Picture),
    ("tiff", b"II*\0....", LooksLike::Picture),
    ("webp", b"RIFF\0\0\0\0WEBPVP8 ", LooksLike::Picture),
    ("heic", b"\0\0\0\x18ftypheic\0\0", LooksLike::Picture),
    ("pdf", b"%PDF-1.7\n%\xE2\xE3", LooksLike::Pdf),
    ("pdf behind a blank", b"\n%PDF-1.4", LooksLike::Pdf),
    ("rtf", b"{\\rtf1\\ansi Hei}", LooksLike::TextDocument),
    (
        "html",
        b"  <!DOCTYPE html><html><table></table></html>",
        LooksLike::WebPage,
    ),
    (
        "html in two bytes",
        b"\xFF\xFE<\0h\0t\0m\0l\0>\0",
        LooksLike::WebPage,
    ),
    (
        "csv",
        b"Dato;Tema\n12.06.2025;\xC3\x85 bli h\xC3\xB8rt\n",
        LooksLike::PlainText,
    ),
    (
        "csv of old",
        b"Dato;Sted\n1.5.2025;Bod\xF8\n",
        LooksLike::PlainText,
    ),
    (
        "eml",
        b"From: lag@lag.example\r\nSubject: Skjema\r\n\r\nHei",
        LooksLike::Email,
    ),
    ("winmail.dat", b"\x78\x9F\x3E\x22\0\0", LooksLike::Winmail),
    ("7z", b"7z\xBC\xAF\x27\x1C\0\x04", LooksLike::Archive),
    ("rar", b"Rar!\x1A\x07\0", LooksLike::Archive),
    (
        "Excel 2",
        b"\x09\0\x04\0\x02\0\x10\0",
        LooksLike::VeryOldExcel,
    ),
    (
        "Excel 3",
        b"\x09\x02\x06\0\0\0\x10\0\0\0",
        LooksLike::VeryOldExcel,
    ),
    (
        "Excel 4",
        b"\x09\x04\x06\0\0\0\x10\0\0\0",
        LooksLike::VeryOldExcel,
    ),
    (
        "Excel 2003 as text",
        b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>",
        LooksLike::VeryOldExcel,
    ),
    (
        "rubbish",
        b"\x01\x02\x03\x04\x05\x06\x07",
        LooksLike::Unknown,
    ),
    ("all bits set", &[0xFF; 64], LooksLike::Unknown),
];

/// Zip archives, by their parts.
const BY_THEIR_PARTS: &[(&[(&str, &str)], LooksLike)] = &[
    (
        &[
            ("[Content_Types].xml", "<Types/>"),
            ("word/document.xml", "<w/>"),
        ],
        LooksLike::TextDocument,
    ),
    (
        &[("mimetype", "application/vnd.oasis.opendocument.text")],
        LooksLike::TextDocument,
    ),
    (
        &[
            ("[Content_Types].xml", "<Types/>"),
            ("ppt/presentation.xml", "<p/>"),
        ],
        LooksLike::Presentation,
    ),
    (
        &[(
            "mimetype",
            "application/vnd.oasis.opendocument.presentation",
        )],
        LooksLike::Presentation,
    ),
    (
        &[("skjema.xlsx", "..."), ("bilde.jpg", "...")],
        LooksLike::Zip,
    ),
    (
        &[
            ("Index/CalculationEngine.iwa", "."),
            ("Index/Document.iwa", "."),
        ],
        LooksLike::Numbers,
    ),
    (&[("Index/Document.iwa", "...")], LooksLike::TextDocument),
];

#[test]
fn another_kind_of_file_is_told_by_its_content() {
    for (name, bytes, kind) in BY_THEIR_BYTES {
        assert_eq!(refusal(bytes), FaultKind::NotASpreadsheet(*kind), "{name}");
    }
    let tar = [&[b'a'; 257][..], b"ustar\0"].concat();
    assert_eq!(
        refusal(&tar),
        FaultKind::NotASpreadsheet(LooksLike::Archive)
    );
}

#[test]
fn an_archive_is_told_by_its_parts() {
    for (parts, kind) in BY_THEIR_PARTS {
        assert_eq!(
            refusal(&zip(parts)),
            FaultKind::NotASpreadsheet(*kind),
            "{parts:?}"
        );
    }
}

#[test]
fn a_compound_file_is_told_by_its_streams() {
    for (stream, kind) in [
        ("WordDocument", LooksLike::TextDocument),
        ("PowerPoint Document", LooksLike::Presentation),
        ("__properties_version1.0", LooksLike::Email),
        ("Contents", LooksLike::Unknown),
    ] {
        let bytes = compound(&[(stream, b"...")]);
        assert_eq!(
            refusal(&bytes),
            FaultKind::NotASpreadsheet(kind),
            "{stream}"
        );
    }
    let old = compound(&[("Book", &record(0x0409, &[0; 6]))]);
    assert_eq!(
        refusal(&old),
        FaultKind::NotASpreadsheet(LooksLike::VeryOldExcel)
    );
}
