//! A sheet made thin: cells and rows with a border and nothing in them are left out.
//!
//! Formatted down to the last row, an honest sheet can be hundreds of megabytes of
//! them: a large one is made thin while it is inflated. In a short form they are every
//! third cell, and cost the library as much as the others.

use memchr::{memchr, memmem, memrchr};

/// A cell holds 32,767 letters at most, each six bytes long as an entity.
const LONGEST_TEXT: usize = 1 << 20;
const END_OF_CELLS: &[u8] = b"sheetData>";

/// Where a sheet's cells end; to look from the front is several times faster.
pub(super) fn end_of_cells(sheet: &[u8]) -> Option<usize> {
    let closes = |at: &usize| {
        let before = sheet.get(..*at).unwrap_or_default();
        let open = memrchr(b'<', before);
        open.is_some_and(|open| before.get(open + 1) == Some(&b'/'))
    };
    let last = memmem::find_iter(sheet, END_OF_CELLS)
        .filter(closes)
        .last()?;
    Some(last + END_OF_CELLS.len())
}

/// A sheet that is small enough to be whole, without its empty cells and rows, and
/// without what follows the end of its cells. What cannot be followed is kept as it is.
pub(super) fn whole(sheet: &[u8], end: Option<usize>) -> Vec<u8> {
    let mut kept = Vec::with_capacity(sheet.len());
    let (cells, after) = end
        .and_then(|end| sheet.split_at_checked(end))
        .unwrap_or((sheet, &[]));
    let mut from = 0;
    for close in memmem::find_iter(cells, b"/>") {
        let end = close + 2;
        let since = cells.get(from..end).unwrap_or_default();
        let Some(open) = memrchr(b'<', since) else {
            continue;
        };
        let (before, tag) = since.split_at(open);
        if matches!(Kind::of(tag), Kind::Empty) {
            kept.extend_from_slice(before);
            from = end;
        }
    }
    kept.extend_from_slice(cells.get(from..).unwrap_or_default());
    if let Some(start) = memrchr(b'<', after) {
        kept.extend_from_slice(after.get(start..).unwrap_or_default());
    }
    kept
}

/// A sheet without what its reader passes over at a price: the style of a shared string
/// says nothing of it, and where every cell tells its own place, rows are only tags.
pub(super) fn bare(sheet: Vec<u8>) -> Vec<u8> {
    // There a text may look like a tag.
    if memmem::find(&sheet, b"<!").is_some() {
        return sheet;
    }
    let mut kept = Vec::with_capacity(sheet.len());
    let (mut from, mut placed) = (0, true);
    for open in memmem::find_iter(&sheet, b"<c") {
        let tag = sheet.get(open..).unwrap_or_default();
        // "<cols>" is another tag.
        if tag.get(2).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let Some(place) = tag.strip_prefix(b"<c r=\"").and_then(after_quote) else {
            placed = false;
            continue;
        };
        let style = place.strip_prefix(b" s=\"").and_then(after_quote);
        if let Some(rest) = style.filter(|rest| rest.starts_with(b" t=\"s\"")) {
            let cut = sheet.len() - place.len();
            kept.extend_from_slice(sheet.get(from..cut).unwrap_or_default());
            from = sheet.len() - rest.len();
        }
    }
    kept.extend_from_slice(sheet.get(from..).unwrap_or_default());
    if placed { without_rows(&kept) } else { kept }
}

fn without_rows(sheet: &[u8]) -> Vec<u8> {
    let mut kept = Vec::with_capacity(sheet.len());
    let mut from = 0;
    for name in memmem::find_iter(sheet, b"row") {
        let (before, after) = sheet.split_at_checked(name).unwrap_or_default();
        let open = match before {
            [.., b'<'] => name - 1,
            [.., b'<', b'/'] => name - 2,
            _ => continue,
        };
        let own = matches!(after.get(3), Some(b' ' | b'>'));
        if let Some(length) = memchr(b'>', after).filter(|_| own) {
            kept.extend_from_slice(sheet.get(from..open).unwrap_or_default());
            from = name + length + 1;
        }
    }
    kept.extend_from_slice(sheet.get(from..).unwrap_or_default());
    kept
}

