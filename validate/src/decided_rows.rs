//! What advisers have decided about rows, brought to the rows before the rules hear them.

use samlerapport_ingest::{FormId, Report};

use crate::activity::{Activity, spoils_a_day};
use crate::delivery::{Decided, Decision};
use crate::heard::HeardForm;
use crate::hearing::{ActivityKind, Fate};
use crate::judge::text;
use crate::people::Person;
use crate::remarks::Said;
use crate::row_key::Numbering;
use crate::rule::{Basis, Rule, Scope as Reach, Severity};
use crate::rules::criteria::{
    peer_supporter_name_missing, peer_supporter_not_active, peer_supporter_paid,
};
use crate::scene::Scene;

/// Which way a row was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// It counts.
    Counts,
    /// It does not count.
    DoesNotCount,
    /// The chapter is asked.
    Asked,
}

/// Gives each activity of a form the last decision about it.
pub(crate) fn give<'a>(
    form: &HeardForm<'_>,
    report: &Report,
    activities: &mut [Activity<'a>],
    decisions: &'a [Decision],
) {
    let about =
        |decision: &&Decision| row_of(decision).is_some_and(|(form, _)| form == report.form);
    if !decisions.iter().any(|decision| about(&decision)) {
        return;
    }
    let mut numbering = Numbering::default();
    for activity in activities {
        let key = numbering.of_activity(activity, &text(form, report, activity.row));
        let last = decisions
            .iter()
            .rev()
            .find(|decision| row_of(decision) == Some((report.form, key.as_str())));
        if let Some(decision) = last {
            activity.decided = Some(decision);
            match activity.way() {
                Some(Way::Counts) => {
                    set_aside(activity);
                    activity.nature.open.clear();
                }
                // Asked about and shut out in one letter: the chapter would not know which.
                Some(Way::Asked) => set_aside(activity),
                Some(Way::DoesNotCount) | None => {}
            }
        }
        activity.key = Some(key);
    }
}

/// The row that a decision is about.
fn row_of(decision: &Decision) -> Option<(FormId, &str)> {
    match &decision.decided {
        Decided::Row { form, row, .. } | Decided::Ask { form, row } => Some((*form, row)),
        Decided::SignatureSeen { .. }
        | Decided::SignatureRefused { .. }
        | Decided::ChapterIs { .. }
        | Decided::Takeover { .. }
        | Decided::OnPaper { .. } => None,
    }
}

/// House rules give way to the adviser; the law's exclusions stand. What is neither a
/// course nor a conversation must pass as a group.
fn set_aside(activity: &mut Activity<'_>) {
    let nature = &mut activity.nature;
    let excluded = std::mem::take(&mut nature.excluded);
    let (stand, reversed): (Vec<_>, Vec<_>) = excluded
        .into_iter()
        .partition(|exclusion| exclusion.ground.is_law());
    nature.excluded = stand;
    activity.reversed = reversed.iter().map(|exclusion| exclusion.ground).collect();
    if nature.kind == ActivityKind::None {
        nature.kind = ActivityKind::Group;
    }
}

/// Which way a decision about a row went.
fn way_of(decision: &Decision) -> Option<Way> {
    match decision.decided {
        Decided::Row { counts: true, .. } => Some(Way::Counts),
        Decided::Row { counts: false, .. } => Some(Way::DoesNotCount),
        Decided::Ask { .. } => Some(Way::Asked),
        Decided::SignatureSeen { .. }
        | Decided::SignatureRefused { .. }
        | Decided::ChapterIs { .. }
        | Decided::Takeover { .. }
        | Decided::OnPaper { .. } => None,
    }
}

impl Activity<'_> {
    /// Which way it was decided.
    pub(crate) fn way(&self) -> Option<Way> {
        way_of(self.decided?)
    }
}

impl Person<'_> {
    /// Which way it was decided.
    pub(crate) fn way(&self) -> Option<Way> {
        way_of(self.decided?)
    }
}

