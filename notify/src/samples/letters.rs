//! Every kind of letter, written from the samples.

use samlerapport_ingest::{FormId, Language};

use super::{fine_hearing, full_hearing, gaps, register, score, settings, totals};
use crate::compose::{BookNews, Composer, Headline, Occasion, RegionNews, WorkbookNews};
use crate::letter::Letter;

/// A chapter's letter with everything in it.
pub(crate) fn letter() -> Letter {
    let composer = Composer::new().unwrap();
    composer
        .chapter_letter(
            &settings(),
            &register(),
            &full_hearing("101"),
            Occasion::News,
        )
        .unwrap()
        .unwrap()
}

/// Every kind of letter, in both written standards.
pub(crate) fn all_letters() -> Vec<Letter> {
    let mut letters = chapter_letters();
    for language in [Language::Bokmal, Language::Nynorsk] {
        letters.extend(staff_letters(language));
    }
    letters
}

fn chapter_letters() -> Vec<Letter> {
    let composer = Composer::new().unwrap();
    let mut letters = Vec::new();
    for number in ["101", "102", "103"] {
        let mut nothing = full_hearing(number);
        nothing.forms.clear();
        let mut waiting = full_hearing(number);
        waiting.forms.remove(0);
        waiting.findings.clear();
        waiting.forms[0].findings.remove(0);
        let mut early = nothing.clone();
        early.findings.clear();
        early.awaited = FormId::ALL.to_vec();
        let mut more = fine_hearing(number);
        more.awaited = vec![FormId::PeerSupporters];
        for hearing in [
            early,
            more,
            full_hearing(number),
            fine_hearing(number),
            nothing,
            waiting,
        ] {
            let letter =
                composer.chapter_letter(&settings(), &register(), &hearing, Occasion::Reminder);
            letters.push(letter.unwrap().unwrap());
        }
    }
    letters
}

/// A decision workbook in which something waits.
pub(crate) fn book() -> BookNews<'static> {
    BookNews {
        path: "/srv/rapport/out/avklaring-4-2025.xlsx",
        inbox: "/srv/rapport/inbox",
        forms: 1,
        rows: 12,
        filled: false,
        unused: &[],
    }
}

fn staff_letters(language: Language) -> Vec<Letter> {
    let composer = Composer::new().unwrap();
    let (register, gaps, totals, score) = (register(), gaps(), totals(), score());
    let mut letters = Vec::new();
    let mut settings = settings();
    settings.language = language;
    let news = RegionNews {
        gaps: &gaps,
        totals: &totals,
        workbook: "/srv/rapport/out/soknad-2025.xlsx",
        book: Some(book()),
    };
    let fine = RegionNews {
        gaps: &[],
        book: None,
        ..news
    };
    let workbook = WorkbookNews {
        path: news.workbook,
        totals: &totals,
        score: &score,
        before: Some(Headline {
            chapters: 29,
            peer_supporters: 212,
            activity_days: 1300,
            gross: 12_000,
        }),
    };
    let first = WorkbookNews {
        before: None,
        ..workbook
    };
    for region in ["Område 4", "Område 9"] {
        let letter = composer.adviser_letter(&settings, &register, region, &news);
        letters.push(letter.unwrap().unwrap());
    }
    let letter = composer.adviser_letter(&settings, &register, "Område 4", &fine);
    letters.push(letter.unwrap().unwrap());
    let mut few = register.clone();
    few.regions.clear();
    let letter = composer.operations_letter(&settings, &few, &news);
    letters.push(letter.unwrap().unwrap());
    for workbook in [workbook, first] {
        letters.push(
            composer
                .finance_letter(&settings, &register, &workbook)
                .unwrap(),
        );
    }
    letters
}
