//! The settings that the rules depend on.

use samlerapport_ingest::{Evidence, FormId};
use samlerapport_validate::{EvidenceNeeded, Profile, Settings, Severity, TwoGroups, catalogue};

use super::sheet::{Problem, Sheet};

/// Reads `[questions]`, `[signatures.…]` and `[severities]`.
pub(super) fn read(
    root: &mut Sheet<'_>,
    problems: &mut Vec<Problem>,
    profile: Profile,
) -> Settings {
    let mut settings = Settings {
        profile,
        ..Settings::default()
    };
    read_questions(root, problems, &mut settings);
    read_signatures(root, problems, &mut settings);
    read_severities(root, problems, &mut settings);
    settings
}

/// The questions that the law leaves open.
fn read_questions(root: &mut Sheet<'_>, problems: &mut Vec<Problem>, settings: &mut Settings) {
    let mut sheet = root.table("questions");
    if let Some(counts) = sheet.flag("leader_counts_as_participant") {
        settings.leader_counts_as_participant = counts;
    }
    let choices = [
        ("two-if-leaders-differ", TwoGroups::TwoIfLeadersDiffer),
        ("two", TwoGroups::Two),
        ("one", TwoGroups::One),
    ];
    if let Some(groups) = sheet.choice("two_groups_one_day", &choices) {
        settings.two_groups_one_day = groups;
    }
    settings.course_minimum = sheet.count("course_minimum", 1..1_000);
    problems.append(&mut sheet.close());
}

fn read_signatures(root: &mut Sheet<'_>, problems: &mut Vec<Problem>, settings: &mut Settings) {
    let mut signatures = root.table("signatures");
    for form in FormId::ALL {
        let mut sheet = signatures.table(form.key());
        let needed = settings.evidence.get(&form).cloned();
        if let Some(needed) = needed {
            let mut needed = read_evidence(&mut sheet, needed);
            if let Some(may_sign) = sheet.flag("board_member_may_sign") {
                if may_sign && form == FormId::AnnualReport {
                    sheet.reject(
                        "board_member_may_sign",
                        "cannot be set here: the law asks for the leader or two of the board (§ 9)",
                    );
                } else {
                    needed.board_member_may_sign = may_sign;
                }
            }
            settings.evidence.insert(form, needed);
        }
        problems.append(&mut sheet.close());
    }
    problems.append(&mut signatures.close());
}

fn read_evidence(sheet: &mut Sheet<'_>, mut needed: EvidenceNeeded) -> EvidenceNeeded {
    const KINDS: [Evidence; 4] = [
        Evidence::Typed,
        Evidence::Picture,
        Evidence::Scan,
        Evidence::Digital,
    ];
    if let Some(words) = sheet.texts("enough") {
        let kinds: Option<Vec<Evidence>> = words
            .iter()
            .map(|word| KINDS.into_iter().find(|kind| kind.key() == word))
            .collect();
        match kinds {
            Some(kinds) if !kinds.is_empty() => needed.enough = kinds,
            Some(_) | None => sheet.reject(
                "enough",
                "should name at least one of \"typed\", \"picture\", \"scan\", \"digital\"",
            ),
        }
    }
    if let Some(confirmed) = sheet.flag("confirmed") {
        needed.confirmed = confirmed;
    }
    if let Some(returned) = sheet.flag("returned_without") {
        needed.returned_without = returned;
    }
    needed
}

/// Severities of single rules; not all are for the organisation to set.
fn read_severities(root: &mut Sheet<'_>, problems: &mut Vec<Problem>, settings: &mut Settings) {
    const WORDS: [(&str, Severity); 3] = [
        ("remark", Severity::Remark),
        ("wait", Severity::Wait),
        ("error", Severity::Error),
    ];
    let mut sheet = root.table("severities");
    for (name, word, line) in sheet.entries() {
        let rule = catalogue().iter().find(|rule| rule.name == name);
        let severity = word
            .as_deref()
            .and_then(|word| WORDS.iter().find(|(known, _)| *known == word));
        match (rule, severity) {
            (None, _) => sheet.reject_entry(&name, line, no_rule(&name)),
            (_, None) => sheet.reject_entry(
                &name,
                line,
                "should be \"remark\", \"wait\" or \"error\"".to_owned(),
            ),
            (Some(rule), Some((_, severity))) => match rule.refuses(*severity) {
                Some(why) => sheet.reject_entry(&name, line, why.to_owned()),
                None => {
                    settings.severities.insert(name, *severity);
                }
            },
        }
    }
    problems.append(&mut sheet.close());
}

/// Letters print the code, settings ask for the name.
fn no_rule(name: &str) -> String {
    let coded = catalogue()
        .iter()
        .find(|rule| rule.code.eq_ignore_ascii_case(name));
    match coded {
        Some(rule) => format!("is a code; write the rule's name, {}", rule.name),
        None => "is no rule; `samlerapport rules` lists them".to_owned(),
    }
}
