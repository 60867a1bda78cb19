//! The advisers' decision workbooks: what waits on a person, a workbook a region.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Context;
use samlerapport_ingest::decisions::{
    Answer, DecisionBook, Given, OpenForm, OpenRow, RowGroup, Subject, form_title, write_decisions,
};
use samlerapport_ingest::{Chapter, Field, FormId};
use samlerapport_validate::{
    Decided, Decision, Fate, Finding, Hearing, JudgedForm, JudgedRow, RowText, Severity, Standing,
};

use super::{Site, Summary};
use crate::digest;
use crate::durable;
use crate::reading;

/// Whether a region's workbook is not where it is to be.
pub(super) fn missing(site: &Site) -> bool {
    site.register
        .regions
        .iter()
        .any(|region| !path(site, &region.name).exists())
}

/// Writes the workbook of every region.
pub(super) fn write(
    site: &mut Site,
    hearings: &[&Hearing],
    summary: &mut Summary,
) -> anyhow::Result<()> {
    let year = site.config.basis_year;
    let last = site.ledger.last_decisions(year)?;
    let unplaced = unplaced(site, hearings)?;
    let regions: Vec<String> = site
        .register
        .regions
        .iter()
        .map(|region| region.name.clone())
        .collect();
    for region in regions {
        let mut book = DecisionBook {
            adviser: advisers(site, &region),
            complaints: site.ledger.complaints(&region, year)?,
            basis_year: year,
            forms: unplaced.clone(),
            chapters: chapters(site),
            rows: Vec::new(),
            region,
        };
        fill(&mut book, site, hearings, &last);
        let bytes = write_decisions(&book).context("cannot write a decision workbook")?;
        put(site, &book.region, &bytes, summary)?;
    }
    Ok(())
}

/// Puts a workbook in its place, unless an adviser has written in the one that lies
/// there and not handed it in yet.
fn put(site: &mut Site, region: &str, bytes: &[u8], summary: &mut Summary) -> anyhow::Result<()> {
    let year = site.config.basis_year;
    let path = path(site, region);
    let written = digest::of(bytes);
    if let Ok(there) = std::fs::read(&path) {
        let there = digest::of(&there);
        let ours = site.ledger.written_book(region, year)?.as_ref() == Some(&there);
        if there == written {
            return Ok(());
        }
        if !ours && !site.ledger.has_file(&there)? {
            summary.decision_books_filled.push(path);
            return Ok(());
        }
    }
    if let Some(folder) = path.parent() {
        durable::private_folder(folder)
            .with_context(|| format!("cannot make {}", folder.display()))?;
    }
    durable::write(&path, bytes, true)
        .with_context(|| format!("cannot write the decision workbook {}", path.display()))?;
    site.ledger.record_book(region, year, &written)
}

fn fill(
    book: &mut DecisionBook,
    site: &Site,
    hearings: &[&Hearing],
    last: &BTreeMap<String, Decision>,
) {
    for hearing in hearings {
        let chapter = hearing
            .chapter
            .as_deref()
            .and_then(|number| site.register.chapter(number))
            .filter(|chapter| chapter.region == book.region);
        let Some(chapter) = chapter else {
            continue;
        };
        let standing = hearing
            .forms
            .iter()
            .filter(|form| form.standing == Standing::Current);
        book.forms.extend(
            hearing
                .forms
                .iter()
                .filter_map(|form| takeover(chapter, form, last)),
        );
        for form in standing {
            book.forms.extend(signature(chapter, form, last));
            book.rows.extend(rows(chapter, form, last));
        }
    }
    book.forms
        .sort_by(|one, other| (&one.chapter, &one.file).cmp(&(&other.chapter, &other.file)));
    let place = |row: &OpenRow| {
        let OpenRow {
            chapter,
            file,
            sheet,
            row,
            ..
        } = row.clone();
        (chapter, file, sheet, row)
    };
    book.rows.sort_by_cached_key(place);
}

/// A form whose signature waits to be seen, or was decided on before.
fn signature(
    chapter: &Chapter,
    judged: &JudgedForm,
    last: &BTreeMap<String, Decision>,
) -> Option<OpenForm> {
    let form = judged.form?;
    let subject = Subject::Signature {
        sha256: judged.sha256.clone(),
        form,
    };
    open_form(
        chapter,
        judged,
        subject,
        &["signature_not_confirmed", "signature_typed"],
        last,
    )
}

/// A form that may take an older one's place, or was decided on before.
fn takeover(
    chapter: &Chapter,
    judged: &JudgedForm,
    last: &BTreeMap<String, Decision>,
) -> Option<OpenForm> {
    let subject = Subject::Takeover {
        sha256: judged.sha256.clone(),
        form: judged.form?,
    };
    let rules = ["worse_delivery", "delivery_overlap"];
    open_form(chapter, judged, subject, &rules, last)
}

