//! What a rule says: for a person to act on.

use std::borrow::Cow;

use samlerapport_ingest::{Field, FormId, Place};
use serde::{Deserialize, Serialize};

use crate::hearing::Fate;
use crate::rule::{Rule, Scope, Severity, Words};
use crate::rules::completeness::peer_supporters_not_delivered;

/// A text in both written standards.
///
/// It may reach a letter, so it never quotes a row's free text: at most a date, a
/// time, a number, or a word from a closed list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Bokmål.
    pub nb: Cow<'static, str>,
    /// Nynorsk.
    pub nn: Cow<'static, str>,
}

impl Text {
    /// A text in bokmål and nynorsk.
    pub fn new(nb: impl Into<Cow<'static, str>>, nn: impl Into<Cow<'static, str>>) -> Self {
        Self {
            nb: nb.into(),
            nn: nn.into(),
        }
    }
}

impl From<Words> for Text {
    fn from(words: Words) -> Self {
        Self::new(words.nb, words.nn)
    }
}

/// What one rule found, with every place where it holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule that spoke.
    pub rule: &'static Rule,
    /// The rule's severity, with the settings' override.
    pub severity: Severity,
    /// Where it holds; empty when it is about the file or the chapter as a whole.
    pub spots: Vec<Spot>,
    /// What was found, a whole sentence or two.
    pub message: Text,
}

impl Finding {
    /// The form that must come before this can be judged, when that alone is what
    /// the finding says: it is enough to ask for the form.
    pub fn needs(&self) -> Option<FormId> {
        (*self.rule == peer_supporters_not_delivered::RULE).then_some(FormId::PeerSupporters)
    }

    /// Whether it holds back what its form would count.
    pub(crate) fn holds_a_form(&self) -> bool {
        self.rule.scope == Scope::Report && self.severity != Severity::Remark
    }

    /// What it makes of a row, when it stands alone.
    pub(crate) fn fate(&self) -> Fate {
        match self.severity {
            Severity::Error if !self.rule.mendable => Fate::Excluded,
            Severity::Error => Fate::Incomplete,
            Severity::Wait => Fate::Waiting,
            Severity::Remark => Fate::Counted,
        }
    }
}

/// A place that a finding points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Spot {
    /// The cell.
    pub place: Place,
    /// The field or column that the cell belongs to.
    pub field: Option<Field>,
}

/// Cells below each other in one column that a finding points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The first.
    pub first: Spot,
    /// The last; the first again when there is one cell.
    pub last: Place,
    /// How many spots it stands for.
    pub spots: usize,
}

/// Fewer cells than this are named one by one.
const SERIES: usize = 3;

/// The spots in their order, with long series in one; the same spot twice is one.
pub fn stretches(spots: &[Spot]) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut spots: Vec<Spot> = spots.to_vec();
    spots.dedup();
    for spot in spots {
        match stretches.last_mut() {
            Some(last) if goes_on(last, spot) => {
                last.last = spot.place;
                last.spots += 1;
            }
            _ => stretches.push(Stretch {
                first: spot,
                last: spot.place,
                spots: 1,
            }),
        }
    }
    stretches.into_iter().flat_map(apart).collect()
}

fn goes_on(stretch: &Stretch, spot: Spot) -> bool {
    let (last, next) = (stretch.last, spot.place);
    let below = (last.sheet, last.column, last.row.saturating_add(1));
    spot.field == stretch.first.field && below == (next.sheet, next.column, next.row)
}

fn apart(stretch: Stretch) -> Vec<Stretch> {
    if stretch.spots >= SERIES {
        return vec![stretch];
    }
    let rows = stretch.first.place.row..=stretch.last.row;
    rows.map(|row| {
        let place = Place {
            row,
            ..stretch.first.place
        };
        Stretch {
            first: Spot {
                place,
                ..stretch.first
            },
            last: place,
            spots: 1,
        }
    })
    .collect()
}
