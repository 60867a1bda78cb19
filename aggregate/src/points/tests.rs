//! The regulation's check values, and what one more unit is worth.

use super::{Criterion, score};
use crate::grant::{GroupFactor, LastRate, Members};
use crate::sample::eight;
use crate::totals::add_up;

#[test]
fn bands_give_the_check_values() {
    use Criterion::{ActivityDays, Chapters, Members, OtherForms, PeerSupporters};
    for (criterion, count, points) in [
        (Members, 0, 0),
        (Members, 499, 2_495),
        (Members, 500, 2_499),
        (Members, 10_000, 33_497),
        (Members, 20_000, 53_496),
        (Chapters, 49, 2_450),
        (Chapters, 50, 2_480),
        (Chapters, 200, 6_960),
        (PeerSupporters, 24, 1_440),
        (PeerSupporters, 25, 1_485),
        (PeerSupporters, 49, 2_565),
        (PeerSupporters, 150, 5_580),
        (PeerSupporters, 300, 7_830),
        (ActivityDays, 49, 784),
        (ActivityDays, 150, 1_588),
        (ActivityDays, 300, 2_186),
        (ActivityDays, 1_000, 3_586),
        (OtherForms, 1, 350),
        (OtherForms, 2, 700),
    ] {
        assert_eq!(criterion.points(count), points, "{criterion:?} {count}");
    }
}

#[test]
fn one_more_is_worth_what_its_band_says() {
    for (criterion, today, more, points) in [
        (Criterion::ActivityDays, 300, 1, 2),
        (Criterion::ActivityDays, 299, 1, 2),
        (Criterion::ActivityDays, 298, 3, 4 + 2 + 2),
        (Criterion::PeerSupporters, 149, 1, 15),
        (Criterion::Chapters, 49, 1, 30),
        (Criterion::Chapters, 0, 1, 50),
        (Criterion::ActivityDays, 10, 0, 0),
    ] {
        assert_eq!(
            criterion.more(today, more),
            points,
            "{criterion:?} {today}+{more}"
        );
    }
}

#[test]
fn bands_join_without_gap_or_overlap() {
    for criterion in Criterion::ALL {
        let mut next = 1;
        for band in criterion.bands() {
            assert_eq!(band.from, next, "{criterion:?}");
            next = band.to.map_or(next, |to| to + 1);
        }
    }
}

#[test]
fn the_bands_share_out_every_unit() {
    for criterion in [
        Criterion::Members,
        Criterion::Chapters,
        Criterion::PeerSupporters,
        Criterion::ActivityDays,
    ] {
        for count in [0, 1, 24, 25, 49, 50, 151, 499, 3_000, 25_000] {
            let units: u32 = criterion.split(count).iter().map(|part| part.units).sum();
            assert_eq!(units, count, "{criterion:?}");
        }
    }
}

#[test]
fn the_score_adds_what_finance_has_settled() {
    let mut sample = eight(60);
    let totals = add_up(&sample.basis()).unwrap();
    // Four chapters, eight peer supporters, 185 days, a telephone service.
    let without = 200 + 480 + 1_728 + 350;
    assert_eq!(score(&totals, &sample.settings).gross, without);
    sample.settings.members = Some(Members {
        count: 10_000,
        source: "medlemsregisteret".to_owned(),
    });
    sample.settings.digital_exchange = true;
    sample.settings.last_rate = Some(LastRate {
        grant_year: 2026,
        base_grant: 250_000,
        ore_per_point: 18_450,
    });
    let score = score(&totals, &sample.settings);
    assert_eq!(score.gross, without + 33_497 + 350);
    assert_eq!(score.net_tenths, score.gross * 13);
    // 36 605 x 1,3 = 47 586,5 points at 184,50 kroner.
    assert_eq!(score.kroner, Some(250_000 + 8_779_709));
}

#[test]
fn the_regulation_knows_five_factors() {
    let known: Vec<u32> = (0..30)
        .filter_map(GroupFactor::from_tenths)
        .map(GroupFactor::tenths)
        .collect();
    assert_eq!(known, [10, 11, 13, 16, 20]);
}
