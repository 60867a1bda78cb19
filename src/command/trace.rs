//! `trace`: a figure or row back to its source, or a file forward to its fate.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::bail;
use samlerapport_ingest::harmless_name;
use samlerapport_validate::{Accepted, Fate, Hearing, JudgedForm, JudgedRow, Standing};
use serde::Serialize;

mod book;

use super::{Folder, OutputFormat, output};
use crate::ledger::ArchivedFile;
use crate::look::Look;
use crate::scans;

/// What is asked for.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    folder: Folder,
    /// The name of a file, or of one in a message or an archive, or the beginning of
    /// its SHA-256: forward to its fate.
    #[arg(long, value_name = "NAME|SHA256", group = "what")]
    file: Option<OsString>,
    /// With --file: only this row of the sheet.
    #[arg(long, value_name = "ROW", requires = "file")]
    row: Option<u32>,
    /// A figure back to the rows that it is made of.
    #[arg(long, value_enum, group = "what")]
    figure: Option<Figure>,
    /// With --figure: only this chapter, by its number.
    #[arg(long, value_name = "NUMBER", requires = "figure")]
    chapter: Option<String>,
    /// With --figure: only this region, by its name.
    #[arg(long, value_name = "NAME", requires = "figure")]
    region: Option<String>,
    /// How the trace is written.
    #[arg(long, value_enum, default_value_t)]
    format: OutputFormat,
}

/// A figure of the workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Figure {
    /// Chapters that count.
    Chapters,
    /// Peer supporters, before the same person on two lists is merged.
    PeerSupporters,
    /// Activity days.
    ActivityDays,
}

/// One line of a trace.
#[derive(Debug, Serialize)]
struct Line {
    chapter: Option<String>,
    file: String,
    sha256: String,
    sheet: Option<String>,
    row: Option<u32>,
    fate: &'static str,
    in_totals: bool,
    counts: u32,
    reasons: Vec<String>,
    superseded_by: Option<String>,
}

pub(super) fn execute(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let look = Look::into(&arguments.folder.dir)?;
    let lines = match (&arguments.file, arguments.figure) {
        (Some(file), _) => of_file(&look, &file.to_string_lossy(), arguments.row)?,
        (None, Some(figure)) => {
            known(&look, arguments)?;
            of_figure(&look, figure, arguments)
        }
        (None, None) => bail!("say what to trace: --file NAME or --figure activity-days"),
    };
    match arguments.format {
        OutputFormat::Json => output::json(&lines)?,
        OutputFormat::Text => output::print(&text(&lines))?,
    }
    Ok(ExitCode::SUCCESS)
}

fn of_file(look: &Look, wanted: &str, row: Option<u32>) -> anyhow::Result<Vec<Line>> {
    let files = find(look, wanted)?;
    let scanned = scanned(look, &files)?;
    let mut lines = Vec::new();
    for (hearing, form) in forms(look) {
        let itself = files.iter().any(|file| file.sha256 == form.sha256);
        if !itself && !scanned.contains(&form.delivery) && !is_part(form, wanted) {
            continue;
        }
        if row.is_none() {
            lines.push(form_line(look, hearing, form));
        }
        lines.extend(
            form.rows
                .iter()
                .filter(|judged| row.is_none_or(|row| judged.place.row == row))
                .map(|judged| row_line(look, hearing, form, judged)),
        );
    }
    if row.is_none() {
        for file in &files {
            lines.extend(book::line(look, file)?);
        }
    }
    if lines.is_empty() && row.is_some() {
        bail!("that file has no such row");
    }
    if lines.is_empty() && files.is_empty() {
        bail!("no file of that name or digest has come");
    }
    Ok(lines)
}

