//! Decide: what advisers wrote in decision workbooks goes into the ledger.
//!
//! A line that says too little is told, never guessed.

use anyhow::Context;
use samlerapport_ingest::decisions::{Answer, DecisionLine, Decisions, Subject};
use samlerapport_validate::{Decided, Decision};

use super::{Site, Summary};
use crate::ledger::{NewDecision, TakenBook, UntakenBook, of_file};

pub(super) fn decide(site: &mut Site, summary: &mut Summary) -> anyhow::Result<()> {
    for book in site.ledger.untaken_books()? {
        let told = decisions_in(&book)?;
        let taken = taken(site, book.file, &told)?;
        summary.decisions_taken += taken.decisions.len();
        summary.decisions_left.extend(taken.complaints.clone());
        summary.decision_files += 1;
        site.ledger.take_book(&taken)?;
    }
    Ok(())
}

fn decisions_in(book: &UntakenBook) -> anyhow::Result<Decisions> {
    let readings = samlerapport_ingest::decode(&book.readings)
        .context("a reading in the ledger cannot be understood")?;
    let mut decisions = readings.into_iter().filter_map(|reading| reading.decisions);
    decisions
        .next()
        .context("a decision workbook in the ledger has no decisions")
}

fn taken(site: &Site, file: i64, told: &Decisions) -> anyhow::Result<TakenBook> {
    let basis_year = told.basis_year.unwrap_or(site.config.basis_year);
    let region = told.region.clone().unwrap_or_default();
    let by = told
        .by
        .clone()
        .unwrap_or_else(|| format!("Rådgiver {region}").trim_end().to_owned());
    let mut last = site.ledger.last_decisions(basis_year)?;
    let mut taken = TakenBook {
        file,
        basis_year,
        region,
        decisions: Vec::new(),
        complaints: Vec::new(),
    };
    for line in &told.lines {
        let (subject, decided) = match understood(site, line) {
            Ok(understood) => understood,
            Err(words) => {
                let (sheet, row) = (&line.sheet, line.row);
                taken
                    .complaints
                    .push(format!("{sheet}, rad {row}: {words}"));
                continue;
            }
        };
        let decision = Decision {
            decided,
            by: by.clone(),
            on: site.request.now.today,
            reason: line.reason.clone(),
        };
        let key = subject.key();
        // A line that was written out as decided comes back as it was.
        let known = last.get(&key).is_some_and(|before| {
            before.decided == decision.decided && before.reason == decision.reason
        });
        if !known {
            last.insert(key.clone(), decision.clone());
            taken.decisions.push(NewDecision {
                key: whose(subject),
                subject: key,
                decision,
            });
        }
    }
    Ok(taken)
}

/// The hearing that a decision belongs to.
fn whose(subject: &Subject) -> String {
    match subject {
        Subject::Row { chapter, .. } => chapter.clone(),
        Subject::Signature { sha256, .. }
        | Subject::Chapter { sha256, .. }
        | Subject::Takeover { sha256, .. } => of_file(sha256),
    }
}

/// What a line says, or in one sentence why it cannot be used.
fn understood<'l>(
    site: &Site,
    line: &'l DecisionLine,
) -> Result<(&'l Subject, Decided), &'static str> {
    let Some(subject) = &line.subject else {
        return Err("Vi ser ikke hva linjen gjelder. Skriv i linjene som står i filen fra før.");
    };
    let Some(answer) = &line.answer else {
        return Err(if line.answered {
            "Avgjørelsen er ikke et av ordene i listen. Velg i listen."
        } else {
            "Det står en begrunnelse, men ingen avgjørelse. Velg i listen."
        });
    };
    if line.reason.is_empty() {
        return Err("Begrunnelsen mangler. Skriv kort hvorfor.");
    }
    let decided = decided(subject, answer).ok_or("Avgjørelsen passer ikke til linjen.")?;
    if let Decided::ChapterIs { chapter, .. } = &decided
        && site.register.chapter(chapter).is_none()
    {
        return Err("Laget finnes ikke i registeret. Velg i listen.");
    }
    Ok((subject, decided))
}

fn decided(subject: &Subject, answer: &Answer) -> Option<Decided> {
    Some(match (subject.clone(), answer) {
        (
            Subject::Row {
                form, substance, ..
            },
            Answer::Counts | Answer::DoesNotCount,
        ) => Decided::Row {
            form,
            row: substance,
            counts: *answer == Answer::Counts,
        },
        (
            Subject::Row {
                form, substance, ..
            },
            Answer::AskChapter,
        ) => Decided::Ask {
            form,
            row: substance,
        },
        (Subject::Signature { sha256, form }, Answer::SignatureSeen) => {
            Decided::SignatureSeen { sha256, form }
        }
        (Subject::Signature { sha256, form }, Answer::SignatureRefused) => {
            Decided::SignatureRefused { sha256, form }
        }
        (Subject::Chapter { sha256, form }, Answer::ChapterIs(chapter)) => Decided::ChapterIs {
            sha256,
            form,
            chapter: chapter.clone(),
        },
        (Subject::Takeover { sha256, form }, Answer::TakesOver | Answer::StaysOut) => {
            Decided::Takeover {
                sha256,
                form,
                takes_over: *answer == Answer::TakesOver,
            }
        }
        (
            Subject::Row { .. }
            | Subject::Signature { .. }
            | Subject::Chapter { .. }
            | Subject::Takeover { .. },
            _,
        ) => return None,
    })
}
