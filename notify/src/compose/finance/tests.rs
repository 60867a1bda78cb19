//! What finance reads.

use super::*;
use crate::samples;

fn write(before: Option<Headline>, totals: &Totals, score: &Score) -> Letter {
    let news = WorkbookNews {
        path: "/srv/rapport/out/soknad-2025.xlsx",
        totals,
        score,
        before,
    };
    Composer::new()
        .unwrap()
        .finance_letter(&samples::settings(), &samples::register(), &news)
        .unwrap()
}

#[test]
fn finance_reads_the_figures_and_what_has_changed() {
    let (totals, score) = (samples::totals(), samples::score());
    let before = Headline {
        chapters: 29,
        peer_supporters: 212,
        activity_days: 1300,
        gross: 12_345,
    };
    let letter = write(Some(before), &totals, &score);
    let told = letter.text.replace('\n', " ");
    for wanted in [
        "her:    /srv/rapport/out/soknad-2025.xlsx ",
        "- Lag som teller: 31 (+2 siden sist) ",
        "- Likepersoner: 212 (±0 siden sist) ",
        "- Aktivitetsdager: 1\u{a0}234 (\u{2212}66 siden sist) ",
        "- Poeng, brutto: 12\u{a0}345 (±0 siden sist) ",
        "- Poeng, netto: 13\u{a0}579,5 ",
        "forrige sats: 1\u{a0}250\u{a0}000 ",
        "Poengene er derfor regnet uten medlemmer.",
        "Rader som venter på avklaring: 9. Rader som mangler noe: 14.",
    ] {
        assert!(told.contains(wanted), "{wanted}\n{told}");
    }
    // A region that has nothing is not a line of noughts.
    assert!(told.contains("Område 4: 36 av 40") && !told.contains("Område 9"));
    assert_eq!(letter.to[0].email, "okonomi@medmenneske.example");
    assert_eq!(Headline::of(&totals, &score).activity_days, 1234);
}

#[test]
fn held_rows_alone_are_no_line() {
    let mut totals = samples::totals();
    totals.regions[1].figures.rows_held = 12;
    let told = write(None, &totals, &samples::score()).text;
    assert!(!told.contains("Område 9"), "{told}");
}

#[test]
fn one_of_a_kind_is_told_in_the_singular() {
    let mut totals = samples::totals();
    let figures = &mut totals.regions[0].figures;
    figures.peer_supporters = 1;
    let told = write(None, &totals, &samples::score()).text;
    let words: Vec<&str> = told.split_whitespace().collect();
    assert!(words.join(" ").contains(" og 1 likeperson."), "{told}");
}

#[test]
fn the_first_workbook_is_compared_with_nothing() {
    let letter = write(None, &samples::totals(), &samples::score());
    assert!(!letter.text.contains("siden sist"));
    assert!(!letter.html.contains("siden sist"));
}

#[test]
fn the_digest_follows_the_figures() {
    let (totals, score) = (samples::totals(), samples::score());
    let same = write(None, &totals, &score).content_digest;
    let told = Headline::of(&totals, &score);
    assert_eq!(write(Some(told), &totals, &score).content_digest, same);
    let mut more = totals.clone();
    more.regions[1].figures.days_group += 1;
    assert_ne!(write(None, &more, &score).content_digest, same);
}
