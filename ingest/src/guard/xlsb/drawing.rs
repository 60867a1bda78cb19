//! Where the pictures of a binary worksheet are anchored.

use super::targets;
use crate::fault::FaultKind;
use crate::guard::package::Package;
use crate::guard::tags::tags;

/// The anchor cells (row, column) of a worksheet's pictures, from 1.
pub(super) fn pictures(
    package: &mut Package<'_>,
    sheet: &str,
) -> Result<Vec<(u32, u16)>, FaultKind> {
    let (folder, file) = sheet.rsplit_once('/').unwrap_or(("", sheet));
    let Some(relations) = readable(package, &format!("{folder}/_rels/{file}.rels"))? else {
        return Ok(Vec::new());
    };
    let mut places = Vec::new();
    for (_, part) in targets(Some(&relations), folder) {
        // The old drawing of a sheet's comments is named otherwise.
        if part.contains("/drawings/drawing") {
            let drawing = readable(package, &part)?;
            anchors(drawing.as_deref().unwrap_or_default(), &mut places);
        }
    }
    Ok(places)
}

/// A part that can be done without.
fn readable(package: &mut Package<'_>, name: &str) -> Result<Option<Vec<u8>>, FaultKind> {
    match package.part(name) {
        Err(FaultKind::Damaged) => Ok(None),
        part => part,
    }
}

/// The first corner of each anchor that holds a picture.
fn anchors(drawing: &[u8], places: &mut Vec<(u32, u16)>) {
    let (mut row, mut column, mut corner) = (None, None, false);
    for tag in tags(drawing) {
        let number = || {
            std::str::from_utf8(tag.text)
                .ok()?
                .trim()
                .parse::<u32>()
                .ok()
        };
        match tag.name {
            b"from" => corner = !tag.closes,
            b"row" if corner && !tag.closes => row = number(),
            b"col" if corner && !tag.closes => column = number(),
            b"pic" if !tag.closes => {
                let place = row.zip(column).and_then(|(row, column)| {
                    let column = u16::try_from(column.checked_add(1)?).ok()?;
                    Some((row.checked_add(1)?, column))
                });
                places.extend(place);
            }
            _ => {}
        }
    }
}
