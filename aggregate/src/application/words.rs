//! The words that the workbook uses for forms, kinds, fates and verdicts.

use chrono::{Datelike, NaiveDate};
use samlerapport_ingest::{Evidence, FormId};
use samlerapport_validate::{ActivityKind, Fate, JudgedForm, JudgedRow, Standing, Verdict};

/// A form's number and short name.
pub(super) fn form(form: Option<FormId>) -> &'static str {
    match form {
        Some(FormId::AnnualReport) => "1 Årsrapport",
        Some(FormId::MeetingPlace) => "2 Møteplass",
        Some(FormId::Activities) => "3 Aktiviteter",
        Some(FormId::PeerSupporters) => "4 Likepersoner",
        Some(FormId::Visits) => "5 Besøk",
        None => "Ukjent skjema",
    }
}

/// What took place.
pub(super) fn kind(kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Group => "Gruppe",
        ActivityKind::Course => "Kurs",
        ActivityKind::Outreach => "Oppsøkende",
        ActivityKind::None => "",
    }
}

/// What became of a row of a delivery that stands.
pub(super) fn fate(form: &JudgedForm, row: &JudgedRow) -> &'static str {
    match row.fate {
        Fate::Counted if form.in_totals(row) => "Medregnet",
        Fate::Counted => "Holdt tilbake",
        Fate::Waiting => "Til avklaring",
        Fate::Incomplete => "Mangelfull",
        Fate::Excluded => "Ikke medregnet",
    }
}

/// What we think of a form.
pub(super) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Accepted => "Godtatt",
        Verdict::AcceptedWithRemarks => "Godtatt med merknad",
        Verdict::Waiting => "Til avklaring",
        Verdict::Returned => "Sendt tilbake",
    }
}

/// Whether a delivery is the one that counts.
pub(super) fn standing(standing: Standing) -> String {
    match standing {
        Standing::Current => "Gjelder".to_owned(),
        Standing::Superseded(by) => format!("Erstattet av nr. {by}"),
    }
}

/// What shows that a form is signed.
pub(super) fn evidence(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::None => "ingen",
        Evidence::Typed => "skrevet navn",
        Evidence::Picture => "bilde av underskriften",
        Evidence::Scan => "skannet side",
        Evidence::Digital => "digital signatur, ikke prøvd",
    }
}

/// A day as people write it.
pub(super) fn day(day: NaiveDate) -> String {
    format!("{:02}.{:02}.{}", day.day(), day.month(), day.year())
}

/// Ja or Nei.
pub(super) fn yes(yes: bool) -> &'static str {
    if yes { "Ja" } else { "Nei" }
}

/// A whole number with a blank before each three digits.
pub(super) fn number(number: u64) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push('\u{a0}');
        }
        written.push(digit);
    }
    written
}

/// A number told in tenths, with a decimal comma.
pub(super) fn tenths(tenths: u32) -> String {
    format!("{},{}", tenths / 10, tenths % 10)
}

/// Words in a list: "a, b eller c".
pub(super) fn either(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [all @ .., last] => format!("{} eller {last}", all.join(", ")),
    }
}
