//! What a chapter has told us, in our own words.
//!
//! A file at the door becomes a typed report in which every value keeps its
//! place. The room also holds the forms as data, the blanks made from them, and
//! the register of chapters, regions and advisers.
//!
//! Invariants, as absences:
//! - Nothing here judges: no value is too small, too late or in the wrong year.
//! - Nothing here gives up on a cell: what could not be read is a [`Fault`] with
//!   its place, and the rest of the form is read all the same.
//! - No type of calamine or `rust_xlsxwriter` is part of the room's face.

mod adviser;
mod arrival;
pub mod blank;
mod cell;
mod chapter;
mod container;
mod county;
pub mod decisions;
mod fault;
mod fold;
mod form;
mod guard;
mod last_year;
mod organisation_number;
mod piece;
mod place;
mod reading;
mod recognise;
mod region;
mod register;
mod report;
mod stored;
mod sum;
mod value;
mod workbook;
pub mod worker;

pub use adviser::{Adviser, Recipient, Role};
pub use arrival::{Arrival, harmless_name, sha256};
pub use chapter::{Chapter, Dissolved, Language};
pub use container::{FormName, shown_by};
pub use county::{
    COUNTIES, County, CountyFound, counties, county, nearest_county, present_counties,
};
pub use fault::{Fault, FaultKind, LooksLike};
pub use fold::folded_name;
pub use form::{
    Caption, Field, Form, FormId, Item, Kind, SIGNATURE_DATE, SIGNER_NAME, SignatureBlock,
    SignatureRole, Table, forms_page,
};
pub use last_year::LastYear;
pub use organisation_number::{organisation_number_digits, organisation_number_valid};
pub use piece::Piece;
pub use place::Place;
pub use region::Region;
pub use register::{
    Identified, Register, RegisterFault, is_address, register_template, write_register,
};
pub use report::{Evidence, Reading, Recognised, Report, Row, Signature};
pub use stored::{READING_VERSION, StoredError, StoredReading, decode, decode_heads, encode};
pub use sum::{Summed, WrittenSum};
pub use value::{Day, Told, Value};

/// Reads what a file holds: one reading for each form in it, and never none. A
/// message or a zip archive is opened, and what lies in it is read.
pub fn read(bytes: &[u8]) -> Vec<Reading> {
    container::read(bytes)
}

#[cfg(test)]
mod tests;
