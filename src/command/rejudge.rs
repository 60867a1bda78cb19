//! `rejudge`: what today's rules and settings would change, before anything is told.

use std::fmt::Write as _;
use std::process::ExitCode;

use samlerapport_validate::{Accepted, Hearing, JudgedForm, Standing};
use serde::Serialize;

use super::{Folder, OutputFormat, Today, output, this_program};
use crate::clock::Now;
use crate::run::{self, Headline, Rejudged, Request};

/// What is asked for.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    folder: Folder,
    #[command(flatten)]
    today: Today,
    /// How the changes are written.
    #[arg(long, value_enum, default_value_t)]
    format: OutputFormat,
}

/// What would change.
#[derive(Debug, Serialize)]
struct Changes {
    basis_year: i32,
    heard: usize,
    /// Chapters that another version of the program judged: what they were told
    /// cannot be compared.
    not_comparable: Vec<String>,
    before: Option<Headline>,
    after: Headline,
    chapters: Vec<ChapterChanges>,
}

#[derive(Debug, Serialize)]
struct ChapterChanges {
    chapter: String,
    name: String,
    before: Share,
    after: Share,
    forms: Vec<FormChange>,
    rows: Vec<RowChange>,
}

/// What a chapter adds to the totals.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
struct Share {
    counts: bool,
    activity_days: usize,
    peer_supporters: usize,
}

#[derive(Debug, Serialize)]
struct FormChange {
    file: String,
    form: Option<&'static str>,
    before: Option<&'static str>,
    after: &'static str,
    held_by: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct RowChange {
    file: String,
    sheet: String,
    row: u32,
    before: Option<&'static str>,
    after: &'static str,
    reasons: Vec<&'static str>,
    explanation: String,
}

pub(super) fn execute(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let rejudged = run::rejudge(Request {
        dir: arguments.folder.dir.clone(),
        now: Now::chosen(arguments.today.today),
        dry: true,
        progress: output::watched(),
        program: this_program()?,
    })?;
    let changes = changes(rejudged);
    match arguments.format {
        OutputFormat::Json => output::json(&changes)?,
        OutputFormat::Text => output::print(&text(&changes))?,
    }
    Ok(ExitCode::SUCCESS)
}

fn changes(rejudged: Rejudged) -> Changes {
    let mut not_comparable = Vec::new();
    let mut chapters = Vec::new();
    for (key, after) in &rejudged.after {
        let before = match rejudged.before.get(key) {
            Some(None) => {
                not_comparable.push(key.clone());
                continue;
            }
            Some(Some(before)) => Some(before),
            None => None,
        };
        let forms = form_changes(before, after);
        let rows = row_changes(before, after);
        let (then, now) = (before.map(counts).unwrap_or_default(), counts(after));
        if forms.is_empty() && rows.is_empty() && then == now {
            continue;
        }
        chapters.push(ChapterChanges {
            chapter: key.clone(),
            name: name(&rejudged, key, after),
            before: then,
            after: now,
            forms,
            rows,
        });
    }
    Changes {
        basis_year: rejudged.basis_year,
        heard: rejudged.after.len(),
        not_comparable,
        before: rejudged.figures_before,
        after: rejudged.figures_after,
        chapters,
    }
}

/// The chapter's name; where the chapter is unknown, the file is what can be looked up.
fn name(rejudged: &Rejudged, key: &str, hearing: &Hearing) -> String {
    let file = || hearing.forms.first().map(|form| form.file.as_str());
    rejudged.register.chapter(key).map_or_else(
        || format!("Ukjent lag, {}", file().unwrap_or_default()),
        |chapter| chapter.name.clone(),
    )
}

fn counts(hearing: &Hearing) -> Share {
    Accepted::of(hearing).map_or_else(Share::default, |accepted| Share {
        counts: accepted.counted().is_some(),
        activity_days: accepted.days().len(),
        peer_supporters: accepted.people().len(),
    })
}

/// The same delivery as it was judged before.
fn same<'h>(before: Option<&'h Hearing>, form: &JudgedForm) -> Option<&'h JudgedForm> {
    let mut forms = before?.forms.iter();
    forms.find(|known| known.delivery == form.delivery)
}

/// The forms that stand, before or after: what is said of another changes nothing.
fn standing<'h>(
    before: Option<&'h Hearing>,
    after: &'h Hearing,
) -> impl Iterator<Item = &'h JudgedForm> {
    let stands = |form: &JudgedForm| form.standing == Standing::Current;
    after
        .forms
        .iter()
        .filter(move |form| stands(form) || same(before, form).is_some_and(stands))
}

