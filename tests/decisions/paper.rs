//! Forms on paper: noted by the adviser, with or without their figures typed in.

use samlerapport_ingest::blank::SignatureEntry;

use super::*;

const REMINDING: &str = "quiet_hours = 0\nremind = true";

/// A form of the chapter as the adviser typed it in: nobody signs on the screen.
fn typed_in(chapter: &str, form: FormId, rows: u32) -> Vec<u8> {
    let mut filling = sound(chapter, form, rows);
    filling.signatures = filling
        .signatures
        .iter()
        .map(|block| SignatureEntry {
            name: block.name.clone(),
            date: block.date.clone(),
            ..SignatureEntry::new(block.role)
        })
        .collect();
    filling.copied_by = Some("Randi Ås".to_owned());
    blank::write(form, &filling).unwrap()
}

/// The key of the line about a chapter's form on paper.
fn paper(number: &str, form: FormId) -> String {
    format!("papir|{}|-|{number}", form.key())
}

const FORMS: [FormId; 4] = [
    FormId::AnnualReport,
    FormId::MeetingPlace,
    FormId::Activities,
    FormId::PeerSupporters,
];

#[test]
fn a_chapter_on_paper_is_not_reminded_and_everybody_else_sees_it() {
    let settings = SETTINGS.replace("quiet_hours = 0", REMINDING);
    let mut folder = Folder::set(&settings, &[NAMSOS, BODO]);
    folder.today("2026-05-20");
    folder.run();
    let keys = FORMS.map(|form| paper("1", form));
    let answers: Vec<(&str, &str, &str)> = keys
        .iter()
        .map(|key| (key.as_str(), "På papir, signert", "Kom i posten."))
        .collect();
    folder.drop_file("a.xlsx", &desk::filled(&folder, &answers));
    assert_eq!(folder.run()["decisions_taken"], 4);
    folder.today("2026-06-01");
    let summary = folder.run();
    // The other chapter is reminded; nobody waits for this one.
    assert_eq!(folder.letters_to(&address("1")), []);
    let reminded = folder.letters_to(&address("2"));
    assert!(reminded[0].subject.contains("vi venter på"), "{reminded:?}");
    assert_eq!(summary["headline"]["chapters_delivered"], 1);
    assert_eq!(summary["headline"]["chapters_counted"], 0);
    let letters = folder.letters_to("randi@samtalen.example");
    let told = flat(&letters.last().unwrap().text);
    assert!(
        told.contains("«Årsrapport for lag» er kommet på papir. Tallene er ikke ført inn."),
        "{told}"
    );
    assert!(told.contains("Skriv «Ført inn fra papir av»"), "{told}");
    let workbook = folder.workbook("likepersonsarbeid-2025.xlsx");
    for (sheet, words) in [
        ("Mangler", "«Årsrapport for lag» er kommet på papir"),
        ("Kilder", "Kommet på papir, ikke ført inn"),
        ("Kilder", "Randi Ås"),
    ] {
        let shown = workbook[sheet].iter().flatten();
        assert!(
            shown.clone().any(|cell| cell.contains(words)),
            "{sheet}: {words}"
        );
    }
    let status = folder.ask(&["status"]);
    let chapter = &status["chapters"][0];
    assert_eq!(chapter["on_paper"].as_array().unwrap().len(), 4, "{status}");
    assert_eq!(chapter["missing"].as_array().unwrap().len(), 0);
    // It was a mistake: the line is cleared, and the form is missed again.
    let cleared = desk::filled(&folder, &[(&keys[0], "", "")]);
    folder.drop_file("b.xlsx", &cleared);
    folder.run();
    let reminded = folder.letters_to(&address("1"));
    let told = flat(&reminded[0].text);
    assert!(
        told.contains("«Årsrapport for lag» har ikke kommet."),
        "{told}"
    );
    assert!(!told.contains("likepersoner» har ikke kommet"), "{told}");
}

#[test]
fn figures_that_the_adviser_typed_in_count_with_the_adviser_as_their_source() {
    let folder = Folder::with(&[NAMSOS]);
    for form in &FORMS[..3] {
        let bytes = form_of(NAMSOS.1, *form, 2);
        folder.drop_file(&format!("{}.xlsx", form.key()), &bytes);
    }
    assert_eq!(folder.figure("activity_days"), 0);
    let key = paper("1", FormId::PeerSupporters);
    let noted = answered(&folder, &key, "På papir, signert", "Kom i posten.");
    folder.drop_file("a.xlsx", &noted);
    let summary = folder.run();
    assert_eq!(summary["headline"]["activity_days"], 0);
    let letters = folder.letters_to(&address("1"));
    let told = flat(&letters.last().unwrap().text);
    assert!(
        told.contains("likepersoner: kommet på papir, rådgiveren fører det inn"),
        "{told}"
    );
    assert!(!told.contains("Dette venter vi på"), "{told}");
    assert!(!told.contains("har ikke kommet"), "{told}");
    let typed = typed_in(NAMSOS.1, FormId::PeerSupporters, 0);
    folder.drop_file("fra papir.xlsx", &typed);
    let summary = folder.run();
    assert_eq!(summary["headline"]["activity_days"], 4);
    assert_eq!(summary["headline"]["peer_supporters"], 1);
    let workbook = folder.workbook("likepersonsarbeid-2025.xlsx");
    let source = |words| {
        workbook["Kilder"]
            .iter()
            .flatten()
            .any(|cell| cell.contains(words))
    };
    assert!(source("Ført inn fra papir av Randi Ås"));
    assert!(!source("ikke ført inn"));
}

#[test]
fn who_writes_that_it_was_paper_signs_nothing_before_the_adviser_has_seen_it() {
    let folder = Folder::with(&[NAMSOS]);
    folder.drop_all(NAMSOS.1, 2);
    let typed = typed_in(NAMSOS.1, FormId::AnnualReport, 0);
    folder.drop_file("1 arsrapport.xlsx", &typed);
    fs::remove_file(folder.dir().join("inbox/Samtalen Namsos arsrapport.xlsx")).unwrap();
    assert_eq!(folder.figure("chapters_counted"), 0);
    let key = paper("1", FormId::AnnualReport);
    let line = lines(&folder)[&key].join("|");
    assert!(
        line.contains("1 arsrapport.xlsx") && line.contains("K136"),
        "{line}"
    );
    let unsigned = answered(&folder, &key, "På papir, usignert", "Ingen har signert.");
    folder.drop_file("a.xlsx", &unsigned);
    assert_eq!(folder.figure("chapters_counted"), 0);
    let letters = folder.letters_to(&address("1"));
    let told = flat(&letters.last().unwrap().text);
    assert!(told.contains("Feltene for underskrift er tomme."), "{told}");
    let signed = answered(&folder, &key, "På papir, signert", "De kom og signerte.");
    folder.drop_file("b.xlsx", &signed);
    assert_eq!(folder.figure("chapters_counted"), 1);
}
