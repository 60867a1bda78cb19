//! What the configuration lets through, and how it tells what is wrong.

use std::path::Path;

use super::{Config, said};

const SOUND: &str = r#"
[organisation]
name = "Eksempel"

[year]
basis = 2025
deadline = 2026-05-31

[mail]
from = "post@eksempel.example"
"#;

fn told(text: &str) -> String {
    match Config::read(text, Path::new("/arbeid")) {
        Ok(_) => "sound".to_owned(),
        Err(problems) => problems.iter().map(said).collect::<Vec<_>>().join("\n"),
    }
}

#[test]
fn a_small_file_is_enough() {
    let config = Config::read(SOUND, Path::new("/arbeid")).unwrap();
    assert_eq!(config.folders.inbox, Path::new("/arbeid/inbox"));
    assert!(!config.mail.release);
    assert_eq!(config.mail.quiet_hours, 24);
}

#[test]
fn everything_wrong_is_told_at_once_with_line_and_key() {
    let text = r#"
[organisation]
name = ""
profil = "pef"

[year]
basis = "2025"
deadline = "31.5.2026"
late = "maybe"

[grant]
members = 9000
group_factor = 1.2

[mail]
server = "mail.example"
security = "none"

[schedule]
runs = ["0 7 * * Mon"]

[severities]
no_such_rule = "wait"
K059 = "wait"
file_damaged = "remark"
too_short = "remark"

[unknown]
"#;
    insta::assert_snapshot!(told(text));
}

#[test]
fn broken_toml_is_told_by_line() {
    let told = told("[organisation\nname = \"x\"\n");
    assert!(told.starts_with("line 1:"), "{told}");
}
