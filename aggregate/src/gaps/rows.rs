//! Rows that await a decision or could count if mended, gathered by form and rule.

use samlerapport_ingest::FormId;
use samlerapport_validate::{Fate, Hearing, JudgedForm, JudgedRow, Rule, Standing};

use super::{Gap, GapKind, Worth, words};
use crate::roll::Roll;

/// One gap for each rule that stops rows of this form.
pub(super) fn open(roll: &Roll<'_>, hearing: &Hearing, form: &JudgedForm) -> Vec<Gap> {
    let mut gaps: Vec<(Option<&'static Rule>, Gap)> = Vec::new();
    if !matches!(form.standing, Standing::Current) {
        return Vec::new();
    }
    for row in &form.rows {
        let kind = match row.fate {
            Fate::Waiting => GapKind::RowsWaiting,
            Fate::Incomplete => GapKind::RowsIncomplete,
            Fate::Counted | Fate::Excluded => continue,
        };
        let rule = decisive(row);
        let known = gaps
            .iter()
            .position(|(stopped_by, gap)| *stopped_by == rule && gap.kind == kind);
        let index = known.unwrap_or_else(|| {
            gaps.push((rule, empty(roll, hearing, form, kind)));
            gaps.len() - 1
        });
        if let Some((_, gap)) = gaps.get_mut(index) {
            add(gap, row);
        }
    }
    for (rule, gap) in &mut gaps {
        gap.missing = words::rows(gap.kind, gap.rows, *rule);
        gap.remedy = words::remedy(*rule);
    }
    gaps.into_iter().map(|(_, gap)| gap).collect()
}

/// The reason that stops the row: the deciding one stands first.
pub(crate) fn decisive(row: &JudgedRow) -> Option<&'static Rule> {
    row.reasons.first().copied()
}

fn empty(roll: &Roll<'_>, hearing: &Hearing, form: &JudgedForm, kind: GapKind) -> Gap {
    let chapter = hearing.chapter.as_deref().unwrap_or_default();
    Gap {
        file: form.file.clone(),
        delivery: Some(form.delivery),
        ..Gap::new(roll, kind, chapter, form.form)
    }
}

/// Adds a row; one whose days nobody knows yet is worth at least a day.
fn add(gap: &mut Gap, row: &JudgedRow) {
    gap.rows += 1;
    match gap.form {
        Some(FormId::PeerSupporters) => gap.worth.peer_supporters += 1,
        Some(FormId::AnnualReport) => {}
        Some(FormId::MeetingPlace | FormId::Activities | FormId::Visits) | None => {
            gap.at_least |= row.activity_days == 0;
            gap.worth = Worth {
                days: gap.worth.days + row.activity_days.max(1),
                ..gap.worth
            };
        }
    }
}