/// Gives each person of form 4 the last decision about the row.
pub(crate) fn give_people<'a>(
    form: &HeardForm<'_>,
    report: &Report,
    people: &mut [Person<'a>],
    decisions: &'a [Decision],
) {
    let about = |decision: &Decision| row_of(decision).map(|(form, _)| form);
    if !decisions
        .iter()
        .any(|decision| about(decision) == Some(FormId::PeerSupporters))
    {
        return;
    }
    let mut numbering = Numbering::default();
    for person in people {
        let key = numbering.of_person(&text(form, report, person.row));
        let mut last = decisions.iter().rev();
        let last = last.find(|decision| row_of(decision) == Some((report.form, key.as_str())));
        person.decided = last;
        person.key = Some(key);
    }
}

/// What is told of a row because of the decision, for the adviser alone.
pub(crate) fn decision_told(decision: &Decision, fate: Fate, otherwise: &str) -> Option<String> {
    let on = decision.on.format("%-d.%-m.%Y");
    let (by, reason) = (&decision.by, &decision.reason);
    Some(match (way_of(decision)?, fate) {
        (Way::Counts, Fate::Counted) => {
            format!("Medregnet: {by} avgjorde det {on}. {reason}")
        }
        (Way::Counts, Fate::Waiting | Fate::Incomplete | Fate::Excluded) => {
            format!("Avgjørelsen «Medregnes» kan ikke følges før dette er i orden. {otherwise}")
        }
        (Way::DoesNotCount, _) => {
            format!("Ikke medregnet: {by} avgjorde det {on}. {reason}")
        }
        (Way::Asked, Fate::Waiting) => {
            format!("Til avklaring: {by} spurte laget {on}. {reason}")
        }
        (Way::Asked, Fate::Counted | Fate::Incomplete | Fate::Excluded) => return None,
    })
}

/// Takes back what was said of rows that an adviser has decided to count, but for the
/// law's minima and what could not be read.
pub(crate) fn withdraw(scene: &Scene<'_>, said: Vec<Said>) -> Vec<Said> {
    let activities = scene.activities.iter().map(Activity::way);
    let people = scene.people.iter().map(Person::way);
    if !activities.chain(people).any(|way| way == Some(Way::Counts)) {
        return said;
    }
    said.into_iter()
        .filter_map(|said| without_decided(scene, said))
        .collect()
}

fn without_decided(scene: &Scene<'_>, mut said: Said) -> Option<Said> {
    let Some(form) = said.form else {
        return Some(said);
    };
    let people = scene.people_of(form);
    let gives_way = if people.is_empty() {
        gives_way(said.finding.rule)
    } else {
        of_a_person_gives_way(said.finding.rule)
    };
    if !gives_way {
        return Some(said);
    }
    if said.finding.severity == Severity::Remark {
        return Some(said);
    }
    let activities = scene.activities_of(form);
    let decided = |row: usize| {
        let activity = activities.get(row).map(|row| (row.way(), row.row.place));
        let told = activity.or(people.get(row).map(|row| (row.way(), row.row.place)));
        told.filter(|(way, _)| *way == Some(Way::Counts))
            .map(|(_, place)| place)
    };
    let lifted: Vec<_> = said.rows.iter().filter_map(|row| decided(*row)).collect();
    if lifted.is_empty() {
        return Some(said);
    }
    said.rows.retain(|row| decided(*row).is_none());
    said.finding.spots.retain(|spot| {
        let same = |place: &samlerapport_ingest::Place| {
            (place.sheet, place.row) == (spot.place.sheet, spot.place.row)
        };
        !lifted.iter().any(same)
    });
    (!said.rows.is_empty()).then_some(said)
}

fn gives_way(rule: &Rule) -> bool {
    rule.scope == Reach::Row && rule.rests_on != Basis::Law && !spoils_a_day(rule)
}

/// The adviser knows the people: that two rows are two persons, what was left out of a row.
/// What the chapter has signed, that somebody is paid or does nothing, the chapter alone
/// can take back; and a person without a name is nobody.
fn of_a_person_gives_way(rule: &Rule) -> bool {
    let signed = [
        &peer_supporter_name_missing::RULE,
        &peer_supporter_not_active::RULE,
        &peer_supporter_paid::RULE,
    ];
    rule.scope == Reach::Row && !signed.contains(&rule)
}
