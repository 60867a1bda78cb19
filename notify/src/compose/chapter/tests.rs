//! What a chapter reads, and what it never reads.

use samlerapport_validate::{ActivityKind, Fate, JudgedRow, RowText, Verdict, catalogue};

use super::*;
use crate::samples::{self, day};

/// Writes a letter with the sample's settings and register.
fn write(hearing: &Hearing, occasion: Occasion) -> Option<Letter> {
    Composer::new()
        .unwrap()
        .chapter_letter(
            &samples::settings(),
            &samples::register(),
            hearing,
            occasion,
        )
        .unwrap()
}

/// Line ends and indents do not matter to a reader.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_chapter_is_told_where_what_and_how() {
    let letter = write(&samples::full_hearing("101"), Occasion::News).unwrap();
    let told = flat(&letter.text);
    for wanted in [
        "- Årsrapport for lag (årsrapport 2025.xlsx): må ordnes før det kan telle",
        "1. Underskrift mangler Feltet for leders underskrift er tomt. Hvor: celle B31.",
        "Hva dere kan gjøre: Skriv under for hånd, skann siden og send den",
        "2. Dato mangler 2 rader har ingen dato. Hvor: Dato, celle A12 og A17.",
        "(regel K902)",
        "3. Skjema mangler Vi har ikke fått «Oversikt over aktive likepersoner».",
        "Fristen er 31. mai 2026.",
        "- To grupper på samme dag",
        "- Stand teller ikke Vi leste ordet «stand» i Aktivitet. Hvorfor: Husregel.",
        "så hjelper Ingrid Sølvberg dere.",
    ] {
        assert!(told.contains(wanted), "{wanted}\nnot in\n{told}");
    }
    assert_eq!(
        letter.subject,
        "Bjørkåsen lokallag: 3 ting å ordne i likepersonsrapporten for 2025"
    );
}

#[test]
fn a_nynorsk_chapter_reads_nynorsk_throughout() {
    let letter = write(&samples::full_hearing("102"), Occasion::News).unwrap();
    let told = flat(&letter.text);
    for wanted in [
        "Noko må ordnast før alt kan telje med",
        "Kva de kan gjere: Skriv inn datoen for kvar gong",
        "Rapport for aktivitetar utanom møteplass",
        "Blir dei leidde av kvar sin likeperson?",
    ] {
        assert!(told.contains(wanted), "{wanted}\nnot in\n{told}");
    }
    for bokmal in [" ikke ", " dere ", " hva ", " noe ", " skjemaene "] {
        assert!(!told.contains(bokmal), "{bokmal} in\n{told}");
    }
}

#[test]
fn a_chapter_whose_forms_are_in_order_has_nothing_to_do() {
    let letter = write(&samples::fine_hearing("101"), Occasion::News).unwrap();
    let told = flat(&letter.text);
    assert!(told.contains("alt er i orden. Dere trenger ikke gjøre noe mer."));
    for unwanted in ["Slik gjør dere", "Fristen", "må ordnes", "Ingen"] {
        assert!(!told.contains(unwanted), "{unwanted} in\n{told}");
    }
}

#[test]
fn silence_is_kept_when_there_is_nothing_to_say() {
    let mut nothing_came = samples::full_hearing("101");
    nothing_came.forms.clear();
    assert_eq!(write(&nothing_came, Occasion::News), None);
    let reminder = write(&nothing_came, Occasion::Reminder).unwrap();
    assert!(flat(&reminder.text).contains("Vi har ikke fått rapporten for 2025 fra dere ennå."));

    let mut nothing_missing = samples::hearing("101");
    assert_eq!(write(&nothing_missing, Occasion::Reminder), None);
    nothing_missing.chapter = None;
    assert_eq!(write(&nothing_missing, Occasion::News), None);
}

