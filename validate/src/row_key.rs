//! What a row is known again by, in a new delivery or by an adviser's decision.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use samlerapport_ingest::{FormId, folded_name, sha256};

use crate::activity::Activity;
use crate::hearing::{JudgedForm, JudgedRow, RowText};

/// All of a row that may weigh when it is judged.
struct Substance<'a> {
    form: FormId,
    dates: &'a [NaiveDate],
    times: (Option<NaiveTime>, Option<NaiveTime>),
    minutes: Option<u32>,
    participants: Option<u32>,
    text: &'a RowText,
}

impl Substance<'_> {
    /// One part of the key a value, so that none flows into the next.
    fn digest(&self) -> String {
        let mut parts = vec![
            self.form.key().to_owned(),
            format!("{:?}", self.dates),
            format!("{:?}", self.times),
            format!("{:?} {:?}", self.minutes, self.participants),
        ];
        let text = self.text;
        for typed in [
            &text.title,
            &text.kind,
            &text.theme,
            &text.sharing,
            &text.venue,
            &text.organiser,
            &text.leader,
            &text.details,
        ] {
            parts.push(folded_name(typed));
        }
        // A day that was understood may be typed otherwise and is the same day.
        if self.dates.is_empty() {
            parts.push(folded_name(&text.date));
        }
        sha256(parts.join("\u{1f}").as_bytes())
    }
}

/// Numbers rows of one form that are alike, in the order of the sheet.
#[derive(Default)]
pub(crate) struct Numbering(BTreeMap<String, u32>);

impl Numbering {
    fn next(&mut self, digest: String) -> String {
        let nth = self.0.entry(digest.clone()).or_default();
        *nth += 1;
        if *nth == 1 {
            digest
        } else {
            format!("{digest}#{nth}")
        }
    }

    /// The key of a form's next row, before it is judged.
    pub(crate) fn of_activity(&mut self, activity: &Activity<'_>, text: &RowText) -> String {
        let substance = Substance {
            form: activity.form,
            dates: &activity.days,
            times: activity.times,
            minutes: activity.length.minutes(),
            participants: activity.participants.bounds().map(|(least, _)| least),
            text,
        };
        self.next(substance.digest())
    }

    /// The key of form 4's next row, before it is judged.
    pub(crate) fn of_person(&mut self, text: &RowText) -> String {
        let substance = Substance {
            form: FormId::PeerSupporters,
            dates: &[],
            times: (None, None),
            minutes: None,
            participants: None,
            text,
        };
        self.next(substance.digest())
    }

    fn of_judged(&mut self, form: FormId, row: &JudgedRow) -> String {
        let substance = Substance {
            form,
            dates: &row.dates,
            times: row.times,
            minutes: row.minutes,
            participants: row.participants,
            text: &row.text,
        };
        self.next(substance.digest())
    }
}

impl JudgedForm {
    /// The key of each row's substance, in the order of the rows: it stays the same
    /// in a new delivery, and changes when anything changes that may weigh.
    pub fn row_keys(&self) -> Vec<String> {
        let Some(form) = self.form else {
            return Vec::new();
        };
        let mut numbering = Numbering::default();
        let rows = self.rows.iter();
        rows.map(|row| numbering.of_judged(form, row)).collect()
    }
}
