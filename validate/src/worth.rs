//! What a delivery would give if it came alone, to compare it with one that came before.

use crate::delivery::Delivery;
use crate::finding::Finding;
use crate::hearing::{Fate, JudgedRow};
use crate::judge::hear;
use crate::scene::Setting;

/// What a delivery gives by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Worth {
    /// Whether something holds it back, beside a form that has yet to come.
    held: bool,
    /// The activity days that count or may come to count; of form 4 the people.
    count: u32,
}

/// In what a newer delivery is worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Worse {
    /// It cannot count as it is, and the older can.
    Held,
    /// It gives fewer days or people.
    Fewer {
        /// What the older gives.
        before: u32,
        /// What it gives itself.
        now: u32,
    },
}

impl Worth {
    /// Hears a delivery by itself, with what was decided.
    pub(crate) fn of(delivery: &Delivery, setting: &Setting<'_>) -> Self {
        let heard = hear(&Setting {
            deliveries: std::slice::from_ref(delivery),
            ..*setting
        });
        let findings = heard.forms.iter().flat_map(|form| &form.findings);
        let rows = heard.forms.iter().flat_map(|form| &form.rows);
        Self {
            held: findings
                .filter(|finding| finding.needs().is_none())
                .any(Finding::holds_a_form),
            count: rows
                .filter(|row| row.fate != Fate::Excluded)
                .map(count)
                .sum(),
        }
    }

    /// What is worse about it than about an older one that counts.
    pub(crate) fn worse_than(self, older: Self) -> Option<Worse> {
        if older.held {
            None
        } else if self.held {
            Some(Worse::Held)
        } else {
            (self.count < older.count).then_some(Worse::Fewer {
                before: older.count,
                now: self.count,
            })
        }
    }
}

/// A row without a day may get one yet.
fn count(row: &JudgedRow) -> u32 {
    row.activity_days.max(1)
}
