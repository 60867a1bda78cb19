//! What the invented chapters add up to, whatever the order.

use super::{Figures, Group, add_up};
use crate::sample::{Sample, eight};

fn sum(groups: &[Group], figure: fn(&Figures) -> u64) -> u64 {
    groups.iter().map(|group| figure(&group.figures)).sum()
}

#[test]
fn the_chapters_add_up_to_what_they_handed_in() {
    let sample = eight(10);
    let totals = add_up(&sample.basis()).unwrap();
    let figures = totals.all;
    // 304 was dissolved the year before; 303 has handed in nothing.
    assert_eq!(figures.chapters_expected, 7);
    assert_eq!(figures.chapters_delivered, 6);
    // 201 owes form 1, 202 has not signed it.
    assert_eq!(figures.chapters_counted, 4);
    assert_eq!(figures.members_reported, 41 + 25 + 19 + 12);
    // Ten days each in 101, 102 and 201, two in 301; the course is three days.
    assert_eq!((figures.days_group, figures.days_course), (32, 3));
    assert_eq!(figures.participants, 35 * 8);
    assert_eq!(figures.minutes, 32 * 120 + 3 * 360);
    // One is listed by two chapters; the others share a name, not a telephone.
    assert_eq!((figures.people_listed, figures.peer_supporters), (9, 8));
    // 302 has not signed form 3, and nobody knows whose two rows came alone.
    assert_eq!(figures.rows_held, 4 + 2);
}

#[test]
fn the_parts_add_up_to_the_whole() {
    let sample = eight(7);
    let totals = add_up(&sample.basis()).unwrap();
    let figures: [fn(&Figures) -> u64; 9] = [
        |figures| u64::from(figures.chapters_expected),
        |figures| u64::from(figures.chapters_counted),
        |figures| u64::from(figures.days()),
        |figures| u64::from(figures.peer_supporters),
        |figures| u64::from(figures.people_listed),
        |figures| figures.participants,
        |figures| figures.minutes,
        |figures| u64::from(figures.rows()),
        |figures| figures.members_reported,
    ];
    for figure in figures {
        let all = figure(&totals.all);
        assert!(all > 0);
        assert_eq!(sum(&totals.regions, figure), all);
        assert_eq!(sum(&totals.counties, figure), all);
        assert_eq!(sum(&totals.chapters, figure), all);
    }
}

#[test]
fn every_row_that_came_has_one_fate() {
    let sample = eight(3);
    let totals = add_up(&sample.basis()).unwrap();
    let rows = sample
        .hearings
        .iter()
        .flat_map(|hearing| &hearing.forms)
        .map(|form| form.rows.len())
        .sum::<usize>();
    assert_eq!(usize::try_from(totals.all.rows()).unwrap(), rows);
}

#[test]
fn the_order_of_chapters_and_lists_changes_nothing() {
    let sample = eight(5);
    let expected = add_up(&sample.basis()).unwrap();
    for seed in 1..30 {
        let mut turned = eight(5);
        shuffle(&mut turned, seed);
        assert_eq!(add_up(&turned.basis()).unwrap(), expected, "seed {seed}");
    }
}

#[test]
fn a_person_on_two_lists_falls_on_the_first_chapter() {
    let totals = add_up(&eight(1).basis()).unwrap();
    let person = totals
        .people
        .iter()
        .find(|person| person.listings.len() == 2)
        .unwrap();
    assert_eq!(person.chapter, "101");
    let supporters = |key: &str| {
        let chapter = totals.chapters.iter().find(|group| group.key == key);
        chapter.unwrap().figures.peer_supporters
    };
    assert_eq!((supporters("101"), supporters("102")), (2, 1));
}

/// Brings hearings, accepted chapters and the register into another order.
fn shuffle(sample: &mut Sample, seed: u64) {
    let mut state = seed;
    let mut next = move |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(state >> 33).unwrap() % below
    };
    for last in (1..sample.hearings.len()).rev() {
        sample.hearings.swap(last, next(last + 1));
    }
    for last in (1..sample.accepted.len()).rev() {
        sample.accepted.swap(last, next(last + 1));
    }
    for last in (1..sample.register.chapters.len()).rev() {
        sample.register.chapters.swap(last, next(last + 1));
    }
}
