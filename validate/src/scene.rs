//! All that a rule may look at, with what rules share worked out once.

use chrono::NaiveDate;
use samlerapport_ingest::{Chapter, FaultKind, Field, FormId, LastYear, Register, Row};

use crate::activity::{Activity, Head, spoils};
use crate::changed_rows;
use crate::current::standings;
use crate::decided_rows::{self, Way};
use crate::delivery::{Decided, Decision, Delivery};
use crate::finding::Spot;
use crate::heard::{HeardForm, Paper};
use crate::hearing::ActivityKind;
use crate::joint::Joint;
use crate::people::{Person, Roll};
use crate::remarks::RowId;
use crate::rules::completeness::peer_supporters_not_delivered;
use crate::rules::consistency::leader_not_listed;
use crate::rules::exclusions::lower;
use crate::settings::{Profile, Settings};

/// What the hall knows of one chapter in one basis year: the input of a hearing.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The chapter, or whose it is not: an unknown chapter's deliveries are heard
    /// file by file.
    pub chapter: Option<&'a Chapter>,
    /// The basis year.
    pub basis_year: i32,
    /// Everything that was handed in, the older first; superseded ones too.
    pub deliveries: &'a [Delivery],
    /// The register; `None` when files are checked without one.
    pub register: Option<&'a Register>,
    /// Rows that other chapters tell of too, as [`crate::joint`] settled it when all had
    /// been heard; empty the first time.
    pub joint: &'a [Joint],
    /// What the chapter had the year before; `None` when nobody knows.
    pub last_year: Option<LastYear>,
    /// What advisers have decided about these deliveries.
    pub decisions: &'a [Decision],
    /// The organisation's choices.
    pub settings: &'a Settings,
    /// Today.
    pub today: NaiveDate,
}

/// A setting with everything that rules share worked out once.
#[derive(Debug)]
pub struct Scene<'a> {
    /// What the hall told.
    pub setting: Setting<'a>,
    /// The deliveries, in the order given.
    pub(crate) forms: Vec<HeardForm<'a>>,
    /// The rows of forms 2, 3 and 5, of every delivery.
    pub(crate) activities: Vec<Activity<'a>>,
    /// The rows of form 4, of every delivery.
    pub(crate) people: Vec<Person<'a>>,
}

impl<'a> Scene<'a> {
    /// Works out what rules share.
    pub(crate) fn of(setting: Setting<'a>) -> Self {
        let mut scene = Self {
            setting,
            forms: forms(&setting),
            activities: Vec::new(),
            people: Vec::new(),
        };
        scene.gather_rows();
        let (activities, people) = (&mut scene.activities, &mut scene.people);
        changed_rows::find(&scene.forms, activities, people, setting.decisions);
        scene.look_leaders_up();
        scene
    }

