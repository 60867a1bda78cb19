//! The advisers' decision workbooks: what waits on a person, a workbook a region.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Context;
use samlerapport_aggregate::MergedPerson;
use samlerapport_ingest::decisions::{
    Answer, DecisionBook, Given, OpenForm, OpenRow, write_decisions,
};
use samlerapport_ingest::{Chapter, Register};
use samlerapport_validate::{Decided, Decision, Finding, Hearing, JudgedForm, Standing};

use super::{Site, Summary};
use crate::cores;
use crate::digest;
use crate::durable;
use crate::ledger::Latest;

mod forms;
mod paper;
mod rows;

pub(super) use rows::holding;

/// How much waits on a region's advisers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Waiting {
    /// Lines of «Skjemaer» without an answer.
    pub(super) forms: usize,
    /// Lines of «Rader» without an answer, those not counted left aside.
    pub(super) rows: usize,
}

/// Whether a region's workbook is not where it is to be.
pub(super) fn missing(site: &Site) -> bool {
    site.register
        .regions
        .iter()
        .any(|region| !path(site, &region.name).exists())
}

/// What the workbook of every region is to hold.
pub(super) fn prepare(
    site: &Site,
    hearings: &[&Hearing],
    people: &[MergedPerson],
) -> anyhow::Result<Vec<DecisionBook>> {
    let year = site.config.basis_year;
    let last = site.ledger.last_decisions(year)?;
    let latest = site.ledger.latest_decisions(year)?;
    let open = latest.into_iter().filter(|(_, said)| !said.holds);
    let taken_back: BTreeMap<_, _> = open.map(|(key, said)| (key, mark(&said))).collect();
    let merged = rows::merged(site, people);
    let unplaced = forms::unplaced(site, hearings)?;
    let regions = site.register.regions.iter().map(|region| {
        let mut book = DecisionBook {
            adviser: advisers(site, &region.name),
            complaints: site.ledger.complaints(&region.name, year)?,
            basis_year: year,
            forms: unplaced.clone(),
            chapters: chapters(site),
            rows: Vec::new(),
            taken_back: taken_back.clone(),
            token: site.ledger.token(&region.name, year)?,
            region: region.name.clone(),
        };
        fill(&mut book, site, hearings, (&last, &merged));
        Ok(book)
    });
    regions.collect()
}

/// A region's workbook as bytes.
pub(super) type Made = (String, Vec<u8>);

/// Makes the workbooks.
pub(super) fn make(books: &[DecisionBook]) -> anyhow::Result<Vec<Made>> {
    let made = cores::on_all(books, |_, book| {
        let bytes = write_decisions(book).context("cannot write a decision workbook")?;
        Ok((book.region.clone(), bytes))
    });
    made.into_iter().collect()
}

/// Puts the workbooks in their places.
pub(super) fn put_all(site: &mut Site, made: &[Made], summary: &mut Summary) -> anyhow::Result<()> {
    for (region, bytes) in made {
        put(site, region, bytes, summary)?;
    }
    Ok(())
}

/// Puts a workbook in its place, unless an adviser has written in the one that lies
/// there and not handed it in yet.
fn put(site: &mut Site, region: &str, bytes: &[u8], summary: &mut Summary) -> anyhow::Result<()> {
    let year = site.config.basis_year;
    let path = path(site, region);
    let written = digest::of(bytes);
    if let Some(there) = there(&path) {
        if there == written {
            return Ok(());
        }
        if is_written_in(site, region, &there)? {
            summary.decision_books_filled.push(path);
            return Ok(());
        }
    }
    if let Some(folder) = path.parent() {
        durable::private_folder(folder)
            .with_context(|| format!("cannot make {}", folder.display()))?;
    }
    durable::write(&path, bytes, true)
        .with_context(|| format!("cannot write the decision workbook {}", path.display()))?;
    site.ledger.record_book(region, year, &written)
}

/// Whether an adviser has written in the workbook that lies there and not handed it in.
pub(super) fn is_filled(site: &Site, region: &str) -> anyhow::Result<bool> {
    match there(&path(site, region)) {
        Some(there) => is_written_in(site, region, &there),
        None => Ok(false),
    }
}

/// The digest of the workbook that lies there.
fn there(path: &Path) -> Option<String> {
    Some(digest::of(&std::fs::read(path).ok()?))
}

fn is_written_in(site: &Site, region: &str, there: &str) -> anyhow::Result<bool> {
    let ours = site.ledger.written_book(region, site.config.basis_year)?;
    Ok(ours.as_deref() != Some(there) && !site.ledger.has_file(there)?)
}

