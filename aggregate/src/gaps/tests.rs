//! What is told as missing, at what price.

use samlerapport_ingest::FormId;

use super::{Gap, GapKind, gaps, outstanding};
use crate::points::Criterion;
use crate::sample::{eight, eight_as_of};
use crate::totals::add_up;

fn found(days: u32) -> (Vec<Gap>, crate::Totals) {
    let sample = eight(days);
    let totals = add_up(&sample.basis()).unwrap();
    (gaps(&sample.basis(), &totals), totals)
}

fn of<'a>(gaps: &'a [Gap], chapter: &str, kind: GapKind) -> &'a Gap {
    let mut found = gaps
        .iter()
        .filter(|gap| gap.chapter == chapter && gap.kind == kind);
    found.next().unwrap_or_else(|| panic!("{chapter} {kind:?}"))
}

#[test]
fn each_gap_has_its_price_at_todays_totals() {
    let (gaps, totals) = found(20);
    // 65 days: the next is worth 8. Four chapters: the next is worth 50.
    assert_eq!(totals.all.days(), 65);
    for (chapter, kind, price, at_least) in [
        ("303", GapKind::NothingDelivered, 50 + 60 + 8, true),
        ("201", GapKind::FormMissing, 50, false),
        ("202", GapKind::FormHeld, 50, false),
        ("302", GapKind::FormHeld, 4 * 8, false),
        ("301", GapKind::RowsIncomplete, 8, false),
        ("301", GapKind::RowsWaiting, 8, false),
        ("", GapKind::FileUnplaced, 2 * 8, false),
    ] {
        let gap = of(&gaps, chapter, kind);
        assert_eq!((gap.price, gap.at_least), (price, at_least), "{gap:?}");
    }
}

#[test]
fn a_form_is_missed_before_the_date_too() {
    for as_of in ["2026-04-01", "2026-06-01"] {
        let sample = eight_as_of(3, as_of);
        let totals = add_up(&sample.basis()).unwrap();
        let gaps = gaps(&sample.basis(), &totals);
        let missing: Vec<_> = gaps
            .iter()
            .filter(|gap| gap.kind == GapKind::FormMissing)
            .map(|gap| (gap.chapter.as_str(), gap.form.unwrap()))
            .collect();
        // 201 has no form 1 that could say that it has no meeting place.
        let owed = [("201", FormId::AnnualReport), ("201", FormId::MeetingPlace)];
        assert_eq!(missing, owed, "{as_of}");
    }
}

#[test]
fn the_dearest_gap_comes_first() {
    let (gaps, _) = found(20);
    let prices: Vec<u64> = gaps.iter().map(|gap| gap.price).collect();
    assert!(prices.is_sorted_by(|one, other| one >= other), "{prices:?}");
}

#[test]
fn every_gap_says_what_is_missing_and_what_to_do() {
    let (gaps, _) = found(5);
    for gap in gaps {
        for text in [
            &gap.missing.nb,
            &gap.missing.nn,
            &gap.remedy.nb,
            &gap.remedy.nn,
        ] {
            assert!(text.ends_with('.') && text.len() > 10, "{gap:?}");
        }
        assert_eq!(gap.file.is_empty(), gap.delivery.is_none(), "{gap:?}");
    }
}

#[test]
fn gaps_together_follow_the_falling_bands() {
    let (gaps, totals) = found(20);
    let all = outstanding(&gaps, &totals);
    let prices: u64 = gaps.iter().map(|gap| gap.price).sum();
    assert!(all.points <= prices);
    let today = Criterion::ActivityDays.points(totals.all.days());
    let then = Criterion::ActivityDays.points(totals.all.days() + all.worth.days);
    assert!(all.points > then - today);
}

#[test]
fn a_chapter_that_is_no_more_owes_nothing() {
    let (gaps, _) = found(1);
    assert!(gaps.iter().all(|gap| gap.chapter != "304"));
}
