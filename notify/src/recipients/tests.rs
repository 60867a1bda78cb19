//! Who gets which letter, as a table.

use super::*;
use crate::samples;

fn emails(addresses: &[Address]) -> Vec<&str> {
    addresses.iter().map(|one| one.email.as_str()).collect()
}

/// The route to a chapter with these two addresses: to, copy, answers, detour.
fn to_chapter(number: &str, email: Option<&str>, leader: Option<&str>) -> String {
    let mut register = samples::register();
    for chapter in &mut register.chapters {
        chapter.email = email.map(str::to_owned);
        chapter.leader_email = leader.map(str::to_owned);
    }
    let chapter = register.chapter(number).unwrap();
    chapter_route(&register, chapter).map_or_else(
        || "nobody".to_owned(),
        |route| {
            format!(
                "{} | {} | {} | {}",
                emails(&route.to).join(","),
                emails(&route.cc).join(","),
                emails(&route.reply_to).join(","),
                route.detour
            )
        },
    )
}

#[test]
fn a_chapters_letter_goes_to_it_alone() {
    let adviser = "ingrid@medmenneske.example";
    let operations = "drift@medmenneske.example";
    for (number, email, leader, wanted) in [
        (
            "101",
            Some("post@a.example"),
            Some("leder@a.example"),
            format!("post@a.example | leder@a.example | {adviser} | false"),
        ),
        (
            "101",
            Some("post@a.example"),
            Some("POST@a.example "),
            format!("post@a.example |  | {adviser} | false"),
        ),
        (
            "101",
            None,
            Some("leder@a.example"),
            format!("leder@a.example |  | {adviser} | false"),
        ),
        ("101", Some(" "), None, format!("{adviser} |  |  | true")),
        // The region of this chapter has no adviser: operations answers.
        (
            "103",
            Some("post@a.example"),
            None,
            format!("post@a.example |  | {operations} | false"),
        ),
        ("103", None, None, format!("{operations} |  |  | true")),
    ] {
        assert_eq!(to_chapter(number, email, leader), wanted);
    }
}

#[test]
fn a_region_is_told_through_its_advisers_or_operations() {
    let register = samples::register();
    let route = region_route(&register, "Område 4").unwrap();
    assert_eq!(emails(&route.to), ["ingrid@medmenneske.example"]);
    assert!(!route.detour);
    let route = region_route(&register, "Område 9").unwrap();
    assert_eq!(emails(&route.to), ["drift@medmenneske.example"]);
    assert!(route.detour);
    assert_eq!(region_route(&Register::default(), "Område 4"), None);
}
