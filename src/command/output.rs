//! The only place that writes to the terminal.

use std::io::{self, IsTerminal, Write};

/// Writes to standard output. A reader that has gone away (`| head`) is no error.
pub(super) fn print(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    let written = out
        .write_all(text.as_bytes())
        .and_then(|()| {
            if text.ends_with('\n') {
                Ok(())
            } else {
                out.write_all(b"\n")
            }
        })
        .and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        outcome => Ok(outcome?),
    }
}

/// Writes one JSON value, readable by people too.
pub(super) fn json<T: serde::Serialize>(value: &T) -> anyhow::Result<()> {
    print(&serde_json::to_string_pretty(value)?)
}

/// Writes to standard error.
pub(super) fn error(text: &str) {
    let mut out = io::stderr().lock();
    // There is nowhere left to tell that standard error is gone.
    drop(writeln!(out, "{text}"));
}

/// Whether a person watches: standard error is a terminal.
pub(super) fn watched() -> bool {
    io::stderr().is_terminal()
}
