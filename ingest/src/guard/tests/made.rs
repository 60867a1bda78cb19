//! Files made by code: packages, compound files, records.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A zip archive of deflated parts.
pub(super) fn zip<S: AsRef<str>, B: AsRef<[u8]>>(parts: &[(S, B)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = SimpleFileOptions::default();
        writer.start_file(name.as_ref(), options).unwrap();
        writer.write_all(bytes.as_ref()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook of one sheet with these rows and shared strings.
pub(super) fn xlsx(rows: &str, strings: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let relations = relation("worksheet", "s1", "worksheets/sheet1.xml");
    let sheets = r#"<sheet name="Ark1" sheetId="1" r:id="s1"/>"#;
    package(
        sheets,
        &relations,
        &[
            ("xl/worksheets/sheet1.xml", &sheet),
            ("xl/sharedStrings.xml", strings),
        ],
    )
}

/// A workbook of any sheets, relations and parts.
pub(super) fn package(sheets: &str, relations: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let main = relation("officeDocument", "w", "xl/workbook.xml");
    let root = format!("<Relationships>{main}</Relationships>");
    let workbook = format!("<workbook><sheets>{sheets}</sheets></workbook>");
    let relations = format!("<Relationships>{relations}</Relationships>");
    let mut all = vec![
        ("_rels/.rels", root.as_str()),
        ("xl/workbook.xml", &workbook),
        ("xl/_rels/workbook.xml.rels", &relations),
    ];
    all.extend(parts.iter().filter(|(_, part)| !part.is_empty()));
    zip(&all)
}

/// A relation of a package.
pub(super) fn relation(kind: &str, id: &str, target: &str) -> String {
    format!(
        r#"<Relationship Id="{id}" Type="http://schemas/relationships/{kind}" Target="{target}"/>"#
    )
}

/// An ods with these rows in its one table.
pub(super) fn ods(rows: &str) -> Vec<u8> {
    ods_with(rows, "<manifest:manifest/>")
}

/// The same with a manifest.
pub(super) fn ods_with(rows: &str, manifest: &str) -> Vec<u8> {
    let table = format!(r#"<table:table table:name="Ark1">{rows}</table:table>"#);
    let content = format!("<office:document-content>{table}</office:document-content>");
    let mimetype = "application/vnd.oasis.opendocument.spreadsheet";
    zip(&[
        ("mimetype", mimetype),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", &content),
    ])
}

/// A cell of an ods with a number in it.
pub(super) fn ods_cell(more: &str) -> String {
    format!(r#"<table:table-cell office:value-type="float" office:value="7" {more}/>"#)
}

/// A compound file of streams.
pub(super) fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let cursor = Cursor::new(Vec::new());
    let mut file = cfb::CompoundFile::create_with_version(cfb::Version::V3, cursor).unwrap();
    for (name, bytes) in streams {
        let mut stream = file.create_stream(name).unwrap();
        stream.write_all(bytes).unwrap();
    }
    file.flush().unwrap();
    file.into_inner().into_inner()
}

/// A record of an xls.
pub(super) fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

/// A cell of an xls with a number in it.
pub(super) fn number(row: u16, column: u16) -> Vec<u8> {
    let place = [row.to_le_bytes(), column.to_le_bytes(), [0; 2]].concat();
    record(0x0203, &[&place[..], &7.0_f64.to_le_bytes()].concat())
}

/// An xls whose sheets (their kind, their records) follow these records.
pub(super) fn xls(globals: &[u8], sheets: &[(u8, Vec<u8>)]) -> Vec<u8> {
    compound(&[("Workbook", &workbook_stream(globals, sheets))])
}

/// The stream of such a workbook.
pub(super) fn workbook_stream(globals: &[u8], sheets: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let begin = |kind: u8| record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0]);
    let end = record(0x000A, &[]);
    let bound = 4 + 9;
    let mut start = begin(5).len() + globals.len() + bound * sheets.len() + end.len();
    let mut stream = [begin(5), globals.to_vec()].concat();
    let mut bodies = Vec::new();
    for (name, (kind, records)) in (b'A'..).zip(sheets) {
        let place = u32::try_from(start).unwrap().to_le_bytes();
        let sheet = [&place[..], &[0, *kind, 1, 0, name]].concat();
        stream.extend(record(0x0085, &sheet));
        let body = [begin(0x10), records.clone(), end.clone()].concat();
        start += body.len();
        bodies.push(body);
    }
    stream.extend(end);
    stream.extend(bodies.concat());
    stream
}
