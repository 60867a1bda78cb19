//! A row of forms 2, 3 and 5 with everything worked out that several rules look at.

use chrono::{Datelike, NaiveDate, NaiveTime};
use samlerapport_ingest::{FaultKind, Field, FormId, Report, Row, Value};

use crate::classify::{
    Classification, Exclusion, Ground, Home, Question, RowForm, RowWords, Seen, classify,
};
use crate::decided_rows::Way;
use crate::delivery::Decision;
use crate::finding::Spot;
use crate::heard::HeardForm;
use crate::length::{Length, length};
use crate::participants::Participants;
use crate::people::Listed;
use crate::remarks::RowId;
use crate::rule::Rule;
use crate::rules::reading::{formula_error, two_readings};
use crate::scene::Setting;
use crate::settings::Profile;
use crate::typed::says_something;

/// An activity as told.
#[derive(Debug)]
pub(crate) struct Activity<'a> {
    /// Which row.
    pub(crate) id: RowId,
    /// The form that it stands in.
    pub(crate) form: FormId,
    /// What was told.
    pub(crate) row: &'a Row,
    /// The days that it was held, sorted, each once, in any year.
    pub(crate) days: Vec<NaiveDate>,
    /// How certain the date is.
    pub(crate) when: When,
    /// Start and end.
    pub(crate) times: (Option<NaiveTime>, Option<NaiveTime>),
    /// Minutes of each day.
    pub(crate) length: Length,
    /// How many took part beside the leader.
    pub(crate) participants: Participants,
    /// How many the regulation's minimum is held against.
    pub(crate) size: Participants,
    /// The leading peer supporter as typed; of form 5 the person whose log it is.
    pub(crate) leader: Option<&'a str>,
    /// What form 4 says of the leader; `None` while it has not come.
    pub(crate) listed: Option<Listed>,
    /// Whether the leader's address and telephone stand in the row itself, or in the
    /// head of form 5.
    pub(crate) contact: bool,
    /// What took place.
    pub(crate) nature: Classification,
    /// What would shut it out, if the settings did not let it count.
    pub(crate) remarked: Vec<Exclusion>,
    /// What an adviser has decided about it.
    pub(crate) decided: Option<&'a Decision>,
    /// The key of its substance, when anything was decided about rows of its form.
    pub(crate) key: Option<String>,
    /// Which way it was decided before a new delivery changed it.
    pub(crate) decided_before: Option<Way>,
    /// The exclusions that an adviser's answer has set aside.
    pub(crate) reversed: Vec<Ground>,
    /// Whether one of them held for the row as it stood before, and would hold again.
    pub(crate) reopened: bool,
    years: (i32, i32),
}

/// How certain a row's date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// One or more days of the calendar.
    Certain,
    /// Nothing was typed.
    Blank,
    /// "Hver tirsdag", "våren 2025".
    Pattern,
    /// What was typed is no date.
    NotUnderstood,
    /// What was typed has two readings or is a formula's error: rules of reading speak.
    Spoiled,
}

/// The column in which the classification saw a word.
pub(crate) fn column(seen: Seen) -> Field {
    match seen {
        Seen::Title => Field::Title,
        Seen::Kind => Field::Type,
        Seen::Theme => Field::Theme,
        Seen::Sharing => Field::Sharing,
        Seen::Venue => Field::Venue,
        Seen::Organiser => Field::Organiser,
        Seen::Participants => Field::Participants,
    }
}

/// What the rows of one form share.
#[derive(Debug)]
pub(crate) struct Head<'a> {
    report: &'a Report,
    home: Home,
    years: (i32, i32),
    leader_counts: bool,
    own_arrangement: bool,
}

impl<'a> Head<'a> {
    /// The head of a report in its setting.
    pub(crate) fn of(form: &HeardForm<'a>, report: &'a Report, setting: &Setting<'a>) -> Self {
        let typed = report.text(Field::ChapterName);
        let mut chapter_names: Vec<&str> = typed.into_iter().collect();
        if let Some(chapter) = setting.chapter {
            chapter_names.extend(chapter.former_names.iter().map(String::as_str));
        }
        let registered = setting.chapter;
        let chapter = registered.map(|chapter| chapter.name.as_str()).or(typed);
        let municipality = registered
            .map(|chapter| chapter.municipality.as_str())
            .or(report.text(Field::Municipality));
        Self {
            report,
            home: Home::of(
                chapter.unwrap_or_default(),
                &chapter_names,
                municipality.unwrap_or_default(),
            ),
            years: (
                setting.basis_year,
                form.other_year.unwrap_or(setting.basis_year),
            ),
            leader_counts: setting.settings.leader_counts_as_participant,
            own_arrangement: setting.settings.profile == Profile::MentalHelse,
        }
    }

