//! What advisers and operations read.

use super::*;
use crate::samples;

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The digest of a region with these gaps, and the sample's register.
fn digest(region: &str, gaps: &[Gap]) -> Letter {
    let totals = samples::totals();
    let news = RegionNews {
        gaps,
        totals: &totals,
        workbook: "/srv/rapport/out/soknad-2025.xlsx",
        book: (!gaps.is_empty()).then(samples::book),
    };
    Composer::new()
        .unwrap()
        .adviser_letter(&samples::settings(), &samples::register(), region, &news)
        .unwrap()
        .unwrap()
}

#[test]
fn an_adviser_reads_the_dearest_gap_first_and_her_own_region_alone() {
    let letter = digest("Område 4", &samples::gaps());
    let told = flat(&letter.text);
    let order = [
        "36 av 40 lag har levert for 2025.",
        "- aktiviteter 2025.xlsx: Vi fant ikke ut hvilket lag filen kommer fra. Råd til laget: Se på",
        "Dette venter på deg",
        "- 1 rad venter på avklaring. Gjelder Bjørkåsen lokallag (16 poeng).",
        "1 skjema og 12 rader venter på svar fra deg. Alt står i denne filen: /srv/rapport/out/avklaring-4-2025.xlsx",
        "legg den i innboksen: /srv/rapport/inbox",
        "Dette mangler hos lagene",
        "Bjørkåsen lokallag - Årsrapport for lag har ikke kommet. (minst 50 poeng)",
        "- 2 rader mangler dato. (32 poeng)",
        "Høgfjell lokallag - Skjemaet holdes igjen",
        "/srv/rapport/out/soknad-2025.xlsx",
    ];
    let mut rest = told.as_str();
    for wanted in order {
        let found = rest.split_once(wanted);
        assert!(found.is_some(), "{wanted}\nnot in its place in\n{told}");
        rest = found.unwrap().1;
    }
    assert!(!told.contains("Ytre Skjær"));
    assert_eq!(letter.kind, LetterKind::Adviser("Område 4".to_owned()));
}

#[test]
fn what_the_adviser_alone_can_settle_is_said_once_for_all_chapters() {
    let held = Gap {
        for_adviser: true,
        ..samples::gaps().remove(1)
    };
    let other = Gap {
        chapter: "101".to_owned(),
        chapter_name: "Bjørkåsen lokallag".to_owned(),
        price: 8,
        ..held.clone()
    };
    let told = flat(&digest("Område 4", &[held, other]).text);
    let wanted = "mangler. Se på dette i arbeidsboken og avgjør det. \
                  Gjelder Høgfjell lokallag (48 poeng), Bjørkåsen lokallag (8 poeng).";
    assert!(told.contains(wanted), "{told}");
    assert!(!told.contains("Dette mangler hos lagene"));
}

#[test]
fn a_region_without_gaps_is_thanked() {
    let letter = digest("Område 4", &[]);
    let told = flat(&letter.text);
    assert!(told.contains("Alt er på plass for Område 4."));
    assert!(!told.contains("venter") && !told.contains("mangler"));
    assert_eq!(letter.subject, "Område 4: alt er på plass for 2025");
}

#[test]
fn a_long_list_ends_with_a_count() {
    let gap = samples::gaps().remove(0);
    let gaps: Vec<Gap> = (0..MOST_CHAPTERS + 3)
        .map(|number| Gap {
            chapter: number.to_string(),
            chapter_name: format!("Lag {number}"),
            ..gap.clone()
        })
        .collect();
    let told = flat(&digest("Område 4", &gaps).text);
    assert!(told.contains("Lag 39 -") && !told.contains("Lag 40 -"));
    assert!(told.contains("3 lag til står i arbeidsboken, under «Mangler»."));
}

