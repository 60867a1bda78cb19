//! What a file may cost before any library sees it.
//!
//! A library gets a lean copy: the parts that a reader needs and no others, each
//! inflated once and counted while it was, with the numbers taken out that a
//! library would trust. Making it costs an honest form little, since the library
//! need not inflate again, and leaves a bomb nothing to go off in. What still
//! slips through meets the limits of the reading process.

mod binary;
mod certificate;
pub(crate) mod compound;
mod drawing;
mod floor;
mod hidden;
mod inflate;
mod ods;
pub(crate) mod package;
mod signed;
pub(crate) mod sniff;
mod styles;
mod tables;
mod tags;
mod thin;
mod xls;
mod xlsb;
mod xlsx;

use crate::fault::FaultKind;
use crate::workbook::{Area, OutOfSight, Signed};

pub(crate) use sniff::Format;

/// The largest file that is looked into: a form with many photographs of signatures.
pub(crate) const FILE_BYTES: u64 = 64 << 20;

/// A copy of a workbook that a library may see.
#[derive(Debug)]
pub(crate) struct Lean {
    /// What it is.
    pub(crate) format: Format,
    /// The copy.
    pub(crate) bytes: Vec<u8>,
    /// What stands around the cells, sheet by sheet in the order of the tabs;
    /// empty where the library tells it.
    pub(crate) around: Vec<Around>,
    /// What the copy lacks.
    pub(crate) faults: Vec<FaultKind>,
    /// The digital signatures of the file, untried.
    pub(crate) signed: Vec<Signed>,
}

/// What stands around a sheet's cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Around {
    /// Merged areas.
    pub(crate) merged: Vec<Area>,
    /// The anchor cells of pictures, from 1.
    pub(crate) pictures: Vec<(u32, u16)>,
    /// Hidden rows and columns.
    pub(crate) out_of_sight: OutOfSight,
}

/// Tells what a file is by its content, and makes the lean copy of a workbook.
pub(crate) fn lean(bytes: &[u8]) -> Result<Lean, FaultKind> {
    if u64::try_from(bytes.len()).is_ok_and(|length| length > FILE_BYTES) {
        return Err(FaultKind::TooLarge);
    }
    match sniff::container(bytes)? {
        sniff::Container::Zip => {
            let mut package = package::Package::open(bytes)?;
            match package.format()? {
                Format::Xlsx => xlsx::lean(package),
                Format::Xlsb => xlsb::lean(package),
                Format::Ods | Format::Xls => ods::lean(package),
            }
        }
        sniff::Container::Compound => xls::lean(bytes),
    }
}

#[cfg(test)]
mod tests;