/// What follows an attribute's value.
fn after_quote(text: &[u8]) -> Option<&[u8]> {
    let end = text.iter().position(|byte| *byte == b'"')?;
    text.get(end + 1..)
}

/// Takes a sheet in pieces and keeps what is not empty.
#[derive(Default)]
pub(super) struct Thin {
    kept: Vec<u8>,
    /// A tag or a text that is not whole yet.
    begun: Vec<u8>,
    /// Where the row began that has nothing in it so far.
    row: Option<usize>,
    /// Where the cell began that has nothing in it so far.
    cell: Option<usize>,
}

/// One text or tag was longer than any honest one.
pub(super) struct TooLong;

impl Thin {
    /// Takes the next piece.
    pub(super) fn take(&mut self, piece: &[u8]) -> Result<(), TooLong> {
        for part in piece.split_inclusive(|byte| *byte == b'>') {
            self.begun.extend_from_slice(part);
            if self.begun.len() > LONGEST_TEXT {
                return Err(TooLong);
            }
            if part.ends_with(b">") {
                self.tag();
            }
        }
        Ok(())
    }

    /// How much is kept so far.
    pub(super) fn len(&self) -> usize {
        self.kept.len()
    }

    /// What is kept.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.kept.append(&mut self.begun);
        self.kept
    }

    /// A tag is whole, with the text before it.
    fn tag(&mut self) {
        let here = self.kept.len();
        match Kind::of(self.begun.trim_ascii_start()) {
            Kind::Empty => self.begun.clear(),
            Kind::Row => {
                self.row = Some(here);
                self.cell = None;
                self.kept.append(&mut self.begun);
            }
            Kind::Cell => {
                self.cell = Some(here);
                self.kept.append(&mut self.begun);
            }
            Kind::EndOfCell if self.cell.is_some() => self.drop_since(self.cell),
            Kind::EndOfRow if self.row.is_some_and(|row| self.only_row_since(row)) => {
                self.drop_since(self.row);
            }
            Kind::EndOfCell | Kind::EndOfRow | Kind::Other => {
                self.cell = None;
                self.kept.append(&mut self.begun);
            }
        }
    }

    fn drop_since(&mut self, start: Option<usize>) {
        self.begun.clear();
        self.kept.truncate(start.unwrap_or(self.kept.len()));
        self.cell = None;
    }

    /// Whether nothing stands in a row but its own tag.
    fn only_row_since(&self, row: usize) -> bool {
        let since = self.kept.get(row..).unwrap_or_default();
        since.iter().position(|byte| *byte == b'>') == since.len().checked_sub(1)
    }
}

/// What a tag does to a sheet.
enum Kind {
    Empty,
    Row,
    Cell,
    EndOfCell,
    EndOfRow,
    Other,
}

