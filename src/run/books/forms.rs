//! The lines of «Skjemaer»: forms that wait on a person, and those decided before.

use samlerapport_ingest::decisions::{OpenForm, Subject, form_title};
use samlerapport_ingest::{Chapter, Field, Piece};
use samlerapport_validate::{Finding, Hearing, JudgedForm, Severity, Standing};

use super::{Last, given, paper, rule};
use crate::reading;
use crate::run::Site;

/// What a chapter's forms let an adviser decide, those on paper too.
pub(super) fn open(chapter: &Chapter, hearing: &Hearing, last: &Last) -> Vec<OpenForm> {
    let forms = hearing.forms.iter();
    let mut open: Vec<OpenForm> = forms
        .flat_map(|judged| of_form(chapter, judged, last))
        .collect();
    open.extend(paper::open(chapter, hearing, last));
    open
}

fn of_form(chapter: &Chapter, judged: &JudgedForm, last: &Last) -> Vec<OpenForm> {
    let current = matches!(judged.standing, Standing::Current);
    let seen = current.then(|| signature(chapter, judged, last));
    let takes_over = takeover(chapter, judged, last);
    let placed = placed(chapter, judged, last);
    let lines = seen.flatten().into_iter();
    lines.chain(takes_over).chain(placed).collect()
}

/// A form whose signature waits to be seen, or was decided on before.
fn signature(chapter: &Chapter, judged: &JudgedForm, last: &Last) -> Option<OpenForm> {
    let subject = Subject::Signature(judged.piece()?);
    open_form(
        chapter,
        judged,
        subject,
        &[
            "signature_not_confirmed",
            "signature_typed",
            "form_signer_not_in_office",
        ],
        last,
    )
}

/// A form that may take an older one's place, or was decided on before.
fn takeover(chapter: &Chapter, judged: &JudgedForm, last: &Last) -> Option<OpenForm> {
    let subject = Subject::Takeover(judged.piece()?);
    let rules = ["worse_delivery", "delivery_overlap"];
    open_form(chapter, judged, subject, &rules, last)
}

/// A form that an adviser placed with this chapter.
fn placed(chapter: &Chapter, judged: &JudgedForm, last: &Last) -> Option<OpenForm> {
    let subject = Subject::Chapter(judged.piece()?);
    open_form(chapter, judged, subject, &[], last)
}

/// A line about a form that one of these rules lets wait, or that was decided on before.
fn open_form(
    chapter: &Chapter,
    judged: &JudgedForm,
    subject: Subject,
    rules: &[&str],
    last: &Last,
) -> Option<OpenForm> {
    let form = judged.form?;
    let given = last.get(&subject.key()).map(given);
    let waits = judged
        .findings
        .iter()
        .find(|finding| finding.severity == Severity::Wait && rules.contains(&finding.rule.name));
    if waits.is_none() && given.is_none() {
        return None;
    }
    Some(OpenForm {
        subject,
        missing: false,
        chapter: chapter.name.clone(),
        file: judged.file.clone(),
        form: form_title(form).to_owned(),
        rule: waits.map(rule).unwrap_or_default(),
        why: waits.map_or_else(
            || "Avgjort før. Kan endres.".to_owned(),
            |finding| finding.message.nb.to_string(),
        ),
        given,
    })
}

/// Forms that no chapter could be found for; every region's adviser sees them.
pub(super) fn unplaced(site: &Site, hearings: &[&Hearing]) -> anyhow::Result<Vec<OpenForm>> {
    let mut open = Vec::new();
    for (judged, piece, finding) in without_chapter(hearings) {
        let form = piece.form;
        open.push(OpenForm {
            subject: Subject::Chapter(piece),
            missing: false,
            chapter: typed_name(site, judged)?.unwrap_or_else(|| "Ukjent lag".to_owned()),
            file: judged.file.clone(),
            form: form_title(form).to_owned(),
            rule: rule(finding),
            why: finding.message.nb.to_string(),
            given: None,
        });
    }
    Ok(open)
}

/// The same, with the finding that says so.
pub(super) fn without_chapter<'h>(
    hearings: &'h [&'h Hearing],
) -> impl Iterator<Item = (&'h JudgedForm, Piece, &'h Finding)> {
    let forms = hearings
        .iter()
        .filter(|hearing| hearing.chapter.is_none())
        .flat_map(|hearing| &hearing.forms);
    forms.filter_map(|judged| {
        let mut findings = judged.findings.iter();
        let unknown = findings
            .find(|finding| matches!(finding.rule.name, "chapter_unknown" | "chapter_uncertain"));
        Some((judged, judged.piece()?, unknown?))
    })
}

/// What the form itself calls its chapter.
fn typed_name(site: &Site, judged: &JudgedForm) -> anyhow::Result<Option<String>> {
    let Some(stored) = site.ledger.delivery(judged.delivery)? else {
        return Ok(None);
    };
    let report = reading::head(&stored.readings, stored.position)?.report;
    Ok(report.and_then(|report| report.text(Field::ChapterName).map(str::to_owned)))
}
