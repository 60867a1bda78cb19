//! Where the rules leave their findings: many cells with one fault become one finding.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::activity::Activity;
use crate::change::Change;
use crate::finding::{Finding, Spot, Text};
use crate::heard::HeardForm;
use crate::hearing::Fate;
use crate::rule::{Basis, Rule, Severity};
use crate::settings::Settings;

/// A row of a form: indices into the scene's forms and the report's rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct RowId {
    /// Index of the form in the scene.
    pub(crate) form: usize,
    /// Index of the row in the report's table.
    pub(crate) row: usize,
}

/// What was said, and of which form and rows.
#[derive(Debug)]
pub(crate) struct Said {
    /// The form; `None` for the chapter as a whole.
    pub(crate) form: Option<usize>,
    /// The rows of that form that it holds for, each once, in order of speaking.
    pub(crate) rows: Vec<usize>,
    /// The finding.
    pub(crate) finding: Finding,
}

/// All that was said so far, and what it makes of the rows.
#[derive(Debug, Default)]
pub(crate) struct Record {
    /// In the order of the catalogue.
    pub(crate) said: Vec<Said>,
    worst: Vec<Vec<Fate>>,
    elsewhere: BTreeMap<RowId, BTreeSet<NaiveDate>>,
    /// What finance is to know of.
    pub(crate) change: Option<Change>,
}

impl Record {
    /// An empty record for forms with so many rows each.
    pub(crate) fn new(rows: impl Iterator<Item = usize>) -> Self {
        Self {
            said: Vec::new(),
            worst: rows.map(|count| vec![Fate::Counted; count]).collect(),
            elsewhere: BTreeMap::new(),
            change: None,
        }
    }

    /// The days of each row that count in another row.
    pub(crate) fn into_parts(self) -> (Vec<Said>, Elsewhere) {
        (self.said, Elsewhere(self.elsewhere))
    }
}

/// The days that rows share with others, where they count.
#[derive(Debug)]
pub(crate) struct Elsewhere(BTreeMap<RowId, BTreeSet<NaiveDate>>);

impl Elsewhere {
    /// The days of a row that count in another.
    pub(crate) fn of(&self, id: RowId) -> Vec<NaiveDate> {
        let days = self.0.get(&id).into_iter().flatten();
        days.copied().collect()
    }
}

/// Where a rule leaves its findings.
#[derive(Debug)]
pub struct Remarks<'a> {
    settings: &'a Settings,
    speaker: &'static Rule,
    record: &'a mut Record,
    known: BTreeMap<(Option<usize>, Severity, Cow<'static, str>), usize>,
}

impl<'a> Remarks<'a> {
    /// Gives a rule the word.
    pub(crate) fn of(
        speaker: &'static Rule,
        settings: &'a Settings,
        record: &'a mut Record,
    ) -> Self {
        Self {
            settings,
            speaker,
            record,
            known: BTreeMap::new(),
        }
    }

    /// About the chapter as a whole.
    pub(crate) fn of_chapter(&mut self, message: Text) {
        self.note(None, self.speaker.severity, None, message);
    }

    /// About a form; without a spot when it is about all of it.
    pub(crate) fn of_form(&mut self, form: &HeardForm<'_>, spot: Option<Spot>, message: Text) {
        self.note(Some(form.index), self.speaker.severity, spot, message);
    }

    /// About a form, where the settings say how grave it is.
    pub(crate) fn of_form_as(
        &mut self,
        severity: Severity,
        form: &HeardForm<'_>,
        spot: Option<Spot>,
        message: Text,
    ) {
        self.note(Some(form.index), severity, spot, message);
    }

    /// About a row, at a cell of it.
    pub(crate) fn of_row(&mut self, id: RowId, spot: Spot, message: Text) {
        self.of_row_as(self.speaker.severity, id, spot, message);
    }

    /// About a row, where what was found says how grave it is.
    pub(crate) fn of_row_as(&mut self, severity: Severity, id: RowId, spot: Spot, message: Text) {
        let index = self.note(Some(id.form), severity, Some(spot), message);
        let Some(said) = self.record.said.get_mut(index) else {
            return;
        };
        if said.rows.last() != Some(&id.row) {
            said.rows.push(id.row);
        }
        let fate = said.finding.fate();
        let rows = self.record.worst.get_mut(id.form);
        if let Some(worst) = rows.and_then(|rows| rows.get_mut(id.row))
            && !self.speaker.trial
        {
            *worst = (*worst).max(fate);
        }
    }

    /// What the rules before this one make of a row.
    pub(crate) fn fate_so_far(&self, id: RowId) -> Fate {
        let rows = self.record.worst.get(id.form);
        rows.and_then(|rows| rows.get(id.row))
            .copied()
            .unwrap_or(Fate::Counted)
    }

    /// Leaves some of a row's days to the rows that have them already.
    pub(crate) fn leave_days(&mut self, id: RowId, days: Vec<NaiveDate>) {
        if !days.is_empty() {
            self.record.elsewhere.entry(id).or_default().extend(days);
        }
    }

    /// How many of a row's days count in other rows.
    pub(crate) fn days_elsewhere(&self, id: RowId) -> usize {
        self.record.elsewhere.get(&id).map_or(0, BTreeSet::len)
    }

    /// Lets finance know of a large change.
    pub(crate) fn tell_finance(&mut self, change: Change) {
        self.record.change = Some(change);
    }

    /// The days in the basis year that no other row has.
    pub(crate) fn days_left(&self, activity: &Activity<'_>) -> Vec<NaiveDate> {
        let elsewhere = self.record.elsewhere.get(&activity.id);
        let left = |day: &NaiveDate| !elsewhere.is_some_and(|days| days.contains(day));
        activity.days_inside().filter(left).collect()
    }

    /// The forms that the rules before this one hold back.
    pub(crate) fn held_forms(&self) -> BTreeSet<usize> {
        let said = self.record.said.iter();
        said.filter(|said| said.finding.holds_a_form() && !said.finding.rule.trial)
            .filter_map(|said| said.form)
            .collect()
    }

    fn note(
        &mut self,
        form: Option<usize>,
        severity: Severity,
        spot: Option<Spot>,
        message: Text,
    ) -> usize {
        let severity = self.as_set(severity);
        let key = (form, severity, message.nb.clone());
        let index = *self.known.entry(key).or_insert(self.record.said.len());
        if let Some(said) = self.record.said.get_mut(index) {
            said.finding.spots.extend(spot);
        } else {
            self.record.said.push(Said {
                form,
                rows: Vec::new(),
                finding: Finding {
                    rule: self.speaker,
                    severity,
                    spots: spot.into_iter().collect(),
                    message,
                },
            });
        }
        index
    }

    /// As the organisation has set it, where that is the organisation's to do.
    fn as_set(&self, severity: Severity) -> Severity {
        match (
            self.settings.severities.get(self.speaker.name),
            self.speaker.rests_on,
        ) {
            (Some(set), Basis::House) => *set,
            (Some(set), Basis::Law) => severity.max(*set),
            (_, Basis::Fact) | (None, _) => severity,
        }
    }
}
