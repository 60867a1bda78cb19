//! The formats of a workbook's cells, without what only makes them look well.
//!
//! A reader needs to know which cells show dates. Fonts, fills and borders are most
//! of the part, and cost a library more than the cells of a short form.

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

/// The part without its looks; what cannot be followed is kept as it is.
pub(super) fn bare(styles: &[u8]) -> Vec<u8> {
    let mut kept = Vec::with_capacity(styles.len());
    let mut rest = styles;
    while let Some(tag) = tags(rest).next() {
        let whole = !tag.closes && !tag.empty;
        let looks = whole && LOOKS.contains(&tag.name);
        let end = if looks || (whole && tag.name == b"cellXfs") {
            end_of_element(rest, tag.start, tag.name)
        } else {
            Some(tag.end)
        };
        let Some((element, after)) = end.and_then(|end| rest.split_at_checked(end)) else {
            break;
        };
        kept.extend_from_slice(if looks {
            element.get(..tag.start).unwrap_or_default()
        } else {
            element
        });
        rest = after;
    }
    kept.extend_from_slice(rest);
    kept
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
                   <cellStyleXfs><xf numFmtId=\"1\"/></cellStyleXfs><cellXfs><xf numFmtId=\"164\"/></cellXfs>\
                   <cellStyles><cellStyle/></cellStyles></styleSheet>"[..],
                &b"<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd.mm\"/></numFmts>\
                   <fills/><cellXfs><xf numFmtId=\"164\"/></cellXfs></styleSheet>"[..],
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
