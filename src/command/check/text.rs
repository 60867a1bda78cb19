//! The judgement for people, in Norwegian.

use std::fmt::Write as _;

use samlerapport_validate::{Fate, Finding, JudgedForm, Scope, Severity, Verdict, stretches};

use super::decisions::Told;
use super::hearing::Case;

/// What is printed.
pub(super) fn report(cases: &[Case], decided: &[Told]) -> String {
    let mut text: String = decided.iter().map(Told::to_text).collect();
    for case in cases {
        for form in &case.hearing.forms {
            write_form(&mut text, case, form);
        }
    }
    text
}

fn write_form(text: &mut String, case: &Case, form: &JudgedForm) {
    let title = form.form.map_or("Ukjent skjema", |id| id.form().title);
    let chapter = case.chapter.as_deref().unwrap_or("ukjent lag");
    line(
        text,
        &format!("{} ({title}, {chapter}, {})", form.file, case.basis_year),
    );
    line(text, &format!("  {}{}", verdict(form.verdict), rows(form)));
    for finding in &form.findings {
        write_finding(text, form, finding);
    }
    text.push('\n');
}

fn write_finding(text: &mut String, form: &JudgedForm, finding: &Finding) {
    let mark = match finding.severity {
        Severity::Error => "Må rettes",
        Severity::Wait => "Til avklaring",
        Severity::Remark => "Merknad",
    };
    let rule = finding.rule;
    line(
        text,
        &format!("  {mark}: {} [{}]", finding.message.nb, rule.code),
    );
    if !finding.spots.is_empty() {
        line(text, &format!("    Hvor: {}", places(form, finding)));
    }
    line(text, &format!("    Hva du kan gjøre: {}", rule.remedy.nb));
}

/// A finding of a row names rows; one of the form names cells.
fn places(form: &JudgedForm, finding: &Finding) -> String {
    const MOST: usize = 12;
    let stretches = stretches(&finding.spots);
    let mut names: Vec<String> = stretches
        .iter()
        .take(MOST)
        .map(|stretch| {
            let (first, last) = (stretch.first.place, stretch.last);
            let sheet = form.sheets.get(usize::from(first.sheet));
            let sheet = sheet.map_or("", String::as_str);
            let alone = first == last;
            match finding.rule.scope {
                Scope::Row if alone => format!("{sheet}, rad {}", first.row),
                Scope::Row => format!("{sheet}, rad {}–{}", first.row, last.row),
                Scope::Report if alone => format!("{sheet}, celle {first}"),
                Scope::Report => format!("{sheet}, celle {first}–{last}"),
            }
        })
        .collect();
    names.dedup();
    let rest = stretches.iter().skip(MOST);
    let more: usize = rest.map(|stretch| stretch.spots).sum();
    if more > 0 {
        names.push(format!("og {more} til"));
    }
    names.join("; ")
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Accepted => "Godtatt.",
        Verdict::AcceptedWithRemarks => "Godtatt med merknader.",
        Verdict::Waiting => "Venter på avklaring.",
        Verdict::Returned => "Må rettes og sendes på nytt.",
    }
}

fn rows(form: &JudgedForm) -> String {
    if form.rows.is_empty() {
        return String::new();
    }
    let count = |fate: Fate| form.rows.iter().filter(|row| row.fate == fate).count();
    format!(
        " Rader: {} medregnet, {} ikke medregnet, {} mangelfulle, {} til avklaring.",
        count(Fate::Counted),
        count(Fate::Excluded),
        count(Fate::Incomplete),
        count(Fate::Waiting)
    )
}

fn line(text: &mut String, content: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{content}");
}
