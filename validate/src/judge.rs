//! From findings to a verdict for each form and a fate for each row.

use samlerapport_ingest::{Field, FormId, Report, Row};
use smol_str::SmolStr;

use crate::accepted::Accepted;
use crate::activity::Activity;
use crate::catalogue::catalogue;
use crate::columns::point_at_columns;
use crate::current::subject;
use crate::decided_rows::{decision_told, withdraw};
use crate::delivery::Decision;
use crate::finding::Finding;
use crate::heard::HeardForm;
use crate::hearing::{ActivityKind, Fate, Hearing, JudgedForm, JudgedRow, RowText, Verdict};
use crate::people::Person;
use crate::personal::mask_numbers;
use crate::remarks::{Elsewhere, Record, Remarks, RowId, Said};
use crate::rule::{Rule, Severity};
use crate::rules::completeness::{awaited, on_paper};
use crate::rules::duplicates::joint_arrangement;
use crate::scene::{Scene, Setting};

/// Hears a chapter.
pub(crate) fn hear(setting: &Setting<'_>) -> Hearing {
    let scene = Scene::of(*setting);
    let mut record = listen(&scene);
    let change = record.change.take();
    let (said, elsewhere) = record.into_parts();
    let (trials, said): (Vec<_>, Vec<_>) = withdraw(&scene, said)
        .into_iter()
        .partition(|said| said.finding.rule.trial);
    let mut chapter = Vec::new();
    let mut by_form: Vec<Vec<Said>> = scene.forms.iter().map(|_| Vec::new()).collect();
    for said in said {
        match said.form.and_then(|form| by_form.get_mut(form)) {
            Some(form) => form.push(said),
            None => chapter.push(said.finding),
        }
    }
    let forms: Vec<_> = scene
        .forms
        .iter()
        .zip(by_form)
        .map(|(form, said)| judged_form(&scene, form, said, &elsewhere))
        .collect();
    Hearing {
        chapter: setting.chapter.map(|chapter| chapter.number.clone()),
        basis_year: setting.basis_year,
        accepted: Accepted::count(&scene, &forms),
        forms,
        awaited: awaited(&scene),
        on_paper: on_paper(&scene),
        findings: chapter,
        joint: setting.joint.to_vec(),
        change,
        trials: trials.into_iter().map(|said| said.finding).collect(),
    }
}

fn listen(scene: &Scene<'_>) -> Record {
    let rows = scene
        .forms
        .iter()
        .map(|form| form.report().map_or(0, |report| report.rows.len()));
    let mut record = Record::new(rows);
    for rule in catalogue() {
        if scene.setting.basis_year >= rule.since {
            let mut remarks = Remarks::of(rule, scene.setting.settings, &mut record);
            (rule.check)(scene, &mut remarks);
        }
    }
    record
}

fn judged_form(
    scene: &Scene<'_>,
    form: &HeardForm<'_>,
    mut said: Vec<Said>,
    elsewhere: &Elsewhere,
) -> JudgedForm {
    let delivery = form.delivery;
    let report = form.report();
    if let Some(report) = report {
        point_at_columns(report, &mut said);
    }
    let rows = report.map_or_else(Vec::new, |report| {
        let mut rows = judged_rows(scene, form, report, &said);
        share_days(&mut rows, form.index, elsewhere);
        rows
    });
    let findings: Vec<Finding> = said.into_iter().map(|said| said.finding).collect();
    let mut held_by: Vec<&'static Rule> = findings
        .iter()
        .filter(|finding| finding.holds_a_form())
        .map(|finding| finding.rule)
        .collect();
    held_by.dedup();
    JudgedForm {
        delivery: delivery.id,
        file: delivery.shown_name(),
        sha256: delivery.sha256.clone(),
        form: form.form(),
        part: delivery.piece().map(|piece| piece.part).unwrap_or_default(),
        of: report
            .and_then(subject)
            .map(|name| mask_numbers(name).into_owned()),
        sheets: report
            .map(|report| report.sheets.clone())
            .unwrap_or_default(),
        standing: form.standing,
        verdict: verdict(&findings),
        findings,
        held_by,
        signed: form.evidence(),
        copied_by: report
            .and_then(|report| report.copied_by.as_deref())
            .map(|name| mask_numbers(name).into_owned()),
        rows,
    }
}

fn verdict(findings: &[Finding]) -> Verdict {
    let gravest = findings
        .iter()
        .filter(|finding| finding.holds_a_form())
        .map(|finding| finding.severity)
        .max();
    match gravest {
        Some(Severity::Error) => Verdict::Returned,
        Some(Severity::Wait) => Verdict::Waiting,
        Some(Severity::Remark) | None if findings.is_empty() => Verdict::Accepted,
        Some(Severity::Remark) | None => Verdict::AcceptedWithRemarks,
    }
}

