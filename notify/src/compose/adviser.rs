//! What a region's adviser is told: who is missing what, the dearest first.

use samlerapport_aggregate::{Figures, Gap, GapKind, Totals, outstanding};
use samlerapport_ingest::{FormId, Language, Register};
use serde::Serialize;

use super::{ComposeError, Composer, Envelope, LetterSettings, norwegian};
use crate::calm::{one_line, short_line};
use crate::letter::{Letter, LetterKind};
use crate::recipients::{Route, operations_route, region_route};

mod book;
#[cfg(test)]
mod tests;

pub use book::BookNews;

/// A digest names so many chapters, and counts the rest.
const MOST_CHAPTERS: usize = 40;

/// The same of files that nobody could place.
const MOST_FILES: usize = 8;

/// What is known of a region today.
#[derive(Clone, Copy, Debug)]
pub struct RegionNews<'a> {
    /// Every gap, of all regions: the digest picks the region's own, and the files
    /// that nobody could place.
    pub gaps: &'a [Gap],
    /// Today's totals.
    pub totals: &'a Totals,
    /// Where the workbook lies, as the reader will look it up.
    pub workbook: &'a str,
    /// The region's decision workbook; operations have none.
    pub book: Option<BookNews<'a>>,
}

/// What the templates are given.
#[derive(Serialize)]
struct Facts {
    /// Empty in the letter to operations.
    region: String,
    detour: bool,
    expected: String,
    delivered: String,
    counted: String,
    unplaced: Vec<Line>,
    more_files: usize,
    book: Option<book::Facts>,
    waiting: Vec<Decision>,
    missing: Vec<ChapterLines>,
    more_chapters: usize,
    open: usize,
    points: String,
    workbook: String,
    deadline: String,
    deadline_passed: bool,
}

/// A chapter with what is missing there.
#[derive(Serialize)]
struct ChapterLines {
    chapter: String,
    lines: Vec<Line>,
}

/// Something that the adviser settles, with the chapters that wait for it.
#[derive(Serialize)]
struct Decision {
    line: Line,
    chapters: Vec<Waiter>,
}

/// A chapter, and what its waiting is worth.
#[derive(Serialize)]
struct Waiter {
    chapter: String,
    price: u64,
    points: String,
    at_least: bool,
}

/// One gap in words.
#[derive(Serialize)]
struct Line {
    missing: String,
    remedy: String,
    file: String,
    price: u64,
    points: String,
    at_least: bool,
}

/// Where a gap stands in the letter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Unplaced,
    Waiting,
    Missing,
}

impl Composer {
    /// The digest to a region's advisers; `None` for a region without chapters and
    /// without gaps.
    pub fn adviser_letter(
        &self,
        settings: &LetterSettings,
        register: &Register,
        region: &str,
        news: &RegionNews<'_>,
    ) -> Result<Option<Letter>, ComposeError> {
        let gaps: Vec<&Gap> = news
            .gaps
            .iter()
            .filter(|gap| gap.region == region || section(gap) == Section::Unplaced)
            .collect();
        let figures = news.totals.regions.iter().find(|group| group.key == region);
        let figures = figures.map_or_else(Figures::default, |group| group.figures);
        if gaps.is_empty() && figures.chapters_expected == 0 {
            return Ok(None);
        }
        let kind = LetterKind::Adviser(region.to_owned());
        let Some(route) = region_route(register, region) else {
            return Err(ComposeError::NobodyToTell(kind));
        };
        let digest = Digest {
            region,
            gaps: &gaps,
            figures,
            news,
        };
        self.digest(settings, kind, route, &digest).map(Some)
    }

    /// The letter to operations about what belongs to no region: files that nobody
    /// could place, and chapters whose region the register lacks. `None` when there
    /// is nothing of the kind.
    pub fn operations_letter(
        &self,
        settings: &LetterSettings,
        register: &Register,
        news: &RegionNews<'_>,
    ) -> Result<Option<Letter>, ComposeError> {
        let gaps: Vec<&Gap> = news
            .gaps
            .iter()
            .filter(|gap| !register.regions.iter().any(|one| one.name == gap.region))
            // Every region's digest names the files that nobody could place.
            .filter(|gap| section(gap) != Section::Unplaced || register.regions.is_empty())
            .collect();
        if gaps.is_empty() {
            return Ok(None);
        }
        let Some(route) = operations_route(register) else {
            return Err(ComposeError::NobodyToTell(LetterKind::Operations));
        };
        let digest = Digest {
            region: "",
            gaps: &gaps,
            figures: Figures::default(),
            news,
        };
        self.digest(settings, LetterKind::Operations, route, &digest)
            .map(Some)
    }