#[test]
fn a_long_list_of_strange_files_ends_with_a_count() {
    let gap = samples::gaps()
        .into_iter()
        .find(|gap| gap.kind == GapKind::FileUnplaced)
        .unwrap();
    let gaps: Vec<Gap> = (0..MOST_FILES + 2)
        .map(|number| Gap {
            file: format!("skjema {number}.xlsx"),
            ..gap.clone()
        })
        .collect();
    let told = flat(&digest("Område 4", &gaps).text);
    assert!(told.contains("- skjema 7.xlsx:") && !told.contains("skjema 8.xlsx"));
    assert!(told.contains("2 filer til står i arbeidsboken, under «Mangler»."));
    let last = &gaps[..=MOST_FILES];
    let told = flat(&digest("Område 4", last).text);
    assert!(told.contains("Én fil til står i arbeidsboken"), "{told}");
}

#[test]
fn more_to_decide_is_news() {
    let (gaps, totals) = (samples::gaps(), samples::totals());
    let digest = |rows| {
        let news = RegionNews {
            gaps: &gaps,
            totals: &totals,
            workbook: "soknad.xlsx",
            book: Some(BookNews {
                rows,
                ..samples::book()
            }),
        };
        let letter = Composer::new().unwrap().adviser_letter(
            &samples::settings(),
            &samples::register(),
            "Område 4",
            &news,
        );
        letter.unwrap().unwrap().content_digest
    };
    assert_eq!(digest(12), digest(12));
    assert_ne!(digest(12), digest(13));
}

#[test]
fn a_workbook_that_was_not_handed_in_is_told_in_both_languages() {
    let (gaps, totals) = (samples::gaps(), samples::totals());
    for (language, words) in [
        (
            Language::Bokmal,
            "venter på svar fra deg. Det er skrevet svar i denne filen",
        ),
        (
            Language::Nynorsk,
            "ventar på svar frå deg. Det er skrive svar i denne fila",
        ),
    ] {
        let news = RegionNews {
            gaps: &gaps,
            totals: &totals,
            workbook: "soknad.xlsx",
            book: Some(BookNews {
                filled: true,
                ..samples::book()
            }),
        };
        let mut settings = samples::settings();
        settings.language = language;
        let register = samples::register();
        let composer = Composer::new().unwrap();
        let letter = composer.adviser_letter(&settings, &register, "Område 4", &news);
        let told = flat(&letter.unwrap().unwrap().text);
        assert!(told.contains(words), "{told}");
    }
}

#[test]
fn prices_alone_are_no_news() {
    let gaps = samples::gaps();
    let same = digest("Område 4", &gaps).content_digest;
    let mut dearer = gaps.clone();
    dearer[0].price += 8;
    dearer.swap(0, 2);
    assert_eq!(digest("Område 4", &dearer).content_digest, same);
    let mut elsewhere = gaps.clone();
    elsewhere.retain(|gap| gap.region != "Område 9");
    assert_eq!(digest("Område 4", &elsewhere).content_digest, same);
    let mut solved = gaps.clone();
    solved.remove(0);
    assert_ne!(digest("Område 4", &solved).content_digest, same);
    let mut fewer = gaps;
    fewer[2].rows = 7;
    assert_ne!(digest("Område 4", &fewer).content_digest, same);
}

#[test]
fn every_gap_reaches_somebody_whatever_the_register_lacks() {
    let (gaps, totals) = (samples::gaps(), samples::totals());
    let news = RegionNews {
        gaps: &gaps,
        totals: &totals,
        workbook: "soknad.xlsx",
        book: None,
    };
    let composer = Composer::new().unwrap();
    let mut one_region = samples::register();
    one_region.regions.pop();
    let mut no_region = one_region.clone();
    no_region.regions.clear();
    for register in [samples::register(), one_region, no_region] {
        let mut letters = Vec::new();
        for region in &register.regions {
            letters.extend(
                composer
                    .adviser_letter(&samples::settings(), &register, &region.name, &news)
                    .unwrap(),
            );
        }
        letters.extend(
            composer
                .operations_letter(&samples::settings(), &register, &news)
                .unwrap(),
        );
        for gap in &gaps {
            let told = |letter: &Letter| flat(&letter.text).contains(&*gap.missing.nb);
            assert!(letters.iter().any(told), "{gap:?}");
        }
    }
}
