//! The tags of an XML part, one after the other; enough to look into a package.

use memchr::{memchr, memchr3};

/// A tag, and the text that follows it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag<'a> {
    /// The name without its prefix.
    pub(super) name: &'a [u8],
    /// Whether it is an end tag.
    pub(super) closes: bool,
    /// Whether it is its own end.
    pub(super) empty: bool,
    /// The text up to the next tag.
    pub(super) text: &'a [u8],
    /// Where its bracket opens.
    pub(super) start: usize,
    /// What comes after its bracket closes.
    pub(super) end: usize,
    attributes: &'a [u8],
}

/// Goes through the tags.
pub(super) fn tags(xml: &[u8]) -> impl Iterator<Item = Tag<'_>> {
    let mut from = 0_usize;
    std::iter::from_fn(move || {
        let bracket = |from: usize| from.checked_add(memchr(b'<', xml.get(from..)?)?);
        let start = bracket(from)?;
        let inside = xml.get(start.checked_add(1)?..)?;
        let length = end_of_tag(inside)?;
        let end = start.checked_add(length)?.checked_add(2)?;
        from = end;
        let next = bracket(end).unwrap_or(xml.len());
        Some(Tag {
            text: xml.get(end..next)?,
            start,
            end,
            ..Tag::new(inside.get(..length)?)
        })
    })
}

/// A bracket inside quotes belongs to a value.
fn end_of_tag(inside: &[u8]) -> Option<usize> {
    let mut at = 0_usize;
    loop {
        let sign = at + memchr3(b'>', b'"', b'\'', inside.get(at..)?)?;
        let quote = *inside.get(sign)?;
        if quote == b'>' {
            return Some(sign);
        }
        at = sign + 1;
        at += memchr(quote, inside.get(at..)?)? + 1;
    }
}

impl<'a> Tag<'a> {
    fn new(tag: &'a [u8]) -> Self {
        let split = tag.iter().position(u8::is_ascii_whitespace);
        let (name, attributes) = tag.split_at(split.unwrap_or(tag.len()));
        let name = name.strip_suffix(b"/").unwrap_or(name);
        let (closes, name) = match name.strip_prefix(b"/") {
            Some(name) => (true, name),
            None => (false, name),
        };
        let name = name.rsplit(|byte| *byte == b':').next().unwrap_or(name);
        Self {
            name,
            closes,
            empty: tag.ends_with(b"/"),
            text: &[],
            start: 0,
            end: 0,
            attributes,
        }
    }

    /// An attribute's value as it stands, by its name without prefix.
    pub(super) fn attribute(&self, wanted: &str) -> Option<&'a str> {
        let mut rest = self.attributes;
        loop {
            let equals = rest.iter().position(|byte| *byte == b'=')?;
            let (name, value) = rest.split_at_checked(equals)?;
            let value = value.get(1..)?.trim_ascii_start();
            let (quote, value) = value.split_first()?;
            let end = value.iter().position(|byte| byte == quote)?;
            let name = name.trim_ascii();
            let local = name.rsplit(|byte| *byte == b':').next().unwrap_or(name);
            if local == wanted.as_bytes() {
                return std::str::from_utf8(value.get(..end)?).ok();
            }
            rest = value.get(end + 1..)?;
        }
    }
}
