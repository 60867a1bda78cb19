//! Due times over the year, with a fixed clock.

use chrono::{DateTime, Utc};

use super::Schedule;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// Every due time from an instant on, up to another.
fn due(expression: &str, from: &str, to: &str) -> Vec<String> {
    let schedule = Schedule::read(&[expression.to_owned()]).unwrap();
    let mut found = Vec::new();
    let mut now = at(from);
    while let Some(next) = schedule.next_after(now) {
        if next > at(to) {
            break;
        }
        found.push(next.format("%d %H:%M").to_string());
        now = next;
    }
    found
}

#[test]
fn runs_in_norwegian_time_all_year() {
    let winter = due(
        "0 0 7 * * Mon-Fri",
        "2026-01-09T00:00:00Z",
        "2026-01-12T23:00:00Z",
    );
    assert_eq!(winter, ["09 06:00", "12 06:00"]);
    let summer = due(
        "0 0 7 * * *",
        "2026-07-01T00:00:00Z",
        "2026-07-02T00:00:00Z",
    );
    assert_eq!(summer, ["01 05:00"]);
}

#[test]
fn the_skipped_hour_runs_once_when_it_is_over() {
    let skipped = due(
        "0 30 2 * * *",
        "2026-03-28T00:00:00Z",
        "2026-03-30T12:00:00Z",
    );
    assert_eq!(skipped, ["28 01:30", "29 01:00", "30 00:30"]);
}

#[test]
fn the_doubled_hour_runs_once() {
    let doubled = due(
        "0 30 2 * * *",
        "2026-10-24T12:00:00Z",
        "2026-10-26T12:00:00Z",
    );
    assert_eq!(doubled, ["25 00:30", "26 01:30"]);
}

#[test]
fn half_hours_over_the_doubled_hour_stay_in_order() {
    let times = due(
        "0 */30 * * * *",
        "2026-10-24T23:50:00Z",
        "2026-10-25T02:00:00Z",
    );
    assert_eq!(times, ["25 00:00", "25 00:30", "25 02:00"]);
}

#[test]
fn weekdays_go_by_name_and_five_fields_are_explained() {
    let number = Schedule::read(&["0 0 8 * * 1".to_owned()]).unwrap_err();
    assert!(number.contains("by name"), "{number}");
    let five = Schedule::read(&["0 8 * * Mon".to_owned()]).unwrap_err();
    assert!(five.contains("write \"0 0 8 * * Mon\""), "{five}");
    assert!(Schedule::read(&["0 0 25 * * *".to_owned()]).is_err());
}

#[test]
fn what_was_missed_is_due_once() {
    let schedule = Schedule::read(&["0 0 7 * * *".to_owned()]).unwrap();
    assert!(schedule.due_between(at("2026-06-01T06:00:00Z"), at("2026-06-08T06:00:00Z")));
    assert!(!schedule.due_between(at("2026-06-08T06:00:00Z"), at("2026-06-08T07:00:00Z")));
}