/// The forms that these files are scanned pages of.
fn scanned(look: &Look, files: &[ArchivedFile]) -> anyhow::Result<Vec<i64>> {
    let mut forms = Vec::new();
    for (page, beside) in scans::scans(&look.ledger, &look.register, look.config.basis_year)? {
        let stored = look.ledger.delivery(page)?;
        if stored.is_some_and(|stored| files.iter().any(|file| file.id == stored.file.id)) {
            forms.extend(beside);
        }
    }
    Ok(forms)
}

/// The files that a name or the beginning of a digest means.
fn find(look: &Look, wanted: &str) -> anyhow::Result<Vec<ArchivedFile>> {
    let harmless = harmless(wanted);
    let mut found = Vec::new();
    for file in look.ledger.files()? {
        let by_digest = wanted.len() >= 6 && file.sha256.starts_with(&wanted.to_lowercase());
        let by_name = || -> anyhow::Result<bool> {
            Ok(harmless.as_ref() == Some(&file.name)
                || look
                    .ledger
                    .arrivals_of(file.id)?
                    .iter()
                    .any(|(name, _)| name == wanted || name.rsplit('/').next() == Some(wanted)))
        };
        if by_digest || by_name()? {
            found.push(file);
        }
    }
    Ok(found)
}

/// Whether a form stood in a message or an archive under this name.
fn is_part(form: &JudgedForm, wanted: &str) -> bool {
    let name = harmless(wanted);
    let rest = name.and_then(|name| form.file.strip_prefix(&name));
    rest.is_some_and(|rest| rest.starts_with(" i "))
}

/// The name that a file of this name was given; a path tells of one file alone.
fn harmless(wanted: &str) -> Option<String> {
    (!wanted.contains('/')).then(|| harmless_name(wanted))
}

/// A chapter or region that the register does not have is a slip, not an empty answer.
fn known(look: &Look, arguments: &Arguments) -> anyhow::Result<()> {
    if let Some(number) = &arguments.chapter
        && look.register.chapter(number).is_none()
    {
        bail!("the register has no chapter {number}");
    }
    if let Some(name) = &arguments.region
        && !look
            .register
            .regions
            .iter()
            .any(|region| region.name == *name)
    {
        bail!("the register has no region «{name}»");
    }
    Ok(())
}

fn of_figure(look: &Look, figure: Figure, arguments: &Arguments) -> Vec<Line> {
    let mut lines = Vec::new();
    for hearing in look.hearings.values() {
        let (Some(number), Some(accepted)) = (&hearing.chapter, Accepted::of(hearing)) else {
            continue;
        };
        let region = look
            .register
            .chapter(number)
            .map(|chapter| chapter.region.as_str());
        let wanted = arguments
            .chapter
            .as_ref()
            .is_none_or(|wanted| wanted == number)
            && arguments
                .region
                .as_deref()
                .is_none_or(|wanted| region == Some(wanted));
        if wanted {
            lines.extend(sources(look, hearing, &accepted, figure));
        }
    }
    lines
}

fn sources(look: &Look, hearing: &Hearing, accepted: &Accepted, figure: Figure) -> Vec<Line> {
    let form = |delivery: i64| hearing.forms.iter().find(|form| form.delivery == delivery);
    let row = |delivery: i64, place| {
        let form = form(delivery)?;
        let row = form.rows.iter().find(|row| row.place == place)?;
        Some(row_line(look, hearing, form, row))
    };
    match figure {
        Figure::Chapters => accepted
            .counted()
            .and_then(|counted| form(counted.delivery))
            .map(|form| form_line(look, hearing, form))
            .into_iter()
            .collect(),
        Figure::PeerSupporters => accepted
            .people()
            .iter()
            .filter_map(|person| row(person.delivery, person.place))
            .collect(),
        Figure::ActivityDays => {
            let mut places: Vec<_> = accepted
                .days()
                .iter()
                .map(|day| (day.delivery, day.place))
                .collect();
            places.dedup();
            places
                .into_iter()
                .filter_map(|(delivery, place)| row(delivery, place))
                .collect()
        }
    }
}

