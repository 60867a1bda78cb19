//! `run`: one run.

use std::process::ExitCode;

use super::{Folder, OutputFormat, Today, output, this_program};
use crate::clock::Now;
use crate::run::{self, Request};

/// How the run is asked for.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    folder: Folder,
    #[command(flatten)]
    today: Today,
    /// Say what would come out; change nothing and tell nobody.
    #[arg(long)]
    dry_run: bool,
    /// How the summary is written.
    #[arg(long, value_enum, default_value_t)]
    format: OutputFormat,
}

pub(super) fn execute(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let summary = run::run(Request {
        dir: arguments.folder.dir.clone(),
        now: Now::chosen(arguments.today.today),
        dry: arguments.dry_run,
        progress: output::watched(),
        program: this_program()?,
    })?;
    match arguments.format {
        OutputFormat::Text => output::print(&summary.to_text())?,
        OutputFormat::Json => output::json(&summary)?,
    }
    Ok(ExitCode::SUCCESS)
}
