//! The child: a loop over one pure function from bytes to readings.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use super::frame::{self, Tag};
use crate::fault::FaultKind;
use crate::guard;
use crate::report::Reading;
use crate::stored::encode;

/// Answers a parent until it closes its side. This is all that the reading
/// process does; a panic ends it, and the parent starts another.
pub fn serve(requests: impl Read, answers: impl Write) -> io::Result<()> {
    serve_with(requests, answers, crate::read)
}

/// Does the same with another reader.
pub fn serve_with(
    mut requests: impl Read,
    mut answers: impl Write,
    reader: impl Fn(&[u8]) -> Vec<Reading>,
) -> io::Result<()> {
    while let Some((tag, payload)) = frame::read(&mut requests)? {
        match tag {
            Tag::Hello => {
                limit_process(&payload)?;
                frame::write(&mut answers, Tag::Hello, super::process::GREETING)?;
            }
            Tag::Read => {
                limit_file()?;
                match path(&payload).and_then(|path| load(&path)) {
                    Ok(bytes) => {
                        frame::write(&mut answers, Tag::Read, &answer(&reader(&bytes)))?;
                    }
                    Err(error) => {
                        let reason = error.to_string();
                        frame::write(&mut answers, Tag::NotOpened, reason.as_bytes())?;
                    }
                }
            }
            Tag::NotOpened => return Err(io::ErrorKind::InvalidData.into()),
        }
    }
    Ok(())
}

/// Takes the file into memory, one byte more than it may have at most.
fn load(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let length = file.metadata()?.len().min(guard::FILE_BYTES);
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    file.take(guard::FILE_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// An answer longer than any honest one is not worth the parent's memory.
fn answer(readings: &[Reading]) -> Vec<u8> {
    let bytes = encode(readings);
    if bytes.len() <= frame::LONGEST {
        return bytes;
    }
    encode(&[Reading::refused(FaultKind::TooLarge)])
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "a path may be none elsewhere")]
fn path(payload: &[u8]) -> io::Result<std::path::PathBuf> {
    use std::os::unix::ffi::OsStrExt;
    Ok(OsStr::from_bytes(payload).into())
}

#[cfg(not(unix))]
fn path(payload: &[u8]) -> io::Result<std::path::PathBuf> {
    let text = std::str::from_utf8(payload).map_err(io::Error::other)?;
    Ok(OsStr::new(text).into())
}

#[cfg(target_os = "linux")]
fn limit_process(memory: &[u8]) -> io::Result<()> {
    let memory = memory.try_into().map_err(io::Error::other)?;
    super::limits::for_the_process(u64::from_le_bytes(memory))
}

#[cfg(target_os = "linux")]
fn limit_file() -> io::Result<()> {
    super::limits::for_the_next_file()
}

#[cfg(not(target_os = "linux"))]
fn limit_process(_memory: &[u8]) -> io::Result<()> {
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn limit_file() -> io::Result<()> {
    Ok(())
}