    fn digest(
        &self,
        settings: &LetterSettings,
        kind: LetterKind,
        route: Route,
        digest: &Digest<'_>,
    ) -> Result<Letter, ComposeError> {
        let language = settings.language;
        let mut missing = chapters(digest.gaps, language);
        let more_chapters = missing.len().saturating_sub(MOST_CHAPTERS);
        missing.truncate(MOST_CHAPTERS);
        let mut unplaced = unplaced(digest.gaps, language);
        let more_files = unplaced.len().saturating_sub(MOST_FILES);
        unplaced.truncate(MOST_FILES);
        let own: Vec<Gap> = digest.gaps.iter().map(|gap| (*gap).clone()).collect();
        let facts = Facts {
            region: one_line(digest.region),
            detour: route.detour,
            expected: norwegian::number(digest.figures.chapters_expected.into()),
            delivered: norwegian::number(digest.figures.chapters_delivered.into()),
            counted: norwegian::number(digest.figures.chapters_counted.into()),
            unplaced,
            more_files,
            book: digest.news.book.and_then(|book| book.facts(language)),
            waiting: decisions(digest.gaps, language),
            missing,
            more_chapters,
            open: digest.gaps.len(),
            points: norwegian::number(outstanding(&own, digest.news.totals).points),
            workbook: one_line(digest.news.workbook),
            deadline: norwegian::date(settings.deadline),
            deadline_passed: settings.today > settings.deadline,
        };
        let envelope = Envelope {
            kind,
            route,
            language,
        };
        let told = told(digest.gaps, digest.news.book);
        self.write(envelope, settings, &facts, &told)
    }
}

/// The gaps that a digest tells.
struct Digest<'a> {
    region: &'a str,
    gaps: &'a [&'a Gap],
    figures: Figures,
    news: &'a RegionNews<'a>,
}

fn section(gap: &Gap) -> Section {
    match gap.kind {
        GapKind::FileUnplaced => Section::Unplaced,
        GapKind::NothingDelivered
        | GapKind::FormMissing
        | GapKind::OnPaper
        | GapKind::FormHeld
        | GapKind::RowsWaiting
        | GapKind::RowsIncomplete => {
            if gap.for_adviser {
                Section::Waiting
            } else {
                Section::Missing
            }
        }
    }
}

fn unplaced(gaps: &[&Gap], language: Language) -> Vec<Line> {
    gaps.iter()
        .filter(|gap| section(gap) == Section::Unplaced)
        .map(|gap| line(gap, language))
        .collect()
}

/// What the chapters lack, in the order of each chapter's dearest gap.
fn chapters(gaps: &[&Gap], language: Language) -> Vec<ChapterLines> {
    let mut chapters: Vec<(&str, ChapterLines)> = Vec::new();
    for gap in gaps.iter().filter(|gap| section(gap) == Section::Missing) {
        let line = line(gap, language);
        match chapters
            .iter_mut()
            .find(|(number, _)| *number == gap.chapter)
        {
            Some((_, known)) => known.lines.push(line),
            None => chapters.push((
                &gap.chapter,
                ChapterLines {
                    chapter: one_line(&gap.chapter_name),
                    lines: vec![line],
                },
            )),
        }
    }
    chapters.into_iter().map(|(_, lines)| lines).collect()
}

/// What waits for the adviser: the same words once, with every chapter they hold for.
fn decisions(gaps: &[&Gap], language: Language) -> Vec<Decision> {
    let mut decisions: Vec<Decision> = Vec::new();
    for gap in gaps.iter().filter(|gap| section(gap) == Section::Waiting) {
        let line = line(gap, language);
        let waiter = Waiter {
            chapter: one_line(&gap.chapter_name),
            price: line.price,
            points: line.points.clone(),
            at_least: line.at_least,
        };
        let same = |known: &&mut Decision| {
            (&known.line.missing, &known.line.remedy) == (&line.missing, &line.remedy)
        };
        match decisions.iter_mut().find(same) {
            Some(known) => known.chapters.push(waiter),
            None => decisions.push(Decision {
                line,
                chapters: vec![waiter],
            }),
        }
    }
    decisions
}

fn line(gap: &Gap, language: Language) -> Line {
    let remedy = match gap.kind {
        GapKind::FileUnplaced | GapKind::OnPaper => norwegian::text(&gap.remedy, language),
        GapKind::FormHeld if gap.for_adviser => norwegian::text(&gap.remedy, language),
        // The chapter's own letter says what to do, and rows are decided one by one.
        GapKind::FormHeld
        | GapKind::RowsWaiting
        | GapKind::NothingDelivered
        | GapKind::FormMissing
        | GapKind::RowsIncomplete => "",
    };
    Line {
        missing: norwegian::text(&gap.missing, language).to_owned(),
        remedy: remedy.to_owned(),
        file: short_line(&gap.file, super::FILE_NAME),
        price: gap.price,
        points: norwegian::number(gap.price),
        at_least: gap.at_least,
    }
}

/// The gaps without their prices, which move with every other region's totals.
fn told(gaps: &[&Gap], book: Option<BookNews<'_>>) -> String {
    let mut told: Vec<String> = gaps
        .iter()
        .map(|gap| {
            let form = gap.form.map_or("-", FormId::key);
            let delivery = gap.delivery.unwrap_or_default();
            format!(
                "{:?} {} {form} {delivery} {}",
                gap.kind, gap.chapter, gap.rows
            )
        })
        .collect();
    told.sort();
    if let Some(book) = book {
        told.push(format!("{} {}", book.forms, book.rows));
        told.extend(book.filled.then(|| "filled".to_owned()));
        told.extend(book.unused.iter().cloned());
    }
    told.join("\n")
}
