//! Forms that have not come, and forms that came and are held back.

use samlerapport_ingest::FormId;
use samlerapport_validate::{Fate, Hearing, JudgedForm, Rule, Scope, Severity, Standing, Verdict};

use super::{Gap, GapKind, Worth, words};
use crate::basis::Basis;
use crate::roll::Roll;

/// Chapters that have handed in nothing, and forms that the others still owe.
pub(super) fn not_there(basis: &Basis<'_>, roll: &Roll<'_>) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for seat in &roll.seats {
        let heard: Vec<&Hearing> = basis
            .heard()
            .filter(|hearing| hearing.chapter.as_deref() == Some(seat.number))
            .collect();
        let came = |hearing: &&Hearing| !hearing.forms.is_empty() || !hearing.on_paper.is_empty();
        if !heard.iter().any(came) {
            if seat.expected {
                gaps.push(nothing_delivered(roll, seat.number));
            }
            continue;
        }
        for hearing in heard {
            let awaited = hearing.awaited.iter();
            gaps.extend(awaited.map(|form| missing(roll, seat.number, *form)));
            let papers = hearing.on_paper.iter();
            gaps.extend(papers.map(|paper| on_paper(roll, seat.number, paper.form)));
            gaps.extend(meeting_places(roll, hearing));
        }
    }
    gaps
}

/// What a form holds back that came but does not count as it is.
pub(super) fn held(
    basis: &Basis<'_>,
    roll: &Roll<'_>,
    hearing: &Hearing,
    form: &JudgedForm,
) -> Option<Gap> {
    if !matches!(form.standing, Standing::Current) {
        return None;
    }
    let unplaced = hearing.chapter.is_none() || form.form.is_none();
    let worth = if form.form == Some(FormId::AnnualReport) {
        chapter_held(basis, hearing, form)
    } else {
        rows_held(form, unplaced)
    };
    if worth == Worth::default() && form.form.is_some() {
        return None;
    }
    let kind = if unplaced {
        GapKind::FileUnplaced
    } else {
        GapKind::FormHeld
    };
    let chapter = hearing.chapter.as_deref().unwrap_or_default();
    let rule = blocking(form);
    let rows = form.rows.iter().filter(|row| row.fate == Fate::Counted);
    Some(Gap {
        missing: words::held(kind, form.form, rule),
        remedy: words::remedy(rule),
        for_adviser: form.verdict == Verdict::Waiting && rule.is_some_and(|rule| !rule.mendable),
        worth,
        at_least: form.form.is_none(),
        rows: u32::try_from(rows.count()).unwrap_or(u32::MAX),
        file: form.file.clone(),
        delivery: Some(form.delivery),
        ..Gap::new(roll, kind, chapter, form.form)
    })
}

fn nothing_delivered(roll: &Roll<'_>, chapter: &str) -> Gap {
    Gap {
        missing: words::nothing_delivered(),
        remedy: words::hand_in_all(),
        worth: Worth {
            chapters: 1,
            peer_supporters: 1,
            days: 1,
        },
        at_least: true,
        ..Gap::new(roll, GapKind::NothingDelivered, chapter, None)
    }
}

fn missing(roll: &Roll<'_>, chapter: &str, form: FormId) -> Gap {
    Gap {
        missing: words::missing(form),
        remedy: words::hand_in(form),
        worth: least_worth(form),
        at_least: form != FormId::AnnualReport,
        ..Gap::new(roll, GapKind::FormMissing, chapter, Some(form))
    }
}

/// A form on paper counts for nothing before it is typed in.
fn on_paper(roll: &Roll<'_>, chapter: &str, form: FormId) -> Gap {
    Gap {
        missing: words::on_paper(form),
        remedy: words::type_in(),
        worth: least_worth(form),
        at_least: form != FormId::AnnualReport,
        for_adviser: true,
        ..Gap::new(roll, GapKind::OnPaper, chapter, Some(form))
    }
}

/// Fewer forms 2 than form 1 tells of meeting places: the only thing said of the
/// chapter as a whole while a form 2 is here.
fn meeting_places(roll: &Roll<'_>, hearing: &Hearing) -> Option<Gap> {
    let form = FormId::MeetingPlace;
    let chapter = hearing.chapter.as_deref()?;
    let finding = hearing.findings.iter().find(|finding| {
        finding.rule.name == "form_missing"
            && !FormId::ALL
                .iter()
                .any(|form| finding.message.nb.contains(form.form().title))
    })?;
    Some(Gap {
        missing: finding.message.clone(),
        ..missing(roll, chapter, form)
    })
}

/// What a form is worth that nobody has seen.
fn least_worth(form: FormId) -> Worth {
    let mut worth = Worth::default();
    match form {
        FormId::AnnualReport => worth.chapters = 1,
        FormId::PeerSupporters => worth.peer_supporters = 1,
        FormId::MeetingPlace | FormId::Activities | FormId::Visits => worth.days = 1,
    }
    worth
}

/// The chapter itself, when its form 1 waits or was returned.
fn chapter_held(basis: &Basis<'_>, hearing: &Hearing, form: &JudgedForm) -> Worth {
    let counts = basis.counted().any(|accepted| {
        Some(accepted.chapter()) == hearing.chapter.as_deref() && accepted.counted().is_some()
    });
    let held = match form.verdict {
        Verdict::Accepted | Verdict::AcceptedWithRemarks => !form.held_by.is_empty(),
        Verdict::Waiting | Verdict::Returned => true,
    };
    Worth {
        chapters: u32::from(held && !counts),
        ..Worth::default()
    }
}

/// The rows that are sound in themselves, when the form holds them back.
fn rows_held(form: &JudgedForm, unplaced: bool) -> Worth {
    let mut worth = Worth::default();
    // The older form, which gives more, counts meanwhile.
    if form
        .held_by
        .iter()
        .any(|rule| rule.name == "worse_delivery")
    {
        return worth;
    }
    for row in &form.rows {
        if row.fate != Fate::Counted || (form.in_totals(row) && !unplaced) {
            continue;
        }
        if form.form == Some(FormId::PeerSupporters) {
            worth.peer_supporters += 1;
        } else {
            worth.days += row.activity_days;
        }
    }
    worth
}

/// The rule that holds the form back: what is told first.
fn blocking(form: &JudgedForm) -> Option<&'static Rule> {
    form.held_by.first().copied().or_else(|| {
        form.findings
            .iter()
            .filter(|finding| finding.rule.scope == Scope::Report)
            .find(|finding| finding.severity > Severity::Remark)
            .map(|finding| finding.rule)
    })
}
