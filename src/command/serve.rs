//! `serve`: the service.

use std::process::ExitCode;

use super::{Folder, output, this_program};
use crate::serve;

/// Where to serve.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    folder: Folder,
}

pub(super) fn execute(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    serve::serve(&arguments.folder.dir, &this_program()?, output::watched())?;
    Ok(ExitCode::SUCCESS)
}
