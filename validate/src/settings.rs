//! What an organisation may choose: its profile, and the law's open questions.

use std::collections::BTreeMap;

use samlerapport_ingest::{Evidence, FormId};
use serde::Serialize;

use crate::rule::{Basis, Rule, Severity};

/// The choices that judging depends on; their digest stands in the ledger.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Settings {
    /// Which house rules and forms hold beside the law's.
    pub profile: Profile,
    /// Whether the leader is one of the three participants (open in § 10; default no).
    pub leader_counts_as_participant: bool,
    /// Two groups on one day in the same chapter.
    pub two_groups_one_day: TwoGroups,
    /// The least number of participants of a course (the law has none).
    pub course_minimum: Option<u32>,
    /// The evidence of signature that each form needs.
    pub evidence: BTreeMap<FormId, EvidenceNeeded>,
    /// The day until which missing forms may still come.
    pub deadline: chrono::NaiveDate,
    /// The last day on which a form comes in time; `None` when nobody asks.
    pub late_after: Option<chrono::NaiveDate>,
    /// Severities that the organisation has raised or lowered, by rule name.
    #[serde(skip)]
    pub severities: BTreeMap<String, Severity>,
}

/// An organisation's set of forms and house rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Profile {
    /// `mental-helse`: forms 1 to 4; theme, sharing of experience, the chapter's own.
    MentalHelse,
    /// `pef`: the law and PEF's own; form 5 with course, certification, confidentiality.
    Pef,
}

impl Profile {
    /// The forms that a chapter hands in.
    pub fn forms(self) -> &'static [FormId] {
        match self {
            Self::MentalHelse => &[
                FormId::AnnualReport,
                FormId::MeetingPlace,
                FormId::Activities,
                FormId::PeerSupporters,
            ],
            Self::Pef => &[
                FormId::AnnualReport,
                FormId::Activities,
                FormId::PeerSupporters,
                FormId::Visits,
            ],
        }
    }
}

/// What two groups on one day count as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum TwoGroups {
    /// Two days if the leaders differ, else the second awaits a decision.
    TwoIfLeadersDiffer,
    /// Always two days.
    Two,
    /// One day: the second is a duplicate.
    One,
}

/// Which evidence is enough for a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EvidenceNeeded {
    /// Enough by itself, or with the adviser's confirmation.
    pub enough: Vec<Evidence>,
    /// Whether the adviser must confirm each once ("signatur sett").
    pub confirmed: bool,
    /// Whether a form without enough evidence is returned (else it waits).
    pub returned_without: bool,
    /// Whether a single board member may sign in the leader's place; of form 1 the law
    /// asks for two.
    pub board_member_may_sign: bool,
}

impl Settings {
    /// Whether the organisation has lowered a rule to a remark.
    pub(crate) fn lets_count(&self, rule: &Rule) -> bool {
        rule.rests_on == Basis::House && self.severities.get(rule.name) == Some(&Severity::Remark)
    }
}

impl Default for Settings {
    fn default() -> Self {
        let any = vec![
            Evidence::Typed,
            Evidence::Picture,
            Evidence::Scan,
            Evidence::Digital,
        ];
        let safe = vec![Evidence::Picture, Evidence::Scan, Evidence::Digital];
        let evidence = FormId::ALL
            .into_iter()
            .map(|form| {
                let law = form == FormId::AnnualReport;
                let needed = EvidenceNeeded {
                    enough: if law { safe.clone() } else { any.clone() },
                    confirmed: law,
                    returned_without: law,
                    board_member_may_sign: false,
                };
                (form, needed)
            })
            .collect();
        Self {
            profile: Profile::MentalHelse,
            leader_counts_as_participant: false,
            two_groups_one_day: TwoGroups::TwoIfLeadersDiffer,
            course_minimum: None,
            evidence,
            deadline: chrono::NaiveDate::default(),
            late_after: None,
            severities: BTreeMap::new(),
        }
    }
}