fn form_changes(before: Option<&Hearing>, after: &Hearing) -> Vec<FormChange> {
    let changed = standing(before, after)
        .map(|form| (same(before, form).map(|known| known.verdict), form))
        .filter(|(known, form)| *known != Some(form.verdict));
    changed
        .map(|(known, form)| FormChange {
            file: form.file.clone(),
            form: form.form.map(samlerapport_ingest::FormId::key),
            before: known.map(samlerapport_validate::Verdict::key),
            after: form.verdict.key(),
            held_by: form.held_by.iter().map(|rule| rule.name).collect(),
        })
        .collect()
}

fn row_changes(before: Option<&Hearing>, after: &Hearing) -> Vec<RowChange> {
    let mut changes = Vec::new();
    for form in standing(before, after) {
        let known = same(before, form);
        for row in &form.rows {
            let was = known
                .and_then(|form| form.rows.iter().find(|known| known.place == row.place))
                .map(|row| row.fate);
            if was == Some(row.fate) {
                continue;
            }
            let sheet = form.sheets.get(usize::from(row.place.sheet));
            changes.push(RowChange {
                file: form.file.clone(),
                sheet: sheet.cloned().unwrap_or_default(),
                row: row.place.row,
                before: was.map(samlerapport_validate::Fate::key),
                after: row.fate.key(),
                reasons: row.reasons.iter().map(|rule| rule.name).collect(),
                explanation: row.explanation.clone(),
            });
        }
    }
    changes
}

/// One of the figures that finance is told.
type Figure = fn(&Headline) -> u32;

fn text(changes: &Changes) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let heard = changes.heard;
    let _ = writeln!(
        text,
        "Vurdert på nytt: {heard} (ingenting er endret, ingen har fått brev)"
    );
    if !changes.not_comparable.is_empty() {
        let _ = writeln!(
            text,
            "Vurdert av en annen versjon før, kan ikke sammenlignes: {}",
            changes.not_comparable.join(", ")
        );
    }
    let before = |figure: Figure| {
        let figures = changes.before.as_ref();
        figures.map_or_else(
            || "ukjent".to_owned(),
            |figures| figure(figures).to_string(),
        )
    };
    let figures: [(&str, Figure); 3] = [
        ("Lag som teller", |figures| figures.chapters_counted),
        ("Aktivitetsdager", |figures| figures.activity_days),
        ("Likepersoner", |figures| figures.peer_supporters),
    ];
    for (label, figure) in figures {
        let _ = writeln!(
            text,
            "{label}: {} → {}",
            before(figure),
            figure(&changes.after)
        );
    }
    if changes.chapters.is_empty() {
        text.push_str("\nDagens regler endrer ingenting.\n");
    }
    for chapter in &changes.chapters {
        write_chapter(&mut text, chapter);
    }
    text
}

fn write_chapter(text: &mut String, chapter: &ChapterChanges) {
    let ChapterChanges {
        chapter: number,
        name,
        before,
        after,
        forms,
        rows,
    } = chapter;
    if number.starts_with('?') {
        let _ = writeln!(text, "\n{name}");
    } else {
        let _ = writeln!(text, "\n{name} ({number})");
    }
    let (then, now) = (before.activity_days, after.activity_days);
    let _ = writeln!(text, "  Aktivitetsdager: {then} → {now}");
    let (then, now) = (before.peer_supporters, after.peer_supporters);
    let _ = writeln!(text, "  Likepersoner: {then} → {now}");
    for form in forms {
        let before = form.before.map_or("ikke vurdert", word);
        let _ = writeln!(text, "  {}: {before} → {}", form.file, word(form.after));
    }
    for row in rows {
        let before = row.before.map_or("ikke vurdert", word);
        let (file, sheet, number) = (&row.file, &row.sheet, row.row);
        let after = word(row.after);
        let _ = writeln!(text, "  {file}, {sheet}, rad {number}: {before} → {after}");
        if !row.explanation.is_empty() {
            let _ = writeln!(text, "    {}", row.explanation);
        }
    }
}

/// The Norwegian word of a verdict or a fate.
fn word(key: &'static str) -> &'static str {
    match key {
        "accepted" => "godtatt",
        "accepted_with_remarks" => "godtatt med merknader",
        "returned" => "må rettes",
        "waiting" => "til avklaring",
        "counted" => "medregnet",
        "incomplete" => "mangelfull",
        "excluded" => "ikke medregnet",
        other => other,
    }
}