fn fill(
    book: &mut DecisionBook,
    site: &Site,
    hearings: &[&Hearing],
    (last, merged): (&Last, &rows::Merged),
) {
    for (chapter, hearing) in of_region(site, hearings, &book.region) {
        book.forms.extend(forms::open(chapter, hearing, last));
        for form in standing(hearing) {
            book.rows.extend(rows::open(chapter, form, (last, merged)));
        }
    }
    book.forms
        .sort_by(|one, other| (&one.chapter, &one.file).cmp(&(&other.chapter, &other.file)));
    let place = |row: &OpenRow| {
        let OpenRow {
            chapter,
            file,
            sheet,
            row,
            ..
        } = row.clone();
        (chapter, file, sheet, row)
    };
    book.rows.sort_by_cached_key(place);
}

/// The last decision about each subject.
type Last = BTreeMap<String, Decision>;

/// What waits on a region's advisers, without the cost of writing it out.
pub(super) fn waiting(site: &Site, hearings: &[&Hearing], region: &str, last: &Last) -> Waiting {
    let mut waiting = Waiting {
        forms: forms::without_chapter(hearings).count(),
        rows: 0,
    };
    for (chapter, hearing) in of_region(site, hearings, region) {
        let forms = forms::open(chapter, hearing, last).into_iter();
        let waits = |form: &OpenForm| form.given.is_none() && !form.missing;
        waiting.forms += forms.filter(waits).count();
        waiting.rows += standing(hearing).map(rows::waiting).sum::<usize>();
    }
    waiting
}

/// The hearings of a region's chapters.
fn of_region<'s>(
    site: &'s Site,
    hearings: &'s [&'s Hearing],
    region: &'s str,
) -> impl Iterator<Item = (&'s Chapter, &'s Hearing)> {
    hearings.iter().filter_map(move |hearing| {
        let chapter = site.register.chapter(hearing.chapter.as_deref()?)?;
        (chapter.region == region).then_some((chapter, *hearing))
    })
}

fn standing(hearing: &Hearing) -> impl Iterator<Item = &JudgedForm> {
    let current = |form: &&JudgedForm| matches!(form.standing, Standing::Current);
    hearing.forms.iter().filter(current)
}

fn rule(finding: &Finding) -> String {
    format!("{} {}", finding.rule.code, finding.rule.title.nb)
}

/// A decision as it stands in the workbook.
pub(super) fn given(decision: &Decision) -> Given {
    let answer = match &decision.decided {
        Decided::SignatureSeen { .. } => Answer::SignatureSeen,
        Decided::SignatureRefused { .. } => Answer::SignatureRefused,
        Decided::Row { counts: true, .. } => Answer::Counts,
        Decided::Row { counts: false, .. } => Answer::DoesNotCount,
        Decided::Ask { .. } => Answer::AskChapter,
        Decided::Takeover {
            takes_over: true, ..
        } => Answer::TakesOver,
        Decided::Takeover {
            takes_over: false, ..
        } => Answer::StaysOut,
        Decided::OnPaper { signed: true, .. } => Answer::OnPaper,
        Decided::OnPaper { signed: false, .. } => Answer::OnPaperUnsigned,
        Decided::ChapterIs { chapter, .. } => Answer::ChapterIs(chapter.clone()),
    };
    Given {
        answer,
        reason: decision.reason.clone(),
    }
}

/// A decision in the words of the drop-down.
pub(crate) fn answer_words(register: &Register, decision: &Decision) -> String {
    let answer = given(decision).answer;
    let chapter = if let Answer::ChapterIs(number) = &answer {
        register.chapter(number)
    } else {
        None
    };
    let chapter = chapter.map(|chapter| (chapter.number.clone(), chapter.name.clone()));
    answer.words(chapter.as_slice())
}

/// What marks the line of a subject of which this was said last.
pub(super) fn mark(said: &Latest) -> String {
    let Latest { decision, holds } = said;
    if *holds {
        given(decision).mark()
    } else {
        given(decision).mark_when_taken_back(&decision.by, decision.on)
    }
}

fn advisers(site: &Site, region: &str) -> String {
    let names: Vec<&str> = site
        .register
        .advisers_of(region)
        .map(|adviser| adviser.name.trim())
        .collect();
    names.join(", ")
}

fn chapters(site: &Site) -> Vec<(String, String)> {
    let mut chapters: Vec<_> = site
        .register
        .chapters
        .iter()
        .map(|chapter| (chapter.number.clone(), chapter.name.clone()))
        .collect();
    chapters.sort_by(|(_, one), (_, other)| one.cmp(other));
    chapters
}

/// `out/avklaring-REGION-YEAR.xlsx`.
pub(super) fn path(site: &Site, region: &str) -> PathBuf {
    let safe: String = region
        .chars()
        .map(|letter| match letter {
            letter if letter.is_alphanumeric() || letter == '-' => letter,
            _ => ' ',
        })
        .collect();
    let year = site.config.basis_year;
    let name = format!("avklaring-{}-{year}.xlsx", safe.trim());
    Path::new(&site.config.folders.out).join(name)
}
