//! `init`: makes a working folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use chrono::Datelike;

use super::{Today, output};
use crate::clock::Now;
use crate::config;
use crate::durable;

/// What is asked for.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The folder to make.
    dir: PathBuf,
    #[command(flatten)]
    today: Today,
}

pub(super) fn execute(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let dir = &arguments.dir;
    let settings = dir.join(config::FILE);
    if settings.exists() {
        bail!(
            "{} is there already; nothing was changed",
            settings.display()
        );
    }
    make(
        dir,
        &template(Now::chosen(arguments.today.today).today.year()),
    )?;
    let register = dir.join("register.xlsx");
    if !register.exists() {
        let bytes = samlerapport_ingest::register_template()
            .context("cannot make the register's template")?;
        durable::write(&register, &bytes, true)
            .with_context(|| format!("cannot write {}", register.display()))?;
    }
    output::print(&format!(
        "Arbeidsmappen er klar: {}\n\n\
         1. Fyll ut {} (organisasjon, år, frist, e-postadresse).\n\
         2. Fyll ut {} (lag, områder, rådgivere, mottakere).\n\
         3. Legg skjemaene fra lagene i {}.\n\
         4. Kjør: samlerapport run --dir {}\n\n\
         Brev blir holdt tilbake til du setter release = true under [mail].\n",
        dir.display(),
        settings.display(),
        register.display(),
        dir.join("inbox").display(),
        dir.display()
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// Makes the folders and the settings of a working folder.
pub(super) fn make(dir: &Path, settings: &str) -> anyhow::Result<()> {
    for folder in ["", "archive", "outbox", "out"] {
        let path = dir.join(folder);
        durable::private_folder(&path)
            .with_context(|| format!("cannot make {}", path.display()))?;
    }
    let inbox = dir.join("inbox");
    fs::create_dir_all(&inbox).with_context(|| format!("cannot make {}", inbox.display()))?;
    let path = dir.join(config::FILE);
    durable::write(&path, settings.as_bytes(), true)
        .with_context(|| format!("cannot write {}", path.display()))
}

/// The settings of a new installation: last year is the basis year.
fn template(this_year: i32) -> String {
    include_str!("init/samlerapport.toml")
        .replace("BASIS", &(this_year - 1).to_string())
        .replace("APPLICATION", &this_year.to_string())
}
