//! Totals per chapter, county, region and in all, as plain types.

use crate::basis::Basis;
use crate::facts;
use crate::frame::{AddUpError, Frame, Level};
use crate::people::{self, MergedPerson};
use crate::roll::Roll;

#[cfg(test)]
mod tests;

/// What the chapters add up to.
///
/// A peer supporter listed by several chapters stands under the first of them by
/// chapter number, so that at every level the parts add up to the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Everything.
    pub all: Figures,
    /// Per region, in the register's order.
    pub regions: Vec<Group>,
    /// Per county, in the order of the regions.
    pub counties: Vec<Group>,
    /// Per chapter, by number.
    pub chapters: Vec<Group>,
    /// The distinct peer supporters, by chapter and name.
    pub people: Vec<MergedPerson>,
}

/// The figures of one region, county or chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The chapter's number; the name again for regions and counties.
    pub key: String,
    /// The name that people know.
    pub name: String,
    /// The region that it lies in; its own name for a region.
    pub region: String,
    /// The county that it lies in; empty for a region.
    pub county: String,
    /// The figures.
    pub figures: Figures,
}

/// What is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Chapters of the register that lived on 31 December of the basis year.
    pub chapters_expected: u32,
    /// Chapters that have handed in at least one form that could be read.
    pub chapters_delivered: u32,
    /// Chapters that count (§ 8).
    pub chapters_counted: u32,
    /// Activity days of groups.
    pub days_group: u32,
    /// Activity days of courses.
    pub days_course: u32,
    /// Activity days of outreach.
    pub days_outreach: u32,
    /// Participants, added up over the activity days.
    pub participants: u64,
    /// Minutes, added up over the activity days.
    pub minutes: u64,
    /// Distinct peer supporters.
    pub peer_supporters: u32,
    /// Peer supporters on the chapters' lists before the same person was merged.
    pub people_listed: u32,
    /// Rows that are in the totals.
    pub rows_counted: u32,
    /// Rows that would count, were it not for the form that they stand in.
    pub rows_held: u32,
    /// Rows that await a decision.
    pub rows_waiting: u32,
    /// Rows that could count if mended.
    pub rows_incomplete: u32,
    /// Rows that do not count.
    pub rows_excluded: u32,
    /// Members that the counted chapters have told, for comparison.
    pub members_reported: u64,
}

impl Figures {
    /// Activity days of all kinds.
    pub fn days(&self) -> u32 {
        self.days_group + self.days_course + self.days_outreach
    }

    /// Whether there is more than noughts to tell of a region: of chapters without one
    /// there is mostly nothing, and the held rows of a chapter that nobody knows are no
    /// region's.
    pub fn are_worth_telling(&self) -> bool {
        self.chapters_expected > 0
            || self.chapters_delivered > 0
            || self.days() > 0
            || self.peer_supporters > 0
    }

    /// Rows that came, in the deliveries that stand today.
    pub fn rows(&self) -> u32 {
        self.rows_counted
            + self.rows_held
            + self.rows_waiting
            + self.rows_incomplete
            + self.rows_excluded
    }
}

/// Adds up everything that was accepted in the basis year.
///
/// The result does not depend on the order of hearings or accepted chapters.
pub fn add_up(basis: &Basis<'_>) -> Result<Totals, AddUpError> {
    let roll = Roll::of(basis);
    let people = people::merge(basis);
    let frame = Frame::of(&facts::gather(basis, &roll, &people))?;
    let all = figures(&frame, Level::All, 1)?;
    Ok(Totals {
        all: all.into_iter().next().unwrap_or_default(),
        regions: regions(&roll, figures(&frame, Level::Region, roll.regions.len())?),
        counties: counties(&roll, figures(&frame, Level::County, roll.counties.len())?),
        chapters: chapters(&roll, figures(&frame, Level::Chapter, roll.seats.len())?),
        people,
    })
}

/// The figures of every group of a level, those without any facts too.
fn figures(frame: &Frame, level: Level, groups: usize) -> Result<Vec<Figures>, AddUpError> {
    let mut all = vec![Figures::default(); groups];
    for sum in frame.sums(level)? {
        let group = usize::try_from(sum.group).unwrap_or(usize::MAX);
        if let Some(figures) = all.get_mut(group) {
            sum.measure.write(figures, sum.amount);
        }
    }
    Ok(all)
}

fn regions(roll: &Roll<'_>, figures: Vec<Figures>) -> Vec<Group> {
    roll.regions
        .iter()
        .zip(figures)
        .map(|(region, figures)| Group {
            key: (*region).to_owned(),
            name: (*region).to_owned(),
            region: (*region).to_owned(),
            county: String::new(),
            figures,
        })
        .collect()
}

fn counties(roll: &Roll<'_>, figures: Vec<Figures>) -> Vec<Group> {
    let mut groups: Vec<(u32, Group)> = roll
        .counties
        .iter()
        .zip(figures)
        .map(|(county, figures)| {
            let group = Group {
                key: county.name.to_owned(),
                name: county.name.to_owned(),
                region: roll.region_name(county.region).to_owned(),
                county: county.name.to_owned(),
                figures,
            };
            (county.region, group)
        })
        .collect();
    groups.sort_by_key(|(region, _)| *region);
    groups.into_iter().map(|(_, group)| group).collect()
}

fn chapters(roll: &Roll<'_>, figures: Vec<Figures>) -> Vec<Group> {
    roll.seats
        .iter()
        .zip(figures)
        .map(|(seat, figures)| Group {
            key: seat.number.to_owned(),
            name: seat.name.to_owned(),
            region: roll.region_name(seat.region).to_owned(),
            county: roll.county_name(seat.county).to_owned(),
            figures,
        })
        .collect()
}