fn forms(look: &Look) -> impl Iterator<Item = (&Hearing, &JudgedForm)> {
    look.hearings
        .values()
        .flat_map(|hearing| hearing.forms.iter().map(move |form| (hearing, form)))
}

fn form_line(look: &Look, hearing: &Hearing, form: &JudgedForm) -> Line {
    Line {
        chapter: chapter_name(look, hearing),
        file: form.file.clone(),
        sha256: form.sha256.clone(),
        sheet: None,
        row: None,
        fate: form.verdict.key(),
        in_totals: form.standing == Standing::Current && form.held_by.is_empty(),
        counts: 1,
        reasons: form
            .findings
            .iter()
            .map(|finding| format!("{} {}", finding.rule.code, finding.message.nb))
            .collect(),
        superseded_by: superseded_by(hearing, form),
    }
}

fn row_line(look: &Look, hearing: &Hearing, form: &JudgedForm, row: &JudgedRow) -> Line {
    let mut reasons: Vec<String> = row
        .reasons
        .iter()
        .chain(&form.held_by)
        .map(|rule| format!("{} {}", rule.code, rule.title.nb))
        .collect();
    if !row.explanation.is_empty() {
        reasons.insert(0, row.explanation.clone());
    }
    Line {
        chapter: chapter_name(look, hearing),
        file: form.file.clone(),
        sha256: form.sha256.clone(),
        sheet: form.sheets.get(usize::from(row.place.sheet)).cloned(),
        row: Some(row.place.row),
        fate: row.fate.key(),
        in_totals: form.in_totals(row),
        counts: row.activity_days,
        reasons,
        superseded_by: superseded_by(hearing, form),
    }
}

fn superseded_by(hearing: &Hearing, form: &JudgedForm) -> Option<String> {
    let Standing::Superseded(newer) = form.standing else {
        return None;
    };
    hearing
        .forms
        .iter()
        .find(|form| form.delivery == newer)
        .map(|form| form.file.clone())
}

fn chapter_name(look: &Look, hearing: &Hearing) -> Option<String> {
    let number = hearing.chapter.as_deref()?;
    look.register
        .chapter(number)
        .map(|chapter| chapter.name.clone())
}

fn text(lines: &[Line]) -> String {
    let mut text = String::new();
    let mut file = "";
    for line in lines {
        if line.file != file {
            file = &line.file;
            let chapter = line.chapter.as_deref().unwrap_or(match line.fate {
                book::FATE => "fra en rådgiver",
                _ => "ukjent lag",
            });
            let short: String = line.sha256.chars().take(12).collect();
            let _ = writeln!(text, "{file} ({chapter}, {short})");
            if let Some(newer) = &line.superseded_by {
                let _ = writeln!(text, "  Avløst av {newer}");
            }
        }
        if line.fate == book::FATE {
            let _ = writeln!(text, "  Avklaringsbok, avgjørelser tatt: {}", line.counts);
        } else {
            write_place(&mut text, line);
        }
        for reason in &line.reasons {
            let _ = writeln!(text, "    {reason}");
        }
    }
    text
}

fn write_place(text: &mut String, line: &Line) {
    let place = match (&line.sheet, line.row) {
        (Some(sheet), Some(row)) => format!("{sheet}, rad {row}"),
        (_, _) => "Skjemaet".to_owned(),
    };
    let total = if line.in_totals {
        "med i tallene"
    } else {
        "ikke med i tallene"
    };
    let _ = writeln!(text, "  {place}: {}, {total}", fate_word(line.fate));
}

fn fate_word(key: &str) -> &str {
    match key {
        "accepted" => "godtatt",
        "accepted_with_remarks" => "godtatt med merknader",
        "returned" => "må rettes",
        fate if fate == Fate::Counted.key() => "medregnet",
        fate if fate == Fate::Waiting.key() => "til avklaring",
        fate if fate == Fate::Incomplete.key() => "mangelfull",
        fate if fate == Fate::Excluded.key() => "ikke medregnet",
        other => other,
    }
}
