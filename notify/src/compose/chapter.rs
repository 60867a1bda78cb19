//! What a chapter is told about its forms.

use samlerapport_ingest::{Chapter, FormId, Language, Register};
use samlerapport_validate::{Accepted, Finding, Hearing, JudgedForm, Scope, Severity, Standing};
use serde::Serialize;

use super::places::places;
use super::{ComposeError, Composer, Envelope, LetterSettings, norwegian};
use crate::calm::short_line;
use crate::letter::{Letter, LetterKind};
use crate::points::{self, ToldPoint};
use crate::recipients::{adviser_names, chapter_route};

mod progress;
#[cfg(test)]
mod tests;

pub use progress::Since;

/// Why the hall asks for a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// Something came from the chapter, or was judged anew.
    News,
    /// The date comes near, and the chapter's forms have not come.
    Reminder,
}

/// What the templates are given.
#[derive(Serialize)]
struct Facts {
    chapter: String,
    /// `mend`, `more`, `wait`, `fine` or `reminder`: which words open the letter.
    state: &'static str,
    detour: bool,
    /// What became of the letter before.
    progress: Option<progress::Progress>,
    arrived: Vec<Arrived>,
    /// The forms that the adviser has on paper.
    on_paper: Vec<&'static str>,
    mend: Vec<Sheaf>,
    wait: Vec<Sheaf>,
    excluded: Vec<Sheaf>,
    remarks: Vec<Sheaf>,
    missing: Vec<Point>,
    awaited: Awaited,
    to_do: usize,
    days: usize,
    people: usize,
    chapter_counts: bool,
    deadline: String,
    deadline_passed: bool,
    advisers: String,
}

/// Forms that may still come; none once a finding says that they have not.
#[derive(Serialize)]
struct Awaited {
    forms: Vec<&'static str>,
    /// Whether some of what came cannot count until they do.
    hold_back: bool,
}

/// A form that came.
#[derive(Serialize)]
struct Arrived {
    form: Option<&'static str>,
    file: String,
    verdict: &'static str,
}

/// What is said about one form.
#[derive(Serialize)]
struct Sheaf {
    form: Option<&'static str>,
    file: String,
    points: Vec<Point>,
}

/// One finding in words.
#[derive(Serialize)]
struct Point {
    number: usize,
    code: &'static str,
    title: &'static str,
    message: String,
    place: String,
    why: &'static str,
    remedy: &'static str,
}

/// What becomes of a finding in the letter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Mend,
    Wait,
    Excluded,
    Remark,
}

impl Composer {
    /// The letter to the chapter that was heard; `None` when there is nothing to
    /// say: the chapter is not in the register, or it has handed in nothing and is
    /// not to be reminded.
    pub fn chapter_letter(
        &self,
        settings: &LetterSettings,
        register: &Register,
        hearing: &Hearing,
        occasion: Occasion,
    ) -> Result<Option<Letter>, ComposeError> {
        self.next_chapter_letter(settings, register, hearing, (occasion, Since::default()))
    }

    /// The same, to a chapter that has had letters: it says what was solved since.
    pub fn next_chapter_letter(
        &self,
        settings: &LetterSettings,
        register: &Register,
        hearing: &Hearing,
        (occasion, since): (Occasion, Since<'_>),
    ) -> Result<Option<Letter>, ComposeError> {
        let number = hearing.chapter.as_deref().unwrap_or_default();
        let Some(chapter) = register.chapter(number) else {
            return Ok(None);
        };
        let forms = standing(hearing);
        let owes = !hearing.findings.is_empty() || !hearing.awaited.is_empty();
        if forms.is_empty() && (occasion == Occasion::News || !owes) {
            return Ok(None);
        }
        let kind = LetterKind::Chapter(chapter.number.clone());
        let Some(route) = chapter_route(register, chapter) else {
            return Err(ComposeError::NobodyToTell(kind));
        };
        let advisers = norwegian::list(&adviser_names(register, &chapter.region), "eller");
        let mut facts = facts(settings, chapter, hearing, &forms);
        facts.detour = route.detour;
        facts.advisers = advisers;
        let points = points(hearing, &forms);
        facts.progress = progress::progress(since, &points, chapter.language);
        let mut news = news(&facts, hearing, &forms);
        news.extend(since.repeated.map(|on| format!("\nigjen {on}")));
        let envelope = Envelope {
            kind,
            route,
            language: chapter.language,
        };
        let letter = self.write(envelope, settings, &facts, &news)?;
        Ok(Some(Letter { points, ..letter }))
    }
}

/// What the letter asks the chapter to mend, cell by cell.
fn points(hearing: &Hearing, forms: &[&JudgedForm]) -> Vec<ToldPoint> {
    let mut points = Vec::new();
    for form in forms {
        let to_mend: Vec<&Finding> = form
            .findings
            .iter()
            .filter(|finding| section(finding) == Section::Mend)
            .filter(|finding| {
                let needs = finding.needs();
                !needs.is_some_and(|form| hearing.awaited.contains(&form))
            })
            .collect();
        // The keys cost more than all else here, and most forms have nothing to mend.
        let keys = if to_mend.is_empty() {
            Vec::new()
        } else {
            form.row_keys()
        };
        for finding in to_mend {
            points.extend(points::of_form(form, finding, &keys));
        }
    }
    points.extend(hearing.findings.iter().map(points::of_chapter));
    points
}

fn facts(
    settings: &LetterSettings,
    chapter: &Chapter,
    hearing: &Hearing,
    forms: &[&JudgedForm],
) -> Facts {
    let language = chapter.language;
    let heard = Heard {
        forms,
        awaited: &hearing.awaited,
        language,
    };
    let mut count = 0;
    let mend = heard.sheaves(Section::Mend, &mut count);
    let missing: Vec<Point> = hearing
        .findings
        .iter()
        .map(|finding| point(finding, String::new(), language, &mut count))
        .collect();
    let to_do = count;
    let wait = heard.sheaves(Section::Wait, &mut 0);
    let awaited = heard.awaited(hearing.findings.is_empty());
    let state = match (to_do, awaited.forms.is_empty(), wait.is_empty()) {
        _ if forms.is_empty() => "reminder",
        (0, true, true) => "fine",
        (0, true, false) => "wait",
        (0, false, _) => "more",
        (_, _, _) => "mend",
    };
    let accepted = Accepted::of(hearing);
    Facts {
        chapter: chapter.name.clone(),
        state,
        detour: false,
        progress: None,
        arrived: forms.iter().map(|form| arrived(form, language)).collect(),
        on_paper: hearing
            .on_paper
            .iter()
            .map(|paper| norwegian::form_title(paper.form, language))
            .collect(),
        mend,
        wait,
        excluded: heard.sheaves(Section::Excluded, &mut 0),
        remarks: heard.sheaves(Section::Remark, &mut 0),
        missing,
        awaited,
        to_do,
        days: accepted.as_ref().map_or(0, |all| all.days().len()),
        people: accepted.as_ref().map_or(0, |all| all.people().len()),
        chapter_counts: accepted.is_some_and(|all| all.counted().is_some()),
        deadline: norwegian::date(settings.deadline),
        deadline_passed: settings.today > settings.deadline,
        advisers: String::new(),
    }
}

/// The forms that stand for the chapter today.
fn standing(hearing: &Hearing) -> Vec<&JudgedForm> {
    hearing
        .forms
        .iter()
        .filter(|form| matches!(form.standing, Standing::Current))
        .collect()
}

fn section(finding: &Finding) -> Section {
    match (finding.severity, finding.rule.scope) {
        (Severity::Remark, _) => Section::Remark,
        (Severity::Wait | Severity::Error, _) if finding.rule.mendable => Section::Mend,
        (Severity::Wait, _) => Section::Wait,
        (Severity::Error, Scope::Report) => Section::Mend,
        (Severity::Error, Scope::Row) => Section::Excluded,
    }
}

/// A chapter's forms, with what is still to come.
struct Heard<'a> {
    forms: &'a [&'a JudgedForm],
    awaited: &'a [FormId],
    language: Language,
}

