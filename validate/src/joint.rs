//! Activities that two chapters tell of: a joint arrangement, which counts once.
//!
//! Chapters are heard one by one. What they say is compared afterwards, and a chapter
//! that shares an activity is heard again with the shared rows handed in. Which of them
//! keeps the day must not hang on what came first, and no chapter may take a day from
//! another by how it writes. So the adviser's word goes first, then the place that both
//! rows name, when it is one chapter's own municipality and not the other's, then the
//! chapter's number in the register; and the row that gives way is not shut out, it
//! waits for the adviser. Only a row that keeps its own day can make another wait. A row
//! that waits for something else gives way to one that counts, and is told too: an adviser
//! who lets it count must know that the day may be another chapter's.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};
use samlerapport_ingest::{Chapter, FormId, Place, Register, folded_name};
use serde::{Deserialize, Serialize};

use crate::hearing::{ActivityKind, Fate, Hearing, JudgedForm, JudgedRow};
use crate::people::words;

mod likeness;

use likeness::{Likeness, Sign, Texts};

/// A row of a chapter that another chapter tells of too.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Joint {
    /// The delivery that the row stands in.
    pub delivery: i64,
    /// The row's first cell.
    pub place: Place,
    /// The number of the other chapter: of those whose row counts, when this one does not.
    pub other: String,
    /// Whether it goes first here: it counts here, and not there.
    pub counts_here: bool,
    /// Whether it waits there for something else: nobody counts it yet.
    pub other_waits: bool,
}

/// The rows that chapters share, by the chapter's number. What a hearing was told of
/// shared rows before makes no difference.
pub fn joint<'h>(
    hearings: impl Iterator<Item = &'h Hearing>,
    register: &'h Register,
) -> BTreeMap<String, Vec<Joint>> {
    let mut texts = Texts::of(register.chapters.iter());
    let mut claims = Vec::new();
    for hearing in hearings {
        let number = hearing.chapter.as_deref();
        if let Some(chapter) = number.and_then(|number| register.chapter(number)) {
            claims.extend(claims_of(hearing, chapter, &mut texts));
        }
    }
    let mut shared: BTreeMap<String, Vec<Joint>> = BTreeMap::new();
    for (one, joint) in settled(&claims) {
        if let Some(claim) = claims.get(one) {
            let rows = shared.entry(claim.number.to_owned()).or_default();
            rows.push(joint);
        }
    }
    for rows in shared.values_mut() {
        rows.sort();
        rows.dedup();
    }
    shared
}

/// A row that is in the totals, or may come to be.
struct Claim<'h> {
    number: &'h str,
    decided: bool,
    /// Whether it waits for something else.
    open: bool,
    days: Vec<NaiveDate>,
    start: Option<NaiveTime>,
    delivery: i64,
    place: Place,
    likeness: Likeness,
    sha256: &'h str,
}

type Slot = (NaiveDate, Option<NaiveTime>);

impl Claim<'_> {
    fn slots(&self) -> impl Iterator<Item = Slot> {
        self.days.iter().map(|day| (*day, self.start))
    }

    /// What comes first where neither adviser nor place decides.
    fn order(&self) -> (usize, &str, &str, Place) {
        (self.number.len(), self.number, self.sha256, self.place)
    }
}

fn claims_of<'h>(
    hearing: &'h Hearing,
    chapter: &'h Chapter,
    texts: &mut Texts<'h>,
) -> Vec<Claim<'h>> {
    let municipality = words(&folded_name(&chapter.municipality)).into();
    let forms = hearing.forms.iter().filter(|form| form.stands());
    let rows = forms.flat_map(|form| form.rows.iter().map(move |row| (form, row)));
    rows.filter(|(form, row)| is_claim(form, row))
        .map(|(form, row)| Claim {
            number: &chapter.number,
            // A row that the chapter is asked about is decided about by nobody yet.
            decided: row.decided && row.fate_alone == Fate::Counted,
            open: row.fate_alone == Fate::Waiting,
            days: own_days(row),
            start: row.times.0,
            delivery: form.delivery,
            place: row.place,
            likeness: texts.likeness(&row.text, &municipality),
            sha256: &form.sha256,
        })
        .collect()
}

/// Conversations between two are nobody's joint arrangement.
fn is_claim(form: &JudgedForm, row: &JudgedRow) -> bool {
    let arranged = matches!(row.kind, ActivityKind::Group | ActivityKind::Course);
    let may_count = matches!(row.fate_alone, Fate::Counted | Fate::Waiting);
    let dated = matches!(form.form, Some(form) if form != FormId::PeerSupporters);
    arranged && dated && may_count
}

