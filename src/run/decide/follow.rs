//! What becomes of the decisions that were taken, once all has been heard: one about
//! something that is there no more, or one that the law does not let us follow, is told
//! to the adviser instead of being counted.

use std::collections::{BTreeMap, BTreeSet};

use samlerapport_ingest::decisions::Subject;
use samlerapport_ingest::{FormId, Piece};
use samlerapport_validate::{Decided, Decision, Fate, Hearing, JudgedForm, JudgedRow, Standing};

use super::clerk::{place, told_regions};
use super::{Site, Summary, decisions_in};
use crate::run::books::holding;

const ROW_GONE: &str =
    "Raden er endret eller borte fra lagets skjema, så avgjørelsen gjelder ingenting nå.";
const FORM_GONE: &str =
    "Skjemaet er borte, eller et annet gjelder i stedet. Avgjørelsen gjelder ingenting nå.";

const CHAPTER_GONE: &str =
    "Laget er ikke med i registeret for dette året, så avgjørelsen gjelder ingenting nå.";

/// Notes which decisions of the workbooks that await an answer cannot be followed.
pub(in crate::run) fn follow(
    site: &mut Site,
    hearings: &[Hearing],
    summary: &mut Summary,
) -> anyhow::Result<()> {
    let year = site.config.basis_year;
    let books = site.ledger.unanswered_books()?;
    if books.is_empty() {
        return Ok(());
    }
    let latest = site.ledger.latest_decisions(year)?;
    for book in books {
        let told = decisions_in(&book)?;
        let places = told.lines.iter().filter_map(|line| {
            let subject = line.subject.clone()?;
            Some((subject, place(line)))
        });
        let places: BTreeMap<Subject, String> = places.collect();
        let mut words = Vec::new();
        let there = There::of(hearings, places.keys());
        for (key, said) in site.ledger.decisions_in(book.file)? {
            let holds = latest.get(&key) == Some(&said) && said.holds;
            let Some(subject) = Subject::from_key(&key).filter(|_| holds) else {
                continue;
            };
            if let Some(why) = there.hindrance(&subject, &said.decision) {
                let place = places.get(&subject).map_or("", String::as_str);
                words.push(format!("{place}: {why}"));
            }
        }
        let region = told.region.unwrap_or_default();
        let regions = told_regions(&site.register, &region);
        site.ledger.complain(year, &regions, &words)?;
        summary.decisions_taken = summary.decisions_taken.saturating_sub(words.len());
        summary.decisions_unfollowed += words.len();
        summary.decisions_left.extend(words);
    }
    Ok(())
}

/// What there is to decide about.
struct There<'h> {
    /// The rows that stand, by chapter, form and key.
    rows: BTreeMap<(&'h str, FormId, String), (&'h JudgedForm, &'h JudgedRow)>,
    /// The forms, and those of them that stand.
    forms: Vec<(Piece, bool)>,
    chapters: BTreeSet<&'h str>,
}

impl<'h> There<'h> {
    /// The keys of rows cost more than all else, so only these subjects' are made.
    fn of<'s>(hearings: &'h [Hearing], subjects: impl Iterator<Item = &'s Subject>) -> Self {
        let asked: BTreeSet<(&str, FormId)> = subjects
            .filter_map(|subject| match subject {
                Subject::Row { chapter, form, .. } => Some((chapter.as_str(), *form)),
                Subject::Signature(_)
                | Subject::Chapter(_)
                | Subject::Takeover(_)
                | Subject::OnPaper { .. } => None,
            })
            .collect();
        let mut there = Self {
            rows: BTreeMap::new(),
            forms: Vec::new(),
            chapters: hearings
                .iter()
                .filter_map(|hearing| hearing.chapter.as_deref())
                .collect(),
        };
        for hearing in hearings {
            for judged in &hearing.forms {
                let stands = judged.standing == Standing::Current;
                there
                    .forms
                    .extend(judged.piece().map(|piece| (piece, stands)));
                let whose = hearing.chapter.as_deref().zip(judged.form);
                if let Some((chapter, form)) = whose.filter(|whose| stands && asked.contains(whose))
                {
                    there.rows.extend(rows(chapter, form, judged));
                }
            }
        }
        there
    }

    /// Why a decision cannot be followed today.
    fn hindrance(&self, subject: &Subject, decision: &Decision) -> Option<String> {
        let there = |piece: &Piece, standing: bool| {
            let mut forms = self.forms.iter();
            forms.any(|(known, stands)| known == piece && (*stands || !standing))
        };
        let gone = match subject {
            Subject::Row {
                chapter,
                form,
                substance,
            } => {
                let row = self.rows.get(&(chapter.as_str(), *form, substance.clone()));
                return match row {
                    Some((judged, row)) => stopped(judged, row, decision),
                    None => Some(ROW_GONE.to_owned()),
                };
            }
            Subject::Signature(piece) => !there(piece, true),
            Subject::Chapter(piece) | Subject::Takeover(piece) => !there(piece, false),
            Subject::OnPaper { chapter, .. } => {
                let gone = !self.chapters.contains(chapter.as_str());
                return gone.then(|| CHAPTER_GONE.to_owned());
            }
        };
        gone.then(|| FORM_GONE.to_owned())
    }
}

fn rows<'h>(
    chapter: &'h str,
    form: FormId,
    judged: &'h JudgedForm,
) -> impl Iterator<Item = ((&'h str, FormId, String), (&'h JudgedForm, &'h JudgedRow))> {
    let rows = judged.row_keys().into_iter().zip(&judged.rows);
    rows.map(move |(key, row)| ((chapter, form, key), (judged, row)))
}

/// The rules that a row meets although it is decided to count.
fn stopped(judged: &JudgedForm, row: &JudgedRow, decision: &Decision) -> Option<String> {
    let counts = matches!(decision.decided, Decided::Row { counts: true, .. });
    if !counts || row.fate == Fate::Counted {
        return None;
    }
    let rules = holding(judged, row).join(", ");
    Some(format!(
        "«Medregnes» kan ikke følges før dette er i orden: {rules}."
    ))
}