    /// The form with this index.
    pub(crate) fn form(&self, index: usize) -> Option<&HeardForm<'a>> {
        self.forms.get(index)
    }

    /// The activities of the form with this index, one for each row.
    pub(crate) fn activities_of(&self, form: usize) -> &[Activity<'a>] {
        let start = self.activities.partition_point(|row| row.id.form < form);
        let end = self.activities.partition_point(|row| row.id.form <= form);
        self.activities.get(start..end).unwrap_or_default()
    }

    /// The people of the form with this index, one for each row.
    pub(crate) fn people_of(&self, form: usize) -> &[Person<'a>] {
        let start = self.people.partition_point(|row| row.id.form < form);
        let end = self.people.partition_point(|row| row.id.form <= form);
        self.people.get(start..end).unwrap_or_default()
    }

    /// The deliveries of a form that the chapter stands by this year.
    pub(crate) fn standing(&self, id: FormId) -> impl Iterator<Item = &HeardForm<'a>> {
        self.forms
            .iter()
            .filter(move |form| form.form() == Some(id) && form.speaks_for_the_year())
    }

    /// Form 1, if it has come.
    pub(crate) fn annual_report(&self) -> Option<&HeardForm<'a>> {
        self.standing(FormId::AnnualReport).last()
    }

    /// The activities that something may be asked about: not those left out for what
    /// they were.
    pub(crate) fn asked_about(&self) -> impl Iterator<Item = &Activity<'a>> {
        self.activities.iter().filter(|row| !row.left_out())
    }

    /// What is wrong with a cell of a row, when it was not understood.
    pub(crate) fn fault(&self, id: RowId, row: &Row, field: Field) -> Option<&'a FaultKind> {
        let told = row.told(field)?;
        self.form(id.form)?.fault(told)
    }

    /// Whether a rule of reading speaks of a cell, so that no criterion need.
    pub(crate) fn is_spoiled(&self, activity: &Activity<'_>, field: Field) -> bool {
        let fault = self.fault(activity.id, activity.row, field);
        fault.is_some_and(spoils)
    }

    /// Whether a cell of an activity can be read in two ways.
    pub(crate) fn has_two_readings(&self, activity: &Activity<'_>, field: Field) -> bool {
        self.fault(activity.id, activity.row, field) == Some(&FaultKind::TwoReadings)
    }

    /// Whether a cell of an activity holds a formula's error value.
    pub(crate) fn gives_formula_error(&self, activity: &Activity<'_>, field: Field) -> bool {
        self.fault(activity.id, activity.row, field) == Some(&FaultKind::FormulaError)
    }

    /// The fewest participants that such an activity needs; `None` for no minimum.
    pub(crate) fn fewest(&self, activity: &Activity<'_>) -> Option<u32> {
        match activity.nature.kind {
            ActivityKind::Group => Some(3),
            ActivityKind::Course => self.setting.settings.course_minimum,
            ActivityKind::Outreach | ActivityKind::None => None,
        }
    }

    /// Whether the leader's address or telephone is nowhere, and nothing else holds the row
    /// for the leader's sake: that form 4 has not come, or that the leader is not in it.
    pub(crate) fn lacks_contact(&self, activity: &Activity<'_>) -> bool {
        let settings = self.setting.settings;
        let unlisted_counts =
            || activity.way() == Some(Way::Counts) || settings.lets_count(&leader_not_listed::RULE);
        let lacking = match activity.listed {
            Some(found) if found.listed => !found.contact,
            Some(_) => unlisted_counts(),
            None => {
                activity.leader.is_some()
                    && settings.lets_count(&peer_supporters_not_delivered::RULE)
            }
        };
        lacking && !activity.contact
    }

    /// Whether a row has changed since an adviser's answer set its exclusion aside, and
    /// would be excluded again.
    pub(crate) fn is_reopened(&self, id: RowId) -> bool {
        let activity = self.activities_of(id.form).get(id.row);
        activity.is_some_and(|activity| activity.reopened)
    }

    /// The rows that were decided about before a new delivery changed them, where that is
    /// told, and which way they were decided.
    pub(crate) fn decided_before(&self) -> impl Iterator<Item = (RowId, Spot, Way)> {
        let activities = self.activities.iter();
        let activities =
            activities.filter_map(|row| Some((row.id, row.spot(Field::Date), row.decided_before?)));
        let people = self.people.iter();
        let people =
            people.filter_map(|row| Some((row.id, row.spot(Field::Name), row.decided_before?)));
        activities.chain(people)
    }

    /// Whether the adviser has seen the signature of this delivery.
    pub(crate) fn signature_seen(&self, form: &HeardForm<'_>) -> bool {
        let Some(mine) = form.delivery.piece() else {
            return false;
        };
        match form.paper {
            // Of one that no adviser has seen, `paper_not_seen` speaks.
            Paper::Unseen | Paper::Signed => return true,
            Paper::None | Paper::Unsigned => {}
        }
        let said = |decision: &Decision| match &decision.decided {
            Decided::SignatureSeen { piece } => (*piece == mine).then_some(true),
            Decided::SignatureRefused { piece } => (*piece == mine).then_some(false),
            Decided::ChapterIs { .. }
            | Decided::Row { .. }
            | Decided::Ask { .. }
            | Decided::Takeover { .. }
            | Decided::OnPaper { .. } => None,
        };
        let last = self.setting.decisions.iter().rev().find_map(said);
        last == Some(true)
    }

    /// What an adviser has said of this form on paper, if anything: whether it is signed.
    pub(crate) fn on_paper(&self, form: FormId) -> Option<bool> {
        on_paper(&self.setting, form).map(|(_, signed)| signed)
    }

    /// Whether Mental Helse's house rules hold.
    pub(crate) fn mental_helse(&self) -> bool {
        self.setting.settings.profile == Profile::MentalHelse
    }

    /// Whether PEF's own rules hold.
    pub(crate) fn pef(&self) -> bool {
        self.setting.settings.profile == Profile::Pef
    }

    fn gather_rows(&mut self) {
        let reports = self.forms.iter().filter_map(HeardForm::report);
        let told = reports.filter(|report| report.form != FormId::PeerSupporters);
        self.activities
            .reserve(told.map(|report| report.rows.len()).sum());
        for form in &self.forms {
            let Some(report) = form.report() else {
                continue;
            };
            match report.form {
                FormId::AnnualReport => {}
                FormId::PeerSupporters => {
                    let before = self.people.len();
                    let people = report.rows.iter().enumerate();
                    self.people.extend(people.map(|(index, row)| {
                        let id = RowId {
                            form: form.index,
                            row: index,
                        };
                        Person::of(id, row, self.setting.basis_year)
                    }));
                    let people = self.people.get_mut(before..).unwrap_or_default();
                    decided_rows::give_people(form, report, people, self.setting.decisions);
                }
                FormId::MeetingPlace | FormId::Activities | FormId::Visits => {
                    let head = Head::of(form, report, &self.setting);
                    let before = self.activities.len();
                    self.activities.extend(head.activities(form));
                    let activities = self.activities.get_mut(before..).unwrap_or_default();
                    for activity in &mut *activities {
                        lower(activity, self.setting.settings);
                    }
                    decided_rows::give(form, report, activities, self.setting.decisions);
                }
            }
        }
    }

    fn look_leaders_up(&mut self) {
        let listing: Vec<usize> = self
            .standing(FormId::PeerSupporters)
            .map(|form| form.index)
            .collect();
        if listing.is_empty() {
            return;
        }
        let people = self.people.iter();
        let mut roll = Roll::of(people.filter(|person| listing.contains(&person.id.form)));
        for activity in &mut self.activities {
            activity.listed = activity.leader.map(|leader| roll.look_up(leader));
        }
    }
}

