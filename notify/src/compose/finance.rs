//! What finance is told: a workbook is ready, and its headline figures.

use samlerapport_aggregate::{Criterion, Figures, Score, Totals};
use samlerapport_ingest::{Language, Register};
use samlerapport_validate::Noun;
use serde::{Deserialize, Serialize};

use super::{ComposeError, Composer, Envelope, LetterSettings, norwegian};
use crate::calm::one_line;
use crate::letter::{Letter, LetterKind};
use crate::recipients::finance_route;

#[cfg(test)]
mod tests;

/// The figures that head a workbook; the ledger keeps those of the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Headline {
    /// Chapters that count.
    pub chapters: u32,
    /// Distinct peer supporters.
    pub peer_supporters: u32,
    /// Activity days.
    pub activity_days: u32,
    /// Gross points.
    pub gross: u64,
}

impl Headline {
    /// The headline of a workbook with these totals.
    pub fn of(totals: &Totals, score: &Score) -> Self {
        Self {
            chapters: totals.all.chapters_counted,
            peer_supporters: totals.all.peer_supporters,
            activity_days: totals.all.days(),
            gross: score.gross,
        }
    }
}

/// A workbook that was written.
#[derive(Clone, Copy, Debug)]
pub struct WorkbookNews<'a> {
    /// Where it lies, as the reader will look it up.
    pub path: &'a str,
    /// Its totals.
    pub totals: &'a Totals,
    /// Its points.
    pub score: &'a Score,
    /// The headline that finance was told last.
    pub before: Option<Headline>,
}

/// What the templates are given.
#[derive(Serialize)]
struct Facts {
    path: String,
    figures: Vec<Figure>,
    regions: Vec<RegionLine>,
    net: String,
    kroner: Option<String>,
    members_set: bool,
    waiting: u32,
    waiting_words: String,
    incomplete: u32,
    incomplete_words: String,
    delivered: String,
    expected: String,
    told_before: bool,
}

/// A figure, and how it has changed.
#[derive(Serialize)]
struct Figure {
    name: &'static str,
    count: String,
    change: String,
}

/// A region's share.
#[derive(Serialize)]
struct RegionLine {
    name: String,
    delivered: String,
    expected: String,
    chapters: String,
    people: String,
    days: String,
}

impl Composer {
    /// The letter to finance about a new workbook.
    pub fn finance_letter(
        &self,
        settings: &LetterSettings,
        register: &Register,
        news: &WorkbookNews<'_>,
    ) -> Result<Letter, ComposeError> {
        let Some(route) = finance_route(register) else {
            return Err(ComposeError::NobodyToTell(LetterKind::Finance));
        };
        let facts = facts(news, settings.language);
        let envelope = Envelope {
            kind: LetterKind::Finance,
            route,
            language: settings.language,
        };
        let regions: Vec<_> = news.totals.regions.iter().map(|one| one.figures).collect();
        let told = format!("{:?}\n{regions:?}\n{:?}", news.totals.all, news.score);
        self.write(envelope, settings, &facts, &told)
    }
}

fn facts(news: &WorkbookNews<'_>, language: Language) -> Facts {
    let all = &news.totals.all;
    let now = Headline::of(news.totals, news.score);
    let figure = |name, count: u64, before: Option<u64>| Figure {
        name,
        count: norwegian::number(count),
        change: before.map_or_else(String::new, |before| change(before, count)),
    };
    let before = news.before;
    Facts {
        path: one_line(news.path),
        figures: vec![
            figure(
                "chapters",
                now.chapters.into(),
                before.map(|one| one.chapters.into()),
            ),
            figure(
                "people",
                now.peer_supporters.into(),
                before.map(|one| one.peer_supporters.into()),
            ),
            figure(
                "days",
                now.activity_days.into(),
                before.map(|one| one.activity_days.into()),
            ),
            figure("points", now.gross, before.map(|one| one.gross)),
        ],
        regions: news
            .totals
            .regions
            .iter()
            .filter(|group| group.figures.are_worth_telling())
            .map(|group| region(&group.name, &group.figures, language))
            .collect(),
        net: tenths(news.score.net_tenths),
        kroner: news.score.kroner.map(norwegian::number),
        members_set: news
            .score
            .criteria
            .iter()
            .any(|line| line.criterion == Criterion::Members && line.count.is_some()),
        waiting: all.rows_waiting,
        waiting_words: norwegian::number(all.rows_waiting.into()),
        incomplete: all.rows_incomplete,
        incomplete_words: norwegian::number(all.rows_incomplete.into()),
        delivered: norwegian::number(all.chapters_delivered.into()),
        expected: norwegian::number(all.chapters_expected.into()),
        told_before: before.is_some(),
    }
}

fn region(name: &str, figures: &Figures, language: Language) -> RegionLine {
    let count = |number, noun| norwegian::counted(number, noun, language);
    RegionLine {
        name: one_line(name),
        delivered: norwegian::number(figures.chapters_delivered.into()),
        expected: norwegian::number(figures.chapters_expected.into()),
        chapters: norwegian::number(figures.chapters_counted.into()),
        people: count(figures.peer_supporters.into(), Noun::PEER_SUPPORTER),
        days: count(figures.days().into(), Noun::ACTIVITY_DAY),
    }
}

/// "+12", "−3" or "±0".
fn change(before: u64, now: u64) -> String {
    let apart = norwegian::number(before.abs_diff(now));
    match now.cmp(&before) {
        std::cmp::Ordering::Greater => format!("+{apart}"),
        std::cmp::Ordering::Less => format!("\u{2212}{apart}"),
        std::cmp::Ordering::Equal => "±0".to_owned(),
    }
}

/// Tenths as a decimal number, "1 234,5"; whole ones without the comma.
fn tenths(tenths: u64) -> String {
    let whole = norwegian::number(tenths / 10);
    match tenths % 10 {
        0 => whole,
        rest => format!("{whole},{rest}"),
    }
}
