//! Digital signatures in a package: whose they claim to be and from when. Nobody
//! has tried whether they hold.

use chrono::NaiveDate;

use super::certificate;
use super::package::Package;
use super::tags::tags;
use crate::fault::FaultKind;
use crate::workbook::Signed;

/// More signatures are on no honest form.
const MOST: usize = 20;

/// The signatures of an Excel package; a part of them that is broken shows nothing.
pub(super) fn of_package(package: &mut Package<'_>) -> Result<Vec<Signed>, FaultKind> {
    let mut all = Vec::new();
    for index in 0..package.names.len() {
        let name = package
            .names
            .get(index)
            .map(|name| name.to_ascii_lowercase());
        if !name.is_some_and(|name| name.starts_with("_xmlsignatures/sig")) {
            continue;
        }
        match package.read(index) {
            Ok(part) => all.extend(signatures(&part)),
            Err(FaultKind::Damaged) => {}
            Err(kind) => return Err(kind),
        }
    }
    all.truncate(MOST);
    Ok(all)
}

/// The signatures in a part.
pub(super) fn signatures(part: &[u8]) -> Vec<Signed> {
    let mut all = Vec::new();
    let mut open: Option<(Signed, bool)> = None;
    let mut in_time = false;
    for tag in tags(part) {
        let text = || std::str::from_utf8(tag.text).unwrap_or_default().trim();
        match (tag.name, tag.closes) {
            (b"Signature", false) => open = Some((Signed::default(), false)),
            (b"Signature", true) => {
                let whole = open.take().filter(|(_, whole)| *whole && all.len() < MOST);
                all.extend(whole.map(|(signed, _)| signed));
            }
            (b"SignatureTime", closes) => in_time = !closes,
            (_, true) => {}
            (name, false) => {
                let Some((signed, whole)) = &mut open else {
                    continue;
                };
                match name {
                    b"SignatureValue" => *whole |= !text().is_empty(),
                    b"X509Certificate" if signed.name.is_none() => {
                        signed.name = certificate::subject(tag.text);
                    }
                    b"Value" if in_time => signed.on = signed.on.or_else(|| day(text())),
                    b"SigningTime" | b"date" => signed.on = signed.on.or_else(|| day(text())),
                    _ => {}
                }
            }
        }
    }
    all
}

/// `2026-03-01T12:00:00Z`: the day alone.
fn day(text: &str) -> Option<NaiveDate> {
    text.get(..10)?.parse().ok()
}
