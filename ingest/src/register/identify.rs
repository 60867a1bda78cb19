//! Which chapter a report is from, by all that it tells of itself.

use super::names::{Fit, Names};
use super::{Identified, Register};
use crate::chapter::Chapter;
use crate::county::county;
use crate::fold::folded_name;
use crate::form::Field;
use crate::organisation_number::organisation_number_digits;
use crate::report::Report;

/// Weighs the hidden number, the organisation number and the name. They must
/// not contradict each other: a blank copied from the neighbours carries the
/// neighbours' hidden number.
pub(super) fn identify<'a>(register: &'a Register, report: &Report) -> Identified<'a> {
    let hidden = report
        .hidden_chapter
        .as_deref()
        .and_then(|number| register.chapter(number.trim()));
    let number = report
        .text(Field::OrganisationNumber)
        .and_then(organisation_number_digits);
    let numbered = number.and_then(|number| by_number(register, &number));
    let name = report.text(Field::ChapterName).map(str::trim);
    let name = name.filter(|name| !folded_name(name).is_empty());
    match (hidden, numbered) {
        (Some(one), Some(other)) if one.number != other.number => Identified::Uncertain,
        (Some(chapter), _) | (None, Some(chapter)) => confirmed(register, chapter, name),
        (None, None) => match name {
            Some(name) => by_name(register, report, name),
            None => Identified::Unknown,
        },
    }
}

fn by_number<'a>(register: &'a Register, digits: &str) -> Option<&'a Chapter> {
    let mut chapters = register.chapters.iter();
    chapters.find(|chapter| chapter.organisation_number.as_deref() == Some(digits))
}

/// A chapter found by a number, if the name does not speak against it.
fn confirmed<'a>(
    register: &'a Register,
    chapter: &'a Chapter,
    name: Option<&str>,
) -> Identified<'a> {
    let Some(name) = name else {
        return Identified::Chapter(chapter);
    };
    if name == chapter.name {
        return Identified::Chapter(chapter);
    }
    let names = Names::of(register);
    match names.fit(chapter, name) {
        Fit::Same | Fit::Near | Fit::Part => Identified::Chapter(chapter),
        Fit::Other => Identified::Uncertain,
    }
}

/// A chapter found by its name alone, with county and municipality where
/// several have the same.
fn by_name<'a>(register: &'a Register, report: &Report, name: &str) -> Identified<'a> {
    let mut chapters = register.chapters.iter();
    let exact = |chapter: &&Chapter| chapter.name == name;
    let found = match (chapters.find(exact), chapters.find(exact)) {
        (Some(chapter), None) => vec![chapter],
        _ => Names::of(register).find(register, name),
    };
    match found.as_slice() {
        [] => Identified::Unknown,
        [chapter] => Identified::Chapter(chapter),
        several => match nearby(several, report).as_slice() {
            [chapter] => Identified::Chapter(chapter),
            _ => Identified::Uncertain,
        },
    }
}

/// Those of several chapters that lie where the report says.
fn nearby<'a>(several: &[&'a Chapter], report: &Report) -> Vec<&'a Chapter> {
    let folded = |field| report.text(field).map(folded_name);
    let municipality = folded(Field::Municipality);
    let typed_county = report.text(Field::County);
    let mut left = several.to_vec();
    if let Some(municipality) = municipality {
        left.retain(|chapter| folded_name(&chapter.municipality) == municipality);
    }
    if let Some(typed) = typed_county {
        let possible = county(typed).possible();
        left.retain(|chapter| possible.contains(&chapter.county.as_str()));
    }
    left
}
