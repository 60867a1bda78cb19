//! What the counted figures are worth: the bands of §§ 17-20 and the points.

use crate::grant::GrantSettings;
use crate::totals::Totals;

#[cfg(test)]
mod tests;

const MEMBERS: &[Band] = &[
    band(1, 499, 5),
    band(500, 2_999, 4),
    band(3_000, 9_999, 3),
    band(10_000, 19_999, 2),
    open(20_000, 1),
];
const CHAPTERS: &[Band] = &[band(1, 49, 50), band(50, 199, 30), open(200, 10)];
const PEER_SUPPORTERS: &[Band] = &[
    band(1, 24, 60),
    band(25, 49, 45),
    band(50, 149, 30),
    open(150, 15),
];
const ACTIVITY_DAYS: &[Band] = &[
    band(1, 49, 16),
    band(50, 149, 8),
    band(150, 299, 4),
    open(300, 2),
];
/// A telephone service and a digital exchange, whichever there is.
const OTHER_FORMS: &[Band] = &[band(1, 2, 350)];

/// One of the five criteria that give points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Criterion {
    /// Counting members: the central figure, never the chapters' sum.
    Members,
    /// Counting chapters.
    Chapters,
    /// Distinct peer supporters.
    PeerSupporters,
    /// Activity days.
    ActivityDays,
    /// A telephone service, a digital exchange (§ 12): flat points each.
    OtherForms,
}

/// A band of a criterion: each unit in it earns the band's own rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// The first unit of the band, from 1.
    pub from: u32,
    /// The last unit; `None` for the open band.
    pub to: Option<u32>,
    /// Points for each unit.
    pub rate: u32,
}

/// What a count earns in one band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BandPoints {
    /// The band.
    pub band: Band,
    /// How many units fall in it.
    pub units: u32,
    /// What they earn.
    pub points: u64,
}

/// What one criterion earns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionScore {
    /// The criterion.
    pub criterion: Criterion,
    /// The count; `None` for members that nobody has set yet.
    pub count: Option<u32>,
    /// The count split over the bands.
    pub bands: Vec<BandPoints>,
    /// The points of all bands.
    pub points: u64,
}

/// What all criteria earn together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// The five criteria, in the regulation's order.
    pub criteria: Vec<CriterionScore>,
    /// Gross points: the sum of the criteria.
    pub gross: u64,
    /// Net points in tenths: gross times the group factor.
    pub net_tenths: u64,
    /// An estimate in whole kroner, when last year's rate is known; base grant included.
    pub kroner: Option<u64>,
}

impl Criterion {
    /// Every criterion, in the order that people know them.
    pub const ALL: [Self; 5] = [
        Self::Members,
        Self::Chapters,
        Self::PeerSupporters,
        Self::ActivityDays,
        Self::OtherForms,
    ];

    /// The criterion's bands, from the first unit up.
    pub const fn bands(self) -> &'static [Band] {
        match self {
            Self::Members => MEMBERS,
            Self::Chapters => CHAPTERS,
            Self::PeerSupporters => PEER_SUPPORTERS,
            Self::ActivityDays => ACTIVITY_DAYS,
            Self::OtherForms => OTHER_FORMS,
        }
    }

    /// The name on the workbook.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Members => "Medlemmer",
            Self::Chapters => "Lokallag",
            Self::PeerSupporters => "Likepersoner",
            Self::ActivityDays => "Aktivitetsdager",
            Self::OtherForms => "Andre former (telefontjeneste, digitalt tilbud)",
        }
    }

    /// A count split over the bands; bands that it does not reach have no units.
    pub fn split(self, count: u32) -> Vec<BandPoints> {
        self.bands()
            .iter()
            .map(|band| {
                let units = band.units(count);
                BandPoints {
                    band: *band,
                    units,
                    points: u64::from(units) * u64::from(band.rate),
                }
            })
            .collect()
    }

    /// The gross points of a count.
    pub fn points(self, count: u32) -> u64 {
        self.split(count).iter().map(|part| part.points).sum()
    }

    /// What `more` units beyond today's count would add.
    pub fn more(self, today: u32, more: u32) -> u64 {
        self.points(today.saturating_add(more)) - self.points(today)
    }
}

impl Band {
    /// How many of the first `count` units fall in this band.
    pub fn units(self, count: u32) -> u32 {
        let last = self.to.map_or(count, |to| to.min(count));
        (last + 1).saturating_sub(self.from)
    }
}

/// The score of the totals under the organisation's settings.
pub fn score(totals: &Totals, settings: &GrantSettings) -> Score {
    let criteria: Vec<CriterionScore> = Criterion::ALL
        .into_iter()
        .map(|criterion| {
            let count = match criterion {
                Criterion::Members => settings.members.as_ref().map(|members| members.count),
                Criterion::Chapters => Some(totals.all.chapters_counted),
                Criterion::PeerSupporters => Some(totals.all.peer_supporters),
                Criterion::ActivityDays => Some(totals.all.days()),
                Criterion::OtherForms => Some(
                    u32::from(settings.telephone_service) + u32::from(settings.digital_exchange),
                ),
            };
            CriterionScore {
                criterion,
                count,
                bands: criterion.split(count.unwrap_or(0)),
                points: criterion.points(count.unwrap_or(0)),
            }
        })
        .collect();
    let gross = criteria.iter().map(|line| line.points).sum();
    let net_tenths = gross * u64::from(settings.group_factor.tenths());
    Score {
        criteria,
        gross,
        net_tenths,
        kroner: settings.last_rate.map(|rate| rate.estimate(net_tenths)),
    }
}

const fn band(from: u32, to: u32, rate: u32) -> Band {
    Band {
        from,
        to: Some(to),
        rate,
    }
}

const fn open(from: u32, rate: u32) -> Band {
    Band {
        from,
        to: None,
        rate,
    }
}
