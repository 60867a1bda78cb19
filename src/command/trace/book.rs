//! An adviser's decision workbook, forward to the decisions that were taken from it.

use samlerapport_ingest::decisions::{Subject, form_title};

use super::Line;
use crate::ledger::{ArchivedFile, Latest};
use crate::look::Look;
use crate::run;

/// The fate of a decision workbook.
pub(super) const FATE: &str = "decision_workbook";

/// The line of a file that is a decision workbook.
pub(super) fn line(look: &Look, file: &ArchivedFile) -> anyhow::Result<Option<Line>> {
    if !look.ledger.is_book(file.id)? {
        return Ok(None);
    }
    let decisions = look.ledger.decisions_in(file.id)?;
    let taken = decisions.iter().filter(|(_, said)| said.holds).count();
    let told = decisions
        .iter()
        .map(|(subject, said)| told(look, subject, said));
    Ok(Some(Line {
        chapter: None,
        file: file.name.clone(),
        sha256: file.sha256.clone(),
        sheet: None,
        row: None,
        fate: FATE,
        in_totals: false,
        counts: u32::try_from(taken).unwrap_or(u32::MAX),
        reasons: told.collect(),
        superseded_by: None,
    }))
}

/// What was decided, by whom and why.
fn told(look: &Look, subject: &str, said: &Latest) -> String {
    let decision = &said.decision;
    let answer = run::answer_words(&look.register, decision);
    let what = if said.holds {
        format!("«{answer}»")
    } else {
        format!("«{answer}» trukket tilbake")
    };
    let on = decision.on.format("%-d.%-m.%Y");
    let (by, reason) = (&decision.by, &decision.reason);
    let about = Subject::from_key(subject).map(|subject| about(look, &subject));
    format!(
        "{}: {what} ({by}, {on}). {reason}",
        about.unwrap_or_default()
    )
    .trim_end()
    .to_owned()
}

/// The chapter, where it is known, and the form.
fn about(look: &Look, subject: &Subject) -> String {
    match subject {
        Subject::Row { chapter, form, .. } | Subject::OnPaper { chapter, form } => {
            let known = look.register.chapter(chapter);
            let name = known.map_or(chapter.as_str(), |chapter| &chapter.name);
            format!("{name}, «{}»", form_title(*form))
        }
        Subject::Signature(piece) | Subject::Chapter(piece) | Subject::Takeover(piece) => {
            format!("«{}»", form_title(piece.form))
        }
    }
}
