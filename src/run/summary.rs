//! What a run did, in counts: for the operator, for `--format json`, for the ledger.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use samlerapport_aggregate::{Gap, Score, Totals};
use samlerapport_validate::Finding;
use serde::{Deserialize, Serialize};

use super::Site;
use crate::clock::Now;

/// The counts of one run.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Summary {
    /// The day that counted as today.
    pub(crate) today: String,
    /// The basis year.
    pub(crate) basis_year: i32,
    /// Whether nothing was changed.
    pub(crate) dry_run: bool,
    /// Files that came for the first time.
    pub(crate) files_new: usize,
    /// Files whose bytes had come before.
    pub(crate) files_again: usize,
    /// Files that were left in the inbox: still changing, or not readable now.
    pub(crate) files_left: usize,
    /// Files that were read.
    pub(crate) files_read: usize,
    /// Of these, files that could not be opened.
    pub(crate) files_unreadable: usize,
    /// Decision workbooks that were taken.
    pub(crate) decision_files: usize,
    /// Decisions in them that are new.
    pub(crate) decisions_taken: usize,
    /// Decisions that were cleared in them, and are open again.
    pub(crate) decisions_taken_back: usize,
    /// Decisions in them that cannot be followed: what they are about is gone, or the
    /// law stands against them.
    pub(crate) decisions_unfollowed: usize,
    /// Lines in them that could not be used or followed, and why.
    pub(crate) decisions_left: Vec<String>,
    /// Decision workbooks in the out folder that an adviser has written in and not yet
    /// handed in: they were left as they are.
    pub(crate) decision_books_filled: Vec<PathBuf>,
    /// Chapters that were heard.
    pub(crate) heard: usize,
    /// What rules on trial would have said of them: the operator alone is told.
    pub(crate) trials: BTreeMap<&'static str, usize>,
    /// Letters that were queued.
    pub(crate) letters_queued: usize,
    /// Letters that left.
    pub(crate) letters_sent: usize,
    /// Letters that could not leave now.
    pub(crate) letters_failed: usize,
    /// Letters that will not leave as they are.
    pub(crate) letters_dead: usize,
    /// Letters by state, all of this basis year.
    pub(crate) letters: Vec<(String, u32)>,
    /// Whether letters are held until they are released.
    pub(crate) letters_held: bool,
    /// Whether a workbook was written.
    pub(crate) workbook_written: bool,
    /// Where the workbook lies.
    pub(crate) workbook: Option<PathBuf>,
    /// The figures of today.
    pub(crate) headline: Option<Headline>,
}

/// The figures that finance is told.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Headline {
    /// Chapters expected, delivered and counted.
    pub(crate) chapters_expected: u32,
    /// See `chapters_expected`.
    pub(crate) chapters_delivered: u32,
    /// See `chapters_expected`.
    pub(crate) chapters_counted: u32,
    /// Activity days.
    pub(crate) activity_days: u32,
    /// Distinct peer supporters.
    pub(crate) peer_supporters: u32,
    /// Rows by fate.
    pub(crate) rows_counted: u32,
    /// Rows that would count, were it not for their form.
    pub(crate) rows_held: u32,
    /// See `rows_counted`.
    pub(crate) rows_waiting: u32,
    /// See `rows_counted`.
    pub(crate) rows_incomplete: u32,
    /// See `rows_counted`.
    pub(crate) rows_excluded: u32,
    /// Gross points.
    pub(crate) gross_points: u64,
    /// Net points, in tenths.
    pub(crate) net_tenths: u64,
    /// What can still be mended.
    pub(crate) gaps: u32,
    /// Gross points that the open gaps would add, at least.
    pub(crate) gap_points: u64,
    /// The regions: name, chapters counted, activity days, peer supporters.
    pub(crate) regions: Vec<RegionLine>,
}

/// A region's figures in short.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RegionLine {
    /// Its name.
    pub(crate) name: String,
    /// Chapters expected.
    pub(crate) chapters_expected: u32,
    /// Chapters that count.
    pub(crate) chapters_counted: u32,
    /// Activity days.
    pub(crate) activity_days: u32,
    /// Distinct peer supporters.
    pub(crate) peer_supporters: u32,
}

impl Headline {
    /// The figures in short.
    pub(crate) fn of(totals: &Totals, score: &Score, gaps: &[Gap]) -> Self {
        let all = &totals.all;
        let open = samlerapport_aggregate::outstanding(gaps, totals);
        Self {
            chapters_expected: all.chapters_expected,
            chapters_delivered: all.chapters_delivered,
            chapters_counted: all.chapters_counted,
            activity_days: all.days(),
            peer_supporters: all.peer_supporters,
            rows_counted: all.rows_counted,
            rows_held: all.rows_held,
            rows_waiting: all.rows_waiting,
            rows_incomplete: all.rows_incomplete,
            rows_excluded: all.rows_excluded,
            gross_points: score.gross,
            net_tenths: score.net_tenths,
            gaps: open.gaps,
            gap_points: open.points,
            regions: totals
                .regions
                .iter()
                .filter(|region| region.figures.are_worth_telling())
                .map(|region| RegionLine {
                    name: region.name.clone(),
                    chapters_expected: region.figures.chapters_expected,
                    chapters_counted: region.figures.chapters_counted,
                    activity_days: region.figures.days(),
                    peer_supporters: region.figures.peer_supporters,
                })
                .collect(),
        }
    }
}

