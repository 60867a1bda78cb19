//! `worker`: a reading process, a loop over one pure function.

use std::io;
use std::process::ExitCode;

/// Nothing: the parent says all over standard input.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {}

pub(super) fn execute(_: &Arguments) -> anyhow::Result<ExitCode> {
    samlerapport_ingest::worker::serve(io::stdin().lock(), io::stdout().lock())?;
    Ok(ExitCode::SUCCESS)
}
