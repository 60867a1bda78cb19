//! The lines of «Rader»: rows that wait, rows that were decided, rows that do not count.

use std::collections::BTreeMap;

use samlerapport_aggregate::MergedPerson;
use samlerapport_ingest::decisions::{OpenRow, RowGroup, Subject};
use samlerapport_ingest::{Chapter, FormId, Place};
use samlerapport_validate::{Fate, JudgedForm, JudgedRow, Rule, Severity};

use super::{Last, given};
use crate::run::Site;

/// How many rows of a form wait on the adviser; those decided wait on somebody else.
pub(super) fn waiting(judged: &JudgedForm) -> usize {
    let waits = |row: &&JudgedRow| row.fate == Fate::Waiting && !row.decided;
    judged.rows.iter().filter(waits).count()
}

/// What a chapter's form has of rows that may be decided.
pub(super) fn open<'a>(
    chapter: &'a Chapter,
    judged: &'a JudgedForm,
    (last, merged): (&'a Last, &'a Merged),
) -> Vec<OpenRow> {
    let Some(form) = judged.form else {
        return Vec::new();
    };
    // The keys cost more than all else here, and most forms have nothing open.
    let open = |row: &JudgedRow| {
        row.decided
            || matches!(row.fate, Fate::Waiting | Fate::Excluded)
            || is_answered(row)
            || merged.contains_key(&(judged.delivery, row.place))
    };
    if !judged.rows.iter().any(open) {
        return Vec::new();
    }
    let open = |(row, key): (&JudgedRow, String)| {
        let subject = Subject::Row {
            chapter: chapter.number.clone(),
            form,
            substance: key,
        };
        let given = last.get(&subject.key()).map(given);
        let other = merged.get(&(judged.delivery, row.place));
        let group = match (&given, row.fate) {
            (Some(_), _) => RowGroup::Decided,
            (None, Fate::Waiting) => RowGroup::Waiting,
            (None, Fate::Excluded) => RowGroup::Excluded,
            (None, Fate::Counted) if other.is_some() => RowGroup::Merged,
            (None, Fate::Counted | Fate::Incomplete) if is_answered(row) => RowGroup::Answered,
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
            text: told(form, row),
            rule: holding(judged, row).join("; "),
            why: match (group, other) {
                (RowGroup::Merged, Some(other)) => format!(
                    "Vi regner {other} som samme person. Er det to personer, så svar «Medregnes»."
                ),
                (RowGroup::Answered, _) if row.explanation.is_empty() => {
                    "Laget har endret raden, og den er medregnet.".to_owned()
                }
                (_, _) => row.explanation.clone(),
            },
            given,
        })
    };
    let rows = judged.rows.iter().zip(judged.row_keys());
    rows.filter_map(open).collect()
}

/// All that holds a row of a form back: an answer is an answer to each. A remark is told
/// where nothing else is.
pub(in crate::run) fn holding(judged: &JudgedForm, row: &JudgedRow) -> Vec<String> {
    let holds = |rule: &&&Rule| {
        let mut findings = judged.findings.iter();
        findings.any(|finding| finding.rule == **rule && finding.severity > Severity::Remark)
    };
    let named = |rule: &&Rule| format!("{} {}", rule.code, rule.title.nb);
    let holding: Vec<String> = row.reasons.iter().filter(holds).map(named).collect();
    if holding.is_empty() {
        return row.reasons.first().map(named).into_iter().collect();
    }
    holding
}

fn is_answered(row: &JudgedRow) -> bool {
    row.reasons
        .iter()
        .any(|rule| rule.name == "answered_by_chapter")
}

/// The rows that are counted as one person with a row before them, and whom that names.
pub(super) type Merged = BTreeMap<(i64, Place), String>;

/// Finds them among the persons of all chapters.
pub(super) fn merged(site: &Site, people: &[MergedPerson]) -> Merged {
    let mut merged = BTreeMap::new();
    for person in people {
        let mut listings = person.listings.iter();
        let Some(first) = listings.next() else {
            continue;
        };
        let chapter = site.register.chapter(&first.chapter);
        let chapter = chapter.map_or(first.chapter.as_str(), |chapter| &chapter.name);
        let other = format!("{} i {chapter}", first.name);
        merged.extend(listings.map(|row| ((row.delivery, row.place), other.clone())));
    }
    merged
}

/// The row in the chapter's own words, the columns that are filled in.
fn told(form: FormId, row: &JudgedRow) -> String {
    let text = &row.text;
    let (date, title) = match form {
        FormId::PeerSupporters => ("Oppnevnt", "Navn"),
        FormId::AnnualReport | FormId::MeetingPlace | FormId::Activities | FormId::Visits => {
            ("Dato", "Aktivitet")
        }
    };
    let participants = row.participants.map(|count| count.to_string());
    let lines: [&[(&str, &str)]; 6] = [
        &[(date, &text.date), (title, &text.title)],
        &[("Type", &text.kind), ("Tema", &text.theme)],
        &[("Erfaringer", &text.sharing)],
        &[("Sted", &text.venue), ("Arrangør", &text.organiser)],
        &[
            ("Deltakere", participants.as_deref().unwrap_or_default()),
            ("Leder", &text.leader),
        ],
        &[("", &text.details)],
    ];
    let line = |columns: &&[(&str, &str)]| {
        let filled = columns.iter().filter(|(_, text)| !text.is_empty());
        let told: Vec<String> = filled
            .map(|(label, text)| match *label {
                "" => (*text).to_owned(),
                label => format!("{label}: {text}"),
            })
            .collect();
        told.join(" · ")
    };
    let mut lines: Vec<String> = lines.iter().map(line).collect();
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}
