//! What a decision workbook that came in would change: decisions taken, decisions taken
//! back, and what cannot be used.
//!
//! An answer that stood in the workbook when it was written and stands there still is
//! no decision of today's. One that stood there and is gone was cleared: it is taken
//! back. A line that showed no answer and has none is left for another day, so that an
//! older copy of the workbook takes nothing back.
//!
//! Each line has a mark of what stood there when the workbook was written. Where
//! something else stands today, somebody decided in between, and an answer that would
//! undo it is told instead of taken.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use samlerapport_ingest::Register;
use samlerapport_ingest::decisions::{Answer, DecisionLine, Decisions, Subject, UnfoundColumns};
use samlerapport_validate::{Decided, Decision};

use crate::ledger::{Latest, LatestDecisions, Ledger, NewDecision, TakenBook, of_file};
use crate::run::books::{answer_words, mark};

const CONTRADICTED: &str = "Det samme står på flere linjer i filen, med forskjellige svar. Ingen av dem er brukt. La ett av svarene stå.";

const MOVED: &str = "Linjen er flyttet eller endret, så vi ser ikke hvilken rad svaret gjelder. Svar i den nye filen. Skal du sortere, så velg alle kolonnene.";

/// All that it takes to understand a decision workbook.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clerk<'a> {
    /// What was decided before.
    pub(super) ledger: &'a Ledger,
    /// The regions and chapters.
    pub(super) register: &'a Register,
    /// The basis year; a workbook for another decides nothing.
    pub(super) basis_year: i32,
    /// Today.
    pub(super) today: NaiveDate,
}

impl Clerk<'_> {
    /// What was said before the first workbook.
    pub(super) fn latest(&self) -> anyhow::Result<LatestDecisions> {
        self.ledger.latest_decisions(self.basis_year)
    }

    /// Goes through a workbook line by line; nothing is recorded yet. What it says comes
    /// to what was said before, for the next workbook.
    pub(super) fn read(
        &self,
        file: i64,
        name: &str,
        told: &Decisions,
        latest: &mut LatestDecisions,
    ) -> anyhow::Result<TakenBook> {
        let year = told.basis_year.unwrap_or(self.basis_year);
        let region = told.region.clone().unwrap_or_default();
        let ours = told.token == Some(self.ledger.token(&region, year)?);
        let mut taken = TakenBook {
            file,
            basis_year: self.basis_year,
            regions: told_regions(self.register, &region),
            trusted: ours && year == self.basis_year,
            decisions: Vec::new(),
            complaints: Vec::new(),
        };
        if !taken.trusted {
            let why = if ours {
                let now = self.basis_year;
                format!("Filen er avklaringsboken for {year}, og det er {now} som avgjøres nå.")
            } else {
                "Filen er ikke avklaringsboken som vi skrev for området og året.".to_owned()
            };
            taken.complaints.push(format!(
                "Vedtakene i «{name}» ble ikke tatt i bruk. {why} Skriv i den som ligger i ut-mappen, og legg den i innboksen."
            ));
            return Ok(taken);
        }
        let by = told
            .by
            .clone()
            .unwrap_or_else(|| format!("Rådgiver {region}"));
        taken.complaints.extend(told.unfound.iter().map(unfound));
        let contradicted = contradicted(&told.lines);
        for line in &told.lines {
            let subject = line.subject.as_ref().map(Subject::key);
            let twice = subject.is_some_and(|subject| contradicted.contains(&subject));
            let change = if twice && !line.is_untouched() && !line.moved {
                Err(CONTRADICTED.to_owned())
            } else {
                self.change(line, &by, latest)
            };
            match change {
                Ok(change) => taken.decisions.extend(change),
                Err(words) => {
                    let words = format!("{}: {words}", place(line));
                    if !taken.complaints.contains(&words) {
                        taken.complaints.push(words);
                    }
                }
            }
        }
        Ok(taken)
    }

    /// What a line changes, if anything; or why it cannot be used.
    fn change(
        &self,
        line: &DecisionLine,
        by: &str,
        latest: &mut LatestDecisions,
    ) -> Result<Option<NewDecision>, String> {
        let subject = known(line)?;
        if line.is_untouched() {
            return Ok(None);
        }
        if line.moved {
            return Err(MOVED.to_owned());
        }
        let wanted = if line.is_cleared() {
            None
        } else {
            Some(understood(self.register, subject, line)?)
        };
        let key = subject.key();
        let said = latest.get(&key).filter(|said| self.can_hold(said));
        let standing = said.filter(|said| said.holds).map(|said| &said.decision);
        let outdated = said.map(mark) != line.stood;
        match (standing, &wanted) {
            (None, None) => return Ok(None),
            // Another reason alone undoes nothing, and is taken only from a fresh copy.
            (Some(now), Some(wanted))
                if now.decided == *wanted && (outdated || now.reason == line.reason) =>
            {
                return Ok(None);
            }
            _ if outdated => return Err(self.outdated(wanted.is_none(), said)),
            _ => {}
        }
        let holds = wanted.is_some();
        let Some(decided) = wanted.or_else(|| standing.map(|now| now.decided.clone())) else {
            return Ok(None);
        };
        let decision = Decision {
            decided,
            by: by.to_owned(),
            on: self.today,
            reason: line.reason.clone(),
        };
        let said = Latest {
            decision: decision.clone(),
            holds,
        };
        latest.insert(key.clone(), said);
        Ok(Some(NewDecision {
            key: whose(subject),
            subject: key,
            decision,
            holds,
        }))
    }

    /// Whether what was said may still hold: a form that was placed with a chapter that has
    /// left the register is open again, and its line says so.
    fn can_hold(&self, said: &Latest) -> bool {
        match &said.decision.decided {
            Decided::ChapterIs { chapter, .. } => self.register.chapter(chapter).is_some(),
            Decided::SignatureSeen { .. }
            | Decided::SignatureRefused { .. }
            | Decided::Row { .. }
            | Decided::Ask { .. }
            | Decided::Takeover { .. }
            | Decided::OnPaper { .. } => true,
        }
    }

    /// That something else was said after the workbook was written: the adviser did not
    /// see it, and must, before it is undone.
    fn outdated(&self, cleared: bool, said: Option<&Latest>) -> String {
        let Some(Latest { decision, holds }) = said else {
            return "Svaret som sto på linjen, gjelder ikke. Svar i den nye filen.".to_owned();
        };
        let (on, by) = (decision.on.format("%-d.%-m.%Y"), &decision.by);
        let answer = answer_words(self.register, decision);
        match (cleared, holds) {
            (true, _) => format!(
                "Linjen er tømt, men ble avgjort etter at filen ble skrevet: «{answer}» ({by}, {on}). Tøm den i den nye filen."
            ),
            (false, true) => format!(
                "Linjen ble avgjort etter at filen ble skrevet: «{answer}» ({by}, {on}). Svaret ditt er ikke brukt. Svar i den nye filen."
            ),
            (false, false) => format!(
                "Avgjørelsen «{answer}» ble trukket tilbake etter at filen ble skrevet ({by}, {on}). Svaret ditt er ikke brukt. Svar i den nye filen."
            ),
        }
    }
}

