//! Fires when the same person stands twice in form 4: spellings of one name and no other
//! telephone, or one telephone and one first name.

use samlerapport_ingest::Field;
use std::collections::BTreeMap;

use super::Content;
use crate::decided_rows::Way;
use crate::hearing::Fate;
use crate::people::{Person, one_person, words};
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "person_listed_twice",
    code: "K092",
    title: Words {
        nb: "Samme likeperson er ført to ganger",
        nn: "Same likeperson er ført to gonger",
    },
    why: Words {
        nb: "Hver likeperson teller én gang (forskriften § 13).",
        nn: "Kvar likeperson tel éin gong (forskrifta § 13).",
    },
    remedy: Words {
        nb: "Er det to personer, så skriv fullt navn og telefonnummer til begge.",
        nn: "Er det to personar, så skriv fullt namn og telefonnummer til begge.",
    },
    scope: Scope::Row,
    severity: Severity::Error,
    mendable: false,
    since: 2023,
    trial: false,
    rests_on: Basis::Law,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    let mut known: Vec<Known<'_>> = Vec::new();
    // Those who may be one share a word of the name, or the telephone.
    let mut by_sign: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for person in people(scene, remarks) {
        let told = Known {
            words: words(&person.folded),
            phone: person.phone.as_deref(),
        };
        let signs = || told.words.iter().map(String::as_str).chain(told.phone);
        let mut alike = signs().filter_map(|sign| by_sign.get(sign)).flatten();
        if alike.any(|at| known.get(*at).is_some_and(|other| told.is(other))) {
            // An adviser had said that they are two, and the row has changed since.
            let severity = if person.decided_before == Some(Way::Counts) {
                Severity::Wait
            } else {
                Severity::Error
            };
            remarks.of_row_as(
                severity,
                person.id,
                person.spot(Field::Name),
                MESSAGE.into(),
            );
            continue;
        }
        for sign in signs() {
            by_sign
                .entry(sign.to_owned())
                .or_default()
                .push(known.len());
        }
        known.push(told);
    }
}

struct Known<'p> {
    words: Vec<String>,
    phone: Option<&'p str>,
}

impl Known<'_> {
    fn is(&self, other: &Self) -> bool {
        one_person((&self.words, self.phone), (&other.words, other.phone))
    }
}

/// The people who could count: those that do first, then those with a telephone, and
/// for the rest by what their rows say, never by where they stand.
fn people<'s, 'a>(scene: &'s Scene<'a>, remarks: &Remarks<'_>) -> Vec<&'s Person<'a>> {
    let held = remarks.held_forms();
    let mut rows: Vec<_> = scene
        .people
        .iter()
        .filter_map(|person| {
            let form = scene.form(person.id.form)?;
            let fate = remarks.fate_so_far(person.id);
            let could =
                form.speaks_for_the_year() && fate != Fate::Excluded && !person.folded.is_empty();
            let order = (fate, held.contains(&form.index), person.phone.is_none());
            could.then_some((order, form, person))
        })
        .collect();
    // Many tie, so what each row says is gathered once.
    rows.sort_by_cached_key(|(order, form, person)| (*order, Content::of(form, person.row)));
    rows.into_iter().map(|(_, _, person)| person).collect()
}

const MESSAGE: Words = Words {
    nb: "Likepersonen står i en rad til.",
    nn: "Likepersonen står i ei rad til.",
};
