//! `forms`: blank forms, prefilled, a folder per chapter.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use samlerapport_ingest::blank::{self, Filling};
use samlerapport_ingest::{Chapter, FormId, Language, harmless_name};

use super::{Folder, output};
use crate::config::Config;
use crate::durable;
use crate::progress::Progress;
use crate::run;

/// What is asked for.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    folder: Folder,
    /// Where the folders of the chapters go.
    #[arg(long, value_name = "OUT")]
    out: PathBuf,
}

pub(super) fn execute(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let config = Config::load(&arguments.folder.dir)?;
    let (register, _) = run::load_register(&config.folders.register)?;
    let chapters: Vec<&Chapter> = register
        .chapters
        .iter()
        .filter(|chapter| run::expected(chapter, config.basis_year))
        .collect();
    let progress = Progress::over(chapters.len(), "Lager skjemaer", output::watched());
    let mut written = 0;
    for chapter in &chapters {
        progress.step();
        let folder = arguments.out.join(harmless_name(&format!(
            "{} {}",
            chapter.number, chapter.name
        )));
        std::fs::create_dir_all(&folder)
            .with_context(|| format!("cannot make {}", folder.display()))?;
        for form in config.judging.profile.forms() {
            write(&folder, chapter, *form, config.basis_year)?;
            written += 1;
        }
    }
    output::print(&format!(
        "{written} skjemaer for {} lag ligger i {}",
        chapters.len(),
        arguments.out.display()
    ))?;
    Ok(ExitCode::SUCCESS)
}

fn write(
    folder: &std::path::Path,
    chapter: &Chapter,
    form: FormId,
    basis_year: i32,
) -> anyhow::Result<()> {
    let bytes = blank::write(form, &Filling::prefilled(chapter, basis_year))
        .with_context(|| format!("cannot make the form {}", form.key()))?;
    let declared = form.form();
    let title = match chapter.language {
        Language::Bokmal => declared.title,
        Language::Nynorsk => declared.title_nn,
    };
    let path = folder.join(harmless_name(&format!("{title} {basis_year}.xlsx")));
    durable::write(&path, &bytes, false).with_context(|| format!("cannot write {}", path.display()))
}
