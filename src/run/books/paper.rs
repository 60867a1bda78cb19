//! The lines about paper: forms that have not come, that came on paper, and that were
//! typed in from it.

use samlerapport_ingest::decisions::{OpenForm, Subject, form_title};
use samlerapport_ingest::{Chapter, FormId};
use samlerapport_validate::{Finding, Hearing, JudgedForm};

use super::{Last, given, rule};

/// A line for each form of the chapter that is, or may be, on paper.
pub(super) fn open(chapter: &Chapter, hearing: &Hearing, last: &Last) -> Vec<OpenForm> {
    let forms = FormId::ALL.into_iter();
    forms
        .filter_map(|form| line(chapter, hearing, form, last))
        .collect()
}

fn line(chapter: &Chapter, hearing: &Hearing, form: FormId, last: &Last) -> Option<OpenForm> {
    let subject = Subject::OnPaper {
        chapter: chapter.number.clone(),
        form,
    };
    let decided = last.get(&subject.key()).map(given);
    let unseen = unseen(hearing, form);
    let missing = is_missing(hearing, form);
    if decided.is_none() && unseen.is_none() && !missing {
        return None;
    }
    let why = match (&decided, unseen) {
        (None, Some((_, finding))) => finding.message.nb.to_string(),
        (None, None) => "Skjemaet har ikke kommet.".to_owned(),
        (Some(_), _) if hearing.on_paper.iter().any(|paper| paper.form == form) => {
            "Tallene er ikke ført inn.".to_owned()
        }
        (Some(_), _) => "Avgjort før. Kan endres.".to_owned(),
    };
    Some(OpenForm {
        subject,
        missing: unseen.is_none(),
        chapter: chapter.name.clone(),
        file: unseen
            .map(|(judged, _)| judged.file.clone())
            .unwrap_or_default(),
        form: form_title(form).to_owned(),
        rule: unseen.map(|(_, finding)| rule(finding)).unwrap_or_default(),
        why,
        given: decided,
    })
}

/// A form that was typed in from paper that no adviser has seen.
fn unseen(hearing: &Hearing, form: FormId) -> Option<(&JudgedForm, &Finding)> {
    let mut forms = hearing
        .forms
        .iter()
        .filter(|judged| judged.form == Some(form));
    forms.find_map(|judged| {
        let mut findings = judged.findings.iter();
        let unseen = findings.find(|finding| finding.rule.name == "paper_not_seen")?;
        Some((judged, unseen))
    })
}

/// Whether the form, or one of several meeting places, has not come: of the latter more
/// findings speak than forms are awaited.
fn is_missing(hearing: &Hearing, form: FormId) -> bool {
    let findings = hearing.findings.iter();
    let told = findings
        .filter(|finding| finding.rule.name == "form_missing")
        .count();
    hearing.awaited.contains(&form)
        || (form == FormId::MeetingPlace && told > hearing.awaited.len())
}