impl Kind {
    fn of(tag: &[u8]) -> Self {
        let row = tag.starts_with(b"<row ");
        // A row or cell without an address counts on from the one before it.
        if (row || tag.starts_with(b"<c ")) && tag.windows(4).any(|window| window == b" r=\"") {
            if tag.ends_with(b"/>") {
                Self::Empty
            } else if row {
                Self::Row
            } else {
                Self::Cell
            }
        } else if tag == b"</c>" {
            Self::EndOfCell
        } else if tag == b"</row>" {
            Self::EndOfRow
        } else {
            Self::Other
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_empty_is_left_out() {
        let sheet = br#"<sheetData><row r="1" s="4"><c r="A1" t="s"><v>0</v></c><c r="B1" s="3"/></row>
            <row r="2" s="4"><c r="A2" s="3"/> <c r="B2" s="3"></c></row><row r="3"/>
            <row><c><v>7</v></c></row><row r="5"><c r="A5"/><c r="B5" t="str"><f>A1</f><v>&gt;</v></c></row></sheetData>"#;
        let thin = br#"<sheetData><row r="1" s="4"><c r="A1" t="s"><v>0</v></c></row>
            <row><c><v>7</v></c></row><row r="5"><c r="B5" t="str"><f>A1</f><v>&gt;</v></c></row></sheetData>"#;
        for size in [1, 2, 7, 4096] {
            let mut taken = Thin::default();
            for piece in sheet.chunks(size) {
                assert!(taken.take(piece).is_ok());
            }
            let kept = String::from_utf8(taken.finish()).unwrap();
            assert_eq!(kept, String::from_utf8_lossy(thin));
        }
    }

    #[test]
    fn a_small_sheet_keeps_its_cells_and_its_end() {
        for (sheet, thin) in [
            (
                &br#"<worksheet><cols><col min="1"/></cols><sheetData><row r="1" ht="9"><c r="A1" s="1"/><c r="B1"
                    t="s"><v>0</v></c><c r="C1" s="1"/></row><row r="2" ht="9"/><row/><row r="4"><c r="A4" t="inlineStr"><is><t>
                    "/></t><t/></is></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>"#[..],
                &br#"<worksheet><cols><col min="1"/></cols><sheetData><row r="1" ht="9"><c r="B1"
                    t="s"><v>0</v></c></row><row/><row r="4"><c r="A4" t="inlineStr"><is><t>
                    "/></t><t/></is></c></row></sheetData></worksheet>"#[..],
            ),
            // A sheet that breaks off, or is written in another way, is kept.
            (
                br#"<x:sheetData><x:row r="1"><x:c r="A1"/></x:row></x:sheetData><x:merge/>"#,
                br#"<x:sheetData><x:row r="1"><x:c r="A1"/></x:row></x:sheetData><x:merge/>"#,
            ),
            (br#"<sheetData><row r="1"><c r="A1""#, br#"<sheetData><row r="1"><c r="A1""#),
            (br#"/><c r="A1"/>"#, b"/>"),
            (b"</sheetData>", b"</sheetData>"),
        ] {
            let shown = String::from_utf8_lossy;
            assert_eq!(shown(&whole(sheet, end_of_cells(sheet))), shown(thin));
        }
    }

    #[test]
    fn cells_that_tell_their_place_need_no_rows() {
        for (sheet, expected) in [
            (
                r#"<cols/><sheetData><row r="1" ht="9"><c r="A1" s="3" t="s"><v>0</v></c><c r="B1" s="3"><v>7</v></c></row></sheetData>"#,
                r#"<cols/><sheetData><c r="A1" t="s"><v>0</v></c><c r="B1" s="3"><v>7</v></c></sheetData>"#,
            ),
            // A cell without a place counts on from its row's.
            (
                r#"<sheetData><row r="4"><c s="3" t="s"><v>0</v></c><c r="B4" s="3" t="s"><v>7</v></c></row></sheetData>"#,
                r#"<sheetData><row r="4"><c s="3" t="s"><v>0</v></c><c r="B4" t="s"><v>7</v></c></row></sheetData>"#,
            ),
            (
                r#"<row r="4"><c><v>0</v></c></row>"#,
                r#"<row r="4"><c><v>0</v></c></row>"#,
            ),
            (
                r#"<row r="4"><c r="A4" s="1" t="str"><v>arrow row</v></c></row><rowBreaks/>"#,
                r#"<c r="A4" s="1" t="str"><v>arrow row</v></c><rowBreaks/>"#,
            ),
            (
                r#"<row r="4"><c r="A4" t="inlineStr"><is><t><![CDATA[<c r="A1" s="3" t="s">]]></t></is></c></row>"#,
                r#"<row r="4"><c r="A4" t="inlineStr"><is><t><![CDATA[<c r="A1" s="3" t="s">]]></t></is></c></row>"#,
            ),
        ] {
            let bare = bare(sheet.as_bytes().to_vec());
            assert_eq!(String::from_utf8_lossy(&bare), expected);
        }
    }

    #[test]
    fn a_text_without_end_is_refused() {
        let mut taken = Thin::default();
        let piece = [b' '; 4096];
        assert!((0..1000).any(|_| taken.take(&piece).is_err()));
    }
}
