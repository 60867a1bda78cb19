//! The lines of «Rader»: rows that wait, rows that were decided, rows that do not count.

use samlerapport_ingest::decisions::{OpenRow, RowGroup, Subject};
use samlerapport_ingest::{Chapter, FormId};
use samlerapport_validate::{Fate, JudgedForm, JudgedRow, RowText};

use super::{Last, given};

/// How many rows of a form wait on the adviser; those decided wait on somebody else.
pub(super) fn waiting(judged: &JudgedForm) -> usize {
    let waits = |row: &&JudgedRow| row.fate == Fate::Waiting && !row.decided;
    if judged.form.is_some_and(holds_activities) {
        judged.rows.iter().filter(waits).count()
    } else {
        0
    }
}

/// What a chapter's form has of rows that may be decided.
pub(super) fn open<'a>(
    chapter: &'a Chapter,
    judged: &'a JudgedForm,
    last: &'a Last,
) -> Vec<OpenRow> {
    let Some(form) = judged.form.filter(|form| holds_activities(*form)) else {
        return Vec::new();
    };
    // The keys cost more than all else here, and most forms have nothing open.
    let decided = judged.rows.iter().any(|row| row.decided);
    let open = |row: &JudgedRow| matches!(row.fate, Fate::Waiting | Fate::Excluded);
    if !decided && !judged.rows.iter().any(open) {
        return Vec::new();
    }
    let open = |(row, key): (&JudgedRow, String)| {
        let subject = Subject::Row {
            chapter: chapter.number.clone(),
            form,
            substance: key,
        };
        let given = last.get(&subject.key()).map(given);
        let group = match (&given, row.fate) {
            (Some(_), _) => RowGroup::Decided,
            (None, Fate::Waiting) => RowGroup::Waiting,
            (None, Fate::Excluded) => RowGroup::Excluded,
            (None, Fate::Counted | Fate::Incomplete) => return None,
        };
        Some(OpenRow {
            subject,
            group,
            chapter: chapter.name.clone(),
            file: judged.file.clone(),
            sheet: judged
                .sheets
                .get(usize::from(row.place.sheet))
                .cloned()
                .unwrap_or_default(),
            row: row.place.row,
            text: told(row),
            rule: row
                .reasons
                .first()
                .map(|rule| format!("{} {}", rule.code, rule.title.nb))
                .unwrap_or_default(),
            why: row.explanation.clone(),
            given,
        })
    };
    let rows = judged.rows.iter().zip(judged.row_keys());
    rows.filter_map(open).collect()
}

fn holds_activities(form: FormId) -> bool {
    match form {
        FormId::MeetingPlace | FormId::Activities | FormId::Visits => true,
        FormId::AnnualReport | FormId::PeerSupporters => false,
    }
}

/// The row in the chapter's own words, the columns that are filled in.
fn told(row: &JudgedRow) -> String {
    let RowText {
        title,
        kind,
        theme,
        sharing,
        venue,
        organiser,
        leader,
        date,
    } = &row.text;
    let participants = row.participants.map(|count| count.to_string());
    let participants = participants.unwrap_or_default();
    let lines = [
        &[("Dato", date), ("Aktivitet", title)][..],
        &[("Type", kind), ("Tema", theme)],
        &[("Erfaringer", sharing)],
        &[("Sted", venue), ("Arrangør", organiser)],
        &[("Deltakere", &participants), ("Leder", leader)],
    ];
    let line = |columns: &&[(&str, &String)]| {
        let filled = columns.iter().filter(|(_, text)| !text.is_empty());
        let told: Vec<String> = filled
            .map(|(label, text)| format!("{label}: {text}"))
            .collect();
        told.join(" · ")
    };
    let mut lines: Vec<String> = lines.iter().map(line).collect();
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}
