//! What can be asked on the command line; one file a command.

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Parser, Subcommand};

mod check;
mod demo;
mod forms;
mod init;
mod output;
mod rejudge;
mod rules;
mod run;
mod serve;
mod status;
mod trace;
mod worker;

use crate::log::{self, LogFormat};

/// Reads, judges and compiles chapters' peer-support reports into the grant
/// application workbook, and writes to chapters and advisers about what is missing.
#[derive(Debug, Parser)]
#[command(name = "samlerapport", version, about, long_about = None)]
#[command(
    after_help = "Exit codes: 0 fine; 1 check: findings that need a person; 2 could not run."
)]
struct Cli {
    /// What to log to standard error: error, warn, info, debug, or a filter.
    #[arg(long, global = true, value_name = "FILTER", default_value = "warn")]
    log: String,
    /// How log lines are written.
    #[arg(long, global = true, value_enum, default_value_t)]
    log_format: LogFormat,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// The whole job on the shipped example organisation, as of a fixed day.
    Demo(demo::Arguments),
    /// Make a working folder: settings, register template, folders.
    Init(init::Arguments),
    /// Write blank forms, prefilled, a folder per chapter.
    Forms(forms::Arguments),
    /// Judge files without touching any state.
    Check(check::Arguments),
    /// One run: pick up, judge, compile, tell.
    Run(run::Arguments),
    /// The service: runs by cron expressions in Europe/Oslo.
    Serve(serve::Arguments),
    /// Who has delivered what.
    Status(status::Arguments),
    /// A figure or row back to its source, or a file forward to its fate.
    Trace(trace::Arguments),
    /// The catalogue of rules, or one rule explained.
    Rules(rules::Arguments),
    /// What today's rules and settings would change, before anything is told.
    Rejudge(rejudge::Arguments),
    /// A reading process; started by the others, not by people.
    #[command(hide = true)]
    Worker(worker::Arguments),
}

/// The working folder.
#[derive(Clone, Debug, clap::Args)]
struct Folder {
    /// The working folder, which holds samlerapport.toml.
    #[arg(long, value_name = "DIR")]
    dir: PathBuf,
}

/// The day that counts as today.
#[derive(Clone, Copy, Debug, clap::Args)]
struct Today {
    /// Take this day as today, such as 2026-06-01.
    #[arg(long, value_name = "DATE")]
    today: Option<NaiveDate>,
}

/// Text for people or JSON for programs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum OutputFormat {
    /// Text for people, in Norwegian.
    #[default]
    Text,
    /// One JSON object.
    Json,
}

/// Something could not be run.
const COULD_NOT_RUN: u8 = 2;

/// Does what the command line asks for; the outcome is the process's exit code.
pub fn execute() -> ExitCode {
    let cli = Cli::parse();
    let outcome = log::set_up(&cli.log, cli.log_format).and_then(|()| match cli.command {
        Command::Demo(arguments) => demo::execute(&arguments),
        Command::Init(arguments) => init::execute(&arguments),
        Command::Forms(arguments) => forms::execute(&arguments),
        Command::Check(arguments) => check::execute(&arguments),
        Command::Run(arguments) => run::execute(&arguments),
        Command::Serve(arguments) => serve::execute(&arguments),
        Command::Status(arguments) => status::execute(&arguments),
        Command::Trace(arguments) => trace::execute(&arguments),
        Command::Rules(arguments) => rules::execute(&arguments),
        Command::Rejudge(arguments) => rejudge::execute(&arguments),
        Command::Worker(arguments) => worker::execute(&arguments),
    });
    outcome.unwrap_or_else(|error| {
        output::error(&format!("samlerapport: {error:#}"));
        ExitCode::from(COULD_NOT_RUN)
    })
}

/// This program, for the reading processes.
fn this_program() -> anyhow::Result<PathBuf> {
    std::env::current_exe().map_err(|error| anyhow::anyhow!("cannot find this program: {error}"))
}