impl Summary {
    /// The summary of a run that begins.
    pub(super) fn begin(now: Now, basis_year: i32, dry_run: bool) -> Self {
        Self {
            today: now.today.to_string(),
            basis_year,
            dry_run,
            ..Self::default()
        }
    }

    /// Counts what rules on trial said of a chapter, each place once.
    pub(super) fn count_trials(&mut self, trials: &[Finding]) {
        for finding in trials {
            let places = finding.spots.len().max(1);
            *self.trials.entry(finding.rule.name).or_default() += places;
        }
    }

    /// Adds what the ledger knows at the end of the run.
    pub(super) fn finish(&mut self, site: &Site) -> anyhow::Result<()> {
        self.letters = site.ledger.letter_counts(self.basis_year)?;
        self.letters_held = !site.config.mail.release;
        Ok(())
    }

    /// The counts alone, for the ledger: no paths, no names.
    pub(super) fn to_json(&self) -> String {
        let bare = Self {
            workbook: None,
            headline: None,
            decisions_left: Vec::new(),
            decision_books_filled: Vec::new(),
            ..self.clone()
        };
        serde_json::to_string(&bare).unwrap_or_default()
    }

    /// The summary for people, in Norwegian.
    pub(crate) fn to_text(&self) -> String {
        let mut text = String::new();
        if self.dry_run {
            text.push_str("Prøvekjøring: ingenting er endret, ingen har fått brev.\n\n");
        }
        line(&mut text, "Nye filer", self.files_new);
        line(&mut text, "Mottatt før", self.files_again);
        if self.files_left > 0 {
            line(&mut text, "Ligger igjen i innboksen", self.files_left);
        }
        line(&mut text, "Kunne ikke leses", self.files_unreadable);
        self.write_decisions(&mut text);
        line(&mut text, "Lag vurdert på nytt", self.heard);
        for (rule, places) in &self.trials {
            let _ = writeln!(
                text,
                "Regel på prøve, ikke fortalt noen: {rule}, {places} steder"
            );
        }
        if let Some(headline) = &self.headline {
            text.push('\n');
            headline.write(&mut text);
        }
        text.push('\n');
        line(&mut text, "Nye brev", self.letters_queued);
        line(&mut text, "Sendt nå", self.letters_sent);
        if self.letters_failed > 0 {
            line(&mut text, "Ikke sendt, prøves igjen", self.letters_failed);
        }
        if self.letters_dead > 0 {
            line(&mut text, "Kan ikke sendes slik de er", self.letters_dead);
        }
        if self.letters_held {
            text.push_str("Brev holdes tilbake til release = true er satt under [mail].\n");
        }
        if let Some(path) = &self.workbook {
            let _ = writeln!(text, "\nArbeidsbok: {}", path.display());
        }
        text
    }
}

impl Summary {
    fn write_decisions(&self, text: &mut String) {
        if self.decision_files > 0 {
            line(text, "Avgjørelser fra rådgivere", self.decisions_taken);
        }
        if self.decisions_taken_back > 0 {
            line(
                text,
                "Avgjørelser trukket tilbake",
                self.decisions_taken_back,
            );
        }
        if self.decisions_unfollowed > 0 {
            line(
                text,
                "Avgjørelser som ikke kan følges",
                self.decisions_unfollowed,
            );
        }
        for left in &self.decisions_left {
            line(text, "Avgjørelse ikke brukt", left);
        }
        for path in &self.decision_books_filled {
            line(
                text,
                "Utfylt, men ikke lagt i innboksen, og derfor ikke skrevet på nytt",
                path.display(),
            );
        }
    }
}

impl Headline {
    /// What of it stands in a letter to finance.
    pub(super) fn told(&self) -> samlerapport_notify::Headline {
        samlerapport_notify::Headline {
            chapters: self.chapters_counted,
            peer_supporters: self.peer_supporters,
            activity_days: self.activity_days,
            gross: self.gross_points,
        }
    }

    fn write(&self, text: &mut String) {
        let _ = writeln!(
            text,
            "Lag: {} av {} har levert, {} teller med",
            self.chapters_delivered, self.chapters_expected, self.chapters_counted
        );
        line(text, "Aktivitetsdager", self.activity_days);
        line(text, "Likepersoner", self.peer_supporters);
        let _ = writeln!(
            text,
            "Rader: {} medregnet, {} holdt tilbake, {} til avklaring, {} mangelfulle, {} ikke medregnet",
            self.rows_counted,
            self.rows_held,
            self.rows_waiting,
            self.rows_incomplete,
            self.rows_excluded
        );
        line(text, "Brutto poeng", self.gross_points);
        let _ = writeln!(
            text,
            "Mangler: {}, verdt minst {} poeng",
            self.gaps, self.gap_points
        );
    }
}

fn line(text: &mut String, what: &str, value: impl std::fmt::Display) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{what}: {value}");
}
