//! What a decision workbook that came in would change: decisions taken, decisions taken
//! back, and what cannot be used.
//!
//! An answer that stood in the workbook when it was written and stands there still is
//! no decision of today's. One that stood there and is gone was cleared: it is taken
//! back. A line that showed no answer and has none is left for another day, so that an
//! older copy of the workbook takes nothing back.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use samlerapport_ingest::Register;
use samlerapport_ingest::decisions::{Answer, DecisionLine, Decisions, Subject};
use samlerapport_validate::{Decided, Decision};

use crate::ledger::{Ledger, NewDecision, TakenBook, of_file};
use crate::run::books::given;

/// All that it takes to understand a decision workbook.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clerk<'a> {
    /// What was decided before.
    pub(crate) ledger: &'a Ledger,
    /// The regions and chapters.
    pub(crate) register: &'a Register,
    /// The basis year of a workbook that says none.
    pub(crate) basis_year: i32,
    /// Today.
    pub(crate) today: NaiveDate,
}

impl Clerk<'_> {
    /// Goes through a workbook line by line; nothing is recorded yet.
    pub(crate) fn read(
        &self,
        file: i64,
        name: &str,
        told: &Decisions,
    ) -> anyhow::Result<TakenBook> {
        let basis_year = told.basis_year.unwrap_or(self.basis_year);
        let region = told.region.clone().unwrap_or_default();
        let ours = self.ledger.token(&region, basis_year)?;
        let mut taken = TakenBook {
            file,
            basis_year,
            regions: self.told(&region),
            trusted: told.token.as_ref() == Some(&ours),
            decisions: Vec::new(),
            complaints: Vec::new(),
        };
        if !taken.trusted {
            taken.complaints.push(format!(
                "Vedtakene i «{name}» ble ikke tatt i bruk. Filen er ikke avklaringsboken som vi skrev for området og året. Skriv i den som ligger i ut-mappen, og legg den i innboksen."
            ));
            return Ok(taken);
        }
        let by = told
            .by
            .clone()
            .unwrap_or_else(|| format!("Rådgiver {region}"));
        let mut last = self.ledger.last_decisions(basis_year)?;
        for line in &told.lines {
            match self.change(line, &by, &mut last) {
                Ok(change) => taken.decisions.extend(change),
                Err(words) => {
                    let (sheet, row) = (&line.sheet, line.row);
                    taken
                        .complaints
                        .push(format!("{sheet}, rad {row}: {words}"));
                }
            }
        }
        Ok(taken)
    }

    /// The regions whose advisers hear of what could not be used: all, when nobody
    /// knows whose workbook it is.
    fn told(&self, region: &str) -> Vec<String> {
        let regions = self.register.regions.iter().map(|region| &region.name);
        let own: Vec<String> = regions
            .clone()
            .filter(|name| *name == region)
            .cloned()
            .collect();
        if own.is_empty() {
            regions.cloned().collect()
        } else {
            own
        }
    }

    /// What a line changes, if anything; or in one sentence why it cannot be used.
    fn change(
        &self,
        line: &DecisionLine,
        by: &str,
        last: &mut BTreeMap<String, Decision>,
    ) -> Result<Option<NewDecision>, &'static str> {
        let decision = |decided| Decision {
            decided,
            by: by.to_owned(),
            on: self.today,
            reason: line.reason.clone(),
        };
        if !line.answered && line.stood.is_some() {
            let subject = known(line)?;
            let key = subject.key();
            let Some(before) = last.get(&key).cloned() else {
                return Ok(None);
            };
            if Some(given(&before).mark()) != line.stood {
                return Err(
                    "Linjen er tømt, men ble avgjort på nytt etter at filen ble skrevet. Tøm den i den nye filen.",
                );
            }
            last.remove(&key);
            return Ok(Some(NewDecision {
                key: whose(subject),
                subject: key,
                decision: decision(before.decided),
                holds: false,
            }));
        }
        let (subject, decided) = understood(self.register, line)?;
        let decision = decision(decided);
        let key = subject.key();
        let untouched = Some(given(&decision).mark()) == line.stood;
        let known = last.get(&key).is_some_and(|before| {
            before.decided == decision.decided && before.reason == decision.reason
        });
        if untouched || known {
            return Ok(None);
        }
        last.insert(key.clone(), decision.clone());
        Ok(Some(NewDecision {
            key: whose(subject),
            subject: key,
            decision,
            holds: true,
        }))
    }
}

/// The hearing that a decision belongs to.
fn whose(subject: &Subject) -> String {
    match subject {
        Subject::Row { chapter, .. } | Subject::OnPaper { chapter, .. } => chapter.clone(),
        Subject::Signature(piece) | Subject::Chapter(piece) | Subject::Takeover(piece) => {
            of_file(&piece.sha256)
        }
    }
}

/// What a line is about.
fn known(line: &DecisionLine) -> Result<&Subject, &'static str> {
    let subject = line.subject.as_ref();
    subject.ok_or("Vi ser ikke hva linjen gjelder. Skriv i linjene som står i filen fra før.")
}

/// What a line says, or in one sentence why it cannot be used.
fn understood<'l>(
    register: &Register,
    line: &'l DecisionLine,
) -> Result<(&'l Subject, Decided), &'static str> {
    let subject = known(line)?;
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
        && register.chapter(chapter).is_none()
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
        (Subject::Signature(piece), Answer::SignatureSeen) => Decided::SignatureSeen { piece },
        (Subject::Signature(piece), Answer::SignatureRefused) => {
            Decided::SignatureRefused { piece }
        }
        (Subject::Chapter(piece), Answer::ChapterIs(chapter)) => Decided::ChapterIs {
            piece,
            chapter: chapter.clone(),
        },
        (Subject::Takeover(piece), Answer::TakesOver | Answer::StaysOut) => Decided::Takeover {
            piece,
            takes_over: *answer == Answer::TakesOver,
        },
        (Subject::OnPaper { form, .. }, Answer::OnPaper | Answer::OnPaperUnsigned) => {
            Decided::OnPaper {
                form,
                signed: *answer == Answer::OnPaper,
            }
        }
        (
            Subject::Row { .. }
            | Subject::OnPaper { .. }
            | Subject::Signature(_)
            | Subject::Chapter(_)
            | Subject::Takeover(_),
            _,
        ) => return None,
    })
}
