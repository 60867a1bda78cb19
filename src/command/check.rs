//! `check`: judges files without touching any state.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail};
use samlerapport_ingest::{Register, harmless_name};
use samlerapport_validate::{Fate, Hearing, Settings, Severity};

use super::{OutputFormat, Today, output, this_program};
use crate::clock::Now;
use crate::config::Config;
use crate::digest;
use crate::progress::Progress;
use crate::run;

mod decisions;
mod hearing;
mod json;
mod scan;
mod text;
mod values;

/// What is asked for.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The files to judge; those of one chapter are heard together.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// A working folder, for its register and settings.
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
    #[command(flatten)]
    today: Today,
    /// How the judgement is written.
    #[arg(long, value_enum, default_value_t)]
    format: OutputFormat,
    /// With --format json: also what was read, normalised.
    #[arg(long, requires = "format")]
    values: bool,
}

/// Findings of severity error or wait.
const FINDINGS: u8 = 1;

/// What files are judged with: a working folder's, or the defaults.
struct Terms {
    settings: Settings,
    register: Option<Register>,
    basis_year: Option<i32>,
    /// The working folder, for a decision workbook among the files.
    dir: Option<PathBuf>,
    now: Now,
}

pub(super) fn execute(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let terms = terms(arguments)?;
    let mut read = read(&arguments.files)?;
    let decided = decisions::take_out(&mut read, &terms)?;
    let cases = hearing::hear(read, &terms);
    let wanting = decided.iter().any(decisions::Told::is_wanting);
    match arguments.format {
        OutputFormat::Json => output::json(&json::report(&cases, decided, arguments.values))?,
        OutputFormat::Text => output::print(&text::report(&cases, &decided))?,
    }
    let bad = wanting || cases.iter().any(|case| needs_a_person(&case.hearing));
    Ok(if bad {
        ExitCode::from(FINDINGS)
    } else {
        ExitCode::SUCCESS
    })
}

/// One file that was read.
struct ReadFile {
    name: String,
    sha256: String,
    readings: Vec<samlerapport_ingest::Reading>,
}

fn terms(arguments: &Arguments) -> anyhow::Result<Terms> {
    let now = Now::chosen(arguments.today.today);
    let Some(dir) = &arguments.dir else {
        return Ok(Terms {
            settings: Settings::default(),
            register: None,
            basis_year: None,
            dir: None,
            now,
        });
    };
    let config = Config::load(dir)?;
    let (register, _) = run::load_register(&config.folders.register)?;
    Ok(Terms {
        dir: Some(dir.clone()),
        settings: config.judging,
        register: Some(register),
        basis_year: Some(config.basis_year),
        now,
    })
}

fn read(paths: &[PathBuf]) -> anyhow::Result<Vec<ReadFile>> {
    let mut files = Vec::with_capacity(paths.len());
    for path in paths {
        if path.is_dir() {
            bail!("{} is a folder; name the files in it", path.display());
        }
        let bytes =
            std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        files.push(ReadFile {
            name: harmless_name(
                &path
                    .file_name()
                    .map(|name| name.to_string_lossy())
                    .unwrap_or_default(),
            ),
            sha256: digest::of(&bytes),
            readings: Vec::new(),
        });
    }
    let progress = Progress::over(paths.len(), "Leser", output::watched());
    let keyed = paths.iter().cloned().enumerate();
    run::readers(&this_program()?, 0, paths.len())?
        .read_all(keyed, |index, stored| {
            progress.step();
            if let Some(file) = files.get_mut(index) {
                file.readings = samlerapport_ingest::decode(&stored.bytes)
                    .context("a reading cannot be understood")?;
            }
            anyhow::Ok(())
        })
        .context("cannot read on")?;
    Ok(scan::lay(paths, files))
}

fn needs_a_person(hearing: &Hearing) -> bool {
    hearing.forms.iter().any(|form| {
        form.findings
            .iter()
            .any(|finding| finding.severity > Severity::Remark)
            || form
                .rows
                .iter()
                .any(|row| matches!(row.fate, Fate::Waiting | Fate::Incomplete | Fate::Excluded))
    })
}
