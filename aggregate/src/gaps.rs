//! Gaps: what is missing, what to do, and the points lost while it stays open.

use samlerapport_ingest::FormId;
use samlerapport_validate::Text;

use crate::basis::Basis;
use crate::points::Criterion;
use crate::roll::{NO_REGION, Roll, order};
use crate::totals::Totals;

mod forms;
mod rows;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use rows::decisive;

/// Something that a chapter, or its adviser, can still mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// What kind of gap it is.
    pub kind: GapKind,
    /// The chapter's number; empty when nobody knows the chapter yet.
    pub chapter: String,
    /// The chapter's name.
    pub chapter_name: String,
    /// Its region.
    pub region: String,
    /// The form that it is about; `None` when the file's form is not known either.
    pub form: Option<FormId>,
    /// What is missing, as one short sentence; quotes no free text.
    pub missing: Text,
    /// What to do about it.
    pub remedy: Text,
    /// Whether the adviser alone can settle it: the chapter has nothing to mend.
    pub for_adviser: bool,
    /// What would count if it were mended.
    pub worth: Worth,
    /// Gross points that `worth` would add at today's totals.
    pub price: u64,
    /// Whether it may be worth more: nobody knows what stands in a form not seen.
    pub at_least: bool,
    /// How many rows it is about; 0 when it is about a form.
    pub rows: u32,
    /// The file that it stands in; empty when none came.
    pub file: String,
    /// The delivery that it stands in.
    pub delivery: Option<i64>,
}

/// The kinds of gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GapKind {
    /// The chapter has handed in nothing.
    NothingDelivered,
    /// A form has not come.
    FormMissing,
    /// A form came on paper, and nobody has typed it in.
    OnPaper,
    /// A form came and waits, or was returned: what is sound in it is held back.
    FormHeld,
    /// Rows that await a decision.
    RowsWaiting,
    /// Rows that could count if mended.
    RowsIncomplete,
    /// A file whose form or chapter could not be made out.
    FileUnplaced,
}

/// What a gap would add to the counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Worth {
    /// Chapters.
    pub chapters: u32,
    /// Peer supporters.
    pub peer_supporters: u32,
    /// Activity days.
    pub days: u32,
}

/// What all gaps together would add.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outstanding {
    /// How many gaps.
    pub gaps: u32,
    /// What they would add to the counts, at least.
    pub worth: Worth,
    /// The points of that; not the sum of the prices, since the bands fall.
    pub points: u64,
}

impl Worth {
    /// The gross points that this would add at today's totals.
    pub fn points(&self, totals: &Totals) -> u64 {
        let today = &totals.all;
        Criterion::Chapters.more(today.chapters_counted, self.chapters)
            + Criterion::PeerSupporters.more(today.peer_supporters, self.peer_supporters)
            + Criterion::ActivityDays.more(today.days(), self.days)
    }
}

impl Gap {
    /// A gap that is not about rows of a file; the price is set when all are known.
    fn new(roll: &Roll<'_>, kind: GapKind, chapter: &str, form: Option<FormId>) -> Self {
        let seat = roll.seat_of(chapter);
        Self {
            kind,
            chapter: chapter.to_owned(),
            chapter_name: seat.map_or(chapter, |seat| seat.name).to_owned(),
            region: seat
                .map_or(NO_REGION, |seat| roll.region_name(seat.region))
                .to_owned(),
            form,
            missing: words::none(),
            remedy: words::none(),
            for_adviser: kind == GapKind::RowsWaiting,
            worth: Worth::default(),
            price: 0,
            at_least: false,
            rows: 0,
            file: String::new(),
            delivery: None,
        }
    }

    /// Where it stands among gaps of the same price and chapter.
    fn place(&self) -> (Option<FormId>, GapKind, Option<i64>, &str) {
        (self.form, self.kind, self.delivery, &self.missing.nb)
    }
}

/// All gaps, the dearest first, then by chapter and form.
pub fn gaps(basis: &Basis<'_>, totals: &Totals) -> Vec<Gap> {
    let roll = Roll::of(basis);
    let mut all = forms::not_there(basis, &roll);
    for hearing in basis.heard() {
        for form in &hearing.forms {
            all.extend(forms::held(basis, &roll, hearing, form));
            all.extend(rows::open(&roll, hearing, form));
        }
    }
    for gap in &mut all {
        gap.price = gap.worth.points(totals);
    }
    all.sort_by(|one, other| {
        (other.price.cmp(&one.price))
            .then_with(|| order(&one.chapter).cmp(&order(&other.chapter)))
            .then_with(|| one.place().cmp(&other.place()))
    });
    all
}

/// What these gaps are worth together at today's totals.
pub fn outstanding(gaps: &[Gap], totals: &Totals) -> Outstanding {
    let mut worth = Worth::default();
    for gap in gaps {
        worth.chapters += gap.worth.chapters;
        worth.peer_supporters += gap.worth.peer_supporters;
        worth.days += gap.worth.days;
    }
    Outstanding {
        gaps: u32::try_from(gaps.len()).unwrap_or(u32::MAX),
        worth,
        points: worth.points(totals),
    }
}
