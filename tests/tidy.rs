//! The house rules: arrows, doors, sizes, first lines, words that must not occur.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The rooms from left to right, and what each may import.
const ARROWS: [(&str, &[&str]); 6] = [
    ("ingest", &[]),
    ("validate", &["ingest"]),
    ("aggregate", &["ingest", "validate"]),
    ("notify", &["ingest", "validate", "aggregate"]),
    ("fixtures", &["ingest"]),
    (
        ".",
        &["ingest", "validate", "aggregate", "notify", "fixtures"],
    ),
];

/// Where a foreign library may be named: its doors.
const DOORS: [(&str, &[&str]); 14] = [
    ("calamine", &["ingest/src/workbook"]),
    ("libdeflater", &["ingest/src/guard/inflate"]),
    (
        "rust_xlsxwriter",
        &["ingest/src/blank/xlsx", "aggregate/src/book"],
    ),
    ("mail_parser", &["ingest/src/container/mail"]),
    ("polars", &["aggregate/src/frame"]),
    ("lettre", &["notify/src/post"]),
    ("minijinja", &["notify/src/compose"]),
    ("cron", &["src/schedule"]),
    ("rusqlite", &["src/ledger"]),
    ("clap", &["src/command", "src/log"]),
    ("toml", &["src/config"]),
    ("indicatif", &["src/progress"]),
    ("signal_hook", &["src/serve"]),
    (
        "rustix",
        &["ingest/src/worker", "notify/src/post", "src/durable"],
    ),
];

const LONGEST_FILE: usize = 400;

#[test]
fn imports_follow_the_arrows() {
    for (room, may) in ARROWS {
        let manifest = fs::read_to_string(Path::new(ROOT).join(room).join("Cargo.toml")).unwrap();
        let normal = section(&manifest, "[dependencies]");
        for other in ["ingest", "validate", "aggregate", "notify", "fixtures"] {
            let imports = normal.contains(&format!("samlerapport-{other}."))
                || normal.contains(&format!("samlerapport-{other} "));
            assert!(
                !imports || may.contains(&other),
                "{room} imports {other} against the arrows"
            );
        }
    }
}

#[test]
fn only_the_demo_and_the_tests_know_the_fixtures() {
    let knowing: Vec<String> = sources()
        .into_iter()
        .filter(|(path, text)| {
            !path.starts_with("fixtures/")
                && !is_test(path)
                && code(text).contains("samlerapport_fixtures")
        })
        .map(|(path, _)| path)
        .collect();
    assert_eq!(knowing, ["src/command/demo.rs"]);
}

#[test]
fn each_library_has_its_door() {
    for (library, doors) in DOORS {
        for (path, text) in sources() {
            if is_test(&path) || doors.iter().any(|door| path.starts_with(door)) {
                continue;
            }
            let code = code(&text);
            let named = [
                format!("use {library}::"),
                format!("{library}::"),
                format!("use {library};"),
            ]
            .iter()
            .any(|name| names(&code, name));
            assert!(
                !named,
                "{path} names {library}, which has its door elsewhere"
            );
        }
    }
}

#[test]
fn files_are_short_and_open_with_their_label() {
    for (path, text) in sources() {
        let lines = text.lines().count();
        assert!(lines <= LONGEST_FILE, "{path} has {lines} lines");
        assert!(text.starts_with("//! "), "{path} opens without a label");
    }
}

#[test]
fn nothing_is_left_lying_about() {
    let forbidden = ["TODO", "FIXME", "XXX", "dbg!(", "todo!(", "unimplemented!("];
    for (path, text) in sources() {
        if path == "tests/tidy.rs" {
            continue;
        }
        for word in forbidden {
            assert!(!text.contains(word), "{path} contains {word}");
        }
    }
    for (path, _) in sources() {
        let name = path.rsplit('/').next().unwrap_or_default();
        assert!(
            ![
                "utils.rs",
                "common.rs",
                "helpers.rs",
                "manager.rs",
                "mod.rs"
            ]
            .contains(&name),
            "{path} says nothing by its name"
        );
    }
}

#[test]
fn made_up_addresses_end_in_example() {
    for (path, text) in all_text() {
        for word in text.split(|c: char| c.is_whitespace() || "<>()[]\"'`,;|".contains(c)) {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            let Some((local, domain)) = word.split_once('@') else {
                continue;
            };
            let address = !local.is_empty()
                && domain.contains('.')
                && domain
                    .chars()
                    .all(|c| c.is_alphanumeric() || ".-".contains(c))
                && domain.rsplit('.').next().is_some_and(|top| {
                    top.len() >= 2 && top.chars().all(|c| c.is_ascii_lowercase())
                });
            assert!(
                !address || domain.split('.').any(|label| label == "example"),
                "{path}: {word} is not a made-up address"
            );
        }
    }
}

/// The exception for lettre's advisory is to go as soon as it can.
#[test]
fn the_lettre_exception_goes_when_the_fix_is_locked() {
    let lock = fs::read_to_string(Path::new(ROOT).join("Cargo.lock")).unwrap();
    let version = lock
        .split("[[package]]")
        .find(|package| package.contains("name = \"lettre\""))
        .and_then(|package| package.split("version = \"").nth(1))
        .and_then(|rest| rest.split('"').next())
        .unwrap();
    let deny = fs::read_to_string(Path::new(ROOT).join("deny.toml")).unwrap();
    let excepted = deny.contains("RUSTSEC-2026-0561");
    assert_eq!(
        excepted,
        version == "0.11.23",
        "lettre {version} is locked: remove the exception in deny.toml"
    );
}

fn section<'a>(manifest: &'a str, name: &str) -> &'a str {
    let start = manifest.find(name).map_or(0, |start| start + name.len());
    let rest = manifest.get(start..).unwrap_or_default();
    rest.split("\n[").next().unwrap_or_default()
}

/// Every Rust file with its text, by its path from the root.
fn sources() -> BTreeMap<String, String> {
    all_text()
        .into_iter()
        .filter(|(path, _)| {
            Path::new(path)
                .extension()
                .is_some_and(|ending| ending == "rs")
        })
        .collect()
}

/// Every text file of the project.
fn all_text() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders: Vec<PathBuf> = vec![PathBuf::from(ROOT)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                let made = folders_made().contains(&path);
                if !made && name != ".git" {
                    folders.push(path);
                }
            } else if let Ok(text) = fs::read_to_string(&path) {
                let relative = path.strip_prefix(ROOT).unwrap();
                found.insert(relative.to_string_lossy().into_owned(), text);
            }
        }
    }
    found
}

/// What the build and the demo leave in the tree.
fn folders_made() -> [PathBuf; 2] {
    ["target", "demo"].map(|name| Path::new(ROOT).join(name))
}

fn is_test(path: &str) -> bool {
    let room = |folder: &str| path.contains(folder);
    path.starts_with("tests/")
        || path.ends_with("/tests.rs")
        || room("/tests/")
        || room("/benches/")
}

/// The text without its comments and its tests.
fn code(text: &str) -> String {
    text.split("#[cfg(test)]")
        .next()
        .unwrap_or_default()
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Whether a path's first part is just this name: `cron::`, not `micron::`.
fn names(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        !code
            .get(..at)
            .unwrap_or_default()
            .chars()
            .next_back()
            .is_some_and(|before| before.is_alphanumeric() || before == '_' || before == ':')
    })
}
