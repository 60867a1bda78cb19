//! By what two rows that begin at once are known to be one activity.

use samlerapport_ingest::{Field, FormId, folded_name};

use crate::activity::Activity;
use crate::hearing::ActivityKind;
use crate::scene::Scene;

/// The words that a row is known by, and those that it looks for in others.
#[derive(Debug, Default)]
pub(super) struct Keys {
    /// What it leaves for others to find.
    pub(super) own: Vec<String>,
    /// What it looks for.
    pub(super) against: Vec<String>,
}

/// The folded names of the meeting places, by form.
pub(super) struct Likeness {
    places: Vec<(usize, String)>,
}

impl Likeness {
    /// The meeting places of a scene.
    pub(super) fn of(scene: &Scene<'_>) -> Self {
        let places = scene.forms.iter().filter_map(|form| {
            let name = form.report()?.text(Field::MeetingPlaceName)?;
            let name = folded_name(name);
            (form.form() == Some(FormId::MeetingPlace) && !name.is_empty())
                .then_some((form.index, name))
        });
        Self {
            places: places.collect(),
        }
    }

    /// The keys of a row.
    ///
    /// A meeting place at one time is one activity, also when form 3 names it or has its
    /// theme. A title in form 3 is one activity when the theme or the leader is the same,
    /// or one of them is blank. Two conversations at once are one only with one leader.
    pub(super) fn keys(&self, activity: &Activity<'_>) -> Keys {
        let text = |field| {
            activity
                .row
                .text(field)
                .map(folded_name)
                .unwrap_or_default()
        };
        let title = text(Field::Title);
        let theme = text(Field::Theme);
        let leader = activity.leader.map(folded_name).unwrap_or_default();
        let mut keys = Keys::default();
        if activity.nature.kind == ActivityKind::Outreach || activity.form == FormId::Visits {
            keys.both(format!("samtale|{leader}|{title}|{theme}"));
            return keys;
        }
        if activity.form == FormId::MeetingPlace {
            let place = self
                .places
                .iter()
                .find(|(form, _)| *form == activity.id.form);
            match place {
                Some((_, name)) => keys.both(format!("sted|{name}")),
                None => keys.title(&theme, "", &leader),
            }
            keys.across("2", "3", &theme);
            return keys;
        }
        let named = self.places.iter().filter(|(_, name)| title.contains(name));
        for (_, name) in named {
            keys.both(format!("sted|{name}"));
        }
        keys.title(&title, &theme, &leader);
        keys.across("3", "2", &theme);
        keys
    }
}

impl Keys {
    fn both(&mut self, key: String) {
        self.against.push(key.clone());
        self.own.push(key);
    }

    fn across(&mut self, own: &str, other: &str, theme: &str) {
        if !theme.is_empty() {
            self.own.push(format!("tema|{own}|{theme}"));
            self.against.push(format!("tema|{other}|{theme}"));
        }
    }

    fn title(&mut self, title: &str, theme: &str, leader: &str) {
        self.own.push(format!("alle|{title}"));
        self.against.push(format!("åpen|{title}"));
        if theme.is_empty() || leader.is_empty() {
            self.own.push(format!("åpen|{title}"));
            self.against.push(format!("alle|{title}"));
        }
        if !theme.is_empty() {
            self.both(format!("tema|{title}|{theme}"));
        }
        if !leader.is_empty() {
            self.both(format!("leder|{title}|{leader}"));
        }
    }
}
