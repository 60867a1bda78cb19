//! A zip archive of files, as people pack a folder.

use super::bag::{Bag, Part};
use crate::fault::{FaultKind, LooksLike};
use crate::guard::package::Package;
use crate::guard::sniff::{self, LOOKED_AT};

/// Hands every file of an archive on.
pub(super) fn open(bytes: &[u8], bag: &mut Bag<'_>) -> Result<(), FaultKind> {
    let mut package = Package::open_archive(bytes, bag.allowed())?;
    for (index, name) in package.names.clone().iter().enumerate() {
        if bag.spent() {
            break;
        }
        let name = norwegian(name);
        match part(&mut package, index) {
            Ok(bytes) => bag.take(&Part {
                name: &name,
                bytes: &bytes,
                drawn: false,
            }),
            // What unpacks without end would do so again in the next file.
            Err(FaultKind::TooLarge) => bag.stop(),
            Err(kind) => bag.refuse(&name, kind),
        }
    }
    Ok(())
}

/// A file's bytes; of a page or a picture only those that give it away.
fn part(package: &mut Package<'_>, index: usize) -> Result<Vec<u8>, FaultKind> {
    let start = package.beginning(index, u64::try_from(LOOKED_AT).unwrap_or(u64::MAX))?;
    match sniff::container(&start) {
        Ok(_) | Err(FaultKind::NotASpreadsheet(LooksLike::Email)) => package.read(index),
        Err(_) => Ok(start),
    }
}

/// Windows packs names in the code page of western Europe, which is read as the
/// American one: the same letters but for these.
fn norwegian(name: &str) -> String {
    name.replace('¢', "ø").replace('¥', "Ø")
}
