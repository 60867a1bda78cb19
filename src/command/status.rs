//! `status`: who has delivered what.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::ExitCode;

use samlerapport_ingest::{Chapter, FormId};
use samlerapport_validate::{Accepted, Hearing, JudgedForm, Standing, Verdict};
use serde::Serialize;

use super::{Folder, OutputFormat, output};
use crate::look::Look;
use crate::run;

/// What is asked for.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    folder: Folder,
    /// How the status is written.
    #[arg(long, value_enum, default_value_t)]
    format: OutputFormat,
}

#[derive(Debug, Serialize)]
struct Status {
    basis_year: i32,
    last_run: Option<String>,
    chapters: Vec<ChapterStatus>,
    unplaced: Vec<FileStatus>,
    letters: BTreeMap<String, u32>,
}

#[derive(Debug, Serialize)]
struct ChapterStatus {
    number: String,
    name: String,
    region: String,
    forms: BTreeMap<&'static str, Vec<FileStatus>>,
    missing: Vec<&'static str>,
    /// Forms that the adviser has on paper.
    on_paper: Vec<&'static str>,
    counts: bool,
    activity_days: usize,
    peer_supporters: usize,
    letter: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct FileStatus {
    file: String,
    sha256: String,
    form: Option<&'static str>,
    verdict: &'static str,
    superseded: bool,
    findings: usize,
}

pub(super) fn execute(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let look = Look::into(&arguments.folder.dir)?;
    let status = status(&look)?;
    match arguments.format {
        OutputFormat::Json => output::json(&status)?,
        OutputFormat::Text => output::print(&text(&look, &status))?,
    }
    Ok(ExitCode::SUCCESS)
}

fn status(look: &Look) -> anyhow::Result<Status> {
    let year = look.config.basis_year;
    let letters: BTreeMap<String, String> = look
        .ledger
        .letters_by_addressee(year)?
        .into_iter()
        .collect();
    Ok(Status {
        basis_year: year,
        last_run: look.ledger.last_run()?.map(|run| run.started.to_rfc3339()),
        chapters: look
            .register
            .chapters
            .iter()
            .filter(|chapter| {
                run::expected(chapter, year)
                    || look
                        .hearings
                        .get(&chapter.number)
                        .is_some_and(|hearing| !hearing.forms.is_empty())
            })
            .map(|chapter| chapter_status(look, chapter, &letters))
            .collect(),
        unplaced: look
            .hearings
            .values()
            .filter(|hearing| hearing.chapter.is_none())
            .flat_map(|hearing| hearing.forms.iter().map(file_status))
            .collect(),
        letters: look.ledger.letter_counts(year)?.into_iter().collect(),
    })
}

fn chapter_status(
    look: &Look,
    chapter: &Chapter,
    letters: &BTreeMap<String, String>,
) -> ChapterStatus {
    let hearing = look.hearings.get(&chapter.number);
    let accepted = hearing.and_then(Accepted::of);
    let mut forms: BTreeMap<&'static str, Vec<FileStatus>> = BTreeMap::new();
    for form in hearing.into_iter().flat_map(|hearing| &hearing.forms) {
        let key = form.form.map_or("ukjent", FormId::key);
        forms.entry(key).or_default().push(file_status(form));
    }
    let state = letters.get(&format!("chapter:{}", chapter.number));
    ChapterStatus {
        number: chapter.number.clone(),
        name: chapter.name.clone(),
        region: chapter.region.clone(),
        missing: hearing
            .into_iter()
            .flat_map(|hearing| &hearing.awaited)
            .map(|form| form.key())
            .collect(),
        on_paper: hearing
            .into_iter()
            .flat_map(|hearing| &hearing.on_paper)
            .map(|paper| paper.form.key())
            .collect(),
        forms,
        counts: accepted
            .as_ref()
            .is_some_and(|accepted| accepted.counted().is_some()),
        activity_days: accepted
            .as_ref()
            .map_or(0, |accepted| accepted.days().len()),
        peer_supporters: accepted
            .as_ref()
            .map_or(0, |accepted| accepted.people().len()),
        letter: state.map(|state| letter_word(state)),
    }
}

fn file_status(form: &JudgedForm) -> FileStatus {
    FileStatus {
        file: form.file.clone(),
        sha256: form.sha256.clone(),
        form: form.form.map(FormId::key),
        verdict: form.verdict.key(),
        superseded: form.standing != Standing::Current,
        findings: form.findings.len(),
    }
}

fn letter_word(state: &str) -> &'static str {
    match state {
        "sent" => "sendt",
        "dead" => "stoppet",
        "failed" => "prøves igjen",
        _ => "i kø",
    }
}

/// A line a chapter: one column a form.
fn text(look: &Look, status: &Status) -> String {
    let forms = look.config.judging.profile.forms();
    let mut text = format!("Grunnlagsår {}\n\n", status.basis_year);
    let _ = write!(text, "{:<34}", "Lag");
    for form in forms {
        let _ = write!(text, " {:<13}", form.key());
    }
    let _ = writeln!(text, " {:>6} {:>6}  Brev", "Dager", "Likep.");
    let mut chapters: Vec<&ChapterStatus> = status.chapters.iter().collect();
    chapters.sort_by_key(|chapter| place(look, &chapter.region));
    let mut region = "";
    for chapter in chapters {
        if chapter.region != region {
            region = &chapter.region;
            let _ = writeln!(text, "\n{region}");
        }
        let hearing = look.hearings.get(&chapter.number);
        let name: String = chapter.name.chars().take(31).collect();
        let _ = write!(text, "  {name:<32}");
        for form in forms {
            let _ = write!(text, " {:<13}", form_word(hearing, *form));
        }
        let _ = writeln!(
            text,
            " {:>6} {:>6}  {}",
            chapter.activity_days,
            chapter.peer_supporters,
            chapter.letter.unwrap_or("")
        );
    }
    if !status.unplaced.is_empty() {
        let _ = writeln!(text, "\nFiler uten kjent lag: {}", status.unplaced.len());
        for file in &status.unplaced {
            let _ = writeln!(text, "  {}", file.file);
        }
    }
    text
}

/// A region's place in the register.
fn place(look: &Look, name: &str) -> Option<usize> {
    look.register
        .regions
        .iter()
        .position(|region| region.name == name)
}

/// The state of a form in a word: the worst of those that stand.
fn form_word(hearing: Option<&Hearing>, form: FormId) -> &'static str {
    let worst = hearing
        .into_iter()
        .flat_map(|hearing| &hearing.forms)
        .filter(|judged| judged.form == Some(form) && judged.standing == Standing::Current)
        .map(|judged| judged.verdict)
        .max();
    let on_paper = |hearing: &Hearing| hearing.on_paper.iter().any(|paper| paper.form == form);
    match worst {
        None if hearing.is_some_and(on_paper) => "på papir",
        None => "–",
        Some(Verdict::Accepted | Verdict::AcceptedWithRemarks) => "godtatt",
        Some(Verdict::Waiting) => "venter",
        Some(Verdict::Returned) => "må rettes",
    }
}