impl Heard<'_> {
    fn sheaves(&self, wanted: Section, count: &mut usize) -> Vec<Sheaf> {
        let mut sheaves = Vec::new();
        for form in self.forms {
            let points: Vec<Point> = form
                .findings
                .iter()
                .filter(|finding| section(finding) == wanted && !self.waits_for_form(finding))
                .map(|finding| {
                    let place = places(form, &finding.spots, self.language);
                    point(finding, place, self.language, count)
                })
                .collect();
            if !points.is_empty() {
                sheaves.push(Sheaf {
                    form: form.form.map(|id| norwegian::form_title(id, self.language)),
                    file: short_line(&form.file, super::FILE_NAME),
                    points,
                });
            }
        }
        sheaves
    }

    /// Whether it is enough to ask for a form that has not come.
    fn waits_for_form(&self, finding: &Finding) -> bool {
        finding
            .needs()
            .is_some_and(|form| self.awaited.contains(&form))
    }

    fn awaited(&self, may_still_come: bool) -> Awaited {
        let forms: Vec<_> = self
            .awaited
            .iter()
            .filter(|_| may_still_come)
            .map(|form| norwegian::form_title(*form, self.language))
            .collect();
        let mut findings = self.forms.iter().flat_map(|form| &form.findings);
        Awaited {
            hold_back: !forms.is_empty() && findings.any(|finding| self.waits_for_form(finding)),
            forms,
        }
    }
}

fn point(finding: &Finding, place: String, language: Language, count: &mut usize) -> Point {
    *count += 1;
    Point {
        number: *count,
        code: finding.rule.code,
        title: norwegian::words(finding.rule.title, language),
        message: norwegian::text(&finding.message, language).to_owned(),
        place,
        why: norwegian::words(finding.rule.why, language),
        remedy: norwegian::words(finding.rule.remedy, language),
    }
}

fn arrived(form: &JudgedForm, language: Language) -> Arrived {
    Arrived {
        form: form.form.map(|id| norwegian::form_title(id, language)),
        file: short_line(&form.file, super::FILE_NAME),
        verdict: form.verdict.key(),
    }
}

/// The news in a form that does not change with wording, addresses or the day.
fn news(facts: &Facts, hearing: &Hearing, forms: &[&JudgedForm]) -> String {
    let mut lines = vec![format!(
        "{} {} {} {} {}",
        facts.state, facts.detour, facts.days, facts.people, facts.chapter_counts
    )];
    for form in forms {
        let id = form.form.map_or("-", FormId::key);
        lines.push(format!("{id} {} {}", form.sha256, form.verdict.key()));
        lines.extend(form.findings.iter().map(line));
    }
    lines.extend(hearing.findings.iter().map(line));
    lines.extend(hearing.awaited.iter().map(|form| form.key().to_owned()));
    let papers = hearing.on_paper.iter();
    lines.extend(papers.map(|paper| format!("papir {}", paper.form.key())));
    lines.join("\n")
}

fn line(finding: &Finding) -> String {
    let spots: Vec<String> = finding
        .spots
        .iter()
        .map(|spot| format!("{}:{}", spot.place.sheet, spot.place))
        .collect();
    format!(
        "{} {:?} {}",
        finding.rule.code,
        finding.severity,
        spots.join(",")
    )
}