fn judged_rows(
    scene: &Scene<'_>,
    form: &HeardForm<'_>,
    report: &Report,
    said: &[Said],
) -> Vec<JudgedRow> {
    let mut by_row: Vec<Vec<&Finding>> = report.rows.iter().map(|_| Vec::new()).collect();
    for said in said {
        for row in &said.rows {
            if let Some(findings) = by_row.get_mut(*row) {
                findings.push(&said.finding);
            }
        }
    }
    let activities = scene.activities_of(form.index);
    let people = scene.people_of(form.index);
    report
        .rows
        .iter()
        .zip(by_row)
        .enumerate()
        .map(|(index, (row, findings))| {
            let told = Told {
                activity: activities.get(index),
                person: people.get(index),
            };
            judged_row((form, report), row, &told, findings)
        })
        .collect()
}

/// A day that stands in two rows counts once.
fn share_days(rows: &mut [JudgedRow], form: usize, elsewhere: &Elsewhere) {
    for (row, judged) in rows.iter_mut().enumerate() {
        judged.elsewhere = elsewhere.of(RowId { form, row });
        let shared = u32::try_from(judged.elsewhere.len()).unwrap_or(u32::MAX);
        judged.activity_days = judged.activity_days.saturating_sub(shared);
    }
}

/// What a row tells of: an activity, or in form 4 a person.
struct Told<'s, 'a> {
    activity: Option<&'s Activity<'a>>,
    person: Option<&'s Person<'a>>,
}

impl<'s> Told<'s, '_> {
    fn decided(&self) -> Option<&'s Decision> {
        let of_activity = self.activity.and_then(|activity| activity.decided);
        of_activity.or(self.person.and_then(|person| person.decided))
    }
}

fn judged_row(
    (form, report): (&HeardForm<'_>, &Report),
    row: &Row,
    told: &Told<'_, '_>,
    mut findings: Vec<&Finding>,
) -> JudgedRow {
    let activity = told.activity;
    // The deciding finding first: what shuts the row out, what the chapter can mend,
    // what a person decides, what is only told.
    // Of one rule's findings the order of the rows in the sheet must not choose the first.
    if findings.len() > 1 {
        for same in findings.chunk_by_mut(|one, other| one.rule == other.rule) {
            same.sort_by(|one, other| one.message.nb.cmp(&other.message.nb));
        }
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.fate()));
    }
    let fate = findings.first().map_or(Fate::Counted, |first| first.fate());
    let mut reasons: Vec<&'static Rule> = Vec::new();
    for finding in &findings {
        if !reasons.contains(&finding.rule) {
            reasons.push(finding.rule);
        }
    }
    let alone = |finding: &&&Finding| finding.rule != &joint_arrangement::RULE;
    let fate_alone = findings.iter().find(alone);
    let fate_alone = fate_alone.map_or(Fate::Counted, |first| first.fate());
    let days = activity.map_or(0, |activity| activity.days_inside().count());
    JudgedRow {
        place: row.place,
        fate,
        fate_alone,
        kind: activity.map_or(ActivityKind::None, |activity| activity.nature.kind),
        dates: activity
            .map(|activity| activity.days.clone())
            .unwrap_or_default(),
        elsewhere: Vec::new(),
        activity_days: match fate {
            Fate::Excluded => 0,
            Fate::Counted | Fate::Waiting | Fate::Incomplete => {
                u32::try_from(days).unwrap_or(u32::MAX)
            }
        },
        times: activity.map_or((None, None), |activity| activity.times),
        minutes: activity.and_then(|activity| activity.length.minutes()),
        participants: activity.and_then(|activity| Some(activity.participants.bounds()?.0)),
        decided: told.decided().is_some(),
        explanation: explained(&findings, fate, told),
        reasons,
        text: text(form, report, row),
    }
}

/// A decision is the explanation of what it brought about.
fn explained(findings: &[&Finding], fate: Fate, told: &Told<'_, '_>) -> String {
    let own = match fate {
        Fate::Counted => String::new(),
        Fate::Waiting | Fate::Incomplete | Fate::Excluded => findings
            .first()
            .map(|first| {
                let deciding = explanation(first, fate, told.activity);
                with_the_others(deciding, findings, told.activity)
            })
            .unwrap_or_default(),
    };
    told.decided()
        .and_then(|decision| decision_told(decision, fate, &own))
        .unwrap_or(own)
}