/// The last word about this form on paper.
pub(crate) fn on_paper<'a>(setting: &Setting<'a>, form: FormId) -> Option<(&'a Decision, bool)> {
    let decisions: &'a [Decision] = setting.decisions;
    decisions
        .iter()
        .rev()
        .find_map(|decision| match &decision.decided {
            Decided::OnPaper {
                form: about,
                signed,
            } if *about == form => Some((decision, *signed)),
            Decided::OnPaper { .. }
            | Decided::SignatureSeen { .. }
            | Decided::SignatureRefused { .. }
            | Decided::ChapterIs { .. }
            | Decided::Row { .. }
            | Decided::Ask { .. }
            | Decided::Takeover { .. } => None,
        })
}

/// Anybody can write that a form was typed in from paper: it holds once an adviser has
/// said that the paper is there.
fn paper(setting: &Setting<'_>, form: &HeardForm<'_>) -> Paper {
    let Some(report) = form.report().filter(|report| report.copied_by.is_some()) else {
        return Paper::None;
    };
    match on_paper(setting, report.form) {
        Some((_, true)) => Paper::Signed,
        Some((_, false)) => Paper::Unsigned,
        None => Paper::Unseen,
    }
}

fn forms<'a>(setting: &Setting<'a>) -> Vec<HeardForm<'a>> {
    let stands = standings(setting);
    setting
        .deliveries
        .iter()
        .zip(stands)
        .enumerate()
        .map(|(index, (delivery, stand))| {
            let mut form = HeardForm::new(index, delivery, setting.basis_year);
            form.paper = paper(setting, &form);
            form.standing = stand.standing;
            form.contest = stand.contest;
            form
        })
        .collect()
}