#[test]
fn no_free_text_of_a_form_is_quoted() {
    let mark = || "LØYNDOM".to_owned();
    let mut hearing = samples::full_hearing("101");
    for form in &mut hearing.forms {
        form.of = Some(mark());
        form.rows.push(JudgedRow {
            place: samples::spots(1, samlerapport_ingest::Field::Date, [12])[0].place,
            fate: Fate::Excluded,
            fate_alone: Fate::Excluded,
            kind: ActivityKind::Group,
            dates: vec![day(2025, 3, 4)],
            elsewhere: Vec::new(),
            activity_days: 0,
            times: (None, None),
            minutes: None,
            participants: None,
            reasons: vec![&samples::STAND],
            decided: false,
            explanation: mark(),
            text: RowText {
                title: mark().into(),
                kind: mark().into(),
                theme: mark().into(),
                sharing: mark().into(),
                venue: mark().into(),
                organiser: mark().into(),
                leader: mark().into(),
                date: mark().into(),
                details: mark().into(),
            },
        });
    }
    let letter = write(&hearing, Occasion::News).unwrap();
    assert!(!format!("{letter:?}").contains("LØYNDOM"));
}

#[test]
fn a_form_that_a_newer_one_has_replaced_is_not_told() {
    let mut hearing = samples::full_hearing("101");
    hearing.forms[0].standing = Standing::Superseded(2);
    let letter = write(&hearing, Occasion::News).unwrap();
    assert!(!letter.text.contains("årsrapport 2025.xlsx"));
    assert!(letter.subject.contains("2 ting å ordne"));
}

#[test]
fn what_waits_for_the_adviser_asks_nothing_of_the_chapter() {
    let mut hearing = samples::full_hearing("101");
    hearing.forms.remove(0);
    hearing.findings.clear();
    hearing.forms[0].findings.remove(0);
    let letter = write(&hearing, Occasion::News).unwrap();
    assert!(flat(&letter.text).contains("dere trenger ikke gjøre noe nå."));
    assert!(!letter.text.contains("Fristen"));
    assert!(
        letter
            .subject
            .ends_with("vi ser på likepersonsrapporten for 2025")
    );
}

#[test]
fn after_the_date_the_chapter_is_still_welcome() {
    let mut settings = samples::settings();
    settings.today = day(2026, 6, 1);
    let hearing = samples::full_hearing("101");
    let late = Composer::new()
        .unwrap()
        .chapter_letter(&settings, &samples::register(), &hearing, Occasion::News)
        .unwrap()
        .unwrap();
    assert!(flat(&late.text).contains("Fristen var 31. mai 2026. Send skjemaene likevel"));
    let before = write(&hearing, Occasion::News).unwrap();
    assert_eq!(before.content_digest, late.content_digest);
}

#[test]
fn forms_that_may_still_come_are_asked_for_with_the_date() {
    let mut hearing = samples::fine_hearing("101");
    hearing.awaited = vec![FormId::MeetingPlace, FormId::PeerSupporters];
    let letter = write(&hearing, Occasion::News).unwrap();
    let told = flat(&letter.text);
    for wanted in [
        "Nå venter vi bare på resten.",
        "- Likepersonsrapportering for møteplass - Oversikt over aktive likepersoner",
        "så svar Nei på spørsmålet i årsrapporten. Da er det i orden.",
        "Fristen er 31. mai 2026.",
    ] {
        assert!(told.contains(wanted), "{wanted}\nnot in\n{told}");
    }
    assert!(letter.subject.contains("2 skjemaer gjenstår"));

    // Once the date has passed a finding says it; it is not said twice.
    hearing.findings = samples::full_hearing("101").findings;
    let told = flat(&write(&hearing, Occasion::News).unwrap().text);
    assert!(!told.contains("Dette venter vi på"), "{told}");

    hearing.forms.clear();
    hearing.findings.clear();
    let reminder = write(&hearing, Occasion::Reminder).unwrap();
    let told = flat(&reminder.text);
    assert!(told.contains("- Oversikt over aktive likepersoner Fyll ut skjemaene"));
    assert_eq!(told.matches("Fristen er").count(), 1, "{told}");
}

