//! What is personal stands in no output: not in a hearing, not in what `check` prints.

use std::fs;
use std::process::Command;

use samlerapport_fixtures::{SOUND, cases, sound};

use crate::folder::PROGRAM;
use crate::scene::hear;

/// Numbers of the synthetic series and made-up people, in every kind of field.
const CASE: &str = "\
## Feil: personopplysninger overalt

Skjema: arsrapport

| felt                  | verdi                        |
| --------------------- | ---------------------------- |
| Eksempel på aktivitet | Tur, meld deg på hos 41234567 |

| signatur | bevis | navn                    | dato       |
| -------- | ----- | ----------------------- | ---------- |
| Leder    | bilde | Gro Ødegård 01829910140 | 02.03.2026 |

Skjema: moteplass

| felt              | verdi                |
| ----------------- | -------------------- |
| Møteplassens navn | Åpen dør 01829910140 |

Skjema: aktiviteter

| rad | Aktivitet                 | Type             | Tema                    | Hvordan ble erfaringer delt? | Sted                    | Arrangør                  | Antall deltakere | Ledende likeperson |
| --- | ------------------------- | ---------------- | ----------------------- | ---------------------------- | ----------------------- | ------------------------- | ---------------- | ------------------ |
| 1   | Samtale 018299 10140      | Gruppe 01829910140 | Dagfinn slet, 41234567 | Dagny hadde kreft            | hos siri@skjult.example | styret, 9700.00.00128     | 7                | Øyvind 01829910140 |
| 2   | Styremøte med 01829910140 |                  | siri@skjult.example     | …                            | …                       | …                         | 8                | …                  |
| 3   | Kaffe og prat            |                  | Siri har bipolar lidelse | Siris psykose                | …                       | …                         | 1                | …                  |

Skjema: likepersoner

| rad | Navn                    | Adresse                    | Telefon                  |
| --- | ----------------------- | -------------------------- | ------------------------ |
| 1   | Åse Bråthen 01829910140 | Bjørkeveien 4, 01829910140 | 400 00 101 / 01829910140 |

Skjema: besok

| felt               | verdi                   |
| ------------------ | ----------------------- |
| Likepersonens navn | Åse Bråthen 01829910140 |

| rad | Tema             | Sted                 |
| --- | ---------------- | -------------------- |
| 1   | Besøk hos Siri   | 01829910140          |
| 2   | Siri Skjultnes   | siri@skjult.example  |
";

const SECRETS: [&str; 8] = [
    "01829910140",
    "10140",
    "41234567",
    "9700",
    "00128",
    "siri@",
    "skjult.example",
    "Skjultnes",
];

#[test]
fn what_is_personal_stands_in_no_output() {
    let case = cases(CASE, &sound(SOUND).unwrap()).unwrap().remove(0);
    for hearing in hear(&case.scene) {
        check(&format!("{hearing:?}"), "a hearing");
    }
    let dir = tempfile::tempdir().unwrap();
    let paths: Vec<_> = case
        .scene
        .files
        .iter()
        .map(|file| {
            let path = dir.path().join(&file.name);
            fs::write(&path, file.bytes().unwrap()).unwrap();
            path
        })
        .collect();
    for words in [
        &["check", "--format", "json", "--values"][..],
        &["check", "--format", "text"],
    ] {
        let output = Command::new(PROGRAM)
            .args(words)
            .args(["--today", "2026-04-20"])
            .args(&paths)
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains("K096") || text.contains("identity_number"));
        check(&text, words[2]);
    }
}

fn check(output: &str, what: &str) {
    for secret in SECRETS {
        let at = output.find(secret);
        let around = at.map(|at| {
            let from = output.floor_char_boundary(at.saturating_sub(120));
            let to = output.floor_char_boundary((at + 60).min(output.len()));
            output.get(from..to).unwrap_or_default()
        });
        assert_eq!(around, None, "{secret} stands in {what}");
    }
    // The name alone is common; with the illness it must not stand.
    assert!(!output.contains("Siri har bipolar"), "{what}");
    assert!(!output.contains("hos Siri\""), "{what}");
}
