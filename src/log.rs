//! Door to tracing's set-up: one line an event, to standard error.
//!
//! Events carry ids, codes and counts; names, addresses and what stood in a cell
//! never reach them.

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt;

/// How events are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum LogFormat {
    /// For a person at a terminal.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

/// Sets up the log. `filter` is a list such as `info` or `samlerapport=debug`.
pub(crate) fn set_up(filter: &str, format: LogFormat) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(filter)
        .map_err(|error| anyhow::anyhow!("\"{filter}\" is no log filter: {error}"))?;
    let builder = fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_target(false)
        .with_ansi(false);
    let outcome = match format {
        LogFormat::Text => builder.try_init(),
        LogFormat::Json => builder.json().try_init(),
    };
    // A second set-up in the same process keeps the first.
    drop(outcome);
    Ok(())
}