#[test]
fn rows_that_wait_for_a_form_are_told_by_asking_for_it() {
    let waits = catalogue()
        .iter()
        .find(|rule| rule.name == "peer_supporters_not_delivered")
        .unwrap();
    let mut hearing = samples::hearing("101");
    let finding = samples::finding(waits, "Radene venter.", "Radene ventar.", Vec::new());
    let form = samples::form(
        FormId::Activities,
        "a.xlsx",
        Verdict::Waiting,
        vec![finding],
    );
    hearing.forms = vec![form];
    hearing.awaited = vec![FormId::PeerSupporters];
    let letter = write(&hearing, Occasion::News).unwrap();
    let told = flat(&letter.text);
    assert!(told.contains("Noe av det dere har sendt, kan først telle når dette er kommet."));
    assert!(!told.contains("Radene venter.") && !told.contains("ting å ordne"));

    // Nobody asks for it any more: then the finding speaks for itself.
    hearing.awaited.clear();
    assert!(
        write(&hearing, Occasion::News)
            .unwrap()
            .text
            .contains("Radene venter.")
    );
}

#[test]
fn the_digest_changes_with_the_news_alone() {
    let news = |hearing: &Hearing| write(hearing, Occasion::News).unwrap().content_digest;
    let full = samples::full_hearing("101");
    let same = news(&full);
    assert_eq!(same.len(), 64);

    let mut reworded = full.clone();
    reworded.findings[0].message.nb = "Andre ord om det samme.".into();
    assert_eq!(news(&reworded), same);

    let mut resent = full.clone();
    resent.forms[0].sha256 = "another".to_owned();
    let mut mended = full.clone();
    mended.forms[1].findings[0].spots.pop();
    let mut judged = full.clone();
    judged.forms[2].verdict = Verdict::Accepted;
    let mut came = full.clone();
    came.findings.clear();
    let mut more_awaited = full.clone();
    more_awaited.awaited.push(FormId::PeerSupporters);
    for changed in [resent, mended, judged, came, more_awaited] {
        assert_ne!(news(&changed), same);
    }
}

#[test]
fn a_chapter_without_an_address_is_reached_through_its_adviser() {
    let mut register = samples::register();
    register.chapters[0].email = None;
    register.chapters[0].leader_email = None;
    let letter = Composer::new()
        .unwrap()
        .chapter_letter(
            &samples::settings(),
            &register,
            &samples::full_hearing("101"),
            Occasion::News,
        )
        .unwrap()
        .unwrap();
    assert_eq!(letter.to[0].email, "ingrid@medmenneske.example");
    assert!(letter.cc.is_empty());
    assert!(flat(&letter.text).starts_with(
        "Til deg som er rådgiver: Vi har ingen e-postadresse til Bjørkåsen lokallag."
    ));
}

#[test]
fn what_counts_is_said_in_numbers() {
    let register = samples::register();
    let hearing = samples::fine_hearing("101");
    let forms = standing(&hearing);
    let mut facts = facts(
        &samples::settings(),
        register.chapter("101").unwrap(),
        &hearing,
        &forms,
    );
    (facts.days, facts.people, facts.chapter_counts) = (12, 1, true);
    let envelope = Envelope {
        kind: LetterKind::Chapter("101".to_owned()),
        route: chapter_route(&register, register.chapter("101").unwrap()).unwrap(),
        language: Language::Bokmal,
    };
    let letter = Composer::new()
        .unwrap()
        .write(envelope, &samples::settings(), &facts, "")
        .unwrap();
    for wanted in [
        "- 12 aktivitetsdager teller med.",
        "- 1 likeperson teller med.",
        "- Laget selv teller med som lag.",
    ] {
        assert!(letter.text.contains(wanted), "{}", letter.text);
    }
}