fn own_days(row: &JudgedRow) -> Vec<NaiveDate> {
    let mut days = row.dates.clone();
    days.retain(|day| !row.elsewhere.contains(day));
    days
}

/// Who counts in each pair that is one activity, told to both.
fn settled(claims: &[Claim<'_>]) -> Vec<(usize, Joint)> {
    let pairs = pairs(claims);
    let mut losing: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (one, other) in pairs {
        let (Some(a), Some(b)) = (claims.get(one), claims.get(other)) else {
            continue;
        };
        // What an adviser has decided to count twice counts twice.
        if !(a.decided && b.decided) {
            let (winner, loser) = if goes_first(a, b) {
                (one, other)
            } else {
                (other, one)
            };
            losing.entry(loser).or_default().insert(winner);
        }
    }
    let kept = kept(claims, &losing);
    let mut told = Vec::new();
    for (loser, winners) in &losing {
        if kept.contains(loser) {
            continue;
        }
        for winner in winners.intersection(&kept) {
            let (Some(a), Some(b)) = (claims.get(*winner), claims.get(*loser)) else {
                continue;
            };
            if !a.open {
                told.push((*winner, a.told(b, true)));
            }
            told.push((*loser, b.told(a, false)));
        }
    }
    told
}

impl Claim<'_> {
    fn told(&self, other: &Self, counts_here: bool) -> Joint {
        Joint {
            delivery: self.delivery,
            place: self.place,
            other: other.number.to_owned(),
            counts_here,
            other_waits: other.open,
        }
    }
}

fn goes_first(one: &Claim<'_>, other: &Claim<'_>) -> bool {
    if one.decided != other.decided {
        return one.decided;
    }
    if one.open != other.open {
        return other.open;
    }
    let (here, there) = one.likeness.at_home_with(&other.likeness);
    if here != there {
        return here;
    }
    one.order() < other.order()
}

/// The rows that keep their days: those that give way to none that keeps its own.
fn kept(claims: &[Claim<'_>], losing: &BTreeMap<usize, BTreeSet<usize>>) -> BTreeSet<usize> {
    let mut open: BTreeSet<usize> = losing
        .iter()
        .flat_map(|(loser, winners)| winners.iter().copied().chain([*loser]))
        .collect();
    let mut kept = BTreeSet::new();
    while !open.is_empty() {
        let beaten = |row: &usize| {
            let winners = losing.get(row).into_iter().flatten();
            winners.into_iter().any(|winner| open.contains(winner))
        };
        let mut free: Vec<usize> = open.iter().copied().filter(|row| !beaten(row)).collect();
        if free.is_empty() {
            // Three that beat one another in a ring: the order alone decides.
            let first = open
                .iter()
                .min_by_key(|row| claims.get(**row).map(Claim::order));
            free.extend(first);
        }
        for row in free {
            open.remove(&row);
            kept.insert(row);
        }
        let gives_way = |row: &usize| {
            let winners = losing.get(row).into_iter().flatten();
            winners.into_iter().any(|winner| kept.contains(winner))
        };
        open.retain(|row| !gives_way(row));
    }
    kept
}

/// A chapter holds fewer activities that begin at one minute; beyond these only the
/// first are compared, so that no file makes the comparison long.
const MOST_AT_ONCE: usize = 24;

/// Every pair of rows of two chapters that is one activity, each pair once. Rows meet
/// where day and start are the same and they share a town or much of a leader's name.
fn pairs(claims: &[Claim<'_>]) -> BTreeSet<(usize, usize)> {
    let mut slots: BTreeMap<Slot, Vec<usize>> = BTreeMap::new();
    for (at, claim) in claims.iter().enumerate() {
        for slot in claim.slots() {
            slots.entry(slot).or_default().push(at);
        }
    }
    let mut pairs = BTreeSet::new();
    for rows in slots.values().filter(|rows| rows.len() > 1) {
        let mut by_sign: BTreeMap<Sign<'_>, Vec<usize>> = BTreeMap::new();
        let mut at_once: BTreeMap<&str, usize> = BTreeMap::new();
        for at in rows {
            let Some(claim) = claims.get(*at) else {
                continue;
            };
            let before = at_once.entry(claim.number).or_default();
            *before += 1;
            if *before > MOST_AT_ONCE {
                continue;
            }
            for sign in claim.likeness.signs() {
                let known = by_sign.entry(sign).or_default();
                for other in known.iter() {
                    let Some(before) = claims.get(*other) else {
                        continue;
                    };
                    if before.number != claim.number && before.likeness.is_one_with(&claim.likeness)
                    {
                        pairs.insert((*other.min(at), *other.max(at)));
                    }
                }
                known.push(*at);
            }
        }
    }
    pairs
}
