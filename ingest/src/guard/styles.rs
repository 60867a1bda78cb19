//! The formats of a workbook's cells, without what only makes them look well.
//!
//! A reader needs to know which cells show dates. Fonts, fills, borders and alignment
//! are most of the part, and cost a library more than the cells of a short form.

use memchr::memmem;

use super::tags::tags;

/// What tells how cells look.
const LOOKS: [&[u8]; 7] = [
    b"fonts",
    b"fills",
    b"borders",
    b"cellStyleXfs",
    b"cellStyles",
    b"dxfs",
    b"tableStyles",
];

/// The list that a cell's format is a place in.
const FORMATS: &[u8] = b"cellXfs";

/// The part without its looks; what cannot be followed is kept as it is.
pub(super) fn bare(styles: &[u8]) -> Vec<u8> {
    let mut kept = Vec::with_capacity(styles.len());
    let mut rest = styles;
    while let Some(tag) = tags(rest).next() {
        let whole = !tag.closes && !tag.empty;
        let looks = whole && LOOKS.contains(&tag.name);
        let end = if looks || (whole && tag.name == FORMATS) {
            end_of_element(rest, tag.start, tag.name)
        } else {
            Some(tag.end)
        };
        let Some((element, after)) = end.and_then(|end| rest.split_at_checked(end)) else {
            break;
        };
        if looks {
            kept.extend_from_slice(element.get(..tag.start).unwrap_or_default());
        } else if whole && tag.name == FORMATS {
            keep_number_formats(element, &mut kept);
        } else {
            kept.extend_from_slice(element);
        }
        rest = after;
    }
    kept.extend_from_slice(rest);
    kept
}

/// Of each format in the list, the number format alone.
fn keep_number_formats(list: &[u8], kept: &mut Vec<u8>) {
    let mut from = 0;
    for tag in tags(list) {
        if tag.name == FORMATS {
            kept.extend_from_slice(list.get(from..tag.end).unwrap_or_default());
        } else if tag.name == b"xf" && !tag.closes {
            let opened = list.get(tag.start..tag.end).unwrap_or_default();
            let name = opened
                .iter()
                .position(|sign| matches!(sign, b' ' | b'/' | b'>'));
            kept.extend_from_slice(opened.get(..name.unwrap_or(0)).unwrap_or_default());
            if let Some(number) = tag.attribute("numFmtId") {
                kept.extend_from_slice(b" numFmtId=\"");
                kept.extend_from_slice(number.as_bytes());
                kept.push(b'"');
            }
            kept.extend_from_slice(b"/>");
        }
        from = tag.end;
    }
}

/// Where an element ends that begins at a place: after its end tag.
fn end_of_element(xml: &[u8], start: usize, name: &[u8]) -> Option<usize> {
    let opened = xml.get(start + 1..)?;
    let prefix = memmem::find(opened, name)?;
    let mut closing = b"</".to_vec();
    closing.extend_from_slice(opened.get(..prefix + name.len())?);
    closing.push(b'>');
    let at = memmem::find(opened, &closing)?;
    Some(start + 1 + at + closing.len())
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn only_looks_are_left_out() {
        for (whole, kept) in [
            (
                &b"<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd.mm\"/></numFmts>\
                   <fonts count=\"1\"><font><sz val=\"11\"/></font></fonts><fills/><borders></borders>\
                   <cellStyleXfs><xf numFmtId=\"1\"/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"164\" fontId=\"3\"/>\
                   <xf fontId=\"1\" applyFont=\"1\"><alignment/></xf></cellXfs>\
                   <cellStyles><cellStyle/></cellStyles></styleSheet>"[..],
                &b"<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd.mm\"/></numFmts>\
                   <fills/><cellXfs count=\"2\"><xf numFmtId=\"164\"/><xf/></cellXfs></styleSheet>"[..],
            ),
            (
                b"<x:styleSheet><x:fonts><x:font/></x:fonts><x:cellXfs><x:xf/></x:cellXfs></x:styleSheet>",
                b"<x:styleSheet><x:cellXfs><x:xf/></x:cellXfs></x:styleSheet>",
            ),
            // What has no end stays, for the library to complain of.
            (b"<styleSheet><fonts><font/>", b"<styleSheet><fonts><font/>"),
            (b"no tags", b"no tags"),
        ] {
            let shown = String::from_utf8_lossy;
            assert_eq!(shown(&bare(whole)), shown(kept));
        }
    }
}