/// An adviser who decides a row that waits has to know all that it waits for.
fn with_the_others(
    deciding: String,
    findings: &[&Finding],
    activity: Option<&Activity<'_>>,
) -> String {
    let waits = |finding: &Finding| finding.fate() == Fate::Waiting;
    let Some(first) = findings.first().filter(|first| waits(first)) else {
        return deciding;
    };
    let asks = |finding: &Finding| finding.rule.name == "needs_adviser";
    let asked = findings
        .iter()
        .any(|finding| asks(finding) && waits(finding));
    let doubts = activity.filter(|_| asked);
    let doubts = doubts.map_or(&[][..], |activity| &activity.nature.open);
    let form = activity.map_or(FormId::Activities, |activity| activity.form);
    // The first doubt is the deciding sentence, whichever of them was found first.
    let by_doubt = asks(first) && !doubts.is_empty();
    let mut others: Vec<String> = Vec::new();
    for doubt in doubts.iter().skip(usize::from(by_doubt)) {
        let told = doubt.explanation(form);
        let bare = told.strip_prefix(label(Fate::Waiting)).unwrap_or(&told);
        others.push(bare.trim_start_matches([':', ' ']).to_owned());
    }
    let of_a_doubt = |finding: &Finding| {
        let message = &finding.message.nb;
        let mut doubts = doubts.iter();
        asks(finding) && doubts.any(|doubt| message.starts_with(doubt.question.nb()))
    };
    for finding in findings.iter().skip(usize::from(!by_doubt)) {
        if waits(finding) && !of_a_doubt(finding) {
            others.push(finding.message.nb.to_string());
        }
    }
    if others.is_empty() {
        return deciding;
    }
    [&deciding, " Dessuten: ", &others.join(" ")].concat()
}

/// The adviser sees the row's own words, where a letter sees those of closed lists.
fn explanation(deciding: &Finding, fate: Fate, activity: Option<&Activity<'_>>) -> String {
    let nature = activity.map(|activity| &activity.nature);
    let form = activity.map_or(FormId::Activities, |activity| activity.form);
    let words = match fate {
        Fate::Excluded => nature
            .and_then(|nature| nature.excluded.first())
            .map(|exclusion| exclusion.explanation(form)),
        Fate::Waiting if deciding.rule.name == "needs_adviser" => nature
            .and_then(|nature| nature.open.first())
            .map(|doubt| doubt.explanation(form)),
        Fate::Waiting | Fate::Incomplete | Fate::Counted => None,
    };
    words.unwrap_or_else(|| [label(fate), ": ", &deciding.message.nb].concat())
}

fn label(fate: Fate) -> &'static str {
    match fate {
        Fate::Counted => "Medregnet",
        Fate::Waiting => "Til avklaring",
        Fate::Incomplete => "Mangelfull",
        Fate::Excluded => "Ikke medregnet",
    }
}

/// The texts of a row as typed, with what is personal in them masked.
pub(crate) fn text(form: &HeardForm<'_>, report: &Report, row: &Row) -> RowText {
    // What is personal and does not belong here goes no further than this.
    let cell = |field| form.masked(field, row.told(field));
    let head = |field| form.masked(field, report.told(field));
    let (title, kind, leader, date) = match report.form {
        FormId::MeetingPlace => (
            head(Field::MeetingPlaceName),
            cell(Field::Type),
            cell(Field::Leader),
            cell(Field::Date),
        ),
        FormId::Visits => (
            head(Field::PersonName),
            cell(Field::ContactKind),
            head(Field::PersonName),
            cell(Field::Date),
        ),
        FormId::PeerSupporters => (
            cell(Field::Name),
            SmolStr::default(),
            SmolStr::default(),
            cell(Field::Appointed),
        ),
        FormId::Activities | FormId::AnnualReport => (
            cell(Field::Title),
            cell(Field::Type),
            cell(Field::Leader),
            cell(Field::Date),
        ),
    };
    RowText {
        title,
        kind,
        theme: cell(Field::Theme),
        sharing: cell(Field::Sharing),
        venue: match row.text(Field::Venue) {
            Some(_) => cell(Field::Venue),
            None => head(Field::Venue),
        },
        organiser: cell(Field::Organiser),
        leader,
        date,
        details: match report.form {
            FormId::PeerSupporters => details(cell),
            FormId::AnnualReport | FormId::MeetingPlace | FormId::Activities | FormId::Visits => {
                SmolStr::default()
            }
        },
    }
}

/// What of a person weighs beside the name.
fn details(cell: impl Fn(Field) -> SmolStr) -> SmolStr {
    let columns = [
        ("Telefon", Field::Phone),
        ("Aktiv", Field::Active),
        ("Ulønnet", Field::Unpaid),
    ];
    let filled = columns
        .into_iter()
        .map(|(label, field)| (label, cell(field)))
        .filter(|(_, text)| !text.is_empty());
    let told: Vec<String> = filled
        .map(|(label, text)| format!("{label}: {text}"))
        .collect();
    told.join(" · ").into()
}