    fn person(&self) -> Option<&'a str> {
        match self.report.form {
            FormId::Visits => self
                .report
                .text(Field::PersonName)
                .filter(|name| says_something(name)),
            FormId::AnnualReport
            | FormId::MeetingPlace
            | FormId::Activities
            | FormId::PeerSupporters => None,
        }
    }

    /// Works every row of the form out.
    pub(crate) fn activities(
        &self,
        form: &HeardForm<'a>,
    ) -> impl ExactSizeIterator<Item = Activity<'a>> {
        let rows = &self.report.rows;
        let words: Vec<_> = rows.iter().map(|row| self.words(row)).collect();
        let natures = classify(&words, &self.home);
        let told = rows.iter().enumerate().zip(natures);
        told.map(move |((index, row), nature)| {
            Activity::of(form, index, row, self, self.as_counted(nature))
        })
    }

    /// That the chapter itself arranges it, with theme and sharing, is Mental Helse's rule:
    /// other profiles neither exclude nor ask for it.
    fn as_counted(&self, mut nature: Classification) -> Classification {
        if !self.own_arrangement {
            nature
                .excluded
                .retain(|exclusion| exclusion.ground != Ground::Others);
            nature.open.retain(|doubt| {
                !matches!(
                    doubt.question,
                    Question::WhoArranged | Question::SocialOrTalk
                )
            });
        }
        nature
    }

    fn words(&self, row: &'a Row) -> RowWords<'a> {
        let participants = Participants::of(row);
        let cell = |field| row.text(field).unwrap_or("");
        let head = |field| self.report.text(field).unwrap_or("");
        let (form, title, kind_word) = match self.report.form {
            FormId::MeetingPlace => (
                RowForm::MeetingPlace,
                head(Field::MeetingPlaceName),
                cell(Field::Type),
            ),
            FormId::Visits => (RowForm::Visit, cell(Field::Title), cell(Field::ContactKind)),
            FormId::Activities | FormId::AnnualReport | FormId::PeerSupporters => {
                (RowForm::Activity, cell(Field::Title), cell(Field::Type))
            }
        };
        RowWords {
            form,
            title,
            kind_word,
            theme: cell(Field::Theme),
            sharing: cell(Field::Sharing),
            venue: row.text(Field::Venue).unwrap_or(head(Field::Venue)),
            organiser: cell(Field::Organiser),
            leader: cell(Field::Leader),
            // A visit has one other, so form 5 lets the number stand empty.
            participants: if form == RowForm::Visit && participants == Participants::Blank {
                Some((1, 1))
            } else {
                participants.bounds()
            },
            free_of_substance: !self.own_arrangement,
            participants_typed: cell(Field::Participants),
        }
    }
}

impl<'a> Activity<'a> {
    /// Works a row out, by what took place.
    fn of(
        form: &HeardForm<'a>,
        index: usize,
        row: &'a Row,
        head: &Head<'a>,
        nature: Classification,
    ) -> Self {
        let mut days: Vec<_> = row
            .days(Field::Date)
            .iter()
            .filter_map(|day| day.in_year(head.years.1))
            .collect();
        days.sort_unstable();
        days.dedup();
        let times = row.times();
        let told = Participants::of(row);
        let participants = if nature.leader_among_participants {
            told.without_leader()
        } else {
            told
        };
        let size = match (head.leader_counts, nature.leader_among_participants) {
            (true, true) => told,
            (true, false) => told.with_leader(),
            (false, _) => participants,
        };
        let has = |field| {
            row.text(field)
                .or_else(|| head.person().and(head.report.text(field)))
                .is_some_and(says_something)
        };
        Self {
            id: RowId {
                form: form.index,
                row: index,
            },
            form: head.report.form,
            row,
            when: when(form, row, &days),
            length: length(row, times, u32::try_from(days.len()).unwrap_or(u32::MAX)),
            times,
            days,
            participants,
            size,
            leader: row
                .text(Field::Leader)
                .filter(|text| says_something(text))
                .or(head.person()),
            listed: None,
            contact: has(Field::Address) && has(Field::Phone),
            nature,
            remarked: Vec::new(),
            decided: None,
            key: None,
            decided_before: None,
            reversed: Vec::new(),
            reopened: false,
            years: head.years,
        }
    }

    /// The days that lie in the basis year.
    pub(crate) fn days_inside(&self) -> impl Iterator<Item = NaiveDate> {
        let (basis, own) = self.years;
        self.days
            .iter()
            .copied()
            .filter(move |day| day.year() == basis || day.year() == own)
    }

    /// Whether the house, the law or an adviser leaves it out for what it was; then
    /// nothing is asked about what it lacks.
    pub(crate) fn left_out(&self) -> bool {
        !self.nature.excluded.is_empty() || self.way() == Some(Way::DoesNotCount)
    }

    /// The spot of a column, or of the row's first cell when the column is blank.
    pub(crate) fn spot(&self, field: Field) -> Spot {
        Spot {
            place: self
                .row
                .told(field)
                .map_or(self.row.place, |told| told.place),
            field: Some(field),
        }
    }

    /// The spot of the column that tells how long it lasted.
    pub(crate) fn length_spot(&self) -> Spot {
        let field = [Field::Hours, Field::To, Field::From]
            .into_iter()
            .find(|field| self.row.told(*field).is_some())
            .unwrap_or(Field::Hours);
        self.spot(field)
    }
}

/// Whether a fault is one that a rule of reading speaks of, and no criterion.
pub(crate) fn spoils(fault: &FaultKind) -> bool {
    matches!(fault, FaultKind::TwoReadings | FaultKind::FormulaError)
}

/// Whether a rule says that a row's day or length could not be had: nobody can decide
/// those.
pub(crate) fn spoils_a_day(rule: &Rule) -> bool {
    [&two_readings::RULE, &formula_error::RULE].contains(&rule)
}

fn when(form: &HeardForm<'_>, row: &Row, days: &[NaiveDate]) -> When {
    let Some(told) = row.told(Field::Date) else {
        return When::Blank;
    };
    match told.value.as_ref() {
        Some(Value::Days(_)) if !days.is_empty() => When::Certain,
        Some(Value::NoCertainDate) => When::Pattern,
        None if form.fault(told).is_some_and(spoils) => When::Spoiled,
        Some(_) | None if !says_something(&told.typed) => When::Blank,
        Some(_) | None => When::NotUnderstood,
    }
}