/// The regions whose advisers hear of what could not be used: all, when nobody knows
/// whose workbook it is.
pub(super) fn told_regions(register: &Register, region: &str) -> Vec<String> {
    let regions = register.regions.iter().map(|region| &region.name);
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

/// Which line it is, to whoever looks for it: the new workbook has it in another row. A
/// line that was moved is looked for in the workbook that came.
pub(super) fn place(line: &DecisionLine) -> String {
    let (sheet, row) = (&line.sheet, line.row);
    if line.moved || line.place.is_empty() {
        format!("{sheet}, rad {row} i filen du sendte")
    } else {
        line.place.clone()
    }
}

/// That a sheet could not be read.
fn unfound(unfound: &UnfoundColumns) -> String {
    let labels: Vec<String> = unfound
        .labels
        .iter()
        .map(|label| format!("«{label}»"))
        .collect();
    let columns = match labels.as_slice() {
        [label] => format!("kolonnen {label}"),
        [labels @ .., last] => format!("kolonnene {} og {last}", labels.join(", ")),
        [] => "kolonnene".to_owned(),
    };
    let sheet = &unfound.sheet;
    format!(
        "Vi fant ikke {columns} i arket «{sheet}», og har ikke brukt noe i det. Skriv i den nye filen, og la overskriftene stå."
    )
}

/// Subjects that two lines of one workbook answer differently: nobody knows which is
/// meant.
fn contradicted(lines: &[DecisionLine]) -> BTreeSet<String> {
    let mut answers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in lines
        .iter()
        .filter(|line| !line.is_untouched() && !line.moved)
    {
        let Some(subject) = &line.subject else {
            continue;
        };
        let answer = line.answer.as_ref().map(|answer| answer.words(&[]));
        let told = format!("{} {answer:?}", line.answered);
        answers.entry(subject.key()).or_default().insert(told);
    }
    answers.retain(|_, told| told.len() > 1);
    answers.into_keys().collect()
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
fn understood(
    register: &Register,
    subject: &Subject,
    line: &DecisionLine,
) -> Result<Decided, &'static str> {
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
    Ok(decided)
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
