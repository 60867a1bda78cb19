//! `demo`: the whole job on the shipped example organisation, as of a fixed day.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, bail};
use samlerapport_fixtures as fixtures;

use super::{Today, init, output, this_program};
use crate::clock::Now;
use crate::config;
use crate::durable;
use crate::run::{self, Request};

mod summary;

/// What is asked for.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The folder to make; a new one beside the others by default.
    #[arg(default_value = "demo")]
    dir: PathBuf,
    #[command(flatten)]
    today: Today,
}

pub(super) fn execute(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let dir = &arguments.dir;
    prepare(dir)?;
    let organisation = fixtures::organisation()
        .map_err(|complaint| anyhow::anyhow!("the example organisation: {complaint:?}"))?;
    init::make(dir, include_str!("demo/samlerapport.toml"))?;
    let register = samlerapport_ingest::write_register(&organisation.register)
        .context("cannot write the example's register")?;
    durable::write(&dir.join("register.xlsx"), &register, true)?;
    let inbox = dir.join("inbox");
    let files = organisation
        .bytes()
        .context("cannot make the example's spreadsheets")?;
    for (name, bytes) in &files {
        let path = inbox.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    }
    let now = arguments
        .today
        .today
        .map_or_else(|| Now::on(organisation.today), Now::on);
    let summary = run::run(Request {
        dir: dir.clone(),
        now,
        dry: false,
        progress: output::watched(),
        program: this_program()?,
    })?;
    output::print(&summary::told(dir, organisation.name, &summary))?;
    Ok(ExitCode::SUCCESS)
}

/// An earlier demo in the folder makes way; anything else does not.
fn prepare(dir: &Path) -> anyhow::Result<()> {
    if !dir.exists() {
        return Ok(());
    }
    let ours =
        fs::read_to_string(dir.join(config::FILE)).is_ok_and(|text| text.starts_with(FIRST_LINE));
    let empty = fs::read_dir(dir)?.next().is_none();
    if !ours && !empty {
        bail!(
            "{} is there already and is no demo; name another folder",
            dir.display()
        );
    }
    // A file that another program has just let go of may be slow to vanish.
    for _ in 0..3 {
        if fs::remove_dir_all(dir).is_ok() {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    bail!("cannot remove the earlier demo in {}", dir.display())
}

/// How the demo's own settings begin.
const FIRST_LINE: &str = "# The settings of the demo.";
