//! Every rule of the catalogue against its cases: under «Feil» this rule alone
//! speaks, under «I orden» all are silent. The snapshots hold what chapters read.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate};
use samlerapport_fixtures::{Case, SOUND, Scene, cases, sound};
use samlerapport_ingest::{FaultKind, Reading};
use samlerapport_validate::{
    Delivery, Example, Finding, Hearing, JudgedForm, Rule, Setting, Settings, catalogue, rules_page,
};

use crate::scene::hear;

#[test]
fn nobody_objects_to_the_sound_set() {
    for profile in ["mental-helse", "pef"] {
        let text = format!("## I orden: {profile}\nInnstilling: profil = {profile}\n");
        let case = cases(&text, &sound(SOUND).unwrap()).unwrap().remove(0);
        let hearings = hear(&case.scene);
        assert_eq!(
            speakers(&hearings),
            BTreeSet::new(),
            "{}",
            told(&case, &hearings)
        );
        let counted = hearings[0].forms.iter().flat_map(|form| {
            form.rows
                .iter()
                .filter(|row| form.in_totals(row))
                .map(|row| row.activity_days)
        });
        assert_eq!(counted.sum::<u32>(), 7, "activity days of {profile}");
    }
}

#[test]
fn each_rule_speaks_alone_where_something_is_wrong() {
    let sound = sound(SOUND).unwrap();
    let mut wrong = Vec::new();
    for (rule, path) in fixtures() {
        for case in cases_of(&path, &sound) {
            let hearings = hear(&case.scene);
            let heard = speakers(&hearings);
            let wanted: BTreeSet<_> = case.wrong.then_some(rule.name).into_iter().collect();
            if heard != wanted {
                wrong.push(format!(
                    "{}: {}\n  to speak: {wanted:?}\n  spoke:    {heard:?}\n{}",
                    rule.name,
                    case.title,
                    told(&case, &hearings),
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_rule_says_what_its_snapshot_holds() {
    let sound = sound(SOUND).unwrap();
    for (rule, path) in fixtures() {
        let mut text = page(rule);
        for case in cases_of(&path, &sound).iter().filter(|case| case.wrong) {
            text.push_str(&told(case, &hear(&case.scene)));
        }
        insta::with_settings!({
            snapshot_path => "snapshots/rules",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, { insta::assert_snapshot!(rule.name, text) });
    }
}

#[test]
fn each_rule_has_cases_of_both_kinds_and_each_fixture_a_rule() {
    let sound = sound(SOUND).unwrap();
    let mut without: Vec<String> = Vec::new();
    for (rule, path) in fixtures() {
        let cases = cases_of(&path, &sound);
        if !(cases.iter().any(|case| case.wrong) && cases.iter().any(|case| !case.wrong)) {
            without.push(rule.name.to_owned());
        }
    }
    let ruled: BTreeSet<_> = fixtures().iter().map(|(rule, _)| rule.name).collect();
    let names = catalogue().iter().map(|rule| rule.name);
    let all: BTreeSet<_> = names.filter(|name| !NO_FILE_SHOWS.contains(name)).collect();
    without.extend(all.difference(&ruled).map(|name| (*name).to_owned()));
    assert!(
        without.is_empty(),
        "without cases of both kinds: {without:?}"
    );
}

#[test]
fn the_page_of_rules_is_fresh() {
    let sound = sound(SOUND).unwrap();
    let mut examples = Vec::new();
    for (rule, path) in fixtures() {
        for case in cases_of(&path, &sound) {
            let hearings = hear(&case.scene);
            examples.push(Example {
                rule: rule.name.to_owned(),
                wrong: case.wrong,
                given: case.given.join("; "),
                said: messages(&hearings),
                title: case.title,
            });
        }
    }
    let changed = CHANGED.map(|(rule, answer)| changed(&sound, rule, answer));
    examples.extend(changed);
    examples.push(gave_up());
    for rule in catalogue() {
        let shown = examples.iter().any(|example| example.rule == rule.name);
        assert!(shown, "{} has no table", rule.name);
    }
    let page = rules_page(&examples);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("validate/RULES.md");
    #[expect(
        clippy::disallowed_methods,
        reason = "a person asks for a fresh page this way"
    )]
    let update = std::env::var_os("UPDATE").is_some();
    if update {
        fs::write(&path, &page).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == page,
        "validate/RULES.md is stale: run the tests with UPDATE=1"
    );
}

/// A file that no reading process got through: no bytes in a test are sure to be one.
fn gave_up() -> Example {
    let delivery = Delivery {
        id: 1,
        file: "skjema.xlsx".to_owned(),
        sha256: String::new(),
        arrived: DateTime::UNIX_EPOCH,
        reading: Reading::refused(FaultKind::GaveUp),
    };
    let heard = Hearing::of(&Setting {
        chapter: None,
        basis_year: 2025,
        deliveries: &[delivery],
        register: None,
        joint: &[],
        last_year: None,
        decisions: &[],
        settings: &Settings::default(),
        today: NaiveDate::MIN,
    });
    example(
        "file_gave_up",
        "fil: skjema.xlsx",
        "lesingen ble ikke ferdig",
        &[heard],
    )
}

/// The rules of rows that were answered and then changed, with the answer.
const CHANGED: [(&str, &str); 2] = [
    ("changed_after_decision", "Medregnes ikke"),
    ("answered_by_chapter", "Spør laget"),
];

/// The older form has the decided row still, and its decision speaks there.
fn changed(sound: &Scene, rule: &str, answer: &str) -> Example {
    let text = CHANGED_ROW.replace("ANSWER", answer);
    let case = cases(&text, sound).unwrap().remove(0);
    let given = case.given.join("; ");
    example(rule, &given, &case.title, &hear(&case.scene))
}

const CHANGED_ROW: &str = "## Feil: raden er endret i en ny levering
Skjema: aktiviteter
Avgjørelse: 4 = ANSWER
Ny levering: aktiviteter

| rad | Tema               |
| --- | ------------------ |
| 4   | Å leve med bekymring |
";

/// What one rule said, as the page tells of it.
fn example(rule: &str, given: &str, title: &str, heard: &[Hearing]) -> Example {
    let findings = heard.iter().flat_map(|hearing| &hearing.forms);
    let findings = findings.flat_map(|form| &form.findings);
    let own = findings.filter(|finding| finding.rule.name == rule);
    let said: Vec<String> = own.map(|finding| finding.message.nb.to_string()).collect();
    assert!(!said.is_empty(), "{rule} is silent");
    Example {
        rule: rule.to_owned(),
        wrong: true,
        given: given.to_owned(),
        title: title.to_owned(),
        said,
    }
}

/// What chapters read in bokmål, in the order told.
fn messages(hearings: &[Hearing]) -> Vec<String> {
    hearings
        .iter()
        .flat_map(|hearing| {
            let forms = hearing.forms.iter().flat_map(|form| &form.findings);
            let trials = hearing.trials.iter();
            hearing.findings.iter().chain(forms).chain(trials)
        })
        .map(|finding| finding.message.nb.to_string())
        .collect()
}

/// Rules that no case can show alone, by what it types into a sheet; the room's own tests
/// hear them.
const NO_FILE_SHOWS: [&str; 3] = [
    "file_gave_up",
    "changed_after_decision",
    "answered_by_chapter",
];

/// The rules that have a fixture, in the catalogue's order.
fn fixtures() -> Vec<(&'static Rule, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/rules");
    let mut paths = Vec::new();
    for group in fs::read_dir(&root).into_iter().flatten() {
        for file in fs::read_dir(group.unwrap().path()).unwrap() {
            paths.push(file.unwrap().path());
        }
    }
    let mut found = Vec::new();
    for rule in catalogue() {
        let named = |path: &&PathBuf| path.file_stem().is_some_and(|stem| stem == rule.name);
        if let Some(path) = paths.iter().find(named) {
            found.push((*rule, path.clone()));
        }
    }
    for path in &paths {
        assert!(
            found.iter().any(|(_, known)| known == path),
            "{} belongs to no rule of the catalogue",
            path.display(),
        );
    }
    found
}

fn cases_of(path: &Path, sound: &Scene) -> Vec<Case> {
    let text = fs::read_to_string(path).unwrap();
    cases(&text, sound).unwrap_or_else(|complaint| panic!("{}: {complaint}", path.display()))
}

/// The names of all rules that said something, of a form, a row or the chapter; those
/// on trial too.
fn speakers(hearings: &[Hearing]) -> BTreeSet<&'static str> {
    let mut names = BTreeSet::new();
    for hearing in hearings {
        names.extend(hearing.findings.iter().map(|finding| finding.rule.name));
        names.extend(hearing.trials.iter().map(|finding| finding.rule.name));
        for form in &hearing.forms {
            names.extend(form.findings.iter().map(|finding| finding.rule.name));
            let reasons = form.rows.iter().flat_map(|row| &row.reasons);
            names.extend(reasons.map(|rule| rule.name));
        }
    }
    names
}

/// A rule's fixed words.
fn page(rule: &Rule) -> String {
    let mut page = format!("{} {}\n", rule.code, rule.name);
    for words in [&rule.title, &rule.why, &rule.remedy] {
        let _ = writeln!(page, "  nb {}\n  nn {}", words.nb, words.nn);
    }
    page
}

/// What was said in a case, with its places.
fn told(case: &Case, hearings: &[Hearing]) -> String {
    let mut text = format!(
        "\n{}: {}\n",
        if case.wrong { "Feil" } else { "I orden" },
        case.title
    );
    for hearing in hearings {
        for finding in &hearing.findings {
            said(&mut text, finding, "laget");
        }
        for finding in &hearing.trials {
            said(&mut text, finding, "på prøve, bare til driften");
        }
        for form in &hearing.forms {
            for finding in &form.findings {
                said(&mut text, finding, &places(form, finding));
            }
            if !form.findings.is_empty() {
                let _ = writeln!(text, "  {}: {}", form.file, form.verdict.key());
            }
            for row in form.rows.iter().filter(|row| !row.reasons.is_empty()) {
                let fate = row.fate.key();
                let _ = writeln!(text, "  rad {}: {fate}. {}", row.place.row, row.explanation);
            }
        }
    }
    text
}

fn said(text: &mut String, finding: &Finding, places: &str) {
    let Finding {
        rule,
        severity,
        message,
        ..
    } = finding;
    let _ = writeln!(text, "  {} {severity:?} ({places})", rule.name);
    let _ = writeln!(text, "    nb {}\n    nn {}", message.nb, message.nn);
}

fn places(form: &JudgedForm, finding: &Finding) -> String {
    let places: Vec<_> = finding
        .spots
        .iter()
        .map(|spot| spot.place.to_string())
        .collect();
    format!("{} {}", form.file, places.join(" "))
        .trim_end()
        .to_owned()
}