/// A line about a form that one of these rules lets wait, or that was decided on before.
fn open_form(
    chapter: &Chapter,
    judged: &JudgedForm,
    subject: Subject,
    rules: &[&str],
    last: &BTreeMap<String, Decision>,
) -> Option<OpenForm> {
    let form = judged.form?;
    let given = last.get(&subject.key()).and_then(given);
    let waits = judged
        .findings
        .iter()
        .find(|finding| finding.severity == Severity::Wait && rules.contains(&finding.rule.name));
    if waits.is_none() && given.is_none() {
        return None;
    }
    Some(OpenForm {
        subject,
        chapter: chapter.name.clone(),
        file: judged.file.clone(),
        form: form_title(form).to_owned(),
        rule: waits.map(rule).unwrap_or_default(),
        why: waits.map_or_else(
            || "Avgjort før. Kan endres.".to_owned(),
            |finding| finding.message.nb.clone(),
        ),
        given,
    })
}

/// Forms that no chapter could be found for; every region's adviser sees them.
fn unplaced(site: &Site, hearings: &[&Hearing]) -> anyhow::Result<Vec<OpenForm>> {
    let mut open = Vec::new();
    let forms = hearings
        .iter()
        .filter(|hearing| hearing.chapter.is_none())
        .flat_map(|hearing| &hearing.forms);
    for judged in forms {
        let unknown = judged
            .findings
            .iter()
            .find(|finding| matches!(finding.rule.name, "chapter_unknown" | "chapter_uncertain"));
        let (Some(form), Some(finding)) = (judged.form, unknown) else {
            continue;
        };
        open.push(OpenForm {
            subject: Subject::Chapter {
                sha256: judged.sha256.clone(),
                form,
            },
            chapter: typed_name(site, judged)?.unwrap_or_else(|| "Ukjent lag".to_owned()),
            file: judged.file.clone(),
            form: form_title(form).to_owned(),
            rule: rule(finding),
            why: finding.message.nb.clone(),
            given: None,
        });
    }
    Ok(open)
}

/// What the form itself calls its chapter.
fn typed_name(site: &Site, judged: &JudgedForm) -> anyhow::Result<Option<String>> {
    let Some(stored) = site.ledger.delivery(judged.delivery)? else {
        return Ok(None);
    };
    let report = reading::head(&stored.readings, stored.position)?.report;
    Ok(report.and_then(|report| report.text(Field::ChapterName).map(str::to_owned)))
}

fn rows<'a>(
    chapter: &'a Chapter,
    judged: &'a JudgedForm,
    last: &'a BTreeMap<String, Decision>,
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
        let given = last.get(&subject.key()).and_then(given);
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

fn rule(finding: &Finding) -> String {
    format!("{} {}", finding.rule.code, finding.rule.title.nb)
}

fn given(decision: &Decision) -> Option<Given> {
    let answer = match &decision.decided {
        Decided::SignatureSeen { .. } => Answer::SignatureSeen,
        Decided::SignatureRefused { .. } => Answer::SignatureRefused,
        Decided::Row { counts: true, .. } => Answer::Counts,
        Decided::Row { counts: false, .. } => Answer::DoesNotCount,
        Decided::Ask { .. } => Answer::AskChapter,
        Decided::Takeover {
            takes_over: true, ..
        } => Answer::TakesOver,
        Decided::Takeover {
            takes_over: false, ..
        } => Answer::StaysOut,
        Decided::ChapterIs { .. } => return None,
    };
    Some(Given {
        answer,
        reason: decision.reason.clone(),
    })
}

fn advisers(site: &Site, region: &str) -> String {
    let names: Vec<&str> = site
        .register
        .advisers_of(region)
        .map(|adviser| adviser.name.trim())
        .collect();
    names.join(", ")
}

fn chapters(site: &Site) -> Vec<(String, String)> {
    let mut chapters: Vec<_> = site
        .register
        .chapters
        .iter()
        .map(|chapter| (chapter.number.clone(), chapter.name.clone()))
        .collect();
    chapters.sort_by(|(_, one), (_, other)| one.cmp(other));
    chapters
}

/// `out/avklaring-REGION-YEAR.xlsx`.
fn path(site: &Site, region: &str) -> PathBuf {
    let safe: String = region
        .chars()
        .map(|letter| match letter {
            letter if letter.is_alphanumeric() || letter == '-' => letter,
            _ => ' ',
        })
        .collect();
    let year = site.config.basis_year;
    let name = format!("avklaring-{}-{year}.xlsx", safe.trim());
    Path::new(&site.config.folders.out).join(name)
}
