//! What the commands that only look say of decisions and of what was superseded.

use super::*;

#[test]
fn the_trace_of_a_decision_workbook_tells_what_was_taken_from_it() {
    let folder = folder_with(&activities(4, NOBODY_SAID));
    folder.run();
    let key = line_with(&folder, "Samtalegruppe nummer 2");
    let counts = answered(&folder, &key, "Medregnes", "Laget sier fem.");
    folder.drop_file("svar fra Randi.xlsx", &counts);
    folder.run();
    folder.drop_file("tømt.xlsx", &answered(&folder, &key, "", ""));
    folder.run();
    let trace = |file| folder.ask(&["trace", "--file", file])[0].clone();
    let told = trace("svar fra Randi.xlsx");
    assert_eq!(told["fate"], "decision_workbook");
    assert_eq!(told["counts"], 1);
    let reason = told["reasons"][0].as_str().unwrap();
    for words in ["Samtalen Namsos, «", "«Medregnes» (", "Laget sier fem."] {
        assert!(reason.contains(words), "{words}: {reason}");
    }
    let told = trace("tømt.xlsx");
    assert_eq!(told["counts"], 0);
    let reason = told["reasons"][0].as_str().unwrap();
    assert!(reason.contains("trukket tilbake"), "{reason}");
}

#[test]
fn rejudging_leaves_out_what_was_superseded_and_names_the_file_of_nobody() {
    let no_theme = [(2, Field::Theme, "")];
    let folder = folder_with(&activities(4, &no_theme));
    folder.run();
    folder.drop_file("ny.xlsx", &activities(5, &no_theme));
    let mut stranger = sound("Vennegjengen", FormId::Activities, 3);
    stranger.rows[0].retain(|(field, _)| *field != Field::Theme);
    let stranger = blank::write(FormId::Activities, &stranger).unwrap();
    folder.drop_file("ukjent.xlsx", &stranger);
    folder.run();
    let milder = "[severities]\ntheme_missing = \"remark\"\n";
    folder.settings(&format!("{SETTINGS}\n{milder}"));
    let changes = folder.ask(&["rejudge", "--today", "2026-06-01"]);
    let chapters = changes["chapters"].as_array().unwrap();
    let of = |name: &str| chapters.iter().find(|chapter| chapter["name"] == name);
    let rows = of(NAMSOS.1).unwrap()["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 1, "{changes}");
    assert_eq!(rows[0]["file"], "ny.xlsx");
    assert!(of("Ukjent lag, ukjent.xlsx").is_some(), "{changes}");
}
